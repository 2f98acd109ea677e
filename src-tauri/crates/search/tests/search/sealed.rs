//! An index that only its book's key opens.

use std::collections::HashSet;
use std::fs;

use search::{Home, Index, Kind};

use crate::book::{both, document, index_in, key, numbers, sealer, write};

#[test]
fn nothing_of_what_is_indexed_is_on_the_disk_in_clear() {
    let folder = tempfile::tempdir().expect("a folder");
    for home in both(folder.path()) {
        let index = index_in(&home, &[]);
        // Several commits, deletes and what they are laid together to.
        for number in 0..60_u8 {
            let texts = ["Aiguillette", "rue du Zurbaran", "quetzalcoatl"];
            let gone = HashSet::from([key(number.saturating_sub(3))]);
            write(
                &index,
                &[document(Kind::Client, number, texts)],
                gone,
                u64::from(number) + 1,
            );
        }
        index.pen().expect("a pen").close().expect("laid together");
        assert!(!numbers(&index, "zurba").is_empty(), "it is found");
        let Home::Folder(path, sealer) = &home else {
            unreachable!("in a folder")
        };
        let mut bytes = Vec::new();
        for entry in fs::read_dir(path).expect("a folder").flatten() {
            bytes.extend(fs::read(entry.path()).expect("reads"));
        }
        let there = |needle: &str| {
            let needle = needle.as_bytes();
            bytes.windows(needle.len()).any(|window| window == needle)
        };
        for needle in [
            "guillette",
            "zurbaran",
            "etzalcoatl",
            "mark 60",
            "segments",
            "\"rank\"",
        ] {
            // The beginnings of words share their letters in a dictionary; what is in clear shows some of them.
            assert!(!sealer.seals() || !there(needle), "{needle}");
        }
        assert!(
            sealer.seals() || there("segments"),
            "what is not sealed can be read"
        );
    }
}

#[test]
fn another_key_opens_nothing_and_an_index_is_made_again_in_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index");
    let one = Home::Folder(path.clone(), sealer(1));
    let documents = [document(Kind::Client, 7, ["Dupont", "", ""])];
    drop(index_in(&one, &documents));
    for other in [Home::Folder(path.clone(), sealer(2)), Home::clear(&path)] {
        assert!(Index::open(&other).is_err(), "{other:?}");
    }
    let (index, stamp) = Index::open(&one).expect("opens");
    assert_eq!((numbers(&index, "dup"), stamp.seq), (vec![7], 1));
    drop(index);
    drop(index_in(&Home::clear(&path), &documents));
    assert!(
        Index::open(&one).is_err(),
        "one that is not sealed is no sealed book's"
    );
    let index = index_in(&one, &documents);
    assert_eq!(numbers(&index, "dup"), [7]);
}

#[test]
fn an_index_in_memory_finds_the_same_and_writes_nothing() {
    let index = index_in(
        &Home::Memory,
        &[document(Kind::Client, 7, ["Dupont", "", ""])],
    );
    assert_eq!(numbers(&index, "dup"), [7]);
    write(&index, &[], HashSet::from([key(7)]), 2);
    assert!(numbers(&index, "dup").is_empty());
}

#[test]
fn two_pens_are_one_too_many_and_a_kill_leaves_no_lock() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::Folder(folder.path().join("index"), sealer(1));
    let index = index_in(&home, &[document(Kind::Client, 7, ["Dupont", "", ""])]);
    let pen = index.pen().expect("the first");
    assert!(index.pen().is_err(), "one at a time");
    drop(pen);
    assert!(index.pen().is_ok());
    // As after a kill: opened again by a process that knows of no lock.
    let (again, _) = Index::open(&home).expect("opens");
    assert!(again.pen().is_ok());
}
