//! The trash: what goes there together comes back together, and what goes for good leaves nothing.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot build its case has failed

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use domain::{
    Client, ClientId, ClientLink, Contact, ContactId, Id, Kind, Language, LinkKind, Occurrence,
    Origin, Place, PlaceId, Purpose, Touchpoint, TouchpointId, Zone,
};
use proptest::prelude::*;
use store::{Note, Record, StoreError, Tx};
use workflows::trash::{self, Put};
use workflows::{Clock, FaultKind, House, clients, contacts, search, touchpoints, undo};

fn start() -> DateTime<Utc> {
    "2026-11-02T08:00:00Z".parse().expect("an instant")
}

fn open_at(folder: &Path, days: i64) -> House {
    let clock = Clock::Fixed(start() + Duration::days(days));
    let opened = House::open(folder, clock, Some(Language::Fr), Origin::Window, None);
    opened.expect("opens").0
}

fn id<N: domain::Noun>(number: u64) -> Id<N> {
    Id::from_number_for_testing(number)
}

fn commit(house: &House, write: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) {
    let note = Note {
        label: "imported".to_owned(),
        args: Default::default(),
        origin: Origin::Import,
        at: house.clock.now(),
    };
    house.store.commit(note, write).expect("written");
}

fn put<R: Record>(house: &House, record: &R) {
    commit(house, |tx| tx.put(record));
}

fn hash(house: &House) -> store::ContentHash {
    house.store.content_hash().expect("read")
}

fn whole(house: &House) {
    let report = house.store.check().expect("checked");
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
}

/// A book with clients that are linked, and what is theirs; `which` says whose each thing is.
#[derive(Debug, Clone)]
struct Graph {
    links: Vec<(u64, u64)>,
    contacts: Vec<Option<u64>>,
    places: Vec<u64>,
    touchpoints: Vec<(Option<u64>, Option<usize>, bool)>,
}

const CLIENTS: u64 = 4;

fn graph() -> impl Strategy<Value = Graph> {
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

fn client_id(number: u64) -> ClientId {
    id(100 + number)
}

fn plant(house: &House, graph: &Graph) {
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
enum Act {
    Client(u64),
    Contact(u64),
    Touchpoint(u64),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..CLIENTS).prop_map(Act::Client),
        (0_u64..8).prop_map(Act::Contact),
        (0_u64..12).prop_map(Act::Touchpoint),
    ]
}

