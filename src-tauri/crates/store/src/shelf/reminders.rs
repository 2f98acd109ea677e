use domain::Reminders;

use crate::record::Record;
use crate::tree::{Index, Key, Tree};

/// There is one record of reminders.
pub const REMINDERS_KEY: Key = [0; 16];

impl Record for Reminders {
    const TREE: Tree = Tree::Reminders;

    fn key(&self) -> Key {
        REMINDERS_KEY
    }

    fn indexes(&self, _: &mut dyn FnMut(Index, &[u8])) {}
}
