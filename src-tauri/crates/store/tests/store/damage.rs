use std::fs;
use std::path::{Path, PathBuf};

use store::{OpenError, OpenOptions, Store};
use tempfile::TempDir;

use crate::paper::{open, options, put, sound, title, touchpoint};

fn written(count: u64) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    for number in 0..count {
        put(&store, &touchpoint(number, &format!("n{number}")));
    }
    store.close().expect("closed");
    folder
}

fn journal(folder: &Path) -> PathBuf {
    fs::read_dir(folder)
        .expect("listed")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|end| end == "log"))
        .expect("a journal")
}

pub(crate) fn state(folder: &Path) -> PathBuf {
    fs::read_dir(folder)
        .expect("listed")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("state."))
        })
        .expect("a state")
}

fn all_there(folder: &Path, count: u64) {
    let (store, _) = open(folder);
    for number in 0..count {
        assert_eq!(
            title(&store, number),
            Some(format!("n{number}")),
            "record {number}"
        );
    }
    sound(&store);
    store.close().expect("closed");
}

#[test]
fn a_state_that_is_gone_is_built_again() {
    let folder = written(120);
    fs::remove_dir_all(state(folder.path())).expect("removed");
    all_there(folder.path(), 120);
}

#[test]
fn a_state_of_garbage_is_moved_aside_and_built_again() {
    let folder = written(120);
    for name in ["db", "conf"] {
        fs::write(state(folder.path()).join(name), vec![0xa5; 8_192]).expect("written");
    }
    let (store, report) = open(folder.path());
    assert!(
        report.quarantined.is_some_and(|path| path.exists()),
        "it is kept, never deleted"
    );
    assert_eq!(title(&store, 119).as_deref(), Some("n119"));
    sound(&store);
}

#[test]
fn a_half_written_snapshot_of_the_state_blocks_nothing() {
    let folder = written(50);
    fs::write(
        state(folder.path()).join("snap.FFFFFFFFFFFFFFFF.generating"),
        b"half",
    )
    .expect("written");
    let (store, report) = open(folder.path());
    assert_eq!(report.quarantined, None, "the state itself was fine");
    assert_eq!(title(&store, 49).as_deref(), Some("n49"));
}

#[test]
fn a_journal_that_was_lost_is_begun_anew_from_the_state() {
    let folder = written(80);
    fs::remove_file(journal(folder.path())).expect("removed");
    all_there(folder.path(), 80);
    fs::remove_dir_all(state(folder.path())).expect("removed");
    all_there(folder.path(), 80);
}

#[test]
fn a_journal_cut_at_any_byte_gives_every_group_before_the_cut() {
    let folder = written(6);
    let path = journal(folder.path());
    let whole = fs::read(&path).expect("read");
    let mut known = 0;
    for cut in (8..whole.len()).step_by(13) {
        let copy = tempfile::tempdir().expect("a folder");
        fs::write(
            copy.path().join(path.file_name().expect("a name")),
            &whole[..cut],
        )
        .expect("written");
        for key in vault::VAULT_FILES {
            // Where books are locked, the box is all that is needed beside the journal.
            let _ = fs::copy(folder.path().join(key), copy.path().join(key));
        }
        let (store, _) = open(copy.path());
        let there = (0..6)
            .take_while(|number| title(&store, *number).is_some())
            .count();
        assert!(
            (0..6)
                .skip(there)
                .all(|number| title(&store, number).is_none()),
            "a prefix, at byte {cut}"
        );
        assert!(there >= known, "a longer journal never gives less");
        known = there;
        put(&store, &touchpoint(9, "après"));
        store.close().expect("closed");
        let (store, _) = open(copy.path());
        assert_eq!(
            title(&store, 9).as_deref(),
            Some("après"),
            "it goes on behind the cut, at byte {cut}"
        );
        sound(&store);
    }
    assert_eq!(known, 5, "all but the last, which was cut");
}

#[test]
fn a_flipped_bit_in_the_journal_costs_nothing_while_the_state_is_whole() {
    let folder = written(40);
    let path = journal(folder.path());
    let mut bytes = fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(&path, bytes).expect("written");
    let (store, _) = open(folder.path());
    assert!(
        (0..40).all(|number| title(&store, number).is_some()),
        "the state has every record"
    );
    let flaws = store.check().expect("checked").flaws;
    assert_eq!(
        flaws.len(),
        1,
        "and the check says what it found: {flaws:?}"
    );
}

