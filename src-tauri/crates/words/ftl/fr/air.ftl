# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Travail
work-preparation = Préparer « { $title } »
work-travel = Trajet : { $title }

# How a day breathes.
air-of = { $kept } min sur { $wanted }
air-line = Air : { $measure }, { $state }
air-state-full = souffle plein
air-state-even = souffle juste
air-state-short = à court
air-lunch = Déjeuner { $from } – { $until }
air-lunch-none = Et pas le temps de déjeuner
