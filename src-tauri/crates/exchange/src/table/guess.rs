//! What the columns of a table mean: by their heads, their places, and, without heads, by what stands in them.

use domain::TableField;

use super::columns::custom_name;
use super::heads::{Head, Meaning};

/// What each column means. Outlook's French export has two columns called `Nom` and two called `Titre`: which is which,
/// the columns beside them tell.
pub(super) fn by_heads(heads: &[String]) -> Vec<TableField> {
    let folded: Vec<Head> = heads.iter().map(|head| Head::of(head)).collect();
    let meanings: Vec<Option<Meaning>> = folded.iter().map(Head::meaning).collect();
    let around = Around::of(&folded, &meanings);
    meanings
        .into_iter()
        .enumerate()
        .map(|(column, meaning)| match meaning {
            Some(Meaning::Field(field)) => field,
            Some(Meaning::AskName) => around.name(column),
            Some(Meaning::AskTitle) => around.title(column),
            None => unknown(&heads[column]),
        })
        .collect()
}

/// How many heads are known ones.
pub(super) fn known(cells: &[String]) -> usize {
    cells
        .iter()
        .filter(|cell| Head::of(cell).meaning().is_some() || custom_name(cell).is_some())
        .count()
}

/// A head nobody knows is a field the person named; without a head, a column is left in its file.
fn unknown(head: &str) -> TableField {
    let name = custom_name(head).unwrap_or(head.trim());
    if name.is_empty() {
        TableField::Leave
    } else {
        TableField::Custom(name.to_owned())
    }
}

/// What tells apart the heads that mean different things beside different others.
struct Around {
    names: Vec<usize>,
    titles: Vec<usize>,
    given: Option<usize>,
    has: Vec<TableField>,
    company_alone: bool,
}

impl Around {
    fn of(folded: &[Head], meanings: &[Option<Meaning>]) -> Self {
        let all = |wanted: &Meaning| {
            let places = meanings.iter().enumerate();
            places
                .filter(|(_, meaning)| meaning.as_ref() == Some(wanted))
                .map(|(column, _)| column)
                .collect()
        };
        let has: Vec<TableField> = meanings
            .iter()
            .filter_map(|meaning| match meaning {
                Some(Meaning::Field(field)) => Some(field.clone()),
                _ => None,
            })
            .collect();
        let given = Meaning::Field(TableField::Given);
        let houses = [
            "company domain name",
            "forme juridique",
            "code naf",
            "code ape",
        ];
        let is_house = has.contains(&TableField::Siren)
            || has.contains(&TableField::Siret)
            || folded
                .iter()
                .any(|head| houses.contains(&head.folded.as_str()));
        Self {
            names: all(&Meaning::AskName),
            titles: all(&Meaning::AskTitle),
            given: meanings.iter().position(|m| m.as_ref() == Some(&given)),
            company_alone: is_house && !has.contains(&TableField::Company),
            has,
        }
    }

    /// `Nom` after `Prénom` is the family's; alone it is the whole name; of a table of companies, theirs.
    fn name(&self, column: usize) -> TableField {
        let Some(given) = self.given else {
            let is_first = self.names.first() == Some(&column);
            return if self.company_alone && is_first {
                TableField::Company
            } else {
                TableField::Name
            };
        };
        if self.has.contains(&TableField::Family) {
            return TableField::Name;
        }
        let behind = self.names.iter().find(|name| **name > given);
        let family = behind.or(self.names.last());
        if family == Some(&column) {
            TableField::Family
        } else {
            TableField::Name
        }
    }

    /// `Titre` before the names is a civility, and so is one beside a column that says what somebody does.
    fn title(&self, column: usize) -> TableField {
        let has = |field| self.has.contains(&field);
        if has(TableField::Prefix) {
            return TableField::Role;
        }
        if has(TableField::Role) {
            return TableField::Prefix;
        }
        let first_of_two = self.titles.len() > 1 && self.titles.first() == Some(&column);
        let before_names = self.given.is_some_and(|given| column < given);
        if first_of_two || (self.titles.len() == 1 && before_names) {
            TableField::Prefix
        } else {
            TableField::Role
        }
    }
}

/// Whether a row is data and no head: addresses and numbers are nobody's heads.
pub(super) fn is_data(cells: &[String]) -> bool {
    cells.iter().any(|cell| is_email(cell) || is_phone(cell))
}

/// What columns without heads mean, by the first rows.
pub(super) fn by_content(width: usize, sample: &[Vec<String>]) -> Vec<TableField> {
    (0..width)
        .map(|column| {
            let cells: Vec<&str> = sample
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty())
                .collect();
            let most = |is: fn(&str) -> bool| {
                !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 2 > cells.len()
            };
            if most(is_email) {
                TableField::Email(domain::ReachKind::Other)
            } else if most(is_phone) {
                TableField::Phone(domain::ReachKind::Other)
            } else {
                TableField::Leave
            }
        })
        .collect()
}

fn is_email(cell: &str) -> bool {
    let cell = cell.trim();
    let domain = cell.rsplit_once('@').map_or("", |(_, domain)| domain);
    domain.contains('.') && !cell.contains(' ')
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let begins = cell.trim_start().starts_with(['0', '+', '(']);
    let plain = cell
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')' | '\u{a0}'));
    begins && plain && (9..=15).contains(&digits)
}
