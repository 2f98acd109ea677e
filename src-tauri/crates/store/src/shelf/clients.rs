use chrono::NaiveDate;
use domain::{Client, fold, folded_company};

use crate::record::Record;
use crate::shelf::{instant_key, name_key, text_key, wall_key};
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
        if self.archived_at.is_none() {
            for promise in self.promises.iter().filter(|promise| promise.is_open()) {
                put(Index::PromiseDue, &due_key(promise.due));
            }
        }
        for email in &self.emails {
            put(Index::ClientDomain, &text_key(&email.domain()));
        }
    }
}

/// A day as bytes that sort as days do; what has no day stands behind every day.
pub fn due_key(due: Option<NaiveDate>) -> [u8; 8] {
    due.map_or([0xff; 8], |day| {
        wall_key(day.and_time(chrono::NaiveTime::MIN))
    })
}
