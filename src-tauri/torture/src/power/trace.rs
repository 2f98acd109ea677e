//! What the shim wrote down, read back.

use std::io;
use std::path::Path;

/// One thing a process did to its folder, or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// A file was opened; made, when it was not there.
    Open {
        inode: u64,
        made: bool,
        emptied: bool,
        path: String,
    },
    Write {
        inode: u64,
        at: u64,
        bytes: Vec<u8>,
    },
    Cut {
        inode: u64,
        length: u64,
    },
    Rename {
        from: String,
        to: String,
    },
    Unlink {
        path: String,
    },
    MakeDir {
        path: String,
    },
    RemoveDir {
        path: String,
    },
    /// A file's bytes are on the disk.
    Sync {
        inode: u64,
    },
    /// A folder's names are.
    SyncDir {
        path: String,
    },
    Said {
        bytes: Vec<u8>,
    },
    Link {
        from: String,
        to: String,
    },
}

/// Every event, in order. A record that was cut short by a kill is the last and never happened.
pub(super) fn read(path: &Path) -> io::Result<Vec<Event>> {
    let bytes = std::fs::read(path)?;
    let mut from = bytes.as_slice();
    let mut events = Vec::new();
    while let Some(event) = next(&mut from)? {
        events.push(event);
    }
    Ok(events)
}

fn next(from: &mut &[u8]) -> io::Result<Option<Event>> {
    let strange = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let (Some(kind), Some(a), Some(b)) = (take(from, 1), take(from, 8), take(from, 8)) else {
        return Ok(None);
    };
    let (kind, a, b) = (kind[0], number(a), number(b));
    let Some(one) = text(from) else {
        return Ok(None);
    };
    let Some(two) = text(from) else {
        return Ok(None);
    };
    let path = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(Some(match kind {
        1 => Event::Open {
            inode: a,
            made: b & 1 > 0,
            emptied: b & 2 > 0,
            path: path(&one),
        },
        2 => Event::Write {
            inode: a,
            at: b,
            bytes: one,
        },
        3 => Event::Cut {
            inode: a,
            length: b,
        },
        4 => Event::Rename {
            from: path(&one),
            to: path(&two),
        },
        5 => Event::Unlink { path: path(&one) },
        6 => Event::MakeDir { path: path(&one) },
        7 => Event::RemoveDir { path: path(&one) },
        8 => Event::Sync { inode: a },
        9 => Event::SyncDir { path: path(&one) },
        10 => Event::Said { bytes: one },
        11 => Event::Link {
            from: path(&one),
            to: path(&two),
        },
        _ => return Err(strange("the trace has a record of no kind")),
    }))
}

fn take<'a>(from: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(count)?;
    *from = rest;
    Some(taken)
}

fn number(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_ne_bytes)
}

fn text(from: &mut &[u8]) -> Option<Vec<u8>> {
    let length = take(from, 4)?;
    let length = length.try_into().map_or(0, u32::from_ne_bytes);
    take(from, length as usize).map(<[u8]>::to_vec)
}
