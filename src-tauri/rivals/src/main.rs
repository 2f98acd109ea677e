//! Sentier's store beside SQLite (WAL, FULL) and redb, with the same records and the same transactions.
//!
//! `rivals FOLDER [TOUCHPOINTS]` measures all three; every step runs in a process of its own, so that memory is that of
//! the step, and the durable changes of the three take turns, so that they meet the same disk.

mod book;
mod engines;
mod figures;
mod steps;

use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["step", name, engine, folder, count] => {
            steps::run(
                name,
                engine,
                Path::new(folder),
                count.parse().expect("a count"),
            );
        }
        [folder] => steps::all(Path::new(folder), 1_000_000),
        [folder, count] => steps::all(Path::new(folder), count.parse().expect("a count")),
        _ => {
            eprintln!("rivals FOLDER [TOUCHPOINTS]");
            std::process::exit(2);
        }
    }
}
