//! Sentences and what they mean: a corpus that is read whole, and the laws of reading.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod laws;
mod round;

use chrono::NaiveDateTime;
use domain::Id;
use phrase::{Person, Roster, Who};

/// A wall time of the test.
fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a time of the test")
}

fn client(name: &str) -> Person {
    Person {
        who: Who::Client(Id::from_content(name.as_bytes())),
        name: name.to_owned(),
    }
}

fn contact(name: &str) -> Person {
    Person {
        who: Who::Contact(Id::from_content(name.as_bytes())),
        name: name.to_owned(),
    }
}

/// A few people of both kinds, all told apart by one word.
fn roster() -> Roster {
    Roster::new([
        client("Dupont Menuiserie"),
        client("Scop Les Fougères"),
        client("Orange"),
        contact("Hélène Leroy"),
        contact("Emma Smith"),
    ])
}
