//! The cells of a row, made a person.

use chrono::DateTime;
use domain::{
    Address, Client, Contact, CustomField, Email, Id, Phone, ReachKind, TableField, Tier,
    clean_line, clean_text, siren, siret,
};

use super::columns::custom_name;
use super::heads::Head;
use super::sheet::Sheet;
use super::values::{self, DayOrder, Written, restored};
use crate::person::{PersonWarning, ReadCompany, ReadPerson};

/// The longest free text, in characters; a longer one stays in its file.
const TEXT_MOST: usize = 100_000;

/// A UID no longer than this may be another program's too, unless it has an `@`: `42` is somebody in every table.
const UID_SHORT: usize = 14;

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
    field: TableField,
    /// Its head, as written.
    head: String,
    /// Whether it is a field the person named, in a table we wrote.
    own: bool,
    /// The number in its head when it is one of several: `Address 2 - City`.
    group: u32,
    /// Whether a cell is one value: `Phone 1` beside `Phone 2`.
    single: bool,
    /// The column that says what its number or address is for.
    pub(super) label: Option<usize>,
    order: DayOrder,
    /// What makes a short UID of this table another than that of any other.
    space: Option<String>,
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

/// What the cells of a row said so far.
#[derive(Debug, Default)]
pub(super) struct Gather {
    name: String,
    given: String,
    family: String,
    additional: String,
    prefix: String,
    suffix: String,
    nickname: String,
    role: String,
    department: String,
    phones: Vec<Phone>,
    emails: Vec<Email>,
    addresses: Vec<(u32, Address)>,
    links: Vec<String>,
    birthday: Option<chrono::NaiveDate>,
    notes: Vec<String>,
    tags: Vec<String>,
    custom: Vec<CustomField>,
    uid: String,
    company: ReadCompany,
    warnings: Vec<PersonWarning>,
}

impl Gather {
    /// Takes what a cell says that is not blank, with what its label says.
    pub(super) fn take(&mut self, column: &Column, cell: &str, label: Option<&str>) {
        let cell = restored(cell);
        let kind = |kind: ReachKind| label.and_then(values::kind).unwrap_or(kind);
        match &column.field {
            TableField::Name => line(&mut self.name, cell, Contact::LINE_MOST),
            TableField::Given => line(&mut self.given, cell, Contact::LINE_MOST),
            TableField::Family => line(&mut self.family, cell, Contact::LINE_MOST),
            TableField::Additional => line(&mut self.additional, cell, Contact::LINE_MOST),
            TableField::Prefix => line(&mut self.prefix, cell, Contact::LINE_MOST),
            TableField::Suffix => line(&mut self.suffix, cell, Contact::LINE_MOST),
            TableField::Nickname => line(&mut self.nickname, cell, Contact::LINE_MOST),
            TableField::Role => line(&mut self.role, cell, Contact::LINE_MOST),
            TableField::Department => line(&mut self.department, cell, Contact::LINE_MOST),
            TableField::Company => line(&mut self.company.name, cell, Client::NAME_MOST),
            TableField::Market => line(&mut self.company.market, cell, Contact::LINE_MOST),
            TableField::Phone(what) => self.phone(cell, kind(*what), column.single),
            TableField::Email(what) => self.email(cell, kind(*what)),
            TableField::Street(what) => self.street(column.group, kind(*what), cell),
            TableField::Postcode(what) => {
                line(
                    &mut self.address(column.group, kind(*what)).postcode,
                    cell,
                    Contact::LINE_MOST,
                );
            }
            TableField::City(what) => {
                line(
                    &mut self.address(column.group, kind(*what)).city,
                    cell,
                    Contact::LINE_MOST,
                );
            }
            TableField::Region(what) => {
                line(
                    &mut self.address(column.group, kind(*what)).region,
                    cell,
                    Contact::LINE_MOST,
                );
            }
            TableField::Country(what) => {
                line(
                    &mut self.address(column.group, kind(*what)).country,
                    cell,
                    Contact::LINE_MOST,
                );
            }
            TableField::Link => self.links.extend(
                cell.split(values::GOOGLE)
                    .map(|link| clean_line(link, Contact::LINE_MOST))
                    .filter(|link| !link.is_empty()),
            ),
            TableField::Birthday => match values::date(cell, column.order) {
                Written::Date(date) => self.birthday = self.birthday.or(Some(date)),
                Written::Nothing => {}
                Written::Odd => self.warnings.push(PersonWarning::Date),
            },
            TableField::Notes => self.notes.push(clean_text(cell, TEXT_MOST)),
            TableField::Tags => self.tags.extend(
                values::tags(cell)
                    .iter()
                    .map(|tag| clean_line(tag, Contact::LINE_MOST))
                    .filter(|tag| !tag.is_empty()),
            ),
            TableField::Tier => match cell.trim().to_ascii_uppercase().as_str() {
                "A" => self.company.tier = Tier::A,
                "B" => self.company.tier = Tier::B,
                "C" => self.company.tier = Tier::C,
                _ => self.custom(&column.head, cell),
            },
            TableField::Siren => match siren(cell) {
                Ok(digits) => self.company.siren = digits,
                Err(_) => self.warnings.push(PersonWarning::CompanyNumber),
            },
            TableField::Siret => match siret(cell) {
                Ok(digits) => self.company.siret = digits,
                Err(_) => self.warnings.push(PersonWarning::CompanyNumber),
            },
            TableField::Uid => self.uid(cell, column.space.as_deref()),
            TableField::Custom(_) if !column.own && values::is_no_date(cell) => {}
            TableField::Custom(name) => self.custom(name, cell),
            TableField::Leave => {}
        }
    }

