//! The key, as long as the session of the system keeps it.

use serde_json::json;
use wire::{Sealing, Tried};

use super::{OTHER, PASSPHRASE, choose, is_locked, now, sealed, unlock, week};
use crate::window::{Heard, Page};

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
