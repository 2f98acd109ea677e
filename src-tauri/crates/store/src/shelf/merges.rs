use domain::{Merge, Merged};

use crate::record::Record;
use crate::shelf::instant_key;
use crate::tree::{Index, Key, Tree};

impl Record for Merge {
    const TREE: Tree = Tree::Merge;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        let made = match &self.of {
            Merged::Contacts { made, .. } => made.id.to_bytes(),
            Merged::Clients { made, .. } => made.id.to_bytes(),
        };
        let mut own = made.to_vec();
        own.extend_from_slice(&instant_key(self.at));
        put(Index::MergeInto, &own);
    }
}
