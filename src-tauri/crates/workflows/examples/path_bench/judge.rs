//! SQLite, asked the same on the same records.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use chrono::{NaiveDate, NaiveDateTime};
use domain::{CLOCKED, Client, Interval, Kind, Owner, State, Touchpoint};

use super::asked::Asked;
use super::book::Book;

/// How long SQLite took for one kind of question each time, in milliseconds, Python's call included.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) name: String,
    pub(crate) took: Vec<f64>,
    /// How many rows one round of them answered with; `None` where Sentier answers in no rows.
    pub(crate) rows: Option<usize>,
}

pub(crate) fn measure(
    folder: &Path,
    book: &Book,
    asked: &Asked,
) -> Result<Vec<Judged>, Box<dyn Error>> {
    write(folder, book)?;
    let file = folder.join("asked.json");
    std::fs::write(file, asked.json(book).to_string())?;
    let said = Command::new("python3")
        .args(["-c", include_str!("judge.py")])
        .arg(folder)
        .stderr(std::process::Stdio::inherit())
        .output()?;
    let said: serde_json::Value = serde_json::from_slice(&said.stdout)?;
    let lines = said.as_array().ok_or("the judge says a list")?;
    Ok(lines
        .iter()
        .map(|line| Judged {
            name: line["name"].as_str().unwrap_or_default().to_owned(),
            took: line["took"].as_array().map_or_else(Vec::new, |took| {
                took.iter().filter_map(serde_json::Value::as_f64).collect()
            }),
            rows: line["rows"].as_u64().and_then(|rows| rows.try_into().ok()),
        })
        .collect())
}

/// The records as rows, a file a table; what is nothing is an empty field.
fn write(folder: &Path, book: &Book) -> Result<(), Box<dyn Error>> {
    let table = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let mut clients = table("client")?;
    let mut needs = table("need")?;
    let mut promises = table("promise")?;
    let mut contacts = table("contact")?;
    for n in 0..book.clients {
        let one = book.client(n);
        writeln!(clients, "{}", client(n, &one))?;
        for need in one.needs {
            let open = u8::from(need.is_open());
            writeln!(needs, "{n}\t{}\t{}\t{open}", day(need.on), need.words)?;
        }
        for promise in one.promises {
            let ours = u8::from(promise.owner == Owner::Us);
            let due = promise.due.map(day).unwrap_or_default();
            writeln!(promises, "{n}\t{ours}\t{}\t{due}", promise.words)?;
        }
        for (nth, contact) in book.contacts(n).into_iter().enumerate() {
            let email = contact.emails.first().map(|email| email.address.as_str());
            let id = 2 * n + nth as u64;
            let (name, email) = (contact.name, email.unwrap_or_default());
            writeln!(contacts, "{id}\t{n}\t{name}\t{email}")?;
        }
    }
    let mut touchpoints = table("touchpoint")?;
    let mut participants = table("participant")?;
    for n in 0..book.touchpoints {
        let one = book.touchpoint(n);
        writeln!(touchpoints, "{}", touchpoint(book, n, &one))?;
        for with in &one.participants {
            writeln!(participants, "{}\t{}", book.id(n), with.email)?;
        }
    }
    for mut file in [
        clients,
        needs,
        promises,
        contacts,
        touchpoints,
        participants,
    ] {
        file.flush()?;
    }
    Ok(())
}

fn client(n: u64, one: &Client) -> String {
    let look = one.look_again.map(day).map(|day| day.to_string());
    let rhythm = one.intervals();
    let most = |kind| {
        rhythm
            .of(kind)
            .map(|of: Interval| of.most)
            .unwrap_or_default()
    };
    let visits = rhythm
        .of(Kind::InPerson)
        .map(|of| of.ideal)
        .unwrap_or_default();
    let [phone, video, visit] = CLOCKED.map(most);
    let (name, folded, look) = (&one.name, domain::fold(&one.name), look.unwrap_or_default());
    format!("{n}\t{name}\t{folded}\t{look}\t{phone}\t{video}\t{visit}\t{visits}")
}

fn touchpoint(book: &Book, n: u64, one: &Touchpoint) -> String {
    let client = book.whose(n);
    let (begins, ends) = one.slot.map_or((0, 0), |slot| {
        (minute(slot.start_wall()), minute(slot.end_wall()))
    });
    let turned = CLOCKED
        .iter()
        .position(|kind| one.turns_clock() && *kind == one.kind)
        .map_or(0, |at| at + 1);
    let off = u8::from(matches!(one.state, State::Cancelled | State::Missed));
    let (kind, state) = (one.kind as u8, one.state as u8);
    let (wants, seen) = (
        u8::from(one.wants_reason()),
        u8::from(one.sights.premises) + 2 * u8::from(one.sights.workshop),
    );
    let (title, outcome) = (&one.title, &one.outcome);
    let reason = [&one.reason.bring, &one.reason.astonish, &one.reason.clarify].map(String::as_str);
    let (id, reason) = (book.id(n), reason.concat());
    format!(
        "{id}\t{client}\t{kind}\t{state}\t{begins}\t{ends}\t{title}\t{reason}\t{outcome}\t{seen}\t{turned}\t{off}\t{wants}"
    )
}

/// Minutes of the wall since 1970.
pub(crate) fn minute(wall: NaiveDateTime) -> i64 {
    wall.and_utc().timestamp().div_euclid(60)
}

/// Days since 1970.
fn day(date: NaiveDate) -> i64 {
    minute(date.and_time(chrono::NaiveTime::MIN)).div_euclid(1_440)
}
