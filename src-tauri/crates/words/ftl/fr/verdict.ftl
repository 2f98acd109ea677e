# Why a slot is tight or refused: one sentence each.
verdict-overlap = Chevauche « { $title } » ({ $hours })
verdict-overlap-day = Chevauche « { $title } » ({ $when })
verdict-out-of-hours = Hors de vos heures ({ $hours })
verdict-day-off = Jour non travaillé
verdict-skipped = Cette heure n’existe pas ce jour-là (passage à l’heure d’été) : ce sera { $time }
verdict-twice = Cette heure a lieu deux fois (passage à l’heure d’hiver) : la première est retenue
verdict-no-shift = Cette répétition ne peut pas être décalée d’un bloc ; choisissez « Cette fois » ou « Les suivantes »
verdict-out-of-calendar = Cette date sort du calendrier (1900 – 2200)
verdict-on-air = De l’air est posé là ({ $hours })
verdict-air = Plus d’air : il resterait { $left } sur { $of }
verdict-lunch = Plus de quoi déjeuner : { $length } entre { $hours }
verdict-video = Trop de visio : { $length } ce jour-là, { $most } au plus
verdict-row = { $videos } visios d’affilée sans { $pause } de pause ({ $most } au plus)
verdict-buffer = Trop près de « { $title } » : il manque { $length } de battement
verdict-stuck = « { $title } » n’aurait plus de place. { $why }
verdict-unfit-video = { $spot ->
    [home] Chez vous, une visio ne tient pas
    [office] Au bureau, une visio ne tient pas
    [booth] En cabine, une visio ne tient pas
    [client] Chez un client, une visio ne tient pas
    [train] Dans le train, une visio ne tient pas
   *[other] Là où vous êtes, une visio ne tient pas
}
verdict-unfit-confidential = { $spot ->
    [home] Chez vous, on peut entendre cet appel
    [office] Au bureau, on peut entendre cet appel
    [booth] En cabine, on peut entendre cet appel
    [client] Chez un client, on peut entendre cet appel
    [train] Dans le train, on peut entendre cet appel
   *[other] Là où vous êtes, on peut entendre cet appel
}
