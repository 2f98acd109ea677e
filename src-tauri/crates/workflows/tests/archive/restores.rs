//! A copy brought back: what was shown is what is done, and one step takes it back.

use std::collections::BTreeMap;

use domain::{Client, Id};
use proptest::prelude::*;
use store::{Key, Progress, RecordLine, StoreError, Tree};
use workflows::archive;
use workflows::backup::{self, Extent, Look, Source};
use workflows::{FaultKind, House, undo};

use crate::book::{self, Piece, full, write};
use crate::paper::{Own, now, said};
use crate::who::client;

/// Every record of a book, as a line.
fn lines(house: &House) -> BTreeMap<(Tree, Key), RecordLine> {
    let all = house
        .store
        .each_line::<_, StoreError>(BTreeMap::new(), |all, line| {
            all.insert((line.tree(), line.key()?), line.clone());
            Ok(())
        });
    all.expect("read")
}

/// What belongs to the desk, and stays as it is.
fn is_desks((tree, _): &(Tree, Key), line: &RecordLine) -> bool {
    matches!(tree, Tree::Reminders | Tree::Mapping | Tree::Erasure)
        || (*tree == Tree::View && line.text("name") == Some(""))
}

fn without_desk(house: &House) -> BTreeMap<(Tree, Key), RecordLine> {
    let mut all = lines(house);
    all.retain(|key, line| !is_desks(key, line));
    all
}

fn look(house: &House, source: &Source) -> Look {
    backup::look(house, source, &mut |_, _| Progress::Go).expect("looked at")
}

fn run(house: &House, look: &Look, extent: Extent) -> workflows::Done {
    backup::run(house, look, extent, &mut |_, _| Progress::Go).expect("restored")
}

/// How many come back, change and go, noun by noun, as two books have it.
fn moves(
    before: &BTreeMap<(Tree, Key), RecordLine>,
    after: &BTreeMap<(Tree, Key), RecordLine>,
) -> BTreeMap<Tree, [u64; 3]> {
    let mut moves: BTreeMap<Tree, [u64; 3]> = BTreeMap::new();
    for (key, line) in after {
        match before.get(key) {
            None => moves.entry(key.0).or_default()[0] += 1,
            Some(old) if old != line => moves.entry(key.0).or_default()[1] += 1,
            Some(_) => {}
        }
    }
    for key in before.keys().filter(|key| !after.contains_key(*key)) {
        moves.entry(key.0).or_default()[2] += 1;
    }
    moves
}

fn shown(look: &Look) -> BTreeMap<Tree, [u64; 3]> {
    // An erasure comes back and never goes, which is a rule of its own.
    let nouns = look
        .nouns
        .iter()
        .filter(|(tree, _)| **tree != Tree::Erasure);
    nouns
        .map(|(tree, moves)| (*tree, [moves.back, moves.changes, moves.goes]))
        .collect()
}

/// Takes every second record away.
fn thin(house: &House) {
    let note = store::Note {
        label: "trashed".to_owned(),
        args: Default::default(),
        origin: domain::Origin::Window,
        at: now(),
    };
    let keys: Vec<_> = lines(house).into_keys().step_by(2).collect();
    let taken = house.store.commit::<_, StoreError>(note, |tx| {
        keys.into_iter()
            .try_for_each(|(tree, key)| tx.write(store::Write::removal(tree, key)))
    });
    taken.expect("taken away");
}

