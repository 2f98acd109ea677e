//! What the commands stand on: the open house, and the desktop around the window.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use parking_lot::Mutex;
use wire::{Closure, Code, Eye, Problem, Reminded, Topic};
use words::Words;
use workflows::reminders::Said;
use workflows::{Fault, House};
use zeroize::Zeroizing;

use crate::desk::{DeskFile, Look};
use crate::events::{BackupProgress, Changed, ImportProgress, Rang, SealProgress};
use crate::given::Given;
use crate::inside::{Guest, Inside, Shut};
use crate::locking::Guard;
use crate::opening::Opening;
use crate::reminding::Alarm;

/// What the shell can do outside the page. The window has the system's; a test has its own.
pub trait Desktop: Send + Sync {
    /// The house is open: what goes on behind it begins.
    fn opened(&self, house: Weak<House>);
    /// It is about to lock. Whether there is a page to put away what it holds, which then locks by itself.
    fn locking(&self) -> bool;
    /// It is locked: nothing of it is shown any more.
    fn locked(&self);
    /// The book is being sealed or unsealed.
    fn sealing(&self, progress: SealProgress);
    /// Whether the system can keep a key for a session.
    fn can_keep_key(&self) -> bool;
    /// The key the system keeps for this book.
    fn kept_key(&self) -> Option<Zeroizing<Vec<u8>>>;
    /// Keeps the key for the session, or `None` forgets it; whether that is so now.
    fn keep_key(&self, key: Option<&[u8]>) -> bool;
    /// Prints what the page shows; whether there is a printer's dialog.
    fn print(&self) -> bool;
    /// Something was written.
    fn changed(&self, changed: Changed);
    /// An import went on.
    fn progress(&self, progress: ImportProgress);
    /// A backup, restore or drill went on.
    fn working(&self, progress: BackupProgress);
    /// Reminders rang: the system's notification says them, and the window offers to put them off. Whether somebody may
    /// have noticed.
    fn rang(&self, said: Said, rang: Rang) -> bool;
    /// Whether there is a tray to close the window to.
    fn has_tray(&self) -> bool;
    /// Whether Sentier starts with the session.
    fn starts_with_session(&self) -> bool;
    /// Starts it with the session, or no more; what went wrong, in the system's words.
    fn start_with_session(&self, on: bool) -> Result<(), String>;
    /// Asks for files to bring in; empty when the person changed their mind.
    fn choose_files(&self, title: &str, filter: &str) -> Vec<PathBuf>;
    /// Asks for a folder.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;
    /// Asks for files of any kind; empty when the person changed their mind.
    fn choose_any(&self, title: &str) -> Vec<PathBuf>;
    /// Asks where to write a file; it ends as `name` does.
    fn choose_save(&self, title: &str, filter: &str, name: &str) -> Option<PathBuf>;
    /// Opens an address in the system's browser; whether it could.
    fn open_link(&self, url: &str) -> bool;
    /// Opens a file with the system's application for it; whether it could.
    fn open_file(&self, path: &Path) -> bool;
    /// Starts Sentier on the data in another folder, and ends this one; whether it could.
    fn relaunch(&self, folder: &Path) -> bool;
    /// Ends Sentier.
    fn quit(&self);
}

/// The house as it opens behind the window, and as it is locked and opened again: commands wait for it, the window does
/// not.
pub struct Door {
    pub(crate) inside: Arc<Inside>,
    pub(crate) opening: Opening,
    pub(crate) guard: Guard,
    /// What happened on opening that the person should know.
    pub(crate) notices: Mutex<Vec<String>>,
    /// What is offered while it could not be opened.
    pub(crate) closure: Mutex<Option<Closure>>,
    /// Files given before the page could listen.
    pub(crate) files: Mutex<Vec<String>>,
    /// What the page may ask for by path.
    pub(crate) given: Given,
    /// What rang before the page could listen.
    pub(crate) rung: Mutex<Vec<Reminded>>,
    /// Wakes the timer of reminders.
    pub(crate) alarm: Alarm,
    pub(crate) desk: DeskFile,
    pub(crate) desktop: Box<dyn Desktop>,
}

