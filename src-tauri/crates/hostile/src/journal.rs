//! The journal, as a damaged disk or somebody's hand may have left it.

use std::path::Path;

use store::{OpenOptions, Store, journal_survey};

/// How a journal file begins.
const MARK: &[u8] = b"sentier1";
/// The bytes before a frame's body.
const HEAD: usize = 17;

/// Reads a journal, and opens a book that has nothing else.
///
/// What begins with a journal's mark is tried as it is. Anything else is taken for frames (`[kind u8][length u16][body]`)
/// that are given numbers and sums that hold: so that what stands behind the sums is reached.
pub fn try_bytes(bytes: &[u8]) {
    let file = if bytes.starts_with(MARK) {
        bytes.to_vec()
    } else {
        framed(bytes)
    };
    let Ok(folder) = tempfile::tempdir() else {
        unreachable!("there is room for a folder");
    };
    let path = folder.path().join(format!("journal-{:020}.log", 1));
    assert!(std::fs::write(&path, &file).is_ok(), "there is room");
    let read = journal_survey(folder.path());
    let kept = std::fs::read(&path).ok();
    assert_eq!(kept.as_ref(), Some(&file), "reading changes nothing");

    let first = opened(folder.path());
    if first.is_none() {
        let kept = std::fs::read(&path).ok();
        assert_eq!(kept.as_ref(), Some(&file), "refusing changes nothing");
        return;
    }
    assert!(read.is_ok(), "what opens was read before: {read:?}");
    assert_eq!(opened(folder.path()), first, "opened twice, the same book");
}

/// What is in the book of a folder; nothing when it is refused.
fn opened(folder: &Path) -> Option<String> {
    let options = OpenOptions {
        in_memory: true,
        ..OpenOptions::default()
    };
    let (store, _) = Store::open(folder, options).ok()?;
    let content = store.content_hash().map(|hash| hash.to_string());
    let closed = store.close();
    assert!(closed.is_ok(), "it closes: {closed:?}");
    Some(content.unwrap_or_else(|error| format!("unreadable: {error}")))
}

/// Frames numbered from 1, each with a sum that holds.
fn framed(mut bytes: &[u8]) -> Vec<u8> {
    let mut file = MARK.to_vec();
    let mut seq = 0_u64;
    while let [kind, high, low, rest @ ..] = bytes {
        let length = usize::from(u16::from_be_bytes([*high, *low])).min(rest.len());
        let (body, after) = rest.split_at(length);
        seq += 1;
        file.extend(frame(seq, *kind, body));
        bytes = after;
    }
    file
}

fn frame(seq: u64, kind: u8, body: &[u8]) -> Vec<u8> {
    let mut summed = seq.to_be_bytes().to_vec();
    summed.push(kind);
    summed.extend(body);
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    let mut frame = length.to_be_bytes().to_vec();
    frame.extend(crc32fast::hash(&summed).to_be_bytes());
    frame.extend(summed);
    frame
}

/// The frames of a journal file without numbers and sums, as [`try_bytes`] takes them: what seeds are made of.
pub fn unframed(file: &[u8]) -> Vec<u8> {
    let mut frames = Vec::new();
    let mut rest = file.strip_prefix(MARK).unwrap_or_default();
    while let [a, b, c, d, ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        let Some(body) = rest.get(HEAD..HEAD + length) else {
            break;
        };
        if let Ok(short) = u16::try_from(length) {
            frames.push(rest[HEAD - 1]);
            frames.extend(short.to_be_bytes());
            frames.extend(body);
        }
        rest = &rest[HEAD + length..];
    }
    frames
}
