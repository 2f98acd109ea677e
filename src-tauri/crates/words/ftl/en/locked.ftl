# The lock: the screen before a locked book, the passphrase and the code, and their settings.
locked = The book is locked
locked-title = Locked
locked-why = Your passphrase opens the book.
locked-open = Open
locked-trying = One moment…
locked-wrong = That is not the passphrase.
locked-wrong-code = This code does not open this book.
locked-wait = { $seconds ->
    [one] Try again in a second.
   *[other] Try again in { $seconds } seconds.
}
locked-forgotten = I have a recovery code…
locked-recover = Recovery code
locked-recover-why = It opens the book and asks for a new passphrase.
locked-recover-do = Open with this code
locked-back = Back to the passphrase
locked-local = Nobody else can open it, and neither can we.
locked-tray = The book is locked
locked-due = A reminder is waiting
locked-due-what = Unlock Sentier to read it.

passphrase = Passphrase
passphrase-now = Current passphrase
passphrase-new = New passphrase
passphrase-again = Once more
passphrase-show = Show what is typed
passphrase-hide = Hide what is typed
passphrase-capitals = Caps Lock is on.
passphrase-differs = The two are not the same.
passphrase-none = Four or five words at random: long to guess, easy to keep in mind.
passphrase-short = Too short: eight characters at least.
passphrase-weak = Weak: add a word or two.
passphrase-fair = Fair.
passphrase-strong = Strong.
passphrase-wait = { $seconds ->
    [one] Wait another second.
   *[other] Wait another { $seconds } seconds.
}
passphrase-long = This passphrase is too long.

code = Recovery code
code-why = If the passphrase is forgotten, this code is the only other way to open the book. It is shown once.
code-left = { $count ->
    [one] One more character
   *[other] { $count } more characters
}
code-print = Print…
code-save = Save…
code-saved = Code saved in { $path }
code-kept = I have put it in a safe place, away from this computer
code-done = Done
code-sheet = Sentier – recovery code
code-sheet-how = When the passphrase is asked for, choose “I have a recovery code…” and type this code. Whoever has it can open the book.
code-in-book = This is the folder of the book: whoever takes it would have the code as well
code-in-book-hint = Save it elsewhere, on a USB key for instance, or print it.
code-no-printer = Nothing could be printed
code-no-printer-hint = Save the code to a file, or copy it by hand.
dialog-code = Where to save the recovery code?
dialog-texts = Texts
dialog-code-name = sentier-recovery-code.txt

security = Security
security-why = A passphrase encrypts the whole book on this disk.
security-open = The book is not encrypted
security-open-why = Whoever has this computer, or a copy of its disk, can read it.
security-sealed = Encrypted, locked when you ask
security-sealed-idle = { $minutes ->
    [60] Encrypted, locked after an hour without a gesture
   *[other] Encrypted, locked after { $minutes } min without a gesture
}
security-seal = Protect with a passphrase…
security-seal-title = Protect the book
security-seal-why = Everything on this disk is encrypted: records, history, copies and attachments. The passphrase is asked for on opening.
security-seal-warn = Nobody can find it again for you. You will be given a recovery code next: keep it elsewhere.
security-seal-do = Encrypt the book
security-sealing = The book is being encrypted…
security-unsealing = The book is being decrypted…
security-sealing-why = A power cut loses nothing: it goes on at the next opening.
security-idle = Lock without a gesture of yours after
security-minutes = { $minutes ->
    [60] 1 h
   *[other] { $minutes } min
}
security-never = Never
security-sleep = Lock when the computer goes to sleep
security-sleep-why = And when its session locks.
security-keep = Keep unlocked for this session
security-keep-why = Closing Sentier and opening it again asks for nothing, until the computer’s session ends or it locks.
security-keep-not = This computer has no session keychain: the passphrase is asked for at every opening.
security-lock = Lock now
security-change = Change the passphrase…
security-change-title = Change the passphrase
security-change-why = The recovery code stays the same.
security-change-do = Change
security-change-done = The passphrase is changed.
security-code = New recovery code…
security-code-title = New recovery code
security-code-why = The old one will open nothing any more.
security-code-do = Give a new code
security-unseal = Stop encrypting…
security-unseal-title = Stop encrypting the book
security-unseal-why = Everything on this disk becomes readable again, with neither passphrase nor lock.
security-unseal-do = Decrypt the book
security-unseal-done = The book is not encrypted any more.
