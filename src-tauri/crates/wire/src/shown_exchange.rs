//! Previews of what is brought in, and pairs that may be one, as the window is shown them.

use std::collections::BTreeMap;

use domain as d;
use workflows::{duplicates as u, import as i};

use crate as x;
use crate::shown::{Eye, number};

impl Eye<'_> {
    /// A look at files before anything is written.
    pub fn import_preview(&self, preview: &i::Preview) -> x::ImportPreview {
        let i::Preview {
            ticket,
            files,
            counts,
            sheets,
            erased,
            rows,
        } = preview;
        x::ImportPreview {
            ticket: ticket.clone(),
            files: files.iter().map(|file| self.import_file(file)).collect(),
            counts: (*counts).into(),
            sheets: sheets.iter().cloned().map(Into::into).collect(),
            erased: self.erased_since(erased),
            rows: rows.iter().map(|row| self.import_row(row)).collect(),
        }
    }

    /// Some rows of a preview.
    pub fn import_rows(&self, rows: &i::Rows) -> x::ImportRows {
        x::ImportRows {
            rows: rows.rows.iter().map(|row| self.import_row(row)).collect(),
            total: number(rows.total as u64),
        }
    }

    /// What is said of a row: what was noticed, and what its day says of it.
    fn row_detail(&self, row: &i::Row) -> String {
        let noticed = i::detail(row, &self.words);
        let day = row.answer().map(|answer| self.verdict(answer).why);
        let said = std::iter::once(noticed).chain(day.into_iter().flatten().take(1));
        let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
        said.join(" · ")
    }

    fn import_file(&self, file: &i::File) -> x::ImportFile {
        let problem = file
            .problem
            .as_ref()
            .map(|problem| problem.say(&self.words));
        x::ImportFile {
            name: file.name.clone(),
            problem: problem.map(|(message, hint)| {
                if hint.is_empty() {
                    message
                } else {
                    format!("{message}. {hint}")
                }
            }),
            counts: file.counts.into(),
        }
    }

    fn import_row(&self, row: &i::Row) -> x::ImportRow {
        x::ImportRow {
            index: number(row.index as u64),
            file: number(row.file as u64),
            what: row.what.into(),
            verdict: row.verdict.into(),
            title: if row.title.is_empty() {
                self.untitled.clone()
            } else {
                row.title.clone()
            },
            subtitle: row.subtitle.clone(),
            when: row.slot.map(|slot| self.when(slot)).unwrap_or_default(),
            detail: self.row_detail(row),
            differing: row
                .differing
                .iter()
                .map(|one| x::Difference {
                    field: one.field.into(),
                    label: one.field.label(&self.words),
                    here: one.here.clone(),
                    there: one.there.clone(),
                })
                .collect(),
            known: row.known.as_ref().map(known),
        }
    }
}

fn known(known: &i::Known) -> x::ImportKnown {
    let (id, row) = match known.at {
        i::KnownAt::Touchpoint(id) => (id.to_string(), None),
        i::KnownAt::Contact(id) => (id.to_string(), None),
        i::KnownAt::Client(id) => (id.to_string(), None),
        i::KnownAt::Row(row) => (String::new(), Some(number(row as u64))),
    };
    x::ImportKnown {
        id,
        row,
        name: known.name.clone(),
    }
}

impl From<i::Counts> for x::ImportCounts {
    fn from(
        i::Counts {
            new,
            same,
            differs,
            near,
            invalid,
        }: i::Counts,
    ) -> Self {
        let number = |count: usize| number(count as u64);
        Self {
            new: number(new),
            same: number(same),
            differs: number(differs),
            near: number(near),
            invalid: number(invalid),
        }
    }
}

