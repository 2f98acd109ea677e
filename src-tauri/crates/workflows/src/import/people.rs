//! What a person of a file is to the book, and to those who stand before them in the files.

use std::collections::HashSet;

use domain::{CardForm, Client, ClientId, Contact, SourceId};
use exchange::{ReadCompany, ReadPerson};
use store::{Index, Key, text_key};

use super::candidate::{Candidate, at_row, in_book, is_older};
use super::companies::{Companies, as_client, stand_in};
use super::ready::{Ready, ready};
use super::seen::Seen;
use super::{Detail, Difference, Known, KnownAt, Match};
use crate::aspect::Aspect;
use crate::duplicates::{Fielded, apart_said, are_apart};
use crate::fault::Fault;
use crate::house::House;

/// How much of a field is shown, in characters.
const SHOWN_MOST: usize = 160;

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
        self.companies.makes(name, row);
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
