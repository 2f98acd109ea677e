//! What the columns of a table are for.

use domain::TableField;

use super::columns::custom_name;
use super::heads::Head;
use super::sheet::Sheet;
use super::values::DayOrder;

/// What the columns of a table are for.
#[derive(Debug)]
pub(super) struct Layout {
    columns: Vec<Column>,
    /// How many columns the head has.
    pub(super) width: usize,
}

/// What a column is for.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) field: TableField,
    /// Its head, as written.
    pub(super) head: String,
    /// Whether it is a field the person named, in a table we wrote.
    pub(super) own: bool,
    /// The number in its head when it is one of several: `Address 2 - City`.
    pub(super) group: u32,
    /// Whether a cell is one value: `Phone 1` beside `Phone 2`.
    pub(super) single: bool,
    /// The column that says what its number or address is for.
    pub(super) label: Option<usize>,
    pub(super) order: DayOrder,
    /// What makes a short UID of this table another than that of any other.
    pub(super) space: Option<String>,
}

impl Layout {
    pub(super) fn of(sheet: &Sheet<'_>, fields: &[TableField]) -> Self {
        let heads: Vec<Head> = sheet.heads().iter().map(|head| Head::of(head)).collect();
        let columns = heads.iter().enumerate().map(|(at, head)| {
            let field = fields.get(at).cloned().unwrap_or_default();
            let is_address =
                head.folded.starts_with("address #") || head.folded.starts_with("adresse #");
            let is_dated = field == TableField::Birthday;
            let is_uid = field == TableField::Uid && head.folded != "uid";
            Column {
                head: sheet.heads()[at].clone(),
                own: custom_name(&sheet.heads()[at]).is_some(),
                group: if is_address { head.number } else { 0 },
                single: head.folded.contains('#'),
                label: label_of(head, &heads),
                order: if is_dated {
                    sheet.order(at)
                } else {
                    DayOrder::default()
                },
                space: is_uid.then(|| space_of(sheet.heads())),
                field,
            }
        });
        Self {
            columns: columns.collect(),
            width: heads.len(),
        }
    }

    /// The columns that are read, with their places.
    pub(super) fn columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field != TableField::Leave)
    }
}

/// The column that says what one with this head is for: `Phone 1 - Type` beside `Phone 1` or `Phone 1 - Value`.
fn label_of(head: &Head, heads: &[Head]) -> Option<usize> {
    if !head.folded.contains('#') {
        return None;
    }
    let stem = head.folded.split(" #").next().unwrap_or_default();
    heads.iter().position(|other| {
        other.number == head.number
            && other
                .folded
                .strip_prefix(stem)
                .is_some_and(|rest| matches!(rest, " # label" | " # type" | " # libelle"))
    })
}

fn space_of(heads: &[String]) -> String {
    let id = domain::Mapping::id_of(heads).to_bytes();
    id[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
