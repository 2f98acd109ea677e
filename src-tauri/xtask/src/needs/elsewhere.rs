//! Linux without apt: look for the things themselves, and name what is missing.

use super::packages::{Package, Sign};
use crate::command::{Call, is_there};
use crate::place::Place;
use crate::trouble::{Result, Trouble};

pub(super) fn ensure(place: &Place, wanted: &[Package]) -> Result<()> {
    let mut missing = Vec::new();
    for package in wanted {
        let found = match package.sign {
            Sign::Program(program) => is_there(program),
            Sign::Library(library) => {
                is_there("pkg-config")
                    && Call::new(place, "pkg-config")
                        .args(["--exists", library])
                        .status()?
            }
        };
        if !found {
            let thing = match package.sign {
                Sign::Program(program) => format!("the program `{program}`"),
                Sign::Library(library) => format!("the library `{library}` with its headers"),
            };
            missing.push(format!(
                "{thing}, to {} (Debian: {})",
                package.why, package.name
            ));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!("the system lacks:\n  - {}", missing.join("\n  - "))).hint(
        "Only Debian's packages are installed from here; take your system's own, then run this again.\n  \
         Names for other systems: https://v2.tauri.app/start/prerequisites/",
    ))
}
