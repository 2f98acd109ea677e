//! Sentier's store: journal, orders, history, undo, overlay and all.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDateTime;
use domain::{Id, Origin, Touchpoint, TouchpointId};
use store::{Index, Note, OpenOptions, Progress, Store, StoreError, Write, wall_key};

use super::{Engine, Kept, later};

pub(super) struct Ours(Store);

impl Ours {
    pub(super) fn open(folder: &Path) -> Self {
        let (store, _) = Store::open(folder, OpenOptions::default()).expect("opens");
        Self(store)
    }
}

fn note() -> Note {
    Note {
        label: "moved".to_owned(),
        args: BTreeMap::new(),
        origin: Origin::House,
        at: crate::book::instant(0),
    }
}

impl Engine for Ours {
    fn load(&self, things: &mut dyn Iterator<Item = Kept>) {
        let items = things.map(|thing| {
            Ok(match thing {
                Kept::Touchpoint(one) => Write::put(&one)?,
                Kept::Client(one) => Write::put(&one)?,
                Kept::Contact(one) => Write::put(&one)?,
            })
        });
        self.0
            .commit_bulk::<StoreError>(note(), items, &mut |_| Progress::Go)
            .expect("loads");
        self.0.settle().expect("settles");
    }

    fn week(&self, from: NaiveDateTime, until: NaiveDateTime) -> usize {
        let keys = self
            .0
            .range(Index::Start, &wall_key(from), &wall_key(until));
        let whole = |key| self.0.get::<Touchpoint>(key).expect("reads");
        keys.expect("reads").into_iter().filter_map(whole).count()
    }

    fn shift_many(&self, numbers: &mut dyn Iterator<Item = u64>) {
        self.0
            .commit::<_, StoreError>(note(), |tx| {
                for n in numbers {
                    let id: TouchpointId = Id::from_number_for_testing(n);
                    if let Some(one) = tx.get::<Touchpoint>(id.to_bytes())? {
                        tx.put(&later(one, n))?;
                    }
                }
                Ok(())
            })
            .expect("writes");
    }

    fn copy(&self, _: &Path) {
        self.0
            .snapshot_now(crate::book::instant(0))
            .expect("a snapshot");
    }

    fn close(&self) {
        self.0.close().expect("closes");
    }
}
