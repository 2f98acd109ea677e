//! Who a sentence can name: the clients and contacts of the book, found by the index.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use domain::{Client, Contact};
use phrase::{People, Person, Who};
use search::{Key, Kind, Within};

use crate::house::House;
use crate::search::{Named, PEOPLE};

/// The most of a kind that are read for one word: more nobody chooses among.
const READ: usize = 32;

/// The people of a house, as one sentence names them. A sentence looks at its words again and again: each is asked for
/// once, and nobody is read twice.
pub(super) struct Known<'a> {
    house: &'a House,
    named: Named<'a>,
    /// The folded words of the sentence: where many have a name, the word beside it tells which of them are meant.
    words: Vec<String>,
    answers: RefCell<HashMap<String, Vec<Person>>>,
    read: RefCell<HashMap<Key, Option<Person>>>,
}

impl People for Known<'_> {
    fn about(&self, word: &str) -> Vec<Person> {
        if let Some(known) = self.answers.borrow().get(word) {
            return known.clone();
        }
        let found = self.find(word);
        let mut answers = self.answers.borrow_mut();
        answers.entry(word.to_owned()).or_insert(found).clone()
    }
}

impl<'a> Known<'a> {
    /// Those of `house`, for what `text` names.
    pub(super) fn of(house: &'a House, text: &str) -> Self {
        let folded = domain::fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        Self {
            house,
            named: Named::of(house),
            words: words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            answers: RefCell::default(),
            read: RefCell::default(),
        }
    }

    fn find(&self, word: &str) -> Vec<Person> {
        let (hits, many) = self.named.by(word, Within::Names);
        let mut asked = Vec::new();
        if many || PEOPLE.iter().any(|kind| of(*kind, &hits).count() > READ) {
            let beside = self.beside(word);
            asked.extend(
                beside
                    .iter()
                    .map(|pair| self.named.by(pair, Within::Lines).0),
            );
        }
        asked.push(hits);
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        for hits in &asked {
            for kind in PEOPLE {
                let fresh = of(kind, hits).filter(|key| seen.insert(*key)).take(READ);
                found.extend(fresh.filter_map(|key| self.person(kind, key)));
            }
        }
        found
    }

    /// The word with the one before it, and with the one after it, wherever the sentence has it.
    fn beside(&self, word: &str) -> Vec<String> {
        self.words
            .windows(2)
            .filter(|pair| pair.iter().any(|one| one == word))
            .map(|pair| pair.join(" "))
            .collect()
    }

    /// Who a hit is. One that cannot be read names nobody.
    fn person(&self, kind: Kind, key: Key) -> Option<Person> {
        let mut read = self.read.borrow_mut();
        read.entry(key)
            .or_insert_with(|| read_person(self.house, kind, key))
            .clone()
    }
}

fn of(kind: Kind, hits: &[(Kind, Key)]) -> impl Iterator<Item = Key> {
    hits.iter()
        .filter(move |(of, _)| *of == kind)
        .map(|(_, key)| *key)
}

fn read_person(house: &House, kind: Kind, key: Key) -> Option<Person> {
    let store = &house.store;
    if kind == Kind::Client {
        let client: Client = store.get(key).ok()??;
        return client.is_living().then_some(Person {
            who: Who::Client(client.id),
            name: client.name,
        });
    }
    let contact: Contact = store.get(key).ok()??;
    let here = contact.archived_at.is_none() && contact.trashed_at.is_none();
    here.then_some(Person {
        who: Who::Contact(contact.id),
        name: contact.name,
    })
}
