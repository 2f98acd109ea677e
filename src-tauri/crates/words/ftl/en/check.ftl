# What a check finds in the book, and what a repair does about it.
check-state = The book's state cannot be read to its end ({ $why }).
check-record = A record does not read back as it was written ({ $why }).
check-missing = { $count ->
    [one] A record is missing from an index.
   *[other] { $count } entries are missing from the indexes.
}
check-stray = { $count ->
    [one] An entry of an index leads nowhere.
   *[other] { $count } entries of the indexes lead nowhere.
}
check-sum = Records are missing, or were changed outside Sentier.
check-journal = { $count ->
    [one] One write of the journal cannot be read back, and no snapshot has it.
   *[other] { $count } writes of the journal cannot be read back, and no snapshot has them.
}
check-snapshot = Snapshot { $number } is not whole.
check-attic = The file “{ $name }” is gone, or not whole: bring it in or attach it again.
repair-rebuilt = The state and its indexes were built again from the snapshots and the journal.
repair-brought-back = { $count ->
    [one] One record that was missing came back from an older copy.
   *[other] { $count } records that were missing came back from older copies.
}
repair-rebased = A new snapshot has the whole book, and the journal goes on behind it.
repair-snapshots = { $count ->
    [one] The damaged snapshot was moved aside, and a new one was made.
   *[other] { $count } damaged snapshots were moved aside, and a new one was made.
}
repair-kept = What was touched is kept in { $path }
repair-lost = { $noun ->
    [client] A client
    [contact] A contact
    [touchpoint] A touchpoint
    [place] A place
    [market] A market
    [settings] The settings
   *[other] An internal record
} ({ $key }): no copy has it any more.
repair-older = { $noun ->
    [client] A client
    [contact] A contact
    [touchpoint] A touchpoint
    [place] A place
    [market] A market
    [settings] The settings
   *[other] An internal record
} ({ $key }): came back as an older copy has it.
cli-repair = Mends what can be mended, after a copy of what is touched; exit 1 when a fault is left.
cli-repair-nothing = Everything is whole: there is nothing to mend.
cli-repair-whole = The book is whole.
cli-repair-left = What is left:
