//! Nouns in no order: they are few, or found by an id that is made from what they say.

use domain::{Apart, Erasure, Mapping, Market, View};

use crate::record::Record;
use crate::tree::{Index, Key, Tree};

macro_rules! plain {
    ($noun:ident) => {
        impl Record for $noun {
            const TREE: Tree = Tree::$noun;

            fn key(&self) -> Key {
                self.id.to_bytes()
            }

            fn indexes(&self, _: &mut dyn FnMut(Index, &[u8])) {}
        }
    };
}

plain!(Apart);
plain!(View);
plain!(Mapping);
plain!(Market);
plain!(Erasure);
