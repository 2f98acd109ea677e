# Calendars in and out.
exchange-import = Bring in a calendar…
exchange-export = Export the calendar…
exchange-exported = Calendar written to { $name }
exchange-title = { $count ->
    [one] Bring in “{ $name }”
   *[other] Bring in { $count } files
}
exchange-reading = Reading…
exchange-reading-done = { $done } of { $total }
exchange-new = New
exchange-same = Already here
exchange-differs = Different
exchange-invalid = Unreadable
exchange-filter = Show
exchange-all = All
exchange-tab = { $label }, { $count }
exchange-rows = What the file holds
exchange-take = Take “{ $title }”
exchange-replace = Replace those that differ
exchange-replace-why = Otherwise what is here stays as it is.
exchange-run = { $count ->
    [one] Bring in 1 touchpoint
   *[other] Bring in { $count } touchpoints
}
exchange-nothing = Nothing to bring in
exchange-nothing-why = Everything in this file is already here.
exchange-none = Nothing here
exchange-cancel = Cancel
exchange-stop = Stop
exchange-stopped = Stopped: nothing was brought in.
exchange-running = Importing
exchange-file-problem = { $name }: { $problem }
