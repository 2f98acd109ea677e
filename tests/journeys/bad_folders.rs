//! Folders that are full, may not be written to, are gone, are somebody else's, or no book at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use wire::{Closure, Done, Notice, Outcome, Start};

use crate::apart;
use crate::window::{Heard, NOW, Page, Window, begun, blocks, draft, fresh, plan};

fn notices(window: &Page) -> Vec<Notice> {
    window.call("notices", json!({}))
}

fn words(window: &Page) -> Vec<String> {
    notices(window).into_iter().map(|one| one.word).collect()
}

/// What a write is answered that must be refused.
fn refused(window: &Page) -> (String, String) {
    let planned =
        window.try_call::<Outcome>("plan_touchpoint", draft("Refusé", "2026-11-26T15:00", 30));
    let problem = planned.expect_err("nothing can be written");
    assert_eq!(problem["code"], "readOnly", "{problem}");
    let said = |name: &str| problem[name].as_str().expect("words").to_owned();
    assert!(
        !said("hint").is_empty(),
        "and what to do about it: {problem}"
    );
    (said("message"), said("hint"))
}

/// A book with a meeting in it, closed.
fn book(folder: &Path) {
    let window = begun(folder);
    plan(&window, "Visio Dupont", "2026-11-26T14:00", 60);
    window.house.close().expect("closed");
}

fn cli(folder: &Path, verb: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sentier"))
        .args(verb)
        .args(["--now", NOW, "--lang", "fr", "--data-dir"])
        .arg(folder)
        .output()
        .expect("it runs")
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file of the book with all its bytes; the window's own are beside it.
fn bytes_under(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        if path.ends_with("desk.json") {
            continue;
        }
        if path.is_dir() {
            found.extend(bytes_under(&path));
        } else {
            let bytes = fs::read(&path).expect("read");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

/// What a later Sentier writes into a book: another number, and the sum of the whole.
fn of_a_later_version(folder: &Path, ours: &str, theirs: &str) {
    let path = folder.join("VERSION");
    let text = fs::read_to_string(&path).expect("read");
    let (body, _) = text.split_once(",\"sum\":\"").expect("a sum");
    let body = body.replace(ours, theirs);
    let sum = crc32fast::hash(body.as_bytes());
    fs::write(path, format!("{body},\"sum\":\"{sum:08x}\"}}")).expect("written");
}

fn now() -> DateTime<Utc> {
    NOW.parse().expect("an instant")
}

#[test]
fn a_book_of_a_later_version_is_read_and_said_to_be_and_not_a_byte_of_it_changes() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("book");
    book(&folder);
    of_a_later_version(&folder, "\"client\":1", "\"client\":2");
    let before = bytes_under(&folder);

    let window = Window::open(&folder);
    let start: Start = window.call("start", json!({}));
    assert!(!start.first_start);
    assert_eq!(
        blocks(&window, "2026-11-26", "2026-11-27").len(),
        1,
        "it reads"
    );
    let said = notices(&window).remove(0);
    assert_eq!(said.word, "newer");
    assert!(said.said.contains("version plus récente"), "{said:?}");
    assert!(refused(&window).0.contains("version plus récente"));
    window.house.follow_search();
    let found: Value = window.call("search", json!({ "words": "dupont", "limit": 5 }));
    assert!(found.to_string().contains("Dupont"), "{found}");
    window.house.close().expect("closed");
    drop(window);

    let listed = cli(&folder, &["list", "touchpoints"]);
    assert!(listed.status.success(), "{}", err(&listed));
    let file = place.path().join("x.ics");
    fs::copy("tests/fixtures/ics/windows_event.ics", &file)
        .or_else(|_| fs::copy(first_fixture(), &file))
        .expect("a calendar");
    let import = cli(&folder, &["import", file.to_str().expect("a path")]);
    assert_eq!(import.status.code(), Some(1));
    assert!(
        err(&import).contains("version plus récente"),
        "{}",
        err(&import)
    );
    let after = bytes_under(&folder);
    let names =
        |all: &[(PathBuf, Vec<u8>)]| all.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before), "not a file");
    let changed: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(a, b)| a != b)
        .map(|(a, _)| &a.0)
        .collect();
    assert!(changed.is_empty(), "not a byte: {changed:?}");
}

fn first_fixture() -> PathBuf {
    let files = fs::read_dir("tests/fixtures/ics")
        .expect("fixtures")
        .flatten();
    let mut files: Vec<PathBuf> = files
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "ics"))
        .collect();
    files.sort();
    files.remove(0)
}

