//! What goes for good, by hand or after thirty days, and what follows.

use domain::{Client, Touchpoint, TouchpointId};
use proptest::prelude::*;
use workflows::trash::{self, Put};
use workflows::{FaultKind, clients, contacts, search, undo};

use crate::book::*;

proptest! {
    // Each case is a book on a disk.
    #![proptest_config(ProptestConfig::with_cases(32))]

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
