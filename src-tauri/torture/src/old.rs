//! Books of earlier versions (`tests/fixtures/books`): they open, they say what they said, and an
//! opening that was interrupted is made good by the next.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use domain::{Client, Contact, Place, Touchpoint};
use serde_json::Value;
use store::{OpenOptions, Record, Store};

use crate::books::Book;
use crate::child::{Call, copy_folder};
use crate::dice::Dice;
use crate::needle;
use crate::power;
use crate::run::Plan;
use crate::shim::Shim;
use crate::table::Count;
use crate::work;

/// Each version's book was closed in order, and left as a kill leaves it.
const LEFT: [&str; 2] = ["closed", "killed"];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/books")
}

pub(crate) fn run(plan: &Plan, shim: &Result<Shim, String>) -> Vec<Count> {
    let began = Instant::now();
    let mut opened = Count::named("books of earlier versions");
    let versions = match versions() {
        Ok(versions) => versions,
        Err(why) => {
            opened
                .failures
                .push(format!("{}: {why}", fixtures().display()));
            return vec![opened];
        }
    };
    for version in &versions {
        for left in LEFT {
            opened.times += 1;
            if let Err(why) = opens(version, left, plan.locked) {
                opened
                    .failures
                    .push(format!("{} {left}: {why}", version.display()));
            }
        }
    }
    opened.notes = vec![format!("{} versions, closed and killed", versions.len())];
    opened.took = began.elapsed();
    vec![opened, interrupted(plan, shim, &versions)]
}

