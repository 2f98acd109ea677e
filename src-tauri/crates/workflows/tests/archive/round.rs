use domain::{Client, Id};
use proptest::prelude::*;
use store::{Progress, StoreError, Tree};
use workflows::FaultKind;
use workflows::archive::{self, Take};
use workflows::undo;

use crate::book::{any, full, write};
use crate::paper::{Own, bring_in, look};
use crate::who::client;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_book_comes_back_the_same_and_goes_out_as_the_same_bytes(pieces in any()) {
        let (here, there) = (Own::new(), Own::new());
        write(&here.house, &pieces);
        let out = here.export();
        let looked = bring_in(&there.house, &out, false).expect("brought in");
        prop_assert!(looked.whole, "an empty book is told from one with records");
        prop_assert_eq!(looked.counts.new as u64, looked.nouns.values().map(|n| n.new as u64).sum::<u64>());
        prop_assert_eq!(looked.counts.invalid, 0);
        prop_assert_eq!(here.content(), there.content());
        let again = there.export();
        prop_assert!(
            std::fs::read(&out).expect("read") == std::fs::read(&again).expect("read"),
            "the same book at the same hour is the same bytes"
        );
        there.sound();
        let known = look(&there.house, &out).expect("looked at");
        prop_assert_eq!((known.counts.new, known.counts.differs), (0, 0), "all of it is here by now");
        prop_assert_eq!(known.counts.same, looked.counts.new);
    }
}

#[test]
fn an_archive_is_one_step_to_undo_and_to_redo() {
    let (here, there) = (Own::new(), Own::new());
    write(&here.house, &full());
    bring_in(&there.house, &here.export(), false).expect("brought in");
    let content = there.content();
    let done = undo::undo(&there.house).expect("undone").expect("a step");
    assert!(
        done.said.contains("out.sentier.zip"),
        "it says what it took back: {}",
        done.said
    );
    assert!(
        Tree::ALL
            .into_iter()
            .all(|tree| !there.house.store.has_any(tree).expect("asked")),
        "one press"
    );
    undo::redo(&there.house).expect("redone").expect("a step");
    assert_eq!(there.content(), content, "with its files, which stayed");
    there.sound();
}

#[test]
fn a_book_with_records_keeps_its_own_unless_it_is_told_otherwise() {
    let (here, there) = (Own::new(), Own::new());
    write(&here.house, &full());
    let out = here.export();
    bring_in(&there.house, &out, false).expect("brought in");
    let archived = there.content();
    let mine = client(7, "Le mien", String::new());
    let note = store::Note {
        label: "client-edited".to_owned(),
        args: Default::default(),
        origin: domain::Origin::Window,
        at: crate::paper::now(),
    };
    there
        .house
        .store
        .commit::<_, StoreError>(note, |tx| tx.put(&mine))
        .expect("written");
    let looked = bring_in(&there.house, &out, false).expect("brought in");
    assert!(!looked.whole);
    assert_eq!((looked.counts.new, looked.counts.differs), (0, 1));
    let id: domain::ClientId = Id::from_number_for_testing(7);
    let kept: Client = there
        .house
        .store
        .get(id.to_bytes())
        .expect("read")
        .expect("there");
    assert_eq!(kept, mine, "what differs stays as it is here");
    let differing = looked
        .entries
        .iter()
        .find(|entry| entry.verdict == workflows::import::Match::Differs)
        .expect("it is listed");
    assert_eq!(
        (differing.tree, differing.key),
        (Tree::Client, Some(id.to_bytes()))
    );
    bring_in(&there.house, &out, true).expect("brought in");
    assert_eq!(
        there.content(),
        archived,
        "and is replaced whole when asked"
    );
}

#[test]
fn what_is_stopped_leaves_nothing_whenever_it_is_stopped() {
    let (here, there) = (Own::new(), Own::new());
    write(&here.house, &full());
    let out = here.export();
    let looked = look(&there.house, &out).expect("looked at");
    let mut words = 0;
    archive::look(&there.house, &out, &mut |done, total| {
        assert!(done <= total, "{done} of {total}");
        words += 1;
        Progress::Go
    })
    .expect("looked at");
    assert!(words >= 2, "it says where it begins and where it ends");
    for at in 0..words {
        let mut left = at;
        let mut stop = |_, _| {
            left -= 1;
            if left < 0 {
                Progress::Stop
            } else {
                Progress::Go
            }
        };
        let stopped = archive::bring_in(&there.house, &looked, &Take::default(), &mut stop);
        assert_eq!(stopped.expect_err("stopped").kind, FaultKind::Cancelled);
        assert!(there.is_untouched(), "stopped at word {at}");
    }
}

#[test]
fn what_the_book_had_lost_is_told_and_the_rest_comes_out() {
    let (here, there) = (Own::new(), Own::new());
    write(&here.house, &full());
    let attic = here.folder.path().join("book/attic");
    let folder = std::fs::read_dir(&attic)
        .expect("listed")
        .flatten()
        .find(|entry| entry.file_name() != "long")
        .expect("an attachment");
    std::fs::remove_dir_all(folder.path()).expect("lost");
    let out = here.folder.path().join("x.sentier.zip");
    let exported = archive::export_to(&here.house, &out).expect("exported");
    assert_eq!(exported.missing.len(), 1, "{exported:?}");
    let looked = bring_in(&there.house, &out, false).expect("brought in");
    assert_eq!(looked.missing, 1);
    assert_eq!(here.content(), there.content(), "the records are all there");
}

#[test]
fn an_export_replaces_a_file_whole_or_leaves_it() {
    let here = Own::new();
    write(&here.house, &full());
    let out = here.export();
    let bytes = std::fs::read(&out).expect("read");
    let nowhere = here.folder.path().join("nowhere/x.sentier.zip");
    let failed = archive::export_to(&here.house, &nowhere).expect_err("no such folder");
    let (said, hint) = failed.say(&words::Words::new(domain::Language::Fr));
    assert!(said.contains("x.sentier.zip") && !hint.is_empty(), "{said}");
    assert!(!here.folder.path().join("nowhere").exists());
    here.export();
    assert!(std::fs::read(&out).expect("read") == bytes);
    let beside = std::fs::read_dir(here.folder.path()).expect("listed");
    assert_eq!(beside.count(), 2, "nothing half-written stays beside it");
}
