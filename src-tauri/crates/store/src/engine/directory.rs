//! Which row of a locked book holds which keys of the orders.
//!
//! It is known in memory while the book is open, and read from every block when it is opened. That is most of a big
//! book's opening, so a book that is closed in order leaves it in a file beside its rows: sealed, bound to how the state
//! stands, taken away as soon as it is read, and believed only after a close in order. Without it, or when it says
//! anything else, the blocks are read.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use vault::{Purpose, Sealer};

use super::Pair;
use super::blocks;
use crate::{StoreError, disk};

/// The file's name in the state's folder, which is what it is bound to as well.
const FILE: &str = "orders";

/// The lower bound of each block, and the number of its row.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Directory {
    pub(super) rows: BTreeMap<Vec<u8>, u64>,
    pub(super) next: u64,
}

/// What becomes of a directory.
pub(super) struct Changes {
    pub(super) rows: Vec<(Vec<u8>, Option<u64>)>,
    pub(super) next: u64,
}

impl Directory {
    /// The rows are written.
    pub(super) fn take(&mut self, changes: Changes) {
        self.next = changes.next;
        for (bound, number) in changes.rows {
            match number {
                Some(number) => self.rows.insert(bound, number),
                None => self.rows.remove(&bound),
            };
        }
    }

    /// Leaves it in `folder`, for a state that stands at `standing`. It is durable with the rest of the folder.
    pub(super) fn leave(
        &self,
        folder: &Path,
        sealer: &Sealer,
        standing: &[u8],
    ) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        blocks::put_part(&mut bytes, standing);
        bytes.extend_from_slice(&self.next.to_be_bytes());
        let rows = self.rows.iter();
        let pairs: Vec<Pair> = rows
            .map(|(bound, number)| (bound.clone(), short(*number)))
            .collect();
        bytes.extend_from_slice(&blocks::pack(&pairs));
        let sealed = disk::sealed(sealer, Purpose::Note, FILE.as_bytes(), &bytes)?;
        fs::write(folder.join(FILE), sealed)?;
        Ok(())
    }

    /// Takes what was left in `folder`; nothing unless it is of a state that stands at `standing`.
    pub(super) fn taken(folder: &Path, sealer: &Sealer, standing: Option<&[u8]>) -> Option<Self> {
        let path = folder.join(FILE);
        let bytes = standing.and_then(|_| {
            let read = disk::read(sealer, Purpose::Note, FILE.as_bytes(), &path);
            read.ok()
        });
        // Whatever is written from here on, it is of before.
        let _ = fs::remove_file(&path);
        let mut left = &*bytes?;
        let whose = blocks::take_part(&mut left)?;
        if Some(whose) != standing {
            return None;
        }
        let (next, rows) = left.split_first_chunk::<8>()?;
        let next = u64::from_be_bytes(*next);
        let rows = blocks::unpack(rows).ok()?.into_iter();
        let rows: Option<BTreeMap<_, _>> = rows
            .map(|(bound, number)| Some((bound, long(&number)?)))
            .collect();
        Some(Self { rows: rows?, next })
    }
}

/// A number without the zeros it begins with.
fn short(number: u64) -> Vec<u8> {
    let bytes = number.to_be_bytes();
    bytes.into_iter().skip_while(|byte| *byte == 0).collect()
}

fn long(bytes: &[u8]) -> Option<u64> {
    let mut whole = [0; 8];
    let from = whole.len().checked_sub(bytes.len())?;
    whole[from..].copy_from_slice(bytes);
    Some(u64::from_be_bytes(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::{Cost, Lockbox, Passphrase};

    fn sealer() -> Sealer {
        let passphrase = Passphrase::new("une phrase".into());
        let (_, key, _) = Lockbox::create(&passphrase, Cost::LEAST).expect("a key");
        Sealer::under(&key)
    }

    fn directory() -> Directory {
        let rows = (0_u64..1_000).map(|n| (format!("clé {n:05}").into_bytes(), n * 300));
        Directory {
            rows: rows.collect(),
            next: 300_000,
        }
    }

    #[test]
    fn what_was_left_is_taken_once_by_the_state_it_is_of() {
        let (folder, sealer) = (tempfile::tempdir().expect("a folder"), sealer());
        let taken = |standing| Directory::taken(folder.path(), &sealer, standing);
        let leave = || {
            let left = directory().leave(folder.path(), &sealer, b"here");
            left.expect("left");
        };
        assert_eq!(taken(Some(b"here")), None, "nothing was left yet");
        leave();
        assert_eq!(taken(Some(b"here")), Some(directory()));
        assert_eq!(taken(Some(b"here")), None, "it is gone");
        leave();
        assert_eq!(taken(Some(b"there")), None, "it is of another state");
        leave();
        assert_eq!(taken(None), None, "the book was not closed in order");
        assert_eq!(taken(Some(b"here")), None, "and it went all the same");
    }

    #[test]
    fn it_is_sealed_and_bits_that_flip_are_seen() {
        let (folder, sealer) = (tempfile::tempdir().expect("a folder"), sealer());
        let path = folder.path().join(FILE);
        for turn in 0..40 {
            let left = directory().leave(folder.path(), &sealer, b"here");
            left.expect("left");
            let mut bytes = fs::read(&path).expect("reads");
            assert!(
                !bytes.windows(4).any(|part| part == "clé".as_bytes()),
                "no key of an order stands in it"
            );
            let at = turn * 7_919 % bytes.len();
            bytes[at] ^= 1 << (turn % 8);
            fs::write(&path, bytes).expect("writes");
            let taken = Directory::taken(folder.path(), &sealer, Some(b"here"));
            assert_eq!(taken, None, "byte {at}");
        }
    }
}
