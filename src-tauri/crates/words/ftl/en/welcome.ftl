# The first start.
welcome = Welcome
welcome-line = A reason for every contact, a path for every client, air in every day.
welcome-mine = Bring in my calendar
welcome-mine-why = An .ics file, from Google, Outlook, iCloud or elsewhere. You see everything before anything is written.
welcome-examples = Discover with examples
welcome-examples-why = An invented week, to move about, to try, and to remove in one press.
welcome-empty = Begin with a blank page
welcome-local = Everything stays on this computer. No account, no network.
welcome-language = Language
