//! The lock, as the page meets it: locked it answers nothing, and it opens with what opens it and nothing else.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;
use wire::{Coded, Sealing, Start, Threshold, Tried};
use workflows::{Clock, Pulse};

use crate::window::{Heard, NOW, Page, blocks, drop_at, fresh, plan};

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

#[test]
fn a_locked_book_answers_every_command_that_it_is_locked() {
    let (_folder, page, _) = sealed();
    let held = page.house();
    assert!(page.call::<bool>("lock_now", json!({ "unfinished": null })));
    assert_eq!(*page.heard.locked.lock(), 1, "the page is told at once");
    for (command, arguments) in [
        ("start", json!({})),
        ("now", json!({})),
        (
            "calendar_days",
            json!({ "range": { "from": "2026-11-23", "until": "2026-11-30" } }),
        ),
        ("tray", json!({})),
        ("history", json!({ "before": null, "limit": 10 })),
        ("search", json!({ "query": "budget" })),
        ("undo", json!({})),
        ("rung", json!({})),
        ("missed", json!({})),
        ("zones", json!({})),
        ("background", json!({})),
        ("remember_desk", json!({ "desk": {} })),
        ("open_link", json!({ "address": "https://example.org" })),
        ("sealing", json!({})),
        ("seal", json!({ "passphrase": OTHER })),
        ("unseal", json!({ "passphrase": PASSPHRASE })),
        (
            "change_passphrase",
            json!({ "old": PASSPHRASE, "chosen": OTHER }),
        ),
        ("new_recovery_code", json!({ "passphrase": PASSPHRASE })),
    ] {
        let problem = page
            .try_call::<Value>(command, arguments)
            .expect_err("nothing is said of a locked book");
        assert_eq!(problem["code"], "locked", "{command}: {problem}");
    }
    assert!(page.heard.opened.lock().is_empty(), "nothing was opened");
    // Unlocking waits for the house to be left; by then nobody but this test holds it.
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    assert_eq!(Arc::strong_count(&held), 1, "what was read of it is let go");
    assert!(!Arc::ptr_eq(&held, &page.house()), "it is opened anew");
    assert_eq!(week(&page), ["Point budget"], "and everything is back");
}

#[test]
fn a_locked_book_opens_with_its_passphrase_and_with_no_other() {
    let (folder, page, _) = sealed();
    assert_eq!(
        week(&page),
        ["Point budget"],
        "sealing it shows the same week"
    );
    page.house().close().expect("it closes");
    drop(page);
    let page = again(folder.path());
    assert!(is_locked(&page), "a start asks for it");
    assert_eq!(unlock(&page, "trois chenes"), Tried::Wrong { wait: 0 });
    assert_eq!(unlock(&page, ""), Tried::Wrong { wait: 0 });
    assert_eq!(unlock(&page, OTHER), Tried::Wrong { wait: 2 });
    let problem = page
        .try_call::<Value>("unlock", json!({ "passphrase": PASSPHRASE }))
        .expect_err("it waits");
    assert_eq!(problem["code"], "invalid", "{problem}");
    assert!(is_locked(&page));
    assert!(page.call::<Threshold>("threshold", json!({})).wait > 0);
    std::thread::sleep(Duration::from_millis(2_100));
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    assert_eq!(week(&page), ["Point budget"]);
}

#[test]
fn what_is_being_written_when_it_locks_is_written() {
    let (_folder, page, _) = sealed();
    let block = {
        let days: wire::CalendarDays = page.call(
            "calendar_days",
            json!({ "range": { "from": "2026-11-23", "until": "2026-11-30" } }),
        );
        days.blocks.into_iter().next().expect("the meeting")
    };
    let mut moved = 0;
    let door = page.door.clone();
    let locking = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(30));
        door.lock()
    });
    for minute in (0..600).step_by(5) {
        let start = format!("2026-11-25T{:02}:{:02}", 8 + minute / 60, minute % 60);
        match page.try_call::<Value>("reschedule", drop_at(&block, &start, 60, "this")) {
            Ok(_) => moved += 1,
            Err(problem) => {
                assert_eq!(problem["code"], "locked", "{problem}");
                break;
            }
        }
    }
    assert!(locking.join().expect("it locks"));
    let last = 5 * (moved - 1);
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    let days: wire::CalendarDays = page.call(
        "calendar_days",
        json!({ "range": { "from": "2026-11-25", "until": "2026-11-26" } }),
    );
    let stands = days.blocks.first().and_then(|block| block.slot.as_ref());
    assert_eq!(
        stands.map(|slot| slot.start.clone()),
        Some(format!("2026-11-25T{:02}:{:02}", 8 + last / 60, last % 60)),
        "the last move that was acknowledged"
    );
}

