use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{VaultError, random};

/// Crockford's letters: none is taken for another, and no word comes of them.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters that are drawn (140 bits), and letters that check them.
const DRAWN: usize = 28;
const CHECKS: usize = 2;
const ALL: usize = DRAWN + CHECKS;
/// Letters in a group, as it is printed.
const GROUP: usize = 5;

/// The printed code that opens a book whose passphrase is forgotten: six groups of five letters,
/// 140 bits drawn at random and ten that check them.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; ALL]);

/// Why what was typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It has too few letters, or too many.
    #[error("a recovery code has {ALL} letters and digits")]
    Length,
    /// A sign that no code has.
    #[error("a recovery code has letters and digits only")]
    Letter,
    /// A letter is mistyped: they do not fit together.
    #[error("a letter of the recovery code is mistyped")]
    Check,
}

impl RecoveryCode {
    /// A new one.
    pub(crate) fn random() -> Result<Self, VaultError> {
        let drawn = Zeroizing::new(random::bytes::<DRAWN>()?);
        let mut code = [0; ALL];
        for (place, byte) in code.iter_mut().zip(drawn.iter()) {
            *place = byte & 31;
        }
        let checks = checks(&code);
        code[DRAWN..].copy_from_slice(&checks);
        Ok(Self(code))
    }

    /// Reads what was typed, whatever its case, spaces and dashes; O is 0, I and L are 1.
    ///
    /// # Errors
    /// What is wrong with it. A code that is whole may still be another book's.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let mut code = Self([0; ALL]);
        let mut length = 0;
        for sign in typed.chars() {
            if sign.is_whitespace() || matches!(sign, '-' | '‐' | '‑' | '–' | '—' | '.' | '_')
            {
                continue;
            }
            let letter = value(sign).ok_or(CodeError::Letter)?;
            *code.0.get_mut(length).ok_or(CodeError::Length)? = letter;
            length += 1;
        }
        if length != ALL {
            return Err(CodeError::Length);
        }
        if checks(&code.0) != code.0[DRAWN..] {
            return Err(CodeError::Check);
        }
        Ok(code)
    }

    /// It as one prints it: groups with dashes between them.
    pub fn shown(&self) -> Zeroizing<String> {
        let mut shown = Zeroizing::new(String::with_capacity(ALL + ALL / GROUP));
        for (at, letter) in self.0.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                shown.push('-');
            }
            shown.push(char::from(LETTERS[usize::from(*letter)]));
        }
        shown
    }

    /// What the key is made of.
    pub(crate) fn drawn(&self) -> &[u8] {
        &self.0[..DRAWN]
    }
}

fn checks(code: &[u8; ALL]) -> [u8; CHECKS] {
    let mut hash = Sha256::new();
    hash.update(b"sentier recovery code");
    hash.update(&code[..DRAWN]);
    let hash = hash.finalize();
    [hash[0] & 31, hash[1] & 31]
}

fn value(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sign => sign,
    };
    let at = LETTERS
        .iter()
        .position(|letter| char::from(*letter) == sign)?;
    u8::try_from(at).ok()
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}
