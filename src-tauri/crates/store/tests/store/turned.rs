//! The lock turned on and off: whatever happens meanwhile, the book is the same book.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use domain::{Id, SourceFile, Touchpoint};
use store::{OpenError, OpenOptions, Progress, Store, StoreError, turn_off, turn_on};
use tempfile::TempDir;
use vault::{BookKey, Cost, Lockbox, Passphrase, Standing, VAULT_FILES};

use crate::needle::{self, NEEDLE};
use crate::paper::{client, copy_folder, everything, note, now, open, put, sound, touchpoint};

fn passphrase() -> Passphrase {
    Passphrase::new("une phrase de passe".to_owned())
}

fn locked(folder: &Path) -> BookKey {
    turn_on(folder, &passphrase(), Cost::LEAST, &mut |_| Progress::Go)
        .expect("locked")
        .0
}

const NOWHERE: Vec<PathBuf> = Vec::new();

/// Where the needle can be read.
fn found_in(folder: &Path) -> Vec<PathBuf> {
    needle::found_in(folder, &|bytes| zstd::decode_all(bytes).unwrap_or_default())
}

fn standing(folder: &Path) -> Option<Standing> {
    let lockbox = Lockbox::read(folder).expect("read");
    lockbox.map(|lockbox| lockbox.standing())
}

fn closed(folder: &Path, key: Option<BookKey>) -> OpenError {
    let options = OpenOptions {
        key,
        ..OpenOptions::default()
    };
    Store::open(folder, options).expect_err("it stays closed")
}

/// Everything that is kept, and how far it can be taken back.
#[derive(Debug, PartialEq)]
struct Seen {
    records: (Vec<Touchpoint>, Vec<domain::Client>),
    sources: Vec<SourceFile>,
    content: store::ContentHash,
    lines: Vec<store::Entry>,
    files: Vec<Vec<u8>>,
}

fn seen(store: &Store) -> Seen {
    let sources: Vec<SourceFile> = store.all().expect("read");
    let files = sources
        .iter()
        .map(|one| store.attic().read(&one.blob).expect("its bytes"))
        .collect();
    Seen {
        records: everything(store),
        sources,
        content: store.content_hash().expect("read"),
        lines: store.history(None, 1_000).expect("the history"),
        files,
    }
}

/// A book with everything in it that a turn goes through: several files of the journal, snapshots,
/// attached files, a long record, something in the quarantine.
fn book() -> (TempDir, Seen) {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let word = |what: &str, number: u64| format!("{NEEDLE} {what} {number}");
    for number in 0..40 {
        put(&store, &touchpoint(number, &word("titre", number)));
    }
    let named = |number: u64| client(number, &word("client", number));
    store
        .commit::<_, StoreError>(note(&word("note", 1)), |tx| {
            (0..30).try_for_each(|number| tx.put(&named(number)))
        })
        .expect("written");
    store.snapshot_now(now()).expect("made");
    let mut long = touchpoint(50, &word("long", 1));
    long.notes = word("note", 2).repeat(900);
    put(&store, &long);
    for number in 0..2_u64 {
        let bytes = word("fichier", number)
            .repeat(20_000 * number as usize + 3)
            .into_bytes();
        let blob = store.attic().keep(&bytes).expect("kept");
        let source = SourceFile {
            id: Id::from_number_for_testing(number),
            name: word("pièce", number),
            blob,
            size: bytes.len() as u64,
            brought_at: now(),
        };
        store
            .commit::<_, StoreError>(note("source"), |tx| tx.put(&source))
            .expect("written");
    }
    store.snapshot_now(now()).expect("made");
    put(&store, &touchpoint(3, &word("encore", 3)));
    store.undo(note("undo")).expect("undone").expect("a step");
    let seen = seen(&store);
    store.close().expect("closed");
    let aside = folder.path().join("quarantine").join("journal-end-1");
    fs::create_dir_all(aside.parent().expect("a folder")).expect("made");
    fs::write(aside, word("fin", 1)).expect("written");
    (folder, seen)
}

/// Every step there is can be taken back, and done again.
fn turns(store: &Store, steps: usize) {
    let mut taken = 0;
    while store.undo(note("undo")).expect("undone").is_some() {
        taken += 1;
    }
    assert_eq!(
        taken, steps,
        "the whole journal is found, however long its frames are now"
    );
    while store.redo(note("redo")).expect("redone").is_some() {}
    sound(store);
}

fn undoable(seen: &Seen) -> usize {
    seen.lines.iter().filter(|line| line.undoable).count()
}

