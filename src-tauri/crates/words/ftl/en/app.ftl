# The window around every view: where to go, what can be done, what was done.
app-name = Sentier
app-nav = Go to
app-week = Week
app-clients = Clients
app-trash = Trash
app-history = History
app-settings = Settings
app-local = All on this computer
app-local-why = No account, no network: your data does not leave this disk.
app-menu = Sentier menu
app-skip = Skip to the content
app-close = Close
app-dismiss = Close this message
app-undo = Undo
app-undo-what = Undo: { $what }
app-redo = Redo
app-redo-what = Redo: { $what }
app-nothing-to-undo = Nothing to undo.
app-nothing-to-redo = Nothing to redo.
app-plan = Plan
app-plan-next = Plan what’s next…
app-plan-long = Plan a touchpoint
app-today = Today
app-previous = { $view ->
    [day] Previous day
    [month] Previous month
   *[other] Previous week
}
app-next = { $view ->
    [day] Next day
    [month] Next month
   *[other] Next week
}
app-view = Calendar view
app-view-day = Day
app-view-workWeek = Work week
app-view-week = Week
app-view-month = Month
app-view-agenda = Agenda
app-week-number = week { $week }
app-weeks-number = weeks { $from } – { $until }
app-from = From { $day }
app-tray-show = Show the To place column
app-tray-hide = Hide the To place column
app-drop = Drop calendars, cards or tables
app-drop-why = A preview opens; nothing is written before you agree.
app-drop-client = Any other file stays with this client.
app-examples = These are examples.
app-examples-remove = Remove them
app-failed = That could not be done.
app-retry = Try again
app-closed = Sentier could not open your book
app-closed-calm = Nothing was changed or erased.
app-choose-book = Choose another folder…
app-show-folder = Show the folder
app-quit = Quit
app-reopen = Open again
app-clock-right = The date is right
app-notice = Good to know
app-search = Search or act…

go-calendar = Go to the calendar
go-clients = Go to the clients
go-trash = Open the trash
go-history = Open the history
go-settings = Open the settings
show-today = Go to today
show-day = Show the day
show-workWeek = Show the work week
show-week = Show the week
show-month = Show the month
show-agenda = Show the agenda

palette = Search or act
palette-hint = A client, a date, an action…
palette-actions = Actions
palette-dates = Dates
palette-nothing = Nothing matches.
palette-nothing-why = Try “Thursday”, “26/11”, a client’s name or a verb.
palette-go = Go to { $day }

shortcuts = Keyboard shortcuts
shortcuts-go = Go
shortcuts-calendar = Calendar
shortcuts-do = Do
shortcuts-hand = Move with the keyboard
shortcuts-take = Pick up the focused touchpoint
shortcuts-shift = Move by 15 min or by a day
shortcuts-resize = Change the end or the start
shortcuts-drop = Put down
shortcuts-give-up = Go back with nothing changed
shortcuts-list = In the list of clients
shortcuts-open = Open the page
shortcuts-select = Select, or not
shortcuts-range = Extend the selection
shortcuts-select-all = Select all
shortcuts-unselect = Select nothing any more
shortcuts-trash = Move to the trash
shortcuts-pointer = With the mouse
shortcuts-drag = drag
shortcuts-copy = Copy while dragging
shortcuts-fine = Aim to 5 min while dragging
key-shift = Shift
key-space = Space
key-enter = Enter
key-escape = Esc
key-delete = Del

trash-empty = The trash is empty
trash-empty-why = What you delete waits here and comes back in one press.
trash-restore = Restore
trash-restore-long = Restore “{ $title }”
trash-about = What was deleted stays here for 30 days, with all that belongs to it, then goes for good.
trash-copies = What has gone from here leaves the book’s own copies too, at the first start from { $day } on. What was done before can then no longer be undone.
trash-left = { $days ->
    [0] goes at the next start
    [one] 1 day left
   *[other] { $days } days left
}
trash-with = with { $what }
trash-empty-all = Empty the trash…
trash-erase = Erase for good…
trash-erase-long = Erase for good “{ $title }”…
trash-erase-ask = Erase “{ $title }” for good?
trash-erase-why = It is for good: nothing can bring it back.
trash-erase-copies = The book’s own copies follow at the first start from { $day } on. What was done before can then no longer be undone.
trash-erase-along = Goes along: { $what }.
trash-keep = Keep
trash-erase-yes = Erase for good
trash-empty-ask = Empty the trash?
trash-empty-count = { $count ->
    [one] 1 line goes for good, with all that belongs to it: nothing can bring it back.
   *[other] { $count } lines go for good, with all that belongs to them: nothing can bring them back.
}
trash-empty-yes = Empty the trash
trash-touchpoint = touchpoint
trash-client = client
trash-contact = contact
trash-place = place

history-empty = Nothing yet
history-empty-why = Every step is written here, and can be undone.
history-undone = undone
history-more = Show more
history-find = Search the history
history-client = Client
history-everybody = All clients
history-none-found = Nothing like it in the history
history-none-found-why = Try other words, or another client.
history-today = Today
history-yesterday = Yesterday
history-times = { $count } times
history-back = Undo this
history-back-long = Undo this: { $what }
history-again = Do again
history-again-long = Do again: { $what }
history-old = too old to be undone
history-by-commandLine = on the command line
history-by-import = by an import
history-by-examples = examples
history-by-house = by Sentier
history-depends = { $count ->
    [0] What is there has changed since: it cannot be put back as it was.
    [one] One thing done since depends on it:
   *[other] { $count } things done since depend on it:
}
history-again-not = What is there has changed since: it cannot be done again as it was.
history-depends-more = and { $count } more
history-depends-never = That cannot be undone, so neither can this.
history-together = { $count ->
    [one] Undo both
   *[other] Undo all { $all }
}
history-leave = Leave it
history-about = Every step, the latest first. Ctrl+Z undoes them one by one, even after a restart.
