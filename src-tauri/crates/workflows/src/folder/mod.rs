//! The data folder, as a person has to know of it: whether it can be written to, how much room it has, what else writes
//! in it, and whether the clock of its machine can be believed.
//!
//! A [`Notice`] is said calmly at the top of the window as long as it is true, and not again once it was put away:
//! `notices.json` beside the book remembers which were. To add one: a variant of [`Word`], its sentence and hint in
//! `folder.ftl` under `notice-<word>`, and where it is found in [`notices`].

mod kept;
mod place;
mod room;

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Zone;
use parking_lot::Mutex;
use store::Reading;
use words::Arg;

use crate::fault::Fault;
use crate::house::House;
use crate::reminders;
use place::Place;
pub use room::megabytes_left;

/// Room below which one is told, in bytes: a snapshot, an import and a day's work still fit.
const LOW: u64 = 300 << 20;
/// How far the clock may be behind the last write before it is worth a word: another zone's hours, wrongly kept by two
/// systems on one machine, are not.
const BEHIND: TimeDelta = TimeDelta::days(1);

/// What there is to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    /// It is open for reading only, and why.
    Reading(Reading),
    /// It was moved or deleted while it was open.
    Gone,
    /// There is hardly any room.
    Low,
    /// It is on a disk of another machine.
    Network,
    /// A program copies it to other machines.
    Synced,
    /// The machine's clock says an earlier day than the last write.
    Clock,
}

impl Word {
    /// Its name in `folder.ftl` and across the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading(Reading::Newer) => "newer",
            Self::Reading(Reading::Folder) => "read-only",
            Self::Reading(Reading::Full) => "full",
            Self::Reading(Reading::Unlockable) => "no-locks",
            Self::Gone => "gone",
            Self::Low => "low",
            Self::Network => "network",
            Self::Synced => "synced",
            Self::Clock => "clock",
        }
    }

    /// Whether it stays away for good once it was put away; else it comes back with the next start.
    fn is_once(self) -> bool {
        matches!(self, Self::Network | Self::Synced | Self::Clock)
    }
}

/// Something a person should know, as long as it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is.
    pub word: Word,
    /// Which one it is: another folder's, or another day's, is another one.
    pub id: String,
    /// What is so.
    pub said: String,
    /// What to do about it.
    pub hint: String,
}

/// What a house knows of its folder from its opening on.
pub(crate) struct Ground {
    /// Where it is.
    pub(crate) folder: PathBuf,
    place: Place,
    /// When the last write before this opening was, when the clock says it is still to come.
    ahead: Mutex<Option<DateTime<Utc>>>,
    /// What was put away since.
    away: Mutex<Vec<String>>,
}

impl Ground {
    pub(crate) fn of(
        folder: &Path,
        last_written: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            folder: folder.to_owned(),
            place: Place::of(folder),
            ahead: Mutex::new(last_written.filter(|last| *last > now + BEHIND)),
            away: Mutex::default(),
        }
    }
}

/// What is to be known now, the gravest first.
pub fn notices(house: &House) -> Vec<Notice> {
    let ground = &house.ground;
    let mut found = Vec::new();
    if let Some(reading) = house.store.reading() {
        found.push(notice(house, Word::Reading(reading), "", &[]));
    } else if !ground.folder.is_dir() {
        found.push(notice(house, Word::Gone, "", &[]));
    } else if let Some(left) = room::left(&ground.folder).filter(|left| *left < LOW) {
        let left = usize::try_from(left >> 20).unwrap_or(usize::MAX);
        found.push(notice(house, Word::Low, "", &[("left", left.into())]));
    }
    if let Some(last) = *ground.ahead.lock() {
        let (words, home) = (house.words(), house.home());
        let date = |at: DateTime<Utc>| Zone::Floating.wall(at, home).date();
        let (now, last_day) = (date(house.clock.now()), date(last));
        // Each is said beside the other, so that the year is.
        let args = [
            ("now", Arg::from(words.date(now, last_day))),
            ("last", Arg::from(words.date(last_day, now))),
        ];
        found.push(notice(
            house,
            Word::Clock,
            &last.timestamp().to_string(),
            &args,
        ));
    }
    // Where nothing is written, nothing comes to harm by being copied.
    if house.store.reading().is_none() {
        let (word, service) = match &ground.place {
            Place::Here => return kept::not_away(house, found),
            Place::Network => (Word::Network, ""),
            Place::Synced(service) => (Word::Synced, *service),
        };
        let of = kept::mark(&ground.folder);
        found.push(notice(house, word, &of, &[("service", service.into())]));
    }
    kept::not_away(house, found)
}

fn notice(house: &House, word: Word, of: &str, args: &[(&'static str, Arg)]) -> Notice {
    let words = house.words();
    let folder = house.ground.folder.display().to_string();
    let args = [args, &[("folder", Arg::from(folder))]].concat();
    let name = word.name();
    Notice {
        word,
        id: match of {
            "" => name.to_owned(),
            of => format!("{name}:{of}"),
        },
        said: words.say(&format!("notice-{name}"), &args),
        hint: words.say(&format!("notice-{name}-hint"), &args),
    }
}

/// It was read, and is put away: for good when it is of a kind that does not change, else until the next start.
pub fn put_away(house: &House, id: &str) {
    house.ground.away.lock().push(id.to_owned());
    let once = notices_of(id).is_some_and(Word::is_once);
    if once && let Err(error) = kept::remember(&house.ground.folder, id) {
        // It is said again at the next start, which is no harm.
        log::warn!("what was read was not remembered: {error}");
    }
}

fn notices_of(id: &str) -> Option<Word> {
    let name = id.split_once(':').map_or(id, |(name, _)| name);
    [Word::Network, Word::Synced, Word::Clock]
        .into_iter()
        .find(|word| word.name() == name)
}

/// The machine's clock is right, however early the day it says: reminders follow it from now on.
pub fn trust_clock(house: &House) -> Result<(), Fault> {
    reminders::trust_clock(house)?;
    let ahead = house.ground.ahead.lock().take();
    if let Some(last) = ahead {
        put_away(
            house,
            &format!("{}:{}", Word::Clock.name(), last.timestamp()),
        );
    }
    Ok(())
}
