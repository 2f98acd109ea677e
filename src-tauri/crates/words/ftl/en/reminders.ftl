# Reminders: notifications, what was missed, the tray of the desktop, and their settings.
reminder-phone = Call
reminder-video = Video
reminder-visit = Visit
reminder-bring = I bring: { $answer }
reminder-astonish = I astonish: { $answer }
reminder-clarify = I clarify: { $answer }
reminder-urgent = Urgent, with no other reason
reminder-without-reason = Its reason is still to be found
reminder-many = { $count } touchpoints are near
reminder-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
reminder-open-window = Open Sentier
reminder-quit = Quit
reminder-nothing-next = Nothing planned this week
reminders = Reminders
reminder-open = Open
reminder-join = Join
reminder-later = Later
reminder-later-long = Put off: { $title }
reminder-dismiss = Noted: { $title }
reminder-put-off = Put off until { $when }
reminder-delay-tenMinutes = In ten minutes
reminder-delay-hour = In an hour
reminder-delay-nextVideo = Before the next video meeting
reminder-delay-morning = The next working morning
reminder-menu = More actions: { $title }
reminder-held = It was held
reminder-not-held = It was missed
reminder-seen = Seen
reminders-missed = { $count ->
    [one] One touchpoint went by without a reminder
   *[other] { $count } touchpoints went by without a reminder
}
reminders-seen = All seen
reminders-more = Show the { $count } others
reminding-why = Outside working hours and on days off nothing rings; what could not be said waits to be seen.
reminding-on = Remind me of touchpoints, with their reason
reminding-phone = Phone
reminding-video = Video
reminding-inPerson = In person
reminding-other = Other
reminding-never = No reminder
reminding-start = When it starts
reminding-minutes = { $count } min before
reminding-hours = { $count } h before
reminding-day = A day before
reminding-tray = Keep Sentier in the tray when the window closes
reminding-tray-why = Reminders go on; “Quit” is in its menu.
reminding-no-tray = This desktop has no tray: closing the window quits Sentier.
reminding-session = Start with the session, without opening the window
