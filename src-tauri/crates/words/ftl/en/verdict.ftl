# Why a slot is tight or refused: one sentence each.
verdict-overlap = Overlaps “{ $title }” ({ $hours })
verdict-overlap-day = Overlaps “{ $title }” ({ $when })
verdict-out-of-hours = Outside your hours ({ $hours })
verdict-day-off = A day off
verdict-skipped = This time does not exist on that day (clocks go forward): it will be { $time }
verdict-twice = This time happens twice (clocks go back): the first one is taken
verdict-no-shift = This repetition cannot be moved as a whole; choose “This one” or “The following”
verdict-out-of-calendar = This date is outside the calendar (1900 – 2200)
