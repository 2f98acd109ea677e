//! What the cells of a row said, made a person.

use chrono::DateTime;
use domain::{Contact, Id, clean_line};

use super::gather::Gather;
use crate::person::{PersonWarning, ReadPerson};

impl Gather {
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
        contact.consents = self.consents;
        contact.objection = self.objection;
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
            self.consents.len(),
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
        self.consents.truncate(most);
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
