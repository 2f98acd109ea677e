# What was done, as the history tells it. A variable that is not known is “none”.
did-nothing = nothing
did-took-back =
    { $steps ->
        [1] Undone: { $what }
       *[other] Undone, with what depended on it ({ $steps } steps): { $what }
    }
did-did-again = Done again: { $what }
did-moved =
    { $from ->
        [none] Moved “{ $title }”
       *[other] Moved “{ $title }” from { $from } to { $to }
    }
did-resized =
    { $was ->
        [none] Changed the length of “{ $title }”
       *[other] Changed the length of “{ $title }” from { $was } to { $is }
    }
did-copied =
    { $to ->
        [none] Copied “{ $title }”
       *[other] Copied “{ $title }” to { $to }
    }
did-trayed =
    { $from ->
        [none] Took “{ $title }” off the calendar
       *[other] Took “{ $title }” off the calendar, from { $from }
    }
did-untrayed =
    { $to ->
        [none] Placed “{ $title }”
       *[other] Placed “{ $title }” { $to }
    }
did-planned =
    { $at ->
        [none] Planned “{ $title }”
       *[other] Planned “{ $title }” { $at }
    }
did-edited = Edited “{ $title }”{ $fields ->
        [none] {""}
       *[other] : { $fields }
    }{ $was ->
        [none] {""}
       *[other] , from “{ $was }” to “{ $is }”
    }
did-trashed =
    { $at ->
        [none] Put “{ $title }” in the trash
       *[other] Put “{ $title }” of { $at } in the trash
    }
did-restored = Took “{ $title }” out of the trash
did-closed =
    { $what ->
        [held] Closed “{ $title }”: held
        [missed] Closed “{ $title }”: missed
        [cancelled] Closed “{ $title }”: cancelled
        [planned] Opened “{ $title }” again
       *[other] Said what came of “{ $title }”
    }
did-concluded =
    { $at ->
        [none] Planned the conclusion of “{ $title }”
       *[other] Planned the conclusion of “{ $title }” { $at }
    }
did-hung = Added “{ $title }”
did-air-laid = Laid air
did-air-used = Changed freed time
did-client-created = Created the client { $title }
did-client-edited = Edited the client { $title }{ $fields ->
        [none] {""}
       *[other] : { $fields }
    }{ $was ->
        [none] {""}
       *[other] , from “{ $was }” to “{ $is }”
    }
did-client-trashed =
    { $what ->
        [none] Put the client { $title } in the trash
       *[other] Put the client { $title } in the trash, with { $what }
    }
did-client-restored = Took the client { $title } and what went with it out of the trash
did-client-archived = Archived the client { $title }
did-client-unarchived = Took the client { $title } out of the archive
did-path-edited = Changed the path of { $title }
did-need-written = Noted a need of { $title }
did-promise-written = Noted a promise with { $title }
did-contact-created =
    { $client ->
        [none] Created the contact { $title }
       *[other] Created the contact { $title } ({ $client })
    }
did-contact-edited = Edited the contact { $title }{ $fields ->
        [none] {""}
       *[other] : { $fields }
    }{ $was ->
        [none] {""}
       *[other] , from “{ $was }” to “{ $is }”
    }
did-contact-moved = Moved { $title } to { $client }
did-contact-archived = Archived the contact { $title }
did-contact-unarchived = Took the contact { $title } out of the archive
did-contact-trashed = Put the contact { $title } in the trash
did-contact-restored = Took the contact { $title } out of the trash
did-photo-set = Gave { $title } a photo
did-photo-removed = Removed the photo of { $title }
did-place-created = Added the place { $title } ({ $client })
did-place-edited = Edited the place { $title } ({ $client })
did-place-archived = Archived the place { $title } ({ $client })
did-place-unarchived = Took the place { $title } out of the archive ({ $client })
did-place-trashed = Put the place { $title } in the trash ({ $client })
did-place-restored = Took the place { $title } out of the trash ({ $client })
did-attached = Attached { $what } to { $title }
did-detached = Removed { $what } from { $title }
did-view-saved = Saved the view { $title }
did-view-deleted = Removed the view { $title }
did-view-left = Left the list
did-market-saved = Edited the market “{ $title }”{ $fields ->
        [none] {""}
       *[other] : { $fields }
    }
