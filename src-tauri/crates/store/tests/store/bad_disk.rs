//! A disk that is full, takes no writes, or is gone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use store::{OpenError, OpenOptions, Reading, Store, StoreError};

use crate::apart;
use crate::paper::{everything, note, now, open, put, sound, title, touchpoint};

fn try_put(store: &Store, number: u64, title: &str) -> Result<(), StoreError> {
    let mut one = touchpoint(number, title);
    // Short enough for the state, long enough to fill what is left.
    one.notes = "é".repeat(900);
    store
        .commit::<_, StoreError>(note("put"), |tx| tx.put(&one))
        .map(drop)
}

/// From here on this file takes no writes.
fn only_read(path: &Path) {
    let script = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"";
    let mounted = Command::new("sh").args(["-c", script]).arg(path).status();
    assert!(mounted.expect("mount runs").success(), "mounted");
}

/// Waits until the state has everything again.
fn follows(store: &Store) {
    let until = Instant::now() + Duration::from_secs(20);
    while let Err(error) = store.settle() {
        assert!(Instant::now() < until, "the state follows again: {error}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A copy of a book as a kill leaves it: an opening has more to write there.
fn not_closed(book: &Path) -> PathBuf {
    let copy = book.with_file_name("killed");
    crate::paper::copy_folder(book, &copy);
    fs::remove_file(copy.join("clean")).expect("it was closed");
    copy
}

/// Every file with all its bytes; the window's own left out.
pub(crate) fn bytes_under(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(bytes_under(&path));
        } else {
            let bytes = fs::read(&path).expect("read");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

#[test]
fn a_full_disk_refuses_and_goes_on_when_there_is_room_again() {
    const THIS: &str = "bad_disk::a_full_disk_refuses_and_goes_on_when_there_is_room_again";
    let Some(disk) = apart::disk(THIS, 96) else {
        return;
    };
    let book = disk.join("book");
    // The journal is the first to find no room, or sled, which then takes no write ever again.
    for (round, left) in [(1, 0), (2, 200 << 10), (3, 600 << 10)] {
        let (store, _) = open(&book);
        let mut acked = round * 1_000;
        for number in acked..acked + 100 {
            try_put(&store, number, "avant").expect("room");
        }
        acked += 100;
        store.settle().expect("settled");
        let full = apart::fill(&disk, left);
        let refused = loop {
            match try_put(&store, acked, "pendant") {
                Ok(()) => acked += 1,
                Err(error) => break error,
            }
        };
        assert!(refused.is_disk_full(), "{refused:?}");
        assert_eq!(title(&store, round * 1_000).as_deref(), Some("avant"));
        assert_eq!(title(&store, acked), None, "nothing of what was refused");
        let asked = Instant::now();
        assert!(store.snapshot_now(now()).is_err());
        assert!(
            asked.elapsed() < Duration::from_secs(5),
            "nobody waits for it"
        );
        follows(&store);
        // To a key, to another disk: what there is can still be taken away.
        let read = store.content_hash().expect("read from end to end");
        assert_ne!(read, store::ContentHash::default());
        let half = |path: &PathBuf| path.extension().is_some_and(|end| end == "new");
        let under = bytes_under(&book);
        assert!(
            !under.iter().any(|(path, _)| half(path)),
            "nothing half-written"
        );

        fs::remove_file(full).expect("room");
        // What the state was doing when the room ran out may take it a moment to notice.
        let until = Instant::now() + Duration::from_secs(20);
        while let Err(error) = try_put(&store, acked, "après") {
            assert!(Instant::now() < until, "it takes writes again: {error}");
            std::thread::sleep(Duration::from_millis(50));
        }
        follows(&store);
        sound(&store);
        store.snapshot_now(now()).expect("made");
        store.close().expect("closed");
        let (store, report) = open(&book);
        assert_eq!(
            (report.quarantined, report.damaged),
            (None, 0),
            "round {round}"
        );
        assert_eq!(title(&store, acked).as_deref(), Some("après"));
        assert!(title(&store, acked - 1).is_some(), "what was acknowledged");
        sound(&store);
    }
}

#[test]
fn a_bulk_write_that_finds_no_room_leaves_nothing() {
    const THIS: &str = "bad_disk::a_bulk_write_that_finds_no_room_leaves_nothing";
    let Some(disk) = apart::disk(THIS, 64) else {
        return;
    };
    let book = disk.join("book");
    let (store, _) = open(&book);
    put(&store, &touchpoint(1, "avant"));
    let before = everything(&store);
    let full = apart::fill(&disk, 3 << 20);
    let bulk = |from: u64| {
        store.commit::<_, StoreError>(note("imported"), |tx| {
            (from..from + 6_000).try_for_each(|number| {
                let mut one = touchpoint(number, "lot");
                one.notes = "é".repeat(900);
                tx.put(&one)
            })
        })
    };
    let refused = bulk(10).expect_err("no room");
    assert!(refused.is_disk_full(), "{refused:?}");
    assert_eq!(everything(&store), before, "all of it or nothing");
    fs::remove_file(full).expect("room");
    bulk(10).expect("room again");
    store.undo(note("undo")).expect("undone").expect("a step");
    assert_eq!(everything(&store), before, "one step");
    follows(&store);
    sound(&store);
}

#[test]
fn a_disk_that_is_full_from_the_start_opens_for_reading() {
    const THIS: &str = "bad_disk::a_disk_that_is_full_from_the_start_opens_for_reading";
    let Some(disk) = apart::disk(THIS, 64) else {
        return;
    };
    let book = disk.join("book");
    let (store, _) = open(&book);
    put(&store, &touchpoint(1, "avant"));
    let before = everything(&store);
    store.close().expect("closed");
    let killed = not_closed(&book);
    for book in [&book, &killed] {
        let full = apart::fill(&disk, 0);
        let (store, report) = open(book);
        // Nothing there may be to write until somebody does.
        assert!(matches!(report.read_only, None | Some(Reading::Full)));
        assert_eq!(everything(&store), before);
        let refused = (2..20).find_map(|number| try_put(&store, number, "non").err());
        assert!(refused.is_some_and(|error| error.is_disk_full()));
        let before = everything(&store);
        store.close().expect("closed");
        fs::remove_file(full).expect("room");
        let (store, report) = open(book);
        assert_eq!((report.read_only, report.damaged), (None, 0));
        assert_eq!(everything(&store), before);
        put(&store, &touchpoint(1, "avant"));
        sound(&store);
    }
    let nothing = Store::open(&disk.join("new"), OpenOptions::default());
    drop(nothing.expect("room").0);
}

#[test]
fn a_disk_that_takes_no_writes_opens_for_reading_and_keeps_every_byte() {
    const THIS: &str =
        "bad_disk::a_disk_that_takes_no_writes_opens_for_reading_and_keeps_every_byte";
    let Some(disk) = apart::disk(THIS, 64) else {
        return;
    };
    let book = disk.join("book");
    let (store, _) = open(&book);
    let mut long = touchpoint(1, "long");
    long.notes = "é".repeat(9_000);
    put(&store, &long);
    store.snapshot_now(now()).expect("made");
    put(&store, &touchpoint(2, "Lac"));
    let wanted = everything(&store);
    store.close().expect("closed");
    let dirty = not_closed(&book);
    apart::only_read(&disk);
    for book in [&book, &dirty] {
        let before = bytes_under(book);
        let (store, report) = open(book);
        assert_eq!(report.read_only, Some(Reading::Folder));
        assert_eq!(store.reading(), Some(Reading::Folder));
        assert_eq!(everything(&store), wanted);
        let refused = try_put(&store, 3, "non").expect_err("no writing");
        assert!(matches!(refused, StoreError::ReadOnly(Reading::Folder)));
        assert!(
            store
                .snapshot_now(now())
                .is_err_and(|error| error.is_read_only())
        );
        assert!(store.undo(note("undo")).is_err());
        let beside = Store::open(book, OpenOptions::default());
        assert!(beside.is_ok(), "several may read");
        sound(&store);
        store.close().expect("closed");
        assert_eq!(bytes_under(book), before, "not a byte");
    }
    let new = Store::open(&disk.join("new"), OpenOptions::default());
    assert!(matches!(new, Err(OpenError::Barren(Reading::Folder))));
}

#[test]
fn what_may_not_be_written_by_its_rights_is_read() {
    const THIS: &str = "bad_disk::what_may_not_be_written_by_its_rights_is_read";
    let Some(disk) = apart::disk(THIS, 64) else {
        return;
    };
    let book = disk.join("book");
    let (store, _) = open(&book);
    put(&store, &touchpoint(1, "Lac"));
    store.close().expect("closed");
    // Rights do not stop whoever is root, even in a namespace; what cannot be changed stops everybody.
    let journal = fs::read_dir(&book).expect("listed").flatten();
    let journal = journal
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|end| end == "log"))
        .expect("a journal");
    only_read(&journal);
    let (store, report) = open(&book);
    assert_eq!(report.read_only, Some(Reading::Folder));
    assert_eq!(title(&store, 1).as_deref(), Some("Lac"));
}

#[test]
fn a_folder_that_is_gone_takes_no_writes_until_it_is_back() {
    let place = tempfile::tempdir().expect("a folder");
    let (book, away) = (place.path().join("book"), place.path().join("away"));
    let (store, _) = open(&book);
    put(&store, &touchpoint(1, "Lac"));
    fs::rename(&book, &away).expect("moved");
    let refused = try_put(&store, 2, "nulle part").expect_err("there is no folder");
    assert!(matches!(refused, StoreError::Gone), "{refused:?}");
    assert!(matches!(store.snapshot_now(now()), Err(StoreError::Gone)));
    assert!(store.attic().keep(b"a file").is_err());
    assert_eq!(title(&store, 1).as_deref(), Some("Lac"), "reading goes on");
    assert!(!book.exists(), "none is made behind one's back");
    fs::rename(&away, &book).expect("put back");
    try_put(&store, 2, "de retour").expect("written");
    sound(&store);
    store.close().expect("closed");
    let (store, report) = open(&book);
    assert_eq!((report.damaged, report.quarantined), (0, None));
    assert_eq!(title(&store, 2).as_deref(), Some("de retour"));
}

#[test]
fn a_folder_that_was_deleted_while_open_is_not_written_into_the_void() {
    let place = tempfile::tempdir().expect("a folder");
    let book = place.path().join("book");
    let (store, _) = open(&book);
    put(&store, &touchpoint(1, "Lac"));
    store.settle().expect("settled");
    fs::remove_dir_all(&book).expect("deleted");
    assert!(matches!(try_put(&store, 2, "non"), Err(StoreError::Gone)));
    assert_eq!(title(&store, 1).as_deref(), Some("Lac"), "still to be read");
    // Another one of its name is another book.
    drop(open(&book));
    assert!(matches!(try_put(&store, 2, "non"), Err(StoreError::Gone)));
}

#[test]
fn files_without_a_byte_cost_nothing() {
    for empty in ["VERSION", "clean", "snapshots", "journal", "lock", "state"] {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path();
        let (store, _) = open(book);
        put(&store, &touchpoint(1, "un"));
        store.snapshot_now(now()).expect("made");
        put(&store, &touchpoint(2, "deux"));
        let wanted = everything(&store);
        store.close().expect("closed");
        let emptied: Vec<PathBuf> = bytes_under(book)
            .into_iter()
            .map(|(path, _)| path)
            .filter(|path| {
                let inside = path.strip_prefix(book).expect("inside");
                inside.to_string_lossy().starts_with(empty)
            })
            .collect();
        assert!(!emptied.is_empty(), "{empty}");
        emptied
            .iter()
            .for_each(|path| fs::write(path, b"").expect("emptied"));
        let (store, report) = open(book);
        assert_eq!(everything(&store), wanted, "{empty}: {report:?}");
        put(&store, &touchpoint(3, "trois"));
        store.close().expect("closed");
        let (store, _) = open(book);
        assert_eq!(title(&store, 3).as_deref(), Some("trois"), "{empty}");
    }
}

#[test]
fn what_is_no_folder_or_no_book_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("carnet");
    fs::write(&file, b"a letter").expect("written");
    for path in [file.clone(), file.join("inside")] {
        let opened = Store::open(&path, OpenOptions::default());
        assert!(
            matches!(opened, Err(OpenError::Foreign { .. })),
            "{opened:?}"
        );
    }
    assert_eq!(fs::read(&file).expect("read"), b"a letter");
}
