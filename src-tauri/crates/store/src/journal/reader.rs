//! Reading groups back, past what is damaged.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::frame::{BODY_MOST, HEAD};
use super::{Body, Frame, Last, MARK, Place, file_of, files};
use crate::change::Change;

/// A whole group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// The number of its last frame.
    pub(crate) seq: u64,
    /// Where it begins.
    pub(crate) place: Place,
    /// One past its last byte.
    pub(crate) end: Place,
    /// Its changes, its note, its effect.
    pub(crate) last: Last,
}

/// How a journal ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tail {
    /// One past the last whole group.
    pub(crate) end: Place,
    /// The number of the last frame of the last whole group.
    pub(crate) seq: u64,
    /// Frames in the middle that could not be read.
    pub(crate) damaged: usize,
    /// Whether bytes lie behind the end: a group that was never finished.
    pub(crate) torn: bool,
}

/// Goes through a journal from some place on.
pub(crate) struct Reader {
    folder: PathBuf,
    files: Vec<u64>,
    from: Place,
}

impl Reader {
    /// From the very beginning.
    pub(crate) fn from_start(folder: &Path) -> io::Result<Self> {
        let files = files(folder)?;
        let from = files.first().map_or(Place::default(), |first| Place {
            file: *first,
            at: MARK.len() as u64,
        });
        Ok(Self {
            folder: folder.to_owned(),
            files,
            from,
        })
    }

    /// From `place` on.
    pub(crate) fn from(folder: &Path, place: Place) -> io::Result<Self> {
        Ok(Self {
            folder: folder.to_owned(),
            files: files(folder)?,
            from: place,
        })
    }

    /// Gives every whole group to `each`, in order, and says how the journal ends.
    ///
    /// A frame whose checksum does not match is stepped over by its length while that leads to another frame; the
    /// group it belonged to is lost and counted. `seq` is the number already known before the place.
    pub(crate) fn read<E: From<io::Error>>(
        &self,
        seq: u64,
        mut each: impl FnMut(Group) -> Result<(), E>,
    ) -> Result<Tail, E> {
        let mut tail = Tail {
            end: self.from,
            seq,
            ..Tail::default()
        };
        for first in self.files.iter().filter(|first| **first >= self.from.file) {
            let at = if *first == self.from.file {
                self.from.at.max(MARK.len() as u64)
            } else {
                MARK.len() as u64
            };
            tail.end = Place { file: *first, at };
            tail.torn = false;
            let file = File::open(file_of(&self.folder, *first))?;
            let length = file.metadata()?.len();
            let mut file = BufReader::with_capacity(1 << 20, file);
            file.seek(SeekFrom::Start(at))?;
            read_file(&mut file, length, *first, at, &mut tail, &mut each)?;
        }
        Ok(tail)
    }

    /// The one group that begins at `place`.
    pub(crate) fn group_at(folder: &Path, place: Place) -> io::Result<Option<Group>> {
        let reader = Self {
            folder: folder.to_owned(),
            files: vec![place.file],
            from: place,
        };
        let mut found = None;
        let stop = reader.read(0, |group| {
            found = Some(group);
            Err(io::Error::from(io::ErrorKind::Interrupted))
        });
        match stop {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => Err(error),
            _ => Ok(found.filter(|group| group.place == place)),
        }
    }
}

fn read_file<E: From<io::Error>>(
    file: &mut BufReader<File>,
    length: u64,
    first: u64,
    from: u64,
    tail: &mut Tail,
    each: &mut impl FnMut(Group) -> Result<(), E>,
) -> Result<(), E> {
    let mut at = from;
    // The parts read since the last group: number, where it begins, changes.
    let mut parts: Vec<(u64, u64, Vec<Change>)> = Vec::new();
    while at < length {
        let Some((size, Frame { seq, body })) = next(file, length - at)? else {
            match find_next(file, at, length, tail.seq)? {
                Some(found) => {
                    tail.damaged += 1;
                    at = found;
                    file.seek(SeekFrom::Start(at))?;
                    continue;
                }
                None => break,
            }
        };
        let begin = at;
        at += size;
        match body {
            // Already known: a journal that was copied over an older one.
            _ if seq <= tail.seq => {}
            Body::Part(changes) => parts.push((seq, begin, changes)),
            Body::Last(mut last) => {
                let wanted = u64::from(last.parts);
                let own: Vec<_> = parts
                    .drain(..)
                    .filter(|(part, _, _)| part + wanted >= seq)
                    .collect();
                tail.end = Place { file: first, at };
                tail.seq = seq;
                if own.len() as u64 == wanted {
                    let place = Place {
                        file: first,
                        at: own.first().map_or(begin, |(_, begin, _)| *begin),
                    };
                    let rest = std::mem::take(&mut last.changes);
                    last.changes = own
                        .into_iter()
                        .flat_map(|(_, _, changes)| changes)
                        .chain(rest)
                        .collect();
                    each(Group {
                        seq,
                        place,
                        end: tail.end,
                        last,
                    })?;
                }
            }
        }
    }
    tail.torn = tail.end.at < length;
    Ok(())
}

/// The next frame and its whole size; `None` when it is not whole.
fn next(file: &mut BufReader<File>, left: u64) -> io::Result<Option<(u64, Frame)>> {
    let mut head = [0; HEAD];
    if left < HEAD as u64 {
        return Ok(None);
    }
    file.read_exact(&mut head)?;
    let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
    if length > BODY_MOST || left < HEAD as u64 + u64::from(length) {
        return Ok(None);
    }
    let mut covered = vec![0; 9 + length as usize];
    covered[..9].copy_from_slice(&head[8..]);
    file.read_exact(&mut covered[9..])?;
    let size = HEAD as u64 + u64::from(length);
    let crc = u32::from_be_bytes([head[4], head[5], head[6], head[7]]);
    let whole = crc == crc32fast::hash(&covered);
    Ok(whole
        .then(|| Frame::decode(&covered))
        .flatten()
        .map(|frame| (size, frame)))
}

/// How far behind a damaged frame the next whole one is looked for, in bytes.
const SEARCH: u64 = 64 << 20;

/// Where the next whole frame begins behind the damaged one at `at`. Its length may be what is damaged, so every byte
/// is tried; a number that cannot follow, or a checksum, tells at once that it is none.
fn find_next(
    file: &mut BufReader<File>,
    at: u64,
    length: u64,
    seq: u64,
) -> io::Result<Option<u64>> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.by_ref()
        .take((length - at).min(SEARCH))
        .read_to_end(&mut bytes)?;
    let follows = |candidate: u64| candidate > seq && candidate - seq < 1 << 32;
    Ok((1..bytes.len().saturating_sub(HEAD)).find_map(|begin| {
        let head = &bytes[begin..begin + HEAD];
        let number = |range: std::ops::Range<usize>| {
            head[range]
                .iter()
                .fold(0_u64, |n, byte| (n << 8) | u64::from(*byte))
        };
        let end = begin + HEAD + usize::try_from(number(0..4)).ok()?;
        let plausible = matches!(head[16], 1 | 2) && follows(number(8..16));
        let covered = bytes.get(begin + 8..end).filter(|_| plausible)?;
        (u64::from(crc32fast::hash(covered)) == number(4..8)).then_some(at + begin as u64)
    }))
}
