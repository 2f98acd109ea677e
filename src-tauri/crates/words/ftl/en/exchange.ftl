# Calendars, cards and tables in and out.
exchange-import = Bring in files…
exchange-import-folder = Bring in a folder…
exchange-export = Export the calendar…
exchange-export-cards = Export the contacts (vCard 4)…
exchange-export-cards-old = Export the contacts (vCard 3)…
exchange-export-table = Export the contacts (CSV table)…
exchange-exported-people = Contacts written to { $name }
exchange-exported = Calendar written to { $name }
exchange-title = { $count ->
    [one] Bring in “{ $name }”
   *[other] Bring in { $count } files
}
exchange-reading = Reading…
exchange-reading-done = { $done } of { $total }
exchange-reading-kilobytes = { $done } of { $total } KB read
exchange-new = New
exchange-near = Lookalikes
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
exchange-run = { $kind ->
    [meetings] { $count ->
        [one] Bring in 1 touchpoint
       *[other] Bring in { $count } touchpoints
    }
    [people] { $count ->
        [one] Bring in 1 contact
       *[other] Bring in { $count } contacts
    }
   *[both] { $count ->
        [one] Bring in 1 entry
       *[other] Bring in { $count } entries
    }
}
exchange-nothing = Nothing to bring in
exchange-nothing-why = Everything in this file is already here.
exchange-none = Nothing here
exchange-cancel = Cancel
exchange-stop = Stop
exchange-stopped = Stopped: nothing was brought in.
exchange-running = Importing
exchange-file-problem = { $name }: { $problem }
exchange-look = What to look at
exchange-rows-tab = Contents
exchange-columns = Columns
exchange-closer = Look closer at “{ $title }”
exchange-closer-short = Look closer
exchange-here = Here
exchange-there = In the file
exchange-all-here = Keep all from here
exchange-all-there = Take all from the file
exchange-into = Who “{ $title }” is
exchange-into-later = Decide later
exchange-into-known = It is { $name }
exchange-into-apart = Somebody else
exchange-report = Save the report
exchange-report-last = Save the report of the last import
exchange-report-saved = Report written to { $name }
exchange-sheet-read = Read as { $encoding }, columns separated by { $between }.
exchange-sheet-remembered = Your choices for this table were remembered.
exchange-between-comma = commas
exchange-between-semicolon = semicolons
exchange-between-tab = tabs
exchange-between-bar = bars
exchange-between-other = another mark
exchange-column-unnamed = Untitled
exchange-column-empty = empty in the first rows
exchange-column-means = Column { $number }, { $head }
column-for = { $what } ({ $kind })
column-leave = Leave out
column-name = Whole name
column-given = First name
column-family = Last name
column-additional = Middle names
column-prefix = Title
column-suffix = Suffix
column-nickname = Nickname
column-company = Company
column-role = Role
column-department = Department
column-phone = Phone
column-email = E-mail
column-street = Street
column-postcode = Postcode
column-city = Town
column-region = Region
column-country = Country
column-link = Web page
column-birthday = Birthday
column-notes = Notes
column-tags = Tags
column-market = Market
column-tier = Tier
column-siren = SIREN
column-siret = SIRET
column-consents = Consents
column-objection = Objection
column-uid = Original identity
column-custom = Own field
