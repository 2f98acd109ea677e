//! What is done with clients, people, places and markets.

use domain::{Address, ClientId, Email, MarketState, Merge, ReachKind};
use workflows::clients::BulkEdit;
use workflows::touchpoints::ClientChoice;
use workflows::{Fault, clients, contacts, duplicates, markets, places};

use super::Hand;
use crate::needle::NEEDLE;

pub(super) fn create_client(hand: &mut Hand) -> Result<(), Fault> {
    let name = format!("Scierie {NEEDLE} {}", hand.number());
    clients::create(&hand.house, &name).map(drop)
}

fn edited(hand: &mut Hand, edit: clients::Edit) -> Result<(), Fault> {
    match hand.client()? {
        Some(client) => clients::edit(&hand.house, client.id, edit).map(drop),
        None => create_client(hand),
    }
}

pub(super) fn edit_client(hand: &mut Hand) -> Result<(), Fault> {
    let number = hand.number();
    let edit = clients::Edit {
        market: Some(["Bois", "Fromage", "Pierre"][hand.dice.index(3)].to_owned()),
        tags: Some(vec![
            format!("lot {NEEDLE} {}", number % 7),
            "à revoir".to_owned(),
        ]),
        website: Some(format!("https://exemple.test/{NEEDLE}/{number}")),
        emails: Some(vec![email(number)]),
        ..clients::Edit::default()
    };
    edited(hand, edit)
}

/// Fields too long for the state: they go to the attic.
pub(super) fn long_notes(hand: &mut Hand) -> Result<(), Fault> {
    let times = 300 + hand.dice.index(1_500);
    let edit = clients::Edit {
        notes: Some(format!("{} : détaillé {NEEDLE}\n", hand.number()).repeat(times)),
        ..clients::Edit::default()
    };
    edited(hand, edit)
}

fn email(number: u64) -> Email {
    Email {
        kind: ReachKind::Work,
        address: format!("p{}@{NEEDLE}.test", number % 60),
    }
}

/// Makes a person, now and then one who looks like another, or changes one.
pub(super) fn contact(hand: &mut Hand) -> Result<(), Fault> {
    let number = hand.number();
    let client = match hand.client()? {
        Some(client) => ClientChoice::Existing(client.id),
        None => ClientChoice::New(format!("Scierie {NEEDLE} {number}")),
    };
    let edit = contacts::Edit {
        name: Some(format!("Hélène {NEEDLE} {}", number % 40)),
        client: Some(client),
        emails: Some(vec![email(number)]),
        notes: Some(format!("vue le {number}, {NEEDLE}")),
        ..contacts::Edit::default()
    };
    match hand.contact()? {
        Some(known) if hand.dice.one_in(3) => contacts::edit(&hand.house, known.id, edit).map(drop),
        _ => contacts::create(&hand.house, edit).map(drop),
    }
}

pub(super) fn place(hand: &mut Hand) -> Result<(), Fault> {
    let Some(client) = hand.client()? else {
        return create_client(hand);
    };
    let edit = places::Edit {
        name: Some(format!("Atelier {NEEDLE} {}", hand.number())),
        address: Some(Address {
            street: format!("12 rue {NEEDLE}"),
            city: "Orléans".to_owned(),
            ..Address::default()
        }),
        ..places::Edit::default()
    };
    places::create(&hand.house, client.id, edit).map(drop)
}

pub(super) fn merge(hand: &mut Hand) -> Result<(), Fault> {
    let pairs = duplicates::pairs(&hand.house, 0, 20)?.pairs;
    let Some(pair) = hand.dice.pick(&pairs) else {
        return contact(hand);
    };
    duplicates::merge(&hand.house, pair.a.id, pair.b.id, &[]).map(drop)
}

pub(super) fn unmerge(hand: &mut Hand) -> Result<(), Fault> {
    let merges: Vec<Merge> = hand.house.store.all()?;
    match hand.dice.pick(&merges) {
        Some(merge) => duplicates::unmerge(&hand.house, merge.id).map(drop),
        None => merge(hand),
    }
}

pub(super) fn bulk(hand: &mut Hand) -> Result<(), Fault> {
    let all: Vec<domain::Client> = hand.house.store.all()?;
    let ids: Vec<ClientId> = all.iter().map(|client| client.id).take(40).collect();
    let edit = BulkEdit {
        add_tags: vec![format!("campagne {NEEDLE} {}", hand.number() % 9)],
        archived: hand.dice.one_in(4).then_some(false),
        ..BulkEdit::default()
    };
    clients::bulk(&hand.house, &ids, edit).map(drop)
}

pub(super) fn trash_client(hand: &mut Hand) -> Result<(), Fault> {
    match hand.client()? {
        Some(client) if client.trashed_at.is_some() => {
            clients::restore(&hand.house, client.id).map(drop)
        }
        Some(client) => clients::trash(&hand.house, client.id).map(drop),
        None => create_client(hand),
    }
}

pub(super) fn market(hand: &mut Hand) -> Result<(), Fault> {
    let edit = markets::Edit {
        state: Some(MarketState::Restricted),
        changes: Some(format!(
            "plus de livraisons {NEEDLE} avant {}",
            hand.number()
        )),
        ..markets::Edit::default()
    };
    markets::save(&hand.house, "Bois", edit).map(drop)
}