#[test]
fn a_flipped_bit_in_the_journal_costs_one_group_when_the_state_is_gone_too() {
    let folder = written(40);
    let path = journal(folder.path());
    let mut bytes = fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(&path, bytes).expect("written");
    fs::remove_dir_all(state(folder.path())).expect("removed");
    let (store, report) = open(folder.path());
    let lost = (0..40)
        .filter(|number| title(&store, *number).is_none())
        .count();
    assert!(lost <= 1, "a bad frame is stepped over: {lost} lost");
    assert!(report.damaged <= 1);
}

#[test]
fn a_bit_that_is_flipped_anywhere_in_the_journal_costs_at_most_its_own_group() {
    let folder = written(12);
    fs::remove_dir_all(state(folder.path())).expect("removed");
    fs::remove_file(folder.path().join("clean")).expect("removed");
    let name = journal(folder.path());
    let whole = fs::read(&name).expect("read");
    let options = OpenOptions {
        in_memory: true,
        ..options(folder.path())
    };
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&name, bytes).expect("written");
        let (store, report) = Store::open(folder.path(), options.clone()).expect("opens");
        let lost = (0..12)
            .filter(|number| title(&store, *number).is_none())
            .count();
        assert!(lost <= 1, "byte {at}: {lost} records lost");
        let told = report.damaged + usize::from(report.cut.is_some());
        assert_eq!(
            told, lost,
            "byte {at}: what is lost is told, and nothing else"
        );
        store.close().expect("closed");
        // What was cut off lies in the quarantine; the file is as it was before the next flip.
        let _ = fs::remove_dir_all(folder.path().join("quarantine"));
    }
}

#[test]
fn a_write_that_was_told_done_and_is_cut_off_is_told_once() {
    let folder = written(12);
    fs::remove_dir_all(state(folder.path())).expect("removed");
    fs::remove_file(folder.path().join("clean")).expect("removed");
    let name = journal(folder.path());
    let mut bytes = fs::read(&name).expect("read");
    *bytes.last_mut().expect("a byte") ^= 1;
    fs::write(&name, bytes).expect("written");
    let (store, report) = open(folder.path());
    assert_eq!(title(&store, 11), None);
    assert_eq!((report.damaged, &report.cut), (1, &None));
    let kept = fs::read_dir(folder.path().join("quarantine")).expect("listed");
    assert_eq!(kept.count(), 1, "and what is left of it is kept");
    store.close().expect("closed");
    let (_, report) = open(folder.path());
    assert_eq!((report.damaged, &report.cut), (0, &None), "once");
}

#[test]
fn a_book_of_which_nothing_can_be_read_is_left_as_it_is() {
    let folder = written(30);
    let name = journal(folder.path());
    fs::write(&name, vec![0x5a; 9_000]).expect("written");
    for file in ["db", "conf"] {
        fs::write(state(folder.path()).join(file), vec![0xa5; 8_192]).expect("written");
    }
    let opened = Store::open(folder.path(), options(folder.path()));
    assert!(
        matches!(opened, Err(OpenError::Unreadable(_))),
        "it is no empty book: {opened:?}"
    );
    assert!(
        state(folder.path()).join("db").exists() && name.exists(),
        "what there is stays for whoever can save it"
    );
    assert!(!folder.path().join("quarantine").exists());
    let again = Store::open(folder.path(), options(folder.path()));
    assert!(matches!(again, Err(OpenError::Unreadable(_))), "each time");
}

#[test]
fn a_journal_put_back_by_an_earlier_one_is_told_when_the_state_is_gone_too() {
    let folder = written(10);
    let name = journal(folder.path());
    let earlier = fs::read(&name).expect("read");
    let (store, _) = open(folder.path());
    for number in 10..14 {
        put(&store, &touchpoint(number, "encore"));
    }
    store.close().expect("closed");
    fs::write(&name, earlier).expect("written");
    fs::remove_file(folder.path().join("clean")).expect("removed");
    for file in ["db", "conf"] {
        fs::write(state(folder.path()).join(file), vec![0xa5; 8_192]).expect("written");
    }
    let (store, report) = open(folder.path());
    assert_eq!(title(&store, 12), None, "no copy has it");
    assert_eq!(report.damaged, 4, "and that is said");
    store.close().expect("closed");
    let (_, report) = open(folder.path());
    assert_eq!(report.damaged, 0, "once");
}
