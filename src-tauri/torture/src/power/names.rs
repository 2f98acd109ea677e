//! Names and the folders they stand in.

use std::collections::{BTreeMap, HashMap};

/// The root's number.
pub(super) const ROOT: usize = 0;

/// A change of names.
#[derive(Debug, Clone)]
pub(super) struct Naming {
    pub(super) event: usize,
    /// The folders it is in.
    pub(super) dirs: Vec<usize>,
    pub(super) what: What,
}

#[derive(Debug, Clone)]
pub(super) enum What {
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

pub(super) type Names = HashMap<usize, BTreeMap<String, usize>>;

pub(super) fn apply(what: &What, names: &mut Names) {
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
pub(super) struct Hand {
    pub(super) root: String,
    pub(super) names: Names,
    pub(super) inodes: HashMap<u64, usize>,
}

impl Hand {
    pub(super) fn node(&self, path: &str) -> Option<usize> {
        let inside = path.strip_prefix(self.root.as_str())?;
        inside
            .split('/')
            .filter(|name| !name.is_empty())
            .try_fold(ROOT, |dir, name| self.names.get(&dir)?.get(name).copied())
    }

    /// The folder a path is in, and its name there.
    pub(super) fn place(&self, path: &str) -> Option<(usize, String)> {
        let (folder, name) = path.rsplit_once('/')?;
        Some((self.node(folder)?, name.to_owned()))
    }
}
