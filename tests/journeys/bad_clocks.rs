//! Clocks that are wrong, zones that change, and a machine that sleeps in the middle of a write.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Language, Origin};
use serde_json::{Value, json};
use wire::{Done, HistoryLine, Notice, Now};
use workflows::{Clock, House, reminders};

use crate::window::{NOW, Window, blocks, fresh, plan};

const FOLDER: &str = "SENTIER_TEST_CLOCKS";

fn notices(window: &Window) -> Vec<Notice> {
    window.call("notices", json!({}))
}

#[test]
fn a_clock_set_back_a_year_is_said_once_and_costs_nothing() {
    let (folder, window) = fresh();
    plan(&window, "Visio Dupont", "2026-11-26T14:00", 60);
    window
        .house
        .store
        .snapshot_now(window.house.clock.now())
        .expect("made");
    window.house.close().expect("closed");
    drop(window);

    let back = "2025-11-24T09:12:00+01:00";
    let window = Window::open_at(folder.path(), back);
    let said = notices(&window).remove(0);
    assert_eq!(said.word, "clock");
    assert!(
        said.said.contains("2025") && said.said.contains("2026"),
        "{said:?}"
    );
    assert_eq!(window.wake(), window.wake(), "the timer goes on");
    assert!(window.heard.rang.lock().is_empty());
    let done = plan(&window, "Écrit l’an dernier", "2025-11-26T14:00", 60);
    window.call::<Done>(
        "trash_touchpoint",
        json!({ "which": { "id": done.id, "occurrence": null, "scope": "this" } }),
    );
    let undone: Option<Done> = window.call("undo", json!({}));
    assert!(
        undone.is_some(),
        "the last thing done is the last, whatever the clock says"
    );
    let history: Vec<HistoryLine> = window.call("history", json!({ "before": null, "limit": 10 }));
    assert!(
        history[0].said.contains("Écrit l’an dernier"),
        "{history:?}"
    );
    let snapshot = window.house.store.snapshot_if_due(window.house.clock.now());
    assert!(
        snapshot.expect("looked at").is_some(),
        "another day, be it an earlier one"
    );
    assert_eq!(blocks(&window, "2026-11-26", "2026-11-27").len(), 1);
    window.house.follow_search();
    let found: Value = window.call("search", json!({ "words": "dupont", "limit": 5 }));
    assert!(found.to_string().contains("Dupont"), "{found}");
    window.call::<Value>("put_notice_away", json!({ "id": said.id }));
    assert!(notices(&window).is_empty());
    window.house.close().expect("closed");
    drop(window);
    let window = Window::open_at(folder.path(), back);
    assert!(notices(&window).is_empty(), "once");
    window.house.close().expect("closed");
    drop(window);

    // Right again: what is to come rings, once.
    let window = Window::open_at(folder.path(), "2026-11-26T13:50:00+01:00");
    assert!(notices(&window).is_empty());
    window.wake();
    window.wake();
    assert_eq!(window.heard.rang.lock().len(), 1);
    assert!(window.call::<Vec<Value>>("missed", json!({})).is_empty());
    let check = window.house.store.check().expect("checked");
    assert!(check.flaws.is_empty(), "{:?}", check.flaws);
}

#[test]
fn a_clock_that_was_a_year_ahead_is_followed_once_one_says_it_is_right() {
    let (folder, window) = fresh();
    plan(&window, "Visio Dupont", "2026-11-26T14:00", 60);
    window.wake();
    window.house.close().expect("closed");
    drop(window);
    let window = Window::open_at(folder.path(), "2027-11-26T15:00:00+01:00");
    window.wake();
    plan(&window, "Écrit d’avance", "2027-11-29T14:00", 60);
    window
        .house
        .store
        .snapshot_if_due(window.house.clock.now())
        .expect("looked at");
    window.house.close().expect("closed");
    drop(window);

    let window = Window::open_at(folder.path(), "2026-11-26T13:50:00+01:00");
    assert_eq!(notices(&window).remove(0).word, "clock");
    window.call::<Value>("trust_clock", json!({}));
    assert!(notices(&window).is_empty());
    window.wake();
    window.wake();
    assert_eq!(window.heard.rang.lock().len(), 1, "it rings, and once");
    let snapshot = window.house.store.snapshot_if_due(window.house.clock.now());
    assert!(
        snapshot.expect("looked at").is_some(),
        "a year without snapshots it is not"
    );
}

/// This very test, run again with surroundings of its own.
fn child(test: &str, folder: &Path, zone: Option<&Path>) -> Child {
    let mut again = Command::new(std::env::current_exe().expect("this test"));
    again
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    if let Some(zone) = zone {
        again.env("TZ", format!(":{}", zone.display()));
    }
    again.spawn().expect("the child")
}

fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n@{word}").expect("said");
    out.flush().expect("said");
}

