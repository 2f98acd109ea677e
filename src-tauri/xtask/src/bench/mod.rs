//! Figures.
use crate::cli::BenchOptions;
use crate::place::Place;
use crate::trouble::Result;
pub(crate) fn run(_: &Place, _: &BenchOptions) -> Result<bool> {
    Ok(false)
}
