//! Books whose trash is filled, and what is asked of them.

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use domain::{
    Client, ClientId, ClientLink, Contact, ContactId, Id, Kind, Language, LinkKind, Occurrence,
    Origin, Place, PlaceId, Purpose, Touchpoint, TouchpointId, Zone,
};
use proptest::prelude::*;
use store::{Note, Record, StoreError, Tx};
use workflows::trash::Put;
use workflows::{Clock, House, clients, contacts, touchpoints};

pub(crate) fn start() -> DateTime<Utc> {
    "2026-11-02T08:00:00Z".parse().expect("an instant")
}

pub(crate) fn open_at(folder: &Path, days: i64) -> House {
    let clock = Clock::Fixed(start() + Duration::days(days));
    let opened = House::open(folder, clock, Some(Language::Fr), Origin::Window, None);
    opened.expect("opens").0
}

pub(crate) fn id<N: domain::Noun>(number: u64) -> Id<N> {
    Id::from_number_for_testing(number)
}

pub(crate) fn commit(house: &House, write: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) {
    let note = Note {
        label: "imported".to_owned(),
        args: Default::default(),
        origin: Origin::Import,
        at: house.clock.now(),
    };
    house.store.commit(note, write).expect("written");
}

pub(crate) fn put<R: Record>(house: &House, record: &R) {
    commit(house, |tx| tx.put(record));
}

pub(crate) fn hash(house: &House) -> store::ContentHash {
    house.store.content_hash().expect("read")
}

pub(crate) fn whole(house: &House) {
    let report = house.store.check().expect("checked");
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
}

/// A book with clients that are linked, and what is theirs; `which` says whose each thing is.
#[derive(Debug, Clone)]
pub(crate) struct Graph {
    pub(crate) links: Vec<(u64, u64)>,
    pub(crate) contacts: Vec<Option<u64>>,
    pub(crate) places: Vec<u64>,
    pub(crate) touchpoints: Vec<(Option<u64>, Option<usize>, bool)>,
}

pub(crate) const CLIENTS: u64 = 4;

pub(crate) fn graph() -> impl Strategy<Value = Graph> {
    let whose = || prop::option::weighted(0.8, 0..CLIENTS);
    (
        prop::collection::vec((0..CLIENTS, 0..CLIENTS), 0..6),
        prop::collection::vec(whose(), 0..8),
        prop::collection::vec(0..CLIENTS, 0..6),
        prop::collection::vec(
            (whose(), prop::option::of(0_usize..8), any::<bool>()),
            0..12,
        ),
    )
        .prop_map(|(links, contacts, places, touchpoints)| Graph {
            links,
            contacts,
            places,
            touchpoints,
        })
}

pub(crate) fn client_id(number: u64) -> ClientId {
    id(100 + number)
}

pub(crate) fn plant(house: &House, graph: &Graph) {
    let now = house.clock.now();
    for number in 0..CLIENTS {
        let mut client = Client::new(client_id(number), format!("Maison {number}"), now);
        client.links = graph
            .links
            .iter()
            .filter(|(from, to)| *from == number && to != from)
            .map(|(_, to)| ClientLink {
                kind: LinkKind::Related,
                to: client_id(*to),
            })
            .collect();
        put(house, &client);
    }
    for (number, whose) in graph.contacts.iter().enumerate() {
        let mut contact = Contact::new(id(200 + number as u64), format!("Personne {number}"), now);
        contact.client = whose.map(client_id);
        put(house, &contact);
    }
    for (number, whose) in graph.places.iter().enumerate() {
        let mut place = Place::new(id(300 + number as u64), client_id(*whose), now);
        place.name = format!("Lieu {number}");
        put(house, &place);
    }
    for (number, (whose, hangs, override_of)) in graph.touchpoints.iter().enumerate() {
        let mut one = Touchpoint::received(id(400 + number as u64), Kind::Video, now);
        one.title = format!("Point {number}");
        one.client = whose.map(client_id);
        let start = (now + Duration::hours(number as i64 * 3)).naive_utc();
        one.slot = Some(domain::Slot::timed(start, 30, Zone::Floating));
        // A thing hangs on an earlier one: what hangs never leads in a circle.
        if let Some(on) = hangs.filter(|on| *on < number) {
            let on: TouchpointId = id(400 + on as u64);
            if *override_of {
                let at = domain::Moment::Wall {
                    at: start,
                    zone: Zone::Floating,
                };
                one.occurrence = Some(Occurrence {
                    series: Some(on),
                    at,
                });
            } else {
                one.hangs_on = Some(on);
                one.purpose = Purpose::Preparation;
            }
        }
        put(house, &one);
    }
}

