use domain::{Client, fold, folded_company};

use crate::record::Record;
use crate::shelf::{instant_key, name_key, text_key};
use crate::tree::{Index, Key, Tree};

impl Record for Client {
    const TREE: Tree = Tree::Client;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        for link in &self.links {
            put(Index::LinkTo, &link.to.to_bytes());
        }
        if let Some(at) = self.trashed_at {
            put(Index::Trash, &instant_key(at));
            return;
        }
        put(Index::ClientName, &name_key(&fold(&self.name)));
        put(Index::CompanyName, &text_key(&folded_company(&self.name)));
        for email in &self.emails {
            put(Index::ClientDomain, &text_key(&email.domain()));
        }
    }
}
