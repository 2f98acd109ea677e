//! Making one of two, and the one it was again.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{Aim, CardForm, Client, Contact};

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
    made.aim = if kept.aim == Aim::Open {
        gone.aim
    } else {
        kept.aim
    };
    made.course = kept.course.clone().or_else(|| gone.course.clone());
    made.rhythm = kept.rhythm.or(gone.rhythm);
    made.look_again = kept.look_again.into_iter().chain(gone.look_again).min();
    made.needs = both(&kept.needs, &gone.needs);
    made.promises = both(&kept.promises, &gone.promises);
    made.links
        .retain(|link| link.to != gone.id && link.to != kept.id);
    made.archived_at = kept.archived_at.and(gone.archived_at);
    made.trashed_at = kept.trashed_at.and(gone.trashed_at);
    made.created_at = kept.created_at.min(gone.created_at);
    made.updated_at = now;
    made
}

/// Everything of both; what is the same on both sides once.
fn both<T: Clone + PartialEq>(kept: &[T], gone: &[T]) -> Vec<T> {
    let mut all = kept.to_vec();
    all.extend(gone.iter().filter(|one| !kept.contains(one)).cloned());
    all
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
        objection, stays,
        uid, created_at, archived_at, trashed_at, updated_at;
    many phones, emails, addresses, links, custom, attachments, sources, consents;
    set tags, met, edits;
    kept id, example);
parted!(Client:
    one name, notes, market, tier, siren, siret, website, aim, course, rhythm, look_again, objection, created_at, archived_at,
        trashed_at, updated_at;
    many phones, emails, custom, attachments, needs, promises;
    set tags, links;
    kept id, example);

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use domain::{
        CardField, CardSource, ClientLink, CustomField, Email, Id, LinkKind, Phone, Tier,
    };
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;
    use crate::aspect::Aspect;

    /// Few values, so that two records often say the same.
    fn word() -> impl Strategy<Value = String> {
        prop::sample::select(vec![
            "",
            "Zoé",
            "ZOE",
            "Noël",
            "Noël Zoé",
            "x@y.example",
            "0612345678",
        ])
        .prop_map(str::to_owned)
    }

    fn at() -> impl Strategy<Value = DateTime<Utc>> {
        (0..10_i64).prop_map(|n| DateTime::UNIX_EPOCH + chrono::Duration::seconds(n))
    }

    prop_compose! {
        fn lists()(
            phones in vec(word(), 0..3), emails in vec(word(), 0..3), links in vec(word(), 0..3),
            custom in vec((word(), word()), 0..3), tags in btree_set(word(), 0..3),
            sources in vec((0..4_u64, word()), 0..3)
        ) -> Contact {
            let mut one = Contact::new(Id::from_number_for_testing(0), String::new(), DateTime::UNIX_EPOCH);
            one.phones = phones.into_iter().map(|written| Phone { written, ..Phone::default() }).collect();
            one.emails = emails.into_iter().map(|address| Email { address, ..Email::default() }).collect();
            one.links = links;
            one.custom = custom.into_iter().map(|(name, value)| CustomField { name, value }).collect();
            one.tags = tags;
            one.sources = sources.into_iter().map(|(offset, uid)| CardSource {
                file: Id::from_number_for_testing(7), form: CardForm::Card, offset, length: 1, uid,
            }).collect();
            one
        }
    }

    prop_compose! {
        fn person(id: u64)(
            lists in lists(), name in word(), given in word(), role in word(), notes in word(), photo in word(),
            client in prop::option::of(1..3_u64), day in prop::option::of(1..5_u32),
            archived in prop::option::of(at()), created in at(), updated in at(), edited in any::<bool>()
        ) -> Contact {
            let mut one = lists;
            one.id = Id::from_number_for_testing(id);
            one.uid = format!("{id}");
            (one.name, one.given, one.role, one.notes, one.photo) = (name, given, role, notes, photo);
            one.client = client.map(Id::from_number_for_testing);
            one.birthday = day.and_then(|day| NaiveDate::from_ymd_opt(1980, 1, day));
            (one.archived_at, one.created_at, one.updated_at) = (archived, created, updated);
            if edited {
                one.edits.insert(CardField::Notes);
            }
            one
        }
    }

    prop_compose! {
        fn house(id: u64)(
            lists in lists(), name in word(), market in word(), website in word(),
            tier in prop::sample::select(vec![Tier::A, Tier::B, Tier::None]),
            links in btree_set(1..4_u64, 0..3), created in at()
        ) -> Client {
            let mut one = Client::new(Id::from_number_for_testing(id), name, created);
            (one.market, one.website, one.tier) = (market, website, tier);
            (one.phones, one.emails, one.tags) = (lists.phones, lists.emails, lists.tags);
            one.links = links.into_iter()
                .map(|to| ClientLink { kind: LinkKind::Related, to: Id::from_number_for_testing(to) })
                .collect();
            one
        }
    }

    fn picks(aspects: &'static [Aspect]) -> impl Strategy<Value = Vec<Pick>> {
        let take = prop::sample::select(vec![Take::Kept, Take::Gone, Take::Both]);
        let one = (prop::sample::select(aspects.to_vec()), take);
        vec(one.prop_map(|(field, take)| Pick { field, take }), 0..6)
    }

    proptest! {
        #[test]
        fn two_that_were_made_one_are_two_again_as_they_were(
            kept in person(1), gone in person(2), picks in picks(Contact::ASPECTS), now in at()
        ) {
            let made = contacts(&kept, &gone, &picks, now);
            let mut back = made.clone();
            back.part(&kept, &made);
            prop_assert_eq!(back, kept);
        }

        #[test]
        fn two_clients_that_were_made_one_are_two_again(
            kept in house(1), gone in house(2), picks in picks(Client::ASPECTS), now in at()
        ) {
            let made = clients(&kept, &gone, &picks, now);
            prop_assert!(made.links.iter().all(|link| link.to != kept.id && link.to != gone.id));
            let mut back = made.clone();
            back.part(&kept, &made);
            prop_assert_eq!(back, kept);
        }

        #[test]
        fn what_was_edited_since_stays_when_two_are_two_again(
            kept in person(1), gone in person(2), tag in "[a-z]{9}", phone in "[0-9]{9}"
        ) {
            let made = contacts(&kept, &gone, &[], DateTime::UNIX_EPOCH);
            let mut now = made.clone();
            now.role = "Édité".to_owned();
            now.tags.insert(tag.clone());
            now.phones.push(Phone { written: phone.clone(), ..Phone::default() });
            now.part(&kept, &made);
            prop_assert_eq!(&now.role, "Édité", "a line that was written since");
            prop_assert!(now.tags.contains(&tag), "a word that was added since");
            prop_assert!(now.phones.iter().any(|one| one.written == phone), "a number that was added since");
            let came = now.phones.iter().filter(|one| one.written != phone);
            prop_assert_eq!(came.cloned().collect::<Vec<_>>(), kept.phones, "and nothing of the other's");
        }

        #[test]
        fn nothing_either_says_is_lost_unless_it_was_chosen(kept in person(1), gone in person(2)) {
            let made = contacts(&kept, &gone, &[], DateTime::UNIX_EPOCH);
            for side in [&kept, &gone] {
                for field in Contact::ASPECTS.iter().filter(|field| holds_many(**field)) {
                    prop_assert!(made.covers(side, *field), "{:?} of {:?}", field, side);
                }
                prop_assert!(side.sources.iter().all(|one| made.sources.contains(one)), "each raw card");
            }
        }
    }
}
