//! `sentier list`: a table for a person, JSON lines of the window's own shapes for a program.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use wire::Eye;
use workflows::{Fault, FaultKind, House, clients, days, departures, search, touchpoints};

use super::{Common, Exit, Listed, today_or, undoing};

/// How far a list goes when no end is given, in days.
const USUAL_DAYS: u64 = 14;

pub(super) fn print(
    house: &House,
    what: Listed,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    common: &Common,
) -> Result<Exit, Fault> {
    match what {
        Listed::Touchpoints => print_touchpoints(house, from, to, common),
        Listed::Days => print_days(house, from, to, common),
        Listed::Clients => print_clients(house, common),
        Listed::Departures => print_departures(house, common),
        Listed::History => undoing::print(house, from, to, common),
    }
}

fn print_touchpoints(
    house: &House,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    common: &Common,
) -> Result<Exit, Fault> {
    let (from, until) = range(house, from, to);
    let eye = Eye::on(house);
    let seen = days::between(house, from, until)?;
    let waiting = touchpoints::tray(house)?;
    if common.json {
        return print_json(&eye.blocks(&seen.into_iter().chain(waiting).collect::<Vec<_>>()));
    }
    for block in eye.blocks(&seen) {
        if let Some(slot) = &block.slot {
            println!(
                "{}  {}  {}",
                slot.start.replace('T', " "),
                kind(&block),
                block.title
            );
        }
    }
    for block in eye.blocks(&waiting) {
        println!("{:16}  {}  {}", "–", kind(&block), block.title);
    }
    Ok(Exit::Done)
}

/// The days asked for, the last one excluded: two weeks from Monday when nothing is said.
fn range(house: &House, from: Option<NaiveDate>, to: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let monday = days::monday_of(house.now_wall().date());
    let from = today_or(from, monday);
    let last = today_or(
        to,
        from.checked_add_days(Days::new(USUAL_DAYS - 1))
            .unwrap_or(from),
    );
    (from, last.succ_opt().unwrap_or(last))
}

/// The air of each day, and what each week owes.
fn print_days(
    house: &House,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    common: &Common,
) -> Result<Exit, Fault> {
    let (from, until) = range(house, from, to);
    let seen = days::between(house, from, until)?;
    let shown = Eye::on(house).calendar(&seen, from, until, house.store.last_seq())?;
    if common.json {
        return print_json(&(shown.days, shown.weeks));
    }
    for day in &shown.days {
        let wire::Breath { kept, wanted, .. } = day.breath;
        println!("{}  {kept}/{wanted}", day.date);
    }
    Ok(Exit::Done)
}

fn print_clients(house: &House, common: &Common) -> Result<Exit, Fault> {
    let eye = Eye::on(house);
    let mut rows = Vec::new();
    loop {
        let query = clients::Query {
            from: rows.len(),
            limit: clients::AT_ONCE,
            ..clients::Query::default()
        };
        let window = clients::window(house, &query)?;
        rows.extend(window.rows.iter().map(|row| eye.client_row(row)));
        if window.rows.is_empty() || rows.len() >= window.total {
            break;
        }
    }
    if common.json {
        return print_json(&rows);
    }
    rows.iter().for_each(|row| println!("{}", row.name));
    Ok(Exit::Done)
}

/// What waits, in its order, and what was told.
fn print_departures(house: &House, common: &Common) -> Result<Exit, Fault> {
    let all = Eye::on(house).departures(departures::list(house)?);
    if common.json {
        return print_json(&all);
    }
    for line in all.waiting.iter().chain(&all.informed) {
        let mark = match (line.informed.is_some(), line.what) {
            (true, _) => "✓",
            (false, wire::DepartureKind::Request) => "→",
            (false, wire::DepartureKind::Cancel | wire::DepartureKind::Uninvite) => "×",
        };
        let to: Vec<&str> = line.to.iter().map(|one| one.email.as_str()).collect();
        println!("{mark}  {}  {}  {}", line.when, line.title, to.join(", "));
    }
    Ok(Exit::Done)
}

/// What the words find: a line a hit, or the window's own answer as JSON.
pub(super) fn print_found(house: &House, words: &str, common: &Common) -> Result<Exit, Fault> {
    const MOST: u32 = 100;
    let answer = Eye::on(house).search_answer(&search::find_all(house, words, MOST)?);
    if common.json {
        return print_json(&answer);
    }
    for hit in answer.groups.iter().flat_map(|group| &group.hits) {
        let texts = [&hit.title, &hit.subtitle, &hit.snippet].map(|shown| shown.text.as_str());
        let line: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        println!("{}  {}", hit.id, line.join("  ·  "));
    }
    Ok(Exit::Done)
}

pub(super) fn print_json(rows: &impl Serialize) -> Result<Exit, Fault> {
    let text = serde_json::to_string_pretty(rows).map_err(|error| {
        Fault::new(FaultKind::Failed, "error-store").with("detail", error.to_string())
    })?;
    println!("{text}");
    Ok(Exit::Done)
}

fn kind(block: &wire::Block) -> &'static str {
    match block.kind {
        wire::Kind::Phone => "☎",
        wire::Kind::Video => "▣",
        wire::Kind::InPerson => "◉",
        wire::Kind::Other => "·",
    }
}