#[test]
fn the_code_opens_it_and_asks_for_a_new_passphrase() {
    let (_folder, page, code) = sealed();
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    let written = code.to_lowercase().replace('-', " ");
    let problem = page
        .try_call::<Value>("recover", json!({ "code": "7K2QF", "passphrase": OTHER }))
        .expect_err("that is no code");
    assert_ne!(problem["message"], "");
    let problem = page
        .try_call::<Value>("recover", json!({ "code": written, "passphrase": "court" }))
        .expect_err("that is no passphrase");
    assert_ne!(problem["message"], "");
    assert!(is_locked(&page));
    let tried: Tried = page.call("recover", json!({ "code": written, "passphrase": OTHER }));
    assert_eq!(tried, Tried::Right);
    assert_eq!(week(&page), ["Point budget"]);
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    assert!(matches!(unlock(&page, PASSPHRASE), Tried::Wrong { .. }));
    assert_eq!(unlock(&page, OTHER), Tried::Right);
}

#[test]
fn a_passphrase_that_cannot_be_leaves_the_book_as_it_is() {
    let (_folder, window) = fresh();
    for passphrase in ["court", "", &"x".repeat(5_000)] {
        let problem = window
            .try_call::<Value>("seal", json!({ "passphrase": passphrase }))
            .expect_err("that is no passphrase");
        assert_ne!(problem["message"], "");
    }
    assert!(!is_locked(&window));
    let held = Arc::downgrade(&window.house());
    let coded: Coded = window.call("seal", json!({ "passphrase": PASSPHRASE }));
    assert!(matches!(coded, Coded::Done { .. }));
    let problem = window
        .try_call::<Value>("seal", json!({ "passphrase": OTHER }))
        .expect_err("it has one already");
    assert_ne!(problem["message"], "");
    assert!(!is_locked(&window), "and stays open");
    drop(window);
    assert!(held.upgrade().is_none(), "the clear house is gone");
}

#[test]
fn the_passphrase_and_the_code_are_changed_by_who_knows_the_passphrase() {
    let (_folder, page, code) = sealed();
    let tried: Tried = page.call(
        "change_passphrase",
        json!({ "old": "pas la bonne", "chosen": OTHER }),
    );
    assert!(matches!(tried, Tried::Wrong { .. }));
    let tried: Tried = page.call(
        "change_passphrase",
        json!({ "old": PASSPHRASE, "chosen": OTHER }),
    );
    assert_eq!(tried, Tried::Right);
    let new: Coded = page.call("new_recovery_code", json!({ "passphrase": OTHER }));
    assert!(matches!(&new, Coded::Done { code: other } if *other != code));
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    let tried: Tried = page.call("recover", json!({ "code": code, "passphrase": PASSPHRASE }));
    assert!(
        matches!(tried, Tried::Wrong { .. }),
        "the old code opens nothing"
    );
    assert_eq!(unlock(&page, OTHER), Tried::Right);
}

#[test]
fn what_is_being_written_when_it_locks_comes_back_once() {
    let (_folder, page, _) = sealed();
    let written = r#"{"draft":{"title":"Chez Aubert"}}"#;
    page.call::<bool>("lock_now", json!({ "unfinished": written }));
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    let start: Start = page.call("start", json!({}));
    assert_eq!(start.unfinished.as_deref(), Some(written));
    let start: Start = page.call("start", json!({}));
    assert_eq!(start.unfinished, None);
}

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
fn a_book_without_a_passphrase_never_locks() {
    let (_folder, window) = fresh();
    let begun = Clock::Fixed(now()).pulse();
    window.watch(Pulse {
        wall: begun.wall + Duration::from_secs(1 << 20),
        steady: begun.steady,
    });
    assert!(!window.call::<bool>("lock_now", json!({ "unfinished": null })));
    assert!(!is_locked(&window));
    let sealing: Sealing = window.call("sealing", json!({}));
    assert!(!sealing.sealed);
    assert!(blocks(&window, "2026-11-23", "2026-11-30").is_empty());
}

