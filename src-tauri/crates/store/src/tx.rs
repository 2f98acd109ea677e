//! One write in the making: reads through it see it, the disk does not have it yet.
//!
//! A write of any size is one group. While it is small it stays in memory; what a big one has put
//! goes into the journal part by part, unsynced, and none of it ever was unless its last frame
//! follows. What was put stays in memory while there is room, so that it can be shown to readers
//! in one piece; beyond that only its place in the journal is remembered.

use std::collections::{BTreeMap, HashMap};

use crate::StoreError;
use crate::applier::{Applier, Job, Mark};
use crate::change::{self, Change, Delta};
use crate::history::{Effect, Kept, Note};
use crate::journal::{self, Body, Frame, Last, Place};
use crate::pen::{Head, Pen, Receipt, Write};
use crate::puts::Sheaf;
use crate::record::{self, Bytes, Record};
use crate::state::State;
use crate::tree::{Key, Tree};
use crate::undo;

/// Changes in one frame, and about how many bytes of them.
const CHANGES_A_FRAME: usize = 1_000;
const BYTES_A_FRAME: usize = 1 << 20;
/// A journal file that is longer is not added to.
const FILE_MOST: u64 = 32 << 20;

/// A write in the making. Reads through it see what it has put.
pub struct Tx<'a> {
    state: &'a State,
    pen: &'a mut Pen,
    begin: Place,
    /// Put, and in no frame yet: fields of this version's schema.
    put: BTreeMap<(Tree, Key), Draft>,
    put_bytes: usize,
    /// In a frame.
    written: HashMap<(Tree, Key), Written>,
    /// What it does to the state, while that fits in memory.
    sheaf: Option<Sheaf>,
    parts: u32,
    changed: u64,
    touched: Vec<(Tree, Key)>,
    finished: bool,
}

/// What a record is to become.
struct Draft {
    fields: Option<Vec<u8>>,
    /// Whether these are all the fields there are: undo may take one away, and a record of this
    /// version knows nothing of a later one's.
    whole: bool,
}

/// A record that a frame of this write has.
enum Written {
    /// As it became; the frame that has the whole of it, when one does.
    Here(Option<Bytes>, Option<u64>),
    /// As the frame at this byte says.
    There(u64),
}

impl<'a> Tx<'a> {
    pub(crate) fn begin(state: &'a State, pen: &'a mut Pen) -> Result<Self, StoreError> {
        if !pen.journal.is_there() {
            return Err(StoreError::Gone);
        }
        pen.journal.ready(pen.head.seq + 1)?;
        if pen.journal.place().at > FILE_MOST {
            pen.journal.turn(pen.head.seq + 1)?;
        }
        let begin = pen.journal.place();
        Ok(Self {
            state,
            pen,
            begin,
            put: BTreeMap::new(),
            put_bytes: 0,
            written: HashMap::new(),
            sheaf: Some(Sheaf::default()),
            parts: 0,
            changed: 0,
            touched: Vec::new(),
            finished: false,
        })
    }

    /// The record as it would stand.
    pub fn get<R: Record>(&self, key: Key) -> Result<Option<R>, StoreError> {
        match self.put.get(&(R::TREE, key)) {
            Some(draft) => draft.fields.as_deref().map(record::unpack).transpose(),
            None => self
                .before(R::TREE, &key)?
                .map(|sealed| self.state.unseal(&sealed))
                .transpose(),
        }
    }

