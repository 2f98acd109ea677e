//! Bringing a copy back: a look at what would change, then one press, one step of undo.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::Zone;
use store::{Progress, Tree};

use super::copy::{Copy, Source, files_of};
use super::steps::Steps;
use super::weigh::{Turn, Weighed, weigh};
use crate::archive::is_bare;
use crate::done::{Done, Said};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::note;
use crate::rights::absent::Absent;

/// How much of a copy comes back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extent {
    /// The book becomes what it was: what came since goes.
    #[default]
    Whole,
    /// Only what is not here any more comes back; everything that is here stays as it is.
    Missing,
}

/// How many records of a noun would move, and the names of the first of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// How many come back.
    pub back: u64,
    /// How many become what they were.
    pub changes: u64,
    /// How many go.
    pub goes: u64,
    /// The first names among those that come back, change and go.
    pub first: [Vec<String>; 3],
}

/// What a copy would change, before it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// What was looked at.
    pub source: Source,
    /// The archive's name; nothing for a snapshot.
    pub name: Option<String>,
    /// When the copy was made, UTC.
    pub at: DateTime<Utc>,
    /// How many records it has.
    pub records: u64,
    /// The nouns something would change in.
    pub nouns: BTreeMap<Tree, Moves>,
    /// How many records read as none; what is here of them stays.
    pub unreadable: u64,
    /// How many attachments records that come back speak of, and neither the copy nor the book has.
    pub missing: u64,
    /// When those were erased, UTC, who are in the copy and stay away from what comes back; the earliest first.
    pub erased: Vec<DateTime<Utc>>,
    /// Whether the book has nothing in it yet: then everything comes, settings and views included.
    pub bare: bool,
    print: String,
}

impl Look {
    /// How many records would change hands.
    pub fn moved(&self, extent: Extent) -> u64 {
        let of = |moves: &Moves| match extent {
            Extent::Whole => moves.back + moves.changes + moves.goes,
            Extent::Missing => moves.back,
        };
        self.nouns.values().map(of).sum()
    }

    fn add(&mut self, weighed: &Weighed) {
        const NAMED: usize = 5;
        if weighed.turn != Turn::Goes {
            self.records += 1;
        }
        let at = match weighed.turn {
            Turn::Back => 0,
            Turn::Changes => 1,
            Turn::Goes => 2,
            Turn::Stays => return,
            Turn::Unreadable => {
                self.unreadable += 1;
                return;
            }
        };
        let moves = self.nouns.entry(weighed.tree).or_default();
        let count = [&mut moves.back, &mut moves.changes, &mut moves.goes];
        *count[at] += 1;
        if moves.first[at].len() < NAMED && !weighed.title.is_empty() {
            moves.first[at].push(weighed.title.clone());
        }
    }
}

