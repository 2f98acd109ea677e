//! The lines of one card, put together to a person.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Address, Contact, CustomField, Email, Id, Met, Phone, ReachKind, clean_line};

use crate::card::content::{Content, group_and_name, split_unescaped};
use crate::card::known::Known;
use crate::card::lines::CardLine;
use crate::card::when::{Birthday, birthday, revised};
use crate::card::{photo, types, values};
use crate::line::LINE_MOST;
use crate::person::{PersonProblem, PersonWarning, ReadCompany, ReadPhoto};

/// The most labels of groups that are remembered in one card.
const LABELS_MOST: usize = 1_000;
/// The longest UID, in characters.
const UID_MOST: usize = 1_000;

/// Something a card says several times.
#[derive(Debug)]
pub(super) struct Item<T> {
    /// Which line of the card said it, counted from its BEGIN.
    pub(super) line: usize,
    /// [`types::preference`].
    pub(super) rank: u8,
    group: Vec<u8>,
    pub(super) value: T,
}

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Person,
    Company,
    /// A group of people, a place, a thing.
    Else,
}

/// What the lines have said so far.
#[derive(Debug, Default)]
pub(super) struct Gather {
    pub(super) name: String,
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
    pub(super) birthday: Option<NaiveDate>,
    pub(super) notes: String,
    pub(super) photo: Option<ReadPhoto>,
    labels: Vec<(Vec<u8>, ReachKind)>,
    uid: String,
    revised: Option<DateTime<Utc>>,
    about: Option<About>,
    warnings: Vec<PersonWarning>,
}

/// A card, read.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) contact: Contact,
    pub(super) company: ReadCompany,
    pub(super) photo: Option<ReadPhoto>,
    pub(super) warnings: Vec<PersonWarning>,
}

impl Gather {
    /// Takes line number `at` of the card.
    pub(super) fn take(&mut self, at: usize, line: &CardLine<'_>) {
        let Some(known) = known(line) else { return };
        let most = if known == Known::Photo {
            photo::LINE_MOST
        } else {
            LINE_MOST
        };
        if known == Known::Photo {
            if line.raw.len() > most * 2 {
                return self.warn(PersonWarning::Photo);
            }
        } else if line.raw.len() > most {
            self.warn(PersonWarning::TooMany);
        }
        let bytes = line.unfolded(most);
        let whole = if bytes.len() == most {
            without_torn_end(&bytes)
        } else {
            &bytes
        };
        let Some(content) = Content::of(whole) else {
            return;
        };
        if known == Known::Photo {
            return self.take_photo(&content, bytes.len() == most);
        }
        let (value, is_whole) = content.text();
        if !is_whole {
            self.warn(PersonWarning::Encoding);
        }
        self.take_value(at, known, &content, &value);
    }

