# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Travail
work-preparation = Préparer « { $title } »
work-travel = Trajet : { $title }
between-offer = Proposition
between-offer-1 = Chiffrer la proposition
between-offer-2 = Relire et mettre en forme
between-proof = Preuve
between-proof-1 = Préparer une démonstration sur leur cas
between-proof-2 = Trouver une référence proche
between-contract = Contrat
between-contract-1 = Rédiger le contrat
between-contract-2 = Faire valider les conditions
between-nothing = Rien entre les deux
conclude-title = Conclure : { $title }
conclude-promised = Conclure, avec ce qui est promis : { $text }
conclude-need = Conclure sur leur besoin : { $text }
conclude-seen = Conclure sur la proposition convenue { $text }
conclude-work-nowhere = « { $title } » ne trouve pas { $length } avant

# How a day breathes.
air-of = { $kept } min sur { $wanted }
air-line = Air : { $measure }, { $state }
air-state-full = souffle plein
air-state-even = souffle juste
air-state-short = à court
air-lunch = Déjeuner { $from } – { $until }
air-lunch-none = Et pas le temps de déjeuner
air-lunch-here = déjeuner
air-here = air

# Air and time of one's own, as blocks.
air-purpose-air = Air
air-purpose-freed = Air libéré
air-purpose-work = Travail
air-purpose-preparation = Préparation
air-purpose-travel = Trajet
air-lay = Poser de l’air
air-lay-here = De l’air ici
air-keep = Rien (laisser de l’air)
air-to-work = En faire du travail
air-set-free = Rendre libre
air-freed-why = Un rendez-vous a laissé ce temps. Sans rien faire, il reste de l’air.
air-laid-why = Rien ne sera proposé ici.
work-done = Fait
work-again = Encore à faire

# What forcing costs.
air-force = Placer quand même (doit { $length } d’air)
air-debt-name = doit { $length } d’air
air-debt-sheet = Placé malgré les règles de ce jour : { $length } d’air sont à rendre dans la semaine.
air-would-owe = Placé quand même, il devrait { $length } d’air

# What goes along with a meeting.
air-follows-stays = reste où c’est
air-follows-said = « { $title } » suit : { $when }
air-follows-nobody = Personne n’est prévenu.

# What a week owes, and what was freed.
air-owed = { $length } d’air à rendre
air-owed-title = De l’air à rendre
air-owed-why = Un rendez-vous a été placé malgré les règles. Ce qu’il a pris se rend dans la même semaine, où il reste de la place.
air-owed-this-week = cette semaine
air-owed-left = encore { $length }
air-repay = Poser l’air
air-freed-said = { $said }. { $length } d’air gardées
air-freed-use = Autre usage…

# A week looked back at.
look-back = Ma semaine
look-back-go = Ma semaine, en arrière
look-back-why = L’air, les promesses et les raisons de la semaine.
look-back-previous = Semaine précédente
look-back-next = Semaine suivante
look-back-alone = Vous seul voyez ceci : ce n’est ni compté, ni exporté, ni partagé.
look-back-offer = Un regard en arrière sur la semaine ?
look-back-air-none = Aucune journée travaillée n’est encore passée.
look-back-air-kept = Chaque journée a gardé son air.
look-back-air-short = { $count ->
    [one] Une journée a manqué d’air : { $days }.
   *[other] Des journées ont manqué d’air : { $days }.
}
look-back-owed = { $length } d’air restent à rendre.
look-back-promises-none = Aucune promesse n’était due.
look-back-promises-all = { $of ->
    [one] La promesse due est tenue.
   *[other] Toutes les promesses dues sont tenues.
}
look-back-promises-waiting = { $of ->
    [one] La promesse due attend encore.
   *[other] Les { $of } promesses dues attendent encore.
}
look-back-promises = { $kept ->
    [one] 1 promesse tenue sur { $of } dues.
   *[other] { $kept } promesses tenues sur { $of } dues.
}
look-back-reasons = { $count ->
    [one] Un rendez-vous a eu lieu sans que personne dise pourquoi.
   *[other] { $count } rendez-vous ont eu lieu sans que personne dise pourquoi.
}
look-back-urgent = { $count ->
    [one] Un rendez-vous a été pris dans l’urgence.
   *[other] { $count } rendez-vous ont été pris dans l’urgence.
}
