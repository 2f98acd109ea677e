//! Tables of people, as `exchange` reads them.

use domain::{Mapping, TableField};
use exchange::PersonEntry;

use super::Sheet;
use crate::fault::Fault;
use crate::house::House;

/// A table of people.
pub(super) struct Table;

impl Table {
    pub(super) fn of(_bytes: &[u8]) -> Result<Self, Fault> {
        Err(Fault::invalid("error-file-kind"))
    }
    pub(super) fn heads(&self) -> Vec<String> {
        Vec::new()
    }
    pub(super) fn people(&self, _fields: &[TableField]) -> impl Iterator<Item = PersonEntry> {
        std::iter::empty()
    }
    pub(super) fn look(&self, file: usize, fields: &[TableField], remembered: bool) -> Sheet {
        Sheet {
            file,
            encoding: String::new(),
            delimiter: ',',
            heads: self.heads(),
            fields: fields.to_vec(),
            sample: Vec::new(),
            remembered,
        }
    }
}

pub(super) fn meaning(
    house: &House,
    table: &Table,
    _fields: Option<Vec<TableField>>,
) -> Result<(Vec<TableField>, bool), Fault> {
    let heads = table.heads();
    let kept: Option<Mapping> = house.store.get(Mapping::id_of(&heads).to_bytes())?;
    Ok((kept.map(|kept| kept.fields).unwrap_or_default(), false))
}
