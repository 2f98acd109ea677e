//! The door of a locked book: what it answers, what opens it, and what was being written when it shut.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use wire::{Sealing, Start, Threshold, Tried};
use workflows::{Clock, Pulse};

use super::{OTHER, PASSPHRASE, again, is_locked, now, sealed, unlock, week};
use crate::window::{Page, blocks, drop_at, fresh};

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

#[test]
fn what_was_opened_of_a_file_goes_with_the_lock_and_after_a_kill_with_the_next_start() {
    let (folder, page, _) = sealed();
    let client: Value = page.call("create_client", json!({ "name": "Fonderie Perrin" }));
    let owner = json!({ "type": "client", "id": client["client"]["id"] });
    let place = tempfile::tempdir().expect("a temporary folder");
    let offer = place.path().join("offre.txt");
    std::fs::write(&offer, "deux presses").expect("written");
    let given = page.given(&offer);
    page.call::<Value>("attach", json!({ "owner": owner, "paths": [given] }));
    let shown: Value = page.call("client", json!({ "id": client["client"]["id"] }));
    let blob = shown["attachments"][0]["blob"].clone();
    let opened = |page: &Page| {
        page.call::<()>("open_attachment", json!({ "owner": owner, "blob": blob }));
        let opened = page.heard.opened.lock().last().cloned();
        PathBuf::from(opened.expect("it was opened"))
    };
    let copy = opened(&page);
    assert_eq!(std::fs::read(&copy).expect("a copy"), b"deux presses");
    page.call::<bool>("lock_now", json!({ "unfinished": null }));
    assert_eq!(unlock(&page, PASSPHRASE), Tried::Right);
    assert!(!copy.exists(), "nothing of a locked book lies about");

    let copy = opened(&page);
    // A process that is killed takes nothing away.
    let left = copy.with_file_name("");
    page.house().close().expect("it closes");
    std::mem::forget(page);
    assert!(left.is_dir());
    let page = again(folder.path());
    assert!(is_locked(&page), "and before anybody says the passphrase");
    assert!(!left.exists());
}
