//! The lock, as the page meets it: locked it answers nothing, and it opens with what opens it and nothing else.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;
use wire::{Coded, Start, Threshold, Tried};

use crate::window::{Heard, NOW, Page, fresh, plan};

mod alone;
mod code;
mod door;
mod passphrase;
mod session;

const PASSPHRASE: &str = "trois chênes au bord du lac";
const OTHER: &str = "une barque sous la pluie fine";

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(NOW)
        .expect("an instant")
        .to_utc()
}

/// The app again on the folder.
fn again(folder: &Path) -> Page {
    Page::open_at(folder, now(), Heard::default())
}

/// A book with one meeting, sealed and open, and its recovery code.
fn sealed() -> (TempDir, Page, String) {
    let (folder, window) = fresh();
    plan(&window, "Point budget", "2026-11-25T10:00", 60);
    window.close();
    let page = again(folder.path());
    let coded: Coded = page.call("seal", json!({ "passphrase": PASSPHRASE }));
    let Coded::Done { code } = coded else {
        panic!("it was sealed: {coded:?}");
    };
    (folder, page, code)
}

fn unlock(page: &Page, passphrase: &str) -> Tried {
    page.call("unlock", json!({ "passphrase": passphrase }))
}

fn is_locked(page: &Page) -> bool {
    page.call::<Threshold>("threshold", json!({})).locked
}

/// The titles of the week.
fn week(page: &Page) -> Vec<String> {
    let days: wire::CalendarDays = page.call(
        "calendar_days",
        json!({ "range": { "from": "2026-11-23", "until": "2026-11-30" } }),
    );
    days.blocks.into_iter().map(|block| block.title).collect()
}

/// The rules of locking, as the settings send them.
fn choose(page: &Page, locking: Value) {
    let start: Start = page.call("start", json!({}));
    let mut settings = serde_json::to_value(start.settings).expect("settings");
    settings["locking"] = locking;
    page.call::<Value>("save_settings", json!({ "settings": settings }));
}
