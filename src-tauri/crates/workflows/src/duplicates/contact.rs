//! A contact, field by field.

use domain::{
    Address, Agreed, CardField, ClientId, Consent, Contact, CustomField, Phone, fold, folded_name,
};

use super::fields::{Fielded, add, add_tags, add_text, fill, has_all, has_tag, lines, text_covers};
use crate::aspect::Aspect;

impl Fielded for Contact {
    const ASPECTS: &'static [Aspect] = &[
        Aspect::Name,
        Aspect::Client,
        Aspect::Role,
        Aspect::Emails,
        Aspect::Phones,
        Aspect::Addresses,
        Aspect::Links,
        Aspect::Birthday,
        Aspect::Tags,
        Aspect::Notes,
        Aspect::Custom,
        Aspect::Met,
        Aspect::Rights,
        Aspect::Photo,
        Aspect::Attachments,
    ];

    fn is_silent(&self, field: Aspect) -> bool {
        match field {
            Aspect::Client => self.client.is_none(),
            Aspect::Role => self.role.is_empty() && self.department.is_empty(),
            Aspect::Emails => self.emails.is_empty(),
            Aspect::Phones => self.phones.is_empty(),
            Aspect::Addresses => self.addresses.is_empty(),
            Aspect::Links => self.links.is_empty(),
            Aspect::Birthday => self.birthday.is_none(),
            Aspect::Tags => self.tags.is_empty(),
            Aspect::Notes => self.notes.is_empty(),
            Aspect::Custom => self.custom.is_empty(),
            Aspect::Met => self.met.is_empty(),
            Aspect::Rights => self.consents.is_empty() && self.objection.is_none(),
            Aspect::Photo => self.photo.is_empty(),
            Aspect::Attachments => self.attachments.is_empty(),
            _ => false,
        }
    }

    fn covers(&self, other: &Self, field: Aspect) -> bool {
        match field {
            Aspect::Name => covers_name(self, other),
            Aspect::Client => other.client.is_none() || self.client == other.client,
            Aspect::Role => {
                text_covers(&self.role, &other.role)
                    && text_covers(&self.department, &other.department)
            }
            Aspect::Emails => has_all(&self.emails, &other.emails, domain::Email::folded),
            Aspect::Phones => has_all(&self.phones, &other.phones, Phone::dialled),
            Aspect::Addresses => other
                .addresses
                .iter()
                .all(|one| self.addresses.iter().any(|own| covers_address(own, one))),
            Aspect::Links => has_all(&self.links, &other.links, |link| page(link)),
            Aspect::Birthday => other.birthday.is_none() || self.birthday == other.birthday,
            Aspect::Tags => other.tags.iter().all(|tag| has_tag(&self.tags, tag)),
            Aspect::Notes => self.notes.contains(other.notes.trim()),
            Aspect::Custom => has_all(&self.custom, &other.custom, custom),
            Aspect::Met => other.met.is_subset(&self.met),
            Aspect::Rights => {
                let known = |one: &Consent| self.consents.contains(one);
                other.consents.iter().all(known)
                    && (other.objection.is_none() || self.objection == other.objection)
            }
            Aspect::Photo => other.photo.is_empty() || self.photo == other.photo,
            Aspect::Attachments => has_all(&self.attachments, &other.attachments, |one| {
                one.blob.clone()
            }),
            _ => true,
        }
    }

    fn take(&mut self, other: &Self, field: Aspect) {
        match field {
            Aspect::Name => {
                self.name.clone_from(&other.name);
                self.given.clone_from(&other.given);
                self.family.clone_from(&other.family);
                self.additional.clone_from(&other.additional);
                self.prefix.clone_from(&other.prefix);
                self.suffix.clone_from(&other.suffix);
                self.nickname.clone_from(&other.nickname);
            }
            Aspect::Client => self.client = other.client,
            Aspect::Role => {
                self.role.clone_from(&other.role);
                self.department.clone_from(&other.department);
            }
            Aspect::Emails => self.emails.clone_from(&other.emails),
            Aspect::Phones => self.phones.clone_from(&other.phones),
            Aspect::Addresses => self.addresses.clone_from(&other.addresses),
            Aspect::Links => self.links.clone_from(&other.links),
            Aspect::Birthday => self.birthday = other.birthday,
            Aspect::Tags => self.tags.clone_from(&other.tags),
            Aspect::Notes => self.notes.clone_from(&other.notes),
            Aspect::Custom => self.custom.clone_from(&other.custom),
            Aspect::Met => self.met.clone_from(&other.met),
            Aspect::Rights => {
                self.consents.clone_from(&other.consents);
                self.objection.clone_from(&other.objection);
            }
            Aspect::Photo => self.photo.clone_from(&other.photo),
            Aspect::Attachments => self.attachments.clone_from(&other.attachments),
            _ => {}
        }
    }

    fn unite(&mut self, other: &Self, field: Aspect) {
        match field {
            Aspect::Name => {
                if !has_name(self) && has_name(other) {
                    self.name.clone_from(&other.name);
                }
                // The parts of another name are not parts of this one.
                if self.folded_name() == other.folded_name() {
                    fill(&mut self.given, &other.given);
                    fill(&mut self.family, &other.family);
                    fill(&mut self.additional, &other.additional);
                    fill(&mut self.prefix, &other.prefix);
                    fill(&mut self.suffix, &other.suffix);
                }
                fill(&mut self.nickname, &other.nickname);
            }
            Aspect::Client => self.client = self.client.or(other.client),
            Aspect::Role => {
                fill(&mut self.role, &other.role);
                fill(&mut self.department, &other.department);
            }
            Aspect::Emails => add(&mut self.emails, &other.emails, domain::Email::folded),
            Aspect::Phones => add(&mut self.phones, &other.phones, Phone::dialled),
            Aspect::Addresses => {
                for one in &other.addresses {
                    if !self.addresses.iter().any(|own| covers_address(own, one)) {
                        self.addresses.push(one.clone());
                    }
                }
            }
            Aspect::Links => add(&mut self.links, &other.links, |link| page(link)),
            Aspect::Birthday => self.birthday = self.birthday.or(other.birthday),
            Aspect::Tags => add_tags(&mut self.tags, &other.tags),
            Aspect::Notes => add_text(&mut self.notes, &other.notes),
            Aspect::Custom => add(&mut self.custom, &other.custom, custom),
            Aspect::Met => self.met.extend(other.met.iter().cloned()),
            Aspect::Rights => unite_rights(self, other),
            Aspect::Photo => fill(&mut self.photo, &other.photo),
            Aspect::Attachments => {
                add(&mut self.attachments, &other.attachments, |one| {
                    one.blob.clone()
                });
            }
            _ => {}
        }
    }

    fn said(&self, field: Aspect, name: &dyn Fn(ClientId) -> String) -> String {
        match field {
            Aspect::Name => {
                let whole = [&self.prefix, &self.name, &self.suffix];
                let whole = whole.map(String::as_str).join(" ").trim().to_owned();
                if self.nickname.is_empty() {
                    whole
                } else {
                    format!("{whole} ({})", self.nickname)
                }
            }
            Aspect::Client => self.client.map(name).unwrap_or_default(),
            Aspect::Role => lines([self.role.clone(), self.department.clone()]),
            Aspect::Emails => lines(self.emails.iter().map(|one| one.address.trim().to_owned())),
            Aspect::Phones => lines(self.phones.iter().map(shown)),
            Aspect::Addresses => lines(self.addresses.iter().map(Address::line)),
            Aspect::Links => lines(self.links.iter().cloned()),
            Aspect::Birthday => self.birthday.map(|day| day.to_string()).unwrap_or_default(),
            Aspect::Tags => self.tags.iter().cloned().collect::<Vec<_>>().join(", "),
            Aspect::Notes => self.notes.clone(),
            Aspect::Custom => lines(self.custom.iter().map(named)),
            Aspect::Met => lines(self.met.iter().map(|met| {
                let on = met.on.map(|on| on.to_string()).unwrap_or_default();
                format!("{} {on}", met.by).trim().to_owned()
            })),
            Aspect::Rights => lines(
                self.consents.iter().map(|one| one.source.clone()).chain(
                    self.objection
                        .iter()
                        .map(|one| format!("{} {}", one.on, one.source).trim().to_owned()),
                ),
            ),
            Aspect::Attachments => lines(self.attachments.iter().map(|one| one.name.clone())),
            _ => String::new(),
        }
    }
}

