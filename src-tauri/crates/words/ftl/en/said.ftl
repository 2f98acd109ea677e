# What a toast says once it is on disk.
said-moved = Moved to { $when }
said-resized = Length: { $length }, { $when }
said-copied = Copied to { $when }
said-untrayed = Placed { $when }
said-trayed = Back in the tray
said-planned = Planned { $when }
said-planned-tray = Added to the tray
said-edited = Saved
said-trashed = Moved to trash: “{ $title }”
said-restored = Restored: “{ $title }”
said-client-created = Client created: { $name }
said-client-edited = Saved
said-client-trashed = Moved to trash: { $name }
said-client-restored = Restored: { $name }
said-settings = Settings saved
said-stood = Noted
said-moved-along = The calendar shows the time here
said-stayed = The calendar’s time stays as it is
said-welcomed = Welcome
said-examples = An example week is in place
said-examples-removed = The examples are gone
said-undone = Undone: { $what }
said-redone = Redone: { $what }
said-imported = { $count ->
    [0] Nothing new in this file
    [one] 1 meeting brought in
   *[other] { $count } meetings brought in
}
said-client-archived = Archived: { $name }
said-client-unarchived = Back in the list: { $name }
said-contact-created = Contact created: { $name }
said-contact-moved = { $name } is now at { $client }
said-contact-archived = Archived: { $name }
said-contact-unarchived = Back: { $name }
said-contact-trashed = Moved to trash: { $name }
said-contact-restored = Restored: { $name }
said-place-created = Place added: { $name }
said-place-archived = Archived: { $name }
said-place-unarchived = Back: { $name }
said-place-trashed = Moved to trash: { $name }
said-place-restored = Restored: { $name }
said-attached = { $count ->
    [one] File attached: { $name }
   *[other] { $count } files attached
}
said-attached-already = These files are here already
said-detached = File removed: { $name }
said-view-saved = View saved: { $name }
said-view-deleted = View removed: { $name }
said-market-saved = “{ $name }” market: { $state ->
    [closed] closed
    [restricted] restricted
   *[open] open
}
said-market-removed = { $count ->
    [0] “{ $name }” market removed
    [one] “{ $name }” market removed: 1 client has none now
   *[other] “{ $name }” market removed: { $count } clients have none now
}
said-bulk-nothing = Nothing to change
said-bulk-tagged = { $count ->
    [one] 1 client tagged “{ $what }”
   *[other] { $count } clients tagged “{ $what }”
}
said-bulk-untagged = { $count ->
    [one] Tag “{ $what }” removed from 1 client
   *[other] Tag “{ $what }” removed from { $count } clients
}
said-bulk-market = { $count ->
    [one] 1 client, market: { $what }
   *[other] { $count } clients, market: { $what }
}
said-bulk-tier = { $count ->
    [one] 1 client, tier: { $what }
   *[other] { $count } clients, tier: { $what }
}
said-bulk-archived = { $count ->
    [one] 1 client archived
   *[other] { $count } clients archived
}
said-bulk-unarchived = { $count ->
    [one] 1 client back in the list
   *[other] { $count } clients back in the list
}
said-bulk-trashed = { $count ->
    [one] 1 client moved to trash
   *[other] { $count } clients moved to trash
}
bulk-none = none
contact-nowhere = no client
size-bytes = { $whole } { $whole ->
    [one] byte
   *[other] bytes
}
size-kilobytes = { $whole } KB
size-kilobytes-tenths = { $whole }.{ $tenth } KB
size-megabytes = { $whole } MB
size-megabytes-tenths = { $whole }.{ $tenth } MB
title-none = Untitled
said-archive-brought = { $count ->
    [0] Nothing new in this archive
    [one] 1 record brought in
   *[other] { $count } records brought in
}
said-book-restored = { $count ->
    [0] The book already is as of { $when }
    [one] Restored from { $when }: 1 record
   *[other] Restored from { $when }: { $count } records
}
said-merged = “{ $gone }” made one with “{ $kept }”
said-unmerged = Two again: “{ $kept }” and “{ $gone }”
said-apart = Noted: “{ $name }” and “{ $other }” are not the same
said-imported-all = Brought in: { $parts }
imported-touchpoints = { $count ->
    [one] 1 appointment
   *[other] { $count } appointments
}
imported-contacts = { $count ->
    [one] 1 contact
   *[other] { $count } contacts
}
imported-clients = { $count ->
    [one] 1 client
   *[other] { $count } clients
}
imported-updated = { $count ->
    [one] 1 record updated
   *[other] { $count } records updated
}
imported-merged = { $count ->
    [one] 1 duplicate made one
   *[other] { $count } duplicates made one
}
said-path-edited = Path saved
said-need = Need written down
said-promise = Promise written down
said-promise-kept = Promise kept
said-closed-held = Noted: held
said-closed-missed = Noted: missed
said-closed-cancelled = Noted: cancelled
said-closed-again = Noted: to come
said-air-laid = { $minutes } min of air laid { $when }
said-air-used = Changed
said-hung = Put { $when }
said-concluded = { $work ->
    [0] Conclusion set { $when }
    [one] Conclusion set { $when }, 1 piece of work before
   *[other] Conclusion set { $when }, { $work } pieces of work before
}
said-taken-back = { $over ->
    [none] Undone: { $what }
   *[other] Undone: { $what }. It now overlaps “{ $over }”.
}
said-done-again = { $over ->
    [none] Done again: { $what }
   *[other] Done again: { $what }. It now overlaps “{ $over }”.
}
said-client-trashed-with = Put in the trash: { $name }, with { $what }
said-restored-with-client = Restored: { $title }, with its client { $client }
said-gone-for-good = Erased for good: { $what }. The book’s copies follow on { $day }
