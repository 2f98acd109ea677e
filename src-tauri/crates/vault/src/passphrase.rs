use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// What a person types to open a book. It is gone from memory when it is dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Characters a new one must have.
    pub const LEAST: usize = 8;

    /// A passphrase as it was typed: its accents are composed, so that it is the same one on every
    /// keyboard. Nothing else is changed; spaces count.
    pub fn new(mut typed: String) -> Self {
        // Composing never makes a text longer than three times its bytes: no copy is left behind
        // by growing.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 3));
        composed.extend(typed.nfc());
        typed.zeroize();
        Self(composed)
    }

    /// Whether it is long enough to be a new one.
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= Self::LEAST
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}
