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
