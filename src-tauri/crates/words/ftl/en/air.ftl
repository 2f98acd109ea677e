# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Work
work-preparation = Prepare “{ $title }”
work-travel = Travel: { $title }
