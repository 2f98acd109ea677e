# The person's rights: consent, objection, review, a copy of one's data, erasure.
field-rights = consent and objection
field-sights = what was seen
field-steps = steps of the path

channel-email = E-mail
channel-phone = Phone
channel-text = Text message
channel-post = Post
channel-other = Other
agreed-given = Agrees
agreed-withdrawn = Withdrawn
agreed-unknown = Unknown
basis-consent = Consent
basis-contract = Contract
basis-legitimateInterest = Legitimate interest
basis-unsaid = No basis given

consents = Consent to be contacted
consents-add = Add a channel
consents-channel = Channel
consents-agreed = What was said
consents-on = Date
consents-on-hint = DD/MM/YYYY
consents-basis = Legal basis
consents-source = Where it comes from
consents-source-hint = A form, a call, a file…
consents-remove = Remove the consent “{ $what }”
consents-short = { $agreed ->
    [given] { $channel }: agrees
    [withdrawn] { $channel }: withdrawn
   *[unknown] { $channel }: unknown
}

objection-say = Does not want to be contacted…
objection-lift = Lift the objection
objection-title = { $name } does not want to be contacted
objection-why = Nothing can be planned with this person any more, and nothing suggests them. What is already planned stays, and cannot be moved.
objection-why-client = Nothing can be planned at this client any more, and nothing suggests them. What is already planned stays, and cannot be moved.
objection-on = Said on
objection-source = How it was said
objection-source-hint = By phone, by e-mail…
objection-note = Note the objection
objection-since = Does not want to be contacted since { $day }
objection-since-source = Does not want to be contacted since { $day } ({ $source })
objection-client-since = This client does not want to be contacted since { $day }

person-export = Copy of their data…
person-exported = Copy written to { $name }
person-erase = Erase this person…
erase-title = Erase { $name }
erase-what = Their record, { $cards ->
    [0] no card they came as
    [one] their card in the file it came in
   *[other] their { $cards } cards in the files they came in
}, { $files ->
    [0] no picture or file
    [one] 1 picture or file
   *[other] { $files } pictures and files
}, their place in invitations and in the history: all of it goes.
erase-touchpoints = { $count ->
    [0] No touchpoint has their name.
    [one] 1 touchpoint stays, with its date, without their name.
   *[other] { $count } touchpoints stay, with their dates, without their name.
}
erase-coming = { $count ->
    [one] 1 meeting to come counts them among its participants.
   *[other] { $count } meetings to come count them among their participants.
}
erase-mentions = Texts with their name, address or number
erase-mentions-why = Those ticked will say “{ $word }” instead. A first name alone or a nickname is not recognised: read again.
erase-mentions-none = No free text names them.
erase-mention-in = { $field } of “{ $title }”
erase-mention-in-untitled = { $field }
erase-copies = The book’s own copies and undo still hold them until { $day } at the latest: at the first start from that day on, Sentier makes its copies again without them. What was done before can then no longer be undone.
erase-soon = Do not wait: at the next start
erase-outside = Out of reach: backups and exports you wrote elsewhere (a USB key, a shared folder), and messages already sent. This book will not bring them back by restoring those; another book would.
erase-final = Until then, Undo brings them back. After that, nothing does.
erase-do = Erase
erase-cancel = Keep
erase-reading = Looking for everything that names them…
erased-nobody = an erased person
erased-list = Erasures
erased-line = { $when }, { $count ->
    [0] no touchpoint
    [one] 1 nameless touchpoint
   *[other] { $count } nameless touchpoints
}
erased-line-due = copies made again from { $day } on
erased-line-reached = copies made again

review = To review
review-open = To review: 3 years without contact
review-why = Nobody here gave a sign of life for three years (the CNIL’s guide for prospects). Nothing is erased by itself: you decide.
review-nobody = Nobody to review
review-none = Everybody gave a sign of life less than three years ago.
review-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
review-last = Last sign: { $day }
review-never = No sign, in the book since { $day }
review-kept = Kept on { $day }
review-kept-why = Kept on { $day }: { $why }
review-objects = Does not want to be contacted
review-keep = Keep
review-keep-whom = Keep { $name }
review-keep-all = { $count ->
    [one] Keep the one chosen
   *[other] Keep the { $count } chosen
}
review-until = Ask again on
review-keep-why = Why
review-keep-why-hint = Still an active client…
review-ask = Get in touch
review-ask-whom = Get in touch with { $name }
review-erase = Erase
review-erase-whom = Erase { $name }
review-choose = Choose { $name }
review-choose-all = Choose all
review-more = Show more

dialog-person = Save the copy of their data
dialog-person-name = personal-data
person-page-intro = Everything Sentier keeps about this person, as of { $day }. The file person.json says the same for a program.
person-page-record = Record
person-page-rights = Consent and objection
person-page-objection = Does not want to be contacted
person-page-touchpoints = Touchpoints
person-page-origins = Origins and attached files
person-page-masked = What is about other people is replaced by “…” wherever the book knows them. Attached files are given as they are.
person-kind-phone = phone
person-kind-video = video
person-kind-inPerson = in person
person-kind-other = other
person-state-planned = planned
person-state-held = held
person-state-missed = missed
person-state-cancelled = cancelled

history-objected = Note the objection of { $title }
history-objection-lifted = Lift the objection of { $title }
history-client-objected = Note the objection of the client { $title }
history-client-objection-lifted = Lift the objection of the client { $title }
history-stays = Keep { $count } people until { $day }
history-erased = Erase a person
history-forgotten = Make the book’s copies again without what was erased
said-objected = { $name } will not be suggested any more
said-objection-lifted = { $name } can be contacted again
said-client-objected = { $name } will not be suggested any more
said-client-objection-lifted = { $name } can be contacted again
said-stays = { $count ->
    [one] 1 person kept until { $day }
   *[other] { $count } people kept until { $day }
}
said-erased = { $count ->
    [0] Person erased. The copies follow on { $day }
    [one] Person erased, 1 touchpoint stays without a name. The copies follow on { $day }
   *[other] Person erased, { $count } touchpoints stay without a name. The copies follow on { $day }
}
error-objection-contact = { $name } does not want to be contacted (said on { $day })
error-objection-contact-hint = Leave this person out, or lift the objection on their card if they changed their mind.
error-objection-client = { $name } does not want to be contacted (said on { $day })
error-objection-client-hint = Lift the objection on the client’s page if they changed their mind.
error-objection-day = An objection cannot be dated tomorrow
error-objection-day-hint = Choose today or a day gone by.
error-stays-day = The day to ask again is already over
error-stays-day-hint = Choose a day to come.
error-person-nobody = Nobody has the address or id { $given }
error-person-nobody-hint = Check it on the contact’s card.
error-person-many = { $count } contacts have the address { $given }
error-person-many-hint = Give the id of one of them (sentier search).
opening-forgot = What was erased has left the book’s copies. Undo begins anew from here.
cli-exported-person = { $count ->
    [0] Copy of their data written to { $name }, with no touchpoint
    [one] Copy of their data written to { $name }, with 1 touchpoint
   *[other] Copy of their data written to { $name }, with { $count } touchpoints
}
cli-arg-contact = The person whose copy is wanted (with --format person): their id or e-mail address.
