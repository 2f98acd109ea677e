use domain::{Departing, Departure};

use crate::record::Record;
use crate::shelf::instant_key;
use crate::tree::{Index, Key, Tree};

impl Record for Departure {
    const TREE: Tree = Tree::Departure;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        let prepared = instant_key(self.prepared_at);
        match self.state {
            Departing::Waiting => put(Index::Waiting, &prepared),
            Departing::Informed => put(Index::Informed, &instant_key(self.updated_at)),
            Departing::Withdrawn => {}
        }
        let mut own = self.touchpoint.to_bytes().to_vec();
        own.extend_from_slice(&prepared);
        put(Index::DepartureOf, &own);
    }
}
