//! The whole book in one open file, and back.
//!
//! An archive is a zip of JSON Lines, attachments and a manifest, which a person with a text editor reads in ten years;
//! `docs/ARCHIVE.md` says every file and field. It is read through at one moment, written aside and renamed; brought
//! into an empty book it makes the same book ([`store::Store::content_hash`]), and from the same book the same bytes
//! come out again.
//!
//! Nothing of an archive becomes a path: its files are asked for by the names its manifest may have, read within the
//! sizes it announces, and held to their hashes before anything is written.

mod desk;
mod look;
mod manifest;
mod read;
mod run;
mod write;

use std::path::Path;

pub(crate) use desk::Desk;
pub use desk::{cancel, holds, preview, rows, run};
pub use look::{Entry, Look, look};
pub(crate) use look::{is_bare, readable, title_of};
pub use manifest::file_of;
pub(crate) use read::{Archive, name_of};
pub use run::{Take, bring_in};
pub use write::{Exported, export_to, file_name};
pub(crate) use write::{aside, export_checked, sync_folder};

/// How the name of an archive ends.
pub const ENDING: &str = ".sentier.zip";

/// Whether a file is to be read as an archive: by its name, and any zip, whatever it is called since.
pub fn is_one(path: &Path) -> bool {
    use std::io::Read;
    const ZIP: [u8; 4] = *b"PK\x03\x04";
    let name = path.to_string_lossy().to_lowercase();
    if name.ends_with(ENDING) && path.is_file() {
        return true;
    }
    let mut head = [0; 4];
    std::fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut head))
        .is_ok_and(|()| head == ZIP)
}
