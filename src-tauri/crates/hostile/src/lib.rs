//! What hostile bytes may never do: one function a door they come in by, each with its laws.
//!
//! | door | the laws |
//! |---|---|
//! | [`journal`] | a damaged journal opens or is refused, never half; opened twice it says the same |
//! | [`archive`] | what is read stays within its folder; what is brought in is what was shown |
//! | [`calendars`] | what nobody touched comes back byte for byte; what was touched is still a calendar |
//! | [`cards`] | the same of cards, in every version |
//! | [`tables`] | rows do not overlap; a table written from it holds no formula and reads back |
//! | [`arguments`] | a message of the page is refused with a code or answered; a refusal writes nothing |
//!
//! A law that does not hold panics, and that is what a fuzzer looks for. `src-tauri/fuzz` gives each door to libFuzzer
//! (`cargo xtask fuzz`); `tests/hostile` runs the seeds and some thousand variations of each on every `cargo xtask test`.
//! Nothing of the app leans on this room.
//!
//! To add a door: a file here with one function of bytes, a line in [`DOORS`], a folder in `src-tauri/fuzz/seeds`.

pub mod archive;
pub mod arguments;
pub mod calendars;
pub mod cards;
pub mod journal;
mod stage;
pub mod tables;
pub mod vary;
mod zip;

/// A door: what it is called, where its seeds are besides its own folder, and what is tried on bytes.
#[derive(Debug, Clone, Copy)]
pub struct Door {
    /// Its name: of the fuzz target and of the folder of its seeds.
    pub name: &'static str,
    /// A folder of `tests/fixtures` and the ending of its files, when those are seeds too.
    pub fixtures: Option<(&'static str, &'static str)>,
    /// Tries bytes; panics when a law does not hold.
    pub run: fn(&[u8]),
}

/// Every door.
pub const DOORS: [Door; 6] = [
    Door {
        name: "journal",
        fixtures: None,
        run: journal::try_bytes,
    },
    Door {
        name: "archive",
        fixtures: Some(("archive", "zip")),
        run: archive::try_bytes,
    },
    Door {
        name: "ics",
        fixtures: Some(("ics", "ics")),
        run: calendars::try_bytes,
    },
    Door {
        name: "vcf",
        fixtures: Some(("vcf", "vcf")),
        run: cards::try_bytes,
    },
    Door {
        name: "csv",
        fixtures: Some(("csv", "csv")),
        run: tables::try_bytes,
    },
    Door {
        name: "arguments",
        fixtures: None,
        run: arguments::try_bytes,
    },
];
