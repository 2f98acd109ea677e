use domain::{Contact, fold};

use crate::record::Record;
use crate::shelf::{instant_key, name_key, text_key};
use crate::tree::{Index, Key, Tree};

impl Record for Contact {
    const TREE: Tree = Tree::Contact;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        // A UID and a file are the same one's in the trash too: bringing the file in again must find it.
        put(Index::ContactUid, &text_key(&self.uid));
        for source in &self.sources {
            put(Index::CardOfSource, &source.file.to_bytes());
            if source.uid != self.uid {
                put(Index::ContactUid, &text_key(&source.uid));
            }
        }
        if let Some(at) = self.trashed_at {
            put(Index::Trash, &instant_key(at));
            return;
        }
        let mut own = self
            .client
            .map_or([0; 16], |client| client.to_bytes())
            .to_vec();
        own.extend_from_slice(&name_key(&fold(&self.name)));
        put(Index::ContactOfClient, &own);
        put(Index::ContactName, &text_key(&self.folded_name()));
        for email in &self.emails {
            put(Index::ContactEmail, &text_key(&email.folded()));
        }
        for phone in &self.phones {
            put(Index::ContactPhone, &text_key(&phone.dialled()));
        }
    }
}
