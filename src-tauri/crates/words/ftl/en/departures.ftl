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
departure-mail-attached = To be attached before sending: { $file }
said-departure-prepared = Invitation ready in Departures. Nobody has been told.
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
