//! What happened to a folder, as files, names and syncs in their order.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::Path;

use super::names::{Hand, Names, Naming, ROOT, What, apply};
use super::trace::Event;

/// A file or a folder, whatever it is called.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Dir,
    File(File),
}

#[derive(Debug, Clone, Default)]
pub(super) struct File {
    /// What it had from the start.
    pub(super) base: Vec<u8>,
    pub(super) changes: Vec<(usize, Change)>,
    pub(super) syncs: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(super) enum Change {
    Write { event: usize, at: u64 },
    Cut(u64),
}

/// Everything that happened to a folder, ready to be cut anywhere.
pub(super) struct Disk {
    pub(super) events: Vec<Event>,
    pub(super) nodes: Vec<Node>,
    /// The names there were from the start.
    pub(super) first: Names,
    pub(super) namings: Vec<Naming>,
    pub(super) dir_syncs: HashMap<usize, Vec<usize>>,
}

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
}
