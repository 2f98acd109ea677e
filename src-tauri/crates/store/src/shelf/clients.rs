use domain::{Client, fold};

use crate::record::Record;
use crate::shelf::instant_key;
use crate::tree::{Index, Key, Tree};

/// How much of a folded name is in its index key.
const NAME_MOST: usize = 64;

impl Record for Client {
    const TREE: Tree = Tree::Client;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        match self.trashed_at {
            Some(at) => put(Index::Trash, &instant_key(at)),
            None => {
                let mut name: Vec<u8> = fold(&self.name)
                    .bytes()
                    .filter(|byte| *byte != 0)
                    .take(NAME_MOST)
                    .collect();
                name.push(0);
                put(Index::ClientName, &name);
            }
        }
    }
}