/// A number the way it is read here.
pub(super) fn shown(phone: &Phone) -> String {
    phone.written.clone()
}

/// `Field: value`.
pub(super) fn named(field: &CustomField) -> String {
    format!("{}: {}", field.name, field.value)
}

pub(super) fn custom(field: &CustomField) -> (String, String) {
    (fold(&field.name), field.value.trim().to_owned())
}

/// A page's address as it is compared.
pub(super) fn page(link: &str) -> String {
    let link = link.trim().trim_end_matches('/').to_lowercase();
    ["https://", "http://"]
        .iter()
        .find_map(|scheme| link.strip_prefix(scheme))
        .map_or(link.clone(), str::to_owned)
}

/// Whether somebody has a name, and not an address or a number in its stead.
pub(super) fn has_name(contact: &Contact) -> bool {
    let name = contact.name.trim();
    let stands_in = contact.emails.iter().any(|one| one.address.trim() == name)
        || contact.phones.iter().any(|one| one.written.trim() == name);
    !stands_in && name.chars().any(char::is_alphabetic)
}

fn covers_name(here: &Contact, there: &Contact) -> bool {
    let whole = !has_name(there) || folded_name(&here.name) == folded_name(&there.name);
    whole
        && [
            (&here.given, &there.given),
            (&here.family, &there.family),
            (&here.additional, &there.additional),
            (&here.prefix, &there.prefix),
            (&here.suffix, &there.suffix),
            (&here.nickname, &there.nickname),
        ]
        .into_iter()
        .all(|(here, there)| text_covers(here, there))
}

