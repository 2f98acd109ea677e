//! Whether two people are, or may be, one.

use std::collections::HashSet;

use domain::{Apart, Contact, ContactId, Phone, ReachKind};

use super::Likeness;
use super::contact::has_name;
use crate::fault::Fault;
use crate::house::House;

/// What is known of the clients of two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    /// They are at the same one.
    Same,
    /// Of one of them it is not known.
    Unknown,
    /// They are at two.
    Other,
}

/// In what two people are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alike {
    /// In what, the surest first; never empty.
    pub(crate) why: Vec<Likeness>,
    /// Whether nothing speaks against their being one.
    pub(crate) sure: bool,
}

/// In what two people are alike; `None` when nothing says that they may be one.
///
/// A number is not enough where names differ: a house has one for all. The same name is not enough where the houses
/// differ.
pub(crate) fn alike(a: &Contact, b: &Contact, company: Company) -> Option<Alike> {
    let email = meet(
        a.emails.iter().map(domain::Email::folded),
        b.emails.iter().map(domain::Email::folded),
    );
    let phone = meet(numbers(a), numbers(b));
    let (named, name) = names(a, b);
    // Programs number from 1, each for itself: an identity holds for people who have something else in common too.
    let uid = (!named || name != Name::Other || email || phone)
        && uids(a).any(|one| uids(b).any(|other| one == other));
    let mut why = Vec::new();
    let mut note = |holds: bool, likeness| {
        if holds {
            why.push(likeness);
        }
    };
    note(uid, Likeness::Uid);
    note(email, Likeness::Email);
    note(phone, Likeness::Phone);
    note(named && name == Name::Same, Likeness::Name);
    // Who has no name has nothing that speaks against being another.
    let compatible = !named || name == Name::Same;
    let sure = uid
        || (compatible && (email || phone))
        || (named && name == Name::Same && company == Company::Same);
    let near = email
        || (phone && (name == Name::Meets || own(a, b)))
        || (named && name == Name::Same && company != Company::Other);
    (sure || near).then_some(Alike { why, sure })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Same,
    /// They have a word in common.
    Meets,
    Other,
}

/// Whether both have a name, and how the two names are.
fn names(a: &Contact, b: &Contact) -> (bool, Name) {
    if !has_name(a) || !has_name(b) {
        return (false, Name::Other);
    }
    let (one, other) = (a.folded_name(), b.folded_name());
    let how = if one == other {
        Name::Same
    } else if one
        .split(' ')
        .any(|word| word.len() > 2 && other.split(' ').any(|it| it == word))
    {
        Name::Meets
    } else {
        Name::Other
    };
    (true, how)
}

fn uids(contact: &Contact) -> impl Iterator<Item = &str> {
    let sources = contact.sources.iter().map(|one| one.uid.as_str());
    std::iter::once(contact.uid.as_str()).chain(sources)
}

/// What somebody is dialled by; what is no number of any plan only when it is long enough to be one's own.
fn numbers(contact: &Contact) -> impl Iterator<Item = String> + '_ {
    const OWN: usize = 6;
    contact
        .phones
        .iter()
        .map(Phone::dialled)
        .filter(|number| number.len() >= OWN)
}

/// Whether the number they have in common is one that is carried.
fn own(a: &Contact, b: &Contact) -> bool {
    let carried = |contact: &Contact| {
        let mobile = |phone: &&Phone| {
            phone.kind == ReachKind::Mobile
                || phone.e164.starts_with("+336")
                || phone.e164.starts_with("+337")
        };
        contact
            .phones
            .iter()
            .filter(mobile)
            .map(Phone::dialled)
            .collect::<Vec<_>>()
    };
    meet(carried(a).into_iter(), carried(b).into_iter())
}

fn meet<T: PartialEq>(one: impl Iterator<Item = T>, other: impl Iterator<Item = T>) -> bool {
    let other: Vec<T> = other.collect();
    one.into_iter().any(|value| other.contains(&value))
}

/// The pairs that were said apart.
pub(crate) fn apart_said(house: &House) -> Result<HashSet<[[u8; 16]; 2]>, Fault> {
    let apart: Vec<Apart> = house.store.all()?;
    Ok(apart.into_iter().map(|one| one.pair).collect())
}

/// How a pair is found among those said apart.
pub(crate) fn pair_of(a: [u8; 16], b: [u8; 16]) -> [[u8; 16]; 2] {
    if a <= b { [a, b] } else { [b, a] }
}

/// Whether two contacts were said apart.
pub(crate) fn are_apart(apart: &HashSet<[[u8; 16]; 2]>, a: ContactId, b: ContactId) -> bool {
    apart.contains(&pair_of(a.to_bytes(), b.to_bytes()))
}
