//! The people of a preview so far, so that somebody who stands twice in the files is found before anything is written.

use std::collections::HashMap;

use domain::{Contact, Phone};
use store::text_key;

/// About how many bytes of people are held; of later ones only those in the book are recognised, and the others come
/// up when duplicates are reviewed.
const HELD_MOST: usize = 64 << 20;
/// What a person takes without its texts, in bytes, roughly.
const PERSON: usize = 1_200;

/// The people of a preview so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The first row that has a key.
    rows: HashMap<u64, usize>,
    people: HashMap<usize, Box<Contact>>,
    held: usize,
}

impl Seen {
    /// Rows that have something in common with `person`, each once.
    pub(super) fn like<'a>(&'a self, person: &Contact) -> Vec<(usize, &'a Contact)> {
        let mut rows: Vec<usize> = keys(person)
            .filter_map(|key| self.rows.get(&key).copied())
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter()
            .filter_map(|row| Some((row, &**self.people.get(&row)?)))
            .collect()
    }

    /// Remembers the person of a row.
    pub(super) fn add(&mut self, row: usize, person: Contact) {
        if self.held > HELD_MOST {
            return;
        }
        self.held += PERSON + person.notes.len();
        for key in keys(&person) {
            self.rows.entry(key).or_insert(row);
        }
        self.people.insert(row, Box::new(person));
    }
}

/// What somebody is found by: the orders of the book, in memory.
fn keys(person: &Contact) -> impl Iterator<Item = u64> + '_ {
    let uid = std::iter::once(key(1, &person.uid));
    let emails = person.emails.iter().map(|one| key(2, &one.folded()));
    let phones = person.phones.iter().map(|one| key(3, &Phone::dialled(one)));
    let name = std::iter::once(key(4, &person.folded_name()));
    uid.chain(emails).chain(phones).chain(name)
}

fn key(order: u64, text: &str) -> u64 {
    // The orders must not meet: a name may be somebody's address.
    u64::from_be_bytes(text_key(text)).wrapping_add(order.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}
