//! Books of other versions: with made-up steps, since there are none yet.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use domain::{Client, Id, Origin};

use super::{OpenOptions, OpeningReport, open};
use crate::engine::{Engine, MemoryEngine, Pairs, Space, Write};
use crate::record::Map;
use crate::tree::{Index, Tree};
use crate::upgrade::{Ladder, Step};
use crate::{Note, Reading, Store, StoreError, UndoError};

/// The earlier version had no steps; this one turns a client's name to capitals.
const EARLIER: Ladder = Ladder(|_| &[]);
const LATER: Ladder = Ladder(|tree| match tree {
    Tree::Client => &[capitals as Step],
    _ => &[],
});

fn capitals(map: &mut Map) {
    for (name, value) in map.iter_mut() {
        if name.as_str() == Some("name") {
            let capitals = value.as_str().unwrap_or_default().to_uppercase();
            *value = capitals.into();
        }
    }
}

fn book(folder: &Path, ladder: Ladder) -> (Store, OpeningReport) {
    open(folder, &OpenOptions::default(), ladder).expect("the book opens")
}

fn note(label: &str) -> Note {
    Note {
        label: label.to_owned(),
        args: BTreeMap::new(),
        origin: Origin::Window,
        at: DateTime::UNIX_EPOCH,
    }
}

fn client(number: u64, name: &str) -> Client {
    Client::new(
        Id::from_number_for_testing(number),
        name.to_owned(),
        DateTime::<Utc>::UNIX_EPOCH,
    )
}

fn put(store: &Store, client: &Client) {
    store
        .commit::<_, StoreError>(note("put"), |tx| tx.put(client))
        .expect("written");
}

fn name(store: &Store, number: u64) -> Option<String> {
    let id = client(number, "").id.to_bytes();
    let found: Option<Client> = store.get(id).expect("read");
    found.map(|client| client.name)
}

fn sound(store: &Store) {
    let flaws = store.check().expect("checked").flaws;
    assert!(flaws.is_empty(), "{flaws:?}");
}

fn earlier_book(folder: &Path) {
    let (store, _) = book(folder, EARLIER);
    put(&store, &client(1, "lac"));
    put(&store, &client(2, "bois"));
    put(&store, &client(2, "bois clair"));
    store.close().expect("closed");
}

#[test]
fn a_book_of_an_earlier_version_climbs_and_its_orders_follow() {
    let folder = tempfile::tempdir().expect("a folder");
    earlier_book(folder.path());
    let (store, report) = book(folder.path(), LATER);
    assert!(report.upgraded && report.read_only.is_none());
    assert_eq!(name(&store, 1).as_deref(), Some("LAC"));
    assert_eq!(name(&store, 2).as_deref(), Some("BOIS CLAIR"));
    let found = store.starting_with(Index::ClientName, b"bois clair");
    assert_eq!(found.expect("read").len(), 1, "names are folded in orders");
    sound(&store);
    put(&store, &client(1, "LAC BLEU"));
    store.close().expect("closed");
    let (store, report) = book(folder.path(), LATER);
    assert!(!report.upgraded, "once is enough");
    assert_eq!(name(&store, 1).as_deref(), Some("LAC BLEU"));
    sound(&store);
}

#[test]
fn journal_and_snapshots_of_an_earlier_version_build_a_state_of_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    earlier_book(folder.path());
    let (store, _) = book(folder.path(), LATER);
    put(&store, &client(1, "LAC BLEU"));
    store.close().expect("closed");
    for entry in std::fs::read_dir(folder.path()).expect("listed").flatten() {
        let path = entry.path();
        let named = entry.file_name();
        let named = named.to_string_lossy();
        // The whole journal, of both versions, is all there is left.
        if path.is_dir() && (named.starts_with("state.") || named == "snapshots") {
            std::fs::remove_dir_all(path).expect("removed");
        }
    }
    let (store, _) = book(folder.path(), LATER);
    assert_eq!(name(&store, 1).as_deref(), Some("LAC BLEU"));
    assert_eq!(name(&store, 2).as_deref(), Some("BOIS CLAIR"));
    sound(&store);
}

#[test]
fn what_an_earlier_version_did_is_undone_while_its_record_is_as_it_left_it() {
    let folder = tempfile::tempdir().expect("a folder");
    earlier_book(folder.path());
    let (store, _) = book(folder.path(), LATER);
    store.undo(note("undo")).expect("undone").expect("a step");
    assert_eq!(
        name(&store, 2).as_deref(),
        Some("BOIS"),
        "nothing of this version touched it"
    );
    let aside = |client: &Client| {
        store
            .commit_aside::<_, StoreError>(note("aside"), |tx| tx.put(client))
            .expect("written");
    };
    aside(&client(2, "BOIS SOMBRE"));
    let undo = store.undo(note("undo"));
    assert!(
        matches!(undo, Err(UndoError::Depends { .. })),
        "its names may mean something else by now: {undo:?}"
    );
    sound(&store);
}

#[test]
fn a_book_of_a_later_version_is_only_read() {
    let folder = tempfile::tempdir().expect("a folder");
    earlier_book(folder.path());
    let (store, _) = book(folder.path(), LATER);
    put(&store, &client(3, "PRÉ"));
    store.close().expect("closed");
    let before = listing(folder.path());
    let (store, report) = book(folder.path(), EARLIER);
    assert_eq!(report.read_only, Some(Reading::Newer), "and says so");
    assert_eq!(name(&store, 3).as_deref(), Some("PRÉ"));
    let write = store.commit::<(), StoreError>(note("no"), |tx| tx.put(&client(4, "non")));
    assert!(write.expect_err("no writing").is_read_only());
    store.close().expect("closed");
    assert_eq!(listing(folder.path()), before, "not a byte was changed");
    let (store, report) = book(folder.path(), LATER);
    assert_eq!(report.replayed, 0);
    sound(&store);
}

