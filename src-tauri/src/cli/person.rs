//! Everything held about one person, in a file.

use std::path::Path;

use serde_json::json;
use workflows::rights::export;
use workflows::{Fault, House};

use super::{Common, Exit, file_name};

/// Writes it, and says what is in it.
pub(super) fn take_out(
    house: &House,
    whose: &str,
    out: &Path,
    common: &Common,
) -> Result<Exit, Fault> {
    let id = export::whose(house, whose)?;
    let written = export::to(house, id, out)?;
    if common.json {
        println!(
            "{}",
            json!({ "contact": id, "touchpoints": written.touchpoints, "files": written.files, "path": out })
        );
    } else {
        let args = [
            ("count", written.touchpoints.into()),
            ("name", file_name(out).into()),
        ];
        println!("{}", house.words().say("cli-exported-person", &args));
    }
    Ok(Exit::Done)
}
