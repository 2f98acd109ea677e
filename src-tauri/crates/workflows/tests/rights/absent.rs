//! A copy that was made before somebody was erased holds them still, and brings them back no more.

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::{Contact, Erasure};
use store::{Progress, StoreError};
use tempfile::TempDir;
use workflows::backup::{self, Extent, Look, Source};
use workflows::duplicates::{self, Party};
use workflows::rights::erase::{self, Choice};
use workflows::{House, archive, contacts, import, undo};

use crate::book::{NEEDLES, at, fresh, full, named, open};
use crate::needles::found;

fn export(house: &House, folder: &TempDir) -> PathBuf {
    let path = folder.path().join("avant.sentier.zip");
    archive::export_to(house, &path).expect("an archive");
    path
}

fn look(house: &House, source: &Source) -> Look {
    backup::look(house, source, &mut |_, _| Progress::Go).expect("looked at")
}

fn restore(house: &House, source: &Source, extent: Extent) {
    let look = look(house, source);
    backup::run(house, &look, extent, &mut |_, _| Progress::Go).expect("restored");
}

/// Everything the records of a book say.
fn said(house: &House) -> String {
    let lines = house
        .store
        .each_line::<_, StoreError>(String::new(), |text: &mut String, line| {
            text.push_str(&String::from_utf8_lossy(&line.write()?));
            text.push('\n');
            Ok(())
        });
    lines.expect("read").to_lowercase()
}

fn names_her(house: &House) -> Vec<&'static str> {
    let said = said(house);
    let mut named = NEEDLES.to_vec();
    named.retain(|needle| said.contains(&needle.to_lowercase()));
    named
}

/// Something else becomes of the book, so that there is a way back to go.
fn move_on(house: &House) {
    let edit = contacts::Edit {
        notes: Some("depuis".to_owned()),
        ..contacts::Edit::default()
    };
    contacts::edit(house, named(house, "Zo\u{e9} Noel").id, edit).expect("edited");
    contacts::trash(house, named(house, "Paul Martin").id).expect("trashed");
}

fn content(house: &House) -> store::ContentHash {
    house.store.content_hash().expect("hashed")
}

#[test]
fn a_copy_made_before_comes_back_as_if_they_had_been_erased_from_it() {
    for is_file in [true, false] {
        let (folder, house) = fresh();
        let id = full(&house, &folder);
        let source = if is_file {
            Source::File(export(&house, &folder))
        } else {
            let made = house.store.snapshot_now(house.clock.now());
            Source::Snapshot(made.expect("made").seq)
        };
        erase::run(&house, id, &Choice::default()).expect("erased");
        let after = content(&house);
        let looked = look(&house, &source);
        assert_eq!(looked.erased, [at("2026-11-24T08:12:00Z")]);
        assert_eq!(looked.nouns, BTreeMap::new(), "nothing else differs");
        let drilled = backup::drill(&house, &source, &mut |_, _| Progress::Go).expect("drilled");
        assert!(drilled.is_whole(), "{drilled:?}");
        assert_eq!(drilled.erased, 1);
        let said = drilled.say(&house);
        assert!(
            said.contains("Une personne effac\u{e9}e depuis en reste absente."),
            "{said}"
        );
        move_on(&house);
        restore(&house, &source, Extent::Whole);
        assert_eq!(names_her(&house), Vec::<&str>::new());
        assert_eq!(content(&house), after, "and all the rest is what it was");
        let report = house.store.check().expect("checked");
        assert_eq!(report.flaws, [], "the book is whole");
        undo::undo(&house).expect("undone").expect("the restore");
        restore(&house, &source, Extent::Missing);
        assert_eq!(names_her(&house), Vec::<&str>::new());
    }
}

#[test]
fn once_the_copies_followed_an_old_backup_leaves_nothing_of_them_under_the_data_folder() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let file = Source::File(export(&house, &folder));
    let choice = Choice {
        soon: true,
        ..Choice::default()
    };
    erase::run(&house, id, &choice).expect("erased");
    house.close().expect("closed");
    let house = open(&folder, "2026-11-24T09:00:00Z");
    let data = folder.path().join("book");
    assert_eq!(found(&data, &NEEDLES), Vec::<String>::new(), "reached");
    move_on(&house);
    backup::drill(&house, &file, &mut |_, _| Progress::Go).expect("drilled");
    restore(&house, &file, Extent::Whole);
    crate::book::indexed(&house);
    assert_eq!(
        found(&data, &NEEDLES),
        Vec::<String>::new(),
        "and gone for good"
    );
    let kept: Vec<Erasure> = house.store.all().expect("the log");
    assert!(
        matches!(kept.as_slice(), [one] if one.reached_at.is_some()),
        "what this book knows of it stays: {kept:?}"
    );
}

#[test]
fn an_archive_that_is_brought_in_leaves_them_out_too_and_says_so() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let path = export(&house, &folder);
    erase::run(&house, id, &Choice::default()).expect("erased");
    let after = content(&house);
    let preview = import::preview(&house, &[path], &mut |_, _, _| ()).expect("a look");
    assert_eq!(preview.erased, [at("2026-11-24T08:12:00Z")]);
    assert_eq!((preview.counts.new, preview.counts.differs), (0, 0));
    let choice = import::Choice {
        take_differing: true,
        ..import::Choice::default()
    };
    import::run(&house, &preview.ticket, &choice, &mut |_, _| ()).expect("it comes in");
    assert_eq!(content(&house), after);
}

#[test]
fn both_sides_of_a_later_merge_stay_away() {
    let (folder, house) = fresh();
    let of = |name: &str| contacts::Edit {
        name: Some(name.to_owned()),
        ..contacts::Edit::default()
    };
    let (one, _) = contacts::create(&house, of("Odile Avantmariage")).expect("one");
    let (other, _) = contacts::create(&house, of("Odile Maintenant")).expect("the same");
    let (stays, _) = contacts::create(&house, of("Zo\u{e9} Noel")).expect("another");
    let file = Source::File(export(&house, &folder));
    duplicates::merge(&house, Party::Contact(one), Party::Contact(other), &[]).expect("one");
    let kept: Vec<Contact> = house.store.all().expect("contacts");
    let kept = kept
        .iter()
        .find(|each| each.id != stays)
        .expect("who is left");
    erase::run(&house, kept.id, &Choice::default()).expect("erased");
    contacts::trash(&house, stays).expect("trashed");
    restore(&house, &file, Extent::Whole);
    let back: Vec<Contact> = house.store.all().expect("contacts");
    let names: Vec<&str> = back.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Zo\u{e9} Noel"]);
}

#[test]
fn who_is_in_the_book_again_is_no_longer_away_and_another_book_cannot_know() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let before = content(&house);
    let path = export(&house, &folder);
    erase::run(&house, id, &Choice::default()).expect("erased");
    let log: Vec<Erasure> = house.store.all().expect("the log");
    assert!(
        log[0]
            .marks
            .iter()
            .all(|mark| !id.to_string().contains(mark.as_str())),
        "a mark says no id"
    );
    undo::undo(&house).expect("undone").expect("the erasure");
    let looked = look(&house, &Source::File(path.clone()));
    assert!(looked.erased.is_empty() && looked.nouns.is_empty());
    assert_eq!(content(&house), before);
    // The erasure came after the copy: a new book has never heard of it.
    let (_other, there) = fresh();
    let looked = look(&there, &Source::File(path.clone()));
    assert!(looked.erased.is_empty());
    restore(&there, &Source::File(path), Extent::Whole);
    assert_eq!(named(&there, "Jeanne Quillfeather").id, id);
}
