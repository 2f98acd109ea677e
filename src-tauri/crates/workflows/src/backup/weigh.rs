//! What a copy is to the book, record by record. The look, the press and the drill all take this one walk.

use std::collections::BTreeSet;
use std::iter::Peekable;

use store::{Against, Key, Keys, RecordLine, Store, Tree, Write};

use super::copy::{Copied, Copy};
use crate::archive::title_of;
use crate::fault::Fault;
use crate::house::House;
use crate::rights::absent::Absent;

/// What would become of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// It is in the copy and not here: it comes back.
    Back,
    /// It says something else here: it becomes what it was.
    Changes,
    /// It is here and not in the copy: it goes.
    Goes,
    /// It is as it was.
    Stays,
    /// It is in the copy and reads as no record: what is here stays.
    Unreadable,
}

/// A record, and what would become of it.
pub(super) struct Weighed {
    pub(super) tree: Tree,
    /// Its key; nothing when it could not be read.
    pub(super) key: Option<Key>,
    pub(super) turn: Turn,
    /// Its name or title; may be empty.
    pub(super) title: String,
    /// What the copy says of it; nothing for what goes.
    pub(super) line: Option<RecordLine>,
    /// The write that makes it so; nothing for what stays.
    pub(super) write: Option<Write>,
}

/// Gives every record of the copy but those who are `absent`, and every other of the book, to `each`; and gives the
/// fingerprint of what the copy gave. `whole` takes what is the desk's too: into an empty book everything comes.
pub(super) fn weigh(
    house: &House,
    copy: &mut Copy,
    absent: &Absent,
    whole: bool,
    each: &mut dyn FnMut(Weighed) -> Result<(), Fault>,
) -> Result<String, Fault> {
    let mut seen = BTreeSet::new();
    let mut walk: Option<Walk<'_>> = None;
    let content = copy.each_record(house, absent, &mut |copied| {
        if walk.as_ref().is_none_or(|walk| walk.tree != copied.tree) {
            if let Some(mut before) = walk.take() {
                before.until(None, whole, each)?;
            }
            seen.insert(copied.tree);
        }
        let walk = walk.get_or_insert_with(|| Walk::of(&house.store, copied.tree));
        let key = copied.line.as_ref().and_then(|line| line.key().ok());
        let here = match &key {
            Some(key) => {
                walk.until(Some(key), whole, each)?;
                walk.takes(key)?
            }
            None => false,
        };
        match judged(house, copied, key, here, whole)? {
            Some(weighed) => each(weighed),
            None => Ok(()),
        }
    })?;
    if let Some(mut last) = walk {
        last.until(None, whole, each)?;
    }
    for tree in Tree::ALL.into_iter().filter(|tree| !seen.contains(tree)) {
        Walk::of(&house.store, tree).until(None, whole, each)?;
    }
    Ok(content)
}

/// What is the desk's rather than the book's: which reminders rang, what the columns of tables mean, the list as it was
/// left. Going back in time would ring again what rang; and they are written aside from undo.
fn is_desks(tree: Tree, line: Option<&RecordLine>) -> bool {
    match tree {
        Tree::Reminders | Tree::Mapping => true,
        Tree::View => line.and_then(|line| line.text("name")) == Some(""),
        _ => false,
    }
}

fn judged(
    house: &House,
    copied: Copied,
    key: Option<Key>,
    here: bool,
    whole: bool,
) -> Result<Option<Weighed>, Fault> {
    let Copied { tree, line, write } = copied;
    if !whole && is_desks(tree, line.as_ref()) {
        return Ok(None);
    }
    let (turn, write) = match write {
        None => (Turn::Unreadable, None),
        Some(write) if !here => (Turn::Back, Some(write)),
        // How far an erasure is, and whom it keeps away, only this book knows.
        Some(_) if !whole && tree == Tree::Erasure => (Turn::Stays, None),
        Some(write) => match house.store.against(&write)? {
            Against::New => (Turn::Back, Some(write)),
            Against::Differs => (Turn::Changes, Some(write)),
            Against::Same => (Turn::Stays, None),
        },
    };
    let title = line.as_ref().map(title_of).unwrap_or_default();
    Ok(Some(Weighed {
        tree,
        key,
        turn,
        title,
        line,
        write,
    }))
}

/// The keys of a noun as the book has them, in order.
struct Walk<'a> {
    store: &'a Store,
    tree: Tree,
    keys: Peekable<Keys<'a>>,
}

impl<'a> Walk<'a> {
    fn of(store: &'a Store, tree: Tree) -> Self {
        Self {
            store,
            tree,
            keys: store.keys_of(tree).peekable(),
        }
    }

    fn first(&mut self) -> Result<Option<Key>, Fault> {
        match self.keys.next_if(Result::is_err) {
            Some(Err(error)) => Err(error.into()),
            Some(Ok(_)) | None => Ok(self.keys.peek().and_then(|key| key.as_ref().ok()).copied()),
        }
    }

    /// Whether this key comes next; then it is behind.
    fn takes(&mut self, key: &Key) -> Result<bool, Fault> {
        let is_it = self.first()?.as_ref() == Some(key);
        if is_it {
            self.keys.next();
        }
        Ok(is_it)
    }

    /// What the book has before `until`, or to the end, is not in the copy: it goes.
    fn until(
        &mut self,
        until: Option<&Key>,
        whole: bool,
        each: &mut dyn FnMut(Weighed) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        while let Some(key) = self.first()? {
            if until.is_some_and(|until| key >= *until) {
                break;
            }
            self.keys.next();
            let line = self.store.line(self.tree, &key)?;
            // That somebody was erased is not forgotten by going back.
            let stays = self.tree == Tree::Erasure || is_desks(self.tree, line.as_ref());
            if !whole && stays {
                continue;
            }
            each(Weighed {
                tree: self.tree,
                key: Some(key),
                turn: Turn::Goes,
                title: line.as_ref().map(title_of).unwrap_or_default(),
                line: None,
                write: Some(Write::removal(self.tree, key)),
            })?;
        }
        Ok(())
    }
}
