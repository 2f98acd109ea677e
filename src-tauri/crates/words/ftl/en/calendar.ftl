# The calendar: what its blocks, its hours and its gestures are called.
calendar-kind-phone = Phone
calendar-kind-video = Video
calendar-kind-inPerson = In person
calendar-kind-other = Calendar
calendar-state-held = held
calendar-state-missed = missed
calendar-state-cancelled = cancelled
calendar-reason-bring = I bring
calendar-reason-astonish = I astonish
calendar-reason-clarify = I clarify
calendar-reason-line = { $question }: { $text }
calendar-repeats = repeats
calendar-transparent = leaves the time free
calendar-link = { $service ->
    [jitsi] Jitsi link
    [teams] Teams link
    [meet] Meet link
    [zoom] Zoom link
    [webex] Webex link
   *[other] video link
}
calendar-there = { $hours } there
calendar-all-day = All day
calendar-all-day-lane = All-day
calendar-hours = { $from } – { $until }
calendar-from-to = { $from } to { $until }
calendar-continued = continued from the day before
calendar-name-at = { $day }, { $hours }
calendar-name-reason = reason: { $reason }
calendar-week = wk { $week }
calendar-week-long = Week { $week }
calendar-day-count = { $day }, { $count ->
    [0] no meetings
    [one] 1 meeting
   *[other] { $count } meetings
}
calendar-day-off = a day off
calendar-today = today
calendar-more = +{ $count }
calendar-more-long = { $count ->
    [one] 1 more, { $day }
   *[other] { $count } more, { $day }
}
calendar-less = Fold
calendar-grid = Calendar, { $range }

calendar-tray = To place
calendar-tray-empty = Nothing waits.
calendar-tray-teach = Drag a meeting here to keep it without a date.
calendar-tray-drop = Drop here to place it later

calendar-mini = Choose a day
calendar-mini-previous = Previous month
calendar-mini-next = Next month
calendar-mini-today = Back to today

calendar-agenda-empty = Nothing planned over these weeks.
calendar-agenda-more = Show what follows
calendar-agenda-free = Nothing planned
calendar-empty-teach = Drag over the hours to plan, or drag a meeting from “To place”.

calendar-free = free
calendar-tight = tight
calendar-refused = refused
calendar-why-more = { $count ->
    [one] and one more reason
   *[other] and { $count } more reasons
}
calendar-nowhere = Off the calendar: it goes back
calendar-choose = Choose a slot
calendar-choose-long = Click the slot for “{ $title }”.
calendar-choose-cancel = Cancel
calendar-copying = copy
calendar-new = New meeting

calendar-taken-keys = “{ $title }” in hand. Arrows to move, Shift and arrows for its length, Enter to drop, Escape to cancel.
calendar-taken-clicks = “{ $title }” in hand. Click a slot, Escape to cancel.
calendar-back = Back in its place.

calendar-force = Place it anyway
calendar-scope-this = This one
calendar-scope-following = The following
calendar-scope-all = All of them

block-open = Open
block-join = Join
block-client = See { $name }
block-tray = Place it later
block-held = It took place…
block-missed = It was missed…
block-planned = Still to come
calendar-wants-reason = looks for its reason
calendar-looking = Looks for its reason
