//! Mending a book that a check found something wrong with: what can be had from other copies is
//! taken from them, what cannot is said, and whatever is touched is kept in the quarantine first.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::check::Flaw;
use crate::engine::Space;
use crate::history::Kept;
use crate::opening::{self, Spare};
use crate::puts::Put;
use crate::record::{self, Bytes};
use crate::shelf;
use crate::state::{Standing, State};
use crate::store::Store;
use crate::tree::{Key, Tree, record_of};
use crate::{StoreError, disk, journal};

/// What a repair found and did.
#[derive(Debug, Clone, Default)]
pub struct Repaired {
    /// What a check found before; empty when there was nothing to mend.
    pub found: Vec<Flaw>,
    /// Where what was touched is kept.
    pub kept: Option<PathBuf>,
    /// Whether the state was built again, its orders with it.
    pub rebuilt: bool,
    /// Rows that had gone and came back from older copies.
    pub brought_back: usize,
    /// Records that no copy has as they were.
    pub lost: Vec<Lost>,
    /// Whether the journal was begun anew behind a snapshot.
    pub rebased: bool,
    /// Snapshots that were moved aside.
    pub snapshots: usize,
    /// What a check finds afterwards: what cannot be mended from here.
    pub left: Vec<Flaw>,
}

/// A record that could not be read and that no copy has as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Which noun.
    pub tree: Tree,
    /// Its key.
    pub key: Key,
    /// It is there as an earlier copy has it; otherwise it is gone.
    pub older: bool,
}

impl Store {
    /// Checks the book and mends what can be mended. Reads go on meanwhile, writes wait now and
    /// then. What is touched is kept in the quarantine; what a later check will still find is in
    /// [`Repaired::left`].
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] for a book that is only read. Until the mended state is whole on the
    /// disk nothing of the old one is touched.
    pub fn repair(&self, now: DateTime<Utc>) -> Result<Repaired, StoreError> {
        let found = self.check()?.flaws;
        let mut done = Repaired {
            found,
            ..Repaired::default()
        };
        if done.found.is_empty() {
            return Ok(done);
        }
        if self.inner.pen.lock().is_none() {
            return Err(self.refusal());
        }
        let folder = &self.inner.folder;
        let aside = disk::unused(&folder.join("quarantine"), "repair");
        fs::create_dir_all(&aside)?;
        if done.found.iter().any(Flaw::is_of_the_state) {
            self.mend_state(&aside, &mut done)?;
        }
        let journal_lost = done
            .found
            .iter()
            .any(|flaw| matches!(flaw, Flaw::Journal(_)));
        if journal_lost {
            for (first, _) in journal::files(folder)? {
                let path = journal::file_of(folder, first);
                fs::copy(&path, aside.join(path.file_name().unwrap_or_default()))?;
            }
        }
        for flaw in &done.found {
            match flaw {
                Flaw::Snapshot(seq) => {
                    self.inner.snapshots.move_aside(*seq, &aside)?;
                    done.snapshots += 1;
                }
                Flaw::Attic { address, .. } => {
                    let path = self.attic().place_of(address)?;
                    if path.exists() {
                        fs::rename(&path, aside.join(address))?;
                    }
                }
                _ => {}
            }
        }
        disk::sync_all_under(&aside)?;
        if journal_lost || done.snapshots > 0 || done.rebuilt {
            // From here on a snapshot has what the journal lost, and the journal goes on behind it.
            self.snapshot_now(now)?;
            done.rebased = journal_lost;
        }
        done.kept = keep_or_remove(&aside)?;
        done.left = self.check()?.flaws;
        Ok(done)
    }

    fn mend_state(&self, aside: &Path, done: &mut Repaired) -> Result<(), StoreError> {
        // Nothing is written from here until the new state is the one.
        let _pen = self.inner.pen.lock();
        let folder = self.inner.folder.clone();
        let at = self.inner.state_folder.lock().clone();
        let on_disk = at.is_some();
        // Rows are known to be all there when only orders are wrong.
        let whole_rows = !done.found.iter().any(Flaw::is_of_rows);
        let (mended, new) = self
            .inner
            .applier
            .repair(move |state, standing| mend(state, standing, &folder, on_disk, whole_rows))??;
        if let (Some(old), Some(new)) = (at.as_ref(), new) {
            fs::rename(old, aside.join("state"))?;
            disk::sync_folder(&self.inner.folder)?;
            *self.inner.state_folder.lock() = Some(new);
        }
        done.rebuilt = true;
        done.brought_back = mended.brought_back;
        done.lost = mended.lost;
        Ok(())
    }
}