impl From<i::Sheet> for x::SheetLook {
    fn from(
        i::Sheet {
            file,
            encoding,
            delimiter,
            heads,
            fields,
            sample,
            remembered,
        }: i::Sheet,
    ) -> Self {
        Self {
            file: number(file as u64),
            encoding,
            delimiter: delimiter.to_string(),
            heads,
            fields: fields.into_iter().map(Into::into).collect(),
            sample,
            remembered,
        }
    }
}

impl From<x::ImportChoice> for i::Choice {
    fn from(
        x::ImportChoice {
            skip,
            take_differing,
            rows,
        }: x::ImportChoice,
    ) -> Self {
        Self {
            skip: skip.into_iter().map(|row| row as usize).collect(),
            take_differing,
            rows: rows
                .into_iter()
                .map(|x::RowChoice { row, into, fields }| {
                    let fields: BTreeMap<_, _> = fields
                        .into_iter()
                        .map(|one| (one.field.into(), one.side.into()))
                        .collect();
                    let into = into.into();
                    (row as usize, i::RowChoice { into, fields })
                })
                .collect(),
        }
    }
}

/// Fields that have a kind, those that have none, and the two ends of the wire.
macro_rules! table_fields {
    (plain: $($plain:ident),*; kinds: $($kind:ident),*) => {
        impl From<d::TableField> for x::TableField {
            fn from(field: d::TableField) -> Self {
                match field {
                    $(d::TableField::$plain => Self::$plain,)*
                    $(d::TableField::$kind(kind) => Self::$kind { kind: kind.into() },)*
                    d::TableField::Custom(name) => Self::Custom { name },
                }
            }
        }
        impl From<x::TableField> for d::TableField {
            fn from(field: x::TableField) -> Self {
                match field {
                    $(x::TableField::$plain => Self::$plain,)*
                    $(x::TableField::$kind { kind } => Self::$kind(kind.into()),)*
                    x::TableField::Custom { name } => Self::Custom(name),
                }
            }
        }
    };
}

table_fields!(
    plain: Name, Given, Family, Additional, Prefix, Suffix, Nickname, Company, Role, Department, Link, Birthday, Notes,
        Tags, Market, Tier, Siren, Siret, Consents, Objection, Uid, Leave;
    kinds: Phone, Email, Street, Postcode, City, Region, Country
);

impl Eye<'_> {
    /// Pairs that may be one.
    pub fn duplicates(&self, pairs: &u::Pairs) -> x::Duplicates {
        x::Duplicates {
            total: number(pairs.total as u64),
            pairs: pairs.pairs.iter().map(|pair| self.pair(pair)).collect(),
        }
    }

    fn pair(&self, pair: &u::Pair) -> x::DuplicatePair {
        x::DuplicatePair {
            a: side(&pair.a),
            b: side(&pair.b),
            why: pair.why.iter().map(|why| (*why).into()).collect(),
            fields: pair
                .fields
                .iter()
                .map(|one| x::DuplicateField {
                    field: one.field.into(),
                    label: one.field.label(&self.words),
                    a: one.a.clone(),
                    b: one.b.clone(),
                    same: one.same,
                    both: one.both,
                })
                .collect(),
        }
    }
}

fn side(side: &u::Side) -> x::DuplicateSide {
    let (what, id) = match side.id {
        u::Party::Contact(id) => (x::Party::Contact, id.to_string()),
        u::Party::Client(id) => (x::Party::Client, id.to_string()),
    };
    x::DuplicateSide {
        what,
        id,
        name: side.name.clone(),
        subtitle: side.subtitle.clone(),
    }
}

impl From<x::MergePick> for u::Pick {
    fn from(x::MergePick { field, take }: x::MergePick) -> Self {
        Self {
            field: field.into(),
            take: take.into(),
        }
    }
}

impl From<u::Line> for x::MergedFrom {
    fn from(
        u::Line {
            id,
            when,
            gone,
            quiet,
        }: u::Line,
    ) -> Self {
        Self {
            id: id.to_string(),
            when,
            name: gone,
            quiet,
        }
    }
}
