# The command line: help, and what the verbs say.
cli-sentier = Sentier: a reason for every contact, a path for every client, air in every day.
cli-sentier-examples =
    Without a verb, opens the window. With files, opens it on their preview:
      sentier calendar.ics
    The verbs work without a window, on the same data:
      sentier import calendar.ics --dry-run
      sentier import contacts.csv folder/ --report report.csv
      sentier list touchpoints --from 2026-11-23 --to 2026-11-27 --json
      sentier export --format ics backup.ics
      sentier export --format archive book.sentier.zip
      sentier import book.sentier.zip --dry-run
      sentier backup /media/key/
      sentier restore book.sentier.zip --dry-run
      sentier check
      sentier repair
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 Sentier is already open.
cli-import = Brings in files (.ics, .vcf, .csv), folders or an archive (.sentier.zip). The same file twice changes nothing.
cli-export = Writes the calendar (ics), the contacts (vcf as they came, vcf3, vcf4, csv), the whole book (archive) or everything about one person (person) to a file.
cli-list = Lists touchpoints, clients, departures, the history, or the air of each day (days).
cli-undo = Undoes the last step, or the one of this number (from list history) when nothing later depends on it; else says what does (exit 1).
cli-undo-examples = sentier undo 1482
cli-arg-step = Number of the step, as list history shows it
cli-undo-nothing = Nothing to undo
cli-undo-depends = This depends on it:
cli-undone = undone
cli-judge = Says what the day answers to a meeting: free, tight or refused (exit 1), why, and where it would breathe.
cli-judge-examples = sentier judge 2026-11-26T13:00:00 --minutes 45 --kind phone
cli-search = Searches clients, contacts, meetings and files.
cli-backup = Backs the whole book up to a file (.sentier.zip), or under a dated name in a folder; the backup is read back before it counts.
cli-restore = Makes the book what it was in a backup, in one step that can be undone; a copy of the present book is kept first.
cli-check = Verifies the whole book; exit 1 and a list when it is not whole.
cli-lock = The book’s lock: encrypts everything written in the data folder, under a passphrase. Sentier must be closed.
cli-lock-examples =
    sentier lock on
    sentier lock change
    sentier lock code
    sentier lock off
    Of a locked book every verb asks for the passphrase: on the terminal, in a file (--passphrase-file) or in SENTIER_PASSPHRASE; a new one in --new-passphrase-file or SENTIER_NEW_PASSPHRASE.
cli-on = Locks the book, and shows the recovery code once
cli-off = Takes the lock away: everything can be read again
cli-change = Changes the passphrase without rewriting the book
cli-code = Gives another recovery code; the one before opens no longer
cli-recover = Changes the passphrase by the recovery code
cli-status = Says whether there is a lock
cli-arg-passphrase-file = File whose first line is the passphrase
cli-arg-new-passphrase-file = File whose first line is the new passphrase
cli-arg-code-file = File that holds the recovery code
cli-ask-passphrase = Passphrase:{" "}
cli-ask-new = New passphrase:{" "}
cli-ask-again = Once more:{" "}
cli-ask-code = Recovery code:{" "}
cli-lock-on =
    The book is locked. Write this recovery code down and keep it elsewhere; it is shown this once, and without it a forgotten passphrase closes the book for ever:
    { $code }
cli-lock-off = The book has no lock any more
cli-lock-changed = The passphrase is changed
cli-lock-code =
    This is the new recovery code; the one before opens no longer:
    { $code }
