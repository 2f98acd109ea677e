//! What a person of a file is to the book, and to those who stand before them in the files.

use std::collections::{HashMap, HashSet};

use domain::{
    CardForm, CardSource, Client, ClientId, Contact, Id, Phone, ReachKind, SourceId, Tier,
    folded_company,
};
use exchange::{ReadCompany, ReadPerson, ReadPhoto};
use reach::Region;
use store::{Index, Key, text_key};

use super::seen::Seen;
use super::{Detail, Difference, Known, KnownAt, Match};
use crate::aspect::Aspect;
use crate::duplicates::{Alike, Company, Fielded, alike, apart_said, are_apart, covers_all};
use crate::fault::Fault;
use crate::house::House;

/// More who share a key than this are a house, not one person.
const SHARED_MOST: usize = 12;
/// How much of a field is shown, in characters.
const SHOWN_MOST: usize = 160;

/// A person of a file with all that only the house knows: the client, E.164, the picture's address, the source.
pub(super) struct Ready {
    pub(super) contact: Contact,
    pub(super) company: ReadCompany,
    pub(super) photo: Option<ReadPhoto>,
    pub(super) detail: Detail,
}

/// What a person is to the book.
pub(super) struct Look {
    pub(super) verdict: Match,
    pub(super) detail: Detail,
    pub(super) differing: Vec<Difference>,
    pub(super) known: Option<Known>,
}

/// Who looks at people.
pub(super) struct People<'a> {
    house: &'a House,
    /// Whether nobody is in the book yet: then nobody need be looked for.
    empty: bool,
    apart: HashSet<[Key; 2]>,
    companies: Companies<'a>,
    seen: Seen,
}

impl<'a> People<'a> {
    pub(super) fn of(house: &'a House) -> Result<Self, Fault> {
        Ok(Self {
            house,
            empty: house.store.stream::<Contact>().next().is_none(),
            apart: apart_said(house)?,
            companies: Companies::of(house),
            seen: Seen::default(),
        })
    }

    /// The person of a file, with all that only the house knows. Of a client that is still to be made the id stands
    /// for its name alone.
    pub(super) fn ready(
        &mut self,
        person: ReadPerson,
        file: SourceId,
        form: CardForm,
    ) -> Result<Ready, Fault> {
        ready(person, file, form, |name| {
            Ok(self.companies.find(name)?.unwrap_or_else(|| stand_in(name)))
        })
    }

    /// What a person is to the book and to the rows before; `row` is its own.
    pub(super) fn look(&mut self, ready: Ready, row: usize) -> Result<Look, Fault> {
        let there = ready.contact;
        if let Some(here) = self.who_came_as(&there)? {
            let look = Look {
                verdict: Match::Same,
                // What was changed here since is later than the card.
                detail: if here.trashed_at.is_some() {
                    Detail::InTrash
                } else {
                    ready.detail
                },
                differing: Vec::new(),
                known: Some(Known {
                    at: KnownAt::Contact(here.id),
                    name: here.name,
                }),
            };
            self.seen.add(row, there);
            return Ok(look);
        }
        let mut best: Option<Candidate> = None;
        let mut better = |candidate: Candidate| {
            if best
                .as_ref()
                .is_none_or(|best| candidate.rank() < best.rank())
            {
                best = Some(candidate);
            }
        };
        for here in self.in_book(&there)? {
            if !are_apart(&self.apart, here.id, there.id)
                && let Some(candidate) = Candidate::of(&here, &there, KnownAt::Contact(here.id))
            {
                better(candidate);
            }
        }
        for (at, here) in self.seen.like(&there) {
            if let Some(candidate) = Candidate::of(here, &there, KnownAt::Row(at)) {
                better(candidate);
            }
        }
        let look = match best {
            None => Look {
                verdict: Match::New,
                detail: ready.detail,
                differing: Vec::new(),
                known: None,
            },
            Some(candidate) => self.weighed(candidate, &there, &ready.company, ready.detail),
        };
        self.seen.add(row, there);
        Ok(look)
    }