/// A folder nothing was put into is none.
fn keep_or_remove(aside: &Path) -> io::Result<Option<PathBuf>> {
    if fs::read_dir(aside)?.next().is_none() {
        fs::remove_dir(aside)?;
        return Ok(None);
    }
    Ok(Some(aside.to_owned()))
}

#[derive(Debug, Default)]
struct Mended {
    brought_back: usize,
    lost: Vec<Lost>,
}

/// Builds a state of all the copies there are, and puts it in the place of this one.
fn mend(
    state: &State,
    standing: &mut Standing,
    folder: &Path,
    on_disk: bool,
    whole_rows: bool,
) -> Result<(Mended, Option<PathBuf>), StoreError> {
    let mut spare = opening::spare(folder, state.ladder, on_disk)?;
    let mut mended = Mended::default();
    if !(spare.whole && spare.standing.seq == standing.seq) {
        mended = fill_up(state, standing, &mut spare, whole_rows)?;
    }
    spare.state.put_standing(&spare.standing)?;
    spare.state.flush()?;
    if let Some(new) = &spare.folder {
        disk::sync_all_under(new)?;
    }
    let Some(engine) = spare.state.take_engine() else {
        return Err(StoreError::Closed);
    };
    state.replace_engine(|| Ok((engine, ())))?;
    state.forget_all();
    *standing = spare.standing;
    Ok((mended, spare.folder))
}

/// Puts what the damaged state has and the copies lack into the new one.
fn fill_up(
    state: &State,
    standing: &Standing,
    spare: &mut Spare,
    whole_rows: bool,
) -> Result<Mended, StoreError> {
    let mut mended = Mended::default();
    let (mut good, mut bad) = (BTreeSet::new(), BTreeSet::new());
    for space in Space::ALL {
        if matches!(space, Space::Index | Space::Meta) {
            continue;
        }
        let walked = state.each_in(space, &mut |key, value| {
            match value.and_then(|value| is_sound(state, space, key, &value).map(|()| value)) {
                Ok(value) => {
                    put(spare, space, key, Some(value))?;
                    good.insert((space, key.to_vec()));
                }
                Err(_) => {
                    bad.insert((space, key.to_vec()));
                }
            }
            Ok(())
        });
        if let Err(error) = walked {
            // What comes behind is had from the copies alone.
            log::error!("the damaged state could not be read to its end: {error}");
        }
    }
    let mut others = Vec::new();
    for space in Space::ALL {
        if matches!(space, Space::Index | Space::Meta) {
            continue;
        }
        spare.state.each_in(space, &mut |key, _| {
            let own = (space, key.to_vec());
            if !good.contains(&own) && !bad.contains(&own) {
                others.push(own);
            }
            Ok(())
        })?;
    }
    for (space, key) in others {
        if whole_rows {
            // It was taken away by a write the copies do not have.
            put(spare, space, &key, None)?;
        } else {
            mended.brought_back += 1;
        }
    }
    for (space, key) in bad {
        if let (Some(tree), Some(own)) = (space.tree(), record_of(&key)) {
            let older = spare.state.get(space, &key)?.is_some();
            mended.lost.push(Lost {
                tree,
                key: own,
                older,
            });
        }
    }
    spare.standing = Standing {
        sum: spare.standing.sum,
        ..*standing
    };
    Ok(mended)
}

/// Whether a row says something.
fn is_sound(state: &State, space: Space, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    match space.tree() {
        Some(tree) => keys_of(state, tree, key, value).map(drop),
        None => Kept::unpack(value).map(drop),
    }
}

/// The index keys of a record.
fn keys_of(
    state: &State,
    tree: Tree,
    key: &[u8],
    sealed: &[u8],
) -> Result<Vec<Vec<u8>>, StoreError> {
    let own =
        record_of(key).ok_or_else(|| record::damaged(tree, &"its key is of another length"))?;
    shelf::index_keys(tree, &own, &state.ladder.fields(tree, sealed)?)
}

