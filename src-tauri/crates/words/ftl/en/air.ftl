# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Work
work-preparation = Prepare “{ $title }”
work-travel = Travel: { $title }
between-offer = Offer
between-offer-1 = Price the offer
between-offer-2 = Proofread and lay out
between-proof = Proof
between-proof-1 = Prepare a demonstration on their case
between-proof-2 = Find a reference close to theirs
between-contract = Contract
between-contract-1 = Draft the contract
between-contract-2 = Have the terms approved
between-nothing = Nothing in between
conclude-title = Conclude: { $title }
conclude-promised = Conclude, with what was promised: { $text }
conclude-need = Conclude on their need: { $text }
conclude-seen = Conclude on the offer agreed { $text }
conclude-work-nowhere = “{ $title }” finds no { $length } before

# How a day breathes.
air-of = { $kept } of { $wanted } min
air-line = Air: { $measure }, { $state }
air-state-full = breathing freely
air-state-even = just enough
air-state-short = short of breath
air-lunch = Lunch { $from } – { $until }
air-lunch-none = And no time for lunch
