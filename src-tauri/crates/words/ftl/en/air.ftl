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
air-lunch-here = lunch
air-here = air

# Air and time of one's own, as blocks.
air-purpose-air = Air
air-purpose-freed = Freed air
air-purpose-work = Work
air-purpose-preparation = Preparation
air-purpose-travel = Travel
air-lay = Set air aside
air-lay-here = Air here
air-keep = Nothing (leave it as air)
air-to-work = Make it work time
air-set-free = Set free
air-freed-why = A meeting left this time. Do nothing, and it stays air.
air-laid-why = Nothing will be suggested here.
work-done = Done
work-again = Still to do

# What forcing costs.
air-force = Place anyway (owes { $length } of air)
air-debt-name = owes { $length } of air
air-debt-sheet = Placed against that day’s rules: { $length } of air to give back within the week.
air-would-owe = Placed anyway, it would owe { $length } of air

# What goes along with a meeting.
air-follows-stays = stays where it is
air-follows-said = “{ $title }” follows: { $when }
air-follows-nobody = Nobody is told.

# What a week owes, and what was freed.
air-owed = { $length } of air to give back
air-owed-title = Air to give back
air-owed-why = A meeting was placed against the rules. What it took is given back within the same week, where there is room.
air-owed-this-week = this week
air-owed-left = { $length } left
air-repay = Set the air aside
air-freed-said = { $said }. { $length } of air kept
air-freed-use = Another use…

# A week looked back at.
look-back = My week
look-back-go = My week, looking back
look-back-why = The air, the promises and the reasons of the week.
look-back-previous = Previous week
look-back-next = Next week
look-back-alone = Only you see this: it is not counted, exported or shared.
look-back-offer = A look back at the week?
look-back-air-none = No worked day is over yet.
look-back-air-kept = Each day kept its air.
look-back-air-short = { $count ->
    [one] One day was short of air: { $days }.
   *[other] Some days were short of air: { $days }.
}
look-back-owed = { $length } of air still to give back.
look-back-promises-none = No promise was due.
look-back-promises-all = { $of ->
    [one] The promise that was due is kept.
   *[other] Every promise that was due is kept.
}
look-back-promises-waiting = { $of ->
    [one] The promise that was due still waits.
   *[other] The { $of } promises that were due still wait.
}
look-back-promises = { $kept ->
    [one] 1 promise kept of { $of } due.
   *[other] { $kept } promises kept of { $of } due.
}
look-back-reasons = { $count ->
    [one] One meeting was held without anybody saying why.
   *[other] { $count } meetings were held without anybody saying why.
}
look-back-urgent = { $count ->
    [one] One meeting was planned as urgent.
   *[other] { $count } meetings were planned as urgent.
}
