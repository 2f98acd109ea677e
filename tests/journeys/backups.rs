//! Copies of the book, the way back and the drill, through the commands the page calls.

use std::fs;

use serde_json::{Value, json};
use wire::{BackupSheet, BackupWritten, BookCheck, BookMended, Done, Moving, RestoreLook, Topic};

use crate::window::{Window, blocks, fresh, plan};

const WEEK: (&str, &str) = ("2026-11-23", "2026-11-30");

fn sheet(window: &Window) -> BackupSheet {
    window.call("backups", Value::Null)
}

fn look(window: &Window, source: &Value) -> RestoreLook {
    window.call("look_restore", json!({ "source": source }))
}

fn run(window: &Window, look: &RestoreLook, extent: &str) -> Done {
    let asked = json!({ "ticket": look.ticket, "extent": extent });
    window.call("run_restore", asked)
}

fn titles(window: &Window) -> Vec<String> {
    let mut titles: Vec<String> = blocks(window, WEEK.0, WEEK.1)
        .into_iter()
        .map(|block| block.title)
        .collect();
    titles.sort();
    titles
}

fn of<'a>(look: &'a RestoreLook, noun: &str) -> [&'a Moving; 3] {
    let found = look.nouns.iter().find(|moves| moves.noun == noun);
    let moves = found.unwrap_or_else(|| panic!("nothing of {noun}: {look:?}"));
    [&moves.back, &moves.changes, &moves.goes]
}

#[test]
fn copies_make_themselves_and_their_date_is_told() {
    let (_folder, window) = fresh();
    assert_eq!(sheet(&window).last, None);
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    window.heard.changes.lock().clear();
    window.keep_safe();
    let now = sheet(&window);
    assert_eq!(now.last.as_deref(), Some("mar. 24 nov. 09:12"));
    assert_eq!(now.snapshots.len(), 1);
    assert_eq!(now.snapshots[0].touchpoints, 1);
    assert_eq!(now.notice, None);
    let told = window.heard.changes.lock();
    assert!(
        told.iter().any(|it| it.topics == [Topic::Backups]),
        "the page hears of it: {told:?}"
    );
    drop(told);
    window.close();
}

#[test]
fn a_copy_is_looked_at_restored_and_taken_back_in_one_step() {
    let (_folder, window) = fresh();
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    window.keep_safe();
    let kept = sheet(&window).snapshots[0].seq;
    let [block] = &blocks(&window, WEEK.0, WEEK.1)[..] else {
        panic!("one meeting");
    };
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    window.call::<Value>("trash_touchpoint", json!({ "which": which }));
    plan(&window, "Visio Bois", "2026-11-26T10:00", 30);
    let source = json!({ "type": "snapshot", "seq": kept });
    let looked = look(&window, &source);
    let [back, changes, goes] = of(&looked, "touchpoint");
    assert_eq!(
        (back.count, changes.count, goes.count),
        (0, 1, 1),
        "{looked:?}"
    );
    assert_eq!(changes.first, ["Visio Lac"], "out of the trash");
    assert_eq!(goes.first, ["Visio Bois"]);
    assert_eq!(titles(&window), ["Visio Bois"], "a look writes nothing");
    let done = run(&window, &looked, "whole");
    assert!(
        done.said.starts_with("Restauré de mar. 24 nov. 09:12"),
        "{}",
        done.said
    );
    assert_eq!(titles(&window), ["Visio Lac"]);
    assert!(
        sheet(&window).snapshots.len() >= 2,
        "the present book was kept first"
    );
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("a step");
    assert_eq!(titles(&window), ["Visio Bois"], "one press");
    let gone = window.try_call::<Done>(
        "run_restore",
        json!({ "ticket": looked.ticket, "extent": "whole" }),
    );
    assert!(gone.is_err(), "a look is used once");
    window.close();
}

#[test]
fn what_is_missing_comes_back_from_a_file_and_the_rest_stays() {
    let (folder, window) = fresh();
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    let path = folder.path().join("carnet.sentier.zip");
    *window.heard.save_to.lock() = Some(path.clone());
    let written: Option<BackupWritten> = window.call("save_backup", Value::Null);
    assert_eq!(written.expect("chosen").missing, 0);
    assert!(
        !window.heard.working.lock().is_empty(),
        "it is read back, and says how far"
    );
    window.close();
    let window = Window::open(&folder.path().join("other"));
    plan(&window, "Visio Bois", "2026-11-26T10:00", 30);
    *window.heard.files.lock() = vec![path];
    let chosen: Option<String> = window.call("choose_backup", Value::Null);
    let looked = look(
        &window,
        &json!({ "type": "file", "path": chosen.expect("chosen") }),
    );
    assert_eq!(looked.name.as_deref(), Some("carnet.sentier.zip"));
    run(&window, &looked, "missing");
    assert_eq!(titles(&window), ["Visio Bois", "Visio Lac"]);
    window.close();
}