/// A book as it was, its backup as a file and as a snapshot, and what became of it since.
fn moved_on(then: &[Piece], since: &[Piece]) -> (Own, [Source; 2]) {
    let own = Own::new();
    write(&own.house, then);
    let file = Source::File(own.export());
    let manifest = own.house.store.snapshot_now(now()).expect("made");
    thin(&own.house);
    write(&own.house, since);
    (own, [file, Source::Snapshot(manifest.seq)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn what_the_look_shows_is_what_the_restore_does_to_any_book(then in book::any(), since in book::any(), file in any::<bool>()) {
        let own = Own::new();
        write(&own.house, &then);
        let copied = without_desk(&own.house);
        drop(own);
        let (own, [archive, snapshot]) = moved_on(&then, &since);
        let source = if file { archive } else { snapshot };
        let (whole, before) = (own.content(), without_desk(&own.house));
        let looked = look(&own.house, &source);
        prop_assert_eq!(own.content(), whole.clone(), "a look writes nothing");
        if looked.bare {
            return Ok(());
        }
        let last = own.house.store.last_seq();
        run(&own.house, &looked, Extent::Whole);
        let after = without_desk(&own.house);
        prop_assert_eq!(shown(&looked), moves(&before, &after), "what was shown is what was done");
        prop_assert_eq!(&after, &copied, "the book is what it was, the desk aside");
        let again = look(&own.house, &source);
        // Into an empty book the desk comes too.
        prop_assert!(again.bare || again.nouns.is_empty(), "and there is nothing more to do");
        own.sound();
        if own.house.store.last_seq() > last {
            undo::undo(&own.house).expect("undone").expect("a step");
            prop_assert_eq!(own.content(), whole, "one step takes all of it back");
            own.sound();
        }
    }

    #[test]
    fn what_only_misses_comes_back_and_nothing_else_moves(then in book::any(), since in book::any()) {
        let (own, [source, _]) = moved_on(&then, &since);
        let before = without_desk(&own.house);
        let looked = look(&own.house, &source);
        if looked.bare {
            return Ok(());
        }
        run(&own.house, &looked, Extent::Missing);
        let after = without_desk(&own.house);
        let back: BTreeMap<Tree, [u64; 3]> = shown(&looked)
            .into_iter()
            .filter(|(_, moves)| moves[0] > 0)
            .map(|(tree, moves)| (tree, [moves[0], 0, 0]))
            .collect();
        prop_assert_eq!(back, moves(&before, &after));
    }

    #[test]
    fn a_backup_restored_into_an_empty_folder_is_the_same_book(pieces in book::any()) {
        let (here, there) = (Own::new(), Own::new());
        write(&here.house, &pieces);
        let looked = look(&there.house, &Source::File(here.export()));
        prop_assert!(looked.bare);
        run(&there.house, &looked, Extent::Whole);
        prop_assert_eq!(here.content(), there.content(), "with the settings and the desk");
        there.sound();
    }
}

#[test]
fn the_present_book_is_kept_before_it_goes() {
    let (own, [source, _]) = moved_on(&full(), &[]);
    let before = own.content();
    let looked = look(&own.house, &source);
    run(&own.house, &looked, Extent::Whole);
    let kept = own.house.store.snapshots().expect("listed");
    let back = look(&own.house, &Source::Snapshot(kept[0].seq));
    run(&own.house, &back, Extent::Whole);
    assert_eq!(
        own.content(),
        before,
        "the way back is a copy like any other"
    );
}

#[test]
fn a_look_is_refused_once_the_book_has_moved_and_nothing_is_written() {
    let (own, [source, _]) = moved_on(&full(), &[]);
    let looked = look(&own.house, &source);
    let note = store::Note {
        label: "client-edited".to_owned(),
        args: Default::default(),
        origin: domain::Origin::Window,
        at: now(),
    };
    let new = client(20, "Nouveau", String::new());
    let written = own
        .house
        .store
        .commit::<_, StoreError>(note, |tx| tx.put(&new));
    written.expect("written");
    let content = own.content();
    let refused = backup::run(&own.house, &looked, Extent::Whole, &mut |_, _| Progress::Go);
    assert!(said(&refused.expect_err("moved")).contains("depuis cet aperçu"));
    assert_eq!(own.content(), content);
    let id: domain::ClientId = Id::from_number_for_testing(20);
    let there: Option<Client> = own.house.store.get(id.to_bytes()).expect("read");
    assert!(there.is_some(), "what was not shown to go did not");
}

#[test]
fn a_copy_that_went_bad_changes_nothing() {
    let (own, [Source::File(path), Source::Snapshot(seq)]) = moved_on(&full(), &[]) else {
        panic!("a file and a snapshot");
    };
    let content = own.content();
    let bytes = std::fs::read(&path).expect("read");
    std::fs::write(&path, &bytes[..bytes.len() / 2]).expect("written");
    let cut = backup::look(&own.house, &Source::File(path), &mut |_, _| Progress::Go);
    assert!(said(&cut.expect_err("cut")).contains("tronquée"));
    let data = own
        .folder
        .path()
        .join(format!("book/snapshots/{seq:020}.jsonl.zst"));
    let mut bytes = std::fs::read(&data).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    std::fs::write(&data, bytes).expect("written");
    let bad = backup::look(&own.house, &Source::Snapshot(seq), &mut |_, _| Progress::Go);
    assert!(said(&bad.expect_err("damaged")).contains("abîmée"));
    let gone = backup::look(&own.house, &Source::Snapshot(9_999), &mut |_, _| {
        Progress::Go
    });
    assert!(said(&gone.expect_err("gone")).contains("n’est plus là"));
    assert_eq!(own.content(), content);
}

#[test]
fn what_is_stopped_leaves_the_book_as_it_is() {
    let (own, [source, _]) = moved_on(&full(), &[]);
    let looked = look(&own.house, &source);
    let (content, last) = (own.content(), own.house.store.last_seq());
    let stopped = backup::run(&own.house, &looked, Extent::Whole, &mut |_, _| {
        Progress::Stop
    });
    assert_eq!(stopped.expect_err("stopped").kind, FaultKind::Cancelled);
    let late = backup::run(&own.house, &looked, Extent::Whole, &mut |done, total| {
        if done == total {
            backup::stop(&own.house);
        }
        Progress::Go
    });
    assert_eq!(late.expect_err("stopped").kind, FaultKind::Cancelled);
    assert_eq!((own.content(), own.house.store.last_seq()), (content, last));
}

#[test]
fn names_are_shown_and_the_archive_is_open_to_the_import_all_the_same() {
    let (own, [Source::File(path), _]) = moved_on(&full(), &[]) else {
        panic!("a file");
    };
    let looked = look(&own.house, &Source::File(path.clone()));
    let names: Vec<&String> = looked
        .nouns
        .values()
        .flat_map(|moves| moves.first.iter().flatten())
        .collect();
    assert!(!names.is_empty(), "{looked:?}");
    assert!(
        names.iter().any(|name| name.contains("Hélène")),
        "{names:?}"
    );
    let imported = archive::look(&own.house, &path, &mut |_, _| Progress::Go);
    let back: u64 = looked.nouns.values().map(|moves| moves.back).sum();
    let new = imported.expect("looked at").counts.new as u64;
    assert!(
        back <= new,
        "an import brings the desk's as well: {back} of {new}"
    );
}
