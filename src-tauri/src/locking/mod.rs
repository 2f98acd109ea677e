//! The lock of the door: a sealed book is opened with its passphrase, and locks when it is told to, when nobody is
//! there and when the machine sleeps.
//!
//! Locking is real: nobody comes in any more, whoever works finishes, the store is closed, and everything that was read
//! of it goes with the house, its key included. The page is loaded anew and holds nothing of it. Unlocking opens the
//! house as a start does.

mod keychain;
mod pause;
mod seal;
mod session;
mod watch;

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::Locking;
use parking_lot::Mutex;
use vault::{BookKey, Purpose, Sealer};
use wire::{Code, Problem, Secret};
use workflows::reminders::Said;
use workflows::{Clock, Pulse};

use crate::door::Door;
use crate::events::Rang;
use crate::inside::Standing;
pub(crate) use keychain::Keychain;
use pause::Pause;
pub(crate) use session::hear as hear_session;
use watch::{Watch, Why};

/// How often the watch looks: after a sleep, nothing is on screen for longer.
const EVERY: Duration = Duration::from_secs(2);
/// What is being written, as it is sealed while the book is locked.
const UNFINISHED: &[u8] = b"unfinished";
/// The longest that is kept, in bytes: notes have no end, and a locked window holds no book.
const UNFINISHED_MOST: usize = 1 << 20;
/// How long a page is given to put away what it holds.
const GRACE: Duration = Duration::from_secs(2);

/// What the door has to know to lock by itself.
pub(crate) struct Guard {
    clock: Clock,
    /// One opening, sealing or unsealing at a time.
    turning: Mutex<()>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Whether the book that is open, or was, has a passphrase.
    sealed: bool,
    rules: Locking,
    /// While it is open.
    watch: Option<Watch>,
    pause: Pause,
    /// While it is open: so that the session can be given it whenever that is chosen.
    key: Option<BookKey>,
    /// What was being written when it locked, sealed as the book is.
    unfinished: Option<Vec<u8>>,
    /// When the next reminder is due, and nothing else of it.
    due: Option<DateTime<Utc>>,
}

impl Guard {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            clock,
            turning: Mutex::new(()),
            state: Mutex::default(),
        }
    }

    /// Follows these rules from now on. What the session is to keep, when that is another matter than before: the key,
    /// or nothing any more.
    fn follow(&self, rules: Locking) -> Option<Option<BookKey>> {
        let mut state = self.state.lock();
        let before = std::mem::replace(&mut state.rules, rules);
        let key = state.key.clone()?;
        (before.keep != rules.keep).then(|| Some(key).filter(|_| rules.keep))
    }

    /// Remembers when the next reminder is due.
    pub(crate) fn expect(&self, due: Option<DateTime<Utc>>) {
        self.state.lock().due = due;
    }

    /// It is open from now on, or could not be.
    fn begin(&self, key: Option<BookKey>) {
        let now = self.clock.pulse();
        let mut state = self.state.lock();
        state.sealed = key.is_some();
        state.key = key;
        state.watch = Some(Watch::begin(now));
    }

    /// Whether it is time to lock, at this glance at the clocks.
    fn look(&self, now: Pulse) -> Option<Why> {
        let mut state = self.state.lock();
        let rules = state.rules;
        if !state.sealed {
            return None;
        }
        state.watch.as_mut()?.look(now, rules)
    }
}

impl Door {
    /// Follows what was chosen.
    pub(crate) fn follow(&self, rules: Locking) {
        if let Some(kept) = self.guard.follow(rules) {
            let bytes = kept.map(|key| key.to_bytes());
            self.desktop
                .keep_key(bytes.as_ref().map(|bytes| bytes.as_slice()));
        }
    }

    /// Somebody is there.
    pub(crate) fn stirred(&self) {
        let now = self.guard.clock.pulse();
        let mut state = self.guard.state.lock();
        let rules = state.rules;
        let late = match &mut state.watch {
            Some(watch) => watch.stir(now, rules),
            None => None,
        };
        let late = late.filter(|_| state.sealed);
        drop(state);
        if late.is_some() {
            self.lock();
        }
    }

