//! An archive on the desk of imports, as the window sees it.

use std::collections::BTreeMap;

use workflows::FaultKind;
use workflows::archive;
use workflows::import::{Choice, Match, Preview};

use crate::book::{full, write};
use crate::paper::Own;

fn choice(skip: Vec<usize>) -> Choice {
    Choice {
        skip,
        take_differing: false,
        rows: BTreeMap::new(),
    }
}

/// A good archive, and a house nobody wrote to that looked at it.
fn looked() -> (Own, Own, Preview) {
    let (here, there) = (Own::new(), Own::new());
    write(&here.house, &full());
    let out = here.export();
    let preview = archive::preview(&there.house, &out, &mut |_, _, _| ()).expect("looked at");
    (here, there, preview)
}

#[test]
fn it_is_looked_at_row_by_row_and_comes_in_but_for_what_is_left_out() {
    let (_here, there, preview) = looked();
    assert_eq!((preview.counts.new, preview.files.len()), (14, 1));
    let rows = |only, from, most| {
        archive::rows(&there.house, &preview.ticket, only, from, most).expect("rows")
    };
    assert_eq!(rows(None, 0, 100).total, 14);
    assert_eq!(
        rows(Some(Match::New), 8, 100).rows.len(),
        6,
        "from the ninth on"
    );
    assert_eq!(rows(Some(Match::Invalid), 0, 100).total, 0);
    let place = rows(None, 0, 100)
        .rows
        .into_iter()
        .find(|row| row.subtitle == "places.jsonl")
        .expect("a place");
    assert_eq!(place.title, "Hélène « Lac »");
    let mut words = Vec::new();
    let done = archive::run(
        &there.house,
        &preview.ticket,
        &choice(vec![place.index]),
        &mut |done, total| words.push((done, total)),
    )
    .expect("brought in");
    assert!(done.said.starts_with("13"), "all but one: {}", done.said);
    assert!(words.last().is_some_and(|(done, total)| done == total));
    assert!(
        !there
            .house
            .store
            .has_any(store::Tree::Place)
            .expect("asked")
    );
    assert!(
        !archive::holds(&there.house, &preview.ticket),
        "what was brought in is off the desk"
    );
}

#[test]
fn a_look_can_be_stopped_by_the_ticket_it_will_have() {
    let (here, there) = (Own::new(), Own::new());
    write(&here.house, &full());
    let out = here.export();
    let mut heard = Vec::new();
    let stopped = archive::preview(&there.house, &out, &mut |ticket, done, total| {
        assert!(done <= total, "{done} bytes of {total}");
        heard.push(ticket.to_owned());
        archive::cancel(&there.house, ticket);
    });
    assert_eq!(stopped.expect_err("stopped").kind, FaultKind::Cancelled);
    assert_eq!(heard.len(), 1, "it stops at once");
    assert!(!archive::holds(&there.house, &heard[0]));
    assert!(there.is_untouched());
}

#[test]
fn what_cannot_be_read_says_why_in_the_files_place() {
    let there = Own::new();
    let path = there.folder.path().join("x.sentier.zip");
    std::fs::write(&path, b"PK\x03\x04").expect("written");
    let preview = archive::preview(&there.house, &path, &mut |_, _, _| ()).expect("a preview");
    assert!(preview.files[0].problem.is_some());
    let run = archive::run(
        &there.house,
        &preview.ticket,
        &choice(Vec::new()),
        &mut |_, _| (),
    );
    assert!(run.is_err(), "there is nothing to bring in");
    assert!(there.is_untouched());
}