    /// Notes a row of another number of cells than its head, unless those beyond are blank.
    pub(super) fn counted(&mut self, cells: usize, width: usize, blank: impl FnOnce() -> bool) {
        if cells < width || (cells > width && !blank()) {
            self.warnings.push(PersonWarning::Cells);
        }
    }

    /// The person of the row whose bytes are `row`; nothing when nobody is told of.
    pub(super) fn finish(mut self, row: &[u8]) -> Option<ReadPerson> {
        self.limit();
        let name = self.shown_name();
        if name.is_empty() && self.company.name.is_empty() {
            return None;
        }
        // What the file says of when is nothing; whoever takes it in knows better.
        let id = Id::from_bytes([0; 16]);
        let mut contact = Contact::new(id, name, DateTime::UNIX_EPOCH);
        contact.uid = if self.uid.is_empty() {
            made_uid(row)
        } else {
            self.uid
        };
        contact.given = self.given;
        contact.family = self.family;
        contact.additional = self.additional;
        contact.prefix = self.prefix;
        contact.suffix = self.suffix;
        contact.nickname = self.nickname;
        contact.role = self.role;
        contact.department = self.department;
        contact.phones = self.phones;
        contact.emails = self.emails;
        contact.addresses = self
            .addresses
            .into_iter()
            .map(|(_, address)| address)
            .collect();
        contact.links = self.links;
        contact.birthday = self.birthday;
        contact.notes = self.notes.join("\n\n");
        contact.tags = self.tags.into_iter().collect();
        contact.custom = self.custom;
        self.warnings.sort_unstable();
        self.warnings.dedup();
        Some(ReadPerson {
            contact,
            company: self.company,
            photo: None,
            offset: 0,
            length: 0,
            line: 0,
            warnings: self.warnings,
        })
    }

    /// The name of the person; empty when only a company is told of. Without either, an address or a number.
    fn shown_name(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let known: Vec<&str> = [&self.given, &self.additional, &self.family]
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        if !known.is_empty() {
            return clean_line(&known.join(" "), Contact::LINE_MOST);
        }
        if !self.nickname.is_empty() || !self.company.name.is_empty() {
            return self.nickname.clone();
        }
        let address = self.emails.first().map(|email| email.address.clone());
        let number = || self.phones.first().map(|phone| phone.written.clone());
        address.or_else(number).unwrap_or_default()
    }

    fn phone(&mut self, cell: &str, kind: ReachKind, single: bool) {
        let parts = if single && !cell.contains(values::GOOGLE) {
            vec![cell]
        } else {
            values::phones(cell)
        };
        for part in parts {
            let written = clean_line(part, Contact::LINE_MOST);
            if !written.is_empty()
                && !self
                    .phones
                    .iter()
                    .any(|known| known.kind == kind && known.written == written)
            {
                self.phones.push(Phone {
                    kind,
                    e164: String::new(),
                    written,
                });
            }
        }
    }

    fn email(&mut self, cell: &str, kind: ReachKind) {
        for part in values::emails(cell) {
            let address = crate::card::email(part);
            match address {
                Some(address) => {
                    let email = Email { kind, address };
                    if !self.emails.contains(&email) {
                        self.emails.push(email);
                    }
                }
                None => self.warnings.push(PersonWarning::Email),
            }
        }
    }

    /// The address a column belongs to.
    fn address(&mut self, group: u32, kind: ReachKind) -> &mut Address {
        let known = self
            .addresses
            .iter()
            .position(|(known, address)| *known == group && (group > 0 || address.kind == kind));
        let at = known.unwrap_or_else(|| {
            self.addresses.push((
                group,
                Address {
                    kind,
                    ..Address::default()
                },
            ));
            self.addresses.len() - 1
        });
        &mut self.addresses[at].1
    }

    fn street(&mut self, group: u32, kind: ReachKind, cell: &str) {
        let text = clean_text(cell, TEXT_MOST);
        let street = &mut self.address(group, kind).street;
        if !street.is_empty() {
            street.push('\n');
        }
        street.push_str(&text);
    }

    fn custom(&mut self, name: &str, cell: &str) {
        let value = clean_text(cell, TEXT_MOST);
        if !value.is_empty() {
            let name = clean_line(name, Contact::LINE_MOST);
            self.custom.push(CustomField { name, value });
        }
    }

    fn uid(&mut self, cell: &str, space: Option<&str>) {
        let uid = clean_line(cell, Contact::LINE_MOST);
        self.uid = match space {
            Some(space) if uid.len() <= UID_SHORT && !uid.contains('@') => {
                format!("{uid}-{space}@sentier")
            }
            _ => uid,
        };
    }

    /// Leaves in the file what is more than is shown.
    fn limit(&mut self) {
        let most = Contact::MANY_MOST;
        let many = [
            self.phones.len(),
            self.emails.len(),
            self.addresses.len(),
            self.links.len(),
            self.tags.len(),
            self.custom.len(),
        ];
        if many.into_iter().any(|count| count > most) {
            self.warnings.push(PersonWarning::TooMany);
        }
        self.phones.truncate(most);
        self.emails.truncate(most);
        self.addresses.truncate(most);
        self.links.truncate(most);
        self.tags.truncate(most);
        self.custom.truncate(most);
    }
}

/// One line; of several columns that say the same thing, the first one that says something.
fn line(kept: &mut String, cell: &str, most: usize) {
    if kept.is_empty() {
        *kept = clean_line(cell, most);
    }
}

/// A UID for a row without one: the same row is the same person, however often it is brought in.
fn made_uid(row: &[u8]) -> String {
    use std::fmt::Write;

    let mut uid = String::with_capacity(40);
    for byte in Id::<Contact>::from_content(row).to_bytes() {
        // Writing to a text cannot fail.
        let _ = write!(uid, "{byte:02x}");
    }
    uid.push_str("@sentier");
    uid
}
