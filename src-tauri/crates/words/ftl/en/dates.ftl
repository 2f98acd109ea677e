date-weekday = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
}
date-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
date-first = 1
date-day = { $weekday } { $day } { $month }
date-day-year = { $weekday } { $day } { $month } { $year }
date-date = { $day } { $month }
date-date-year = { $day } { $month } { $year }
weekday-long = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
repeats-daily = { $interval ->
    [1] every day
   *[other] every { $interval } days
}
repeats-weekly = { $interval ->
    [1] every week
   *[other] every { $interval } weeks
}
repeats-monthly = { $interval ->
    [1] every month
   *[other] every { $interval } months
}
repeats-yearly = { $interval ->
    [1] every year
   *[other] every { $interval } years
}
repeats-otherwise = by a rule of its first calendar
repeats-dates = { $count ->
    [one] one more date
   *[other] { $count } more dates
}
repeats-on = { $every }, on { $days }
repeats-until = { $every }, until { $day }
repeats-count = { $every }, { $count } times
repeats-more = { $every } (and further rules)

# How long.
length-minutes = { $count } min
length-hours = { $hours } h
length-hours-minutes = { $hours } h { $minutes } min
