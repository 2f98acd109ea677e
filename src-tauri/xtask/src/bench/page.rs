//! What a person feels, as the page itself sees it: frames while it scrolls and drags, and from a key to what it
//! changed on the screen. The real window is driven from `tests/window/figures`.

use std::fs;

use super::table::Line;
use super::{calendar, house, people};
use crate::app::{self, Profile};
use crate::cli::BenchOptions;
use crate::needs::{self, Purpose};
use crate::node;
use crate::place::Place;
use crate::screen::Screen;
use crate::trouble::{Result, Trouble, While};

const FOLDER: &str = "tests/window";
const CLIENTS: usize = 50_000;
const TOUCHPOINTS: usize = 10_000;

/// Drives the release binary, which the web view's own driver can: automation is asked for by the environment, in
/// every build.
pub(super) fn measure(place: &Place, _: &BenchOptions) -> Result<Vec<Line>> {
    needs::ensure(place, Purpose::Window)?;
    let binary = app::binary(place, Profile::Release)?;
    let files = [
        people::clients(&place.kept("bench"), CLIENTS)?,
        calendar::write(&place.kept("bench"), TOUCHPOINTS)?,
        place.at("tests/window/fixtures/week.ics"),
    ];
    let data = house::lived_in(place, &binary, "page", &files)?;
    node::packages(place, FOLDER)?;
    let report = place.kept("results/figures.jsonl");
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
    }
    // An old report must not speak for a run that wrote none.
    let _ = fs::remove_file(&report);
    let screen = Screen::start(place)?;
    let well = node::npm(place, FOLDER)
        .args(["run", "--silent", "figures"])
        .env("SENTIER_BIN", binary)
        .env("SENTIER_FIGURES", &report)
        .env("SENTIER_FIGURES_HOUSE", data)
        .envs(screen.env())
        .status()?;
    let text = fs::read_to_string(&report).unwrap_or_default();
    let lines: Vec<Line> = text.lines().filter_map(Line::read).collect();
    if well && !lines.is_empty() {
        Ok(lines)
    } else {
        Err(Trouble::new("the page gave no figures"))
    }
}
