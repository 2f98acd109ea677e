use domain::Touchpoint;
use xxhash_rust::xxh3::xxh3_64;

use crate::record::Record;
use crate::shelf::{instant_key, wall_key};
use crate::tree::{Index, Key, Tree};

/// Touchpoints longer than this have an order of their own, so that a week looks back no further.
pub(crate) const LONG_SECONDS: u32 = 2 * 86_400;

impl Record for Touchpoint {
    const TREE: Tree = Tree::Touchpoint;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        put(Index::Uid, &uid_key(&self.source.uid));
        if let Some(file) = self.source.file {
            put(Index::OfSource, &file.to_bytes());
        }
        if let Some(at) = self.trashed_at {
            put(Index::Trash, &instant_key(at));
            return;
        }
        if let Some(series) = self.occurrence.as_ref().and_then(|one| one.series) {
            put(Index::Override, &series.to_bytes());
        }
        if let Some(client) = self.client {
            let mut own = client.to_bytes().to_vec();
            own.extend_from_slice(
                &self
                    .slot
                    .map_or([0xff; 8], |slot| wall_key(slot.start_wall())),
            );
            put(Index::OfClient, &own);
        }
        match (self.slot, &self.recurrence) {
            (None, _) => put(Index::Tray, &instant_key(self.created_at)),
            (Some(_), Some(recurrence)) => put(
                Index::SeriesEnd,
                &recurrence.ends.map_or([0xff; 8], wall_key),
            ),
            (Some(slot), None) if slot.seconds() > LONG_SECONDS => {
                put(Index::LongEnd, &wall_key(slot.end_wall()))
            }
            (Some(slot), None) => put(Index::Start, &wall_key(slot.start_wall())),
        }
    }
}

/// A UID of any length as eight bytes; the caller compares the UID itself.
pub(crate) fn uid_key(uid: &str) -> [u8; 8] {
    xxh3_64(uid.as_bytes()).to_be_bytes()
}
