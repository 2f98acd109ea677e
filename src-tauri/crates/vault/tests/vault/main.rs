//! What is sealed opens, and nothing else does.

#![allow(clippy::expect_used, clippy::panic)] // a vault that cannot be set up has failed

mod boxes;
mod codes;
mod files;
mod rows;

use vault::{BookKey, Cost, Lockbox, Passphrase, Sealer};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn key() -> BookKey {
    let made = Lockbox::create(&passphrase("correct cheval pile agrafe"), Cost::LEAST);
    made.expect("made").1
}

fn sealer() -> Sealer {
    Sealer::under(&key())
}
