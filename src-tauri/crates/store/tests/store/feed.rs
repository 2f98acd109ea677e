//! What changed since: whoever follows the book with it knows what reading everything again would tell.

use std::collections::{BTreeMap, HashSet};

use domain::{Client, Contact, Id, Phone, Touchpoint};
use proptest::prelude::*;
use store::{Key, Since, Store, StoreError, Tree, text_key};

use crate::paper::{client, note, now, open, touchpoint};

fn known(store: &Store, seq: u64) -> Vec<(Tree, Key)> {
    match store.touched_since(seq, 10_000).expect("the feed reads") {
        Since::Known { seq, touched } => {
            assert_eq!(seq, store.last_seq(), "the feed reaches the last group");
            touched.iter().map(|one| (one.tree, one.key)).collect()
        }
        Since::TooMuch => panic!("the journal has it all"),
    }
}

#[test]
fn what_is_put_changed_undone_and_done_again_is_told_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let put = |number, name: &str| {
        store
            .commit::<_, StoreError>(note("put"), |tx| tx.put(&client(number, name)))
            .expect("written");
    };
    put(1, "Fromagerie du Lac");
    let seen = store.last_seq();
    put(2, "Atelier Morel");
    put(1, "Fromagerie des Lacs");
    store.undo(note("undo")).expect("undone");
    let keys: Vec<Key> = known(&store, seen)
        .into_iter()
        .map(|(_, key)| key)
        .collect();
    let id = |number| Id::<Client>::from_number_for_testing(number).to_bytes();
    assert_eq!(
        keys,
        [id(2), id(1), id(1)],
        "an undo is a change like another"
    );
    assert_eq!(known(&store, store.last_seq()), [], "nothing since the end");
}

#[test]
fn a_touchpoint_that_goes_to_another_client_names_both() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let mut one = touchpoint(7, "Point trimestriel");
    let (from, to) = (
        Id::from_number_for_testing(1),
        Id::from_number_for_testing(2),
    );
    one.client = Some(from);
    let put = |one: &Touchpoint| {
        store
            .commit::<_, StoreError>(note("put"), |tx| tx.put(one))
            .expect("written");
    };
    put(&one);
    let seen = store.last_seq();
    one.client = Some(to);
    put(&one);
    let Since::Known { touched, .. } = store.touched_since(seen, 10).expect("reads") else {
        panic!("one change is not too much");
    };
    assert_eq!(
        touched[0].texts("client"),
        [from.to_string(), to.to_string()]
    );
    assert_eq!(
        touched[0].texts("title"),
        Vec::<String>::new(),
        "what did not change is not told"
    );
}

#[test]
fn the_history_of_some_records_leaves_out_what_was_done_to_others_and_shows_what_was_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let put = |label: &str, number, name: &str| {
        store
            .commit::<_, StoreError>(note(label), |tx| tx.put(&client(number, name)))
            .expect("written");
    };
    put("ours made", 1, "Fromagerie du Lac");
    put("theirs", 2, "Atelier Morel");
    put("ours changed", 1, "Fromagerie des Lacs");
    store.undo(note("undo")).expect("undone");
    let keys = HashSet::from([Id::<Client>::from_number_for_testing(1).to_bytes()]);
    let lines = store.history_of(&keys, 10).expect("reads");
    let said: Vec<(&str, bool)> = lines
        .iter()
        .map(|line| (line.note.label.as_str(), line.undone))
        .collect();
    assert_eq!(said, [("ours changed", true), ("ours made", false)]);
    assert_eq!(
        store.history_of(&keys, 1).expect("reads").len(),
        1,
        "no more than was asked for"
    );
}

#[test]
fn more_than_was_asked_for_is_too_much_and_a_seq_of_the_future_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    store
        .commit::<_, StoreError>(note("put"), |tx| {
            (0..20).try_for_each(|number| tx.put(&client(number, "Client")))
        })
        .expect("written");
    assert_eq!(store.touched_since(0, 19).expect("reads"), Since::TooMuch);
    assert_eq!(
        store
            .touched_since(store.last_seq() + 1, 19)
            .expect("reads"),
        Since::TooMuch,
        "an index that is ahead of the book is none of this book"
    );
}

#[test]
fn a_contact_whose_two_numbers_are_the_same_stands_once_in_the_order_of_numbers() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let number = Phone {
        e164: "+33199000001".into(),
        ..Phone::default()
    };
    let mut contact = Contact::new(Id::from_number_for_testing(1), "Zoé Noël".into(), now());
    contact.phones = vec![number.clone(), number];
    for name in ["Zoé Noël", "Zoé Noël-Morel"] {
        contact.name = name.into();
        store
            .commit::<_, StoreError>(note("put"), |tx| tx.put(&contact))
            .expect("written");
    }
    let found = store
        .starting_with(store::Index::ContactPhone, &text_key("+33199000001"))
        .expect("reads");
    assert_eq!(found, [contact.id.to_bytes()]);
    assert!(
        store.verify().expect("looked at"),
        "the sum counts the key once"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_follower_that_reads_what_changed_has_what_the_book_has(
        steps in proptest::collection::vec((0_u64..12, 0_u8..4, "[a-z]{1,6}"), 1..40),
        pause in 1_usize..8,
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, _) = open(folder.path());
        let mut followed: BTreeMap<Key, String> = BTreeMap::new();
        let mut seen = 0;
        for (at, (number, what, name)) in steps.iter().enumerate() {
            let key = Id::<Client>::from_number_for_testing(*number).to_bytes();
            match what {
                0 => drop(store.undo(note("undo")).expect("undone")),
                1 => drop(store.commit::<_, StoreError>(note("gone"), |tx| tx.remove::<Client>(key)).expect("gone")),
                _ => drop(store.commit::<_, StoreError>(note("put"), |tx| tx.put(&client(*number, name))).expect("put")),
            }
            if at % pause == 0 {
                for (_, key) in known(&store, seen) {
                    match store.get::<Client>(key).expect("reads") {
                        Some(client) => followed.insert(key, client.name),
                        None => followed.remove(&key),
                    };
                }
                seen = store.last_seq();
                let whole: BTreeMap<Key, String> = store
                    .all::<Client>()
                    .expect("reads")
                    .into_iter()
                    .map(|client| (client.id.to_bytes(), client.name))
                    .collect();
                prop_assert_eq!(&followed, &whole);
            }
        }
    }
}
