//! `cargo xtask shots`: every view in both themes and both languages, photographed in the real
//! window. What is photographed is listed in `tests/window/shots/list.ts`.

use crate::app::{self, Profile};
use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::node;
use crate::place::Place;
use crate::screen::Screen;
use crate::trouble::{Result, Trouble};

const FOLDER: &str = "tests/window";

/// Takes the pictures whose name contains `only`, or all of them.
pub(crate) fn run(place: &Place, only: Option<&str>) -> Result<bool> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new(
            "pictures are taken with WebKitWebDriver, which only Linux has",
        ));
    }
    needs::ensure(place, Purpose::Window)?;
    let binary = app::binary(place, Profile::Debug)?;
    node::packages(place, FOLDER)?;
    let screen = Screen::start(place)?;
    let mut call: Call = node::npm(place, FOLDER).args(["run", "--silent", "shots"]);
    if let Some(only) = only {
        call = call.env("SENTIER_SHOTS_ONLY", only);
    }
    call.env("SENTIER_BIN", binary)
        .env("SENTIER_SHOTS", place.at("docs/shots"))
        .envs(screen.env())
        .status()
}
