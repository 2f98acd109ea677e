date-weekday = { $day ->
    [1] lun.
    [2] mar.
    [3] mer.
    [4] jeu.
    [5] ven.
    [6] sam.
   *[other] dim.
}
date-month = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[other] déc.
}
date-first = 1er
date-day = { $weekday } { $day } { $month }
date-day-year = { $weekday } { $day } { $month } { $year }
date-date = { $day } { $month }
date-date-year = { $day } { $month } { $year }
weekday-long = { $day ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[other] dimanche
}
repeats-daily = { $interval ->
    [1] chaque jour
   *[other] tous les { $interval } jours
}
repeats-weekly = { $interval ->
    [1] chaque semaine
   *[other] toutes les { $interval } semaines
}
repeats-monthly = { $interval ->
    [1] chaque mois
   *[other] tous les { $interval } mois
}
repeats-yearly = { $interval ->
    [1] chaque année
   *[other] tous les { $interval } ans
}
repeats-otherwise = selon une règle de son agenda d’origine
repeats-dates = { $count ->
    [one] une autre date
   *[other] { $count } autres dates
}
repeats-on = { $every }, le { $days }
repeats-until = { $every }, jusqu’au { $day }
repeats-count = { $every }, { $count } fois
repeats-more = { $every } (et d’autres règles)

# How long.
length-minutes = { $count } min
length-hours = { $hours } h
length-hours-minutes = { $hours } h { $minutes }