    /// Locks, at once; whether there was anything to lock. What is being done is still finished.
    pub fn lock(&self) -> bool {
        if !self.guard.state.lock().sealed || !self.inside.shut(Standing::Locked) {
            return false;
        }
        {
            let mut state = self.guard.state.lock();
            state.watch = None;
            state.key = None;
        }
        self.desktop.locked();
        self.desktop.keep_key(None);
        self.rung.lock().clear();
        self.notices.lock().clear();
        self.alarm.nudge();
        true
    }

    /// Keeps what is being written, as nobody reads it without the book's key; until the next start of the page.
    pub(crate) fn keep_unfinished(&self, text: &Secret) {
        let mut state = self.guard.state.lock();
        let Some(key) = state.key.as_ref() else {
            return;
        };
        let text = text.expose();
        if text.len() > UNFINISHED_MOST {
            log::warn!("what was being written is too long to be kept");
            return;
        }
        let sealed = Sealer::under(key).seal(Purpose::Note, UNFINISHED, text.as_bytes());
        match sealed {
            Ok(sealed) => state.unfinished = Some(sealed),
            Err(error) => log::error!("what was being written is not kept: {error}"),
        }
    }

    /// What was being written when it locked, once.
    pub(crate) fn unfinished(&self) -> Option<String> {
        let mut state = self.guard.state.lock();
        let sealed = state.unfinished.take()?;
        let key = state.key.as_ref()?;
        let text = Sealer::under(key).open(Purpose::Note, UNFINISHED, &sealed);
        text.ok().and_then(|text| String::from_utf8(text).ok())
    }

    /// Locks after the page put away what is being typed, which it is given a moment for.
    pub(crate) fn lock_kindly(&self) {
        if self.guard.state.lock().sealed && self.inside.is_open() && self.desktop.locking() {
            self.inside.wait_shut(GRACE);
        }
        self.lock();
    }

    /// Locks when the machine slept since the last glance.
    pub(crate) fn lock_if_slept(&self) {
        if self.guard.look(self.guard.clock.pulse()) == Some(Why::Slept) {
            self.lock();
        }
    }

    /// Whether the house is open or waits for its passphrase, once that is known.
    pub(crate) fn is_waiting_or_open(&self) -> bool {
        self.inside.is_locked() || self.inside.is_open()
    }

    /// Whether the book has a passphrase.
    pub(crate) fn is_sealed(&self) -> bool {
        self.guard.state.lock().sealed
    }

    /// Whether sleep locks it.
    pub(crate) fn locks_on_sleep(&self) -> bool {
        let state = self.guard.state.lock();
        state.sealed && state.rules.on_sleep
    }

    /// What a command is answered that may not be asked now.
    pub(crate) fn bars(&self, command: &str) -> Option<Problem> {
        /// What a page may ask before it may ask anything.
        const BEFORE: [&str; 6] = [
            "threshold",
            "unlock",
            "recover",
            "lock_now",
            "stirred",
            "quit",
        ];
        self.lock_if_slept();
        (!BEFORE.contains(&command) && self.inside.is_shut_by_lock()).then(|| self.locked())
    }

    /// What a command is answered while it is locked.
    pub(crate) fn locked(&self) -> Problem {
        Problem {
            code: Code::Locked,
            message: self.words().say("locked", &[]),
            hint: String::new(),
        }
    }

    /// While it is locked, a reminder that is due is said to be, and nothing of it; once, until it is unlocked.
    /// Gives back when it will be.
    pub fn ring_locked(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (due, next) = {
            let mut state = self.guard.state.lock();
            (state.due.take_if(|due| *due <= now), state.due)
        };
        if due.is_some() {
            let words = self.words();
            let said = Said {
                title: words.say("locked-due", &[]),
                body: words.say("locked-due-what", &[]),
            };
            self.desktop.rang(
                said,
                Rang {
                    reminders: Vec::new(),
                },
            );
        }
        next
    }
}

/// One look of the watch, at these clocks: locks when it is time.
pub fn watch(door: &Door, now: Pulse) {
    if let Some(why) = door.guard.look(now) {
        log::info!("the book locks itself: {why:?}");
        match why {
            Why::Slept => {
                door.lock();
            }
            Why::Idle => door.lock_kindly(),
        }
    }
}

/// Watches until the process ends.
pub(crate) fn keep_watch(door: &Door) {
    loop {
        door.inside.wait_open();
        watch(door, door.guard.clock.pulse());
        std::thread::sleep(EVERY);
    }
}
