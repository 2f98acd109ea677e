//! Records and notes to write with.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Client, Id, Kind, Origin, Slot, Touchpoint, Zone};
use store::{Note, OpenOptions, OpeningReport, Progress, Store, StoreError};
use vault::{Cost, Lockbox, Passphrase};

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")
        .expect("an instant")
        .to_utc()
}

pub(crate) fn note(label: &str) -> Note {
    Note {
        label: label.to_owned(),
        args: BTreeMap::new(),
        origin: Origin::Window,
        at: now(),
    }
}

pub(crate) fn touchpoint(number: u64, title: &str) -> Touchpoint {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
    let start =
        day.and_hms_opt(8, 0, 0).expect("a time") + chrono::Duration::minutes(15 * number as i64);
    let mut touchpoint =
        Touchpoint::received(Id::from_number_for_testing(number), Kind::Video, now());
    touchpoint.title = title.to_owned();
    touchpoint.slot = Some(Slot::timed(start, 30, Zone::Iana(chrono_tz::Europe::Paris)));
    touchpoint
}

pub(crate) fn client(number: u64, name: &str) -> Client {
    Client::new(Id::from_number_for_testing(number), name.to_owned(), now())
}

const PASSPHRASE: &str = "une phrase de passe";

/// How the book in `folder` is opened; where books are locked, one that is not there yet is made.
pub(crate) fn options(folder: &Path) -> OpenOptions {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let new = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if crate::LOCKED && new {
        store::turn_on(folder, &passphrase, Cost::LEAST, &mut |_| Progress::Go).expect("locked");
    }
    let lockbox = Lockbox::read(folder).expect("read");
    let key = lockbox.map(|lockbox| lockbox.open(&passphrase).expect("it opens"));
    OpenOptions {
        key,
        ..OpenOptions::default()
    }
}

pub(crate) fn open(folder: &Path) -> (Store, OpeningReport) {
    Store::open(folder, options(folder)).expect("the book opens")
}

pub(crate) fn put(store: &Store, touchpoint: &Touchpoint) -> u64 {
    let (_, receipt) = store
        .commit::<_, StoreError>(note("put"), |tx| tx.put(touchpoint))
        .expect("the write");
    receipt.seq
}

pub(crate) fn title(store: &Store, number: u64) -> Option<String> {
    let id: domain::TouchpointId = Id::from_number_for_testing(number);
    store
        .get::<Touchpoint>(id.to_bytes())
        .expect("the read")
        .map(|one| one.title)
}

/// Everything is whole.
pub(crate) fn sound(store: &Store) {
    let report = store.check().expect("the check runs");
    assert!(
        report.flaws.is_empty(),
        "the book is not whole: {:?}",
        report.flaws
    );
}

/// Every touchpoint and client, to be compared.
pub(crate) fn everything(store: &Store) -> (Vec<Touchpoint>, Vec<Client>) {
    (store.all().expect("read"), store.all().expect("read"))
}

/// The folder as it is at this instant, as a crash would leave it; the lock is not copied.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            std::fs::create_dir_all(&target).expect("made");
            copy_folder(&entry.path(), &target);
        } else if entry.file_name() != "lock" {
            // sled may rename a file while it is copied: the crash it stands for is then an
            // earlier one.
            let _ = std::fs::copy(entry.path(), target);
        }
    }
}
