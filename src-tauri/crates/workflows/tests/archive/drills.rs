//! The drill: really restored, really compared, and nothing of it left.

use std::fs;

use chrono::Duration;
use store::Progress;
use workflows::FaultKind;
use workflows::backup::{self, Drilled, Source};

use crate::book::{Piece, full, write};
use crate::paper::{Own, now};

fn drill(own: &Own, source: &Source) -> Drilled {
    let drilled = backup::drill(&own.house, source, &mut |_, _| Progress::Go).expect("done");
    assert!(
        !own.folder.path().join("book/drill").exists(),
        "nothing of it stays"
    );
    drilled
}

/// A book, its backup and its snapshot.
fn backed_up() -> (Own, Source, Source) {
    let own = Own::new();
    write(&own.house, &full());
    let path = own.folder.path().join("a.sentier.zip");
    backup::save_to(&own.house, &path, &mut |_, _| ()).expect("saved");
    let seq = own.house.store.snapshot_now(now()).expect("made").seq;
    (own, Source::File(path), Source::Snapshot(seq))
}

#[test]
fn a_whole_backup_is_found_whole_and_the_book_unchanged() {
    let (own, file, snapshot) = backed_up();
    let content = own.content();
    for source in [&file, &snapshot] {
        let drilled = drill(&own, source);
        assert!(drilled.is_whole(), "{drilled:?}");
        assert_eq!(drilled.since, Some(0), "nobody touched anything since");
        assert!(drilled.records >= 13 && drilled.files > 0, "{drilled:?}");
        let said = drilled.say(&own.house);
        assert!(
            said.contains("se restaure entière") && said.contains("tels que"),
            "{said}"
        );
    }
    assert_eq!(own.content(), content);
    let own = own.at(now() + Duration::days(1));
    let remembered = backup::status(&own.house).drill;
    assert_eq!(remembered.map(|drilled| drilled.at), Some(now()));
}

#[test]
fn what_changed_since_is_counted_and_is_no_fault() {
    let (own, file, snapshot) = backed_up();
    write(
        &own.house,
        &[Piece::client(20, "Nouveau"), Piece::client(7, "Autre")],
    );
    for source in [&file, &snapshot] {
        let drilled = drill(&own, source);
        assert!(drilled.is_whole(), "{drilled:?}");
        assert_eq!(drilled.since, Some(2));
    }
}

#[test]
fn a_record_that_differs_though_nobody_touched_it_is_found() {
    let (own, file, _) = backed_up();
    write(&own.house, &[Piece::client(7, "Autre")]);
    // As if the backup were of now: then this change should be in it, and is not.
    let seq = own.house.store.last_seq();
    let ledger = own.folder.path().join("book/backup.json");
    own.house.close().expect("closed");
    let text = fs::read_to_string(&ledger).expect("read");
    let mut kept: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    kept["saved"][0]["seq"] = seq.into();
    fs::write(&ledger, kept.to_string()).expect("written");
    let own = own.at(now());
    let drilled = drill(&own, &file);
    assert_eq!(drilled.wrong, [backup::Wrong::Apart(1)]);
    let said = drilled.say(&own.house);
    assert!(
        said.contains("ne se restaure pas entière") && said.contains("1 fiche diffère"),
        "{said}"
    );
}

#[test]
fn a_backup_that_went_bad_is_a_finding_that_is_remembered() {
    let (own, Source::File(path), Source::Snapshot(seq)) = backed_up() else {
        panic!("a file and a snapshot");
    };
    let mut bytes = fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(&path, bytes).expect("written");
    let data = format!("book/snapshots/{seq:020}.jsonl.zst");
    let data = own.folder.path().join(data);
    let bytes = fs::read(&data).expect("read");
    fs::write(&data, &bytes[..bytes.len() / 2]).expect("written");
    for source in [Source::File(path), Source::Snapshot(seq)] {
        let drilled = drill(&own, &source);
        assert!(
            matches!(drilled.wrong.as_slice(), [backup::Wrong::Unread(_)]),
            "{drilled:?}"
        );
        let said = drilled.say(&own.house);
        assert!(
            said.contains("Faites-en une nouvelle") && said.contains("abîmée"),
            "{said}"
        );
        let status = backup::status(&own.house);
        assert_eq!(status.drill, Some(drilled));
    }
}

#[test]
fn an_attachment_a_snapshot_needs_and_the_attic_lost_is_found() {
    let (own, _, snapshot) = backed_up();
    let attic = own.folder.path().join("book/attic");
    let lost = fs::read_dir(&attic)
        .expect("listed")
        .flatten()
        .find(|entry| entry.file_name() != "long")
        .expect("an attachment");
    fs::remove_dir_all(lost.path()).expect("lost");
    let drilled = drill(&own, &snapshot);
    assert_eq!(drilled.wrong, [backup::Wrong::Files(1)]);
}

#[test]
fn what_a_drill_that_was_killed_left_goes_at_the_next_start() {
    let (own, ..) = backed_up();
    let left = own.folder.path().join("book/drill");
    fs::create_dir(&left).expect("a folder");
    fs::write(left.join("journal-1.log"), "half a book").expect("written");
    let own = own.at(now());
    assert!(!left.exists());
    own.sound();
}

#[test]
fn a_drill_that_is_stopped_says_nothing_of_the_backup() {
    let (own, file, _) = backed_up();
    let stopped = backup::drill(&own.house, &file, &mut |_, _| Progress::Stop);
    assert_eq!(stopped.expect_err("stopped").kind, FaultKind::Cancelled);
    assert_eq!(backup::status(&own.house).drill, None);
    assert!(!own.folder.path().join("book/drill").exists());
}
