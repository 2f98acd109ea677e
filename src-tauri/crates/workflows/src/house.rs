//! The open house: the store, the clock and the words, together.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use domain::{Language, Origin, Settings, Zone};
use parking_lot::{Mutex, MutexGuard, RwLock};
use store::{OpenError, OpenOptions, OpeningReport, Store};
use vault::{BookKey, Lockbox, Sealer};
use words::Words;

use crate::archive::Desk as ArchiveDesk;
use crate::attachments::Opened;
use crate::backup::Keeper;
use crate::clock::Clock;
use crate::folder::Ground;
use crate::import::Desk as ImportDesk;
use crate::photos::Album;
use crate::reminders::Unwritten;
use crate::reschedule::Last;
use crate::rights::reach::reach;
use crate::roster::Roster;
use crate::search::Follower;

/// What every workflow works on. One per process; shared behind an `Arc`.
pub struct House {
    /// Where everything is kept.
    pub store: Store,
    /// Where now comes from.
    pub clock: Clock,
    /// Who writes: the window, or a verb of the command line.
    pub(crate) origin: Origin,
    settings: RwLock<Arc<Settings>>,
    words: RwLock<Arc<Words>>,
    spoken: Option<Language>,
    /// Held from the first read of a write workflow to its commit, so that what was judged is what is written.
    gate: Mutex<()>,
    pub(crate) last: Mutex<Option<Last>>,
    pub(crate) imports: ImportDesk,
    pub(crate) archives: ArchiveDesk,
    pub(crate) backups: Keeper,
    pub(crate) roster: Roster,
    pub(crate) album: Album,
    pub(crate) opened: Opened,
    /// Pairs that may be one, as of a revision.
    pub(crate) pairs: crate::duplicates::Kept,
    pub(crate) search: Follower,
    pub(crate) ground: Ground,
    /// What a locked book was opened with: whatever is made beside it is sealed under it.
    pub(crate) key: Option<BookKey>,
    pub(crate) unwritten: Unwritten,
}

impl House {
    /// Opens the house whose data is in `folder`, and says what happened on the way.
    ///
    /// `spoken` overrides the person's and the system's language (the command line's `--lang`).
    /// A locked book opens with its `key` only ([`crate::lock::unlock`]); one without a lock needs
    /// none, and opens whatever is given.
    pub fn open(
        folder: &Path,
        clock: Clock,
        spoken: Option<Language>,
        origin: Origin,
        key: Option<BookKey>,
    ) -> Result<(Self, OpeningReport), OpenError> {
        // What is made of a sealed book is sealed under its key as well.
        let sealer = match (&key, Lockbox::read(folder)) {
            (Some(key), Ok(Some(_))) => Sealer::under(key),
            _ => Sealer::clear(),
        };
        let options = OpenOptions {
            key: key.clone(),
            ..OpenOptions::default()
        };
        let (store, report) = Store::open(folder, options.clone())?;
        let (store, report) = reach(store, report, folder, clock, options)?;
        let settings: Settings = store
            .get(store::SETTINGS_KEY)
            .ok()
            .flatten()
            .unwrap_or_default();
        let language = spoken
            .or(settings.language)
            .unwrap_or_else(words::system_language);
        let house = Self {
            search: Follower::new(store.clone(), folder, sealer),
            ground: Ground::of(folder, store.last_written()?, clock.now()),
            unwritten: Unwritten::default(),
            key,
            store,
            clock,
            origin,
            words: RwLock::new(Arc::new(Words::new(language))),
            settings: RwLock::new(Arc::new(settings)),
            spoken,
            gate: Mutex::new(()),
            last: Mutex::new(None),
            imports: ImportDesk::default(),
            archives: ArchiveDesk::default(),
            backups: Keeper::of(folder),
            roster: Roster::default(),
            album: Album::default(),
            opened: Opened::default(),
            pairs: Default::default(),
        };
        Ok((house, report))
    }

    /// The settings as they stand, to be changed.
    pub fn settings(&self) -> Settings {
        self.settings.read().as_ref().clone()
    }

    /// The settings as they stand, to be read: nothing is copied.
    pub(crate) fn rules(&self) -> Arc<Settings> {
        self.settings.read().clone()
    }

    /// The words of the language spoken now.
    pub fn words(&self) -> Arc<Words> {
        self.words.read().clone()
    }

    /// The zone wall times are shown in: the person's choice, and until there is one the system's, else Paris.
    pub fn home(&self) -> Tz {
        self.settings.read().home.unwrap_or_else(system_zone)
    }

    /// Now, as the clock on the person's wall says.
    pub fn now_wall(&self) -> NaiveDateTime {
        Zone::Floating.wall(self.clock.now(), self.home())
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.ground.folder
    }

    /// One writer at a time, from its first read on.
    pub(crate) fn gate(&self) -> MutexGuard<'_, ()> {
        self.gate.lock()
    }

    /// Reads the settings again, after anything may have written them.
    pub(crate) fn settle(&self) {
        let settings: Settings = self
            .store
            .get(store::SETTINGS_KEY)
            .ok()
            .flatten()
            .unwrap_or_default();
        let language = self
            .spoken
            .or(settings.language)
            .unwrap_or_else(words::system_language);
        if self.words.read().language() != language {
            *self.words.write() = Arc::new(Words::new(language));
        }
        *self.settings.write() = Arc::new(settings);
    }
}

/// `TZ` says it where a person set it for one program (POSIX), else the system's own setting. Read each time: it changes
/// while one travels.
pub(crate) fn system_zone() -> Tz {
    std::env::var("TZ")
        .ok()
        .and_then(|said| zone_said(said.trim_start_matches(':')))
        .or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
        .unwrap_or(chrono_tz::Europe::Paris)
}

/// The zone of a name, or of a file of the zone database, as `TZ=:/etc/localtime` says.
fn zone_said(said: &str) -> Option<Tz> {
    if !said.starts_with('/') {
        return said.parse().ok();
    }
    let file = Path::new(said).canonicalize().ok()?;
    let path = file.to_str()?;
    path.split_once("/zoneinfo/")?.1.parse().ok()
}
