//! Reading groups back.

use std::io;
use std::path::{Path, PathBuf};

use super::file::Frames;
use super::frame;
use super::{Last, Place, files};
use crate::StoreError;
use crate::change::Change;

/// A whole group. Its parts stay on disk until they are asked for: an import can be a big one.
#[derive(Debug)]
pub(crate) struct Group {
    /// The number of its last frame.
    pub(crate) seq: u64,
    /// Where it begins.
    pub(crate) place: Place,
    /// One past its last byte.
    pub(crate) end: Place,
    /// Its last changes, its note, its effect.
    pub(crate) last: Last,
    folder: PathBuf,
    parts: Vec<u64>,
}

impl Group {
    /// The number of its first frame.
    fn first(&self) -> u64 {
        self.seq - self.parts.len() as u64
    }

    /// Its changes, a frame's at a time, in order; backwards for undo.
    pub(crate) fn changes(
        &self,
    ) -> impl DoubleEndedIterator<Item = Result<Vec<Change>, StoreError>> + '_ {
        self.parts
            .iter()
            .map(|at| {
                let at = *at;
                part_at(&self.folder, Place { at, ..self.place })
            })
            .chain(std::iter::once_with(|| Ok(self.last.changes.clone())))
    }
}

/// How a journal ends, and what it lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tail {
    /// One past the last whole group of the last file.
    pub(crate) end: Place,
    /// The number of the last frame of the last whole group.
    pub(crate) seq: u64,
    /// Numbers that no group has, from and to (both included).
    pub(crate) missing: Vec<(u64, u64)>,
    /// Bytes behind the end: a group that was never finished, or that cannot be read.
    pub(crate) torn: u64,
    /// How many groups were read.
    pub(crate) groups: usize,
}

/// Gives every whole group from `from` on with a number above `seq` to `each`, in order.
///
/// What is damaged is stepped over; a group that lost a part, or its end, is not given, and its
/// numbers are missing from the tail.
pub(crate) fn read(
    folder: &Path,
    from: Place,
    seq: u64,
    each: &mut dyn FnMut(Group) -> Result<(), StoreError>,
) -> Result<Tail, StoreError> {
    let mut tail = Tail {
        end: from,
        seq,
        ..Tail::default()
    };
    for (file, _) in files(folder)?
        .into_iter()
        .filter(|(file, _)| *file >= from.file)
    {
        let start = if file == from.file {
            from.max(Place::start_of(file))
        } else {
            Place::start_of(file)
        };
        read_file(folder, start, &mut tail, each)?;
    }
    Ok(tail)
}

fn read_file(
    folder: &Path,
    start: Place,
    tail: &mut Tail,
    each: &mut dyn FnMut(Group) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut frames = Frames::open(folder, start)?;
    tail.end = start;
    // The parts read since the last group: number and place.
    let mut parts: Vec<(u64, u64)> = Vec::new();
    // Frames that are known already are read like the others: what lies behind the last of them is
    // the end, and what lies before it is no damage.
    let mut newest = start.file.saturating_sub(1);
    while let Some(found) = frames.next(newest)? {
        let seq = found.head.seq;
        newest = seq;
        if !found.head.is_last() {
            parts.push((seq, found.at));
            continue;
        }
        let Some(last) = frame::last(&found.body) else {
            // Its checksum holds, so a later version wrote it: this one cannot follow.
            return Err(StoreError::Newer);
        };
        if seq <= tail.seq {
            parts.clear();
            tail.end = Place {
                at: found.end(),
                ..start
            };
            continue;
        }
        let own: Vec<(u64, u64)> = std::mem::take(&mut parts)
            .into_iter()
            .filter(|(part, _)| seq - part <= u64::from(last.parts))
            .collect();
        let end = Place {
            at: found.end(),
            ..start
        };
        if own.len() == last.parts as usize {
            let begin = own.first().map_or(found.at, |(_, at)| *at);
            let group = Group {
                seq,
                place: Place { at: begin, ..start },
                end,
                last,
                folder: folder.to_owned(),
                parts: own.into_iter().map(|(_, at)| at).collect(),
            };
            if group.first() > tail.seq + 1 {
                tail.missing.push((tail.seq + 1, group.first() - 1));
            }
            tail.groups += 1;
            each(group)?;
        } else {
            tail.missing.push((tail.seq + 1, seq));
        }
        tail.end = end;
        tail.seq = seq;
    }
    tail.torn = frames.length().saturating_sub(tail.end.at);
    Ok(())
}

/// The changes of the `Part` frame at `place`.
pub(crate) fn part_at(folder: &Path, place: Place) -> Result<Vec<Change>, StoreError> {
    let found = Frames::open(folder, place)?.next(0)?;
    found
        .filter(|found| found.at == place.at)
        .and_then(|found| frame::part(&found.body))
        .ok_or_else(|| StoreError::State("a part of the journal went bad".into()))
}

/// The one group that begins at `place`; nothing when the journal does not have it any more.
pub(crate) fn group_at(folder: &Path, place: Place) -> Result<Option<Group>, StoreError> {
    let mut group = None;
    let mut tail = Tail::default();
    let read = read_file(folder, place, &mut tail, &mut |found| {
        group = Some(found);
        // One is enough.
        Err(StoreError::Stopped)
    });
    match read {
        Err(StoreError::Disk(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(StoreError::Stopped) | Ok(()) => Ok(group.filter(|group| group.place == place)),
        Err(error) => Err(error),
    }
}

/// How the journal stands from its very beginning, without giving its groups.
pub(crate) fn survey(folder: &Path) -> Result<(u64, Tail), StoreError> {
    let first = files(folder)?.first().map_or(1, |(first, _)| *first);
    let tail = read(
        folder,
        Place::start_of(first),
        first.saturating_sub(1),
        &mut |group| group.changes().try_for_each(|part| part.map(drop)),
    )?;
    Ok((first, tail))
}
