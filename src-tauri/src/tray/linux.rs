//! Linux: a StatusNotifierItem over D-Bus. A desktop without a host for it says so, at once or when its host leaves.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::StandardItem;
use ksni::{Icon, MenuItem, OfflineReason, ToolTip};
use parking_lot::Mutex;
use tauri::AppHandle;

use super::{Lines, picture};
use crate::window;

/// The tray, as far as there is one.
#[derive(Default)]
pub(crate) struct Tray {
    handle: Mutex<Option<Handle<Item>>>,
    there: Arc<AtomicBool>,
}

impl Tray {
    /// Whether a person can see it.
    pub(crate) fn is_there(&self) -> bool {
        self.there.load(Ordering::Acquire)
    }

    /// Says these lines, once there is a desktop that shows them; it is asked again each time.
    pub(crate) fn keep(&self, app: &AppHandle, lines: Lines) {
        let mut handle = self.handle.lock();
        if let Some(here) = handle.as_ref().filter(|handle| !handle.is_closed()) {
            here.update(|item| item.lines = lines);
            return;
        }
        let item = Item {
            app: app.clone(),
            there: self.there.clone(),
            lines,
        };
        match item.spawn() {
            Ok(here) => {
                self.there.store(true, Ordering::Release);
                *handle = Some(here);
            }
            // Most often the desktop has no tray, which is nothing to complain of.
            Err(error) => log::debug!("no tray: {error}"),
        }
    }
}

struct Item {
    app: AppHandle,
    there: Arc<AtomicBool>,
    lines: Lines,
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "sentier".to_owned()
    }

    fn title(&self) -> String {
        "Sentier".to_owned()
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        let picture = picture();
        let side = |length| i32::try_from(length).unwrap_or_default();
        // From RGBA to ARGB, as the specification has it.
        let argb = |pixel: &[u8]| match pixel {
            [red, green, blue, alpha] => [*alpha, *red, *green, *blue],
            _ => [0; 4],
        };
        vec![Icon {
            width: side(picture.width()),
            height: side(picture.height()),
            data: picture.rgba().chunks(4).flat_map(argb).collect(),
        }]
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip {
            title: "Sentier".to_owned(),
            description: self.lines.next.clone(),
            ..ToolTip::default()
        }
    }

    fn activate(&mut self, _: i32, _: i32) {
        window::come_forward(&self.app);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let open = |item: &mut Self| window::come_forward(&item.app);
        vec![
            entry(&self.lines.open, open),
            entry(&self.lines.next, open),
            MenuItem::Separator,
            entry(&self.lines.quit, |item| item.app.exit(0)),
        ]
    }

    fn watcher_online(&self) {
        self.there.store(true, Ordering::Release);
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        self.there.store(false, Ordering::Release);
        // Nobody is left in a place that is gone.
        window::come_back(&self.app);
        true
    }
}

fn entry(label: &str, run: impl Fn(&mut Item) + Send + 'static) -> MenuItem<Item> {
    StandardItem {
        // A single underscore would mark an access key.
        label: label.replace('_', "__"),
        activate: Box::new(run),
        ..StandardItem::default()
    }
    .into()
}