cli-lock-is = This book is locked
cli-lock-none = This book has no lock
cli-arg-data-dir = Data folder (by default, the application's)
cli-arg-now = Stops the clock at this instant, such as 2026-11-24T09:12:00+01:00
cli-arg-lang = Language (by default, the settings', then the system's)
cli-arg-json = Answers in JSON
cli-arg-files = Files to bring in
cli-arg-hidden = Opens the window hidden in the tray, where there is one
cli-arg-dry-run = Shows what would be done, and writes nothing
cli-arg-report = Writes to this CSV file what becomes of each row
cli-arg-replace = From an archive: also replaces records that differ
cli-arg-missing = Brings back only what is missing; what is here does not change
cli-arg-copy = The backup, a .sentier.zip file
cli-arg-format = Format of the file written
cli-arg-out = File to write
cli-arg-what = What to list
cli-arg-at = Wall time, 2026-11-26T13:00:00
cli-arg-minutes = Length, in minutes
cli-arg-kind = How one meets
cli-arg-confidential = Nobody else should hear it
cli-arg-words = What to find: every word, or its beginning
cli-arg-from = First day, YYYY-MM-DD (by default, this week's Monday)
cli-arg-to = Last day, included (by default, two weeks)
cli-previewed = { $name }: { $new } to bring in, { $same } already here, { $differs } different, { $near } alike, { $invalid } unreadable
cli-exported = { $count } meetings written to { $name }
cli-exported-people = { $count ->
    [one] 1 contact written to { $name }
   *[other] { $count } contacts written to { $name }
}
cli-archive-exported = Whole book written to { $name }: { $records ->
    [one] { $records } record
   *[other] { $records } records
}, { $files ->
    [one] { $files } attached file
   *[other] { $files } attached files
}
cli-archive-missing = { $count ->
    [one] 1 attached file was already missing from the book: { $names }
   *[other] { $count } attached files were already missing from the book: { $names }
}
cli-archive-files = { $count ->
    [one] 1 attached file, { $size } MB
   *[other] { $count } attached files, { $size } MB
}
cli-restore-of = { $name }, of { $when }: { $records ->
    [one] { $records } record
   *[other] { $records } records
}
cli-restore-noun = { $noun }: { $back } to bring back, { $changes } to change, { $goes } to take away
cli-restore-same = The book already is as this backup.
cli-whole = Everything is whole: { $records } records verified
cli-not-whole = { $faults ->
    [one] 1 fault found among { $records } records
   *[other] { $faults } faults found among { $records } records
}
cli-no-folder = The data folder was not found; give it with --data-dir
cli-no-window = The window could not open: { $detail }
cli-no-display = There is no screen to open a window on
cli-no-display-hint = Open Sentier from the desktop; verbs (sentier --help) need no screen.
cli-hidden-verb = --hidden means something only where a window opens: leave it out
dialog-import = Bring in files
dialog-import-folder = Bring in a folder
dialog-files = Calendars, contacts and tables
dialog-cards = Contact cards
dialog-tables = Tables
dialog-report = Save the report
dialog-report-name = import-report.csv
dialog-export-people = Save the contacts
dialog-people-name = contacts
dialog-book = Choose the folder of the book
dialog-attach = Attach files
dialog-export = Save the calendar
dialog-calendars = Calendars
dialog-backup = Back the whole book up
dialog-backup-sealed = Back the whole book up: this file will not be encrypted
dialog-backup-folder = Folder for backups
dialog-restore = Choose a backup
dialog-archives = Sentier archives
opening-quarantined = The book's state was damaged: it was rebuilt from its journal. The old one is kept in { $path }.
opening-damaged = { $count ->
    [one] One write could not be read back: several copies of it are damaged. “sentier check” says what is left.
   *[other] { $count } writes could not be read back: several copies of them are damaged. “sentier check” says what is left.
}
import-line = line { $line }: { $why }
import-differs = Differs: { $fields }
import-older = Yours is later
import-in-trash = In the trash
import-twice = Stands twice
import-unknown-zone = Unknown time zone ({ $zone }): time kept as it is
import-end-before-start = Ends before it begins: no length
import-this-and-future = Only this occurrence is changed here
import-exclusion-rule = An old exclusion rule is not followed
import-period-dates = Some dates have a length of their own, not followed
import-bad-date = A date that cannot be read is left out
import-shortened = A text is shortened on screen; the file keeps the whole
import-no-uid = No identifier: one is made of its content
import-many-people = The first participants only
import-unfinished = its end is missing
import-too-deep = nested too deep
import-line-too-long = a line is longer than a megabyte
import-no-start = does not say when it begins
import-bad-start = its start is not a date
import-bad-occurrence = replaces an occurrence whose date cannot be read
import-year = its year is outside the calendar
import-too-many-dates = too many dates
field-slot = date
field-title = title
field-place = place
field-link = link
field-notes = notes
field-state = state
field-recurrence = repetition
field-other = other
field-participants = participants
field-transparency = availability
field-kind = kind
field-reason = reason
field-outcome = outcome
field-client = client
field-name = name
field-role = role
field-phones = phones
field-emails = e-mail addresses
field-addresses = addresses
field-links = web pages and links
field-birthday = birthday
field-tags = tags
field-photo = photo
field-custom = own fields
field-met = meetings with them
field-attachments = files
field-market = market
field-tier = tier
field-siren = SIREN
field-siret = SIRET
field-website = site
import-one-with = Says nothing that “{ $name }” does not: the two are one
import-differs-from = “{ $name }” differs: { $fields }
import-looks-like = Looks like “{ $name }”
import-encoding = A badly encoded text is kept as it could be read
import-person-date = A date that cannot be read is left out
import-photo = Its picture is none, or is too big: it stays in the file
import-too-many = What is beyond measure stays in the file
import-company-number = A SIREN or SIRET that is wrong stays in the file
import-email = An e-mail address that cannot be one
import-cells = Not as many cells as heads
import-nobody = no name, address or number
import-no-person = a group, a place or a thing
import-too-wide = too many cells
report-file = File
report-row = Row
report-what = What
report-name = Name
report-became = Result
report-why = Why
report-touchpoint = appointment
report-contact = contact
report-client = client
report-brought = brought in
report-updated = updated
report-one-with = made one with “{ $name }”
report-nothing = already here
report-left-as-it-was = different, left as it was
report-left-out = left out
report-invalid = unreadable
report-new = new
report-same = already here
report-differs = different
report-near = alike
dialog-departure = Save the message to send
