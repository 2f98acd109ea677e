//! Calendar files.

use chrono_tz::Europe::Paris;
use domain::{Field, Id, Touchpoint};
use exchange::{Doc, Entry, Export, Piece, ReadEvent, read};

use crate::stage::now;

/// Reads a file, gives it back untouched, and gives it back with every event moved away and renamed.
pub fn try_bytes(bytes: &[u8]) {
    let doc = Doc::new(bytes);
    let touchpoints = brought_in(&doc, bytes);
    let whole = written(&doc, &touchpoints);
    assert!(
        whole == bytes,
        "what nobody touched comes back byte for byte"
    );

    let mut touched = touchpoints.clone();
    for touchpoint in &mut touched {
        touchpoint.place_at(None, now());
        touchpoint.title = "autre".into();
        touchpoint.mark(Field::Title, now());
    }
    let out = written(&doc, &touched);
    let again = events(&Doc::new(&out));
    assert_eq!(
        again.len(),
        touchpoints.len(),
        "each of them is still an event:\n{}",
        String::from_utf8_lossy(&out)
    );
}

fn events(doc: &Doc<'_>) -> Vec<ReadEvent> {
    read(doc, Paris)
        .entries
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Event(event) => Some(*event),
            Entry::Invalid(_) => None,
        })
        .collect()
}

/// The touchpoints of a file, as an import makes them.
fn brought_in(doc: &Doc<'_>, bytes: &[u8]) -> Vec<Touchpoint> {
    let file = Id::from_content(bytes);
    events(doc)
        .into_iter()
        .enumerate()
        .map(|(n, event)| {
            let range = event.offset..event.offset + event.length;
            assert!(range.end <= bytes.len() as u64, "an event lies in its file");
            event.into_touchpoint(Id::from_number_for_testing(n as u64), file, now())
        })
        .collect()
}

fn written(doc: &Doc<'_>, touchpoints: &[Touchpoint]) -> Vec<u8> {
    let pieces: Vec<Piece<'_>> = touchpoints
        .iter()
        .map(|touchpoint| Piece {
            touchpoint,
            client: None,
        })
        .collect();
    let mut export = Export::new(Vec::new(), Paris);
    let done = export
        .document(doc, &pieces, |_, _| true)
        .and_then(|()| export.finish());
    match done {
        Ok((out, _)) => out,
        Err(error) => unreachable!("writing to memory does not fail: {error}"),
    }
}
