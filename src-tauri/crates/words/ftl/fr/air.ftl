# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Travail
work-preparation = Préparer « { $title } »
work-travel = Trajet : { $title }