/// Sets one row of the new state, with the index keys that come and go with it.
fn put(
    spare: &mut Spare,
    space: Space,
    key: &[u8],
    value: Option<Bytes>,
) -> Result<(), StoreError> {
    let before = spare.state.get(space, key)?;
    if before == value {
        return Ok(());
    }
    let mut puts = Vec::new();
    if let Some(tree) = space.tree() {
        let keys = |sealed: &Option<Bytes>| match sealed {
            Some(sealed) => keys_of(&spare.state, tree, key, sealed),
            None => Ok(Vec::new()),
        };
        let (old, new) = (keys(&before)?, keys(&value)?);
        for gone in old.iter().filter(|key| !new.contains(key)) {
            let key = Bytes::from(gone.as_slice());
            puts.push(Put::new(Space::Index, key, Some(&[]), None));
        }
        for come in new.iter().filter(|key| !old.contains(key)) {
            let key = Bytes::from(come.as_slice());
            puts.push(Put::new(Space::Index, key, None, Some(Bytes::from([]))));
        }
    }
    puts.push(Put::new(space, Bytes::from(key), before.as_deref(), value));
    for put in &puts {
        spare.standing.sum = spare.standing.sum.wrapping_add(put.shift);
    }
    // Its standing is written once it is whole: until then nobody opens it.
    spare.state.apply(&puts, 0, &Standing::default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::{Client, Id, Origin};

    use super::*;
    use crate::{Index, Note, OpenOptions};

    fn note() -> Note {
        Note {
            label: "put".to_owned(),
            args: BTreeMap::new(),
            origin: Origin::Window,
            at: DateTime::UNIX_EPOCH,
        }
    }

    fn client(number: u64, name: &str) -> Client {
        let id = Id::from_number_for_testing(number);
        Client::new(id, name.to_owned(), DateTime::UNIX_EPOCH)
    }

    fn open(folder: &Path) -> Store {
        let opened = Store::open(folder, OpenOptions::default());
        opened.expect("the book opens").0
    }

    /// A book of ten clients, of which the state loses one and gets another wrong behind its back.
    fn harmed(folder: &Path) -> Store {
        let store = open(folder);
        for number in 0..10 {
            store
                .commit::<_, StoreError>(note(), |tx| {
                    tx.put(&client(number, &format!("n{number}")))
                })
                .expect("written");
        }
        let key = |number| Bytes::from(client(number, "").id.to_bytes());
        let puts = [
            Put::new(Space::Client, key(3), None, None),
            Put::new(Space::Client, key(4), None, Some(Bytes::from(*b"rubbish"))),
        ];
        store
            .inner
            .applier
            .run(move |state, standing| state.apply(&puts, 0, standing))
            .expect("run")
            .expect("harmed");
        store
    }

    fn names(store: &Store) -> Vec<String> {
        let all: Vec<Client> = store.all().expect("read");
        all.into_iter().map(|client| client.name).collect()
    }

    #[test]
    fn a_state_that_went_wrong_is_built_again_from_the_copies_while_the_book_is_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = harmed(folder.path());
        let repaired = store.repair(DateTime::UNIX_EPOCH).expect("mended");
        assert!(repaired.found.contains(&Flaw::Sum), "{repaired:?}");
        assert!(repaired.rebuilt && repaired.left.is_empty(), "{repaired:?}");
        assert!(repaired.lost.is_empty(), "{repaired:?}");
        let kept = repaired.kept.expect("the old state is kept");
        assert!(kept.join("state").is_dir());
        let wanted: Vec<String> = (0..10).map(|number| format!("n{number}")).collect();
        assert_eq!(names(&store), wanted);
        store
            .commit::<_, StoreError>(note(), |tx| tx.put(&client(3, "Trois")))
            .expect("it is written to as before");
        assert!(store.undo(note()).expect("undone").is_some());
        assert_eq!(names(&store), wanted);
        store.close().expect("closed");
        let store = open(folder.path());
        assert_eq!(names(&store), wanted);
        assert!(store.check().expect("checked").flaws.is_empty());
    }

    #[test]
    fn what_the_copies_lack_is_taken_from_the_damaged_state_and_what_nothing_has_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = harmed(folder.path());
        // The journal loses its beginning: only what was written last is in it.
        let path = journal::file_of(folder.path(), 1);
        let mut bytes = fs::read(&path).expect("read");
        let most = bytes.len() * 4 / 5;
        bytes[8..most].fill(0);
        fs::write(&path, bytes).expect("written");
        let repaired = store.repair(DateTime::UNIX_EPOCH).expect("mended");
        assert!(repaired.rebuilt && repaired.rebased, "{repaired:?}");
        assert!(repaired.left.is_empty(), "{repaired:?}");
        let lost = Lost {
            tree: Tree::Client,
            key: client(4, "").id.to_bytes(),
            older: false,
        };
        assert_eq!(repaired.lost, [lost], "what no copy has is named");
        let wanted: Vec<String> = [0, 1, 2, 5, 6, 7, 8, 9].map(|n| format!("n{n}")).into();
        assert_eq!(names(&store), wanted);
        let found = store.starting_with(Index::ClientName, b"n5").expect("read");
        assert_eq!(found.len(), 1, "and the orders follow");
        store.close().expect("closed");
        fs::remove_file(&path).expect("removed");
        assert_eq!(names(&open(folder.path())), wanted);
    }
}
