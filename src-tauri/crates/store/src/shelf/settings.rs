use domain::Settings;

use crate::record::Record;
use crate::tree::{Index, Key, Tree};

/// There is one record of settings.
pub const SETTINGS_KEY: Key = [0; 16];

impl Record for Settings {
    const TREE: Tree = Tree::Settings;

    fn key(&self) -> Key {
        SETTINGS_KEY
    }

    fn indexes(&self, _: &mut dyn FnMut(Index, &[u8])) {}
}
