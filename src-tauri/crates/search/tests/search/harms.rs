use std::collections::HashSet;
use std::fs;

use search::{Home, Index, Kind};

use crate::book::{both, document, index_in, index_of, numbers, stamp, write};

#[test]
fn an_index_that_was_closed_opens_where_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(index_of(
        folder.path(),
        &[document(Kind::Client, 1, ["Dupont", "", ""])],
    ));
    let (index, kept) = Index::open(&Home::clear(folder.path())).expect("opens");
    assert_eq!(kept, stamp(1), "it says how far it follows");
    assert_eq!(numbers(&index, "dup"), [1], "and has what it had");
}

#[test]
fn what_was_not_committed_was_never_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = index_of(
        folder.path(),
        &[document(Kind::Client, 1, ["Dupont", "", ""])],
    );
    {
        let pen = index.pen().expect("a pen");
        pen.clear().expect("clears");
        pen.add(&document(Kind::Client, 2, ["Durand", "", ""]))
            .expect("adds");
        // The program is killed here.
    }
    drop(index);
    let (index, kept) = Index::open(&Home::clear(folder.path())).expect("opens");
    assert_eq!(kept.seq, 1, "as of the last commit");
    assert_eq!(
        numbers(&index, "du"),
        [1],
        "nothing was cleared, nothing added"
    );
    write(
        &index,
        &[document(Kind::Client, 3, ["Duval", "", ""])],
        HashSet::new(),
        2,
    );
    assert_eq!(numbers(&index, "du"), [1, 3], "and it can be written again");
}

#[test]
fn any_harmed_or_missing_file_is_noticed_on_opening() {
    let folder = tempfile::tempdir().expect("a folder");
    for home in both(folder.path()) {
        harms(&home);
    }
}

fn harms(home: &Home) {
    let Home::Folder(whole, sealer) = home else {
        unreachable!("in a folder")
    };
    drop(index_in(
        home,
        &[document(
            Kind::Client,
            1,
            ["Dupont", "rue de Bourgogne", "notes"],
        )],
    ));
    let names: Vec<_> = fs::read_dir(whole)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .filter(|name| !name.to_string_lossy().starts_with('.'))
        .collect();
    assert!(names.len() > 3, "there are files to harm: {names:?}");
    for name in names {
        for harm in ["flip", "cut", "gone"] {
            let copy = tempfile::tempdir().expect("a folder");
            for entry in fs::read_dir(whole).expect("a folder") {
                let from = entry.expect("an entry").path();
                fs::copy(&from, copy.path().join(from.file_name().expect("a name")))
                    .expect("copies");
            }
            let file = copy.path().join(&name);
            let mut bytes = fs::read(&file).expect("reads");
            let middle = bytes.len() / 2;
            match harm {
                "flip" => bytes[middle] ^= 0x55,
                "cut" => bytes.truncate(middle),
                _ => bytes.clear(),
            }
            match harm {
                "gone" => fs::remove_file(&file).expect("removes"),
                _ => fs::write(&file, &bytes).expect("writes"),
            }
            let copied = Home::Folder(copy.path().to_owned(), sealer.clone());
            let opened = std::panic::catch_unwind(|| Index::open(&copied));
            if let Ok(Ok((index, _))) = &opened {
                assert_eq!(
                    numbers(index, "dupont"),
                    [1],
                    "{harm} {name:?}: whole, or not opened"
                );
            }
            drop(opened);
            let index = Index::create(&copied).expect("made again in its place");
            assert!(index.is_empty(), "{harm} {name:?}: from nothing");
        }
    }
}
