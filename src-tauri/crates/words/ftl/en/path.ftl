# Where a path leads, its clocks and steps, and what it is made of.
path-discovery-1 = Find out what really occupies them
path-discovery-2 = Show on their own case what changes
path-discovery-3 = Prepare the proposal with what was said
path-discovery-4 = Settle the last doubt and conclude
path-discovery-5 = See the workshop and those who will use it
path-care-1 = See the place and meet the team
path-care-2 = Check that what was delivered is of use
path-care-3 = Bring an idea born at a peer of theirs
path-renewal-1 = Take stock with their own figures
path-renewal-2 = Prepare what changes from here on
path-renewal-3 = Conclude the renewal
path-return-1 = Hear what was missing
path-return-2 = See on the spot what has changed
path-return-3 = Propose a new start on trial
path-advice-phone = Two tries without an answer: a call may serve better.
path-advice-video = Two calls without an answer: propose a video instead.
path-advice-in-person = Two tries without an answer: a visit would say more.
path-advice-silence = Nothing answered: leave them some silence.
material-promise = What we had promised: { $text }
material-need = Their need, still open: { $text }
material-market = The “{ $name }” market is { $state ->
    [closed] closed
    [restricted] restricted
   *[open] open again
}
material-market-since = { $text } since { $day }
material-market-from = { $text } from { $day }
material-market-detail = { $text }: { $detail }
material-last = Further to last time: { $text }
material-workshop = Nobody has seen their workshop at work yet
material-premises = Nobody has seen their premises yet
material-unmet = Meet { $text }, whom nobody knows yet
path-aim = Where the path leads
path-aim-open = Aim not said
path-aim-conclude = Conclude
path-aim-keep = Keep the tie alive
path-aim-renew = Renew
path-aim-winBack = Win back
path-clocks = The path’s rhythm
path-state-never = Never
path-state-onTrack = On track
path-state-soon = Soon
path-state-overdue = Too long
path-since = { $days ->
    [0] today
    [one] 1 day ago
   *[other] { $days } days ago
}