/// What somebody puts in the trash, one after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Act {
    Client(u64),
    Contact(u64),
    Touchpoint(u64),
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..CLIENTS).prop_map(Act::Client),
        (0_u64..8).prop_map(Act::Contact),
        (0_u64..12).prop_map(Act::Touchpoint),
    ]
}

/// Puts it in the trash, when it is there to be put; gives how it comes out.
pub(crate) fn throw(house: &House, act: Act) -> Option<Put> {
    let which = |id| touchpoints::Which {
        id,
        occurrence: None,
        scope: workflows::reschedule::Scope::This,
    };
    match act {
        Act::Client(number) => {
            let id = client_id(number);
            clients::trash(house, id).ok().map(|_| Put::Client(id))
        }
        Act::Contact(number) => {
            let id: ContactId = id(200 + number);
            let one: Contact = house.store.get(id.to_bytes()).expect("read")?;
            one.trashed_at
                .is_none()
                .then(|| contacts::trash(house, id).expect("trashed"))?;
            Some(Put::Contact(id))
        }
        Act::Touchpoint(number) => {
            let id: TouchpointId = id(400 + number);
            let one: Touchpoint = house.store.get(id.to_bytes()).expect("read")?;
            let alone = one.occurrence.is_none() && one.trashed_at.is_none();
            alone.then(|| touchpoints::trash(house, which(id)).expect("trashed"))?;
            Some(Put::Touchpoint(id))
        }
    }
}

/// The book without the time somebody was last written at.
pub(crate) fn shape(house: &House) -> Vec<String> {
    let lines =
        house
            .store
            .each_line::<_, StoreError>(Vec::new(), |lines: &mut Vec<String>, line| {
                let text = String::from_utf8(line.write()?).expect("text");
                if line.tree() == store::Tree::Contact {
                    let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                    strip(&mut value);
                    lines.push(value.to_string());
                } else {
                    lines.push(text);
                }
                Ok(())
            });
    lines.expect("read")
}

pub(crate) fn strip(value: &mut serde_json::Value) {
    if let Some(map) = value.as_object_mut() {
        map.remove("updated_at");
        map.values_mut().for_each(strip);
    }
}

pub(crate) fn book(house: &House) -> (ClientId, ContactId, PlaceId, TouchpointId) {
    let now = house.clock.now();
    let lac = client_id(0);
    put(
        house,
        &Client::new(lac, "Fromagerie du Lac".to_owned(), now),
    );
    let mut contact = Contact::new(id(1), "Hélène Riou".to_owned(), now);
    contact.client = Some(lac);
    put(house, &contact);
    let place = Place {
        name: "Cave".to_owned(),
        ..Place::new(id(2), lac, now)
    };
    put(house, &place);
    let mut one = Touchpoint::received(id(3), Kind::Video, now);
    one.title = "Visite".to_owned();
    one.client = Some(lac);
    put(house, &one);
    (lac, contact.id, place.id, one.id)
}

/// Lives some days of the book, on each of which something is written.
pub(crate) fn live(folder: &Path, days: impl IntoIterator<Item = i64>) {
    for day in days {
        let house = open_at(folder, day);
        clients::create(&house, &format!("Jour {day}")).expect("made");
        house.close().expect("closed");
    }
}