/// Puts it in the trash, when it is there to be put; gives how it comes out.
fn throw(house: &House, act: Act) -> Option<Put> {
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
fn shape(house: &House) -> Vec<String> {
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

fn strip(value: &mut serde_json::Value) {
    if let Some(map) = value.as_object_mut() {
        map.remove("updated_at");
        map.values_mut().for_each(strip);
    }
}

proptest! {
    // Each case is a book on a disk.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_goes_to_the_trash_together_comes_back_exactly(
        graph in graph(),
        acts in prop::collection::vec(act(), 1..6),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let house = open_at(folder.path(), 0);
        plant(&house, &graph);
        let mut before = Vec::new();
        let mut thrown = Vec::new();
        for act in acts {
            let was = (shape(&house), hash(&house));
            if let Some(put) = throw(&house, act) {
                before.push(was);
                thrown.push(put);
                let undone = undo::undo(&house).expect("undone");
                prop_assert!(undone.is_some());
                prop_assert_eq!(hash(&house), before.last().expect("one").1, "undone to the byte");
                undo::redo(&house).expect("redone");
            }
        }
        // Out again, the last first: each time exactly what was there before it went.
        while let (Some(put), Some((shape_was, _))) = (thrown.pop(), before.pop()) {
            trash::restore(&house, put).expect("restored");
            prop_assert_eq!(shape(&house), shape_was);
        }
        prop_assert!(trash::lines(&house).expect("read").is_empty());
        whole(&house);
    }

    #[test]
    fn what_is_erased_leaves_nothing_that_speaks_of_it(
        graph in graph(),
        acts in prop::collection::vec(act(), 1..6),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let house = open_at(folder.path(), 0);
        plant(&house, &graph);
        for act in acts {
            throw(&house, act);
        }
        let mut gone = Vec::new();
        for line in trash::lines(&house).expect("read") {
            gone.push(match line.what {
                trash::Trashed::Client(id) => id.to_string(),
                trash::Trashed::Contact(id) => id.to_string(),
                trash::Trashed::Place(id) => id.to_string(),
                trash::Trashed::Touchpoint(seen) => seen.touchpoint.id.to_string(),
            });
        }
        trash::empty(&house).expect("emptied");
        prop_assert!(trash::lines(&house).expect("read").is_empty());
        let left = shape(&house).join("\n");
        for id in gone {
            prop_assert!(!left.contains(&id), "{id} is still spoken of");
        }
        whole(&house);
        prop_assert!(undo::undo(&house).is_ok(), "what can never come back is passed");
    }
}

#[test]
fn what_one_put_there_by_hand_and_what_hung_on_it_part_when_one_goes_for_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let graph = Graph {
        links: Vec::new(),
        contacts: Vec::new(),
        places: Vec::new(),
        touchpoints: vec![
            (None, None, false),
            (None, Some(0), true),
            (None, None, false),
            (None, None, false),
        ],
    };
    plant(&house, &graph);
    for number in [402, 403] {
        let one: TouchpointId = id(number);
        let mut one: Touchpoint = house
            .store
            .get(one.to_bytes())
            .expect("read")
            .expect("there");
        one.concludes = Some(id(400));
        put(&house, &one);
    }
    throw(&house, Act::Touchpoint(2)).expect("trashed");
    throw(&house, Act::Touchpoint(0)).expect("trashed");
    trash::erase(&house, Put::Touchpoint(id(400))).expect("gone for good");
    let gone: TouchpointId = id(400);
    let left = shape(&house).join("\n");
    assert!(!left.contains(&gone.to_string()), "{left}");
    let moved: TouchpointId = id(401);
    let moved: Touchpoint = house
        .store
        .get(moved.to_bytes())
        .expect("read")
        .expect("it stays");
    assert!(
        moved.occurrence.is_some_and(|one| one.series.is_none()),
        "as one that came without its series"
    );
    let lines = trash::lines(&house).expect("read");
    assert_eq!(lines.len(), 1, "what concluded it is still in the trash");
    whole(&house);
}

fn book(house: &House) -> (ClientId, ContactId, PlaceId, TouchpointId) {
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

#[test]
fn a_client_takes_its_own_along_and_what_was_in_the_trash_before_stays_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let (lac, contact, ..) = book(&house);
    contacts::trash(&house, contact).expect("trashed");
    let done = clients::trash(&house, lac).expect("trashed");
    assert!(done.said.contains("1 lieu, 1 rendez-vous"), "{}", done.said);
    let lines = trash::lines(&house).expect("read");
    assert_eq!(lines.len(), 2, "the client with its own, and the contact");
    assert_eq!(
        (
            lines[0].with.places,
            lines[0].with.touchpoints,
            lines[0].with.contacts
        ),
        (1, 1, 0)
    );
    assert_eq!(
        lines[0].along.contacts, 1,
        "which would go for good with its client"
    );
    assert_eq!(lines[0].days_left, 30);
    trash::restore(&house, Put::Client(lac)).expect("restored");
    let lines = trash::lines(&house).expect("read");
    assert_eq!(lines.len(), 1, "the contact was there before");
    trash::restore(&house, Put::Contact(contact)).expect("restored");
    assert!(trash::lines(&house).expect("read").is_empty());
}

