# The calendar: what its blocks, its hours and its gestures are called.
calendar-kind-phone = Téléphone
calendar-kind-video = Visio
calendar-kind-inPerson = En personne
calendar-kind-other = Agenda
calendar-state-held = a eu lieu
calendar-state-missed = manqué
calendar-state-cancelled = annulé
calendar-reason-bring = J’apporte
calendar-reason-astonish = J’étonne
calendar-reason-clarify = J’éclaire
calendar-reason-line = { $question } : { $text }
calendar-repeats = se répète
calendar-transparent = laisse le temps libre
calendar-link = { $service ->
    [jitsi] lien Jitsi
    [teams] lien Teams
    [meet] lien Meet
    [zoom] lien Zoom
    [webex] lien Webex
   *[other] lien visio
}
calendar-there = { $hours } là-bas
calendar-all-day = Jour entier
calendar-all-day-lane = Journées entières
calendar-hours = { $from } – { $until }
calendar-from-to = { $from } à { $until }
calendar-continued = suite de la veille
calendar-name-at = { $day }, { $hours }
calendar-name-reason = raison : { $reason }
calendar-week = sem. { $week }
calendar-week-long = Semaine { $week }
calendar-day-count = { $day }, { $count ->
    [0] aucun rendez-vous
    [one] 1 rendez-vous
   *[other] { $count } rendez-vous
}
calendar-day-off = jour non travaillé
calendar-today = aujourd’hui
calendar-more = +{ $count }
calendar-more-long = { $count ->
    [one] 1 autre, { $day }
   *[other] { $count } autres, { $day }
}
calendar-less = Replier
calendar-grid = Calendrier, { $range }

calendar-tray = À placer
calendar-tray-empty = Rien n’attend.
calendar-tray-teach = Glissez ici un rendez-vous pour le garder sans date.
calendar-tray-drop = Déposer ici pour le placer plus tard

calendar-mini = Choisir un jour
calendar-mini-previous = Mois précédent
calendar-mini-next = Mois suivant
calendar-mini-today = Revenir à aujourd’hui

calendar-agenda-empty = Rien de prévu sur ces semaines.
calendar-agenda-more = Voir la suite
calendar-agenda-free = Rien de prévu
calendar-empty-teach = Tirez sur les heures pour planifier, ou glissez un rendez-vous depuis « À placer ».

calendar-free = libre
calendar-tight = serré
calendar-refused = refusé
calendar-why-more = { $count ->
    [one] et une autre raison
   *[other] et { $count } autres raisons
}
calendar-nowhere = Hors du calendrier : revient à sa place
calendar-choose = Choisissez un créneau
calendar-choose-long = Cliquez le créneau où placer « { $title } ».
calendar-choose-cancel = Annuler
calendar-copying = copie
calendar-new = Nouveau rendez-vous

calendar-taken-keys = « { $title } » en main. Flèches pour déplacer, Majuscule et flèches pour la durée, Entrée pour poser, Échap pour annuler.
calendar-taken-clicks = « { $title } » en main. Cliquez un créneau, Échap pour annuler.
calendar-back = Remis à sa place.

calendar-force = Placer quand même
calendar-scope-this = Cette fois
calendar-scope-following = Les suivantes
calendar-scope-all = Toutes

block-open = Ouvrir
block-join = Rejoindre
block-client = Voir { $name }
block-tray = Placer plus tard
block-held = A eu lieu…
block-missed = Manqué…
block-planned = À venir, finalement
calendar-wants-reason = cherche sa raison
calendar-looking = Cherche sa raison