impl Door {
    /// A door whose house is still to be opened, with [`Door::open`].
    pub fn new(opening: Opening, desktop: Box<dyn Desktop>, files: Vec<String>) -> Self {
        let given = Given::default();
        let files = given.note(files.into_iter().map(PathBuf::from));
        Self {
            inside: Arc::new(Inside::new()),
            desk: DeskFile::of(&opening.folder),
            guard: Guard::new(opening.clock),
            opening,
            notices: Mutex::default(),
            closure: Mutex::default(),
            files: Mutex::new(files),
            given,
            rung: Mutex::default(),
            alarm: Alarm::default(),
            desktop,
        }
    }

    /// The house, once it is known whether one may come in.
    pub fn house(&self) -> Result<Guest<'_>, Problem> {
        // A machine that slept is locked before anything is read of what it held.
        self.lock_if_slept();
        self.inside.enter().map_err(|shut| match shut {
            Shut::Locked => self.locked(),
            Shut::Closed(problem) => problem,
        })
    }

    /// The person gave files: what the page calls each of them when it asks for it.
    pub fn give(&self, files: impl IntoIterator<Item = PathBuf>) -> Vec<String> {
        self.given.note(files)
    }

    /// The house, when it is open already.
    pub(crate) fn house_if_open(&self) -> Option<Guest<'_>> {
        self.inside.enter_if_open()
    }

    /// Reads, in the person's words.
    pub(crate) fn read<T>(
        &self,
        run: impl FnOnce(&House, &Eye<'_>) -> Result<T, Fault>,
    ) -> Result<T, Problem> {
        let house = self.house()?;
        let eye = Eye::on(&house);
        run(&house, &eye).map_err(|fault| said(fault, &house))
    }

    /// Writes, and says what was touched. The answer is shown as the house stands after the write.
    pub(crate) fn write<A, T>(
        &self,
        topics: &[Topic],
        run: impl FnOnce(&House) -> Result<A, Fault>,
        show: impl FnOnce(&Eye<'_>, A) -> T,
    ) -> Result<T, Problem> {
        let house = self.house()?;
        let before = house.store.last_seq();
        let answer = run(&house).map_err(|fault| said(fault, &house))?;
        let after = house.store.last_seq();
        if after != before {
            house.nudge_search();
            self.alarm.nudge();
            if topics.contains(&Topic::Settings) {
                self.take_settings(&house);
            }
            self.desktop.changed(Changed {
                topics: topics.to_vec(),
                revision: wire::number(after),
            });
        }
        Ok(show(&Eye::on(&house), answer))
    }

    /// A problem with this message.
    pub(crate) fn problem(&self, fault: &Fault) -> Problem {
        Problem::of(fault, &self.words())
    }

    /// The words spoken now: the house's, and as long as it is shut those of its last start.
    pub(crate) fn words(&self) -> Arc<Words> {
        match self.inside.enter_if_open() {
            Some(house) => house.words(),
            None => Arc::new(Words::new(self.language())),
        }
    }

    /// The language spoken while nothing can be read.
    pub(crate) fn language(&self) -> domain::Language {
        self.opening
            .language
            .or_else(|| self.desk.look().language.map(Into::into))
            .unwrap_or_else(words::system_language)
    }

    /// What has to be known of the settings when they cannot be read.
    pub(crate) fn take_settings(&self, house: &House) {
        let settings = house.settings();
        self.follow(settings.locking);
        if let Err(error) = self.desk.wear(Look::from(&settings)) {
            // A lock screen in other colours is no reason to trouble anybody.
            log::warn!("how the window looks was not remembered: {error}");
        }
    }
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Door")
            .field("open", &self.inside.is_open())
            .finish_non_exhaustive()
    }
}

/// A failure in a house, in its words.
fn said(fault: Fault, house: &House) -> Problem {
    Problem::of(&fault.in_folder(house.folder()), &house.words())
}

/// A house that could not be opened, as the page shows it.
pub(crate) fn closed(message: String, hint: String) -> Problem {
    Problem {
        code: Code::ReadOnly,
        message,
        hint,
    }
}
