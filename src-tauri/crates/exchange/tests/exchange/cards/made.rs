//! Contacts of every shape, made at random.

use chrono::NaiveDate;
use domain::{
    Address, Contact, CustomField, Email, Id, Met, MetHow, Phone, ReachKind, clean_line, clean_text,
};
use exchange::ReadPhoto;
use proptest::prelude::*;

use crate::support::now;

pub(super) fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => "[a-zA-Zéàœ ,;:\\\\\"^'=\u{202f}😀-]{0,120}",
        1 => "\\PC{0,60}",
    ]
    .prop_map(|text| clean_line(&text, Contact::LINE_MOST).trim().to_owned())
}

fn some_line() -> impl Strategy<Value = String> {
    (line(), "[a-zA-Zé]{1,8}").prop_map(
        |(text, always)| {
            if text.is_empty() { always } else { text }
        },
    )
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(line(), 0..5).prop_map(|lines| clean_text(&lines.join("\n"), 100_000))
}

fn kind() -> impl Strategy<Value = ReachKind> {
    prop_oneof![
        Just(ReachKind::Work),
        Just(ReachKind::Mobile),
        Just(ReachKind::Home),
        Just(ReachKind::Fax),
        Just(ReachKind::Other)
    ]
}

fn phone() -> impl Strategy<Value = Phone> {
    (kind(), "(\\+33 |0)[0-9 .()]{1,14}[0-9]").prop_map(|(kind, written)| Phone {
        kind,
        written: clean_line(&written, 100),
        ..Phone::default()
    })
}

fn email() -> impl Strategy<Value = Email> {
    (kind(), "[a-zA-Z0-9.+_é'-]{1,20}@[a-z0-9-]{1,20}\\.test")
        .prop_map(|(kind, address)| Email { kind, address })
}

fn address() -> impl Strategy<Value = Address> {
    (
        kind(),
        text(),
        "[0-9A-Z -]{0,8}",
        some_line(),
        line(),
        line(),
    )
        .prop_map(|(kind, street, postcode, city, region, country)| Address {
            kind,
            street,
            postcode: clean_line(&postcode, 20),
            city,
            region,
            country,
        })
}

fn met() -> impl Strategy<Value = Met> {
    let how = prop_oneof![
        Just(MetHow::InPerson),
        Just(MetHow::Video),
        Just(MetHow::Phone),
        Just(MetHow::Other)
    ];
    (line(), how, proptest::option::of(date())).prop_map(|(by, how, on)| Met { by, how, on })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..50_000)
        .prop_map(|days| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days))
}

pub(super) fn photo() -> impl Strategy<Value = Option<ReadPhoto>> {
    proptest::option::of(
        proptest::collection::vec(any::<u8>(), 0..300).prop_map(|rest| ReadPhoto {
            media: "image/png",
            bytes: [b"\x89PNG\r\n\x1a\n".to_vec(), rest].concat(),
        }),
    )
}

/// A company's name, or none.
pub(super) fn company() -> impl Strategy<Value = String> {
    line().prop_map(|name| {
        clean_line(&name, domain::Client::NAME_MOST)
            .trim()
            .to_owned()
    })
}

prop_compose! {
    pub(super) fn contact()(
        name in some_line(),
        names in (line(), line(), line(), line(), line(), line()),
        work in (line(), line()),
        phones in proptest::collection::vec(phone(), 0..5),
        emails in proptest::collection::vec(email(), 0..4),
        addresses in proptest::collection::vec(address(), 0..3),
        links in proptest::collection::vec("https://[a-z0-9/.?&=;,%~-]{1,60}", 0..3),
        birthday in proptest::option::of(date()),
        notes in text(),
        tags in proptest::collection::btree_set(some_line(), 0..4),
        custom in proptest::collection::vec((some_line(), text()), 0..4),
        met in proptest::collection::btree_set(met(), 0..3),
        number in any::<u64>(),
    ) -> Contact {
        let mut contact = Contact::new(Id::from_number_for_testing(number >> 20), name, now());
        (contact.given, contact.family, contact.additional, contact.prefix, contact.suffix, contact.nickname) = names;
        (contact.role, contact.department) = work;
        contact.phones = phones;
        contact.emails = emails;
        contact.addresses = addresses;
        contact.links = links;
        contact.birthday = birthday;
        contact.notes = notes;
        contact.tags = tags;
        contact.custom = custom.into_iter().map(|(name, value)| CustomField { name, value }).collect();
        contact.met = met;
        contact
    }
}