    fn take_value(&mut self, at: usize, known: Known, content: &Content<'_>, value: &str) {
        match known {
            Known::Fn => first(&mut self.name, || values::line(value)),
            Known::N => {
                if self.names.iter().all(String::is_empty) {
                    let mut parts = split_unescaped(value, b';');
                    self.names = std::array::from_fn(|_| {
                        parts.next().map(values::words).unwrap_or_default()
                    });
                }
            }
            Known::Nickname => first(&mut self.nickname, || {
                let all: Vec<String> = values::list(value).collect();
                clean_line(&all.join(", "), Contact::LINE_MOST)
            }),
            Known::Org => {
                if self.company.is_empty() && self.department.is_empty() {
                    let mut units = split_unescaped(value, b';');
                    self.company = units.next().map(values::line).unwrap_or_default();
                    self.department = values::department(units);
                }
            }
            Known::Title => first(&mut self.title, || values::line(value)),
            Known::Role => first(&mut self.role, || values::line(value)),
            Known::Tel => {
                let written = values::phone(value);
                let kind = types::kind(content);
                let phone = Phone {
                    kind,
                    written,
                    ..Phone::default()
                };
                let full = !phone.written.is_empty() && push(&mut self.phones, at, content, phone);
                self.warn_if(full);
            }
            Known::Email => match values::email(value) {
                Some(address) => {
                    let kind = types::kind(content);
                    let full = push(&mut self.emails, at, content, Email { kind, address });
                    self.warn_if(full);
                }
                None if value.trim().is_empty() => {}
                None => self.warn(PersonWarning::Email),
            },
            Known::Adr => {
                let mut address = values::address(value);
                address.kind = types::kind(content);
                let full = !address.is_empty() && push(&mut self.addresses, at, content, address);
                self.warn_if(full);
            }
            Known::Url => {
                let full = values::link(value)
                    .is_some_and(|link| push(&mut self.links, at, content, link));
                self.warn_if(full);
            }
            Known::Categories => {
                for tag in values::list(value) {
                    let full = push(&mut self.tags, at, content, tag);
                    self.warn_if(full);
                }
            }
            Known::OwnField => {
                let full = values::field(value)
                    .is_some_and(|field| push(&mut self.fields, at, content, field));
                self.warn_if(full);
            }
            Known::OwnMet => {
                let full = push(&mut self.met, at, content, values::met(value));
                self.warn_if(full);
            }
            Known::Bday => match birthday(content, value) {
                Birthday::Known(date) => self.birthday = self.birthday.or(Some(date)),
                Birthday::Partly => {}
                Birthday::Broken => self.warn(PersonWarning::Date),
            },
            Known::Note => self.take_note(value),
            Known::Uid => first(&mut self.uid, || {
                clean_line(&crate::text::unescape(value), UID_MOST)
            }),
            Known::Rev => self.revised = self.revised.or_else(|| revised(value)),
            Known::Kind => {
                self.about = match value.trim().to_ascii_lowercase().as_str() {
                    "org" | "organization" => Some(About::Company),
                    "group" | "location" | "thing" | "application" | "device" => Some(About::Else),
                    "individual" => Some(About::Person),
                    _ => self.about,
                }
            }
            Known::ShowAs => {
                if value.trim().eq_ignore_ascii_case("COMPANY") {
                    self.about = Some(About::Company);
                }
            }
            Known::Label => {
                let kind = types::kind_of_label(&values::line(value));
                if kind != ReachKind::Other && self.labels.len() < LABELS_MOST {
                    self.labels.push((content.group.to_ascii_lowercase(), kind));
                }
            }
            Known::Photo | Known::Version => {}
        }
    }

    fn take_photo(&mut self, content: &Content<'_>, cut: bool) {
        match photo::picture(content) {
            _ if cut => self.warn(PersonWarning::Photo),
            photo::Picture::Shown(photo) => self.photo = self.photo.take().or(Some(photo)),
            photo::Picture::Elsewhere => {}
            photo::Picture::Bad => self.warn(PersonWarning::Photo),
        }
    }

    /// Several notes are one, with a blank line between them.
    fn take_note(&mut self, value: &str) {
        let note = values::text(value);
        if self.notes.is_empty() {
            self.notes = note;
        } else if !note.is_empty() {
            let both = format!("{}\n\n{note}", self.notes);
            self.notes = domain::clean_text(&both, domain::Touchpoint::TEXT_MOST);
        }
    }

    fn warn_if(&mut self, full: bool) {
        if full {
            self.warn(PersonWarning::TooMany);
        }
    }