#[test]
fn a_disk_that_takes_no_writes_is_read_and_rings_and_nothing_crashes() {
    const THIS: &str =
        "bad_folders::a_disk_that_takes_no_writes_is_read_and_rings_and_nothing_crashes";
    let Some(disk) = apart::disk(THIS, 64) else {
        return;
    };
    let folder = disk.join("book");
    book(&folder);
    apart::only_read(&disk);
    let at = "2026-11-26T13:50:00+01:00";
    let window = Window::open_at(&folder, at);
    assert_eq!(words(&window), ["read-only"]);
    let (message, hint) = refused(&window);
    assert!(message.contains("lecture seule"), "{message}");
    assert!(hint.contains("écriture"), "{hint}");
    assert_eq!(blocks(&window, "2026-11-26", "2026-11-27").len(), 1);
    window.call::<Value>("remember_desk", json!({ "desk": wire::Desk::default() }));
    window.wake();
    window.wake();
    assert_eq!(
        window.heard.rang.lock().len(),
        1,
        "a meeting is not missed for it, and rings once"
    );
    let undone = window.try_call::<Option<Done>>("undo", json!({}));
    assert_eq!(undone.expect_err("no writing")["code"], "readOnly");
    let away = tempfile::tempdir().expect("a folder elsewhere");
    let out = away.path().join("carnet.sentier.zip");
    *window.heard.save_to.lock() = Some(out.clone());
    window.call::<Value>("save_backup", json!({}));
    assert!(out.exists(), "what there is can be taken away");
    window.house.close().expect("closed");
    drop(window);

    let listed = cli(&folder, &["list", "touchpoints"]);
    assert!(
        listed.status.success() && !listed.stdout.is_empty(),
        "{}",
        err(&listed)
    );
    let check = cli(&folder, &["check"]);
    assert!(check.status.success(), "{}", err(&check));
    let new = cli(&disk.join("new"), &["list", "clients"]);
    assert_eq!(new.status.code(), Some(1));
    assert!(
        err(&new).contains("ne peut pas être écrit"),
        "{}",
        err(&new)
    );
}

