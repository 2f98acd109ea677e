//! What locks it when nobody is there, and what it says meanwhile.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::json;
use wire::Tried;
use workflows::{Clock, Pulse};

use super::{PASSPHRASE, choose, is_locked, now, sealed, unlock};
use crate::window::{Heard, Page};

#[test]
fn nobody_there_locks_it_and_a_gesture_puts_that_off() {
    let (_folder, page, _) = sealed();
    choose(&page, json!({ "idle": 5, "onSleep": false, "keep": false }));
    let begun = Clock::Fixed(now()).pulse();
    let after = |seconds: u64| Pulse {
        wall: begun.wall,
        steady: begun.steady + Duration::from_secs(seconds),
    };
    page.watch(after(295));
    assert!(!is_locked(&page));
    page.call::<()>("stirred", json!({}));
    page.watch(after(298));
    assert!(!is_locked(&page), "a gesture begins the minutes anew");
    page.watch(after(305));
    assert!(is_locked(&page));
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    page.watch(after(200));
    assert!(!is_locked(&page), "who has just come in is there");
}

#[test]
fn a_machine_that_slept_is_locked_when_it_wakes() {
    let (_folder, page, _) = sealed();
    let begun = Clock::Fixed(now()).pulse();
    let slept = Pulse {
        wall: begun.wall + Duration::from_secs(3_600),
        steady: begun.steady + Duration::from_secs(1),
    };
    choose(
        &page,
        json!({ "idle": null, "onSleep": false, "keep": false }),
    );
    page.watch(slept);
    assert!(!is_locked(&page), "unless that is not wished");
    choose(
        &page,
        json!({ "idle": null, "onSleep": true, "keep": false }),
    );
    page.watch(Pulse {
        wall: slept.wall + Duration::from_secs(3_600),
        ..slept
    });
    assert!(is_locked(&page));
}

#[test]
fn a_reminder_that_is_due_while_it_is_locked_says_only_that_it_is() {
    let (folder, page, _) = sealed();
    page.wake();
    page.house().close().expect("it closes");
    drop(page);
    // Ten minutes before the meeting, and a stopped clock cannot get there while it is locked: it is due when it locks.
    let soon: DateTime<Utc> = DateTime::parse_from_rfc3339("2026-11-25T09:45:00+01:00")
        .expect("an instant")
        .to_utc();
    let page = Page::open_at(folder.path(), soon, Heard::default());
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    let next = page.wake().expect("one is to come");
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    page.rings_at(next);
    let rang = page.heard.rang.lock().clone();
    assert_eq!(rang.len(), 1, "{rang:?}");
    let said = format!("{} {}", rang[0].title, rang[0].body);
    assert!(!said.contains("Lac") && !said.contains("budget"), "{said}");
    page.rings_at(next + Duration::from_secs(60));
    assert_eq!(page.heard.rang.lock().len(), 1, "once");
}
