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
verdict-unfit-video = { $spot ->
    [home] A video call cannot be held at home
    [office] A video call cannot be held at the office
    [booth] A video call cannot be held in the booth
    [client] A video call cannot be held at a client’s
    [train] A video call cannot be held on a train
   *[other] A video call cannot be held where you are
}
verdict-unfit-confidential = { $spot ->
    [home] This call can be overheard at home
    [office] This call can be overheard at the office
    [booth] This call can be overheard in the booth
    [client] This call can be overheard at a client’s
    [train] This call can be overheard on a train
   *[other] This call can be overheard where you are
}
