//! A few documents, and an index over them.

use std::collections::HashSet;
use std::path::Path;

use search::{Document, Hits, Home, Index, Key, Kind, Query, Stamp, Weight};
use vault::{BookKey, Sealer};

/// A document of a kind with a name, a line and a text.
pub(crate) fn document(kind: Kind, number: u8, texts: [&str; 3]) -> Document {
    let mut document = Document::new(kind, key(number), u64::from(number));
    for (weight, text) in [Weight::Name, Weight::Line, Weight::Text]
        .into_iter()
        .zip(texts)
    {
        document.say(weight, text);
    }
    document
}

pub(crate) fn key(number: u8) -> Key {
    [number; 16]
}

pub(crate) fn stamp(seq: u64) -> Stamp {
    Stamp::new(seq, format!("mark {seq}"), true)
}

/// A key of a book, by its first byte.
pub(crate) fn sealer(number: u8) -> Sealer {
    Sealer::under(&BookKey::from_bytes([number; 32].into()))
}

/// An index in a folder, as it is and sealed.
pub(crate) fn both(folder: &Path) -> [Home; 2] {
    let sealed = Home::Folder(folder.join("sealed"), sealer(1));
    [Home::clear(&folder.join("clear")), sealed]
}

/// An index of these documents in `folder`.
pub(crate) fn index_of(folder: &Path, documents: &[Document]) -> Index {
    index_in(&Home::clear(folder), documents)
}

/// An index of these documents.
pub(crate) fn index_in(home: &Home, documents: &[Document]) -> Index {
    let index = Index::create(home).expect("an index can be made");
    write(&index, documents, HashSet::new(), 1);
    index
}

/// Removes and adds, and commits as `seq`.
pub(crate) fn write(index: &Index, documents: &[Document], gone: HashSet<Key>, seq: u64) {
    let mut pen = index.pen().expect("one pen at a time");
    if !gone.is_empty() {
        pen.remove(gone).expect("removes");
    }
    for one in documents {
        pen.add(one).expect("adds");
    }
    pen.commit(&stamp(seq)).expect("commits");
}

/// The first bytes of the keys that are found, the best first, whatever their kind.
pub(crate) fn numbers(index: &Index, typed: &str) -> Vec<u8> {
    let found: Vec<Hits> = index.find(&Query::new(typed)).expect("the index reads");
    found
        .iter()
        .flat_map(|one| &one.hits)
        .map(|hit| hit.key[0])
        .collect()
}