fn versions() -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(fixtures())? {
        let path = entry?.path();
        if path.join("expected.json").is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn opens(version: &Path, left: &str, locked: bool) -> Result<(), String> {
    let book = Book::nowhere(locked).map_err(|error| error.to_string())?;
    copy_folder(&version.join(left), &book.data()).map_err(|error| error.to_string())?;
    holds(&book.data(), version, locked)
}

/// Opens a book, and holds it against what its version wrote down. In the locked form it gets its lock
/// first, or the rest of it.
fn holds(data: &Path, version: &Path, locked: bool) -> Result<(), String> {
    let text = std::fs::read(version.join("expected.json")).map_err(|error| error.to_string())?;
    let expected: Value = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
    let options = OpenOptions {
        key: work::key(data, locked)?,
        ..OpenOptions::default()
    };
    let opened = Store::open(data, options);
    let (store, report) = opened.map_err(|error| format!("it was refused: {error}"))?;
    if report.read_only.is_some() || report.damaged > 0 {
        return Err(format!("{report:?}"));
    }
    if Some(store.last_seq()) != expected["seq"].as_u64() {
        return Err(format!("it ends at group {}", store.last_seq()));
    }
    same::<Touchpoint>(&store, &expected["touchpoint"])?;
    same::<Client>(&store, &expected["client"])?;
    same::<Contact>(&store, &expected["contact"])?;
    same::<Place>(&store, &expected["place"])?;
    let flaws = store.check().map_err(|error| error.to_string())?.flaws;
    if !flaws.is_empty() {
        return Err(format!("the check found {flaws:?}"));
    }
    store.close().map_err(|error| error.to_string())?;
    let shown = locked.then(|| needle::shown_in(data)).flatten();
    shown.map_or(Ok(()), |what| Err(format!("it shows {what}")))
}

/// The same records, each saying all it said; this version may say more of them.
fn same<R: Record>(store: &Store, expected: &Value) -> Result<(), String> {
    let all: Vec<R> = store.all().map_err(|error| error.to_string())?;
    let now = serde_json::to_value(&all).map_err(|error| error.to_string())?;
    let (now, then) = (list(&now), list(expected));
    if now.len() != then.len() {
        return Err(format!(
            "{} records of a noun, and there were {}",
            now.len(),
            then.len()
        ));
    }
    for (now, then) in now.iter().zip(then) {
        if !says(now, then) {
            return Err(format!("a record says {now}, and it said {then}"));
        }
    }
    Ok(())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Whether a value says all that another says.
fn says(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => then
            .iter()
            .all(|(name, value)| now.get(name).is_some_and(|now| says(now, value))),
        (Value::Array(now), Value::Array(then)) => {
            now.len() == then.len() && now.iter().zip(then).all(|(now, then)| says(now, then))
        }
        _ => now == then,
    }
}

/// Kills, power cuts and a full disk while an earlier book is brought to this version.
fn interrupted(plan: &Plan, shim: &Result<Shim, String>, versions: &[PathBuf]) -> Count {
    let began = Instant::now();
    let mut count = Count::named("upgrades interrupted");
    let tries = plan.lanes.share(plan.interruptions.div_ceil(3), |number| {
        let mut dice = Dice::of(plan.seed, "old", number);
        let version = dice.pick(versions)?.clone();
        let left = LEFT[dice.index(LEFT.len())];
        let before = version.join(left);
        let at = format!("{} {left}, interruption {number}", version.display());
        let tried = interrupt((&before, plan.locked), &version, shim, &mut dice);
        Some(tried.map_or_else(
            |error| vec![format!("{at}: {error}")],
            |wrong| {
                wrong
                    .into_iter()
                    .map(|why| format!("{at}: {why}"))
                    .collect()
            },
        ))
    });
    for wrong in tries.into_iter().flatten() {
        count.times += if shim.is_ok() { 3 } else { 1 };
        count.failures.extend(wrong);
    }
    count.notes = vec![match shim {
        Ok(_) => "by a kill, a power cut and a full disk each".to_owned(),
        Err(why) => format!("by kills alone: {why}"),
    }];
    count.took = began.elapsed();
    count
}

fn interrupt(
    (before, locked): (&Path, bool),
    version: &Path,
    shim: &Result<Shim, String>,
    dice: &mut Dice,
) -> io::Result<Vec<String>> {
    let mut wrong = Vec::new();
    let killed = Book::nowhere(locked)?;
    copy_folder(before, &killed.data())?;
    for _ in 0..3 {
        let call = Call {
            acts: Some(0),
            close: true,
            ..killed.call(dice.next())
        };
        let worker = call.start()?;
        std::thread::sleep(Duration::from_millis(dice.below(160)));
        let heard = worker.kill()?;
        wrong.extend(
            heard
                .refused
                .or(heard.trouble)
                .map(|why| format!("killed: {why}")),
        );
    }
    wrong.extend(
        holds(&killed.data(), version, locked)
            .err()
            .map(|why| format!("killed: {why}")),
    );
    let Ok(shim) = shim else { return Ok(wrong) };
    let held = |data: &Path| holds(data, version, locked);
    let cut = power::cut_opening((before, locked), shim, dice, 1, &held)?;
    wrong.extend(cut.into_iter().map(|why| format!("power: {why}")));
    let full = Book::nowhere(locked)?;
    copy_folder(before, &full.data())?;
    let what = format!("enospc:{}", dice.below(200_000));
    let call = Call {
        acts: Some(0),
        with: shim.failing(&full.data(), &what, true),
        ..full.call(dice.next())
    };
    let heard = call.finish()?;
    wrong.extend(heard.trouble.map(|why| format!("{what}: {why}")));
    wrong.extend(
        holds(&full.data(), version, locked)
            .err()
            .map(|why| format!("{what}: {why}")),
    );
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_of_earlier_versions_open_and_say_what_they_said() {
        let versions = versions().expect("the fixtures are there");
        assert!(versions.len() >= 5, "{versions:?}");
        for version in versions {
            for left in LEFT {
                opens(&version, left, false)
                    .unwrap_or_else(|why| panic!("{version:?} {left}: {why}"));
            }
        }
    }

    #[test]
    fn a_later_record_may_say_more_and_never_less() {
        let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        let then = json(r#"{"a":1,"b":[{"c":2}]}"#);
        assert!(says(
            &json(r#"{"a":1,"b":[{"c":2,"d":3}],"e":null}"#),
            &then
        ));
        assert!(!says(&json(r#"{"a":1,"b":[]}"#), &then));
        assert!(!says(&json(r#"{"b":[{"c":2}]}"#), &then));
    }
}
