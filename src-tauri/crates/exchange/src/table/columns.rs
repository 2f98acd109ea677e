//! People, made rows: which columns a table of them has, and what stands in each.

use domain::{Address, Client, Contact, CustomField, Email, Language, Phone, ReachKind, Tier};

use super::values::tagged;
use crate::rights::{consents_cell, objection_cell};

/// What stands before the name of a field the person named, so that none is taken for one of ours.
const CUSTOM: [&str; 2] = ["Champ : ", "Field: "];

/// The name of a field the person named, from its head in a table we wrote.
pub(super) fn custom_name(head: &str) -> Option<&str> {
    CUSTOM.iter().find_map(|before| head.strip_prefix(before))
}

/// One row of a table of people: somebody at a client, or a client at whom nobody is known.
#[derive(Debug, Clone, Copy)]
pub struct TablePerson<'a> {
    /// The person.
    pub contact: Option<&'a Contact>,
    /// Where they work.
    pub client: Option<&'a Client>,
}

impl<'a> TablePerson<'a> {
    fn phones(&self) -> &'a [Phone] {
        match (self.contact, self.client) {
            (Some(contact), _) => &contact.phones,
            (None, Some(client)) => &client.phones,
            (None, None) => &[],
        }
    }

    fn emails(&self) -> &'a [Email] {
        match (self.contact, self.client) {
            (Some(contact), _) => &contact.emails,
            (None, Some(client)) => &client.emails,
            (None, None) => &[],
        }
    }

    fn addresses(&self) -> &'a [Address] {
        self.contact.map_or(&[], |contact| &contact.addresses)
    }

    fn links(&self) -> Vec<&'a str> {
        match (self.contact, self.client) {
            (Some(contact), _) => contact.links.iter().map(String::as_str).collect(),
            (None, Some(client)) if !client.website.is_empty() => vec![client.website.as_str()],
            _ => Vec::new(),
        }
    }

    fn custom(&self) -> &'a [CustomField] {
        match (self.contact, self.client) {
            (Some(contact), _) => &contact.custom,
            (None, Some(client)) => &client.custom,
            (None, None) => &[],
        }
    }

    fn tags(&self) -> String {
        match (self.contact, self.client) {
            (Some(contact), _) => tagged(contact.tags.iter()),
            (None, Some(client)) => tagged(client.tags.iter()),
            (None, None) => String::new(),
        }
    }

    fn notes(&self) -> &'a str {
        match (self.contact, self.client) {
            (Some(contact), _) => &contact.notes,
            (None, Some(client)) => &client.notes,
            (None, None) => "",
        }
    }
}

/// The columns of a table of people, in the words of a language: as many as its widest row needs. Show it everybody
/// first ([`PeopleTable::widen`]), then ask for [`PeopleTable::heads`] and the cells of each.
///
/// [`super::Sheet`] maps the heads back and reads every cell as it was; fields the person named come back in the order
/// of the columns. What a table has no column for (pictures, files, who met whom) stays.
#[derive(Debug, Clone)]
pub struct PeopleTable {
    words: &'static Words,
    phones: usize,
    emails: usize,
    addresses: usize,
    links: usize,
    /// The fields the person named, each as often as somebody has it.
    custom: Vec<String>,
}

impl PeopleTable {
    /// A table of nobody yet.
    pub fn new(language: Language) -> Self {
        Self {
            words: match language {
                Language::Fr => &FRENCH,
                Language::En => &ENGLISH,
            },
            phones: 1,
            emails: 1,
            addresses: 1,
            links: 1,
            custom: Vec::new(),
        }
    }

    /// Makes room for somebody.
    pub fn widen(&mut self, person: &TablePerson<'_>) {
        self.phones = self.phones.max(person.phones().len());
        self.emails = self.emails.max(person.emails().len());
        self.addresses = self.addresses.max(person.addresses().len());
        self.links = self.links.max(person.links().len());
        let fields = person.custom();
        for (at, field) in fields.iter().enumerate() {
            let same = |other: &&CustomField| other.name == field.name;
            let wanted = fields[..=at].iter().filter(same).count();
            let known = self
                .custom
                .iter()
                .filter(|name| **name == field.name)
                .count();
            if known < wanted {
                self.custom.push(field.name.clone());
            }
        }
    }

    /// The heads of the columns.
    pub fn heads(&self) -> Vec<String> {
        let words = self.words;
        let mut heads: Vec<String> = words.first.iter().map(|head| (*head).to_owned()).collect();
        for (count, head) in [(self.phones, words.phone), (self.emails, words.email)] {
            for n in 1..=count {
                heads.push(format!("{head} {n} - {}", words.kind));
                heads.push(format!("{head} {n}"));
            }
        }
        for n in 1..=self.addresses {
            let parts = std::iter::once(words.kind).chain(words.address_parts);
            heads.extend(parts.map(|part| format!("{} {n} - {part}", words.address)));
        }
        heads.extend((1..=self.links).map(|n| format!("{} {n}", words.link)));
        heads.extend(words.last.iter().map(|head| (*head).to_owned()));
        heads.extend(
            self.custom
                .iter()
                .map(|name| format!("{}{name}", words.custom)),
        );
        heads
    }

