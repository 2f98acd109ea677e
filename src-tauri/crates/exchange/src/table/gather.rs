//! The cells of a row, taken one after the other.

use domain::{
    Address, Client, Consent, Contact, CustomField, Email, Objection, Phone, ReachKind, TableField,
    Tier, clean_line, clean_text, siren, siret,
};

use super::layout::Column;
use super::values::{self, Written, restored};
use crate::person::{PersonWarning, ReadCompany};
use crate::rights;

/// The longest free text, in characters; a longer one stays in its file.
const TEXT_MOST: usize = 100_000;

/// A UID no longer than this may be another program's too, unless it has an `@`: `42` is somebody in every table.
const UID_SHORT: usize = 14;

/// What the cells of a row said so far.
#[derive(Debug, Default)]
pub(super) struct Gather {
    pub(super) name: String,
    pub(super) given: String,
    pub(super) family: String,
    pub(super) additional: String,
    pub(super) prefix: String,
    pub(super) suffix: String,
    pub(super) nickname: String,
    pub(super) role: String,
    pub(super) department: String,
    pub(super) phones: Vec<Phone>,
    pub(super) emails: Vec<Email>,
    pub(super) addresses: Vec<(u32, Address)>,
    pub(super) links: Vec<String>,
    pub(super) birthday: Option<chrono::NaiveDate>,
    pub(super) notes: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) custom: Vec<CustomField>,
    pub(super) consents: Vec<Consent>,
    pub(super) objection: Option<Objection>,
    pub(super) uid: String,
    pub(super) company: ReadCompany,
    pub(super) warnings: Vec<PersonWarning>,
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
            TableField::Consents => self.consents.extend(rights::consents_in(cell)),
            TableField::Objection => match rights::objection_in(cell) {
                Some(objection) => self.objection = self.objection.take().or(Some(objection)),
                None => self.warnings.push(PersonWarning::Date),
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
}

/// One line; of several columns that say the same thing, the first one that says something.
fn line(kept: &mut String, cell: &str, most: usize) {
    if kept.is_empty() {
        *kept = clean_line(cell, most);
    }
}