/// Looks at what a copy would change. `go` hears how many entries are read, of how many, and says whether to go on.
///
/// # Errors
/// When the copy is none, damaged or a later version's, each with a sentence of its own; [`FaultKind::Cancelled`] when
/// `go` or [`super::stop`] said so.
pub fn look(
    house: &House,
    source: &Source,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<Look, Fault> {
    let work = house.backups.begin()?;
    let mut copy = Copy::open(house, source)?;
    let mut steps = Steps::of(&copy, &work, go);
    let absent = copy.absent(house, &mut steps)?;
    let look = walk(house, source, (&mut copy, &absent), &mut steps, &mut |_| {
        Ok(())
    })?;
    copy.verify_files(&mut || steps.step())?;
    steps.last()?;
    Ok(look)
}

/// The one walk of look and press: what it counts is what `each` is given.
fn walk(
    house: &House,
    source: &Source,
    (copy, absent): (&mut Copy, &Absent),
    steps: &mut Steps<'_>,
    each: &mut dyn FnMut(Weighed) -> Result<(), Fault>,
) -> Result<Look, Fault> {
    let bare = is_bare(house)?;
    let mut look = Look {
        source: source.clone(),
        name: copy.name().map(str::to_owned),
        at: copy.at(),
        records: 0,
        nouns: BTreeMap::new(),
        unreadable: 0,
        missing: 0,
        erased: absent.at().to_vec(),
        bare,
        print: copy.print(),
    };
    let mut files = Vec::new();
    weigh(house, copy, absent, bare, &mut |weighed| {
        steps.step()?;
        look.add(&weighed);
        if let (Turn::Back | Turn::Changes, Some(line)) = (weighed.turn, &weighed.line) {
            files.extend(files_of(line)?);
        }
        each(weighed)
    })?;
    files.sort_unstable();
    files.dedup();
    let attic = house.store.attic();
    let lost = |address: &&String| {
        let made = absent.made().contains_key(*address);
        !made && !copy.has_file(house, address) && attic.open(address).is_err()
    };
    look.missing = files.iter().filter(lost).count() as u64;
    Ok(look)
}

/// Brings a copy back as it was looked at: the present book becomes a snapshot first, and the whole of it is one step to
/// undo.
///
/// # Errors
/// As [`look`]; and when copy or book are no longer what was looked at. Nothing is changed then.
pub fn run(
    house: &House,
    look: &Look,
    extent: Extent,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<Done, Fault> {
    let work = house.backups.begin()?;
    // Open from here on: the snapshot that is made next may be the one that takes its place.
    let mut copy = Copy::open(house, &look.source)?;
    if copy.print() != look.print {
        return Err(moved());
    }
    let mut steps = Steps::of(&copy, &work, go);
    let absent = copy.absent(house, &mut steps)?;
    snapshot_first(house)?;
    let _gate = house.gate();
    let mut files = house.store.attic().begin();
    let written = copy
        .bring_files(&mut files, &absent, &mut || steps.step())
        .and_then(|()| write(house, look, extent, (&mut copy, &absent), &mut steps));
    match written {
        Ok((changed, seq)) => {
            files.stay();
            house.settle();
            let when = when(house, look.at);
            let said = Said::new("said-book-restored").with("count", changed);
            Done::of(house, said.with("when", when), None, seq)
        }
        Err(fault) => {
            if !matches!(fault.kind, FaultKind::Cancelled | FaultKind::Invalid) {
                // What the disk stopped may be in the journal all the same, and then it needs its files.
                files.stay();
            }
            Err(fault)
        }
    }
}

fn write(
    house: &House,
    shown: &Look,
    extent: Extent,
    (copy, absent): (&mut Copy, &Absent),
    steps: &mut Steps<'_>,
) -> Result<(usize, u64), Fault> {
    let label = match extent {
        Extent::Whole => "book-restored",
        Extent::Missing => "book-restored-missing",
    };
    let note = note::of(house, label, &[("when", when(house, shown.at))]);
    let ((), receipt) = house.store.commit::<_, Fault>(note, |tx| {
        let copied = (&mut *copy, absent);
        let seen = walk(house, &shown.source, copied, steps, &mut |weighed| {
            let wanted = match extent {
                Extent::Whole => true,
                Extent::Missing => weighed.turn == Turn::Back,
            };
            if let Some(write) = weighed.write.filter(|_| wanted) {
                tx.write(write)?;
            }
            Ok(())
        })?;
        steps.last()?;
        if seen.nouns == shown.nouns && seen.erased == shown.erased {
            Ok(())
        } else {
            // Somebody has written since: what was shown is not what would come.
            Err(moved())
        }
    })?;
    let changed = usize::try_from(receipt.changed).unwrap_or(usize::MAX);
    Ok((changed, receipt.seq))
}

/// The present book is kept, unless the newest snapshot is it.
fn snapshot_first(house: &House) -> Result<(), Fault> {
    let newest = house.store.snapshots()?.first().map(|one| one.seq);
    let head = house.store.last_seq();
    if head > 0 && newest != Some(head) {
        house.store.snapshot_now(house.clock.now())?;
    }
    Ok(())
}

fn moved() -> Fault {
    Fault::invalid("error-restore-moved")
}

/// An instant as one reads it: `mar. 24 nov. 14:02`.
pub(super) fn when(house: &House, at: DateTime<Utc>) -> String {
    let today = house.now_wall().date();
    house
        .words()
        .wall(Zone::Floating.wall(at, house.home()), today)
}

/// Looks, and keeps the look under a name until it is run or given up: one at a time.
pub fn look_kept(
    house: &House,
    source: &Source,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<(String, Arc<Look>), Fault> {
    let look = Arc::new(look(house, source, go)?);
    let name = house.clock.new_id::<domain::SourceFile>().to_string();
    *house.backups.look.lock() = Some((name.clone(), look.clone()));
    Ok((name, look))
}

/// Brings back what was looked at under this name.
pub fn run_kept(
    house: &House,
    name: &str,
    extent: Extent,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<Done, Fault> {
    let kept = house.backups.look.lock().clone();
    let kept = kept.filter(|(known, _)| known == name);
    let (_, look) = kept.ok_or_else(moved)?;
    let done = run(house, &look, extent, go)?;
    give_up(house);
    Ok(done)
}

/// Forgets what was looked at, and stops a look or a restore in hand.
pub fn give_up(house: &House) {
    super::stop(house);
    *house.backups.look.lock() = None;
}
