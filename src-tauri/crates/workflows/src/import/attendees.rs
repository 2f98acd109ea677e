//! The people of meetings: who they are, which of them is oneself, and what client their address speaks for.

use std::collections::{HashMap, HashSet};

use domain::{Client, ClientId, Contact, ContactId, Email, Id, Participant, clean_line};
use exchange::{ReadCompany, ReadEvent, ReadPerson};
use store::{Index, text_key};

use crate::fault::Fault;
use crate::house::House;

/// Domains where anybody has an address.
const FREE_MAIL: &str = include_str!("free_mail.txt");
/// Addresses of calendars and machines: nobody reads what is sent there.
const NOBODY: [&str; 6] = [
    "noreply@",
    "no-reply@",
    "donotreply@",
    "ne-pas-repondre@",
    "@resource.calendar.google.com",
    "@group.calendar.google.com",
];
/// The most people one calendar brings.
const PEOPLE_MOST: usize = 20_000;

/// The people of one calendar.
#[derive(Debug, Default)]
pub(super) struct Attendees {
    /// How many meetings have participants.
    meetings: usize,
    met: HashMap<String, Attendee>,
    order: Vec<String>,
    method: Option<String>,
    /// What the calendar calls itself.
    name: String,
}

#[derive(Debug)]
struct Attendee {
    name: String,
    email: String,
    meetings: usize,
    organizes: bool,
    attends: bool,
    offset: u64,
    length: u64,
    line: u32,
}

impl Attendees {
    /// Of a calendar with this METHOD and this name.
    pub(super) fn of(method: Option<&str>, name: Option<&str>) -> Self {
        Self {
            method: method.map(str::to_uppercase),
            name: name.map(folded).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Takes the people of a meeting into account.
    pub(super) fn take(&mut self, event: &ReadEvent) {
        let mut here = HashSet::new();
        for participant in &event.participants {
            let address = folded(&participant.email);
            if !is_somebody(&address) {
                continue;
            }
            if !self.met.contains_key(&address) {
                if self.order.len() == PEOPLE_MOST {
                    continue;
                }
                self.order.push(address.clone());
            }
            let one = self.met.entry(address.clone()).or_insert_with(|| Attendee {
                name: String::new(),
                email: participant.email.trim().to_owned(),
                meetings: 0,
                organizes: false,
                attends: false,
                offset: event.offset,
                length: event.length,
                line: event.line,
            });
            one.organizes |= participant.organizer;
            one.attends |= !participant.organizer;
            if one.name.is_empty() && !participant.name.contains('@') {
                one.name = clean_line(&participant.name, Contact::LINE_MOST);
            }
            if here.insert(address) {
                one.meetings += 1;
            }
        }
        self.meetings += usize::from(!here.is_empty());
    }

    /// The people one meets, in the order they come: not oneself.
    ///
    /// A file does not say whose it is. Who is in most of its meetings, of three or more, is taken for oneself, and so
    /// is the address a calendar is named by. Where that cannot be told, only those come of whom it is certain that
    /// they are others: who invites (REQUEST), who answers (REPLY), and in a calendar whoever calls no meeting.
    pub(super) fn people(&self) -> Vec<ReadPerson> {
        let own = self.own();
        let other = |address: &str, one: &Attendee| match (&own, self.method.as_deref()) {
            (Some(own), _) => own != address,
            (None, Some("REQUEST" | "CANCEL")) => one.organizes,
            (None, _) => one.attends && !one.organizes,
        };
        self.order
            .iter()
            .filter_map(|address| Some((address, self.met.get(address)?)))
            .filter(|(address, one)| other(address, one))
            .map(|(address, one)| one.person(address))
            .collect()
    }

    /// One's own address, when it can be told.
    pub(super) fn own(&self) -> Option<String> {
        const MEETINGS: usize = 3;
        if self.met.contains_key(&self.name) {
            return Some(self.name.clone());
        }
        let mut counts: Vec<(usize, &String)> = self
            .met
            .iter()
            .map(|(address, one)| (one.meetings, address))
            .collect();
        counts.sort_unstable_by(|one, other| other.cmp(one));
        let (most, address) = *counts.first()?;
        let second = counts.get(1).map_or(0, |(count, _)| *count);
        (self.meetings >= MEETINGS && most * 2 > self.meetings && most > second)
            .then(|| address.clone())
    }
}

impl Attendee {
    fn person(&self, address: &str) -> ReadPerson {
        let name = if self.name.is_empty() {
            &self.email
        } else {
            &self.name
        };
        let at = chrono::DateTime::UNIX_EPOCH;
        let mut contact = Contact::new(Id::from_bytes([0; 16]), name.clone(), at);
        contact.uid = format!("mailto:{address}");
        contact.emails.push(Email {
            address: self.email.clone(),
            ..Email::default()
        });
        ReadPerson {
            contact,
            company: ReadCompany::default(),
            photo: None,
            offset: self.offset,
            length: self.length,
            line: self.line,
            warnings: Vec::new(),
        }
    }
}

fn folded(address: &str) -> String {
    address.trim().to_lowercase()
}

fn is_somebody(address: &str) -> bool {
    let whole = address
        .split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
    whole && !NOBODY.iter().any(|nobody| address.contains(nobody))
}

/// Whether anybody can have an address there.
fn is_free(domain: &str) -> bool {
    FREE_MAIL
        .lines()
        .filter(|line| !line.starts_with('#'))
        .any(|line| match line.strip_suffix('*') {
            Some(beginning) => domain.starts_with(beginning),
            None => domain == line,
        })
}

/// Which client an address speaks for.
pub(super) struct Suggest<'a> {
    house: &'a House,
    /// Clients by the domains of their addresses and their site; read when first asked.
    domains: Option<HashMap<String, HashSet<ClientId>>>,
    own: HashSet<String>,
}

impl<'a> Suggest<'a> {
    pub(super) fn of(house: &'a House) -> Self {
        Self {
            house,
            domains: None,
            own: HashSet::new(),
        }
    }