fn hear(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> Option<String> {
    lines.find_map(|line| line.ok()?.strip_prefix('@').map(str::to_owned))
}

#[cfg(unix)]
#[test]
fn a_zone_that_changes_while_it_runs_is_asked_about_without_a_restart() {
    const THIS: &str =
        "bad_clocks::a_zone_that_changes_while_it_runs_is_asked_about_without_a_restart";
    let zoneinfo = Path::new("/usr/share/zoneinfo");
    if !zoneinfo.join("Asia/Tokyo").exists() {
        eprintln!("{THIS}: this machine has no zones");
        return;
    }
    if let Some(folder) = std::env::var_os(FOLDER) {
        let window = Window::open(Path::new(&folder));
        let mut asked = std::io::stdin().lines();
        loop {
            let now: Now = window.call("now", json!({}));
            say(&now.elsewhere.unwrap_or_else(|| "home".to_owned()));
            if asked.next().is_none() {
                return;
            }
        }
    }
    let (folder, window) = fresh();
    window.house.close().expect("closed");
    drop(window);
    let place = tempfile::tempdir().expect("a folder");
    let zone = place.path().join("localtime");
    let move_to = |name: &str| {
        let aside = place.path().join("next");
        std::os::unix::fs::symlink(zoneinfo.join(name), &aside).expect("linked");
        std::fs::rename(aside, &zone).expect("moved");
    };
    move_to("Europe/Paris");
    let mut child = child(THIS, folder.path(), Some(&zone));
    let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let mut ask = child.stdin.take().expect("its ear");
    assert_eq!(hear(&mut lines).as_deref(), Some("home"));
    for (name, answer) in [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("Europe/Brussels", "home"),
        ("America/New_York", "America/New_York"),
        ("Europe/Paris", "home"),
    ] {
        move_to(name);
        writeln!(ask, "and now?").expect("asked");
        assert_eq!(hear(&mut lines).as_deref(), Some(answer), "in {name}");
    }
    drop(ask);
    assert!(child.wait().expect("ended").success());
}

#[cfg(unix)]
#[test]
fn a_machine_that_sleeps_in_the_middle_of_a_write_loses_nothing_and_rings_once() {
    const THIS: &str =
        "bad_clocks::a_machine_that_sleeps_in_the_middle_of_a_write_loses_nothing_and_rings_once";
    let now: DateTime<Utc> = NOW.parse().expect("an instant");
    let open = |folder: &Path, now| {
        House::open(
            folder,
            Clock::Fixed(now),
            Some(Language::Fr),
            Origin::Window,
            None,
        )
        .expect("opens")
        .0
    };
    if let Some(folder) = std::env::var_os(FOLDER) {
        let mut house = open(Path::new(&folder), now);
        for n in 0_u32.. {
            let client = workflows::clients::create(&house, &format!("Client {n}"));
            let client = client.expect("written");
            drop(client);
            say(&format!("acked {n}"));
            // The clock it wakes to: later, and now and then a little earlier.
            house.clock = Clock::Fixed(
                now + TimeDelta::minutes(i64::from(n / 4 * 7 % 2_000) - i64::from(n % 3)),
            );
            for rung in reminders::turn(&house).expect("looked at").rings {
                say(&format!("rang {}", rung.touchpoint.title));
            }
        }
    }
    let (folder, window) = fresh();
    for (title, at) in [
        ("Un", "2026-11-24T11:00"),
        ("Deux", "2026-11-24T14:00"),
        ("Trois", "2026-11-24T16:00"),
    ] {
        plan(&window, title, at, 30);
    }
    window.house.close().expect("closed");
    drop(window);
    let mut child = child(THIS, folder.path(), None);
    let pid = child.id().to_string();
    let signal = |name: &str| {
        let sent = Command::new("kill").args([name, &pid]).status();
        assert!(sent.expect("kill runs").success());
    };
    let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let reader = std::thread::spawn(move || {
        let words = lines.map_while(Result::ok);
        words
            .filter_map(|line| line.strip_prefix('@').map(str::to_owned))
            .collect::<Vec<_>>()
    });
    for nap in 0..60 {
        std::thread::sleep(Duration::from_millis(20 + nap * 7 % 31));
        signal("-STOP");
        std::thread::sleep(Duration::from_millis(5));
        signal("-CONT");
    }
    signal("-STOP");
    child.kill().expect("the battery is flat");
    child.wait().expect("gone");
    let said = reader.join().expect("read");
    let acked = said.iter().filter(|word| word.starts_with("acked")).count();
    let mut rang: Vec<&String> = said
        .iter()
        .filter(|word| word.starts_with("rang"))
        .collect();
    let count = rang.len();
    rang.sort();
    rang.dedup();
    assert_eq!(rang.len(), count, "each once: {rang:?}");
    assert!(acked > 20, "it wrote between its naps: {acked}");
    let house = open(folder.path(), now);
    let clients = house.store.all::<domain::Client>().expect("read");
    let there = |n: usize| {
        clients
            .iter()
            .any(|client| client.name == format!("Client {n}"))
    };
    assert!((0..acked).all(there), "everything acknowledged");
    assert!(house.store.check().expect("checked").flaws.is_empty());
    println!("60 naps, {acked} acknowledged writes, {count} reminders, each once");
}
