//! Backups that are written: whole or not there, where and as often as somebody once said.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use workflows::backup::{self, Every, Source};
use workflows::{FaultKind, House};

use crate::book::{Piece, full, write};
use crate::paper::{Own, look, now, said};

fn save(house: &House, path: &Path) -> Result<backup::Saved, workflows::Fault> {
    backup::save_to(house, path, &mut |_, _| ()).map(|(saved, _)| saved)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("listed")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn days(days: i64) -> DateTime<Utc> {
    now() + Duration::days(days)
}

/// Something is written, which no day before had.
fn write_more(own: &Own, number: u64) {
    write(&own.house, &[Piece::client(number, "Encore un")]);
}

/// A book whose backups go to a folder each day, and how many stay.
fn planned(keep: usize) -> (Own, PathBuf) {
    let own = Own::new();
    write(&own.house, &full());
    let folder = own.folder.path().join("clé");
    fs::create_dir(&folder).expect("a folder");
    backup::choose_folder(&own.house, &folder).expect("chosen");
    backup::set_plan(&own.house, Every::Day, keep);
    (own, fs::canonicalize(folder).expect("a path"))
}

#[test]
fn a_backup_reads_back_and_is_remembered() {
    let own = Own::new();
    write(&own.house, &full());
    let path = own.folder.path().join("carnet.sentier.zip");
    let mut heard = Vec::new();
    let (saved, exported) = backup::save_to(&own.house, &path, &mut |done, total| {
        heard.push((done, total))
    })
    .expect("saved");
    assert_eq!(saved.content, own.content());
    assert_eq!(saved.records, exported.records);
    assert!(heard.iter().all(|(done, total)| done <= total) && !heard.is_empty());
    let status = backup::status(&own.house);
    assert_eq!(status.outside.expect("remembered").path, path);
    assert_eq!(status.last, Some(now()));
    let own = own.at(days(1));
    let status = backup::status(&own.house);
    assert_eq!(status.last, Some(now()), "over a restart too");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_older_backup_whole_and_says_so() {
    let own = Own::new();
    write(&own.house, &full());
    let path = own.folder.path().join("carnet.sentier.zip");
    save(&own.house, &path).expect("saved");
    let older = fs::read(&path).expect("read");
    write_more(&own, 20);
    // What is written aside goes where there is never room.
    let aside = own.folder.path().join("carnet.sentier.zip.new");
    std::os::unix::fs::symlink("/dev/full", &aside).expect("linked");
    let failed = save(&own.house, &path).expect_err("full");
    let (what, hint) = failed.say(&words::Words::new(domain::Language::Fr));
    assert!(
        what.contains("pas assez de place") && hint.contains("Rien n’a été changé"),
        "{what} {hint}"
    );
    assert!(fs::read(&path).expect("read") == older, "byte for byte");
    assert_eq!(names(own.folder.path()), ["book", "carnet.sentier.zip"]);
    assert!(look(&own.house, &path).is_ok(), "and it still opens");
}

#[test]
fn what_is_stopped_leaves_the_older_backup_whole() {
    let own = Own::new();
    write(&own.house, &full());
    let path = own.folder.path().join("carnet.sentier.zip");
    save(&own.house, &path).expect("saved");
    let older = fs::read(&path).expect("read");
    write_more(&own, 20);
    let stopped = backup::save_to(&own.house, &path, &mut |_, _| backup::stop(&own.house));
    assert_eq!(stopped.expect_err("stopped").kind, FaultKind::Cancelled);
    assert!(fs::read(&path).expect("read") == older);
    assert_eq!(names(own.folder.path()), ["book", "carnet.sentier.zip"]);
}

#[test]
fn half_a_backup_that_a_sudden_end_left_is_taken_away_by_the_next() {
    let (own, folder) = planned(5);
    backup::turn(&own.house, true);
    let ledger = own.folder.path().join("book/backup.json");
    // As a kill in the middle of a write leaves it.
    let half = folder.join("sentier-2026-11-24-0800.sentier.zip");
    fs::write(
        folder.join("sentier-2026-11-24-0800.sentier.zip.new"),
        "half",
    )
    .expect("written");
    let text = fs::read_to_string(&ledger).expect("read");
    let writing = format!("\"writing\": {}", serde_json::json!(half));
    fs::write(&ledger, text.replace("\"writing\": null", &writing)).expect("written");
    let own = own.at(days(1));
    write_more(&own, 20);
    backup::turn(&own.house, true);
    let left = names(&folder);
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(
        left.iter().all(|name| name.ends_with(".sentier.zip")),
        "{left:?}"
    );
}

#[test]
fn the_schedule_writes_each_day_something_was_written_and_keeps_as_many_as_it_was_told() {
    let (mut own, folder) = planned(3);
    fs::write(
        folder.join("sentier-2020-01-01-0000.sentier.zip"),
        "not ours",
    )
    .expect("written");
    assert!(backup::turn(&own.house, true), "the first");
    backup::turn(&own.house, true);
    assert_eq!(names(&folder).len(), 2, "one a day");
    for day in 1..7 {
        own = own.at(days(day));
        write_more(&own, 20 + u64::try_from(day).expect("small"));
        backup::turn(&own.house, false);
        backup::turn(&own.house, true);
    }
    let kept = names(&folder);
    assert_eq!(
        kept.len(),
        4,
        "three of ours, and what is not ours: {kept:?}"
    );
    assert!(
        kept[0].contains("2020") && kept[3].contains("2026-11-30"),
        "{kept:?}"
    );
    own = own.at(days(8));
    backup::turn(&own.house, true);
    assert_eq!(
        names(&folder),
        kept,
        "where nothing was written there is nothing to keep"
    );
    let status = backup::status(&own.house);
    assert_eq!(status.notice, None);
    backup::save_now(&own.house, &mut |_, _| ()).expect("saved");
    own = own.at(days(9));
    write_more(&own, 40);
    backup::turn(&own.house, true);
    assert_eq!(
        names(&folder).len(),
        5,
        "what a person asked for stays beside them"
    );
}

#[test]
fn a_week_is_seven_days() {
    let (own, folder) = planned(9);
    backup::set_plan(&own.house, Every::Week, 9);
    backup::turn(&own.house, true);
    let own = own.at(days(6));
    write_more(&own, 20);
    backup::turn(&own.house, true);
    assert_eq!(names(&folder).len(), 1);
    let own = own.at(days(7));
    backup::turn(&own.house, true);
    assert_eq!(
        names(&folder).len(),
        2,
        "and it makes up for it on the next start"
    );
    let own = own.at(days(-300));
    write_more(&own, 21);
    backup::turn(&own.house, true);
    assert_eq!(
        names(&folder).len(),
        3,
        "a clock that was set back stops nothing"
    );
}

#[test]
fn a_key_that_is_pulled_out_is_waited_for() {
    let (own, folder) = planned(5);
    backup::turn(&own.house, true);
    let elsewhere = own.folder.path().join("elsewhere");
    fs::rename(&folder, &elsewhere).expect("pulled out");
    let own = own.at(days(1));
    write_more(&own, 20);
    assert!(backup::turn(&own.house, true), "it is shown");
    let before = fs::read(own.folder.path().join("book/backup.json")).expect("read");
    for _ in 0..5 {
        backup::turn(&own.house, true);
    }
    let after = fs::read(own.folder.path().join("book/backup.json")).expect("read");
    assert!(before == after, "and said once");
    let status = backup::status(&own.house);
    assert_eq!(
        (status.away, &status.notice),
        (Some(days(1)), &None),
        "calmly"
    );
    let own = own.at(days(4));
    let status = backup::status(&own.house);
    let (what, hint) = status.notice.expect("that is long");
    assert!(
        what.contains("4 jours") && hint.contains("Branchez"),
        "{what} {hint}"
    );
    // Where it was, an empty folder of this very disk is left: it is not the key.
    fs::create_dir(&folder).expect("left");
    backup::turn(&own.house, true);
    assert_eq!(
        names(&folder),
        Vec::<String>::new(),
        "nothing is written beside it"
    );
    fs::remove_dir(&folder).expect("removed");
    fs::rename(&elsewhere, &folder).expect("put in");
    backup::turn(&own.house, true);
    assert_eq!(names(&folder).len(), 2, "it is made up for");
    let status = backup::status(&own.house);
    assert_eq!((status.away, status.notice), (None, None));
}

#[test]
fn a_folder_of_the_book_itself_or_none_at_all_is_refused() {
    let own = Own::new();
    let inside = own.folder.path().join("book/attic");
    fs::create_dir_all(&inside).expect("a folder");
    let refused = backup::choose_folder(&own.house, &inside).expect_err("inside");
    assert!(said(&refused).contains("carnet lui-même"));
    let nowhere = own.folder.path().join("nowhere");
    let refused = backup::choose_folder(&own.house, &nowhere).expect_err("nowhere");
    assert!(said(&refused).contains("nowhere"));
    let refused = backup::save_now(&own.house, &mut |_, _| ()).expect_err("none");
    assert!(said(&refused).contains("Aucun dossier"));
}

#[test]
fn snapshots_are_made_in_quiet_moments_and_as_the_book_is_closed() {
    let own = Own::new();
    backup::turn(&own.house, true);
    let count = |own: &Own| own.house.store.snapshots().expect("listed").len();
    assert_eq!(count(&own), 0, "an empty book has nothing to keep");
    write(&own.house, &full());
    backup::turn(&own.house, false);
    assert_eq!(count(&own), 0, "somebody is writing");
    assert!(backup::turn(&own.house, true));
    assert_eq!(count(&own), 1);
    let own = own.at(days(1));
    write_more(&own, 20);
    backup::at_close(&own.house);
    assert_eq!(count(&own), 2);
    backup::at_close(&own.house);
    assert_eq!(count(&own), 2, "once a day");
}

#[test]
fn a_snapshot_that_cannot_be_made_is_said_with_what_to_do() {
    let own = Own::new();
    write(&own.house, &full());
    let snapshots = own.folder.path().join("book/snapshots");
    fs::write(&snapshots, "a file where the folder should be").expect("written");
    assert!(backup::turn(&own.house, true));
    let status = backup::status(&own.house);
    let (what, hint) = status.notice.expect("said");
    assert!(
        what.starts_with("Aucune copie") && !hint.is_empty(),
        "{what} {hint}"
    );
    assert!(
        !backup::turn(&own.house, true),
        "and not tried again at once"
    );
    fs::remove_file(&snapshots).expect("removed");
    let own = own.at(days(1));
    assert!(backup::turn(&own.house, true));
    assert_eq!(backup::status(&own.house).notice, None);
}

#[test]
fn the_newest_backup_is_the_archive_that_is_there_else_a_snapshot() {
    let own = Own::new();
    assert_eq!(backup::newest(&own.house).expect("asked"), None);
    write(&own.house, &full());
    let seq = own.house.store.snapshot_now(now()).expect("made").seq;
    let newest = |own: &Own| backup::newest(&own.house).expect("asked");
    assert_eq!(newest(&own), Some(Source::Snapshot(seq)));
    let path = own.folder.path().join("a.sentier.zip");
    save(&own.house, &path).expect("saved");
    assert_eq!(newest(&own), Some(Source::File(path.clone())));
    fs::remove_file(path).expect("removed");
    assert_eq!(newest(&own), Some(Source::Snapshot(seq)));
}
