# Why a slot is tight or refused: one sentence each.
verdict-overlap = Overlaps “{ $title }” ({ $hours })
verdict-overlap-day = Overlaps “{ $title }” ({ $when })
verdict-out-of-hours = Outside your hours ({ $hours })
verdict-day-off = A day off
verdict-skipped = This time does not exist on that day (clocks go forward): it will be { $time }
verdict-twice = This time happens twice (clocks go back): the first one is taken
verdict-no-shift = This repetition cannot be moved as a whole; choose “This one” or “The following”
verdict-out-of-calendar = This date is outside the calendar (1900 – 2200)
verdict-on-air = Air lies there ({ $hours })
verdict-air = No air left: { $left } of { $of } would remain
verdict-lunch = No time to eat: { $length } between { $hours }
verdict-video = Too much video: { $length } that day, { $most } at most
verdict-row = { $videos } videos in a row without a { $pause } pause ({ $most } at most)
verdict-buffer = Too close to “{ $title }”: { $length } of buffer missing
verdict-stuck = “{ $title }” would have no place left. { $why }