    fn weighed(
        &self,
        Candidate {
            at,
            here,
            alike,
            covered,
            by_uid,
        }: Candidate,
        there: &Contact,
        company: &ReadCompany,
        detail: Detail,
    ) -> Look {
        let known = Some(Known {
            at,
            name: here.name.clone(),
        });
        let same_card = there.sources.iter().any(|own| here.sources.contains(own));
        let (verdict, detail) = if here.trashed_at.is_some() {
            (Match::Same, Detail::InTrash)
        } else if same_card {
            // The same file was given twice.
            (Match::Same, Detail::Twice)
        } else if covered && by_uid {
            (Match::Same, detail)
        } else if by_uid && is_older(there, &here) {
            (Match::Same, Detail::Older)
        } else if covered {
            (Match::Same, Detail::OneWith)
        } else if alike.sure && !at_row(at) {
            (Match::Differs, Detail::DiffersFrom)
        } else {
            (Match::Near, Detail::LooksLike)
        };
        let differing = match verdict {
            Match::Differs | Match::Near => self.differing(&here, there, company),
            _ => Vec::new(),
        };
        Look {
            verdict,
            detail,
            differing,
            known,
        }
    }

    fn differing(&self, here: &Contact, there: &Contact, company: &ReadCompany) -> Vec<Difference> {
        let name = |id: ClientId| -> String {
            if Some(id) == there.client && self.client(id).is_none() {
                return company.name.clone();
            }
            self.client(id)
                .map(|client| client.name)
                .unwrap_or_default()
        };
        let cut = |text: String| text.chars().take(SHOWN_MOST).collect();
        Contact::ASPECTS
            .iter()
            .filter(|field| !here.covers(there, **field))
            .map(|field| Difference {
                field: *field,
                here: cut(here.said(*field, &name)),
                there: cut(there.said(*field, &name)),
            })
            .collect()
    }

    fn client(&self, id: ClientId) -> Option<Client> {
        self.house.store.get(id.to_bytes()).ok().flatten()
    }

    /// A company that is told of and nobody at it.
    pub(super) fn look_company(&mut self, person: &ReadPerson) -> Result<Look, Fault> {
        let known = self.companies.find(&person.company.name)?;
        let Some(here) = known.and_then(|id| self.client(id)) else {
            let (verdict, known) = match self.companies.named_by_row(&person.company.name) {
                Some(row) => (
                    Match::Same,
                    Some(Known {
                        at: KnownAt::Row(row),
                        name: person.company.name.clone(),
                    }),
                ),
                None => (Match::New, None),
            };
            return Ok(Look {
                verdict,
                detail: Detail::Person(person.warnings.clone()),
                differing: Vec::new(),
                known,
            });
        };
        let there = as_client(person, here.id, here.created_at);
        let mut differing: Vec<Difference> = Client::ASPECTS
            .iter()
            .filter(|field| here.is_silent(**field) && !there.is_silent(**field))
            .map(|field| Difference {
                field: *field,
                here: String::new(),
                there: there.said(*field, &|_| String::new()),
            })
            .collect();
        let has_place = !self
            .house
            .store
            .starting_with(Index::PlaceOfClient, &here.id.to_bytes())?
            .is_empty();
        if let Some(address) = person.contact.addresses.first().filter(|_| !has_place) {
            differing.push(Difference {
                field: Aspect::Addresses,
                here: String::new(),
                there: address.line(),
            });
        }
        let (verdict, detail) = if differing.is_empty() {
            (Match::Same, Detail::Person(person.warnings.clone()))
        } else {
            (Match::Differs, Detail::DiffersFrom)
        };
        Ok(Look {
            verdict,
            detail,
            differing,
            known: Some(Known {
                at: KnownAt::Client(here.id),
                name: here.name,
            }),
        })
    }

    /// Remembers that a row makes a client of this name.
    pub(super) fn makes_company(&mut self, name: &str, row: usize) {
        self.companies
            .made_by
            .entry(folded_company(name))
            .or_insert(row);
    }

