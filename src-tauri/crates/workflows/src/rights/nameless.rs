//! Records without somebody: what an erasure makes of each, whether it lies in the book or in a copy that comes back.

use std::ops::Range;

use domain::{
    Client, Contact, Departing, Departure, Mailbox, Market, Merge, Merged, Participant, Place,
    Touchpoint,
};

use super::files;
use super::named::Named;
use super::texts::{self, Text};

/// Takes people out of records.
#[derive(Clone, Copy)]
pub(crate) struct Nameless<'a> {
    /// What each is found by.
    pub(super) people: &'a [Named],
    /// What stands where they were named.
    pub(super) word: &'a str,
}

/// Asked about each text that names them, with what it is called and the first place: whether it stays as it is.
pub(super) type Stays<'a> = dyn FnMut(&'static str, &str, Range<usize>) -> bool + 'a;

/// What was found of them in a touchpoint.
pub(super) struct Found {
    /// They took part, or were seen there.
    pub(super) took_part: bool,
    /// A text names them.
    pub(super) named: bool,
}

impl Nameless<'_> {
    /// Nobody is named.
    pub(crate) const NOBODY: Nameless<'static> = Nameless {
        people: &[],
        word: "",
    };

    /// Whether a text names any of them.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.first(text).is_some()
    }

    /// The text with a word in their place; nothing when it does not name them.
    pub(super) fn masked(&self, text: &str) -> Option<String> {
        self.masked_as(text, self.word)
    }

    /// The same with another word.
    pub(super) fn masked_as(&self, text: &str, word: &str) -> Option<String> {
        let mut masked: Option<String> = None;
        for one in self.people {
            let text = masked.as_deref().unwrap_or(text);
            if let Some(now) = one.masked(text, word) {
                masked = Some(now);
            }
        }
        masked
    }

    fn first(&self, text: &str) -> Option<Range<usize>> {
        let mut places = self.people.iter().map(|one| one.places(text));
        places.find_map(|places| places.into_iter().next())
    }

    fn is(&self, who: &Participant) -> bool {
        self.people.iter().any(|one| one.is(who))
    }

    fn is_name(&self, name: &str) -> bool {
        self.people.iter().any(|one| one.is_name(name))
    }

    pub(super) fn touchpoint(&self, one: &mut Touchpoint, stays: &mut Stays<'_>) -> Found {
        let count = |one: &Touchpoint| one.participants.len() + one.sights.colleagues.len();
        let before = count(one);
        one.participants.retain(|who| !self.is(who));
        one.sights.colleagues.retain(|who| !self.is_name(who));
        let took_part = count(one) != before;
        if let Some(uid) = self.masked_as(&one.source.uid, files::NOBODY) {
            one.source.uid = uid;
        }
        let named = self.mask(texts::of_touchpoint(one), stays);
        if one.source.file.is_some() {
            let fields = named
                .iter()
                .filter_map(|field| texts::calendar_field(field));
            one.source.edits.extend(fields);
        }
        Found {
            took_part,
            named: !named.is_empty(),
        }
    }

    pub(super) fn client(&self, one: &mut Client, stays: &mut Stays<'_>) {
        let had_name = !one.name.trim().is_empty();
        self.mask(texts::of_client(one), stays);
        if had_name && one.name.trim().is_empty() {
            self.word.clone_into(&mut one.name);
        }
    }

    pub(super) fn contact(&self, one: &mut Contact, stays: &mut Stays<'_>) {
        let named = self.mask(texts::of_contact(one), stays);
        one.edits
            .extend(named.iter().filter_map(|field| texts::card_field(field)));
    }

    pub(super) fn place(&self, one: &mut Place, stays: &mut Stays<'_>) {
        self.mask(texts::of_place(one), stays);
    }

    pub(super) fn market(&self, one: &mut Market, stays: &mut Stays<'_>) {
        self.mask(texts::of_market(one), stays);
    }

    /// What was told to whom; says whether they were among those.
    pub(super) fn departure(&self, one: &mut Departure) -> bool {
        let is = |to: &Mailbox| {
            self.is(&Participant {
                name: to.name.clone(),
                email: to.email.clone(),
                ..Participant::default()
            })
        };
        let before = one.to.len();
        one.to.retain(|to| !is(to));
        let was_told = one.to.len() != before;
        if was_told && one.to.is_empty() && one.state == Departing::Waiting {
            one.state = Departing::Withdrawn;
        }
        self.mask(texts::of_departure(one), &mut |_, _, _| false);
        was_told
    }

    /// What others were before a merge.
    pub(super) fn merge(&self, merge: &mut Merge) {
        let none: &mut Stays<'_> = &mut |_, _, _| false;
        match &mut merge.of {
            Merged::Contacts { kept, gone, made } => {
                for side in [kept, gone, made] {
                    self.mask(texts::of_contact(side), none);
                }
            }
            Merged::Clients {
                kept, gone, made, ..
            } => {
                for side in [kept, gone, made] {
                    self.mask(texts::of_client(side), none);
                }
            }
        }
    }

    /// Replaces what names them in texts; gives the fields that do.
    fn mask(&self, texts: Vec<Text<'_>>, stays: &mut Stays<'_>) -> Vec<&'static str> {
        let mut named = Vec::new();
        for (field, text) in texts {
            let Some(place) = self.first(text) else {
                continue;
            };
            if !named.contains(&field) {
                named.push(field);
            }
            if !stays(field, text, place)
                && let Some(masked) = self.masked(text)
            {
                *text = masked;
            }
        }
        named
    }
}
