//! Books to be archived: one with everything in it, and any.

use std::collections::BTreeMap;

use domain::{Apart, Client, Id, Origin};
use proptest::prelude::*;
use store::{Note, StoreError};
use workflows::House;

use crate::paper::now;
use crate::what::*;
use crate::who::*;

/// A record to be made: which noun, which number, and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    noun: u8,
    number: u64,
    text: String,
}

impl Piece {
    /// Says something else.
    pub(crate) fn say(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    /// A client.
    pub(crate) fn client(number: u64, name: &str) -> Self {
        Self {
            noun: 0,
            number,
            text: name.to_owned(),
        }
    }
}

/// Any book: up to forty records, of any noun, saying anything.
pub(crate) fn any() -> impl Strategy<Value = Vec<Piece>> {
    let text = prop_oneof![
        "[a-zé' ]{0,20}",
        "\\PC{0,40}",
        Just("ligne\nautre \"citée\" \\ \u{2028} 🌿".to_owned()),
        Just("é".repeat(9_000)),
    ];
    let piece =
        (0..14_u8, 0..30_u64, text).prop_map(|(noun, number, text)| Piece { noun, number, text });
    prop::collection::vec(piece, 0..40)
}

/// A book with every noun, and everything a record of it can say.
pub(crate) fn full() -> Vec<Piece> {
    (0..14)
        .map(|noun| Piece {
            noun,
            number: 7,
            text: "Hélène « Lac »".to_owned(),
        })
        .collect()
}

/// Writes a book, all in one step.
pub(crate) fn write(house: &House, pieces: &[Piece]) {
    let note = Note {
        label: "examples".to_owned(),
        args: BTreeMap::new(),
        origin: Origin::Window,
        at: now(),
    };
    let attic = house.store.attic();
    let keep = |text: &str| attic.keep(text.as_bytes()).expect("kept");
    house
        .store
        .commit::<_, StoreError>(note, |tx| {
            for Piece { noun, number, text } in pieces {
                let blob = keep(text);
                match noun {
                    0 => tx.put(&client(*number, text, blob))?,
                    1 => tx.put(&contact(*number, text, blob))?,
                    2 => tx.put(&place(*number, text))?,
                    3 => tx.put(&touchpoint(*number, text))?,
                    4 => tx.put(&source(text, blob))?,
                    5 => tx.put(&settings(*number))?,
                    6 => tx.put(&merge(*number, text, blob))?,
                    7 => tx.put(&Apart::of::<Client>(
                        Id::from_number_for_testing(*number),
                        Id::from_number_for_testing(99),
                        now(),
                    ))?,
                    8 => tx.put(&view(*number, text))?,
                    9 => tx.put(&mapping(text))?,
                    10 => tx.put(&market(*number, text))?,
                    11 => tx.put(&reminders(*number))?,
                    12 => tx.put(&departure(*number, text))?,
                    _ => tx.put(&erasure(*number, text))?,
                }
            }
            Ok(())
        })
        .expect("written");
}
