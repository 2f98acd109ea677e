//! What goes there together comes back together.

use proptest::prelude::*;
use workflows::trash::{self, Put};
use workflows::{clients, contacts, undo};

use crate::book::*;

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
