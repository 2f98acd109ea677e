# The clients: the list, and a client's plain page.
clients = Clients
clients-count = { $count ->
    [0] no client
    [one] 1 client
   *[other] { $count } clients
}
clients-found = { $count ->
    [0] none found
    [one] 1 found
   *[other] { $count } found
}
clients-filter = Filter by name
clients-list = List of clients
clients-never = never
clients-no-next = nothing planned
clients-wants-reason = Looking for its reason
clients-clock-days = { $count } d
clients-clock-months = { $count } mo
clients-clock-years = { $count } y
clients-new = New client
clients-new-name = Client’s name
clients-create = Create
clients-empty = No client yet
clients-empty-why = A client is born with its first touchpoint, or here.
clients-none = No client of that name
clients-none-why = Create it, or look for another name.
clients-create-name = Create “{ $name }”
clients-reading = being read
clients-put-aside = archived
clients-more-contacts = + { $count }
clients-column-name = Client
clients-column-contacts = Contacts
clients-column-city = Town
clients-column-last = Last contact
clients-column-next = Next step
clients-column-clocks = Clocks
clients-column-phone = Phone
clients-column-email = Email
clients-column-market = Market
clients-column-tier = Tier
clients-column-tags = Tags
clients-column-updated = Changed
clients-columns = Columns
clients-column-earlier = Move “{ $column }” earlier
clients-column-later = Move “{ $column }” later
clients-tier-a = A
clients-tier-b = B
clients-tier-c = C
clients-tier-none = No tier
clients-tier = Tier { $tier }
clients-by-tag = Tags
clients-by-market = Market
clients-by-tier = Tier
clients-by-next = What they ask for
clients-by-archived = State
clients-with-next = With a next step
clients-without-next = Without a next step
clients-ask-seeInPerson = To see in person
clients-ask-promise = Promises due
clients-ask-reason = Looking for a reason
clients-archived = Archived
clients-filters = Filters
clients-filters-short = Filter
clients-filters-open = { $count ->
    [0] Filter
    [one] Filter, 1 filter set
   *[other] Filter, { $count } filters set
}
clients-filters-hint = Tag, market, tier…
clients-filters-nothing = Nothing of that name.
clients-filters-clear = Clear all
clients-filter-remove = Remove the filter “{ $what }”
clients-none-so = Nobody matches
clients-none-so-why = No client meets all these conditions at once.
clients-views = Views of the list
clients-view-all = All
clients-view-keep = Keep this view
clients-view-keep-as = Keep as a new view
clients-view-update = Keep the changes
clients-view-changed = Changed since
clients-view-rename = Rename the view
clients-view-delete = Delete the view
clients-view-menu = Actions of the view “{ $name }”
clients-view-name = Name of the view
clients-view-save = Keep
clients-select = Select { $name }
clients-select-all = Select all
clients-selected = { $count ->
    [one] 1 selected
   *[other] { $count } selected
}
clients-selected-do = Act on the selection
clients-unselect = Select nothing any more
clients-tag = Tag
clients-tag-add = Add
clients-tag-remove = Remove
clients-tag-hint = A tag
clients-tag-new = New tag “{ $name }”
clients-tag-nothing = No tag of that name.
clients-tag-none-yet = Write the first tag.
clients-market-hint = A market
clients-market-new = New market “{ $name }”
clients-market-none = No market
clients-tier-hint = A tier
clients-archive = Archive
clients-unarchive = Take out of the archive
clients-trash = Trash

client-name = Name
client-plan = Plan with { $name }
client-coming = Coming
client-past = Past
client-coming-none = Nothing planned: this path waits for its next step.
client-past-none = No contact yet.
client-notes = Notes
client-notes-hint = What is good to know of them
client-menu = Other actions
client-trash = Move to the trash
client-trashed = This client is in the trash.
client-restore = Restore
client-waits = to place
client-all = All clients
client-today = today