    /// The cells of somebody, one for each head.
    pub fn cells(&self, person: &TablePerson<'_>) -> Vec<String> {
        let mut cells = Vec::new();
        let of = |part: fn(&Contact) -> &str| person.contact.map_or("", part).to_owned();
        let house = |part: fn(&Client) -> &str| person.client.map_or("", part).to_owned();
        cells.extend([
            of(|contact| &contact.uid),
            of(|contact| &contact.name),
            of(|contact| &contact.prefix),
            of(|contact| &contact.given),
            of(|contact| &contact.additional),
            of(|contact| &contact.family),
            of(|contact| &contact.suffix),
            of(|contact| &contact.nickname),
            house(|client| &client.name),
            of(|contact| &contact.role),
            of(|contact| &contact.department),
        ]);
        for n in 0..self.phones {
            let phone = person.phones().get(n);
            cells.push(phone.map_or_else(String::new, |phone| self.kind(phone.kind)));
            cells.push(phone.map_or_else(String::new, |phone| phone.written.clone()));
        }
        for n in 0..self.emails {
            let email = person.emails().get(n);
            cells.push(email.map_or_else(String::new, |email| self.kind(email.kind)));
            cells.push(email.map_or_else(String::new, |email| email.address.clone()));
        }
        for n in 0..self.addresses {
            match person.addresses().get(n) {
                Some(address) => cells.extend([
                    self.kind(address.kind),
                    address.street.clone(),
                    address.postcode.clone(),
                    address.city.clone(),
                    address.region.clone(),
                    address.country.clone(),
                ]),
                None => cells.extend(std::iter::repeat_n(String::new(), 6)),
            }
        }
        let links = person.links();
        cells.extend((0..self.links).map(|n| links.get(n).copied().unwrap_or_default().to_owned()));
        let birthday = person.contact.and_then(|contact| contact.birthday);
        cells.extend([
            birthday.map_or_else(String::new, |date| date.format("%Y-%m-%d").to_string()),
            person.tags(),
            house(|client| &client.market),
            house(|client| tier(client.tier)),
            house(|client| &client.siren),
            house(|client| &client.siret),
            person.notes().to_owned(),
            person
                .contact
                .map_or_else(String::new, |contact| consents_cell(&contact.consents)),
            objection_cell(
                person
                    .contact
                    .and_then(|contact| contact.objection.as_ref()),
            ),
        ]);
        cells.extend(self.named(person.custom()));
        cells
    }

    /// The fields the person named, each in its column.
    fn named(&self, fields: &[CustomField]) -> impl Iterator<Item = String> {
        let mut left: Vec<&CustomField> = fields.iter().collect();
        self.custom.iter().map(move |name| {
            let found = left.iter().position(|field| field.name == *name);
            found.map_or_else(String::new, |at| left.remove(at).value.clone())
        })
    }

    fn kind(&self, kind: ReachKind) -> String {
        let [work, mobile, home, fax, other] = self.words.kinds;
        match kind {
            ReachKind::Work => work,
            ReachKind::Mobile => mobile,
            ReachKind::Home => home,
            ReachKind::Fax => fax,
            ReachKind::Other => other,
        }
        .to_owned()
    }
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "A",
        Tier::B => "B",
        Tier::C => "C",
        Tier::None => "",
    }
}

/// The heads in a language. They are kept here and not among the sentences of the app, for [`super::Sheet`] has to know
/// those of both again whatever the app says by then.
#[derive(Debug)]
struct Words {
    first: [&'static str; 11],
    kind: &'static str,
    kinds: [&'static str; 5],
    phone: &'static str,
    email: &'static str,
    address: &'static str,
    address_parts: [&'static str; 5],
    link: &'static str,
    last: [&'static str; 9],
    custom: &'static str,
}

static FRENCH: Words = Words {
    first: [
        "UID",
        "Nom complet",
        "Civilité",
        "Prénom",
        "Autres prénoms",
        "Nom de famille",
        "Suffixe",
        "Surnom",
        "Société",
        "Fonction",
        "Service",
    ],
    kind: "Type",
    kinds: ["Bureau", "Mobile", "Domicile", "Fax", "Autre"],
    phone: "Téléphone",
    email: "E-mail",
    address: "Adresse",
    address_parts: ["Rue", "Code postal", "Ville", "Région", "Pays"],
    link: "Site web",
    last: [
        "Anniversaire",
        "Étiquettes",
        "Marché",
        "Rang",
        "SIREN",
        "SIRET",
        "Notes",
        "Consentements",
        "Opposition",
    ],
    custom: CUSTOM[0],
};

static ENGLISH: Words = Words {
    first: [
        "UID",
        "Full Name",
        "Prefix",
        "First Name",
        "Other First Names",
        "Last Name",
        "Suffix",
        "Nickname",
        "Company",
        "Job Title",
        "Department",
    ],
    kind: "Type",
    kinds: ["Work", "Mobile", "Home", "Fax", "Other"],
    phone: "Phone",
    email: "E-mail",
    address: "Address",
    address_parts: ["Street", "Postal Code", "City", "Region", "Country"],
    link: "Website",
    last: [
        "Birthday",
        "Tags",
        "Market",
        "Tier",
        "SIREN",
        "SIRET",
        "Notes",
        "Consents",
        "Objection",
    ],
    custom: CUSTOM[1],
};
