//! What is asked, of Sentier and of SQLite alike.

use domain::{Ask, Filter};
use serde_json::{Value, json};

use super::book::{Book, mixed};
use super::judge::minute;
use super::names;

/// How often what is asked of one client is asked.
const CLIENTS: u64 = 240;
/// One of so many is an old client, of four hundred touchpoints.
const OLD: u64 = 5;

/// The lists: by what name, and what is asked for. The clock that is worst comes first.
pub(crate) fn lists() -> [(&'static str, Filter); 4] {
    let asks = |ask| Filter {
        asks: [ask].into(),
        ..Filter::default()
    };
    let lacks_next = Filter {
        next: Some(false),
        ..Filter::default()
    };
    [
        ("to see in person", asks(Ask::SeeInPerson)),
        ("promises due", asks(Ask::Promise)),
        ("looking for a reason", asks(Ask::Reason)),
        ("without a next step", lacks_next),
    ]
}

/// Everything but the lists and the day, which are one question each.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Id numbers of touchpoints to come, the next ones first.
    pub(crate) touchpoints: Vec<u64>,
    /// Id numbers of clients.
    pub(crate) clients: Vec<u64>,
    /// Sentences as they are typed, whole.
    pub(crate) sentences: Vec<String>,
}

impl Asked {
    pub(crate) fn of(book: &Book) -> Self {
        let client = |n: u64| match n.is_multiple_of(OLD) {
            true => book.old(mixed(n) % (book.clients / 100).max(1)),
            false => mixed(n) % book.clients,
        };
        let sentence = |n: u64| {
            let one = client(n);
            match n % 4 {
                0 => format!(
                    "visio {} mardi prochain 14h30 pour clarifier le budget",
                    names::client(one)
                ),
                1 => format!("tel Mme {} dans 3 jours ouvrés à 10h", names::family(one)),
                2 => format!("visite {} le 12/05 à midi", names::client(one)),
                _ => format!(
                    "appeler {} demain 16h pour apporter les chiffres de l'essai",
                    names::contact(2 * one)
                ),
            }
        };
        Self {
            touchpoints: (0..book.touchpoints)
                .filter(|n| {
                    let slot = book.touchpoint(*n).slot;
                    slot.is_some_and(|slot| slot.end_wall() > book.wall)
                })
                .take(CLIENTS as usize)
                .map(|n| book.id(n))
                .collect(),
            clients: (0..CLIENTS).map(client).collect(),
            sentences: (0..CLIENTS).map(sentence).collect(),
        }
    }

    /// As `judge.py` reads it.
    pub(crate) fn json(&self, book: &Book) -> Value {
        json!({
            "now": minute(book.wall),
            "touchpoints": self.touchpoints,
            "clients": self.clients,
            "sentences": self.sentences,
        })
    }
}