#[test]
fn a_book_that_is_locked_is_the_same_book_and_nothing_of_it_can_be_read_off_the_disk() {
    let (folder, wanted) = book();
    let path = folder.path();
    assert!(
        found_in(path).len() >= 6,
        "a book without a lock shows what is in it: {:?}",
        found_in(path)
    );
    let key = locked(path);
    assert_eq!(standing(path), Some(Standing::On));
    assert_eq!(found_in(path), NOWHERE);
    let (store, report) = open(path);
    assert_eq!(
        (report.replayed, report.damaged, &report.quarantined),
        (0, 0, &None)
    );
    assert_eq!(seen(&store), wanted);
    sound(&store);
    turns(&store, undoable(&wanted));
    put(&store, &touchpoint(60, NEEDLE));
    store.snapshot_now(now()).expect("made");
    assert_eq!(found_in(path), NOWHERE, "while it is open as well");
    let changed = seen(&store);
    store.close().expect("closed");
    assert_eq!(found_in(path), NOWHERE);

    turn_off(path, &key, &mut |_| Progress::Go).expect("opened for good");
    assert_eq!(standing(path), None);
    assert!(found_in(path).len() >= 6, "everything is readable again");
    let (store, report) = open(path);
    assert_eq!(
        (report.replayed, report.damaged, &report.quarantined),
        (0, 0, &None)
    );
    assert_eq!(seen(&store), changed);
    turns(&store, undoable(&changed));
}

#[test]
fn a_locked_book_opens_with_its_key_only_and_is_left_as_it_is_without() {
    let (folder, _) = book();
    let path = folder.path();
    let key = locked(path);
    let (_other_folder, _) = book();
    let other = locked(_other_folder.path());
    assert!(matches!(closed(path, None), OpenError::Locked));
    assert!(matches!(closed(path, Some(other)), OpenError::WrongKey));
    let before = listing(path);
    let away = tempfile::tempdir().expect("a folder");
    for name in VAULT_FILES {
        fs::rename(path.join(name), away.path().join(name)).expect("moved");
    }
    for key in [None, Some(key)] {
        let error = closed(path, key);
        assert!(
            matches!(error, OpenError::KeyLost { .. }),
            "it is no damage: {error:?}"
        );
    }
    // Not even where nothing says so but what is sealed itself.
    fs::remove_file(path.join("VERSION")).expect("removed");
    assert!(matches!(closed(path, None), OpenError::KeyLost { .. }));
    fs::rename(away.path().join(VAULT_FILES[1]), path.join(VAULT_FILES[1])).expect("put back");
    let (store, report) = open(path);
    assert_eq!(
        (report.damaged, report.quarantined, report.cut),
        (0, None, None)
    );
    sound(&store);
    store.close().expect("closed");
    assert!(listing(path).len() + 2 >= before.len());
}

fn listing(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = fs::read_dir(folder).expect("listed").flatten();
    entries.map(|entry| entry.file_name()).collect()
}

/// The folder as it is at every step of a turn, as a crash there leaves it.
fn crashes(
    folder: &Path,
    turn: impl FnOnce(&mut dyn FnMut(store::Turned) -> Progress),
) -> Vec<TempDir> {
    let mut copies = Vec::new();
    turn(&mut |_| {
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(folder, copy.path());
        copies.push(copy);
        Progress::Go
    });
    copies
}

#[test]
fn a_turn_that_dies_at_any_step_goes_on_at_the_next_opening() {
    let (folder, wanted) = book();
    let mut key = None;
    let copies = crashes(folder.path(), |progress| {
        let turned = turn_on(folder.path(), &passphrase(), Cost::LEAST, progress);
        key = Some(turned.expect("locked").0);
    });
    assert!(copies.len() > 20, "{} steps", copies.len());
    for copy in copies {
        let path = copy.path();
        assert_eq!(standing(path), Some(Standing::TurningOn));
        assert!(matches!(closed(path, None), OpenError::Locked));
        let (store, report) = open(path);
        assert_eq!((report.damaged, &report.quarantined), (0, &None));
        assert_eq!(seen(&store), wanted);
        store.close().expect("closed");
        assert_eq!(standing(path), Some(Standing::On));
        assert_eq!(found_in(path), NOWHERE);
    }
    let key = key.expect("a key");
    let copies = crashes(folder.path(), |progress| {
        turn_off(folder.path(), &key, progress).expect("opened");
    });
    assert!(copies.len() > 20, "{} steps", copies.len());
    for copy in copies {
        let (store, report) = open(copy.path());
        assert_eq!((report.damaged, &report.quarantined), (0, &None));
        assert_eq!(seen(&store), wanted);
        store.close().expect("closed");
        assert_eq!(standing(copy.path()), None);
        let (store, _) = Store::open(copy.path(), OpenOptions::default()).expect("needs no key");
        assert_eq!(seen(&store).content, wanted.content);
        turns(&store, undoable(&wanted));
    }
}

