//! Sentier, asked.

use std::error::Error;
use std::time::Instant;

use domain::{Column, Filter, Id, Sort};
use workflows::clients::{self, Query};
use workflows::path::{self, Brief, Today};
use workflows::{Fault, House, quick, search};

use super::asked::{Asked, lists};
use super::figures::millis;
use super::judge::Judged;

/// How often the day, and each list, is asked for.
const TURNS: usize = 40;
/// How many windows of a list are asked for after its first one.
const WINDOWS: usize = 5;

/// How long one kind of question took each time, in milliseconds.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) name: String,
    pub(crate) took: Vec<f64>,
    /// How many rows one round of them answered with.
    rows: usize,
}

impl Measured {
    /// Whether SQLite was asked the same: it answered with as many rows, where it answers in rows.
    pub(crate) fn agrees(&self, judged: &Judged) -> Result<(), Box<dyn Error>> {
        match judged.rows {
            Some(rows) if rows != self.rows => {
                let (name, ours) = (&self.name, self.rows);
                Err(format!("{name}: {ours} rows, and {rows} of SQLite").into())
            }
            _ => Ok(()),
        }
    }
}

pub(crate) fn measure(house: &House, asked: &Asked) -> Result<Vec<Measured>, Box<dyn Error>> {
    let mut all = lists_of(house)?;
    all.push(timed("material", &asked.clients, 1, |n| {
        let client = Id::from_number_for_testing(*n);
        Ok(path::material(house, client).map_err(spoken)?.len())
    })?);
    all.push(timed("brief", &asked.touchpoints, 1, |n| {
        let touchpoint = Id::from_number_for_testing(*n);
        let brief = path::brief(house, touchpoint, None).map_err(spoken)?;
        Ok(rows_of_brief(&brief))
    })?);
    all.push(timed("day", &[()], TURNS, |()| {
        Ok(rows_of_day(&path::today(house).map_err(spoken)?))
    })?);
    // Names are found by the index, which is made when it is first asked.
    search::find_all(house, "visio", 1).map_err(spoken)?;
    all.push(timed("sentence as typed", &asked.sentences, 1, |text| {
        let quick = quick::read(house, text, &[]).map_err(spoken)?;
        Ok(quick.read.chips.len())
    })?);
    Ok(all)
}

/// The lists, asked in turns, so that none is the one that was answered last; then further windows of each.
fn lists_of(house: &House) -> Result<Vec<Measured>, Box<dyn Error>> {
    let named = |name: String| Measured {
        name,
        took: Vec::new(),
        rows: 0,
    };
    let mut first = named("list by what it asks for, the first of all".into());
    let mut each = lists().map(|(name, _)| named(format!("list {name}")));
    let mut further = named("list, another window of 60".into());
    // The list reads the book once, when it is first shown.
    first.took.push(window(house, &lists()[0].1, 0)?.0);
    for turn in 0..TURNS {
        for (one, (_, filter)) in each.iter_mut().zip(lists()) {
            let (took, total) = window(house, &filter, 0)?;
            one.took.push(took);
            one.rows = total;
            for nth in 0..WINDOWS {
                let from = total * (turn * WINDOWS + nth) / (TURNS * WINDOWS);
                further.took.push(window(house, &filter, from)?.0);
            }
        }
    }
    Ok([first].into_iter().chain(each).chain([further]).collect())
}

/// A window of a list: how long it took, and how many clients match.
fn window(house: &House, filter: &Filter, from: usize) -> Result<(f64, usize), Box<dyn Error>> {
    let query = Query {
        words: String::new(),
        filter: filter.clone(),
        sort: Sort {
            by: Column::Clocks,
            descending: true,
        },
        from,
        limit: 60,
    };
    let begin = Instant::now();
    let window = clients::window(house, &query).map_err(spoken)?;
    Ok((millis(begin), window.total))
}

/// Asks each question so many times.
fn timed<T>(
    name: &str,
    questions: &[T],
    turns: usize,
    ask: impl Fn(&T) -> Result<usize, Box<dyn Error>>,
) -> Result<Measured, Box<dyn Error>> {
    let mut took = Vec::with_capacity(questions.len() * turns);
    let mut rows = 0;
    for turn in 0..turns {
        for question in questions {
            let begin = Instant::now();
            let answered = ask(question)?;
            took.push(millis(begin));
            rows += if turn == 0 { answered } else { 0 };
        }
    }
    Ok(Measured {
        name: name.into(),
        took,
        rows,
    })
}

fn rows_of_brief(brief: &Brief) -> usize {
    let theirs = usize::from(brief.theirs.is_some());
    theirs + brief.ours.len() + brief.needs.len() + brief.unmet.len() + brief.last.len()
}

fn rows_of_day(day: &Today) -> usize {
    day.blocks.len() + day.owed.len() + day.unclosed.len() + day.without_reason.len()
}

fn spoken(fault: Fault) -> Box<dyn Error> {
    format!("{fault:?}").into()
}
