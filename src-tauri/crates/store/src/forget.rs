//! Forgetting: what was erased for good goes out of everything that remembers. Snapshots, the journal, damaged copies,
//! files nobody refers to and the pages of the engine all still hold what a record once said; here they are let go at
//! once, and with them the way back to that time.

use std::collections::{BTreeMap, HashSet};
use std::fs;

use chrono::{DateTime, Utc};

use crate::journal;
use crate::opening::state_folders;
use crate::snapshot;
use crate::store::Store;
use crate::{RecordLine, StoreError};

impl Store {
    /// Makes a snapshot of what the book says now, and lets go of everything else that remembers: older snapshots, the
    /// whole journal before it, the quarantine, files of the attic no record refers to, and the state itself, which the
    /// next opening builds again. Undo ends here. `unnamed` says what lines of the history say from now on, by number.
    ///
    /// The book is closed by it: open it again. It may be stopped anywhere and done again; nothing goes before the new
    /// snapshot was read back whole.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] when the book is open for reading; [`StoreError::State`] when the state lost rows: then
    /// nothing goes, and the next start builds it again.
    pub fn forget(
        self,
        unnamed: BTreeMap<u64, BTreeMap<String, String>>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let folder = self.inner.folder.clone();
        let used = self.addresses()?;
        let snapshots = self.inner.snapshots.clone();
        let place = self.inner.state_folder.clone();
        let manifest = {
            let mut guard = self.inner.pen.lock();
            let pen = guard.as_mut().ok_or_else(|| self.refusal())?;
            let manifest = self.inner.applier.run(move |state, standing| {
                // A snapshot of this very group says the names still, and is written over: the state is the other
                // copy meanwhile, and outlives a power cut.
                state.flush()?;
                if let Some(folder) = &*place.lock() {
                    crate::disk::sync_all_under(folder)?;
                }
                snapshot::write_anew(&snapshots, state, standing, now, &unnamed)
            })??;
            pen.journal.turn(pen.head.seq + 1)?;
            manifest
        };
        self.inner.snapshots.keep_only(manifest.seq)?;
        let (attic, first) = (self.attic().clone(), manifest.seq + 1);
        self.close()?;
        drop(self);
        for (file, _) in journal::files(&folder)? {
            if file < first {
                fs::remove_file(journal::file_of(&folder, file))?;
            }
        }
        attic.sweep(&used)?;
        crate::disk::remove_folder(&folder.join("quarantine"))?;
        // Last: without a state the next opening builds one from the snapshot, whatever else was done by then.
        crate::disk::remove_file(&folder.join("clean"))?;
        for state in state_folders(&folder)? {
            crate::disk::remove_folder(&state)?;
        }
        crate::disk::sync_folder(&folder)?;
        Ok(())
    }

    /// The addresses of the attic that records refer to.
    fn addresses(&self) -> Result<HashSet<String>, StoreError> {
        self.each_line::<_, StoreError>(HashSet::new(), |used, line: &RecordLine| {
            line.files(&mut |address, _| {
                used.insert(address.to_owned());
            })
        })
    }
}
