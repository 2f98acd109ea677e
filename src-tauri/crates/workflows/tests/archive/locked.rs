//! A locked book in every use: the same book, and nothing of it on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use domain::{Client, Language, Origin, Touchpoint};
use store::Progress;
use vault::{BookKey, Cost, Passphrase, Standing, VAULT_FILES};
use workflows::lock::{self, LockFault};
use workflows::search::{self, What};
use workflows::{Clock, House, archive};

use crate::book;
use crate::needle::{NEEDLE, found_in};
use crate::paper::{Own, bring_in, now};

const FIRST: &str = "une phrase de passe";
const SECOND: &str = "une toute autre phrase";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn locked(folder: &Path) -> lock::TurnedOn {
    lock::turn_on(folder, &passphrase(FIRST), Cost::LEAST, &mut |_| {
        Progress::Go
    })
    .expect("locked")
}

fn open(folder: &Path, key: Option<BookKey>) -> House {
    let clock = Clock::Fixed(now());
    let french = Some(Language::Fr);
    House::open(folder, clock, french, Origin::Window, key)
        .expect("opens")
        .0
}

/// A book in which everything that can say something says the needle.
fn planted(house: &House, more: &str) {
    let mut pieces = book::full();
    pieces
        .iter_mut()
        .for_each(|piece| piece.say(&format!("{NEEDLE} d’été {more}")));
    book::write(house, &pieces);
}

fn shows(folder: &Path) -> Vec<PathBuf> {
    found_in(folder, &|bytes| zstd::decode_all(bytes).unwrap_or_default())
}

/// The bytes of every file but those of the key.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            found.extend(bytes(&path));
        } else if !VAULT_FILES.iter().any(|vault| name == *vault) {
            found.insert(path.clone(), fs::read(path).expect("read"));
        }
    }
    found
}

#[test]
fn a_locked_book_is_worked_with_as_any_other_and_shows_nothing() {
    let own = Own::new();
    planted(&own.house, "");
    own.house.store.snapshot_now(now()).expect("made");
    let (wanted, folder) = (own.content(), own.folder.path().join("book"));
    let clear = own.export();
    own.house.close().expect("closed");
    assert!(
        shows(&folder).len() > 3,
        "a book without a lock shows it: {:?}",
        shows(&folder)
    );
    let key = locked(&folder).key;
    let none = Vec::<PathBuf>::new();
    assert_eq!(shows(&folder), none);
    let house = open(&folder, Some(key.clone()));
    assert_eq!(
        house.store.content_hash().expect("hashed").to_string(),
        wanted
    );
    let found = search::find_all(&house, NEEDLE, 50).expect("searches");
    let hits = found.groups.iter().flat_map(|group| &group.hits);
    assert!(
        hits.into_iter()
            .any(|hit| matches!(hit.what, What::Client(_))),
        "it is found"
    );
    planted(&house, "encore");
    house.store.undo(workflows_note()).expect("undone");
    house.store.snapshot_now(now()).expect("made");
    let flaws = house.store.check().expect("checked").flaws;
    assert!(flaws.is_empty(), "{flaws:?}");
    assert_eq!(shows(&folder), none, "while it is open as well");
    let sealed = own.folder.path().join("sealed.sentier.zip");
    archive::export_to(&house, &sealed).expect("exported");
    house.close().expect("closed");
    assert_eq!(shows(&folder), none);
    let other = Own::new();
    bring_in(&other.house, &sealed, false).expect("an archive is not sealed");
    let third = Own::new();
    bring_in(&third.house, &clear, false).expect("brought in");
    assert_eq!(
        other.content(),
        third.content(),
        "whether or not the book was locked"
    );
    lock::turn_off(&folder, &key, &mut |_| Progress::Go).expect("opened for good");
    assert!(shows(&folder).len() > 3);
    let house = open(&folder, None);
    assert_eq!(
        house.store.content_hash().expect("hashed").to_string(),
        wanted
    );
}

fn workflows_note() -> store::Note {
    store::Note {
        label: "undo".to_owned(),
        args: BTreeMap::new(),
        origin: Origin::Window,
        at: now(),
    }
}

#[test]
fn the_lines_of_a_locked_books_archive_stand_by_key() {
    let own = Own::new();
    let folder = own.folder.path().join("book");
    own.house.close().expect("closed");
    let house = open(&folder, Some(locked(&folder).key));
    for number in [9_u64, 2, 200, 31, 4, 77] {
        let client = crate::who::client(number, "Lac", String::new());
        let written: Result<_, store::StoreError> =
            house.store.commit(workflows_note(), |tx| tx.put(&client));
        written.expect("written");
    }
    let keys = house
        .store
        .each_line::<_, store::StoreError>(Vec::new(), |keys, line| {
            keys.push(line.key()?);
            Ok(())
        });
    let keys = keys.expect("read");
    assert_eq!(keys.len(), 6);
    assert!(keys.is_sorted());
    let streamed: Vec<Client> = house.store.all().expect("read");
    assert!(streamed.iter().map(|one| one.id.to_bytes()).eq(keys));
}

