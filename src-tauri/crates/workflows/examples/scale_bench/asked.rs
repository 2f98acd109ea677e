//! Questions that only read.

use std::time::Instant;

use chrono::{Days, NaiveDate};
use domain::{Column, Filter, Sort, Touchpoint};
use store::{StoreError, Tree};
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
    let mut timed = |name: &str, read: &dyn Fn() -> Outcome<usize>| {
        let begin = Instant::now();
        let count = read()?;
        found.push((format!("{count} {name} s"), millis(begin) / 1e3));
        Outcome::Ok(())
    };
    timed("touchpoints read through", &|| {
        counted(house.store.stream_any::<Touchpoint>())
    })?;
    timed("touchpoints read in order", &|| {
        counted(house.store.stream::<Touchpoint>())
    })?;
    timed("keys read in order", &|| {
        counted(house.store.keys_of(Tree::Touchpoint))
    })
}

fn counted<T>(all: impl Iterator<Item = Result<T, StoreError>>) -> Outcome<usize> {
    let mut count = 0;
    for one in all {
        one?;
        count += 1;
    }
    Ok(count)
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
