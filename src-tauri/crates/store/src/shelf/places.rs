use domain::Place;

use crate::record::Record;
use crate::shelf::instant_key;
use crate::tree::{Index, Key, Tree};

impl Record for Place {
    const TREE: Tree = Tree::Place;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        match self.trashed_at {
            Some(at) => put(Index::Trash, &instant_key(at)),
            None => {
                let mut own = self.client.to_bytes().to_vec();
                own.extend_from_slice(&instant_key(self.created_at));
                put(Index::PlaceOfClient, &own);
            }
        }
    }
}