did-market-removed = Removed the market “{ $title }”
did-bulk-tagged = Tagged { $count } clients “{ $what }”
did-bulk-untagged = Removed the tag “{ $what }” from { $count } clients
did-bulk-market = Changed the market of { $count } clients: { $what }
did-bulk-tier = Changed the tier of { $count } clients: { $what }
did-bulk-archived = Archived { $count } clients
did-bulk-unarchived = Took { $count } clients out of the archive
did-bulk-trashed = Put { $count } clients and their own in the trash
did-settings = Changed the settings{ $fields ->
        [none] {""}
       *[other] : { $fields }
    }{ $was ->
        [none] {""}
       *[other] , from “{ $was }” to “{ $is }”
    }
did-stood = Said where one is
did-moved-along = Followed the time here
did-stayed = Kept the time at home
did-welcomed = Began
did-examples = Added the examples
did-examples-removed = Removed the examples
did-imported = Brought in { $count } touchpoints from { $title }
did-imported-people = Brought in { $count } cards from { $title }
did-archive-brought = Brought in the archive “{ $title }” (records: { $count })
did-mapped = Said what the columns of a table mean
did-merged = Merged “{ $gone }” into “{ $title }”
did-unmerged = Separated “{ $gone }” from “{ $title }”
did-apart = Said that “{ $title }” and “{ $other }” are not the same
did-departure-prepared = Prepared the invitation to “{ $title }”
did-departure-withdrawn = Withdrew a departure for “{ $title }”
did-departure-informed = Informed about “{ $title }”
did-reminded = Reminded
did-undo = Undone
did-redo = Redone
did-gone-for-good = Erased for good: { $what }
did-trash-emptied = Emptied the trash: { $what }
did-trash-swept = Gone from the trash after 30 days: { $what }
# Words of a record’s own, as a person says them.
value-held = held
value-missed = missed
value-cancelled = cancelled
value-planned = planned
value-phone = phone
value-video = video
value-in-person = in person
value-other = other
value-open = open
value-restricted = restricted
value-closed = closed
value-fr = French
value-en = English
value-light = light
value-dark = dark
value-system = as the system
value-a = A
value-b = B
value-c = C
value-none = nothing
# Fields the command line does not name.
field-given = first name
field-family = last name
field-department = department
field-address = address
field-aim = aim
field-course = steps of the path
field-rhythm = rhythm
field-look-again = day to look again
field-needs = needs
field-promises = promises
field-confidential = confidentiality
field-lead = reminder
field-archived-at = archive
field-trashed-at = trash
field-language = language
field-theme = theme
field-home = time zone
field-hours = working hours
field-air = rules of air
field-region = public holidays
field-leave = leave
field-spots = places of work
field-reminding = reminders
field-me = sender’s address
field-since = since
field-cause = cause
field-changes = what it changes
count-clients =
    { $count ->
        [one] { $count } client
       *[other] { $count } clients
    }
count-contacts =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
count-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
count-touchpoints =
    { $count ->
        [one] { $count } touchpoint
       *[other] { $count } touchpoints
    }
did-objected = Objection noted: { $title }
did-objection-lifted = Objection lifted: { $title }
did-client-objected = Objection of the client noted: { $title }
did-client-objection-lifted = Objection of the client lifted: { $title }
did-stays =
    { $count ->
        [one] 1 person kept until { $day }
       *[other] { $count } people kept until { $day }
    }
did-erased = A person erased
did-forgotten = The book's copies made again without what was erased
did-book-restored = Book restored: { $when }
did-book-restored-missing = Brought back what was missing: { $when }
