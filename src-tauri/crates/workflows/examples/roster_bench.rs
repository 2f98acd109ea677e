//! The list of clients' figures, one JSON object a line: `roster_bench [CLIENTS TOUCHPOINTS]`, by default 50,000 clients
//! with 100,000 contacts and 1,000,000 touchpoints. Needs a release build to say anything.

#![allow(clippy::print_stdout)]

mod figures;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};
use domain::{
    Client, Column, Contact, Filter, Id, Kind, Language, Origin, Slot, Sort, Touchpoint, Zone,
};
use store::{Note, Progress, StoreError, Write};
use workflows::clients::{self, BulkEdit, Query};
use workflows::{Clock, Fault, House};

use figures::{at, millis, say};

const WINDOWS: usize = 400;
const TURNS: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    let mut counts = std::env::args()
        .skip(1)
        .filter_map(|count| count.parse().ok());
    let (clients, touchpoints) = (
        counts.next().unwrap_or(50_000),
        counts.next().unwrap_or(1_000_000),
    );
    let folder = tempfile::tempdir()?;
    fill(folder.path(), clients, touchpoints)?;
    measure(folder.path(), clients, touchpoints)
}

/// A book of invented clients, two contacts each, their touchpoints over twenty years around now.
fn fill(folder: &Path, clients: u64, touchpoints: u64) -> Result<(), Box<dyn Error>> {
    let (house, now) = open(folder)?;
    let note = Note {
        label: "imported".into(),
        args: Default::default(),
        origin: Origin::Import,
        at: now,
    };
    let people = (0..clients).flat_map(|n| {
        let mut client = Client::new(Id::from_number_for_testing(n), name(n), now);
        client.tags = [format!("tag {}", n % 12)].into();
        client.market = format!("marché {}", n % 30);
        let contact = |nth: u64| Contact {
            client: Some(client.id),
            ..Contact::new(
                Id::from_number_for_testing(clients + 2 * n + nth),
                format!("Hélène Riou {n} {nth}"),
                now,
            )
        };
        [
            Write::put(&contact(0)),
            Write::put(&contact(1)),
            Write::put(&client),
        ]
    });
    let met = (0..touchpoints).map(|n| {
        let id = Id::from_number_for_testing(4 * clients + n);
        let mut one = Touchpoint::received(id, Kind::Video, now);
        one.client = Some(Id::from_number_for_testing(n % clients));
        // A prime step spreads them: seven in ten are past.
        let minutes = (n.wrapping_mul(7_919) % 10_512_000) as i64 - 7_358_400;
        let start = (now + Duration::minutes(minutes)).naive_utc();
        one.slot = Some(Slot::timed(start, 30, Zone::Iana(house.home())));
        Write::put(&one)
    });
    house
        .store
        .commit_bulk::<StoreError>(note, people.chain(met), &mut |_| Progress::Go)?;
    house.close()?;
    Ok(())
}

fn measure(folder: &Path, clients: u64, touchpoints: u64) -> Result<(), Box<dyn Error>> {
    let (house, _) = open(folder)?;
    let of = format!("{clients} clients, {touchpoints} touchpoints");
    let begin = Instant::now();
    window(&house, Column::Name, "", 0)?;
    say(
        &format!("list of clients, first window, {of}"),
        millis(begin),
        "ms",
        None,
        None,
    );
    let mut windows = Vec::with_capacity(WINDOWS);
    for turn in 0..WINDOWS {
        let from = (turn * 7_919) % clients as usize;
        let begin = Instant::now();
        window(&house, Column::Name, "", from)?;
        windows.push(millis(begin));
    }
    say(
        &format!("list of clients, window of 60, {of}, p50"),
        at(&mut windows, 0.5),
        "ms",
        None,
        Some(5.0),
    );
    say(
        &format!("list of clients, window of 60, {of}, p99"),
        at(&mut windows, 0.99),
        "ms",
        None,
        None,
    );
    let begin = Instant::now();
    window(&house, Column::Next, "", 0)?;
    say(
        &format!("list of clients by next, first time, {of}"),
        millis(begin),
        "ms",
        None,
        Some(300.0),
    );
    let mut sorts = Vec::with_capacity(TURNS);
    let mut finds = Vec::with_capacity(TURNS);
    for turn in 0..TURNS {
        let begin = Instant::now();
        window(&house, Column::Name, &format!("maison {turn}"), 0)?;
        finds.push(millis(begin));
        let begin = Instant::now();
        window(&house, Column::Next, "", 0)?;
        sorts.push(millis(begin));
    }
    say(
        &format!("list of clients by next, after, {of}, p50"),
        at(&mut sorts, 0.5),
        "ms",
        None,
        Some(20.0),
    );
    say(
        &format!("list of clients, words, {of}, p50"),
        at(&mut finds, 0.5),
        "ms",
        None,
        Some(20.0),
    );
    let ids = clients::ids(&house, &query(Column::Name, "", 0)).map_err(spoken)?;
    let two_hundred: Vec<_> = ids.into_iter().take(200).collect();
    let edit = BulkEdit {
        add_tags: vec!["salon".into()],
        ..BulkEdit::default()
    };
    let begin = Instant::now();
    clients::bulk(&house, &two_hundred, edit).map_err(spoken)?;
    window(&house, Column::Name, "", 0)?;
    say(
        &format!("200 clients tagged, and the list again, {of}"),
        millis(begin),
        "ms",
        None,
        None,
    );
    house.close()?;
    Ok(())
}

fn name(n: u64) -> String {
    const KINDS: [&str; 5] = ["Maison", "Atelier", "Étude", "Fromagerie", "Clinique"];
    format!(
        "{} {}",
        KINDS[(n % 5) as usize],
        n.wrapping_mul(2_654_435_761) % 1_000_000
    )
}

fn open(folder: &Path) -> Result<(House, DateTime<Utc>), Box<dyn Error>> {
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")?.to_utc();
    let (house, _) = House::open(
        folder,
        Clock::Fixed(now),
        Some(Language::Fr),
        Origin::Window,
        None,
    )?;
    Ok((house, now))
}

fn query(by: Column, words: &str, from: usize) -> Query {
    Query {
        words: words.to_owned(),
        filter: Filter::default(),
        sort: Sort {
            by,
            descending: false,
        },
        from,
        limit: 60,
    }
}

fn window(house: &House, by: Column, words: &str, from: usize) -> Result<(), Box<dyn Error>> {
    clients::window(house, &query(by, words, from)).map_err(spoken)?;
    Ok(())
}

fn spoken(fault: Fault) -> Box<dyn Error> {
    format!("{fault:?}").into()
}
