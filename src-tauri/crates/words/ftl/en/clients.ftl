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
clients-name = Client
clients-last = Last contact
clients-next = Next
clients-never = never
clients-no-next = nothing planned
clients-new = New client
clients-new-name = Client’s name
clients-create = Create
clients-empty = No client yet
clients-empty-why = A client is born with its first touchpoint, or here.
clients-none = No client of that name
clients-none-why = Create it, or look for another name.
clients-create-name = Create “{ $name }”

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
