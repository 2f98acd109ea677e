# Pairs that may be one.
duplicates = Possible duplicates
duplicates-about = Nothing is merged without you, and whatever is can be separated again, even long after.
duplicates-go = Review possible duplicates
duplicates-notice = { $count ->
    [one] 1 pair looks alike.
   *[other] { $count } pairs look alike.
}
duplicates-look = Review
duplicates-at = { $at } of { $total }
duplicates-pair = { $a } and { $b }
duplicates-next = Next pair
duplicates-previous = Previous pair
duplicates-merge = Merge
duplicates-apart = Not the same
duplicates-apart-contact = Not the same person
duplicates-apart-client = Not the same company
duplicates-both = Keep both
duplicates-why-uid = same identity
duplicates-why-email = same e-mail
duplicates-why-phone = same number
duplicates-why-name = same name
duplicates-none = No duplicates to review
duplicates-none-why = Two records that look alike will appear here, side by side.
