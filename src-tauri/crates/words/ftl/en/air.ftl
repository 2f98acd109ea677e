# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Work
work-preparation = Prepare “{ $title }”
work-travel = Travel: { $title }

# How a day breathes.
air-of = { $kept } of { $wanted } min
air-line = Air: { $measure }, { $state }
air-state-full = breathing freely
air-state-even = just enough
air-state-short = short of breath
air-lunch = Lunch { $from } – { $until }
air-lunch-none = And no time for lunch
