use std::fs;
use std::path::Path;

use proptest::prelude::*;
use vault::{
    BookKey, Cost, Lockbox, Purpose, RecoveryCode, Sealer, Standing, VAULT_FILES, VaultError,
};

use crate::passphrase;

const FIRST: &str = "une phrase d’été";
const SECOND: &str = "une autre phrase";

fn made(folder: &Path) -> (Lockbox, BookKey, RecoveryCode) {
    let made = Lockbox::create(&passphrase(FIRST), Cost::LEAST).expect("made");
    made.0.write(folder).expect("written");
    made
}

fn read(folder: &Path) -> Lockbox {
    Lockbox::read(folder).expect("read").expect("a box")
}

fn same(one: &BookKey, other: &BookKey) -> bool {
    one.to_bytes() == other.to_bytes()
}

#[test]
fn passphrase_and_code_open_the_same_key_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(Lockbox::read(folder.path()).expect("read").is_none());
    let (_, key, code) = made(folder.path());
    let again = read(folder.path());
    assert!(same(&again.open(&passphrase(FIRST)).expect("opens"), &key));
    assert!(same(&again.open_with_code(&code).expect("opens"), &key));
    assert_eq!(again.standing(), Standing::TurningOn);
    again.verify(&key).expect("it is the key");
}

#[test]
fn another_passphrase_or_code_is_wrong_and_says_nothing_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let (lockbox, ..) = made(folder.path());
    let (_, other_key, other_code) =
        Lockbox::create(&passphrase(FIRST), Cost::LEAST).expect("made");
    for wrong in [
        FIRST.to_uppercase().as_str(),
        "",
        " une phrase d’été",
        SECOND,
    ] {
        let opened = lockbox.open(&passphrase(wrong));
        assert!(matches!(opened, Err(VaultError::Wrong)), "{opened:?}");
    }
    let opened = lockbox.open_with_code(&other_code);
    assert!(matches!(opened, Err(VaultError::Wrong)));
    assert!(matches!(lockbox.verify(&other_key), Err(VaultError::Wrong)));
}

#[test]
fn a_passphrase_is_the_same_however_a_keyboard_composes_its_accents() {
    let folder = tempfile::tempdir().expect("a folder");
    let (lockbox, key, _) = made(folder.path());
    let decomposed = "une phrase d’e\u{301}te\u{301}";
    let opened = lockbox.open(&passphrase(decomposed)).expect("opens");
    assert!(same(&opened, &key));
}

#[test]
fn a_new_passphrase_opens_the_same_key_and_the_old_one_no_longer() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut lockbox, key, code) = made(folder.path());
    let dearer = Cost {
        memory: 64,
        ..Cost::LEAST
    };
    lockbox
        .change(&key, &passphrase(SECOND), dearer)
        .expect("changed");
    lockbox.write(folder.path()).expect("written");
    let again = read(folder.path());
    assert_eq!(again.cost(), dearer);
    assert!(same(&again.open(&passphrase(SECOND)).expect("opens"), &key));
    assert!(matches!(
        again.open(&passphrase(FIRST)),
        Err(VaultError::Wrong)
    ));
    assert!(
        same(&again.open_with_code(&code).expect("opens"), &key),
        "the code stays"
    );
    for name in VAULT_FILES {
        let text = fs::read_to_string(folder.path().join(name)).expect("read");
        assert_eq!(
            text,
            fs::read_to_string(folder.path().join(VAULT_FILES[0])).expect("read")
        );
    }
}

#[test]
fn a_new_code_opens_and_the_old_one_no_longer() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut lockbox, key, old) = made(folder.path());
    let new = lockbox.new_code(&key).expect("made");
    assert!(same(&lockbox.open_with_code(&new).expect("opens"), &key));
    assert!(matches!(
        lockbox.open_with_code(&old),
        Err(VaultError::Wrong)
    ));
    assert!(same(
        &lockbox.open(&passphrase(FIRST)).expect("opens"),
        &key
    ));
}

