# A client's page: how they are reached, what they are filed under, their people and places.
client-call = Call
client-call-whom = Call { $whom }
client-call-other = Call somebody else
client-write = Write
client-write-whom = Write to { $whom }
client-write-other = Write to somebody else
client-join = Join
client-join-what = Join “{ $title }”, { $when }
client-tier = Tier
client-tier-a = Tier A
client-tier-b = Tier B
client-tier-c = Tier C
client-tier-none = No tier
client-market = Market
client-tags = Tags
client-tags-hint = Tag
client-tags-remove = Remove “{ $tag }”
client-add-contact = Add a contact
client-add-file = Add a file…
client-archive-this = Archive this client
client-trash-this = Move this client to trash
client-archive = Archive
client-unarchive = Take out of the archive
client-archived = This client is archived: kept, found, and out of the way.
client-unmerge = Separate from “{ $name }” ({ $when })
client-path-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
client-siren = SIREN
client-siren-hint = 9 digits
client-siret = SIRET
client-siret-hint = 14 digits
client-website = Website
client-website-hint = example.com
client-picker-none = No client of that name.

market-of = “{ $name }” market
market-menu = More for the { $name } market
market-remove = Remove this market from all its clients
market-nothing = Type the first market.
market-state = How the market stands
market-state-open = Open
market-state-restricted = Restricted
market-state-closed = Closed
market-since = since
market-from = from
market-since-say = Say since when
market-since-remove = No longer say since when
market-changes = What it changes for them
market-changes-hint = What it changes: takeaway allowed…
market-cause = Why
market-cause-hint = Why: a decree, a shortage…
market-shared = Holds for every client in this market, and is offered as a reason.

company = Company
company-edit = Edit the company
company-none = SIREN, website, switchboard: nothing yet.

contacts = { $count ->
    [0] Contacts
    [one] 1 contact
   *[other] { $count } contacts
}
contacts-none = Nobody yet: add who you know there.
contacts-filter = Filter by name or role
contacts-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
contact-add = Add
contact-add-name = Contact’s name
contact-create = Create
contact-edit = Edit { $name }
contact-edit-short = Edit
contact-menu = More actions for { $name }
contact-done = Done
contact-more = More fields
contact-archive = Archive
contact-unarchive = Take out of the archive
contact-archived = archived
contact-trash = Move to trash
contact-photo = Choose a picture…
contact-photo-none = Remove the picture
contact-name = Name as shown
contact-prefix = Title
contact-given = First name
contact-family = Last name
contact-additional = Middle names
contact-suffix = Suffix
contact-nickname = Nickname
contact-role = Role
contact-department = Department
contact-client = Client
contact-client-hint = Find a client
contact-client-why = Choosing another one moves this contact there.
contact-phone = Number
contact-phone-hint = +44 20 7946 0000
contact-phones = Phones
contact-phones-add = Number
contact-email = E-mail
contact-email-hint = name@example.com
contact-emails = E-mails
contact-emails-add = Address
contact-addresses = Postal addresses
contact-addresses-add = Address
contact-links = Web pages
contact-links-add = Page
contact-birthday = Birthday
contact-birthday-hint = DD/MM/YYYY
contact-birthday-wrong = A date is written DD/MM/YYYY: 14/07/1980.
contact-sources = Came from { $names }
contact-met = Who has met them, and how
contact-met-add = Meeting
contact-met-by = Who
contact-met-me = me
contact-met-how = How
contact-met-on = On
contact-met-inPerson = In person
contact-met-video = Video
contact-met-phone = Phone
contact-met-other = Another way
contact-met-never = never met
contact-met-times = { $count ->
    [one] { $day }
   *[other] { $count } times, { $day }
}
contact-met-times-only = { $count } times
custom = Own fields
custom-add = Field
custom-name = Field name
custom-value = Value
line-remove = Remove { $what }
reach-kind = For
reach-work = work
reach-mobile = mobile
reach-home = home
reach-fax = fax
reach-other = other
reach-phone = phone

address-street = Number and street
address-postcode = Postcode
address-city = Town
address-region = Region
address-country = Country

places = Places
places-none = No place yet.
place-add = Add
place-first = Head office
place-next = Site
place-unnamed = Place without a name
place-name = Name
place-name-hint = Head office, workshop, shop
place-address = Address
place-notes = Good to know
place-notes-hint = Door code, parking, whom to ask for

links = Links
links-none = No link with another client.
link-add = Link
link-kind = Link
link-to = Other client
link-remove = Remove the link with { $name }
link-subsidiaryOf = Subsidiary of
link-suppliedBy = Supplied by
link-introducedBy = Introduced by
link-related = Linked to
link-subsidiaryOf-inward = Parent of
link-suppliedBy-inward = Supplies
link-introducedBy-inward = Introduced
link-related-inward = Linked to

files = Files
files-add = Add
files-none = Drop a file on this page, or choose one.
files-none-contact = No files.
files-open = Open { $name }
files-remove = Remove { $name }

notes-write = Write
notes-read = Read
notes-markdown = **bold**, *italic*, - list, # heading

origins = Origin
origins-created = Created { $day }
origins-updated = Changed { $day }
origins-merged = “{ $name }” merged with { $into }, { $when }
origins-merged-quietly = “{ $name }”, identical to { $into }, merged on import, { $when }
origins-unmerge = Separate
origins-unmerge-what = Separate { $name } from { $into }
origins-history = What changed
origins-history-all = See all { $count } lines
needs = Needs
need-add = One more need
need-add-hint = In their words, then Enter
need-words = The need, in their words
need-voiced = voiced { $day }
need-answer = What answers it
need-answer-hint = What answers it, once it is known
promises = Promises
promise-owner = Who owes
owed-us = Us
owed-them = Them
promise-add = One more promise
promise-add-us = What we owe, and by when (01/12/2026)
promise-add-them = What they owe, and by when (01/12/2026)
promise-words = What is promised
promise-kept = Kept: { $words }
