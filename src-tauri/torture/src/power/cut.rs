//! A disk as it is after a power cut: what was synced is there, what was not may be.
//!
//! The model is stricter than the file systems people have. A file's bytes are sure once the file
//! was synced after them; until then each 4 KiB piece of a write, and each change of length, is
//! there or not on its own. A name (made, moved, taken away) is sure once the folder it stands in
//! was synced after it; syncing the file is not enough. Of the names that are not sure each folder
//! keeps the first few of its own, in their order, for every journalling file system commits the
//! changes of one folder in order. A move is one change of both folders: it is sure when one of
//! them was synced. ext4, xfs, btrfs and APFS keep more: there a sync of the file takes its name
//! along.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use super::disk::{Change, Disk, File, Node};
use super::names::{Names, Naming, ROOT, apply};
use super::trace::Event;
use crate::dice::Dice;

const PIECE: usize = 4_096;

/// What a cut leaves of what was not synced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Keeps(pub(super) f64);

impl Disk {
    /// Writes what is on the disk after a cut before event `cut` into `to`.
    pub(super) fn cut(
        &self,
        cut: usize,
        keeps: Keeps,
        dice: &mut Dice,
        to: &Path,
    ) -> io::Result<()> {
        let names = self.names_after(cut, keeps, dice);
        std::fs::create_dir_all(to)?;
        self.lay(ROOT, &names, cut, keeps, dice, to)
    }

    fn names_after(&self, cut: usize, keeps: Keeps, dice: &mut Dice) -> Names {
        let before = self.namings.iter().take_while(|naming| naming.event < cut);
        let sure = |naming: &Naming| {
            naming.dirs.iter().any(|dir| {
                let syncs = self.dir_syncs.get(dir);
                syncs.is_some_and(|syncs| {
                    syncs.iter().any(|sync| *sync > naming.event && *sync < cut)
                })
            })
        };
        // How many of the names that are not sure each folder has, and how many it keeps of them.
        let mut waiting: HashMap<usize, u64> = HashMap::new();
        for naming in before.clone().filter(|naming| !sure(naming)) {
            for dir in &naming.dirs {
                *waiting.entry(*dir).or_default() += 1;
            }
        }
        let mut dirs: Vec<(usize, u64)> = waiting.into_iter().collect();
        dirs.sort_unstable();
        let mut left: HashMap<usize, u64> = dirs
            .into_iter()
            .map(|(dir, count)| {
                (
                    dir,
                    if keeps.0 > 0.0 {
                        dice.below(count + 1)
                    } else {
                        0
                    },
                )
            })
            .collect();
        let mut names = self.first.clone();
        for naming in before {
            let kept = sure(naming) || {
                let mut any = false;
                for dir in &naming.dirs {
                    if let Some(left) = left.get_mut(dir).filter(|left| **left > 0) {
                        *left -= 1;
                        any = true;
                    }
                }
                any
            };
            if kept {
                apply(&naming.what, &mut names);
            }
        }
        names
    }

    fn lay(
        &self,
        dir: usize,
        names: &Names,
        cut: usize,
        keeps: Keeps,
        dice: &mut Dice,
        to: &Path,
    ) -> io::Result<()> {
        let Some(own) = names.get(&dir) else {
            return Ok(());
        };
        for (name, node) in own {
            let path = to.join(name);
            match self.nodes.get(*node) {
                Some(Node::Dir) => {
                    std::fs::create_dir_all(&path)?;
                    self.lay(*node, names, cut, keeps, dice, &path)?;
                }
                Some(Node::File(file)) => std::fs::write(path, self.bytes(file, cut, keeps, dice))?,
                None => {}
            }
        }
        Ok(())
    }

    fn bytes(&self, file: &File, cut: usize, keeps: Keeps, dice: &mut Dice) -> Vec<u8> {
        let synced = file
            .syncs
            .iter()
            .copied()
            .take_while(|sync| *sync < cut)
            .last();
        let mut bytes = file.base.clone();
        for (at, change) in file.changes.iter().take_while(|(at, _)| *at < cut) {
            let sure = synced.is_some_and(|synced| synced > *at);
            match change {
                Change::Cut(length) => {
                    if sure || dice.share() < keeps.0 {
                        bytes.resize(usize::try_from(*length).unwrap_or(0), 0);
                    }
                }
                Change::Write { event, at } => {
                    let Some(Event::Write { bytes: new, .. }) = self.events.get(*event) else {
                        continue;
                    };
                    let from = usize::try_from(*at).unwrap_or(0);
                    let mut done = 0;
                    while done < new.len() {
                        // Pieces lie on the disk's pages, wherever the write began.
                        let end = (from + done + PIECE) / PIECE * PIECE - from;
                        let end = end.min(new.len());
                        if sure || dice.share() < keeps.0 {
                            put(&mut bytes, from + done, &new[done..end]);
                        }
                        done = end;
                    }
                }
            }
        }
        bytes
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    let end = at + piece.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(piece);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const R: &str = "/r";

    fn made(inode: u64, name: &str) -> Event {
        Event::Open {
            inode,
            made: true,
            emptied: false,
            path: format!("{R}/{name}"),
        }
    }

    fn wrote(inode: u64, text: &str) -> Event {
        Event::Write {
            inode,
            at: 0,
            bytes: text.as_bytes().to_vec(),
        }
    }

    /// What is there after everything, when nothing unsynced is kept.
    fn left(events: Vec<Event>) -> BTreeMap<String, String> {
        let to = tempfile::tempdir().expect("a folder");
        let disk = Disk::of(Path::new(R), None, events).expect("read");
        disk.cut(
            disk.len(),
            Keeps(0.0),
            &mut Dice::of(1, "cut", 0),
            to.path(),
        )
        .expect("cut");
        let entries = std::fs::read_dir(to.path()).expect("listed").flatten();
        entries
            .map(|entry| {
                let text = std::fs::read_to_string(entry.path()).expect("read");
                (entry.file_name().to_string_lossy().into_owned(), text)
            })
            .collect()
    }

    fn sync_dir() -> Event {
        Event::SyncDir { path: R.to_owned() }
    }

    #[test]
    fn bytes_need_the_file_s_sync_and_names_the_folder_s() {
        let (made, wrote) = (made(1, "a"), wrote(1, "text"));
        let synced = Event::Sync { inode: 1 };
        let all = [made.clone(), wrote.clone(), synced.clone(), sync_dir()];
        assert_eq!(left(all.to_vec())["a"], "text");
        assert_eq!(left(vec![made.clone(), wrote.clone(), sync_dir()])["a"], "");
        assert!(left(vec![made.clone(), wrote.clone(), synced.clone()]).is_empty());
        let late = [made, synced, wrote, sync_dir()];
        assert_eq!(left(late.to_vec())["a"], "", "it was synced before");
    }

    #[test]
    fn a_move_that_is_not_sure_leaves_the_old_one() {
        let begin = vec![
            made(1, "a"),
            wrote(1, "old"),
            Event::Sync { inode: 1 },
            made(2, "a.new"),
            wrote(2, "new"),
            Event::Sync { inode: 2 },
            sync_dir(),
            Event::Rename {
                from: format!("{R}/a.new"),
                to: format!("{R}/a"),
            },
        ];
        let there = left(begin.clone());
        assert_eq!(
            (there["a"].as_str(), there["a.new"].as_str()),
            ("old", "new")
        );
        let there = left([begin, vec![sync_dir()]].concat());
        assert_eq!((there["a"].as_str(), there.len()), ("new", 1));
    }
}
