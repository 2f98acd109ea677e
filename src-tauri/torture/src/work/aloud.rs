//! The log, on the error output: whoever listens looks whether it gives anything away.

use log::{LevelFilter, Log, Metadata, Record};

/// What a line of the log begins with.
pub(crate) const LOGGED: &str = "log: ";

struct Aloud;

impl Log for Aloud {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let said = record.args().to_string().replace('\n', " ");
        eprintln!("{LOGGED}{} {}: {said}", record.level(), record.target());
    }

    fn flush(&self) {}
}

/// Says the log aloud from here on, as much of it as a debug build keeps.
pub(crate) fn log() {
    if log::set_logger(&Aloud).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}