#[test]
fn another_passphrase_and_another_code_rewrite_nothing_but_the_box() {
    let own = Own::new();
    planted(&own.house, "");
    let folder = own.folder.path().join("book");
    own.house.close().expect("closed");
    let first_code = locked(&folder).code.shown();
    let before = bytes(&folder);
    assert!(matches!(
        lock::change(&folder, &passphrase(SECOND), &passphrase(SECOND)),
        Err(LockFault::Wrong)
    ));
    assert!(matches!(
        lock::change(&folder, &passphrase(FIRST), &passphrase("court")),
        Err(LockFault::Short)
    ));
    lock::change(&folder, &passphrase(FIRST), &passphrase(SECOND)).expect("changed");
    let code = lock::new_code(&folder, &passphrase(SECOND))
        .expect("made")
        .shown();
    assert!(before == bytes(&folder), "not a byte of anything else");
    assert!(matches!(
        lock::unlock(&folder, &passphrase(FIRST)),
        Err(LockFault::Wrong)
    ));
    let recovered = lock::recover(&folder, &first_code, &passphrase(FIRST));
    assert!(
        matches!(recovered, Err(LockFault::Wrong)),
        "the code before opens no longer"
    );
    let key = lock::recover(&folder, &code.to_lowercase(), &passphrase(FIRST)).expect("recovered");
    assert!(before == bytes(&folder));
    assert!(matches!(
        lock::unlock(&folder, &passphrase(SECOND)),
        Err(LockFault::Wrong)
    ));
    let again = lock::unlock(&folder, &passphrase(FIRST)).expect("opens");
    assert_eq!(again.to_bytes(), key.to_bytes());
    open(&folder, Some(again)).close().expect("closed");
}

#[test]
fn every_fault_of_a_lock_has_its_sentence() {
    for language in [Language::Fr, Language::En] {
        let words = words::Words::new(language);
        for fault in [
            LockFault::NotLocked,
            LockFault::Locked,
            LockFault::AlreadyLocked,
            LockFault::Wrong,
            LockFault::NoCode(vault::CodeError::Length),
            LockFault::NoCode(vault::CodeError::Check),
            LockFault::Unlike,
            LockFault::Short,
            LockFault::KeyLost,
            LockFault::Newer,
            LockFault::Busy,
            LockFault::Stopped,
            LockFault::Memory,
            LockFault::DiskFull,
            LockFault::Failed("x".to_owned()),
        ] {
            let (said, _) = fault.say(&words);
            assert!(
                !said.contains("lock-") && !said.contains("error-"),
                "{fault:?}: {said}"
            );
        }
    }
}

const FOLDER: &str = "SENTIER_TEST_LOCKED_FOLDER";

/// Not a test of its own: what the child of the test below does.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let folder = Path::new(&folder);
    let key = lock::unlock(folder, &passphrase(FIRST)).expect("opens");
    let house = open(folder, Some(key));
    for round in 0_u64.. {
        planted(&house, &round.to_string());
        // What is said is heard by the parent once the write is durable.
        println!("\nacked {round}");
        std::io::stdout().flush().expect("said");
        search::find_all(&house, NEEDLE, 5).expect("searches");
        house.store.undo(workflows_note()).expect("undone");
        house.store.redo(workflows_note()).expect("redone");
        let noted: Vec<Touchpoint> = house.store.all().expect("read");
        let written: Result<_, store::StoreError> = house.store.commit(workflows_note(), |tx| {
            noted.iter().try_for_each(|one| {
                let title = format!("{NEEDLE} {round}");
                tx.put(&Touchpoint {
                    title,
                    ..one.clone()
                })
            })
        });
        written.expect("written");
        house.store.snapshot_now(now()).expect("made");
        if round % 3 == 2 {
            archive::export_to(&house, &folder.with_extension("zip")).expect("exported");
        }
    }
}

#[test]
fn nothing_of_a_locked_book_can_be_read_after_a_kill_at_any_instant() {
    let kills: u64 = std::env::var("SENTIER_LOCKED_KILLS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(8);
    let own = Own::new();
    let folder = own.folder.path().join("book");
    own.house.close().expect("closed");
    let key = locked(&folder).key;
    let mut acked = 0;
    for kill in 0..kills {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args([
                "locked::child",
                "--exact",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the child");
        // Half of them before the book is open, half while it is written to.
        let mut out = BufReader::new(child.stdout.take().expect("its words"));
        if kill % 2 == 1 {
            let mut line = String::new();
            while out.read_line(&mut line).is_ok_and(|read| read > 0) && !line.contains("acked") {}
        }
        std::thread::sleep(Duration::from_millis(10 + (kill * 137) % 700));
        child.kill().expect("killed");
        let (mut said, mut wrong) = (String::new(), String::new());
        out.read_to_string(&mut said).expect("read");
        let mut err = child.stderr.take().expect("its words");
        err.read_to_string(&mut wrong).expect("read");
        child.wait().expect("gone");
        acked += u64::from(kill % 2 == 1);
        assert!(!wrong.contains(NEEDLE), "nor is it said aloud");
        assert!(!wrong.contains("panicked"), "kill {kill}: {wrong}");
        assert_eq!(shows(&folder), Vec::<PathBuf>::new(), "kill {kill}");
        assert_eq!(lock::standing(&folder).expect("read"), Some(Standing::On));
    }
    assert!(acked > 0, "some of them met a writer");
    let house = open(&folder, Some(key));
    let clients: Vec<Client> = house.store.all().expect("read");
    assert!(
        clients.iter().any(|one| one.name.contains(NEEDLE)),
        "it is all there"
    );
    let flaws = house.store.check().expect("checked").flaws;
    assert!(flaws.is_empty(), "{flaws:?}");
}
