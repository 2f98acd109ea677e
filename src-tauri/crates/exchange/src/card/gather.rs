//! The lines of one card, taken one after the other.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Address, Consent, Contact, CustomField, Email, Met, Objection, Phone, ReachKind, Touchpoint,
    clean_line, clean_text,
};

use crate::card::content::{Content, group_and_name};
use crate::card::item::{Item, push, settle};
use crate::card::known::Known;
use crate::card::lines::{CardLine, Transfer};
use crate::card::{photo, types, values};
use crate::line::LINE_MOST;
use crate::person::{PersonWarning, ReadPhoto};

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Person,
    Company,
    /// A group of people, a place, a thing.
    Else,
}

/// What the lines have said so far.
#[derive(Debug, Default)]
pub(super) struct Gather {
    pub(super) name: String,
    /// Family name, given name, further ones, prefix, suffix.
    pub(super) names: [String; 5],
    pub(super) nickname: String,
    pub(super) company: String,
    pub(super) department: String,
    pub(super) title: String,
    pub(super) role: String,
    pub(super) phones: Vec<Item<Phone>>,
    pub(super) emails: Vec<Item<Email>>,
    pub(super) addresses: Vec<Item<Address>>,
    pub(super) links: Vec<Item<String>>,
    pub(super) tags: Vec<Item<String>>,
    pub(super) fields: Vec<Item<CustomField>>,
    pub(super) met: Vec<Item<Met>>,
    pub(super) consents: Vec<Item<Consent>>,
    pub(super) objection: Option<Objection>,
    pub(super) birthday: Option<NaiveDate>,
    pub(super) notes: String,
    pub(super) photo: Option<ReadPhoto>,
    pub(super) uid: String,
    pub(super) revised: Option<DateTime<Utc>>,
    pub(super) about: Option<About>,
    pub(super) warnings: Vec<PersonWarning>,
    /// Which line said what is said once; 0 where none did.
    said_by: [usize; Known::COUNT],
    pub(super) labels: Vec<(Vec<u8>, ReachKind)>,
    notes_count: usize,
}

impl Gather {
    /// Takes line number `at` of the card.
    pub(super) fn take(&mut self, at: usize, line: &CardLine<'_>) {
        match known(line) {
            None => {}
            Some(Known::Photo) => self.take_photo(at, line),
            Some(known) => {
                if line.raw.len() > LINE_MOST {
                    self.warn(PersonWarning::TooMany);
                }
                let bytes = line.unfolded(LINE_MOST);
                let whole = if bytes.len() == LINE_MOST {
                    without_torn_end(&bytes, line.transfer)
                } else {
                    &bytes
                };
                let Some(content) = Content::of(whole) else {
                    return;
                };
                let (value, is_whole) = content.text();
                if !is_whole {
                    self.warn(PersonWarning::Encoding);
                }
                self.take_value(at, known, &content, &value);
            }
        }
    }

    fn take_value(&mut self, at: usize, known: Known, content: &Content<'_>, value: &str) {
        let many = match known {
            Known::Tel => {
                let (kind, written) = (types::kind(content), values::phone(value));
                let phone = Phone {
                    kind,
                    written,
                    ..Phone::default()
                };
                !phone.written.is_empty() && push(&mut self.phones, at, content, phone)
            }
            Known::Email => match values::email(value) {
                Some(address) => {
                    let kind = types::kind(content);
                    push(&mut self.emails, at, content, Email { kind, address })
                }
                None if value.trim().is_empty() => false,
                None => return self.warn(PersonWarning::Email),
            },
            Known::Adr => {
                let mut address = values::address(value);
                address.kind = types::kind(content);
                !address.is_empty() && push(&mut self.addresses, at, content, address)
            }
            Known::Url => {
                values::link(value).is_some_and(|link| push(&mut self.links, at, content, link))
            }
            // Once one is too many, so is the next.
            Known::Categories => {
                values::list(value).any(|tag| push(&mut self.tags, at, content, tag))
            }
            Known::OwnField => {
                values::field(value).is_some_and(|field| push(&mut self.fields, at, content, field))
            }
            Known::OwnMet => push(&mut self.met, at, content, values::met(value)),
            Known::OwnConsent => push(&mut self.consents, at, content, values::consent(value)),
            Known::Note => self.take_note(at, value),
            _ => {
                if self.take_once(known, content, value) {
                    self.said_by[known as usize] = at;
                }
                false
            }
        };
        if many {
            self.warn(PersonWarning::TooMany);
        }
    }