#[test]
fn a_turn_that_is_stopped_is_taken_back() {
    let (folder, wanted) = book();
    let path = folder.path();
    for steps in [1, 9, 20] {
        let mut left = steps;
        let turned = turn_on(path, &passphrase(), Cost::LEAST, &mut |turned| {
            assert!(turned.done <= turned.total);
            left -= 1;
            if left == 0 {
                Progress::Stop
            } else {
                Progress::Go
            }
        });
        assert!(
            matches!(turned, Err(OpenError::Store(StoreError::Stopped))),
            "{turned:?}"
        );
        assert_eq!(standing(path), None, "after {steps} steps");
        let (store, _) = open(path);
        assert_eq!(seen(&store), wanted);
        store.close().expect("closed");
    }
    let key = locked(path);
    for steps in [1, 9, 20] {
        let mut left = steps;
        let turned = turn_off(path, &key, &mut |_| {
            left -= 1;
            if left == 0 {
                Progress::Stop
            } else {
                Progress::Go
            }
        });
        assert!(
            matches!(turned, Err(OpenError::Store(StoreError::Stopped))),
            "{turned:?}"
        );
        assert_eq!(standing(path), Some(Standing::On), "after {steps} steps");
        assert_eq!(found_in(path), NOWHERE);
        let (store, _) = open(path);
        assert_eq!(seen(&store), wanted);
        store.close().expect("closed");
    }
}

#[test]
fn what_was_damaged_before_a_turn_costs_no_more_than_it_did_and_shows_nothing() {
    let (folder, wanted) = book();
    let path = folder.path();
    // A bit of a journal file's middle, and of a snapshot's.
    for (name, folder) in [(".log", path.to_owned()), (".zst", path.join("snapshots"))] {
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("listed")
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.to_string_lossy().ends_with(name))
            .collect();
        files.sort();
        let mut bytes = fs::read(&files[0]).expect("read");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x20;
        fs::write(&files[0], bytes).expect("written");
    }
    let key = locked(path);
    assert_eq!(found_in(path), NOWHERE);
    let (store, report) = open(path);
    assert_eq!((report.damaged, &report.quarantined), (0, &None));
    assert_eq!(seen(&store).content, wanted.content);
    store.close().expect("closed");
    turn_off(path, &key, &mut |_| Progress::Go).expect("opened for good");
    let (store, _) = open(path);
    assert_eq!(seen(&store).content, wanted.content);
}

const FOLDER: &str = "SENTIER_TEST_TURN_FOLDER";

/// Not a test of its own: what the child of the test below does. It opens the book, which goes on
/// with a turn that was begun, and turns its lock the other way.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let folder = Path::new(&folder);
    for _ in 0..1_000 {
        let (store, _) = open(folder);
        store.close().expect("closed");
        match Lockbox::read(folder).expect("read") {
            None => drop(locked(folder)),
            Some(lockbox) => {
                let key = lockbox.open(&passphrase()).expect("it opens");
                turn_off(folder, &key, &mut |_| Progress::Go).expect("opened");
            }
        }
    }
}

#[test]
fn a_turn_that_is_killed_at_any_instant_loses_and_shows_nothing() {
    let kills: u64 = std::env::var("SENTIER_TURN_KILLS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(12);
    let (folder, wanted) = book();
    let path = folder.path();
    let mut met = 0;
    for kill in 0..kills {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args([
                "turned::child",
                "--exact",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, path)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the child");
        std::thread::sleep(Duration::from_millis(150 + (kill * 173) % 1_400));
        child.kill().expect("killed");
        let mut said = String::new();
        let mut out = child.stderr.take().expect("its words");
        out.read_to_string(&mut said).expect("read");
        child.wait().expect("gone");
        assert!(!said.contains("panicked"), "kill {kill}: {said}");
        let at = standing(path);
        met += u64::from(matches!(
            at,
            Some(Standing::TurningOn | Standing::TurningOff)
        ));
        if kill % 3 != 0 && kill + 1 < kills {
            continue;
        }
        let (store, report) = open(path);
        assert_eq!(
            (report.damaged, &report.quarantined),
            (0, &None),
            "kill {kill}"
        );
        assert_eq!(seen(&store), wanted, "kill {kill}");
        sound(&store);
        store.close().expect("closed");
        if standing(path).is_some() {
            assert_eq!(found_in(path), NOWHERE, "kill {kill}");
        }
    }
    println!("{kills} kills, {met} of them while the lock was being turned");
    assert!(met > 0, "some of them must have met a turn");
}