#[test]
fn a_schedule_writes_where_it_was_told_and_waits_for_a_key_that_is_not_there() {
    let (folder, window) = fresh();
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    *window.heard.chosen.lock() = Some(folder.path().join("attic"));
    let inside = window.try_call::<BackupSheet>("choose_backup_folder", Value::Null);
    assert!(inside.is_err(), "a copy beside the book is lost with it");
    *window.heard.chosen.lock() = None;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let (key, away) = (
        elsewhere.path().join("clé"),
        elsewhere.path().join("ailleurs"),
    );
    fs::create_dir(&key).expect("a folder");
    let none: BackupSheet = window.call("choose_backup_folder", Value::Null);
    assert_eq!(none.folder, None, "they changed their mind");
    *window.heard.chosen.lock() = Some(key.clone());
    window.call::<BackupSheet>("choose_backup_folder", Value::Null);
    let asked = json!({ "every": "day", "keep": 2 });
    let planned: BackupSheet = window.call("plan_backups", asked);
    assert!(planned.folder.expect("chosen").ends_with("clé"));
    let count = || fs::read_dir(&key).map_or(0, |files| files.count());
    window.keep_safe();
    assert_eq!(count(), 1);
    window.call::<BackupWritten>("backup_now", Value::Null);
    assert_eq!(count(), 2, "one press is a file of its own");
    window.close();
    fs::rename(&key, &away).expect("pulled out");
    let window = Window::open_at(folder.path(), "2026-11-25T09:00:00+01:00");
    plan(&window, "Visio Bois", "2026-11-26T10:00", 30);
    window.keep_safe();
    let now = sheet(&window);
    assert_eq!(now.notice, None, "that is no trouble yet");
    assert_eq!(now.away.as_deref(), Some("mer. 25 nov. 09:00"));
    assert!(!now.outside.expect("remembered").there);
    let absent = window.try_call::<BackupWritten>("backup_now", Value::Null);
    let problem = absent.expect_err("it is not there");
    assert!(
        problem["hint"]
            .as_str()
            .is_some_and(|hint| hint.contains("Branchez")),
        "{problem}"
    );
    fs::rename(&away, &key).expect("put in");
    window.keep_safe();
    assert_eq!(count(), 3);
    assert_eq!(sheet(&window).away, None);
    window.close();
}

#[test]
fn the_drill_says_in_a_sentence_that_the_backup_restores_and_remembers_it() {
    let (folder, window) = fresh();
    let nothing = window.try_call::<BackupSheet>("drill_backup", json!({ "source": null }));
    assert!(nothing.is_err(), "there is no backup yet");
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    window.keep_safe();
    let drilled: BackupSheet = window.call("drill_backup", json!({ "source": null }));
    let line = drilled.drilled.expect("found");
    assert!(
        line.whole && line.said.contains("mar. 24 nov. 09:12"),
        "{}",
        line.said
    );
    window.close();
    let window = Window::open(folder.path());
    assert_eq!(sheet(&window).drilled, Some(line), "over a restart");
    let checked: BookCheck = window.call("check_book", Value::Null);
    assert!(
        checked.faults.is_empty() && checked.records > 1,
        "{checked:?}"
    );
    window.close();
}

#[test]
fn a_copy_that_went_bad_is_found_by_the_check_and_mended() {
    let (folder, window) = fresh();
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    window.keep_safe();
    let data = fs::read_dir(folder.path().join("snapshots"))
        .expect("listed")
        .flatten()
        .map(|file| file.path())
        .find(|path| path.to_string_lossy().ends_with(".zst"))
        .expect("a snapshot");
    let bytes = fs::read(&data).expect("read");
    fs::write(&data, &bytes[..bytes.len() / 2]).expect("cut");
    let checked: BookCheck = window.call("check_book", Value::Null);
    assert_eq!(checked.faults.len(), 1, "{checked:?}");
    let mended: BookMended = window.call("repair_book", Value::Null);
    assert!(
        !mended.done.is_empty() && mended.lost.is_empty(),
        "{mended:?}"
    );
    let again: BookCheck = window.call("check_book", Value::Null);
    assert_eq!(again.faults, Vec::<String>::new());
    assert_eq!(titles(&window), ["Visio Lac"]);
    window.close();
}

#[test]
fn a_damaged_backup_says_so_and_changes_nothing() {
    let (folder, window) = fresh();
    plan(&window, "Visio Lac", "2026-11-25T10:00", 30);
    let path = folder.path().join("carnet.sentier.zip");
    *window.heard.save_to.lock() = Some(path.clone());
    window.call::<Option<BackupWritten>>("save_backup", Value::Null);
    let bytes = fs::read(&path).expect("read");
    fs::write(&path, &bytes[..bytes.len() / 3]).expect("cut");
    let source = json!({ "type": "file", "path": path });
    let problem = window
        .try_call::<RestoreLook>("look_restore", json!({ "source": source }))
        .expect_err("cut");
    assert!(
        problem["message"]
            .as_str()
            .is_some_and(|it| it.contains("tronquée")),
        "{problem}"
    );
    let drilled: BackupSheet = window.call("drill_backup", json!({ "source": source }));
    assert!(!drilled.drilled.expect("found").whole);
    assert_eq!(titles(&window), ["Visio Lac"]);
    window.close();
}
