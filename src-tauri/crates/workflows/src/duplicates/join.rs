//! Making one of two, and the one it was again.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{CardForm, Client, Contact};

use super::contact::card_field;
use super::fields::{Fielded, holds_many};
use super::{Pick, Take};

/// What two contacts become; the kept one's identity stays.
pub(crate) fn contacts(
    kept: &Contact,
    gone: &Contact,
    picks: &[Pick],
    now: DateTime<Utc>,
) -> Contact {
    let mut made = united(kept, gone, picks);
    for source in &gone.sources {
        if !made.sources.contains(source) {
            made.sources.push(source.clone());
        }
    }
    // The card that is written again is the kept one's, or the gone one's when only that has one.
    let base = if has_card(kept) || !has_card(gone) {
        kept
    } else {
        gone
    };
    made.edits.clone_from(&base.edits);
    for field in Contact::ASPECTS {
        let mut probe = base.clone();
        probe.take(&made, *field);
        if probe != *base {
            made.edits.extend(card_field(*field));
        }
    }
    // Somebody who is neither archived nor in the trash on one side is there.
    made.archived_at = kept.archived_at.and(gone.archived_at);
    made.trashed_at = kept.trashed_at.and(gone.trashed_at);
    made.created_at = kept.created_at.min(gone.created_at);
    made.updated_at = now;
    made
}

/// What two clients become; the kept one's identity stays.
pub(crate) fn clients(kept: &Client, gone: &Client, picks: &[Pick], now: DateTime<Utc>) -> Client {
    let mut made = united(kept, gone, picks);
    made.links
        .retain(|link| link.to != gone.id && link.to != kept.id);
    made.archived_at = kept.archived_at.and(gone.archived_at);
    made.trashed_at = kept.trashed_at.and(gone.trashed_at);
    made.created_at = kept.created_at.min(gone.created_at);
    made.updated_at = now;
    made
}

fn united<R: Fielded>(kept: &R, gone: &R, picks: &[Pick]) -> R {
    let mut made = kept.clone();
    for field in R::ASPECTS {
        let picked = picks.iter().find(|pick| pick.field == *field);
        match picked.map(|pick| pick.take) {
            Some(Take::Kept) => {}
            Some(Take::Gone) => made.take(gone, *field),
            // Of what only one can say, somebody who chose both keeps the kept one's.
            Some(Take::Both) | None => made.unite(gone, *field),
        }
    }
    made
}

/// What the person may choose of a field: both, where both can stand.
pub(crate) fn may_be_both<R: Fielded>(a: &R, b: &R, field: crate::aspect::Aspect) -> bool {
    holds_many(field) && !a.is_silent(field) && !b.is_silent(field)
}

fn has_card(contact: &Contact) -> bool {
    contact.sources.iter().any(|one| one.form == CardForm::Card)
}

/// A record that can be taken apart: what a merge did to it is taken back, what was done since stays.
pub(crate) trait Parted: Sized {
    /// Takes back what made `kept` into `made`.
    fn part(&mut self, kept: &Self, made: &Self);
}

/// One value: the kept one's again, unless it was changed since.
fn one<T: Clone + PartialEq>(now: &mut T, kept: &T, made: &T) {
    if now == made {
        now.clone_from(kept);
    }
}

/// Several values: those that came go, those that went come back, what was added since stays.
fn many<T: Clone + PartialEq>(now: &mut Vec<T>, kept: &[T], made: &[T]) {
    if now == made {
        *now = kept.to_vec();
        return;
    }
    now.retain(|value| kept.contains(value) || !made.contains(value));
    for value in kept {
        if !made.contains(value) && !now.contains(value) {
            now.push(value.clone());
        }
    }
}

/// The same, without an order.
fn set<T: Clone + Ord>(now: &mut BTreeSet<T>, kept: &BTreeSet<T>, made: &BTreeSet<T>) {
    now.retain(|value| kept.contains(value) || !made.contains(value));
    now.extend(kept.difference(made).cloned());
}

macro_rules! parted {
    ($noun:ident: one $($one:ident),*; many $($many:ident),*; set $($set:ident),*; kept $($same:ident),*) => {
        impl Parted for $noun {
            fn part(&mut self, kept: &Self, made: &Self) {
                // A new field does not compile until somebody decides how it is taken apart.
                let Self { $($one: _,)* $($many: _,)* $($set: _,)* $($same: _,)* } = kept;
                $(one(&mut self.$one, &kept.$one, &made.$one);)*
                $(many(&mut self.$many, &kept.$many, &made.$many);)*
                $(set(&mut self.$set, &kept.$set, &made.$set);)*
            }
        }
    };
}

parted!(Contact:
    one client, name, given, family, additional, prefix, suffix, nickname, role, department, birthday, notes, photo,
        uid, created_at, archived_at, trashed_at, updated_at;
    many phones, emails, addresses, links, custom, attachments, sources;
    set tags, met, edits;
    kept id, example);
parted!(Client:
    one name, notes, market, tier, siren, siret, website, created_at, archived_at, trashed_at, updated_at;
    many phones, emails, custom, attachments;
    set tags, links;
    kept id, example);
