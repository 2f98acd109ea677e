# The concluding meeting, in one gesture.
conclude-go = Conclude in three days
conclude-go-what = Conclude in three days: { $title }
conclude-panel = Conclude “{ $title }”
conclude-do = Conclude
conclude-leave = Not now
conclude-finding = Looking for the place…
conclude-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
conclude-days-after = How many working days later
conclude-sooner = One working day sooner
conclude-later = One working day later
conclude-same-hour = same hour
conclude-other-hour = as near to its hour as can be
conclude-hour = At what hour
conclude-hour-own = Same hour
conclude-hour-chosen = at the hour chosen
conclude-near-chosen = as near to the hour chosen as can be
conclude-impossible = { $day }, it is not possible
conclude-instead = Rather { $when }
conclude-line = From the meeting to its conclusion
conclude-stone-first = Meeting
conclude-stone-work = Work
conclude-stone-conclusion = Conclusion
conclude-work = Until then
conclude-template = The work until then
conclude-own = My own way
conclude-piece = Work { $n }
conclude-piece-hint = What there is to do
conclude-minutes = Minutes for “{ $title }”
conclude-minutes-short = min
conclude-earlier = Do earlier: { $title }
conclude-afterwards = Do later: { $title }
conclude-remove = Take away: { $title }
conclude-add = Add work
conclude-people = With the same people: { $names }
conclude-link = { $service ->
    [jitsi] By the same link, Jitsi
    [teams] By the same link, Teams
    [meet] By the same link, Meet
    [zoom] By the same link, Zoom
    [webex] By the same link, Webex
   *[other] By the same link
}
conclude-ended = Ended at { $time }
conclude-tail = Pull to the day one concludes on
conclude-hour-taken = Same hour impossible, rather { $when }
conclude-day-off = That day is not worked, rather { $when }
conclude-done = Done: { $title }
