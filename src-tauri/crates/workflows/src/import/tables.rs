//! Tables of people: what their columns mean, and how they look in a preview.

use domain::{Mapping, TableField};
use exchange::{Sheet as Read, SheetProblem};

use super::Sheet;
use crate::fault::Fault;
use crate::house::House;

/// Opens a table; the name of its file is the caller's to say.
pub(super) fn open(bytes: &[u8]) -> Result<Read<'_>, Fault> {
    Read::open(bytes).map_err(|problem| {
        Fault::invalid(match problem {
            SheetProblem::Empty => "error-table-empty",
            SheetProblem::Workbook => "error-table-workbook",
            SheetProblem::NotATable => "error-file-kind",
            SheetProblem::TooWide => "error-table-wide",
        })
    })
}

/// What the columns of a table mean: what the person chose now, else for a table with the same heads before, else what
/// the heads say. The second is whether the person chose it.
pub(super) fn meaning(
    house: &House,
    table: &Read<'_>,
    chosen: Option<Vec<TableField>>,
) -> Result<(Vec<TableField>, bool), Fault> {
    let kept: Option<Mapping> = house.store.get(Mapping::id_of(table.heads()).to_bytes())?;
    let kept = kept.filter(|kept| kept.heads == table.heads());
    let remembered = kept.is_some();
    let fields = chosen
        .or(kept.map(|kept| kept.fields))
        .unwrap_or_else(|| table.guessed().to_vec());
    Ok((fields, remembered))
}

/// A table as it is read, for the one who may correct it.
pub(super) fn look(
    table: &Read<'_>,
    file: usize,
    fields: &[TableField],
    remembered: bool,
) -> Sheet {
    Sheet {
        file,
        encoding: table.encoding().to_owned(),
        delimiter: table.delimiter(),
        heads: table.heads().to_vec(),
        fields: fields.to_vec(),
        sample: table.sample().to_vec(),
        remembered,
    }
}
