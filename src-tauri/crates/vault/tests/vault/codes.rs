use proptest::prelude::*;
use vault::{CodeError, Cost, Lockbox, RecoveryCode};

use crate::passphrase;

fn code() -> RecoveryCode {
    Lockbox::create(&passphrase("x"), Cost::LEAST)
        .expect("made")
        .2
}

#[test]
fn a_code_is_six_groups_of_five_and_no_two_are_alike() {
    let (one, other) = (code().shown(), code().shown());
    assert_ne!(*one, *other);
    let groups: Vec<&str> = one.split('-').collect();
    assert_eq!(groups.len(), 6);
    assert!(groups.iter().all(|group| group.len() == 5));
    assert!(
        !one.contains(['I', 'L', 'O', 'U']),
        "none is taken for another"
    );
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = code();
    let shown = code.shown();
    let loosely = shown
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "O")
        .replace('1', "l");
    assert_eq!(RecoveryCode::parse(&loosely), Ok(code.clone()));
    assert_eq!(
        RecoveryCode::parse(&format!("  {}\n", shown.replace('-', ""))),
        Ok(code.clone())
    );
    assert_eq!(
        RecoveryCode::parse(&shown.replace('1', "i").replace('-', "–")),
        Ok(code)
    );
}

#[test]
fn what_is_no_code_says_what_is_wrong() {
    let shown = code().shown();
    assert_eq!(RecoveryCode::parse(&shown[1..]), Err(CodeError::Length));
    assert_eq!(
        RecoveryCode::parse(&format!("{}A", *shown)),
        Err(CodeError::Length)
    );
    assert_eq!(
        RecoveryCode::parse(&shown.replace('-', "é")),
        Err(CodeError::Letter)
    );
    assert_eq!(RecoveryCode::parse(""), Err(CodeError::Length));
}

proptest! {
    /// One in a thousand mistyped codes passes the check; it opens nothing.
    #[test]
    fn a_mistyped_letter_is_noticed_or_opens_nothing(
        place in 0..30_usize, letter in "[0-9A-HJKMNP-TV-Z]",
    ) {
        let (lockbox, _, code) = Lockbox::create(&passphrase("x"), Cost::LEAST).expect("made");
        let mut typed = code.shown().replace('-', "");
        typed.replace_range(place..=place, &letter);
        match RecoveryCode::parse(&typed) {
            Ok(read) if read == code => {}
            Ok(read) => prop_assert!(lockbox.open_with_code(&read).is_err()),
            Err(error) => prop_assert_eq!(error, CodeError::Check),
        }
    }
}
