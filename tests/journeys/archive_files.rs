//! The whole book out and in, through the commands the page calls.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use wire::{BackupWritten, Done, ImportPreview, ImportRows, Match};

use crate::window::{Window, blocks, fresh, plan};

fn export(window: &Window, to: &Path) -> Option<BackupWritten> {
    *window.heard.save_to.lock() = Some(to.to_owned());
    window.call("save_backup", Value::Null)
}

fn preview(window: &Window, file: &Path) -> ImportPreview {
    window.call("preview_import", json!({ "paths": [window.given(file)] }))
}

fn run(window: &Window, ticket: &str, replace: bool) -> Done {
    let choice = json!({ "skip": [], "takeDiffering": replace, "rows": [] });
    window.call("run_import", json!({ "ticket": ticket, "choice": choice }))
}

/// A book with a meeting in it, its archive, and a window on another book.
fn archived() -> (tempfile::TempDir, PathBuf, Window) {
    let (folder, window) = fresh();
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    let path = folder.path().join("carnet.sentier.zip");
    let written = export(&window, &path).expect("somewhere was chosen");
    assert_eq!((written.missing, Path::new(&written.path)), (0, &*path));
    window.close();
    let other = Window::open(&folder.path().join("other"));
    (folder, path, other)
}

#[test]
fn a_book_moves_to_another_folder_whole_and_in_one_step() {
    let (_folder, path, other) = archived();
    let looked = preview(&other, &path);
    assert_eq!(looked.files[0].name, "carnet.sentier.zip");
    assert_eq!(
        (looked.counts.differs, looked.counts.invalid),
        (0, 0),
        "an empty book takes everything as it comes"
    );
    let rows: ImportRows = other.call(
        "import_rows",
        json!({ "ticket": looked.ticket, "only": Match::New, "from": 0, "limit": 100 }),
    );
    assert!(
        rows.rows.iter().any(|row| row.title == "Visio Lac"),
        "it says what would come: {rows:?}"
    );
    let done = run(&other, &looked.ticket, false);
    assert!(done.said.ends_with("fiches apportées"), "{}", done.said);
    assert_eq!(blocks(&other, "2026-11-23", "2026-11-30").len(), 1);
    let again = preview(&other, &path);
    assert_eq!(
        (again.counts.new, again.counts.differs),
        (0, 0),
        "all of it is here by now"
    );
    other.call::<Option<Done>>("undo", Value::Null);
    assert!(
        blocks(&other, "2026-11-23", "2026-11-30").is_empty(),
        "one press"
    );
    other.close();
}

#[test]
fn an_archive_that_went_bad_says_so_and_nothing_of_it_comes() {
    let (folder, path, other) = archived();
    let bytes = std::fs::read(&path).expect("the archive");
    let cut = folder.path().join("coupée.sentier.zip");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).expect("written");
    let looked = preview(&other, &cut);
    let problem = looked.files[0].problem.as_deref().expect("a sentence");
    assert!(problem.contains("tronquée"), "{problem}");
    assert_eq!(looked.counts.new, 0);
    let gone = other.try_call::<Done>(
        "run_import",
        json!({ "ticket": looked.ticket, "choice": { "skip": [], "takeDiffering": true, "rows": [] } }),
    );
    assert!(gone.is_err(), "there is nothing to bring in");
    other.close();
}

#[test]
fn a_look_that_is_left_is_forgotten() {
    let (_folder, path, other) = archived();
    let looked = preview(&other, &path);
    other.call::<Value>("cancel_import", json!({ "ticket": looked.ticket }));
    let gone = other.try_call::<Done>(
        "run_import",
        json!({ "ticket": looked.ticket, "choice": { "skip": [], "takeDiffering": false, "rows": [] } }),
    );
    assert!(gone.is_err(), "its ticket is gone");
    assert!(blocks(&other, "2026-11-23", "2026-11-30").is_empty());
    other.close();
}

#[test]
fn whoever_changes_their_mind_gets_no_archive() {
    let (_folder, window) = fresh();
    assert_eq!(
        window.call::<Option<BackupWritten>>("save_backup", Value::Null),
        None
    );
    window.close();
}
