//! `sentier backup` and `sentier restore`, as a script runs them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::window::{NOW, Window, blocks, plan};

fn sentier(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sentier"))
        .args(arguments)
        .args(["--lang", "fr", "--now", NOW, "--data-dir"])
        .arg(data)
        .env("TZ", "Europe/Paris")
        .output()
        .expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{} {}", text(&output.stdout), text(&output.stderr)))
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("listed").flatten();
    files
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_book_is_backed_up_looked_at_and_restored_from_a_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().join("data"), folder.path().join("clé"));
    fs::create_dir(&out).expect("a folder");
    let window = Window::open(&data);
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    let busy = sentier(&data, &["backup", &out.to_string_lossy()]);
    assert_eq!(
        busy.status.code(),
        Some(3),
        "the window has it: {}",
        text(&busy.stderr)
    );
    window.close();

    let saved = sentier(&data, &["backup", &out.to_string_lossy(), "--json"]);
    assert_eq!(saved.status.code(), Some(0), "{}", text(&saved.stderr));
    assert_eq!(
        names(&out),
        ["sentier-2026-11-24-0912.sentier.zip"],
        "a dated name"
    );
    let said = json(&saved);
    let file = said["path"].as_str().expect("a path").to_owned();
    assert!(
        said["records"].as_u64() > Some(1) && said["content"].is_string(),
        "{said}"
    );

    let window = Window::open(&data);
    plan(&window, "Visio Bois", "2026-11-26T10:00", 30);
    window.close();
    let looked = sentier(&data, &["restore", &file, "--dry-run", "--json"]);
    let dry = json(&looked);
    assert_eq!(dry["written"], false);
    assert_eq!(dry["nouns"]["touchpoint"]["goes"], 1, "{dry}");
    let same = json(&sentier(
        &data,
        &["restore", &file, "--missing", "--dry-run", "--json"],
    ));
    assert_eq!(
        same["nouns"], dry["nouns"],
        "what is found does not depend on what is asked for"
    );
    let told = sentier(&data, &["restore", &file]);
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let told = text(&told.stdout);
    assert!(
        told.contains("Rendez-vous") && told.contains("Restauré de"),
        "{told}"
    );
    let window = Window::open(&data);
    let titles: Vec<String> = blocks(&window, "2026-11-23", "2026-11-30")
        .into_iter()
        .map(|block| block.title)
        .collect();
    assert_eq!(titles, ["Visio Lac"]);
    window.close();
    let again = json(&sentier(&data, &["restore", &file, "--json"]));
    assert_eq!(
        again["nouns"],
        serde_json::json!({}),
        "there is nothing more to do"
    );

    let fresh = folder.path().join("neuf");
    sentier(&fresh, &["restore", &file]);
    let copy = json(&sentier(
        &fresh,
        &["backup", &out.to_string_lossy(), "--json"],
    ));
    assert_eq!(
        copy["content"], said["content"],
        "an empty folder becomes the same book"
    );
}

#[test]
fn what_cannot_be_done_says_why_and_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let bad = folder.path().join("x.sentier.zip");
    fs::write(&bad, "nothing of the kind").expect("written");
    let failed = sentier(&data, &["restore", &bad.to_string_lossy()]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        text(&failed.stderr).contains("tronquée"),
        "{}",
        text(&failed.stderr)
    );
    let nowhere = folder.path().join("nowhere/x.sentier.zip");
    let failed = sentier(&data, &["backup", &nowhere.to_string_lossy(), "--json"]);
    assert_eq!(failed.status.code(), Some(1));
    let problem: Value = serde_json::from_slice(&failed.stderr).expect("JSON");
    assert!(
        problem["message"].is_string() && problem["hint"].is_string(),
        "{problem}"
    );
    assert_eq!(
        sentier(&data, &["restore"]).status.code(),
        Some(2),
        "it needs a file"
    );
}
