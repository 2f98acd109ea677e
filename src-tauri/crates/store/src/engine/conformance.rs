//! What every engine must do, run on each there is.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Engine, MemoryEngine, Pair, SledEngine, Space};

type Named = (&'static str, Box<dyn Engine>);

fn engines() -> (tempfile::TempDir, Vec<Named>) {
    let folder = tempfile::tempdir().expect("a folder");
    let sled = SledEngine::open(&folder.path().join("sled")).expect("sled opens");
    let engines: Vec<Named> = vec![
        ("memory", Box::new(MemoryEngine::default())),
        ("sled", Box::new(sled)),
    ];
    (folder, engines)
}

fn scan(engine: &dyn Engine, space: Space, from: &[u8], until: Option<&[u8]>) -> Vec<Pair> {
    let pairs: Result<Vec<_>, _> = engine.scan(space, from, until).collect();
    pairs.expect("a scan of a whole engine does not fail")
}

#[test]
fn spaces_are_apart_and_ordered() {
    let (_folder, engines) = engines();
    for (name, engine) in &engines {
        engine
            .apply(&[
                (Space::Index, b"b", Some(b"2")),
                (Space::Index, b"a", Some(b"1")),
                (Space::Client, b"a", Some(b"other")),
                (Space::Index, b"c", Some(b"")),
            ])
            .expect("applies");
        let keys: Vec<_> = scan(engine.as_ref(), Space::Index, b"", None)
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        assert_eq!(
            keys,
            [b"a", b"b", b"c"],
            "{name}: in order, of its own space"
        );
        let some = scan(engine.as_ref(), Space::Index, b"a", Some(b"c"));
        assert_eq!(some.len(), 2, "{name}: the end is excluded");
        let none = scan(engine.as_ref(), Space::Index, b"c", Some(b"a"));
        assert!(none.is_empty(), "{name}: the wrong way round is empty");
        let empty = engine.get(Space::Index, b"c").expect("reads");
        assert_eq!(
            empty.as_deref(),
            Some(&b""[..]),
            "{name}: an empty value is a value"
        );
        assert_eq!(
            engine.get(Space::Meta, b"a").expect("reads"),
            None,
            "{name}: another space does not have it"
        );
    }
}

#[test]
fn a_batch_is_applied_in_its_order() {
    let (_folder, engines) = engines();
    for (name, engine) in &engines {
        engine
            .apply(&[
                (Space::Client, b"k", Some(b"first")),
                (Space::Client, b"k", None),
                (Space::Client, b"k", Some(b"last")),
                (Space::Client, b"gone", Some(b"x")),
                (Space::Client, b"gone", None),
            ])
            .expect("applies");
        let there = scan(engine.as_ref(), Space::Client, b"", None);
        assert_eq!(
            there,
            [(b"k".to_vec(), b"last".to_vec())],
            "{name}: the last word on a key counts"
        );
    }
}

#[test]
fn sled_keeps_what_it_was_given_over_a_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    for round in 0..3_u8 {
        let engine = SledEngine::open(folder.path()).expect("opens");
        assert_eq!(
            scan(&engine, Space::History, b"", None).len(),
            usize::from(round),
            "everything from the rounds before"
        );
        engine
            .apply(&[(Space::History, &[round], Some(b"line"))])
            .expect("applies");
        engine.flush().expect("flushes");
    }
}

#[test]
fn thousands_of_keys_in_any_order_are_all_found_again() {
    let (_folder, engines) = engines();
    for (name, engine) in &engines {
        let keys: Vec<[u8; 4]> = (0..3_000_u32)
            .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes())
            .collect();
        for some in keys.chunks(50) {
            let batch: Vec<_> = some
                .iter()
                .map(|key| (Space::Index, &key[..], Some(&b""[..])))
                .collect();
            engine.apply(&batch).expect("applies");
        }
        assert_eq!(
            scan(engine.as_ref(), Space::Index, b"", None).len(),
            keys.len(),
            "{name}: none is lost where blocks are split"
        );
        let some = &keys[..2_990];
        let batch: Vec<_> = some
            .iter()
            .map(|key| (Space::Index, &key[..], None))
            .collect();
        engine.apply(&batch).expect("applies");
        let left: Vec<_> = scan(engine.as_ref(), Space::Index, b"", None);
        assert_eq!(left.len(), 10, "{name}: and none comes back");
        for key in &keys[2_990..] {
            let there = engine.get(Space::Index, key).expect("reads");
            assert!(there.is_some(), "{name}: {key:?} was left");
        }
    }
}

#[test]
fn a_held_sled_says_that_it_is_held() {
    let folder = tempfile::tempdir().expect("a folder");
    let _first = SledEngine::open(folder.path()).expect("opens");
    let second = SledEngine::open(folder.path());
    assert!(
        matches!(second, Err(crate::StoreError::Held)),
        "a lock is no damage: the state must not be moved aside for it"
    );
}

type Batch = Vec<(usize, Vec<u8>, Option<Vec<u8>>)>;

fn batches() -> impl Strategy<Value = Vec<Batch>> {
    let key = prop::collection::vec(0_u8..12, 0..4);
    let value = prop::option::of(prop::collection::vec(any::<u8>(), 0..6));
    let write = (0..Space::ALL.len(), key, value);
    prop::collection::vec(prop::collection::vec(write, 0..40), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn an_engine_is_its_model(batches in batches(), from in 0_u8..13, until in 0_u8..13) {
        let (_folder, engines) = engines();
        for (name, engine) in &engines {
            let mut model: BTreeMap<(Space, Vec<u8>), Vec<u8>> = BTreeMap::new();
            for batch in &batches {
                let writes: Vec<_> = batch
                    .iter()
                    .map(|(space, key, value)| {
                        (Space::ALL[*space], key.as_slice(), value.as_deref())
                    })
                    .collect();
                engine.apply(&writes).expect("applies");
                for (space, key, value) in writes {
                    match value {
                        Some(value) => model.insert((space, key.to_vec()), value.to_vec()),
                        None => model.remove(&(space, key.to_vec())),
                    };
                }
            }
            for space in Space::ALL {
                let wanted: Vec<Pair> = model
                    .iter()
                    .filter(|((other, key), _)| {
                        *other == space && key.as_slice() >= &[from][..] && key.as_slice() < &[until][..]
                    })
                    .map(|((_, key), value)| (key.clone(), value.clone()))
                    .collect();
                prop_assert_eq!(
                    scan(engine.as_ref(), space, &[from], Some(&[until])),
                    wanted,
                    "{} in {:?}", name, space
                );
            }
        }
    }
}
