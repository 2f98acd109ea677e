//! Tables of people, in and out: CSV in whatever encoding, delimiter and language another program wrote it.
//!
//! | file | what it knows |
//! |---|---|
//! | `coding` | which encoding the bytes are in |
//! | `rows`, `delimiter` | where rows end and what stands between cells |
//! | `heads`, `heads.tsv` | what the heads of other programs mean |
//! | `sheet` | a table over its bytes: heads, meaning, sample |
//! | `layout` | what each column is for |
//! | `people`, `gather`, `values`, `finish` | a row, made a person |
//! | `columns`, `write` | people, made rows |
//!
//! To know the heads of one more program: a line in `heads.tsv`.

mod coding;
mod columns;
mod delimiter;
mod finish;
mod gather;
mod guess;
mod heads;
mod layout;
mod people;
mod rows;
mod sheet;
mod values;
mod write;

pub use columns::{PeopleTable, TablePerson};
pub use people::People;
pub use sheet::{Sheet, SheetProblem};
pub use write::TableWriter;

/// The most columns of a table; a row of more is [`crate::PersonProblem::TooWide`].
pub const COLUMNS_MOST: usize = 2_000;
