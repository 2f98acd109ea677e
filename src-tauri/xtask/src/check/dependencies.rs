//! What others wrote and we rely on: licences, sources and bans, as `deny.toml` has them.

use super::tally::Tally;
use crate::cli::TestOptions;
use crate::command::Call;
use crate::place::Place;
use crate::trouble::Result;

/// Asks cargo-deny where it is installed (it is slow to compile, so it is not installed for this).
/// The same licences and crate walls are held without it by `tests/contracts`.
pub(super) fn allowed(place: &Place, _: &TestOptions) -> Result<Tally> {
    if Call::cargo(place)
        .args(["deny", "--version"])
        .output()?
        .is_none()
    {
        println!(
            "cargo-deny is not installed: left to tests/contracts, which hold licences and walls"
        );
        return Ok(Tally {
            skipped: 1,
            ..Tally::default()
        });
    }
    let call =
        Call::cargo(place).args(["deny", "--offline", "check", "bans", "licenses", "sources"]);
    Ok(Tally::one(call.status()?))
}
