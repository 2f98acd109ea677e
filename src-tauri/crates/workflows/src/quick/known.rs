//! Who a sentence can name: the clients and contacts of the book, found by the index.

use std::collections::HashSet;

use domain::{Client, Contact};
use phrase::{People, Person, Who};
use search::{Key, Kind};

use crate::house::House;
use crate::search::people;

/// The people of a house, as a sentence names them.
pub(super) struct Known<'a> {
    pub(super) house: &'a House,
    /// The sentence: where many have a name, the word after it tells which of them are meant.
    pub(super) text: &'a str,
}

impl People for Known<'_> {
    fn about(&self, word: &str) -> Vec<Person> {
        let (mut found, many) = self.find(word);
        if many {
            for beside in self.beside(word) {
                found.extend(self.find(&beside).0);
            }
        }
        let mut seen = HashSet::new();
        found.retain(|person| seen.insert(person.who));
        found
    }
}

impl Known<'_> {
    /// Those a query finds, and whether there are more than it counts.
    fn find(&self, words: &str) -> (Vec<Person>, bool) {
        let (keys, many) = people(self.house, words);
        let found = keys
            .into_iter()
            .filter_map(|(kind, key)| self.person(kind, key));
        (found.collect(), many)
    }

    /// The word with the one before it, and with the one after it, wherever the sentence has it.
    fn beside(&self, word: &str) -> Vec<String> {
        let folded = domain::fold(self.text);
        let words: Vec<&str> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        words
            .windows(2)
            .filter(|pair| pair.contains(&word))
            .map(|pair| pair.join(" "))
            .collect()
    }

    /// Who a hit is. One that cannot be read names nobody.
    fn person(&self, kind: Kind, key: Key) -> Option<Person> {
        let store = &self.house.store;
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
}
