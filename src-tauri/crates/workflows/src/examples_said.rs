//! What was said in the example week: needs in their words, promises on both sides, and what came of what took place.

use chrono::{Days, NaiveDate};
use domain::{Client, Need, Owner, Promise, PromiseState};

use crate::house::House;

/// A promise of an example: whose it is, who owes it, when it is due from Monday.
struct Promised {
    client: &'static str,
    /// Its words are `example-promise-<name>` in `examples.ftl`.
    name: &'static str,
    owner: Owner,
    due: u64,
}

const PROMISES: [Promised; 4] = [
    Promised {
        client: "Clinique Saint-Roch",
        name: "plan",
        owner: Owner::Us,
        due: 3,
    },
    Promised {
        client: "Clinique Saint-Roch",
        name: "wards",
        owner: Owner::Them,
        due: 0,
    },
    Promised {
        client: "Fromagerie du Lac",
        name: "quote",
        owner: Owner::Us,
        due: 1,
    },
    Promised {
        client: "Atelier Morel",
        name: "drawings",
        owner: Owner::Them,
        due: 4,
    },
];

/// A need of each; its words are `example-need-<name>`.
const NEEDS: [(&str, &str); 3] = [
    ("Clinique Saint-Roch", "beds"),
    ("Fromagerie du Lac", "line"),
    ("Atelier Morel", "waits"),
];

/// Gives a client of the examples what was said with it; `monday` is the example week's.
pub(crate) fn give(house: &House, client: &mut Client, monday: NaiveDate) {
    let words = house.words();
    let day = |after| monday.checked_add_days(Days::new(after)).unwrap_or(monday);
    for (of, name) in NEEDS {
        if of == client.name {
            client.needs.push(Need {
                id: house.clock.new_id(),
                on: monday,
                words: words.say(&format!("example-need-{name}"), &[]),
                answer: String::new(),
                answered_on: None,
                touchpoint: None,
            });
        }
    }
    for one in PROMISES.iter().filter(|one| one.client == client.name) {
        client.promises.push(Promise {
            id: house.clock.new_id(),
            owner: one.owner,
            words: words.say(&format!("example-promise-{}", one.name), &[]),
            on: monday,
            due: Some(day(one.due)),
            state: PromiseState::Open,
            touchpoint: None,
        });
    }
}
