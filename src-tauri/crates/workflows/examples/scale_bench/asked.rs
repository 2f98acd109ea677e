//! Questions that only read.

use std::time::Instant;

use chrono::{Days, NaiveDate};
use domain::{Column, Filter, Sort, Touchpoint};
use store::Tree;
use workflows::clients::{self, Query};
use workflows::{Fault, House, days};

use crate::Outcome;
use crate::figures::{at, millis};
use crate::steps::Found;

const WEEKS: u64 = 1_000;
const WINDOWS: usize = 100;

pub(crate) fn week(house: &House, from: NaiveDate) -> Outcome<usize> {
    let until = from.checked_add_days(Days::new(7)).ok_or("a date")?;
    Ok(days::between(house, from, until).map_err(spoken)?.len())
}

/// Weeks all over the twenty years.
pub(crate) fn weeks(house: &House, today: NaiveDate, found: &mut Found) -> Outcome<()> {
    let mut took = Vec::new();
    for turn in 0..WEEKS {
        let back = Days::new(7 * (turn * 37 % 1_000));
        let from = today.checked_sub_days(back).ok_or("a date")?;
        let begin = Instant::now();
        week(house, from)?;
        took.push(millis(begin));
    }
    ranks("week", &mut took, found);
    Ok(())
}

/// The list of clients by what they ask for: the first time it reads the book.
pub(crate) fn list(house: &House, found: &mut Found) -> Outcome<()> {
    let mut took = Vec::new();
    for turn in 0..=WINDOWS {
        let query = Query {
            words: String::new(),
            filter: Filter::default(),
            sort: Sort {
                by: Column::Clocks,
                descending: true,
            },
            from: turn * 397,
            limit: 60,
        };
        let begin = Instant::now();
        clients::window(house, &query).map_err(spoken)?;
        took.push(millis(begin));
    }
    let first = took.remove(0);
    found.push(("list of clients, the first of all ms".into(), first));
    ranks("list of clients, another window,", &mut took, found);
    Ok(())
}

/// What goes through the whole book: a table, an archive, the index; and what a restore weighs.
pub(crate) fn all(house: &House, found: &mut Found) -> Outcome<()> {
    let begin = Instant::now();
    let mut count = 0;
    for one in house.store.stream::<Touchpoint>() {
        one?;
        count += 1;
    }
    found.push((
        format!("{count} touchpoints read through s"),
        millis(begin) / 1e3,
    ));
    let begin = Instant::now();
    let mut last = None;
    for _ in 0..20 {
        let keys = house
            .store
            .keys_after(Tree::Touchpoint, last.as_ref(), KEYS)?;
        last = keys.last().copied();
    }
    found.push((
        "keys in order, twenty pages of 512 ms".into(),
        millis(begin),
    ));
    Ok(())
}

/// As it is mostly, and at its worst.
pub(crate) fn ranks(name: &str, took: &mut [f64], found: &mut Found) {
    for (rank, value) in [("p50", 0.5), ("p99", 0.99)] {
        found.push((format!("{name} {rank} ms"), at(took, value)));
    }
}

pub(crate) fn spoken(fault: Fault) -> Box<dyn std::error::Error> {
    format!("{fault:?}").into()
}