    fn warn(&mut self, warning: PersonWarning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Gives the items whose own types say nothing what the label of their group says, and puts the preferred first.
    pub(super) fn settle(&mut self) {
        let labels = std::mem::take(&mut self.labels);
        let said = |group: &[u8]| {
            labels
                .iter()
                .find(|(known, _)| known.as_slice() == group)
                .map_or(ReachKind::Other, |(_, kind)| *kind)
        };
        settle(&mut self.phones, |phone| &mut phone.kind, said);
        settle(&mut self.emails, |email| &mut email.kind, said);
        settle(&mut self.addresses, |address| &mut address.kind, said);
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
        if !known.is_empty() {
            return clean_line(&known.join(" "), Contact::LINE_MOST);
        }
        self.nickname.clone()
    }

    /// The person of a card whose bytes are `card`.
    pub(super) fn finish(mut self, card: &[u8]) -> Result<Gathered, PersonProblem> {
        self.settle();
        if self.about == Some(About::Else) {
            return Err(PersonProblem::Nobody);
        }
        let mut name = self.shown_name();
        let nameless = self.names.iter().all(String::is_empty);
        // Google and Outlook keep companies as cards whose name is the company's.
        let is_company = match self.about {
            Some(about) => about == About::Company,
            None => {
                nameless && !self.company.is_empty() && (name.is_empty() || name == self.company)
            }
        };
        if is_company {
            first(&mut self.company, || name.clone());
            name.clear();
        }
        let mut company = ReadCompany::default();
        company.name = clean_line(&self.company, domain::Client::NAME_MOST);
        if name.is_empty() && company.name.is_empty() {
            name = self
                .emails
                .first()
                .map(|email| email.value.address.clone())
                .or_else(|| self.phones.first().map(|phone| phone.value.written.clone()))
                .ok_or(PersonProblem::Empty)?;
        }
        let uid = if self.uid.is_empty() {
            made_uid(card)
        } else {
            std::mem::take(&mut self.uid)
        };
        let mut contact = Contact::new(
            Id::from_bytes([0; 16]),
            name,
            self.revised.unwrap_or(DateTime::UNIX_EPOCH),
        );
        contact.uid = uid;
        [
            contact.family,
            contact.given,
            contact.additional,
            contact.prefix,
            contact.suffix,
        ] = self.names;
        contact.nickname = self.nickname;
        contact.role = if self.title.is_empty() {
            self.role
        } else {
            self.title
        };
        contact.department = self.department;
        contact.phones = plain(self.phones);
        contact.emails = plain(self.emails);
        contact.addresses = plain(self.addresses);
        contact.links = plain(self.links);
        contact.birthday = self.birthday;
        contact.notes = self.notes;
        contact.tags = self.tags.into_iter().map(|tag| tag.value).collect();
        contact.custom = plain(self.fields);
        contact.met = self.met.into_iter().map(|met| met.value).collect();
        self.warnings.sort_unstable();
        Ok(Gathered {
            contact,
            company,
            photo: self.photo,
            warnings: self.warnings,
        })
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
fn without_torn_end(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(problem) if problem.error_len().is_none() => &bytes[..problem.valid_up_to()],
        _ => bytes,
    }
}

fn first(slot: &mut String, value: impl FnOnce() -> String) {
    if slot.is_empty() {
        *slot = value();
    }
}

/// Adds an item, unless there are too many: then it says so.
fn push<T>(items: &mut Vec<Item<T>>, line: usize, content: &Content<'_>, value: T) -> bool {
    if items.len() >= Contact::MANY_MOST {
        return true;
    }
    items.push(Item {
        line,
        rank: types::preference(content),
        group: content.group.to_ascii_lowercase(),
        value,
    });
    false
}

fn settle<T>(
    items: &mut [Item<T>],
    kind: impl Fn(&mut T) -> &mut ReachKind,
    said: impl Fn(&[u8]) -> ReachKind,
) {
    for item in items.iter_mut().filter(|item| !item.group.is_empty()) {
        let kind = kind(&mut item.value);
        if *kind == ReachKind::Other {
            *kind = said(&item.group);
        }
    }
    items.sort_by_key(|item| item.rank);
}

fn plain<T>(items: Vec<Item<T>>) -> Vec<T> {
    items.into_iter().map(|item| item.value).collect()
}

/// A UID for a card without one: the same content is the same person, however often it is brought in.
fn made_uid(card: &[u8]) -> String {
    let id = Id::<Contact>::from_content(card);
    let hex: String = id
        .to_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{hex}@sentier")
}
