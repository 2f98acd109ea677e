//! Sudden death: a child writes, says what was acknowledged, and is killed at some instant.
//!
//! What the book holds is a function of how many groups were written, so that after every kill the
//! whole of it can be held against what was said. `SENTIER_KILLS` says how many deaths there are.

use std::io::{Read, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use domain::{Client, Touchpoint};
use store::{Store, StoreError};

use crate::paper::{client, note, now, open, sound, touchpoint};

const FOLDER: &str = "SENTIER_TEST_CHILD_FOLDER";
/// Touchpoints that are written one by one, in turn.
const SINGLE: u64 = 300;
/// Touchpoints of a bulk group: more than one frame.
const BULK: std::ops::Range<u64> = 10_000..11_300;
/// Which groups are bulk, are taken back and done again, and are followed by a snapshot.
const BULK_EACH: u64 = 13;
const TURN_EACH: u64 = 5;
const SNAPSHOT_EACH: u64 = 40;

/// Group `n`: the counter goes along with what it counts.
fn write(store: &Store, n: u64) {
    let written = store.commit::<_, StoreError>(note("n"), |tx| {
        tx.put(&client(1, &n.to_string()))?;
        if n.is_multiple_of(BULK_EACH) {
            BULK.into_iter()
                .try_for_each(|number| tx.put(&touchpoint(number, &format!("n{n}"))))
        } else {
            tx.put(&touchpoint(n % SINGLE, &format!("n{n}")))
        }
    });
    written.expect("written");
}

fn counter(store: &Store) -> u64 {
    let counter: Option<Client> = store.get(client(1, "").id.to_bytes()).expect("read");
    counter.map_or(0, |counter| counter.name.parse().expect("a number"))
}

fn say(word: &str, n: u64) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{word} {n}").expect("said");
    out.flush().expect("said");
}

/// Not a test of its own: what the child of the test below does.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (store, _) = open(Path::new(&folder));
    let first = counter(&store) + 1;
    for n in first..first + 1_000_000 {
        write(&store, n);
        say("acked", n);
        if n.is_multiple_of(TURN_EACH) {
            say("undoing", n);
            store.undo(note("undo")).expect("undone").expect("a step");
            store.redo(note("redo")).expect("redone").expect("a step");
            say("acked", n);
        }
        if n.is_multiple_of(SNAPSHOT_EACH) {
            store.snapshot_now(now()).expect("made");
        }
    }
}

/// What was said last: between how many and how many groups there must be.
fn bounds(said: &str) -> Option<(u64, u64)> {
    // The last line may be cut short by the kill.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    whole.lines().rev().find_map(|line| {
        let (word, n) = line.split_once(' ')?;
        let n: u64 = n.parse().ok()?;
        match word {
            "acked" => Some((n, n + 1)),
            "undoing" => Some((n - 1, n)),
            _ => None,
        }
    })
}

fn live_and_die(folder: &Path, after: Duration) -> String {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args([
            "killed::child",
            "--exact",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child");
    std::thread::sleep(after);
    child.kill().expect("killed");
    let mut said = Vec::new();
    let mut out = child.stdout.take().expect("its words");
    out.read_to_end(&mut said).expect("read");
    child.wait().expect("gone");
    String::from_utf8_lossy(&said).into_owned()
}

/// Everything the book must hold after `count` groups, and nothing else.
fn hold(store: &Store, count: u64) {
    let latest = |wanted: &dyn Fn(u64) -> bool| (1..=count).rev().find(|n| wanted(*n));
    for number in 0..SINGLE {
        let n = latest(&|n| !n.is_multiple_of(BULK_EACH) && n % SINGLE == number);
        let there: Option<Touchpoint> = store
            .get(touchpoint(number, "").id.to_bytes())
            .expect("read");
        assert_eq!(
            there.map(|one| one.title),
            n.map(|n| format!("n{n}")),
            "record {number} after {count} groups"
        );
    }
    let n = latest(&|n| n.is_multiple_of(BULK_EACH));
    for number in BULK {
        let there: Option<Touchpoint> = store
            .get(touchpoint(number, "").id.to_bytes())
            .expect("read");
        assert_eq!(
            there.map(|one| one.title),
            n.map(|n| format!("n{n}")),
            "bulk record {number} after {count} groups: all of it or nothing"
        );
    }
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill_at_any_instant() {
    let kills: u64 = std::env::var("SENTIER_KILLS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(20);
    let folder = tempfile::tempdir().expect("a folder");
    let (mut acked, mut while_writing) = (0, 0);
    let mut between = (0, 0);
    for kill in 0..kills {
        // Instants that spread over starting, opening, replaying, writing and snapshots.
        let after = Duration::from_millis(10 + (kill * 137) % 700);
        let said = live_and_die(folder.path(), after);
        // One that died before it said a word may have written one group all the same.
        let silent = (between.0, between.1 + 1);
        between = bounds(&said).unwrap_or(silent);
        while_writing += u64::from(bounds(&said).is_some());
        acked += said.matches("acked").count();
        if kill % 3 != 0 && kill + 1 < kills {
            // The next one begins with what this death left.
            continue;
        }
        let (store, report) = open(folder.path());
        assert_eq!(report.quarantined, None, "a kill damages nothing ({kill})");
        assert_eq!(report.damaged, 0, "and loses nothing ({kill})");
        let count = counter(&store);
        assert!(
            (between.0..=between.1).contains(&count),
            "kill {kill}: {count} groups, and {between:?} were acknowledged"
        );
        between = (count, count);
        hold(&store, count);
        if kill % 10 == 9 || kill + 1 == kills {
            sound(&store);
        }
    }
    println!("{kills} kills, {while_writing} of them while writing, {acked} acknowledged writes");
    assert!(while_writing > 0, "some of them must have met a writer");
}
