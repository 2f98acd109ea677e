use domain::SourceFile;

use crate::record::Record;
use crate::tree::{Index, Key, Tree};

impl Record for SourceFile {
    const TREE: Tree = Tree::Source;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, _: &mut dyn FnMut(Index, &[u8])) {}
}
