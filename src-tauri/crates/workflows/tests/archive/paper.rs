//! Houses, and what is asked of them.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::{Language, Origin};
use store::{Progress, Tree};
use tempfile::TempDir;
use workflows::archive::{self, Look, Take};
use workflows::{Clock, Fault, FaultKind, House};

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")
        .expect("an instant")
        .to_utc()
}

/// A house on a folder that goes with it.
pub(crate) struct Own {
    pub(crate) house: House,
    pub(crate) folder: TempDir,
}

impl Own {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let house = open_at(folder.path(), now());
        Self { house, folder }
    }

    /// Closes the house and opens it again at another instant.
    pub(crate) fn at(self, at: DateTime<Utc>) -> Self {
        let Self { house, folder } = self;
        house.close().expect("closed");
        drop(house);
        let house = open_at(folder.path(), at);
        Self { house, folder }
    }

    pub(crate) fn export(&self) -> PathBuf {
        let path = self.folder.path().join("out.sentier.zip");
        archive::export_to(&self.house, &path).expect("exported");
        path
    }

    pub(crate) fn content(&self) -> String {
        let hash = self.house.store.content_hash().expect("hashed");
        hash.to_string()
    }

    /// How many files its attic has, records' long fields aside.
    pub(crate) fn files(&self) -> usize {
        let attic = self.folder.path().join("book/attic");
        let count = |folder: &Path| std::fs::read_dir(folder).map_or(0, |files| files.count());
        let folders = std::fs::read_dir(attic).into_iter().flatten().flatten();
        folders
            .filter(|folder| folder.file_name() != "long")
            .map(|folder| count(&folder.path()))
            .sum()
    }

    /// Nothing is in it: no record, no file, no step.
    pub(crate) fn is_untouched(&self) -> bool {
        let store = &self.house.store;
        let bare = Tree::ALL
            .into_iter()
            .all(|tree| !store.has_any(tree).expect("asked"));
        bare && self.files() == 0 && store.last_seq() == 0
    }

    pub(crate) fn sound(&self) {
        let report = self.house.store.check().expect("checked");
        assert!(report.flaws.is_empty(), "not whole: {:?}", report.flaws);
    }
}

pub(crate) fn look(house: &House, path: &Path) -> Result<Look, Fault> {
    archive::look(house, path, &mut |_, _| Progress::Go)
}

fn open_at(folder: &Path, at: DateTime<Utc>) -> House {
    let (clock, language) = (Clock::Fixed(at), Some(Language::Fr));
    let book = folder.join("book");
    let opened = House::open(&book, clock, language, Origin::CommandLine, None);
    opened.expect("the house opens").0
}

/// Looks and brings in, the differing too when `replace`.
pub(crate) fn bring_in(house: &House, path: &Path, replace: bool) -> Result<Look, Fault> {
    let look = look(house, path)?;
    let take = Take {
        differing: replace,
        ..Take::default()
    };
    archive::bring_in(house, &look, &take, &mut |_, _| Progress::Go)?;
    Ok(look)
}

/// What is said of a fault, in French.
pub(crate) fn said(fault: &Fault) -> String {
    assert_ne!(fault.kind, FaultKind::Failed, "{fault:?}");
    let (what, hint) = fault.say(&words::Words::new(Language::Fr));
    assert!(
        !what.starts_with("error-") && !hint.is_empty(),
        "a sentence, and what to do about it: {what:?} {hint:?}"
    );
    what
}
