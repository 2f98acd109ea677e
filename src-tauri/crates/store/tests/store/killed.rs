//! Sudden death: a child writes, says what was acknowledged, and is killed at some instant.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::paper::{open, put, sound, title, touchpoint};

const FOLDER: &str = "SENTIER_TEST_CHILD_FOLDER";

/// Not a test of its own: what the child of the test below does.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (store, _) = open(Path::new(&folder));
    let first = store.last_seq();
    for number in first..first + 100_000 {
        put(&store, &touchpoint(number % 500, &format!("n{number}")));
        println!("acked {} {number}", number % 500);
    }
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill_at_any_instant() {
    let kills: u64 = std::env::var("SENTIER_KILLS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(12);
    let folder = tempfile::tempdir().expect("a folder");
    let mut acked = vec![None; 500];
    for kill in 0..kills {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args([
                "killed::child",
                "--exact",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the child");
        // Instants that spread over opening, replaying and writing.
        std::thread::sleep(Duration::from_millis(5 + (kill * 37) % 260));
        child.kill().expect("killed");
        let mut said = Vec::new();
        let out = child.stdout.take().expect("its words");
        BufReader::new(out).read_to_end(&mut said).expect("read");
        child.wait().expect("gone");
        for line in said.lines().map_while(Result::ok) {
            let mut words = line
                .split_once("acked ")
                .map_or("", |(_, rest)| rest)
                .split(' ');
            if let (Some(Ok(slot)), Some(Ok(number))) = (
                words.next().map(str::parse::<usize>),
                words.next().map(str::parse::<u64>),
            ) {
                acked[slot] = Some(number);
            }
        }
    }
    let (store, report) = open(folder.path());
    assert_eq!(report.quarantined, None, "a kill damages nothing");
    for (slot, number) in acked.iter().enumerate() {
        let Some(number) = number else { continue };
        let there = title(&store, slot as u64).expect("an acknowledged record");
        let there: u64 = there.trim_start_matches('n').parse().expect("a number");
        assert!(
            there >= *number,
            "record {slot}: {there} is older than the acknowledged {number}"
        );
    }
    sound(&store);
}
