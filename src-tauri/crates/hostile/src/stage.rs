//! A house to try things on: small, always the same, and taken anew now and then.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use domain::{Language, Origin};
use store::Progress;
use tempfile::TempDir;
use workflows::archive::{Take, bring_in, look};
use workflows::{Clock, House};

/// A book of one record of each noun, whose ids seeds can name.
const BOOK: &[u8] = include_bytes!("../../../../tests/fixtures/archive/format-1.sentier.zip");
/// After how many trials a house that was written to is taken anew.
const WORN: usize = 500;

/// The instant of every trial: Tuesday 24 November 2026, 09:12 in Paris.
pub(crate) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 8, 12, 0)
        .single()
        .unwrap_or_default()
}

/// A folder with a house in it, and room for a file beside it.
pub(crate) struct Stage {
    folder: TempDir,
    pub(crate) house: House,
    tries: usize,
}

impl Stage {
    fn new(furnished: bool) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("no folder: {error}"));
        let clock = Clock::Fixed(now());
        let opened = House::open(
            &folder.path().join("house"),
            clock,
            Some(Language::Fr),
            Origin::Window,
            None,
        );
        let house = match opened {
            Ok((house, _)) => house,
            Err(error) => unreachable!("a new house opens: {error}"),
        };
        let stage = Self {
            folder,
            house,
            tries: 0,
        };
        if furnished {
            stage.furnish();
        }
        stage
    }

    fn furnish(&self) {
        let path = self.put("book.sentier.zip", BOOK);
        let go = &mut |_, _| Progress::Go;
        let brought = look(&self.house, &path, go).and_then(|look| {
            bring_in(&self.house, &look, &Take::default(), &mut |_, _| {
                Progress::Go
            })
        });
        assert!(brought.is_ok(), "the book is brought in: {brought:?}");
        self.take_away(&path);
    }

    /// The folder around the house.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file beside the house.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        assert!(std::fs::write(&path, bytes).is_ok(), "there is room");
        path
    }

    /// Takes a file away again.
    pub(crate) fn take_away(&self, path: &Path) {
        assert!(std::fs::remove_file(path).is_ok(), "it was there");
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The folder goes with it: what cannot be closed is no loss.
        let _ = self.house.close();
    }
}

/// Runs on a house with a record of each noun, which earlier trials may have written to.
pub(crate) fn furnished(run: impl FnOnce(&Stage)) {
    thread_local!(static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) });
    STAGE.with_borrow_mut(|kept| on(kept, true, run));
}

/// Runs on a house with nothing in it, which earlier trials may have written to.
pub(crate) fn bare(run: impl FnOnce(&Stage)) {
    thread_local!(static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) });
    STAGE.with_borrow_mut(|kept| on(kept, false, run));
}

fn on(kept: &mut Option<Stage>, furnished: bool, run: impl FnOnce(&Stage)) {
    let mut stage = match kept.take() {
        Some(stage) if stage.tries < WORN => stage,
        worn => {
            drop(worn);
            Stage::new(furnished)
        }
    };
    stage.tries += 1;
    run(&stage);
    // One that a law failed on is not used again.
    *kept = Some(stage);
}