    /// Who came as this very card or row, of this very file: whatever they are called by now.
    fn who_came_as(&self, there: &Contact) -> Result<Option<Contact>, Fault> {
        if self.empty {
            return Ok(None);
        }
        let keys = self
            .house
            .store
            .starting_with(Index::ContactUid, &text_key(&there.uid))?;
        for key in keys {
            let here: Option<Contact> = self.house.store.get(key)?;
            let came =
                here.filter(|here| there.sources.iter().any(|own| here.sources.contains(own)));
            if came.is_some() {
                return Ok(came);
            }
        }
        Ok(None)
    }

    /// Contacts of the book that have something in common with somebody.
    fn in_book(&self, there: &Contact) -> Result<Vec<Contact>, Fault> {
        if self.empty {
            return Ok(Vec::new());
        }
        in_book(self.house, there)
    }
}

/// Contacts of the book that have something in common with somebody, those in the trash only by their UID.
pub(super) fn in_book(house: &House, there: &Contact) -> Result<Vec<Contact>, Fault> {
    let mut keys: Vec<Key> = Vec::new();
    let mut look = |index: Index, text: &str| -> Result<(), Fault> {
        let found = house.store.starting_with(index, &text_key(text))?;
        if found.len() <= SHARED_MOST {
            keys.extend(found);
        }
        Ok(())
    };
    look(Index::ContactUid, &there.uid)?;
    for email in &there.emails {
        look(Index::ContactEmail, &email.folded())?;
    }
    for phone in &there.phones {
        look(Index::ContactPhone, &phone.dialled())?;
    }
    look(Index::ContactName, &there.folded_name())?;
    keys.sort_unstable();
    keys.dedup();
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        found.extend(house.store.get::<Contact>(key)?);
    }
    Ok(found)
}

/// Somebody a person may be.
struct Candidate {
    at: KnownAt,
    here: Box<Contact>,
    alike: Alike,
    covered: bool,
    by_uid: bool,
}

impl Candidate {
    fn of(here: &Contact, there: &Contact, at: KnownAt) -> Option<Self> {
        let company = match (here.client, there.client) {
            (Some(one), Some(other)) if one == other => Company::Same,
            (Some(_), Some(_)) => Company::Other,
            _ => Company::Unknown,
        };
        let alike = alike(here, there, company)?;
        Some(Self {
            at,
            covered: company != Company::Other && covers_all(here, there),
            by_uid: here.uid == there.uid || here.sources.iter().any(|own| own.uid == there.uid),
            alike,
            here: Box::new(here.clone()),
        })
    }

    /// The lower, the surer; the book before the files.
    fn rank(&self) -> (bool, bool, bool, bool) {
        (
            !self.by_uid,
            !self.covered,
            !self.alike.sure,
            at_row(self.at),
        )
    }
}

fn at_row(at: KnownAt) -> bool {
    matches!(at, KnownAt::Row(_))
}

/// Whether a card says when it was last changed (REV), and that is before what is here was.
fn is_older(there: &Contact, here: &Contact) -> bool {
    there.updated_at != chrono::DateTime::UNIX_EPOCH && there.updated_at < here.updated_at
}

/// Clients by what their companies are compared by.
pub(super) struct Companies<'a> {
    house: &'a House,
    known: HashMap<String, Option<ClientId>>,
    made_by: HashMap<String, usize>,
}

impl<'a> Companies<'a> {
    pub(super) fn of(house: &'a House) -> Self {
        Self {
            house,
            known: HashMap::new(),
            made_by: HashMap::new(),
        }
    }

    /// The client of the book that a company is.
    pub(super) fn find(&mut self, name: &str) -> Result<Option<ClientId>, Fault> {
        let folded = folded_company(name);
        if let Some(known) = self.known.get(&folded) {
            return Ok(*known);
        }
        let keys = self
            .house
            .store
            .starting_with(Index::CompanyName, &text_key(&folded))?;
        let mut found = None;
        for key in keys {
            let client: Option<Client> = self.house.store.get(key)?;
            found = client
                .filter(|client| folded_company(&client.name) == folded)
                .map(|client| client.id);
            if found.is_some() {
                break;
            }
        }
        self.known.insert(folded, found);
        Ok(found)
    }