#[test]
fn a_full_disk_refuses_in_words_and_takes_writes_again_without_a_restart() {
    const THIS: &str =
        "bad_folders::a_full_disk_refuses_in_words_and_takes_writes_again_without_a_restart";
    let Some(disk) = apart::disk(THIS, 64) else {
        return;
    };
    let folder = disk.join("book");
    book(&folder);
    let window = Window::open(&folder);
    assert_eq!(words(&window), ["low"], "there never were 300 MB");
    let low = notices(&window).remove(0);
    assert!(low.said.contains("Mo"), "{low:?}");
    window.call::<Value>("put_notice_away", json!({ "id": low.id }));
    assert!(words(&window).is_empty(), "read");

    let full = apart::fill(&disk, 0);
    let problem = (0..200)
        .find_map(|n| {
            let mut one = draft(&format!("Plein {n}"), "2026-11-27T14:00", 30);
            one["draft"]["notes"] = json!("é".repeat(1_500));
            one["draft"]["force"] = json!(true);
            window.try_call::<Outcome>("plan_touchpoint", one).err()
        })
        .expect("it is full sooner or later");
    assert_eq!(problem["code"], "readOnly");
    let message = problem["message"].as_str().expect("words");
    assert!(
        message.contains("plein") && message.contains("reste 0 Mo"),
        "{message}"
    );
    let client: Value = window.call("client_ids", json!({ "query": { "words": "", "filter": {}, "sort": { "by": "name", "descending": false }, "from": 0, "limit": 50 } }));
    assert!(client.to_string().len() > 10, "reading goes on: {client}");
    let big = tempfile::tempdir().expect("a folder elsewhere");
    let file = big.path().join("plan.pdf");
    fs::write(&file, vec![7; 300_000]).expect("written");
    let out = disk.join("carnet.sentier.zip");
    *window.heard.save_to.lock() = Some(out.clone());
    let archive = window.try_call::<Value>("save_backup", json!({}));
    let archive = archive.expect_err("no room for it there");
    assert!(
        archive["message"]
            .as_str()
            .expect("words")
            .contains("place"),
        "{archive}"
    );
    assert!(!out.exists(), "nothing half-written");
    let left: Vec<_> = fs::read_dir(&disk)
        .expect("listed")
        .flatten()
        .map(|e| e.file_name())
        .collect();
    assert_eq!(left.len(), 2, "the book and what fills it: {left:?}");
    *window.heard.save_to.lock() = Some(big.path().join("carnet.sentier.zip"));
    window.call::<Value>("save_backup", json!({}));

    fs::remove_file(full).expect("room");
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    loop {
        let again =
            window.try_call::<Outcome>("plan_touchpoint", draft("Après", "2026-11-30T15:00", 30));
        match again {
            Ok(_) => break,
            Err(problem) => assert!(std::time::Instant::now() < until, "it goes on: {problem}"),
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    window.house.close().expect("closed");
    drop(window);
    let check = cli(&folder, &["check"]);
    assert!(
        check.status.success(),
        "{}",
        String::from_utf8_lossy(&check.stdout)
    );
}

#[test]
fn a_folder_that_is_gone_is_missed_and_goes_on_when_it_is_back() {
    let place = tempfile::tempdir().expect("a folder");
    let (folder, away) = (place.path().join("book"), place.path().join("away"));
    book(&folder);
    let window = Window::open(&folder);
    fs::rename(&folder, &away).expect("moved");
    assert!(refused(&window).0.contains("n’est plus là"));
    assert_eq!(words(&window), ["gone"]);
    assert_eq!(
        blocks(&window, "2026-11-26", "2026-11-27").len(),
        1,
        "still on screen"
    );
    assert!(!folder.exists(), "nothing is made in its place");
    fs::rename(&away, &folder).expect("put back");
    plan(&window, "De retour", "2026-11-27T15:00", 30);
    assert!(words(&window).is_empty());
}

#[test]
fn a_folder_that_a_program_copies_is_said_once_for_that_folder() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("Dropbox/carnet");
    fs::create_dir_all(&folder).expect("made");
    book(&folder);
    let window = Window::open(&folder);
    let said = notices(&window).remove(0);
    assert_eq!(said.word, "synced");
    assert!(
        said.said.contains("Dropbox") && said.hint.contains("archive"),
        "{said:?}"
    );
    plan(&window, "Elle s’ouvre quand même", "2026-11-27T15:00", 30);
    window.call::<Value>("put_notice_away", json!({ "id": said.id }));
    assert!(notices(&window).is_empty());
    window.house.close().expect("closed");
    drop(window);
    let window = Window::open(&folder);
    assert!(notices(&window).is_empty(), "remembered");
    window.house.close().expect("closed");
    drop(window);
    let other = place.path().join("OneDrive - Fromagerie/carnet");
    fs::create_dir_all(other.parent().expect("above")).expect("made");
    fs::rename(&folder, &other).expect("moved");
    let window = Window::open(&other);
    assert!(
        notices(&window)[0].said.contains("OneDrive"),
        "another folder is another word"
    );
}

#[test]
fn what_does_not_open_says_why_and_opens_once_that_is_mended() {
    let place = tempfile::tempdir().expect("a folder");
    let file = place.path().join("lettre");
    fs::write(&file, "une lettre").expect("written");
    let foreign = place.path().join("photos");
    fs::create_dir_all(&foreign).expect("made");
    fs::write(foreign.join("photo.jpg"), "une photo").expect("written");
    let newer = place.path().join("newer");
    book(&newer);
    of_a_later_version(&newer, "\"layout\":1", "\"layout\":9");
    for (folder, says) in [
        (&file, "n’est pas un carnet"),
        (&foreign, "n’est pas un carnet"),
        (&newer, "plus récente"),
    ] {
        let page = Page::open_at(folder, now(), Heard::default());
        let problem = page
            .try_call::<Start>("start", json!({}))
            .expect_err("it does not open");
        assert!(
            problem["message"].as_str().expect("words").contains(says),
            "{problem}"
        );
        let closure: Closure = page
            .call::<Option<Closure>>("closure", json!({}))
            .expect("ways out");
        assert!(closure.elsewhere && closure.is_there, "{closure:?}");
        let ended = cli(folder, &["list", "clients"]);
        assert_eq!(ended.status.code(), Some(1));
        assert!(err(&ended).contains(says), "{}", err(&ended));
    }
    assert_eq!(fs::read_to_string(&file).expect("read"), "une lettre");

    let page = Page::open_at(&foreign, now(), Heard::default());
    *page.heard.chosen.lock() = Some(place.path().join("autre"));
    assert!(page.call::<bool>("choose_book", json!({})));
    assert_eq!(
        *page.heard.relaunched.lock(),
        Some(place.path().join("autre"))
    );
    page.call::<Value>("show_folder", json!({}));
    assert_eq!(*page.heard.opened.lock(), [foreign.display().to_string()]);
    page.call::<Value>("quit", json!({}));
    assert!(*page.heard.quitted.lock());
    fs::remove_file(foreign.join("photo.jpg")).expect("put elsewhere");
    page.call::<Value>("reopen", json!({}));
    let start: Start = page.call("start", json!({}));
    assert!(start.first_start, "an empty folder is a new book");
}

#[test]
fn another_sentier_has_it_and_the_second_opens_when_the_first_is_closed() {
    let (folder, window) = fresh();
    plan(&window, "Visio Dupont", "2026-11-26T14:00", 60);
    let second = Page::open_at(folder.path(), now(), Heard::default());
    let problem = second
        .try_call::<Start>("start", json!({}))
        .expect_err("busy");
    assert_eq!(problem["message"], "Sentier est déjà ouvert");
    let busy = cli(folder.path(), &["list", "clients"]);
    assert_eq!(busy.status.code(), Some(3), "{}", err(&busy));
    let beside = tempfile::tempdir().expect("another folder");
    let other = Window::open(beside.path());
    other.call::<Start>("start", json!({}));
    window.house.close().expect("closed");
    drop(window);
    second.call::<Value>("reopen", json!({}));
    second.call::<Start>("start", json!({}));
    assert_eq!(blocks(&second, "2026-11-26", "2026-11-27").len(), 1);
}
