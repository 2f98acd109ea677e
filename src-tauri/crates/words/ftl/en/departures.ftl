# Departures: what will leave, and only after a press.
departure-file-request = invitation
departure-file-cancel = cancellation
departure-phone = Call
departure-video = Video call
departure-in-person = Meeting
departure-other = Appointment
departure-mail-subject = Invitation: { $title }, { $when }
departure-mail-cancel-subject = Cancelled: { $title }, { $when }
departure-mail-opening =
    Hello,

    I suggest: { $title }, { $when }.
departure-mail-cancel-opening =
    Hello,

    This will not take place: { $title }, { $when }.
departure-mail-uninvite-subject = Invitation cancelled: { $title }, { $when }
departure-mail-uninvite-opening =
    Hello,

    You are no longer expected at: { $title }, { $when }.
departure-mail-attached = To be attached before sending: { $file }
said-departure-prepared = Invitation ready in Departures. Nobody has been told.
said-departure-uninvite-prepared = Cancellation ready in Departures. Nobody has been told.
said-departure-withdrawn = Taken out of departures
said-departure-informed = Saved: { $file }
history-departure-prepared = Prepare the invitation to “{ $title }”
history-departure-withdrawn = Withdraw a departure about “{ $title }”
history-departure-informed = Inform about “{ $title }”
error-me = First say your name and address
error-me-hint = An invitation carries the address of whoever invites. It is in Settings.
error-not-ours = Somebody else calls this meeting
error-not-ours-hint = Answer them rather than their guests.
error-nobody-to-tell = Nobody to tell: no participant has an address
error-nobody-to-tell-hint = Add a participant’s address, then try again.
error-nothing-to-tell = They know all of that already
error-no-invitation = This meeting has no time, or no longer takes place
error-no-invitation-hint = Place it in the calendar first.
departures = Departures
departures-about = What will leave, in order. Nothing leaves this computer without a press of yours.
departures-go = Open departures
departures-empty = Nothing waits
departures-empty-why = Nobody is told without a press of yours.
departures-waiting = Waiting
departures-waiting-count = { $count ->
    [one] 1 departure waiting
   *[other] { $count } departures waiting
}
departures-informed = Told
departures-request = Invitation
departures-again = Invitation, again
departures-cancel = Cancellation
departures-uninvite = Cancellation, removed guests
departures-at = told { $when }
departures-stale = To be told again
departures-change-time = new time
departures-change-repeats = repeats otherwise
departures-change-place = new place
departures-change-link = new link
departures-change-title = new title
departures-change-people = other guests
departures-inform = Inform…
departures-inform-long = Inform about “{ $title }”
departures-withdraw = Withdraw
departures-withdraw-long = Withdraw the departure about “{ $title }”
departures-prepare-again = Prepare again
departures-open = Open “{ $title }”
departures-next = The message is saved and a mail draft opens. Attach the file to it.
departures-left-out = { $count ->
    [one] One address does not fit in the draft: add it.
   *[other] { $count } addresses do not fit in the draft: add them.
}
departures-me = Who invites
departures-me-why = Your name and address, as your guests will read them. They stay on this computer.
departures-me-name = Your name
departures-me-email = Your address
departures-sheet = Invitation
departures-prepare = Prepare the invitation
departures-sheet-nobody = Add a participant’s address to invite them.
departures-sheet-request = The invitation waits in Departures. Nobody has been told.
departures-sheet-cancel = The cancellation waits in Departures. Nobody has been told.
departures-sheet-uninvite = The cancellation for the removed guests waits in Departures. Nobody has been told.
departures-sheet-told-request = Invited { $when }
departures-sheet-told-cancel = Told of the cancellation { $when }
departures-sheet-see = See departures
