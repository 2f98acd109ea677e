//! macOS and Windows: the tray Tauri brings; there always is one.

use parking_lot::Mutex;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use super::{Lines, picture};
use crate::window;

/// The tray.
#[derive(Default)]
pub(crate) struct Tray {
    shown: Mutex<Option<Shown>>,
}

struct Shown {
    lines: Lines,
    open: MenuItem<Wry>,
    next: MenuItem<Wry>,
    quit: MenuItem<Wry>,
}

impl Tray {
    /// Whether a person can see it.
    pub(crate) fn is_there(&self) -> bool {
        self.shown.lock().is_some()
    }

    /// Says these lines.
    pub(crate) fn keep(&self, app: &AppHandle, lines: Lines) {
        let mut shown = self.shown.lock();
        let kept = match shown.as_mut() {
            Some(shown) if shown.lines == lines => Ok(()),
            Some(shown) => shown.say(lines),
            None => Shown::new(app, lines).map(|made| *shown = Some(made)),
        };
        if let Err(error) = kept {
            log::warn!("the tray: {error}");
        }
    }
}

impl Shown {
    fn new(app: &AppHandle, lines: Lines) -> tauri::Result<Self> {
        let entry = |id: &str, label: &str| MenuItem::with_id(app, id, label, true, None::<&str>);
        let (open, next) = (entry("open", &lines.open)?, entry("next", &lines.next)?);
        let quit = entry("quit", &lines.quit)?;
        let apart = PredefinedMenuItem::separator(app)?;
        let menu = Menu::with_items(app, &[&open, &next, &apart, &quit])?;
        TrayIconBuilder::with_id("sentier")
            .icon(picture())
            .tooltip("Sentier")
            .menu(&menu)
            .show_menu_on_left_click(cfg!(target_os = "macos"))
            .on_menu_event(|app, event| match event.id().as_ref() {
                "quit" => app.exit(0),
                _ => window::come_forward(app),
            })
            .on_tray_icon_event(|tray, event| {
                if let TrayIconEvent::Click {
                    button: MouseButton::Left,
                    button_state: MouseButtonState::Up,
                    ..
                } = event
                {
                    window::come_forward(tray.app_handle());
                }
            })
            .build(app)?;
        Ok(Self {
            lines,
            open,
            next,
            quit,
        })
    }

    fn say(&mut self, lines: Lines) -> tauri::Result<()> {
        self.open.set_text(&lines.open)?;
        self.next.set_text(&lines.next)?;
        self.quit.set_text(&lines.quit)?;
        self.lines = lines;
        Ok(())
    }
}
