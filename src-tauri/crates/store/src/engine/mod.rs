//! What the state asks of an engine. Small on purpose: another engine is one file and the conformance suite.

mod memory;
mod sled;

use crate::StoreError;

pub(crate) use memory::MemoryEngine;
pub(crate) use sled::SledEngine;

/// One key's new value; `None` takes it away.
pub(crate) type Put = (Space, Vec<u8>, Option<Vec<u8>>);

/// A named space of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Space {
    Touchpoint = 1,
    Client = 2,
    Source = 3,
    Settings = 4,
    Index = 5,
    History = 6,
    Meta = 7,
}

impl Space {
    pub(crate) const ALL: [Self; 7] = [
        Self::Touchpoint,
        Self::Client,
        Self::Source,
        Self::Settings,
        Self::Index,
        Self::History,
        Self::Meta,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Touchpoint => "touchpoint",
            Self::Client => "client",
            Self::Source => "source",
            Self::Settings => "settings",
            Self::Index => "index",
            Self::History => "history",
            Self::Meta => "meta",
        }
    }
}

impl From<crate::Tree> for Space {
    fn from(tree: crate::Tree) -> Self {
        match tree {
            crate::Tree::Touchpoint => Self::Touchpoint,
            crate::Tree::Client => Self::Client,
            crate::Tree::Source => Self::Source,
            crate::Tree::Settings => Self::Settings,
        }
    }
}

/// A key and its value, as a scan gives them.
pub(crate) type Pair = (Vec<u8>, Vec<u8>);

/// Ordered spaces of bytes, written atomically over all of them.
pub(crate) trait Engine: Send + Sync {
    /// The value of a key.
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;
    /// Every pair from `from` (included) to `until` (excluded, or the end), in order.
    fn scan<'a>(
        &'a self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> Box<dyn DoubleEndedIterator<Item = Result<Pair, StoreError>> + 'a>;
    /// All of the batch, or nothing of it.
    fn apply(&self, batch: &[Put]) -> Result<(), StoreError>;
    /// Asks for what was applied to be on the disk. The journal does not rely on it.
    fn flush(&self) -> Result<(), StoreError>;
}

/// What every engine must do, whatever it is made of.
#[cfg(test)]
mod conformance {
    use super::*;

    fn engines(folder: &std::path::Path) -> [(&'static str, Box<dyn Engine>); 2] {
        let sled = SledEngine::open(&folder.join("state")).expect("sled opens");
        [
            ("sled", Box::new(sled)),
            ("memory", Box::new(MemoryEngine::default())),
        ]
    }

    fn put(space: Space, key: &str, value: &str) -> Put {
        (
            space,
            key.as_bytes().to_vec(),
            Some(value.as_bytes().to_vec()),
        )
    }

    fn keys(engine: &dyn Engine, from: &str, until: Option<&str>) -> Vec<String> {
        let text = |pair: Result<Pair, StoreError>| {
            String::from_utf8(pair.expect("a pair").0).expect("text")
        };
        engine
            .scan(Space::Index, from.as_bytes(), until.map(str::as_bytes))
            .map(text)
            .collect()
    }

    #[test]
    fn a_batch_is_seen_whole_and_its_spaces_are_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, engine) in engines(folder.path()) {
            let batch = [
                put(Space::Client, "a", "1"),
                put(Space::Index, "a", "2"),
                put(Space::Meta, "b", "3"),
            ];
            engine.apply(&batch).expect("applied");
            assert_eq!(
                engine.get(Space::Client, b"a").expect("read"),
                Some(b"1".to_vec()),
                "{name}"
            );
            assert_eq!(
                engine.get(Space::Index, b"a").expect("read"),
                Some(b"2".to_vec()),
                "{name}"
            );
            assert_eq!(
                engine.get(Space::Touchpoint, b"a").expect("read"),
                None,
                "{name}: another space"
            );
        }
    }

    #[test]
    fn the_last_word_on_a_key_in_a_batch_stands() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, engine) in engines(folder.path()) {
            let gone = (Space::Index, b"k".to_vec(), None);
            engine
                .apply(&[
                    put(Space::Index, "k", "1"),
                    gone.clone(),
                    put(Space::Index, "k", "2"),
                ])
                .expect("applied");
            assert_eq!(
                engine.get(Space::Index, b"k").expect("read"),
                Some(b"2".to_vec()),
                "{name}"
            );
            engine.apply(&[gone]).expect("applied");
            assert_eq!(
                engine.get(Space::Index, b"k").expect("read"),
                None,
                "{name}"
            );
        }
    }

    #[test]
    fn a_scan_is_in_order_from_its_first_key_to_before_its_last() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, engine) in engines(folder.path()) {
            let batch: Vec<Put> = ["d", "a", "c", "b", "ca"]
                .iter()
                .map(|key| put(Space::Index, key, ""))
                .collect();
            engine.apply(&batch).expect("applied");
            assert_eq!(
                keys(engine.as_ref(), "", None),
                ["a", "b", "c", "ca", "d"],
                "{name}"
            );
            assert_eq!(
                keys(engine.as_ref(), "b", Some("ca")),
                ["b", "c"],
                "{name}: the end is excluded"
            );
            assert!(
                keys(engine.as_ref(), "c", Some("b")).is_empty(),
                "{name}: a range that is upside down is empty"
            );
            let last = engine
                .scan(Space::Index, b"", None)
                .next_back()
                .expect("one")
                .expect("a pair")
                .0;
            assert_eq!(last, b"d", "{name}: backwards too");
        }
    }
}
