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

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::Path;

use super::trace::Event;
use crate::dice::Dice;

/// The root's number.
const ROOT: usize = 0;
const PIECE: usize = 4_096;

/// A file or a folder, whatever it is called.
#[derive(Debug, Clone)]
enum Node {
    Dir,
    File(File),
}

#[derive(Debug, Clone, Default)]
struct File {
    /// What it had from the start.
    base: Vec<u8>,
    changes: Vec<(usize, Change)>,
    syncs: Vec<usize>,
}

#[derive(Debug, Clone)]
enum Change {
    Write { event: usize, at: u64 },
    Cut(u64),
}

/// A change of names.
#[derive(Debug, Clone)]
struct Naming {
    event: usize,
    /// The folders it is in.
    dirs: Vec<usize>,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Put {
        dir: usize,
        name: String,
        node: usize,
    },
    Take {
        dir: usize,
        name: String,
        node: usize,
    },
    Move {
        from: (usize, String),
        to: (usize, String),
        node: usize,
    },
}

type Names = HashMap<usize, BTreeMap<String, usize>>;

/// Everything that happened to a folder, ready to be cut anywhere.
pub(super) struct Disk {
    events: Vec<Event>,
    nodes: Vec<Node>,
    /// The names there were from the start.
    first: Names,
    namings: Vec<Naming>,
    dir_syncs: HashMap<usize, Vec<usize>>,
}

/// What a cut leaves of what was not synced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Keeps(pub(super) f64);

impl Disk {
    /// The folder at `root` as it was in `before`, and the events since.
    pub(super) fn of(root: &Path, before: Option<&Path>, events: Vec<Event>) -> io::Result<Self> {
        let mut disk = Self {
            events: Vec::new(),
            nodes: vec![Node::Dir],
            first: Names::from([(ROOT, BTreeMap::new())]),
            namings: Vec::new(),
            dir_syncs: HashMap::new(),
        };
        if let Some(before) = before {
            disk.take_in(before, ROOT)?;
        }
        let mut hand = Hand {
            root: root.display().to_string(),
            names: disk.first.clone(),
            inodes: HashMap::new(),
        };
        for (at, event) in events.iter().enumerate() {
            disk.take(at, event, &mut hand);
        }
        disk.events = events;
        Ok(disk)
    }

    /// How many events there are.
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// What was said before `cut`.
    pub(super) fn said(&self, cut: usize) -> Vec<u8> {
        let mut said = Vec::new();
        for event in &self.events[..cut] {
            if let Event::Said { bytes } = event {
                said.extend_from_slice(bytes);
            }
        }
        said
    }

    /// The event behind the `number`-th thing that was said or synced: where a cut is most telling.
    pub(super) fn telling(&self) -> Vec<usize> {
        let telling = |event: &Event| {
            matches!(
                event,
                Event::Said { .. }
                    | Event::Sync { .. }
                    | Event::SyncDir { .. }
                    | Event::Rename { .. }
            )
        };
        let at = self.events.iter().enumerate();
        at.filter(|(_, event)| telling(event))
            .map(|(at, _)| at + 1)
            .collect()
    }

