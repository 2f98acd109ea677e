//! What every engine must do, run on each there is.

use std::collections::BTreeMap;

use proptest::prelude::*;

use vault::{Cost, Lockbox, Passphrase, Sealer};

use super::{Engine, MemoryEngine, Pair, SledEngine, Space};

type Named = (&'static str, Box<dyn Engine>);

fn engines() -> (tempfile::TempDir, Vec<Named>) {
    let folder = tempfile::tempdir().expect("a folder");
    let sled = |name: &str, sealer: &Sealer| {
        SledEngine::open(&folder.path().join(name), sealer).expect("sled opens")
    };
    let engines: Vec<Named> = vec![
        ("memory", Box::new(MemoryEngine::default())),
        ("sled", Box::new(sled("sled", &Sealer::clear()))),
        ("sled, sealed", Box::new(sled("sealed", &sealer()))),
    ];
    (folder, engines)
}

fn sealer() -> Sealer {
    let passphrase = Passphrase::new("une phrase".into());
    let (_, key, _) = Lockbox::create(&passphrase, Cost::LEAST).expect("a key");
    Sealer::under(&key)
}

/// A key of a space: those of records have sixteen bytes. Keys stay in their order.
fn key_in(space: Space, key: &[u8]) -> Vec<u8> {
    let mut long: Vec<u8> = key.iter().map(|byte| byte + 1).collect();
    match space.tree() {
        None => key.to_vec(),
        Some(_) => {
            long.resize(16, 0);
            long
        }
    }
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
                (Space::Client, &key_in(Space::Client, b"a"), Some(b"other")),
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
    let (k, gone) = (key_in(Space::Client, b"k"), key_in(Space::Client, b"gone"));
    for (name, engine) in &engines {
        engine
            .apply(&[
                (Space::Client, &k, Some(b"first")),
                (Space::Client, &k, None),
                (Space::Client, &k, Some(b"last")),
                (Space::Client, &gone, Some(b"x")),
                (Space::Client, &gone, None),
            ])
            .expect("applies");
        let there = scan(engine.as_ref(), Space::Client, b"", None);
        assert_eq!(
            there,
            [(k.clone(), b"last".to_vec())],
            "{name}: the last word on a key counts"
        );
    }
}

#[test]
fn sled_keeps_what_it_was_given_over_a_reopening() {
    for sealer in [Sealer::clear(), sealer()] {
        let folder = tempfile::tempdir().expect("a folder");
        for round in 0..30_u8 {
            let engine = SledEngine::open(folder.path(), &sealer).expect("opens");
            for space in [Space::History, Space::Index, Space::Client] {
                let there = scan(&engine, space, b"", None);
                let wanted = (0..round).map(|one| (key_in(space, &[one]), b"line".to_vec()));
                let wanted: Vec<Pair> = wanted.collect();
                assert_eq!(there, wanted, "everything from the rounds before");
                let mut pairs: Vec<Pair> =
                    engine.pairs(space).collect::<Result<_, _>>().expect("read");
                pairs.sort();
                assert_eq!(pairs, wanted, "in whatever order");
                assert_eq!(engine.keys(space).count(), wanted.len());
                engine
                    .apply(&[(space, &key_in(space, &[round]), Some(b"line"))])
                    .expect("applies");
            }
            engine.flush().expect("flushes");
        }
    }
}

#[test]
fn rows_open_only_as_they_were_sealed() {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = sealer();
    let path = |name: &str| folder.path().join(name);
    drop(SledEngine::open(&path("sealed"), &ours).expect("opens"));
    let clear = SledEngine::open(&path("sealed"), &Sealer::clear());
    assert!(
        matches!(clear, Err(crate::StoreError::Sealed)),
        "a key is missing"
    );
    let other = SledEngine::open(&path("sealed"), &sealer());
    assert!(
        matches!(other, Err(crate::StoreError::State(_))),
        "another key"
    );
    let engine = SledEngine::open(&path("clear"), &Sealer::clear()).expect("opens");
    engine
        .apply(&[(Space::Meta, b"standing", Some(b"x"))])
        .expect("applies");
    drop(engine);
    let sealed = SledEngine::open(&path("clear"), &ours);
    assert!(
        matches!(sealed, Err(crate::StoreError::State(_))),
        "nothing unsealed is read"
    );
}

#[test]
fn no_key_and_no_value_stands_on_the_disk_of_a_sealed_engine() {
    for (sealer, seen) in [(Sealer::clear(), true), (sealer(), false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let engine = SledEngine::open(folder.path(), &sealer).expect("opens");
        for number in 0..100_u8 {
            let needle = [b"needle", &[b'0' + number % 10][..]].concat();
            let key = *b"needle-needle-!!";
            engine
                .apply(&[
                    (Space::Client, &key, Some(&needle)),
                    (
                        Space::Index,
                        &[b"needle", &[number][..]].concat(),
                        Some(b""),
                    ),
                    (Space::History, &[number], Some(&needle)),
                    (Space::Meta, b"standing", Some(&needle)),
                ])
                .expect("applies");
        }
        engine.flush().expect("flushes");
        drop(engine);
        let mut found = false;
        for entry in std::fs::read_dir(folder.path()).expect("listed").flatten() {
            if entry.path().is_file() {
                let bytes = std::fs::read(entry.path()).expect("read");
                found |= bytes.windows(6).any(|part| part == b"needle");
            }
        }
        assert_eq!(found, seen);
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
    let _first = SledEngine::open(folder.path(), &Sealer::clear()).expect("opens");
    let second = SledEngine::open(folder.path(), &Sealer::clear());
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
                let batch: Vec<_> = batch
                    .iter()
                    .map(|(space, key, value)| {
                        let space = Space::ALL[*space];
                        (space, key_in(space, key), value.as_deref())
                    })
                    .collect();
                let writes: Vec<_> = batch
                    .iter()
                    .map(|(space, key, value)| (*space, key.as_slice(), *value))
                    .collect();
                engine.apply(&writes).expect("applies");
                for (space, key, value) in writes {
                    match value {
                        Some(value) => model.insert((space, key.to_vec()), value.to_vec()),
                        None => model.remove(&(space, key.to_vec())),
                    };
                }
            }
            for space in Space::ALL.into_iter().filter(|space| space.tree().is_some()) {
                let (mut paged, mut from) = (Vec::new(), Some(Vec::new()));
                while let Some(here) = from {
                    let (pairs, next) = engine.page(space, &here, 3).expect("reads");
                    prop_assert!(pairs.len() == 3 || next.is_none());
                    paged.extend(pairs);
                    from = next;
                }
                paged.sort();
                let wanted = model.iter().filter(|((other, _), _)| *other == space);
                let wanted: Vec<Pair> = wanted
                    .map(|((_, key), value)| (key.clone(), value.clone()))
                    .collect();
                prop_assert_eq!(paged, wanted, "{} page by page in {:?}", name, space);
            }
            for space in Space::ALL {
                let (from, until) = (key_in(space, &[from]), key_in(space, &[until]));
                let wanted: Vec<Pair> = model
                    .iter()
                    .filter(|((other, key), _)| *other == space && *key >= from && *key < until)
                    .map(|((_, key), value)| (key.clone(), value.clone()))
                    .collect();
                prop_assert_eq!(
                    scan(engine.as_ref(), space, &from, Some(&until)),
                    wanted,
                    "{} in {:?}", name, space
                );
            }
        }
    }
}