#[test]
fn who_comes_back_to_a_client_in_the_trash_brings_it_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let (lac, contact, ..) = book(&house);
    contacts::trash(&house, contact).expect("trashed");
    clients::trash(&house, lac).expect("trashed");
    let done = trash::restore(&house, Put::Contact(contact)).expect("restored");
    assert!(done.said.contains("Fromagerie du Lac"), "{}", done.said);
    assert!(
        trash::lines(&house).expect("read").is_empty(),
        "with the rest of it"
    );
}

/// Lives some days of the book, on each of which something is written.
fn live(folder: &Path, days: impl IntoIterator<Item = i64>) {
    for day in days {
        let house = open_at(folder, day);
        clients::create(&house, &format!("Jour {day}")).expect("made");
        house.close().expect("closed");
    }
}

#[test]
fn after_thirty_days_it_goes_for_good_and_leaves_lists_and_search() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let (lac, ..) = book(&house);
    clients::trash(&house, lac).expect("trashed");
    house.close().expect("closed");
    live(folder.path(), [5, 12, 25]);

    let house = open_at(folder.path(), 29);
    assert!(trash::sweep(&house).expect("looked").is_none(), "not yet");
    assert_eq!(trash::lines(&house).expect("read")[0].days_left, 1);
    house.close().expect("closed");

    let house = open_at(folder.path(), 30);
    assert_eq!(trash::lines(&house).expect("read")[0].days_left, 0);
    let done = trash::sweep(&house).expect("looked").expect("it went");
    assert!(
        done.said
            .contains("1 client, 1 contact, 1 lieu, 1 rendez-vous"),
        "{}",
        done.said
    );
    assert!(
        house
            .store
            .get::<Client>(lac.to_bytes())
            .expect("read")
            .is_none()
    );
    house.follow_search();
    for word in ["Fromagerie", "Hélène", "Visite"] {
        let found = search::find_all(&house, word, 8).expect("searched");
        assert!(
            found.groups.iter().all(|group| group.hits.is_empty()),
            "{word} is found"
        );
    }
    let last = workflows::history::lines(
        &house,
        &workflows::history::Asked {
            limit: 1,
            ..Default::default()
        },
    );
    let last = last.expect("read").remove(0);
    assert!(
        last.said.starts_with("Parti de la corbeille"),
        "{}",
        last.said
    );
    assert_eq!(last.way, workflows::history::Way::Never);
    assert!(trash::sweep(&house).expect("looked").is_none(), "once");
    whole(&house);
    let refused = undo::undo(&house)
        .expect("the day before is undone")
        .expect("a step");
    assert!(refused.said.contains("Jour 25"), "{}", refused.said);
}

#[test]
fn a_clock_set_forward_or_back_by_mistake_empties_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let (lac, ..) = book(&house);
    clients::trash(&house, lac).expect("trashed");
    house.close().expect("closed");

    let house = open_at(folder.path(), 365);
    assert!(
        trash::sweep(&house).expect("looked").is_none(),
        "a year that nobody wrote in"
    );
    clients::create(&house, "Sous une horloge fausse").expect("made");
    assert!(
        trash::sweep(&house).expect("looked").is_none(),
        "nor once something is written in it"
    );
    house.close().expect("closed");

    live(folder.path(), [31, 32, 33]);
    let house = open_at(folder.path(), 34);
    assert!(
        trash::sweep(&house).expect("looked").is_none(),
        "the last write is of next year"
    );
    assert_eq!(trash::lines(&house).expect("read").len(), 1);
}

#[test]
fn what_is_erased_by_hand_takes_what_was_in_the_trash_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let (lac, contact, ..) = book(&house);
    contacts::trash(&house, contact).expect("trashed");
    clients::trash(&house, lac).expect("trashed");
    let done = trash::erase(&house, Put::Client(lac)).expect("erased");
    assert!(
        done.said
            .contains("1 client, 1 contact, 1 lieu, 1 rendez-vous"),
        "{}",
        done.said
    );
    let again = trash::erase(&house, Put::Client(lac)).expect_err("there is nothing");
    assert_eq!(again.kind, FaultKind::Gone);
    whole(&house);
}