    /// An address of one's own: neither it nor its house is a client's.
    pub(super) fn is_own(&mut self, address: Option<String>) {
        self.own.extend(address);
    }

    /// The client of these people, when they speak for one and the same.
    pub(super) fn client_of(&mut self, people: &[Participant]) -> Result<Option<ClientId>, Fault> {
        let mut clients = HashSet::new();
        for participant in people {
            clients.extend(self.clients_of(&participant.email)?);
        }
        Ok(match clients.len() {
            1 => clients.into_iter().next(),
            _ => None,
        })
    }

    /// The one client an address speaks for.
    pub(super) fn client_at(&mut self, address: &str) -> Result<Option<ClientId>, Fault> {
        let clients = self.clients_of(address)?;
        Ok(match clients.len() {
            1 => clients.into_iter().next(),
            _ => None,
        })
    }

    /// The clients an address may speak for: those of the contacts who have it, else those of its domain.
    fn clients_of(&mut self, address: &str) -> Result<HashSet<ClientId>, Fault> {
        let address = folded(address);
        let domain = address
            .rsplit_once('@')
            .map(|(_, domain)| domain.to_owned());
        let (Some(domain), false) = (domain, self.own.contains(&address)) else {
            return Ok(HashSet::new());
        };
        let known: HashSet<ClientId> = who_has(self.house, &address)?
            .into_iter()
            .filter_map(|(_, client)| client)
            .collect();
        let colleague = self
            .own
            .iter()
            .any(|own| own.ends_with(&format!("@{domain}")));
        if !known.is_empty() || is_free(&domain) || colleague {
            return Ok(known);
        }
        if self.domains.is_none() {
            self.domains = Some(domains(self.house)?);
        }
        let found = self.domains.as_ref().and_then(|all| all.get(&domain));
        Ok(found.cloned().unwrap_or_default())
    }
}

/// The contacts that have an address, and their clients.
pub(super) fn who_has(
    house: &House,
    address: &str,
) -> Result<Vec<(ContactId, Option<ClientId>)>, Fault> {
    let mut found = Vec::new();
    let keys = house
        .store
        .starting_with(Index::ContactEmail, &text_key(address))?;
    for key in keys {
        let contact: Option<Contact> = house.store.get(key)?;
        found.extend(
            contact
                .filter(|one| one.emails.iter().any(|own| own.folded() == address))
                .map(|one| (one.id, one.client)),
        );
    }
    Ok(found)
}

fn domains(house: &House) -> Result<HashMap<String, HashSet<ClientId>>, Fault> {
    let mut domains: HashMap<String, HashSet<ClientId>> = HashMap::new();
    let mut note = |domain: String, client: ClientId| {
        if domain.contains('.') && !is_free(&domain) {
            domains.entry(domain).or_default().insert(client);
        }
    };
    for client in house.store.stream_any::<Client>() {
        let client = client?;
        if client.trashed_at.is_some() {
            continue;
        }
        for email in &client.emails {
            note(email.domain(), client.id);
        }
        note(host(&client.website), client.id);
    }
    for contact in house.store.stream_any::<Contact>() {
        let contact = contact?;
        if let (Some(client), None) = (contact.client, contact.trashed_at) {
            for email in &contact.emails {
                note(email.domain(), client);
            }
        }
    }
    Ok(domains)
}

/// The host of a site, `www.` aside.
fn host(website: &str) -> String {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    let host = host.to_lowercase();
    host.strip_prefix("www.")
        .map_or(host.clone(), str::to_owned)
}