#[test]
fn the_session_keeps_the_key_as_long_as_it_may() {
    let (folder, page, _) = sealed();
    assert_eq!(*page.heard.kept.lock(), None, "nothing is kept unasked");
    choose(&page, json!({ "idle": 15, "onSleep": true, "keep": true }));
    let kept = page.heard.kept.lock().clone();
    assert!(kept.is_some(), "the key is kept when that is chosen");
    page.house().close().expect("it closes");
    let session = || Heard {
        kept: parking_lot::Mutex::new(kept.clone()),
        ..Heard::default()
    };
    let page = Page::open_at(folder.path(), now(), session());
    assert!(!is_locked(&page), "a start in the session asks for nothing");
    assert_eq!(week(&page), ["Point budget"]);
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    assert_eq!(*page.heard.kept.lock(), None, "locking forgets it");
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    assert!(page.heard.kept.lock().is_some());
    let tried: Tried = page.call(
        "change_passphrase",
        json!({ "old": PASSPHRASE, "chosen": OTHER }),
    );
    assert_eq!(tried, Tried::Right);
    assert_eq!(*page.heard.kept.lock(), None, "so does another passphrase");
    choose(&page, json!({ "idle": 15, "onSleep": true, "keep": false }));
    choose(&page, json!({ "idle": 15, "onSleep": true, "keep": true }));
    assert!(page.heard.kept.lock().is_some());
    let tried: Tried = page.call("unseal", json!({ "passphrase": OTHER }));
    assert_eq!(tried, Tried::Right);
    assert_eq!(*page.heard.kept.lock(), None, "and so does no passphrase");
}

#[test]
fn what_the_session_keeps_of_another_book_opens_nothing() {
    let (folder, page, _) = sealed();
    page.house().close().expect("it closes");
    for strange in [vec![7; 32], vec![7; 3], Vec::new()] {
        let heard = Heard {
            kept: parking_lot::Mutex::new(Some(strange)),
            ..Heard::default()
        };
        let page = Page::open_at(folder.path(), now(), heard);
        assert!(is_locked(&page));
        assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
        page.house().close().expect("it closes");
    }
}

#[test]
fn without_a_keychain_everything_else_works() {
    let (folder, page, _) = sealed();
    page.house().close().expect("it closes");
    let heard = Heard {
        keeps_nothing: parking_lot::Mutex::new(true),
        ..Heard::default()
    };
    let page = Page::open_at(folder.path(), now(), heard);
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    let sealing: Sealing = page.call("sealing", json!({}));
    assert!(sealing.sealed && !sealing.can_keep, "{sealing:?}");
    choose(&page, json!({ "idle": 15, "onSleep": true, "keep": true }));
    assert!(page.call::<bool>("lock_now", json!({ "unfinished": null })));
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
}

#[test]
fn taking_the_passphrase_away_asks_for_it_and_leaves_an_open_book() {
    let (folder, page, _) = sealed();
    let tried: Tried = page.call("unseal", json!({ "passphrase": OTHER }));
    assert!(matches!(tried, Tried::Wrong { .. }));
    let tried: Tried = page.call("unseal", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(tried, Tried::Right);
    assert!(
        !page.heard.sealing.lock().is_empty(),
        "and says how far it is"
    );
    assert!(!page.call::<bool>("lock_now", json!({ "unfinished": null })));
    assert_eq!(week(&page), ["Point budget"]);
    page.house().close().expect("it closes");
    let page = again(folder.path());
    assert!(!is_locked(&page));
    assert_eq!(week(&page), ["Point budget"]);
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

#[test]
fn what_lies_beside_a_sealed_book_names_nobody() {
    let (folder, page, code) = sealed();
    page.call::<()>(
        "remember_desk",
        json!({ "desk": { "view": "client", "client": "cl_0193a", "date": "2026-11-25" } }),
    );
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    let beside = std::fs::read_to_string(folder.path().join("desk.json")).expect("the desk");
    for needle in ["Fromagerie", "budget", PASSPHRASE, code.as_str()] {
        assert!(!beside.contains(needle), "{beside}");
    }
    let threshold: Threshold = page.call("threshold", json!({}));
    assert_eq!(
        threshold.theme,
        wire::Theme::Light,
        "and it looks as it did: {threshold:?}"
    );
}
