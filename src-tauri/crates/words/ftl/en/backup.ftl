# Backups: what is kept, what goes elsewhere, the way back, and the drill.
backup = Backup
backup-why = Sentier keeps copies of the book on this computer by itself. A backup elsewhere outlives it.
backup-clear = A backup can be read without Sentier and without a password: keep it somewhere safe.
backup-sealed = Your book is encrypted, a backup is not: whoever has the file can read it.
backup-here = On this computer
backup-here-none = No copy yet: the first is made by itself.
backup-here-last = Last copy { $when }, { $count ->
    [one] the only one kept
   *[other] { $count } kept
}
backup-elsewhere = Elsewhere
backup-elsewhere-none = No backup outside this computer.
backup-elsewhere-last = { $when }, in { $path }
backup-elsewhere-gone = { $when }, in { $path }, which is not there right now
backup-save = Back up…
backup-restore = Restore…
backup-saved = Book backed up and read back: { $name }
backup-saved-missing = { $count ->
    [one] Book backed up to { $name }, but 1 attached file was missing already
   *[other] Book backed up to { $name }, but { $count } attached files were missing already
}
backup-frame = Copy of { $when }
backup-frame-none = No copy yet
backup-frame-why = See the backups
backup-notice = Backup
backup-notice-see = See
backup-every = Automatic
backup-every-never = Never
backup-every-day = Every day
backup-every-week = Every week
backup-folder = Folder
backup-folder-choose = Choose a folder…
backup-folder-other = Change…
backup-folder-why = A USB key, a disk or a synced folder. Nothing is written anywhere else.
backup-away = This folder has not been there since { $since }. The backup waits for it, and is made when it is back.
backup-keep = Backups kept
backup-keep-why = The oldest that Sentier wrote there go; your own stay.
backup-now = Back up now
backup-writing = Writing the backup…
backup-reading-back = Reading back: { $percent }%
backup-stop = Stop
backup-verify = Checking
backup-verify-why = A backup is worth what it restores.
backup-drill = Check my backup
backup-drill-file = Check a file…
backup-drill-never = No backup has been checked yet.
backup-drilling = Trial restore: { $percent }%
backup-check = Check my data
backup-checking = Checking the data…
backup-checked = { $records ->
    [one] All is whole: { $records } record checked.
   *[other] All is whole: { $records } records checked.
}
backup-flaws = { $count ->
    [one] 1 flaw found:
   *[other] { $count } flaws found:
}
backup-flaws-what = Nothing was changed. Repairing keeps a copy of what it touches first.
backup-mend = Repair
backup-mending = Repairing…
backup-mend-kept = What was touched is kept in { $path }.
restore-title = Restore
restore-from = From which copy?
restore-file = A backup file…
restore-none = No copy on this computer yet.
restore-line = { $touchpoints ->
    [one] { $touchpoints } meeting
   *[other] { $touchpoints } meetings
}, { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
}
restore-looking = Comparing with the book: { $percent }%
restore-running = Restoring: { $percent }%
restore-of-file = “{ $name }”, of { $when }
restore-of-snapshot = Copy of { $when }
restore-extent = What is restored
restore-extent-whole = Everything as it was
restore-extent-missing = Only what is missing
restore-extent-whole-why = The book becomes what it was.
restore-extent-missing-why = What is here today does not change.
restore-same = The book already is as this copy.
restore-nothing-missing = The book misses nothing of this copy.
restore-back = { $count ->
    [one] 1 comes back
   *[other] { $count } come back
}
restore-changes = { $count ->
    [one] 1 changes
   *[other] { $count } change
}
restore-goes = { $count ->
    [one] 1 goes
   *[other] { $count } go
}
restore-more = and { $count ->
    [one] 1 more
   *[other] { $count } more
}
restore-missing = { $count ->
    [one] 1 attached file is missing from this copy.
   *[other] { $count } attached files are missing from this copy.
}
restore-unreadable = { $count ->
    [one] 1 record of this copy cannot be read: what you have of it stays.
   *[other] { $count } records of this copy cannot be read: what you have of them stays.
}
restore-erased = { $count ->
    [one] This copy holds a person erased since ({ $days }). They do not come back, and what names them comes back without their name.
   *[other] This copy holds { $count } people erased since ({ $days }). They do not come back, and what names them comes back without their names.
}
restore-safe = A copy of today’s book is kept first, and a single Undo goes back.
restore-back-to = Choose another copy
restore-cancel = Cancel
restore-run = Restore
restore-noun-touchpoint = Meetings
restore-noun-client = Clients
restore-noun-contact = Contacts
restore-noun-place = Places
restore-noun-source = Files brought in
restore-noun-settings = Settings
restore-noun-merge = Merged records
restore-noun-apart = Records said to differ
restore-noun-view = Views
restore-noun-mapping = Columns of tables
restore-noun-reminders = Reminders
restore-noun-market = Markets
restore-noun-departure = Departures
restore-noun-erasure = Erasures
backup-notice-snapshot = No copy of the book has been made since { $since }: { $why }.
backup-notice-failed = The backup to “{ $folder }” has failed since { $since }: { $why }.
backup-notice-away = No backup for { $days } days: “{ $folder }” is not there.
backup-notice-away-hint = Plug the key or the disk in, or choose another folder in Settings, Backup.
drill-whole = Checked { $when }: the backup of { $made } restores whole, { $records ->
    [one] { $records } record
   *[other] { $records } records
} and { $files ->
    [one] { $files } attached file
   *[other] { $files } attached files
}.
drill-whole-same = Checked { $when }: the backup of { $made } restores whole, { $records ->
    [one] { $records } record
   *[other] { $records } records
} and { $files ->
    [one] { $files } attached file
   *[other] { $files } attached files
}, just as in the book.
drill-whole-since = Checked { $when }: the backup of { $made } restores whole, { $records ->
    [one] { $records } record
   *[other] { $records } records
} and { $files ->
    [one] { $files } attached file
   *[other] { $files } attached files
}. In the book, { $since ->
    [one] 1 record has changed since.
   *[other] { $since } records have changed since.
}
drill-wrong = Checked { $when }: the backup does not restore whole. Make a new one.
drill-erased = { $count ->
    [one] A person erased since stays out of it.
   *[other] { $count } people erased since stay out of it.
}
drill-content = Its content is not what it says.
drill-counts = { $count ->
    [one] One kind of record is not in the number it says.
   *[other] { $count } kinds of record are not in the numbers it says.
}
drill-flaws = { $count ->
    [one] The restored book has 1 flaw.
   *[other] The restored book has { $count } flaws.
}
drill-files = { $count ->
    [one] 1 attached file is missing or damaged.
   *[other] { $count } attached files are missing or damaged.
}
drill-apart = { $count ->
    [one] 1 record differs from the book though nobody touched it since.
   *[other] { $count } records differ from the book though nobody touched them since.
}