#[test]
fn the_later_of_two_whole_copies_counts_and_the_other_is_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut lockbox, key, _) = made(folder.path());
    let before = fs::read(folder.path().join(VAULT_FILES[1])).expect("read");
    lockbox.stand(&key, Standing::On).expect("stands");
    lockbox.write(folder.path()).expect("written");
    // As a crash between the two leaves it.
    fs::write(folder.path().join(VAULT_FILES[1]), before).expect("written");
    let again = read(folder.path());
    assert_eq!(again.standing(), Standing::On);
    again.mend(folder.path()).expect("mended");
    fs::remove_file(folder.path().join(VAULT_FILES[0])).expect("removed");
    assert_eq!(read(folder.path()), again);
}

#[test]
fn a_box_that_asks_for_a_hundred_gigabytes_is_refused_before_it_gets_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let dear = Cost {
        memory: 100 << 20,
        ..Cost::LEAST
    };
    let (lockbox, ..) = made(folder.path());
    let text = serde_json::to_string(&lockbox).expect("text");
    let text = text.replace(
        "\"memory_kib\":8",
        &format!("\"memory_kib\":{}", dear.memory),
    );
    let hostile: Lockbox = serde_json::from_str(&text).expect("a box");
    hostile
        .write(folder.path())
        .expect("written, with a sum that is right");
    let read = Lockbox::read(folder.path());
    assert!(matches!(read, Err(VaultError::Damaged)), "{read:?}");
}

#[test]
fn a_standing_that_was_changed_without_the_key_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (lockbox, ..) = made(folder.path());
    let text = serde_json::to_string(&lockbox).expect("text");
    let text = text.replace("turning-on", "turning-off");
    let forged: Lockbox = serde_json::from_str(&text).expect("a box");
    assert_eq!(forged.standing(), Standing::TurningOff);
    let opened = forged.open(&passphrase(FIRST));
    assert!(matches!(opened, Err(VaultError::Damaged)), "{opened:?}");
}

#[test]
fn a_box_of_a_later_version_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path());
    for name in VAULT_FILES {
        fs::write(
            folder.path().join(name),
            b"{\"format\": 2, \"all\": \"new\"}",
        )
        .expect("written");
    }
    let read = Lockbox::read(folder.path());
    assert!(matches!(read, Err(VaultError::Newer)), "{read:?}");
}

#[test]
fn nothing_says_in_a_debug_what_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, key, code) = made(folder.path());
    let shown = format!(
        "{key:?} {code:?} {:?} {:?}",
        passphrase(FIRST),
        Sealer::under(&key)
    );
    assert_eq!(shown, "BookKey RecoveryCode Passphrase Sealer");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_copy_may_be_harmed_anywhere_and_the_box_is_read(
        which in 0..2_usize, at in any::<prop::sample::Index>(), bit in 0..8_u8, cut in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (lockbox, ..) = made(folder.path());
        let path = folder.path().join(VAULT_FILES[which]);
        let mut text = fs::read(&path).expect("read");
        let at = at.index(text.len());
        if cut { text.truncate(at) } else { text[at] ^= 1_u8 << bit }
        fs::write(&path, &text).expect("written");
        prop_assert_eq!(read(folder.path()), lockbox);
    }

    #[test]
    fn both_copies_harmed_alike_never_open_to_another_key(
        at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (_, key, _) = made(folder.path());
        let mut text = fs::read(folder.path().join(VAULT_FILES[0])).expect("read");
        let at = at.index(text.len());
        text[at] ^= 1_u8 << bit;
        for name in VAULT_FILES {
            fs::write(folder.path().join(name), &text).expect("written");
        }
        if let Ok(Some(read)) = Lockbox::read(folder.path()) {
            prop_assert!(same(&read.open(&passphrase(FIRST)).expect("opens"), &key));
        }
        let sealed = Sealer::under(&key).seal(Purpose::Note, b"", b"text").expect("sealed");
        prop_assert_eq!(sealed.len(), 4 + Sealer::OVERHEAD);
    }
}
