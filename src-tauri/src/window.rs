//! The one window, and the desktop around it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;

use crate::around::Around;
use crate::arriving::{files_over, second_launch};
use crate::autostart::Autostart;
use crate::cli::Common;
use crate::door::Door;
use crate::locking::{self, Keychain};
use crate::opening::Opening;
use crate::tray::Tray;
use crate::{handler, keeping, leaving, paths, reminding, shut, surface};

pub(crate) const LABEL: &str = "main";

/// Whether there is a screen to open a window on: without one, what draws windows ends the process.
pub(crate) fn has_display() -> bool {
    #[cfg(target_os = "linux")]
    return gtk::init().is_ok();
    #[cfg(not(target_os = "linux"))]
    true
}

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
            let around = Around::new(handle.clone(), Keychain::of(&folder));
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

/// Tells the page.
pub(crate) fn say(app: &AppHandle, event: impl Event + serde::Serialize + Clone) {
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
