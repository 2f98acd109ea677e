//! Giving a book a passphrase, another one, or none.

use std::sync::Arc;

use serde_json::{Value, json};
use wire::{Coded, Tried};

use super::{OTHER, PASSPHRASE, again, is_locked, sealed, unlock, week};
use crate::window::fresh;

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
