# A touchpoint: its draft, its sheet and its fields.
touchpoint-new = New touchpoint
touchpoint-sheet = Touchpoint
touchpoint-kind = How
touchpoint-kind-phone = Phone
touchpoint-kind-video = Video
touchpoint-kind-inPerson = In person
touchpoint-kind-other = Calendar
touchpoint-state = Where it stands
touchpoint-state-planned = Planned
touchpoint-state-held = Held
touchpoint-state-missed = Missed
touchpoint-state-cancelled = Cancelled
touchpoint-title = Title
touchpoint-title-hint = A title, or nothing: the client’s name will do
touchpoint-client = Client
touchpoint-client-hint = Find or create a client
touchpoint-client-create = Create “{ $name }”
touchpoint-client-clear = Remove the client
touchpoint-client-open = Open { $name }’s page
touchpoint-reason = The reason
touchpoint-reason-bring = I bring
touchpoint-reason-bring-hint = what I give them
touchpoint-reason-astonish = I astonish
touchpoint-reason-astonish-hint = what they do not expect
touchpoint-reason-clarify = I clarify
touchpoint-reason-clarify-hint = the need I help make clear
touchpoint-when = When
touchpoint-when-timed = At a time
touchpoint-when-allDay = All day
touchpoint-when-tray = To place
touchpoint-day = Day
touchpoint-start = Start
touchpoint-length = Length
touchpoint-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
touchpoint-all-day = All day
touchpoint-all-days = From { $from } to { $until }
touchpoint-waits = To place · { $length }
touchpoint-from-to = { $from } – { $until }
touchpoint-there = { $hours } there ({ $zone })
touchpoint-calendar = Open the calendar
touchpoint-place = Place
touchpoint-place-hint = An address, a room…
touchpoint-link = Video link
touchpoint-link-hint = https://…
touchpoint-link-make = Create a video link
touchpoint-link-copy = Copy the link
touchpoint-link-copied = Link copied
touchpoint-join-on = { $service ->
    [jitsi] Join on Jitsi
    [teams] Join on Teams
    [meet] Join on Meet
    [zoom] Join on Zoom
    [webex] Join on Webex
   *[other] Join
}
touchpoint-people = Participants
touchpoint-people-hint = A name or an address, then Enter
touchpoint-people-remove = Remove { $name }
touchpoint-people-organizer = organises
touchpoint-attendance-waiting = no answer
touchpoint-attendance-accepted = will come
touchpoint-attendance-declined = will not come
touchpoint-attendance-tentative = perhaps
touchpoint-notes = Notes
touchpoint-notes-hint = Before, during…
touchpoint-outcome = What came of it
touchpoint-outcome-hint = What was said, what is next
touchpoint-more = Place, link, participants, notes
touchpoint-plan = Plan
touchpoint-plan-tray = Add to place
touchpoint-give-up = Give up
touchpoint-given-up = Draft given up.
touchpoint-resume = Take it up again
touchpoint-refused = This slot is refused
touchpoint-tight = Tight
touchpoint-free = Free
touchpoint-nearest = Free nearby
touchpoint-move = Move…
touchpoint-trash = Move to the trash
touchpoint-restore = Restore
touchpoint-trashed = This touchpoint is in the trash.
touchpoint-menu = Other actions
touchpoint-repeats = Repeats { $rule }
touchpoint-scope = Change
touchpoint-scope-this = This one
touchpoint-scope-following = The following
touchpoint-scope-all = All
touchpoint-source = Comes from { $name }
touchpoint-saving = Saving…
touchpoint-saved = Saved
touchpoint-unsaved = Not saved
touchpoint-example = Example
touchpoint-urgent = It is urgent
touchpoint-material = What a reason can be made of
touchpoint-lead = Reminder
touchpoint-lead-ofKind = As for the others
touchpoint-confidential = Confidential: nobody else should hear

# What surrounds a meeting.
around-title = What surrounds it
around-preparation = Get ready…
around-travel = Travel…
