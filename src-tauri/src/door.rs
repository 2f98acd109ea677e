//! What the commands stand on: the open house, and the desktop around the window.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;
use wire::{Code, Eye, Problem, Reminded, Topic};
use workflows::reminders::Said;
use workflows::{Fault, House};

use crate::desk::DeskFile;
use crate::events::{BackupProgress, Changed, ImportProgress, Rang};
use crate::reminding::Alarm;

/// What the shell can do outside the page. The window has the system's; a test has its own.
pub trait Desktop: Send + Sync {
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
}

/// The house as it opens behind the window: commands wait for it, the window does not.
pub struct Door {
    house: OnceLock<Result<Arc<House>, Problem>>,
    /// What happened on opening that the person should know.
    pub(crate) notices: OnceLock<Vec<String>>,
    /// Files given before the page could listen.
    pub(crate) files: Mutex<Vec<String>>,
    /// What rang before the page could listen.
    pub(crate) rung: Mutex<Vec<Reminded>>,
    /// Wakes the timer of reminders.
    pub(crate) alarm: Alarm,
    pub(crate) desk: DeskFile,
    pub(crate) desktop: Box<dyn Desktop>,
}

impl Door {
    /// A door whose house is still to be opened with [`Door::opened`].
    pub fn new(desk: DeskFile, desktop: Box<dyn Desktop>, files: Vec<String>) -> Self {
        Self {
            house: OnceLock::new(),
            notices: OnceLock::new(),
            files: Mutex::new(files),
            rung: Mutex::default(),
            alarm: Alarm::default(),
            desk,
            desktop,
        }
    }

    /// The house is open, or could not be.
    pub fn opened(&self, house: Result<Arc<House>, Problem>, notices: Vec<String>) {
        // A second answer would be a fault of ours; the first stands.
        let _ = self.notices.set(notices);
        let _ = self.house.set(house);
    }

    /// The house, once it is open.
    pub fn house(&self) -> Result<Arc<House>, Problem> {
        self.house.wait().clone()
    }

    /// The house, when it is open already.
    pub(crate) fn house_if_open(&self) -> Option<Arc<House>> {
        self.house
            .get()
            .and_then(|house| house.as_ref().ok().cloned())
    }

    /// Reads, in the person's words.
    pub(crate) fn read<T>(
        &self,
        run: impl FnOnce(&House, &Eye<'_>) -> Result<T, Fault>,
    ) -> Result<T, Problem> {
        let house = self.house()?;
        let eye = Eye::on(&house);
        run(&house, &eye).map_err(|fault| Problem::of(&fault, &house.words()))
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
        let answer = run(&house).map_err(|fault| Problem::of(&fault, &house.words()))?;
        let after = house.store.last_seq();
        if after != before {
            house.nudge_search();
            self.alarm.nudge();
            self.desktop.changed(Changed {
                topics: topics.to_vec(),
                revision: wire::number(after),
            });
        }
        Ok(show(&Eye::on(&house), answer))
    }

    /// A problem with this message.
    pub(crate) fn problem(&self, fault: &Fault) -> Problem {
        match self.house() {
            Ok(house) => Problem::of(fault, &house.words()),
            Err(problem) => problem,
        }
    }
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Door")
            .field("open", &self.house.get().map(Result::is_ok))
            .finish_non_exhaustive()
    }
}

/// A house that could not be opened, as the page shows it.
pub(crate) fn closed(message: String, hint: String) -> Problem {
    Problem {
        code: Code::ReadOnly,
        message,
        hint,
    }
}