    fn take_photo(&mut self, at: usize, line: &CardLine<'_>) {
        if self.photo.is_some() {
            return;
        }
        // Folds of a few bytes each may double a line, no more is looked through.
        let bytes = if line.raw.len() > photo::LINE_MOST * 2 {
            None
        } else {
            Some(line.unfolded(photo::LINE_MOST)).filter(|bytes| bytes.len() < photo::LINE_MOST)
        };
        match bytes.as_deref().map(Content::of) {
            None => self.warn(PersonWarning::Photo),
            Some(None) => {}
            Some(Some(content)) => match photo::picture(&content) {
                photo::Picture::Shown(photo) => {
                    self.photo = Some(photo);
                    self.said_by[Known::Photo as usize] = at;
                }
                photo::Picture::Elsewhere => {}
                photo::Picture::Bad => self.warn(PersonWarning::Photo),
            },
        }
    }

    /// Several notes are one, with a blank line between them.
    fn take_note(&mut self, at: usize, value: &str) -> bool {
        let note = values::text(value);
        if note.is_empty() {
            return false;
        }
        self.notes_count += 1;
        if self.notes_count > Contact::MANY_MOST {
            return true;
        }
        if self.notes.is_empty() {
            self.notes = note;
            self.said_by[Known::Note as usize] = at;
        } else {
            let both = format!("{}\n\n{note}", self.notes);
            self.notes = clean_text(&both, Touchpoint::TEXT_MOST);
        }
        false
    }

    pub(super) fn warn(&mut self, warning: PersonWarning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Which line said what is said once.
    pub(super) fn said_by(&self, known: Known) -> Option<usize> {
        Some(self.said_by[known as usize]).filter(|at| *at > 0)
    }

    /// What the label of a group means.
    pub(super) fn label(&self, group: &[u8]) -> ReachKind {
        self.labels
            .iter()
            .find(|(known, _)| known.as_slice() == group)
            .map_or(ReachKind::Other, |(_, kind)| *kind)
    }

    /// Once every line was taken: labels count, and the preferred stand first.
    pub(super) fn settle(&mut self) {
        let (mut phones, mut emails, mut addresses) = (
            std::mem::take(&mut self.phones),
            std::mem::take(&mut self.emails),
            std::mem::take(&mut self.addresses),
        );
        settle(
            &mut phones,
            |phone| &mut phone.kind,
            |group| self.label(group),
        );
        settle(
            &mut emails,
            |email| &mut email.kind,
            |group| self.label(group),
        );
        settle(
            &mut addresses,
            |address| &mut address.kind,
            |group| self.label(group),
        );
        (self.phones, self.emails, self.addresses) = (phones, emails, addresses);
        self.links.sort_by_key(|link| link.rank);
    }

    /// What the card would be called, as far as it is known by now.
    pub(super) fn shown_name(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let [family, given, additional, ..] = &self.names;
        let known: Vec<&str> = [given, additional, family]
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        if known.is_empty() {
            self.nickname.clone()
        } else {
            clean_line(&known.join(" "), Contact::LINE_MOST)
        }
    }
}

/// Which property a line is, when it is one that is read.
pub(super) fn known(line: &CardLine<'_>) -> Option<Known> {
    const HEAD_MOST: usize = 256;
    let start = line.unfolded(HEAD_MOST);
    let head = memchr::memchr2(b':', b';', &start)?;
    Known::of(group_and_name(&start[..head]).1)
}

/// Bytes that were cut, without the character the cut went through.
fn without_torn_end(bytes: &[u8], transfer: Transfer) -> &[u8] {
    if transfer == Transfer::Quoted {
        return without_torn_escapes(bytes);
    }
    match std::str::from_utf8(bytes) {
        Err(problem) if problem.error_len().is_none() => &bytes[..problem.valid_up_to()],
        _ => bytes,
    }
}

/// The same of quoted-printable: without its last escapes back to one that begins a character.
fn without_torn_escapes(bytes: &[u8]) -> &[u8] {
    let mut left = match bytes {
        [rest @ .., b'='] | [rest @ .., b'=', _] => rest,
        whole => whole,
    };
    while let [rest @ .., b'=', high, _] = left {
        match high.to_ascii_uppercase() {
            b'8'..=b'B' => left = rest,
            b'C'..=b'F' => return rest,
            _ => break,
        }
    }
    left
}
