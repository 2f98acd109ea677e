//! Reading in order while the state is being written behind.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::TimeDelta;
use domain::{Departing, Departure, Settings, Told, Touchpoint};
use store::{Index, SETTINGS_KEY, Store, StoreError, Tree, wall_key};

use crate::paper::{client, copy_folder, note, now, open, put, sound, touchpoint};

fn start() -> chrono::NaiveDateTime {
    touchpoint(0, "x").slot.expect("placed").start_wall()
}

fn between(store: &Store, from: i64, until: i64) -> Vec<store::Key> {
    let at = |days| wall_key(start() + TimeDelta::days(days));
    store
        .range(Index::Start, &at(from), &at(until))
        .expect("the range")
}

#[test]
fn what_moves_is_seen_once_and_only_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    for number in 0..100 {
        put(&store, &touchpoint(number, "x"));
    }
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let looking = scope.spawn(|| {
            let mut looks = 0;
            while !done.load(Ordering::Acquire) {
                // One range over both places: it can never be in two, nor in none.
                assert_eq!(between(&store, -1, 60).len(), 100, "look {looks}");
                looks += 1;
            }
            looks
        });
        for round in 0..150 {
            let mut one = touchpoint(round % 100, "x");
            let days = if round % 2 == 0 { 40 } else { 20 };
            one.slot = one
                .slot
                .and_then(|slot| slot.shifted(TimeDelta::days(days)));
            put(&store, &one);
        }
        done.store(true, Ordering::Release);
        assert!(
            looking.join().expect("it looked") > 0,
            "somebody looked meanwhile"
        );
    });
    sound(&store);
}

#[test]
fn a_record_is_in_the_orders_its_fields_say() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    let lac = client(1, "Évian");
    store
        .commit::<_, StoreError>(note("client"), |tx| tx.put(&lac))
        .expect("written");
    let mut one = touchpoint(1, "x");
    one.client = Some(lac.id);
    put(&store, &one);
    let of_client = || {
        let found = store.starting_with(Index::OfClient, &lac.id.to_bytes());
        found.expect("read").len()
    };
    let tray = || {
        let found = store.starting_with(Index::Tray, &[]);
        found.expect("read").len()
    };
    let trash = || {
        let found = store.starting_with(Index::Trash, &[]);
        found.expect("read").len()
    };
    assert_eq!((of_client(), tray(), trash()), (1, 0, 0));
    one.slot = None;
    put(&store, &one);
    assert_eq!((of_client(), tray(), trash()), (1, 1, 0), "in the tray");
    one.trashed_at = Some(one.created_at);
    put(&store, &one);
    assert_eq!((of_client(), tray(), trash()), (0, 0, 1), "in the trash");
    let uid = store.starting_with(Index::Uid, &Store::uid_key(&one.source.uid));
    assert_eq!(uid.expect("read"), [one.id.to_bytes()], "found by its UID");
    let by_name = store.starting_with(Index::ClientName, b"evian");
    assert_eq!(
        by_name.expect("read"),
        [lac.id.to_bytes()],
        "names are folded"
    );
    sound(&store);
}

#[test]
fn everything_streams_in_the_order_of_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    for number in (0..700).rev() {
        put(&store, &touchpoint(number, &format!("n{number}")));
    }
    let all: Result<Vec<Touchpoint>, _> = store.stream().collect();
    let all = all.expect("read");
    assert_eq!(all.len(), 700);
    assert!(
        all.windows(2).all(|two| two[0].id < two[1].id),
        "by key, each once"
    );
    assert_eq!(store.all::<Touchpoint>().expect("read"), all);
}

#[test]
fn any_order_gives_each_once_and_keys_come_in_theirs_while_others_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    (0..600).for_each(|number| {
        put(&store, &touchpoint(number, "avant"));
    });
    store.settle().expect("settled");
    let key = |number: u64| touchpoint(number, "").id.to_bytes();
    let removed = store.commit::<_, StoreError>(note("out"), |tx| {
        (0..50).try_for_each(|number| tx.remove::<Touchpoint>(key(number)))
    });
    removed.expect("written");
    // Some are in the engine and some on their way when it begins, and more come and change while it is read.
    (600..650).for_each(|number| {
        put(&store, &touchpoint(number, "en route"));
    });
    let mut met = Vec::new();
    for (turn, one) in (1_000_u64..).zip(store.stream_any::<Touchpoint>()) {
        met.push(one.expect("read").id.to_bytes());
        if turn % 40 == 0 {
            put(&store, &touchpoint(turn, "pendant"));
            put(&store, &touchpoint(turn % 600 + 50, "changé"));
            store.settle().expect("settled");
        }
    }
    let before: Vec<_> = (50..650).map(key).collect();
    met.sort_unstable();
    assert!(met.windows(2).all(|two| two[0] < two[1]), "each once");
    assert!(
        before.iter().all(|key| met.binary_search(key).is_ok()),
        "all that was there when it began"
    );
    assert!(
        (0..50).all(|number| met.binary_search(&key(number)).is_err()),
        "and nothing that was gone"
    );
    let keys: Result<Vec<_>, _> = store.keys_of(Tree::Touchpoint).collect();
    let all = store.all::<Touchpoint>().expect("read");
    let wanted: Vec<_> = all.iter().map(|one| one.id.to_bytes()).collect();
    assert_eq!(keys.expect("read"), wanted, "in their order");
    sound(&store);
}