    /// From now on a company is this client.
    pub(super) fn learn(&mut self, name: &str, id: ClientId) {
        self.known.insert(folded_company(name), Some(id));
    }

    fn named_by_row(&self, name: &str) -> Option<usize> {
        self.made_by.get(&folded_company(name)).copied()
    }
}

/// The id that stands for a company that is no client yet: the same for the same name.
fn stand_in(name: &str) -> ClientId {
    Id::from_content(folded_company(name).as_bytes())
}

/// A person of a file with all that only the house knows; `client` gives the client of a company's name.
pub(super) fn ready(
    person: ReadPerson,
    file: SourceId,
    form: CardForm,
    client: impl FnOnce(&str) -> Result<ClientId, Fault>,
) -> Result<Ready, Fault> {
    let ReadPerson {
        mut contact,
        company,
        photo,
        offset,
        length,
        warnings,
        ..
    } = person;
    if !company.name.is_empty() {
        contact.client = Some(client(&company.name)?);
    }
    contact.phones.iter_mut().for_each(dial);
    if let Some(photo) = &photo {
        contact.photo = store::Attic::address_of(&photo.bytes);
    }
    contact.sources = vec![CardSource {
        file,
        form,
        offset,
        length,
        uid: contact.uid.clone(),
    }];
    Ok(Ready {
        contact,
        company,
        photo,
        detail: Detail::Person(warnings),
    })
}

/// Gives a number what it is dialled by; what it is for is the file's to say, where it does.
fn dial(phone: &mut Phone) {
    let read = reach::phone(&phone.written, Region::FRANCE);
    phone.e164 = read.e164;
    if phone.kind == ReachKind::Other {
        phone.kind = read.kind;
    }
}

/// What a file tells of a company, as a client.
pub(super) fn as_client(
    person: &ReadPerson,
    id: ClientId,
    now: chrono::DateTime<chrono::Utc>,
) -> Client {
    let ReadPerson {
        contact, company, ..
    } = person;
    let mut client = detailed(company, id, now);
    client.website = contact.links.first().cloned().unwrap_or_default();
    client.emails.clone_from(&contact.emails);
    client.phones.clone_from(&contact.phones);
    client.phones.iter_mut().for_each(dial);
    client.tags.clone_from(&contact.tags);
    client.notes.clone_from(&contact.notes);
    client.custom.clone_from(&contact.custom);
    client
}

/// What a card or row of a person tells of the company, as a client.
pub(super) fn detailed(
    company: &ReadCompany,
    id: ClientId,
    now: chrono::DateTime<chrono::Utc>,
) -> Client {
    let mut client = Client::new(id, company.name.clone(), now);
    client.market.clone_from(&company.market);
    client.tier = company.tier;
    client.siren.clone_from(&company.siren);
    client.siret.clone_from(&company.siret);
    client
}

/// Whether a card or row says more of the company than its name.
pub(super) fn says_more(company: &ReadCompany) -> bool {
    let ReadCompany {
        name: _,
        market,
        tier,
        siren,
        siret,
    } = company;
    *tier != Tier::None || ![market, siren, siret].iter().all(|text| text.is_empty())
}

/// What tells a person from others of that name, before they are in the book.
pub(super) fn subtitle(person: &ReadPerson) -> String {
    let email = person.contact.emails.first().map(|one| one.address.trim());
    let parts = [person.company.name.as_str(), email.unwrap_or_default()];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|part| !part.is_empty() && *part != person.contact.name)
        .collect();
    parts.join(" · ")
}

/// The fields that a row's person fills of what a client does not say.
pub(super) fn fill_client(here: &mut Client, there: &Client) -> bool {
    let mut filled = false;
    for field in Client::ASPECTS {
        let name_or_links = matches!(field, Aspect::Name | Aspect::Links | Aspect::Attachments);
        if !name_or_links && here.is_silent(*field) && !there.is_silent(*field) {
            here.take(there, *field);
            filled = true;
        }
    }
    filled
}
