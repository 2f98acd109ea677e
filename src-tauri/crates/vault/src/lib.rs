//! The key of a book, and what is sealed under it.
//!
//! | word | meaning |
//! |---|---|
//! | [`Passphrase`] | what a person types; it opens the lockbox and seals nothing itself |
//! | [`BookKey`] | the one key everything of a book is sealed under; it never changes while the lock is on |
//! | [`RecoveryCode`] | the printed second way to the key |
//! | [`Lockbox`] | `vault.json`: the key, wrapped once under each of the two |
//! | [`Standing`] | whether the book is being sealed, is sealed, or is being opened for good |
//! | [`Sealer`] | seals and opens bytes and files for one [`Purpose`] each; the clear one leaves them as they are |
//! | [`SealedFile`], [`SealedWriter`] | a file in sealed pieces: read anywhere, written once from front to back |
//! | mask | a 16-byte name as it stands on the disk, which says nothing to whoever has no key |
//!
//! **The hierarchy.** Passphrase → Argon2id → a key that only wraps the book's key; recovery code →
//! HKDF → another such key; the book's key → HKDF → one key a purpose. So a new passphrase rewrites
//! `vault.json` and nothing else, and what is sealed for one purpose opens for no other.
//!
//! **The ciphers** are RustCrypto's and stop here: XChaCha20-Poly1305 for everything that is
//! sealed, under random nonces; AES-256 on one block for names. `docs/SECURITY.md` says what this
//! protects against, and what not.
//!
//! Nothing here says in an error, a log or a `Debug` what a key, a passphrase or a text is.
//!
//! To seal one more kind of thing: a variant of [`Purpose`], with a word of its own for its key.

mod code;
mod error;
mod file;
mod key;
mod lockbox;
mod passphrase;
mod random;
mod sealer;
mod whole;

pub use code::{CodeError, RecoveryCode};
pub use error::VaultError;
pub use file::{SealedFile, SealedWriter};
pub use key::BookKey;
pub use lockbox::{Cost, Lockbox, Standing, VAULT_FILES};
pub use passphrase::Passphrase;
pub use sealer::{Purpose, Sealer};