    /// Makes or replaces a record.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<(), StoreError> {
        let fields = record::pack(record)?;
        self.set(R::TREE, record.key(), Some(fields), false)
    }

    /// Takes a record away.
    pub fn remove<R: Record>(&mut self, key: Key) -> Result<(), StoreError> {
        self.set(R::TREE, key, None, false)
    }

    /// Does what a write of its own says.
    pub fn write(&mut self, write: Write) -> Result<(), StoreError> {
        let Write {
            tree,
            key,
            fields,
            whole,
        } = write;
        self.set(tree, key, fields, whole)
    }

    /// Sets a record's fields, of this version's schema; `whole` when there are no others.
    pub(crate) fn set(
        &mut self,
        tree: Tree,
        key: Key,
        fields: Option<Vec<u8>>,
        whole: bool,
    ) -> Result<(), StoreError> {
        self.put_bytes += fields.as_ref().map_or(0, Vec::len);
        self.put.insert((tree, key), Draft { fields, whole });
        if self.put.len() >= CHANGES_A_FRAME || self.put_bytes >= BYTES_A_FRAME {
            self.write_part()?;
        }
        Ok(())
    }

    /// The sealed record as it would stand.
    pub(crate) fn sealed(&self, tree: Tree, key: &Key) -> Result<Option<Bytes>, StoreError> {
        match self.put.get(&(tree, *key)) {
            Some(draft) => Ok(draft
                .fields
                .as_ref()
                .map(|fields| record::seal(self.state.ladder.schema(tree), fields))),
            None => self.before(tree, key),
        }
    }

    /// The sealed record as the frames so far leave it.
    fn before(&self, tree: Tree, key: &Key) -> Result<Option<Bytes>, StoreError> {
        match self.written.get(&(tree, *key)) {
            None => self.state.record(tree, key),
            Some(Written::Here(sealed, _)) => Ok(sealed.clone()),
            Some(Written::There(at)) => {
                let place = Place {
                    at: *at,
                    ..self.begin
                };
                let changes = journal::part_at(self.pen.journal.folder(), place)?;
                let own = changes
                    .iter()
                    .find(|change| (change.tree, change.key) == (tree, *key));
                match own {
                    Some(change) => change.applied_to(self.state.ladder, None),
                    None => Ok(None),
                }
            }
        }
    }

    /// Turns what was put into changes, and takes them into account.
    fn take_changes(&mut self) -> Result<Vec<Change>, StoreError> {
        let at = self.pen.journal.place().at;
        let ladder = self.state.ladder;
        let mut changes = Vec::with_capacity(self.put.len());
        for ((tree, key), draft) in std::mem::take(&mut self.put) {
            let before = self.before(tree, &key)?;
            let Draft { fields, whole } = draft;
            let change = change::between(ladder, tree, key, before.as_deref(), fields, whole)?;
            let Some(change) = change else { continue };
            // A change of fields needs what was before it; a whole record is in its frame.
            let made = matches!(change.delta, Delta::Made(_)).then_some(at);
            let written = match (&mut self.sheaf, made) {
                (Some(sheaf), made) => {
                    Written::Here(sheaf.add(ladder, &change, before.as_ref())?, made)
                }
                (None, Some(at)) => Written::There(at),
                (None, None) => Written::Here(change.applied_to(ladder, before.as_deref())?, None),
            };
            self.written.insert((tree, key), written);
            if self.touched.len() < Receipt::NAMED {
                self.touched.push((tree, key));
            }
            changes.push(change);
        }
        self.put_bytes = 0;
        self.changed += changes.len() as u64;
        Ok(changes)
    }

    fn write_part(&mut self) -> Result<(), StoreError> {
        let changes = self.take_changes()?;
        if changes.is_empty() {
            return Ok(());
        }
        self.parts += 1;
        let seq = self.pen.head.seq + u64::from(self.parts);
        let frame = Frame {
            seq,
            body: Body::Part(changes),
        };
        self.pen.journal.append(&frame.encode()?)?;
        if self
            .sheaf
            .as_ref()
            .is_some_and(|sheaf| sheaf.bytes > self.pen.memory)
        {
            // From here on the journal remembers; this group is shown piece by piece.
            self.sheaf = None;
            for written in self.written.values_mut() {
                if let Written::Here(_, Some(at)) = *written {
                    *written = Written::There(at);
                }
            }
        }
        Ok(())
    }

    /// Makes it durable, shows it, and hands it to the applier.
    pub(crate) fn finish(
        mut self,
        note: Note,
        effect: Effect,
        applier: &Applier,
    ) -> Result<Receipt, StoreError> {
        let changes = self.take_changes()?;
        // Steps taken back together may come to nothing, and are taken back all the same.
        if self.changed == 0 && matches!(effect, Effect::Step | Effect::Aside) {
            return Ok(self.receipt());
        }
        let seq = self.pen.head.seq + u64::from(self.parts) + 1;
        let head = self.pen.head;
        let kept = Kept {
            note: note.clone(),
            effect: effect.clone(),
            below: None,
            place: self.begin,
            undone: false,
            turned: None,
        };
        // Everything that can fail comes before the journal has it.
        let (piles, lines) = undo::threaded(self.state, seq, kept, head.piles)?;
        let last = Last {
            parts: self.parts,
            changes,
            note,
            effect,
        };
        let frame = Frame {
            seq,
            body: Body::Last(last),
        };
        self.pen.journal.append(&frame.encode()?)?;
        self.pen.journal.sync()?;
        self.finished = true;
        self.pen.head = Head {
            seq,
            piles,
            changes: head.changes + self.changed,
        };
        let mark = Mark {
            seq,
            end: self.pen.journal.place(),
            piles,
            changes: self.pen.head.changes,
        };
        match self.sheaf.take() {
            Some(mut sheaf) => {
                lines.into_iter().for_each(|line| sheaf.add_last(line));
                let stamp = self.state.publish(&sheaf.puts);
                let mark = Some(mark);
                applier.hand(Job { sheaf, stamp, mark });
            }
            None => self.show_from_journal(lines, mark, applier)?,
        }
        Ok(self.receipt())
    }

    /// Shows a group that did not fit in memory, as the journal has it, with room for each piece.
    fn show_from_journal(
        &mut self,
        lines: Vec<crate::puts::Put>,
        mark: Mark,
        applier: &Applier,
    ) -> Result<(), StoreError> {
        self.written = HashMap::new();
        let group = journal::group_at(self.pen.journal.folder(), self.begin)?
            .ok_or_else(|| StoreError::State("the journal lost what it was just given".into()))?;
        for part in group.changes() {
            applier.room()?;
            let mut sheaf = Sheaf::default();
            for change in part? {
                let before = self.state.record(change.tree, &change.key)?;
                sheaf.add(self.state.ladder, &change, before.as_ref())?;
            }
            let stamp = self.state.publish(&sheaf.puts);
            let mark = None;
            applier.hand(Job { sheaf, stamp, mark });
        }
        let mut sheaf = Sheaf::default();
        lines.into_iter().for_each(|line| sheaf.add_last(line));
        let stamp = self.state.publish(&sheaf.puts);
        let mark = Some(mark);
        applier.hand(Job { sheaf, stamp, mark });
        Ok(())
    }

    fn receipt(&mut self) -> Receipt {
        Receipt {
            seq: self.pen.head.seq,
            changed: self.changed,
            touched: std::mem::take(&mut self.touched),
        }
    }
}

/// A write that is not finished never happened.
impl Drop for Tx<'_> {
    fn drop(&mut self) {
        let place = self.pen.journal.place();
        if !self.finished
            && place != self.begin
            && let Err(error) = self.pen.journal.cut_to(self.begin)
        {
            // The next append tries again, and nothing is appended until it is cut.
            log::error!("what was begun could not be cut off the journal: {error}");
        }
    }
}