/// Every file with all its bytes.
fn listing(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(listing(&path));
        } else {
            let bytes = std::fs::read(&path).expect("read");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

#[test]
fn after_a_sync_that_failed_the_book_goes_on_in_a_file_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = book(folder.path(), EARLIER);
    put(&store, &client(1, "lac"));
    {
        // The group whose sync failed: whole in the file, never acknowledged, and in doubt.
        let mut pen = store.inner.pen.lock();
        let journal = &mut pen.as_mut().expect("a pen").journal;
        let place = journal.place();
        let ghost = std::fs::read(crate::journal::file_of(folder.path(), place.file));
        let ghost = ghost.expect("read").split_off(8);
        journal.append_bytes(&ghost).expect("appended");
        journal.cut_to(place).expect("cut");
        journal.lose();
        assert!(
            journal.append_bytes(&ghost).is_err(),
            "nothing follows what is in doubt"
        );
    }
    put(&store, &client(2, "bois"));
    put(&store, &client(3, "pré"));
    assert_eq!(
        crate::journal::files(folder.path()).expect("listed").len(),
        2
    );
    store.undo(note("undo")).expect("undone").expect("a step");
    store.close().expect("closed");
    let state = folder.path().join("state.1");
    std::fs::remove_dir_all(state).expect("removed");
    let (store, report) = book(folder.path(), EARLIER);
    assert_eq!(report.damaged, 0);
    let names: Vec<_> = (1..=3).map(|number| name(&store, number)).collect();
    assert_eq!(names, [Some("lac".into()), Some("bois".into()), None]);
    sound(&store);
}

/// An engine that takes so many transactions, and gives up as sled does.
struct GivesUp {
    inner: Box<dyn Engine>,
    left: AtomicUsize,
}

/// What an engine has, in memory alone: what it takes from here on never comes to the disk.
fn in_memory(engine: &dyn Engine) -> MemoryEngine {
    let copy = MemoryEngine::default();
    for space in Space::ALL {
        for pair in engine.pairs(space) {
            let (key, value) = pair.expect("a pair");
            let put = [(space, &*key, Some(&*value))];
            copy.apply(&put).expect("copied");
        }
    }
    copy
}

impl Engine for GivesUp {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.get(space, key)
    }
    fn scan<'a>(&'a self, space: Space, from: &[u8], until: Option<&[u8]>) -> Pairs<'a> {
        self.inner.scan(space, from, until)
    }
    fn is_ordered(&self, space: Space) -> bool {
        self.inner.is_ordered(space)
    }
    fn apply(&self, batch: &[Write<'_>]) -> Result<(), StoreError> {
        if self.left.load(Ordering::Relaxed) == 0 {
            return Err(StoreError::State("it gave up".to_owned()));
        }
        self.left.fetch_sub(1, Ordering::Relaxed);
        self.inner.apply(batch)
    }
    fn flush(&self) -> Result<(), StoreError> {
        self.inner.flush()
    }
    fn size(&self) -> Result<u64, StoreError> {
        self.inner.size()
    }
}

#[test]
fn readers_see_the_whole_of_a_write_while_the_engine_under_it_is_exchanged() {
    const MANY: u64 = 400;
    for reaches_the_disk in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, _) = book(folder.path(), EARLIER);
        put(&store, &client(MANY, "avant"));
        store.settle().expect("settled");
        let state = &store.inner.state;
        let sled = state.take_engine().expect("an engine");
        let inner = match reaches_the_disk {
            true => sled,
            false => {
                let copy = in_memory(&*sled);
                drop(sled);
                Box::new(copy)
            }
        };
        let gives_up = GivesUp {
            inner,
            left: AtomicUsize::new(3),
        };
        let put_in = state.replace_engine(|| Ok((Box::new(gives_up) as Box<dyn Engine>, ())));
        put_in.expect("an engine that gives up");
        let written = store.commit::<_, StoreError>(note("many"), |tx| {
            (0..MANY).try_for_each(|number| tx.put(&client(number, "lac")))
        });
        written.expect("written");
        let until = Instant::now() + Duration::from_secs(3);
        std::thread::scope(|scope| {
            let keys = || {
                while Instant::now() < until {
                    let there = (0..MANY).filter(|number| name(&store, *number).is_some());
                    assert_eq!(there.count() as u64, MANY, "one by one");
                }
            };
            let all = || {
                while Instant::now() < until {
                    let all: Vec<Client> = store.all().expect("read");
                    assert_eq!(all.len() as u64, MANY + 1, "all of them");
                }
            };
            let threads = [scope.spawn(keys), scope.spawn(all)];
            std::thread::sleep(Duration::from_millis(400));
            store.settle().expect("it follows");
            for thread in threads {
                thread.join().expect("nothing was missing");
            }
        });
        sound(&store);
        store.close().expect("closed");
        let (store, report) = book(folder.path(), EARLIER);
        assert_eq!((report.damaged, &report.quarantined), (0, &None));
        sound(&store);
    }
}
