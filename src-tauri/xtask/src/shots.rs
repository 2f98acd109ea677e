//! Pictures.
use crate::place::Place;
use crate::trouble::Result;
pub(crate) fn run(_: &Place, _only: Option<&str>) -> Result<bool> {
    Ok(false)
}
