//! The one window, and the desktop around it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tauri::{AppHandle, DragDropEvent, Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;
use workflows::House;
use workflows::reminders::Said;
use zeroize::Zeroizing;

use crate::autostart::Autostart;
use crate::cli::Common;
use crate::door::{Desktop, Door};
use crate::events::{
    BackupProgress, Changed, FilesGiven, FilesHover, ImportProgress, Locked, Locking, Rang,
    SealProgress,
};
use crate::locking::{self, Keychain};
use crate::opening::Opening;
use crate::tray::Tray;
use crate::{handler, keeping, leaving, notify, paths, reminding, shut, surface};

const LABEL: &str = "main";

/// Opens the window on the data in `folder`, with files to bring in, and stays until it is closed.
pub(crate) fn open(
    folder: PathBuf,
    common: &Common,
    files: Vec<String>,
    hidden: bool,
) -> Result<(), tauri::Error> {
    let surface = surface::<tauri::Wry>();
    let handler = handler(&surface);
    let (clock, language, given) = (common.clock(), common.language(), common.names_folder());
    let state_file = folder.join("window.json").to_string_lossy().into_owned();
    // Where nothing can be written there is no log and no cache, and the window opens all the same.
    let writable = paths::is_writable(&folder);
    let app = tauri::Builder::default()
        // First, so that a second launch hands its files over before anything else is built.
        .plugin(
            tauri_plugin_single_instance::Builder::new()
                .dbus_id(instance_of(&folder))
                .callback(|app, arguments, from| second_launch(app, &arguments, Path::new(&from)))
                .build(),
        )
        .plugin(
            tauri_plugin_log::Builder::new()
                .clear_targets()
                .targets(writable.then(|| log_target(&folder)))
                .level(log_level())
                .build(),
        )
        .plugin(
            tauri_plugin_window_state::Builder::new()
                // Whether it is in the tray is not remembered: a start shows the window, or was asked not to.
                .with_state_flags(StateFlags::all() & !StateFlags::VISIBLE)
                .with_filename(state_file)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(handler)
        .setup(move |app| {
            surface.mount_events(app);
            let handle = app.handle().clone();
            let around = Around {
                app: handle.clone(),
                keychain: Keychain::of(&folder),
            };
            let opening = Opening::of(&folder, clock, language).named(given);
            let door = Arc::new(Door::new(opening, Box::new(around), files));
            app.manage(door.clone());
            app.manage(Tray::default());
            app.manage(Autostart::of(&folder, given));
            let (timer, waits) = (handle.clone(), door.clone());
            std::thread::Builder::new()
                .name("reminders".into())
                .spawn(move || reminding::keep(&timer, &waits, hidden))?;
            // The store opens while the page loads: the first command waits for whichever is later.
            let opens = door.clone();
            std::thread::Builder::new()
                .name("house".into())
                .spawn(move || {
                    opens.open();
                    locking::keep_watch(&opens);
                })?;
            locking::hear_session(door);
            let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default());
            let window = match writable {
                true => window.data_directory(folder.join("page")),
                false => window.incognito(true),
            };
            let window = shut::closed(window)
                .title("Sentier")
                .zoom_hotkeys_enabled(true)
                .visible(!hidden)
                .inner_size(1280.0, 820.0)
                .min_inner_size(720.0, 520.0)
                .build()?;
            shut::close(&window);
            crate::drawing::suit(&window);
            leaving::when_told(app.handle());
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::DragDrop(event) => files_over(window.app_handle(), event),
            WindowEvent::CloseRequested { api, .. } if stays(window.app_handle()) => {
                api.prevent_close();
                // A window that cannot be hidden stays where it is, which is no harm.
                let _ = window.hide();
            }
            _ => {}
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let tauri::RunEvent::Exit = event {
            close(app);
        }
    });
    Ok(())
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

/// One window for each data folder, so that a copy of one's book can be open beside one's own.
fn instance_of(folder: &Path) -> String {
    format!("app.sentier.desktop.on{:016x}", paths::mark(folder))
}

/// Brings the window forward, from the tray or from behind.
pub(crate) fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // Each can fail on a desktop that does not allow it.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Brings the window forward when it is hidden; one that is seen stays where it is. Only Linux has trays that leave.
#[cfg(target_os = "linux")]
pub(crate) fn come_back(app: &AppHandle) {
    let hidden = app
        .get_webview_window(LABEL)
        .is_some_and(|window| !window.is_visible().unwrap_or_default());
    if hidden {
        come_forward(app);
    }
}

/// Whether closing the window leaves Sentier in the tray: when that was chosen, and there is one.
fn stays(app: &AppHandle) -> bool {
    // Read of the desk: a book that is locked stays in the tray as well.
    let chosen = app
        .try_state::<Arc<Door>>()
        .is_some_and(|door| door.desk.look().to_tray);
    chosen && app.state::<Tray>().is_there()
}

fn second_launch(app: &AppHandle, arguments: &[String], from: &Path) {
    come_forward(app);
    let files = crate::cli::files_among(arguments);
    give(
        app,
        files
            .iter()
            .map(|file| paths::given_file(from, file).into()),
    );
}

fn files_over(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => {
            say(app, FilesHover { over: true })
        }
        DragDropEvent::Leave => say(app, FilesHover { over: false }),
        DragDropEvent::Drop { paths, .. } if !paths.is_empty() => {
            say(app, FilesHover { over: false });
            give(app, paths.iter().cloned());
        }
        _ => {}
    }
}

/// Tells the page of files the person gave; while the book is locked, the page that will be there once it is open. From
/// now on it may ask for them.
fn give(app: &AppHandle, files: impl Iterator<Item = PathBuf>) {
    let Some(door) = app.try_state::<Arc<Door>>() else {
        return;
    };
    let paths = door.give(files);
    if paths.is_empty() {
        return;
    }
    if door.inside.is_open() {
        say(app, FilesGiven { paths });
    } else {
        door.files.lock().extend(paths);
    }
}

fn close(app: &AppHandle) {
    let Some(door) = app.try_state::<Arc<Door>>() else {
        return;
    };
    // What is being locked is closed in order, too.
    door.inside.wait_left();
    let Some(house) = door.house_if_open() else {
        return;
    };
    // The session's end waits for nobody.
    if !leaving::in_a_hurry() {
        keeping::at_close(&house);
    }
    if let Err(error) = house.close() {
        log::error!("closing the store: {error}");
    }
}

fn say(app: &AppHandle, event: impl Event + serde::Serialize + Clone) {
    if let Err(error) = event.emit(app) {
        log::warn!("the page did not hear of it: {error}");
    }
}

fn log_target(folder: &Path) -> tauri_plugin_log::Target {
    tauri_plugin_log::Target::new(tauri_plugin_log::TargetKind::Folder {
        path: folder.join("logs"),
        file_name: Some("sentier".into()),
    })
}

fn log_level() -> log::LevelFilter {
    if cfg!(debug_assertions) {
        log::LevelFilter::Info
    } else {
        log::LevelFilter::Warn
    }
}

/// The system around a real window.
struct Around {
    app: AppHandle,
    keychain: Keychain,
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
