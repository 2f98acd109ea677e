//! The desktop around the window: dialogs, notifications, the tray, the session's keychain, what is opened outside.

use std::path::{Path, PathBuf};
use std::sync::Weak;
use std::time::Duration;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use workflows::House;
use workflows::reminders::Said;
use zeroize::Zeroizing;

use crate::autostart::Autostart;
use crate::door::Desktop;
use crate::events::{BackupProgress, Changed, ImportProgress, Locked, Locking, Rang, SealProgress};
use crate::locking::Keychain;
use crate::tray::Tray;
use crate::window::{LABEL, say};
use crate::{keeping, notify, paths};

/// The system around a real window.
pub(crate) struct Around {
    app: AppHandle,
    keychain: Keychain,
}

impl Around {
    pub(crate) fn new(app: AppHandle, keychain: Keychain) -> Self {
        Self { app, keychain }
    }
}

impl Desktop for Around {
    fn opened(&self, house: Weak<House>) {
        let app = self.app.clone();
        let behind = std::thread::Builder::new()
            .name("behind".into())
            .spawn(move || {
                follow_search(&house);
                keeping::keep(&app, &house);
            });
        if let Err(error) = behind {
            log::error!("nothing goes on behind the house: {error}");
        }
    }

    fn locking(&self) -> bool {
        say(&self.app, Locking);
        self.app.get_webview_window(LABEL).is_some()
    }

    fn locked(&self) {
        say(&self.app, Locked);
    }

    fn sealing(&self, progress: SealProgress) {
        say(&self.app, progress);
    }

    fn can_keep_key(&self) -> bool {
        self.keychain.is_there()
    }

    fn kept_key(&self) -> Option<Zeroizing<Vec<u8>>> {
        self.keychain.read()
    }

    fn keep_key(&self, key: Option<&[u8]>) -> bool {
        match key {
            Some(key) => self.keychain.keep(key),
            None => {
                self.keychain.forget();
                true
            }
        }
    }

    fn print(&self) -> bool {
        let printed = self
            .app
            .get_webview_window(LABEL)
            .map(|window| window.print());
        matches!(printed, Some(Ok(())))
    }

    fn changed(&self, changed: Changed) {
        say(&self.app, changed);
    }

    fn progress(&self, progress: ImportProgress) {
        say(&self.app, progress);
    }

    fn working(&self, progress: BackupProgress) {
        say(&self.app, progress);
    }

    fn rang(&self, said: Said, rang: Rang) -> bool {
        say(&self.app, rang);
        let seen = self
            .app
            .get_webview_window(LABEL)
            .is_some_and(|window| window.is_visible().unwrap_or_default());
        notify::show(&said) || seen
    }

    fn has_tray(&self) -> bool {
        self.app.state::<Tray>().is_there()
    }

    fn starts_with_session(&self) -> bool {
        self.app.state::<Autostart>().is_on()
    }

    fn start_with_session(&self, on: bool) -> Result<(), String> {
        self.app.state::<Autostart>().set(on)
    }

    fn choose_files(&self, title: &str, filter: &str) -> Vec<PathBuf> {
        let dialog = self
            .app
            .dialog()
            .file()
            .set_title(title)
            .add_filter(filter, &workflows::import::endings());
        let chosen = dialog.blocking_pick_files().unwrap_or_default();
        chosen
            .into_iter()
            .filter_map(|path| path.into_path().ok())
            .collect()
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        let dialog = self.app.dialog().file().set_title(title);
        dialog
            .blocking_pick_folder()
            .and_then(|path| path.into_path().ok())
    }

    fn choose_any(&self, title: &str) -> Vec<PathBuf> {
        let dialog = self.app.dialog().file().set_title(title);
        let chosen = dialog.blocking_pick_files().unwrap_or_default();
        chosen
            .into_iter()
            .filter_map(|path| path.into_path().ok())
            .collect()
    }

    fn choose_save(&self, title: &str, filter: &str, name: &str) -> Option<PathBuf> {
        let ending = name.rsplit_once('.').map_or(name, |(_, ending)| ending);
        let dialog = self
            .app
            .dialog()
            .file()
            .set_title(title)
            .add_filter(filter, &[ending])
            .set_file_name(name);
        dialog
            .blocking_save_file()
            .and_then(|path| path.into_path().ok())
    }

    fn open_link(&self, url: &str) -> bool {
        match self.app.opener().open_url(url, None::<&str>) {
            Ok(()) => true,
            Err(_) => {
                // What failed would name the address.
                log::error!("the system opened no address");
                false
            }
        }
    }

    fn open_file(&self, path: &Path) -> bool {
        match self
            .app
            .opener()
            .open_path(path.to_string_lossy(), None::<&str>)
        {
            Ok(()) => true,
            Err(_) => {
                // What failed would name the file.
                log::error!("the system opened no file");
                false
            }
        }
    }

    fn relaunch(&self, folder: &Path) -> bool {
        let Some(program) = paths::program() else {
            return false;
        };
        match std::process::Command::new(program)
            .arg("--data-dir")
            .arg(folder)
            .spawn()
        {
            Ok(_) => {
                self.app.exit(0);
                true
            }
            Err(error) => {
                log::error!("it did not start again: {error}");
                false
            }
        }
    }

    fn quit(&self) {
        self.app.exit(0);
    }
}

/// Follows the book with the index of the search, once the first picture has had the machine to itself. Whoever
/// searches before starts it.
fn follow_search(house: &Weak<House>) {
    const FIRST: Duration = Duration::from_secs(3);
    std::thread::sleep(FIRST);
    if let Some(house) = house.upgrade() {
        house.follow_search();
    }
}
