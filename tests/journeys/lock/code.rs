//! The recovery code: what opens the book when the passphrase is forgotten.

use std::path::Path;

use serde_json::{Value, json};
use wire::Tried;

use super::{OTHER, PASSPHRASE, is_locked, sealed, unlock, week};

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
fn the_code_is_saved_for_oneself_and_not_beside_what_it_opens() {
    let (folder, page, code) = sealed();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let sheet = elsewhere.path().join("code.txt");
    let save_to = |path: &Path| *page.heard.save_to.lock() = Some(path.to_owned());
    save_to(&sheet);
    let saved: Option<String> = page.call("save_recovery_code", json!({ "code": code }));
    assert_eq!(saved.as_deref(), sheet.to_str());
    let written = std::fs::read_to_string(&sheet).expect("it is there");
    assert!(written.contains(&code), "{written}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = std::fs::metadata(&sheet)
            .expect("it is there")
            .permissions();
        assert_eq!(rights.mode() & 0o077, 0, "no other account reads it");
    }
    let inside = folder.path().join("snapshots");
    for beside in [folder.path().join("code.txt"), inside.join("code.txt")] {
        save_to(&beside);
        let problem = page
            .try_call::<Value>("save_recovery_code", json!({ "code": code }))
            .expect_err("whoever takes the book would have the code");
        assert_eq!(problem["code"], "invalid", "{problem}");
        assert!(!beside.exists());
    }
    *page.heard.save_to.lock() = None;
    let saved: Option<String> = page.call("save_recovery_code", json!({ "code": code }));
    assert_eq!(saved, None, "whoever changed their mind wrote nothing");
}

#[test]
fn what_cannot_be_printed_or_saved_says_the_other_way() {
    let (_folder, page, code) = sealed();
    let problem = page
        .try_call::<Value>("print_page", json!({}))
        .expect_err("this desktop prints nothing");
    assert!(
        problem["hint"]
            .as_str()
            .is_some_and(|hint| hint.contains("Enregistrez"))
    );
    let gone = tempfile::tempdir()
        .expect("a temporary folder")
        .path()
        .join("code.txt");
    *page.heard.save_to.lock() = Some(gone);
    let problem = page
        .try_call::<Value>("save_recovery_code", json!({ "code": code }))
        .expect_err("its folder is gone");
    assert!(
        problem["hint"]
            .as_str()
            .is_some_and(|hint| hint.contains("autre dossier"))
    );
}
