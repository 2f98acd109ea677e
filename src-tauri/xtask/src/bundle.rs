//! Installers.
use crate::place::Place;
use crate::trouble::Result;
pub(crate) fn run(_: &Place, _check: bool) -> Result<bool> {
    Ok(false)
}