fn covers_address(here: &Address, there: &Address) -> bool {
    [
        (&here.street, &there.street),
        (&here.postcode, &there.postcode),
        (&here.city, &there.city),
        (&here.region, &there.region),
        (&here.country, &there.country),
    ]
    .into_iter()
    .all(|(here, there)| text_covers(here, there))
}

/// Of two that speak of one channel the later word counts, and no is kept where the days do not tell; an objection is
/// never lost in a merge.
fn unite_rights(here: &mut Contact, there: &Contact) {
    for one in &there.consents {
        match here
            .consents
            .iter_mut()
            .find(|own| own.channel == one.channel)
        {
            None => here.consents.push(one.clone()),
            Some(own) => {
                let rank = |consent: &Consent| (consent.on, consent.agreed == Agreed::Withdrawn);
                if rank(one) > rank(own) {
                    own.clone_from(one);
                }
            }
        }
    }
    if here.objection.is_none() {
        here.objection.clone_from(&there.objection);
    }
}

/// The field of a card that says this of a contact; `None` for what no card says.
pub(crate) fn card_field(field: Aspect) -> Option<CardField> {
    Some(match field {
        Aspect::Name => CardField::Name,
        Aspect::Client => CardField::Client,
        Aspect::Role => CardField::Role,
        Aspect::Emails => CardField::Emails,
        Aspect::Phones => CardField::Phones,
        Aspect::Addresses => CardField::Addresses,
        Aspect::Links => CardField::Links,
        Aspect::Birthday => CardField::Birthday,
        Aspect::Tags => CardField::Tags,
        Aspect::Notes => CardField::Notes,
        Aspect::Custom => CardField::Custom,
        Aspect::Met => CardField::Met,
        Aspect::Rights => CardField::Rights,
        Aspect::Photo => CardField::Photo,
        _ => return None,
    })
}