    fn take_in(&mut self, folder: &Path, dir: usize) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let node = self.nodes.len();
            if entry.file_type()?.is_dir() {
                self.nodes.push(Node::Dir);
                self.first.insert(node, BTreeMap::new());
                self.take_in(&entry.path(), node)?;
            } else {
                let base = std::fs::read(entry.path())?;
                self.nodes.push(Node::File(File {
                    base,
                    ..File::default()
                }));
            }
            self.first.entry(dir).or_default().insert(name, node);
        }
        Ok(())
    }

    fn naming(&mut self, event: usize, dirs: Vec<usize>, what: What, names: &mut Names) {
        apply(&what, names);
        self.namings.push(Naming { event, dirs, what });
    }

    fn take(&mut self, at: usize, event: &Event, hand: &mut Hand) {
        match event {
            Event::Open {
                inode,
                made,
                emptied,
                path,
            } => {
                let known = hand.node(path);
                let node = match known {
                    Some(node) if !*made => node,
                    _ => {
                        let node = self.nodes.len();
                        self.nodes.push(Node::File(File::default()));
                        if let Some((dir, name)) = hand.place(path) {
                            let what = What::Put { dir, name, node };
                            self.naming(at, vec![dir], what, &mut hand.names);
                        }
                        node
                    }
                };
                hand.inodes.insert(*inode, node);
                if *emptied {
                    self.change(node, at, Change::Cut(0));
                }
            }
            Event::Write {
                inode, at: offset, ..
            } => {
                if let Some(node) = hand.inodes.get(inode) {
                    let change = Change::Write {
                        event: at,
                        at: *offset,
                    };
                    self.change(*node, at, change);
                }
            }
            Event::Cut { inode, length } => {
                if let Some(node) = hand.inodes.get(inode) {
                    self.change(*node, at, Change::Cut(*length));
                }
            }
            Event::Sync { inode } => {
                let node = hand
                    .inodes
                    .get(inode)
                    .and_then(|node| self.nodes.get_mut(*node));
                if let Some(Node::File(file)) = node {
                    file.syncs.push(at);
                }
            }
            Event::SyncDir { path } => {
                if let Some(dir) = hand.node(path) {
                    self.dir_syncs.entry(dir).or_default().push(at);
                }
            }
            Event::MakeDir { path } => {
                let node = self.nodes.len();
                self.nodes.push(Node::Dir);
                hand.names.insert(node, BTreeMap::new());
                if path.as_str() == hand.root {
                    // The folder itself: it is where it is.
                    return;
                }
                if let Some((dir, name)) = hand.place(path) {
                    let what = What::Put { dir, name, node };
                    self.naming(at, vec![dir], what, &mut hand.names);
                }
            }
            Event::Unlink { path } | Event::RemoveDir { path } => {
                if let (Some((dir, name)), Some(node)) = (hand.place(path), hand.node(path)) {
                    let what = What::Take { dir, name, node };
                    self.naming(at, vec![dir], what, &mut hand.names);
                }
            }
            Event::Rename { from, to } => {
                let (here, there) = (hand.place(from), hand.place(to));
                if let (Some(here), Some(there), Some(node)) = (here, there, hand.node(from)) {
                    let mut dirs = vec![here.0, there.0];
                    dirs.dedup();
                    let what = What::Move {
                        from: here,
                        to: there,
                        node,
                    };
                    self.naming(at, dirs, what, &mut hand.names);
                }
            }
            Event::Link { from, to } => {
                if let (Some(node), Some((dir, name))) = (hand.node(from), hand.place(to)) {
                    let what = What::Put { dir, name, node };
                    self.naming(at, vec![dir], what, &mut hand.names);
                }
            }
            Event::Said { .. } => {}
        }
    }

    fn change(&mut self, node: usize, at: usize, change: Change) {
        if let Some(Node::File(file)) = self.nodes.get_mut(node) {
            file.changes.push((at, change));
        }
    }

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

fn apply(what: &What, names: &mut Names) {
    let take = |names: &mut Names, dir: usize, name: &str, node: usize| {
        let own = names.entry(dir).or_default();
        if own.get(name) == Some(&node) {
            own.remove(name);
        }
    };
    match what {
        What::Put { dir, name, node } => {
            names.entry(*dir).or_default().insert(name.clone(), *node);
        }
        What::Take { dir, name, node } => take(names, *dir, name, *node),
        What::Move { from, to, node } => {
            take(names, from.0, &from.1, *node);
            names.entry(to.0).or_default().insert(to.1.clone(), *node);
        }
    }
}

/// The names as they are while the events are read.
struct Hand {
    root: String,
    names: Names,
    inodes: HashMap<u64, usize>,
}

impl Hand {
    fn node(&self, path: &str) -> Option<usize> {
        let inside = path.strip_prefix(self.root.as_str())?;
        inside
            .split('/')
            .filter(|name| !name.is_empty())
            .try_fold(ROOT, |dir, name| self.names.get(&dir)?.get(name).copied())
    }

    /// The folder a path is in, and its name there.
    fn place(&self, path: &str) -> Option<(usize, String)> {
        let (folder, name) = path.rsplit_once('/')?;
        Some((self.node(folder)?, name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
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