#[test]
fn orders_are_whole_after_closes_in_order_and_after_crashes_in_between() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path()).0;
    for round in 0..12_u64 {
        (round * 90..(round + 1) * 90).for_each(|number| {
            put(&store, &touchpoint(number * 37 % 1_080, "un"));
        });
        let there = || -> Vec<_> {
            let range = store.range(Index::Start, &[0; 8], &[u8::MAX; 8]);
            range.expect("read")
        };
        let wanted = there();
        assert_eq!(wanted.len() as u64, (round + 1) * 90);
        match round % 3 {
            0 => store.close().expect("closed"),
            1 => drop(store),
            _ => {
                // What a close left is of another state than what a crash leaves.
                let copy = tempfile::tempdir().expect("a folder");
                copy_folder(folder.path(), copy.path());
                let crashed = open(copy.path()).0;
                let range = crashed.range(Index::Start, &[0; 8], &[u8::MAX; 8]);
                assert_eq!(range.expect("read"), wanted);
                sound(&crashed);
                store.close().expect("closed");
            }
        }
        store = open(folder.path()).0;
        let range = store.range(Index::Start, &[0; 8], &[u8::MAX; 8]);
        assert_eq!(range.expect("read"), wanted);
        sound(&store);
    }
}

#[test]
fn a_read_after_a_write_never_gives_what_was_before_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    for round in 0..300_u32 {
        let wanted = round % 2 == 0;
        let settings = Settings {
            welcomed: wanted,
            ..Settings::default()
        };
        store
            .commit_aside::<_, StoreError>(note("settings"), |tx| tx.put(&settings))
            .expect("written");
        let there: Settings = store.get(SETTINGS_KEY).expect("read").expect("there");
        assert_eq!(there.welcomed, wanted, "round {round}");
    }
}

#[test]
fn a_write_that_changes_nothing_is_no_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    let first = put(&store, &touchpoint(1, "x"));
    assert_eq!(put(&store, &touchpoint(1, "x")), first, "nothing to write");
    assert_eq!(store.history(None, 10).expect("read").len(), 1);
}

#[test]
fn a_closed_book_says_so_and_closes_again_without_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    put(&store, &touchpoint(1, "x"));
    let other = store.clone();
    store.close().expect("closed");
    store.close().expect("closing again is nothing");
    let write = other.commit::<(), StoreError>(note("no"), |tx| tx.put(&touchpoint(2, "non")));
    assert!(write.expect_err("no writing").is_read_only());
    assert!(
        matches!(
            other.get::<Touchpoint>(touchpoint(2, "").id.to_bytes()),
            Err(StoreError::Closed)
        ),
        "and reading says it is closed"
    );
    assert!(
        matches!(other.settle(), Err(StoreError::Closed)),
        "and who waits for it is told"
    );
    let again = open(folder.path());
    assert_eq!(
        again.1.replayed, 0,
        "although another handle was still there"
    );
}

#[test]
fn what_waits_to_leave_is_read_in_its_order_and_what_was_told_in_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    let departure = |number: u64, minutes: i64, state| Departure {
        id: domain::Id::from_number_for_testing(number),
        touchpoint: domain::Id::from_number_for_testing(number % 2),
        occurrence: None,
        what: domain::Method::Request,
        uninvites: false,
        sequence: 0,
        to: Vec::new(),
        told: Told::default(),
        state,
        prepared_at: now() + TimeDelta::minutes(minutes),
        updated_at: now() - TimeDelta::minutes(minutes),
    };
    let all = [
        departure(1, 3, Departing::Waiting),
        departure(2, 1, Departing::Waiting),
        departure(3, 2, Departing::Withdrawn),
        departure(4, 4, Departing::Informed),
        departure(5, 5, Departing::Informed),
    ];
    store
        .commit::<_, StoreError>(note("put"), |tx| all.iter().try_for_each(|one| tx.put(one)))
        .expect("written");
    let in_order = |index, prefix: &[u8]| -> Vec<u64> {
        let keys = store.starting_with(index, prefix).expect("read");
        let number = |key| all.iter().position(|one| one.id.to_bytes() == key);
        keys.into_iter()
            .filter_map(number)
            .map(|at| at as u64 + 1)
            .collect()
    };
    assert_eq!(in_order(Index::Waiting, &[]), [2, 1]);
    assert_eq!(in_order(Index::Informed, &[]), [5, 4]);
    assert_eq!(
        in_order(Index::DepartureOf, &all[0].touchpoint.to_bytes()),
        [3, 1, 5],
        "withdrawn ones too: they are known"
    );
    sound(&store);
}
