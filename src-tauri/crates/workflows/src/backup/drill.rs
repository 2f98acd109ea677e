//! The drill: a backup is really restored, into a place of its own beside the book, and compared with what it says of
//! itself and with the book. The place is taken away again.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::Origin;
use store::{Flaw, Key, Progress, Since, Tree};
use vault::VAULT_FILES;

use super::copy::{Copy, Source, files_of};
use super::found::{Drilled, Wrong};
use super::keeper::Work;
use super::ledger::Trouble;
use super::steps::Steps;
use super::weigh::{Turn, weigh};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::note;
use crate::rights::absent::Absent;

/// The newest backup there is: an archive that is still where it was written, else the newest snapshot.
pub fn newest(house: &House) -> Result<Option<Source>, Fault> {
    let ledger = house.backups.ledger();
    let there = ledger.saved.iter().rev().find(|one| one.path.is_file());
    if let Some(saved) = there {
        return Ok(Some(Source::File(saved.path.clone())));
    }
    let snapshots = house.store.snapshots()?;
    Ok(snapshots.first().map(|one| Source::Snapshot(one.seq)))
}

/// Restores a backup into a place of its own, and remembers what came of it. `go` hears how many entries came back, of
/// how many.
///
/// # Errors
/// [`FaultKind::Cancelled`], and when the disk has no room for a second book: neither says anything of the backup. A
/// backup that cannot be read is no error but a finding.
pub fn drill(
    house: &House,
    source: &Source,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<Drilled, Fault> {
    let work = house.backups.begin()?;
    let mut drilled = Drilled {
        at: house.clock.now(),
        name: match source {
            Source::File(path) => Some(crate::archive::name_of(path)),
            Source::Snapshot(_) => None,
        },
        made: None,
        records: 0,
        erased: 0,
        files: 0,
        since: None,
        wrong: Vec::new(),
    };
    let place = Place::new(house)?;
    match restored(house, &place, source, &work, go, &mut drilled) {
        Ok(()) => {}
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let trouble = Trouble::of(&fault, drilled.at, None);
            drilled.wrong.push(Wrong::Unread(trouble));
        }
        Err(fault) => return Err(fault),
    }
    house
        .backups
        .change(|ledger| ledger.drill = Some(drilled.clone()));
    Ok(drilled)
}

/// Where the second book is for a while: on the book's own disk, under the same rights.
struct Place(PathBuf);

impl Place {
    fn new(house: &House) -> Result<Self, Fault> {
        clear(&house.backups.folder);
        let place = Self(of(&house.backups.folder));
        fs::create_dir_all(&place.0).map_err(store::StoreError::from)?;
        Ok(place)
    }

    /// An empty book, as locked as the one that is backed up: nothing of a sealed book lies in clear, not even for a while.
    fn house(&self, house: &House) -> Result<House, Fault> {
        let failed =
            |detail: String| Fault::new(FaultKind::Failed, "error-drill").with("detail", detail);
        if house.key.is_some() {
            for name in VAULT_FILES {
                let from = house.backups.folder.join(name);
                if from.is_file() {
                    fs::copy(from, self.0.join(name)).map_err(|error| failed(error.to_string()))?;
                }
            }
        }
        let (language, origin) = (Some(house.words().language()), Origin::CommandLine);
        let opened = House::open(&self.0, house.clock, language, origin, house.key.clone());
        opened
            .map(|(there, _)| there)
            .map_err(|error| failed(error.to_string()))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

fn of(data: &Path) -> PathBuf {
    data.join("drill")
}

/// Takes away what a drill that was killed left in a data folder.
pub(super) fn clear(data: &Path) {
    remove(&of(data));
}

fn remove(place: &Path) {
    if let Err(error) = fs::remove_dir_all(place)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        log::warn!("{} stays: {error}", place.display());
    }
}

fn restored(
    house: &House,
    place: &Place,
    source: &Source,
    work: &Work<'_>,
    go: &mut dyn FnMut(u64, u64) -> Progress,
    drilled: &mut Drilled,
) -> Result<(), Fault> {
    let mut copy = Copy::open(house, source)?;
    drilled.made = Some(copy.at());
    let there = place.house(house)?;
    let mut steps = Steps::of(&copy, work, go);
    // What a restore leaves out does not come here either, not even for a while.
    let absent = copy.absent(house, &mut steps)?;
    drilled.erased = absent.at().len() as u64;
    let (content, files) = bring(&there, &mut copy, &absent, &mut steps)?;
    compare(house, &there, (&copy, &absent), &content, &files, drilled)?;
    against_book(house, &mut copy, &absent, drilled)?;
    steps.last()?;
    there.store.close()?;
    Ok(())
}

/// Restores all of it into the empty book; gives its fingerprint, and the attachments it speaks of.
fn bring(
    there: &House,
    copy: &mut Copy,
    absent: &Absent,
    steps: &mut Steps<'_>,
) -> Result<(String, BTreeSet<String>), Fault> {
    let mut files = there.store.attic().begin();
    copy.bring_files(&mut files, absent, &mut || steps.step())?;
    let mut spoken_of = BTreeSet::new();
    let note = note::of(there, "book-restored", &[]);
    let (content, _) = there.store.commit::<_, Fault>(note, |tx| {
        weigh(there, copy, absent, true, &mut |weighed| {
            steps.step()?;
            if let Some(line) = &weighed.line {
                spoken_of.extend(files_of(line)?);
            }
            match weighed.write {
                Some(write) => Ok(tx.write(write)?),
                None => Ok(()),
            }
        })
    })?;
    files.stay();
    Ok((content, spoken_of))
}

/// The restored book, held to what the backup says.
fn compare(
    house: &House,
    there: &House,
    (copy, absent): (&Copy, &Absent),
    content: &str,
    files: &BTreeSet<String>,
    drilled: &mut Drilled,
) -> Result<(), Fault> {
    let counted = counts(there)?;
    drilled.records = counted.values().sum();
    if there.store.content_hash()?.to_string() != content {
        drilled.wrong.push(Wrong::Content);
    }
    let said = copy.said().into_iter();
    let said: BTreeMap<String, u64> = said
        .map(|(noun, count)| {
            let comes = count.saturating_add_signed(absent.shift(&noun));
            (noun, comes)
        })
        .filter(|(_, comes)| *comes > 0)
        .collect();
    let nouns: BTreeSet<&String> = said.keys().chain(counted.keys()).collect();
    let other = nouns
        .into_iter()
        .filter(|noun| said.get(*noun) != counted.get(*noun))
        .count();
    // The attachments are looked at by themselves.
    let flaws = there.store.check()?.flaws;
    let flaws = flaws
        .iter()
        .filter(|flaw| !matches!(flaw, Flaw::Attic { .. }))
        .count();
    let attic = match copy {
        Copy::File(_) => there.store.attic(),
        // A snapshot leaves the attachments where they are, and a restore takes them from there.
        Copy::Snapshot(_) => house.store.attic(),
    };
    let whole = |one: &String| attic.is_whole(one) || there.store.attic().is_whole(one);
    let lost = files.iter().filter(|one| !whole(one)).count();
    drilled.files = (files.len() - lost) as u64;
    let found = [
        (other, Wrong::Counts as fn(u64) -> Wrong),
        (flaws, Wrong::Flaws),
        (lost, Wrong::Files),
    ];
    let bad = found.into_iter().filter(|(count, _)| *count > 0);
    drilled
        .wrong
        .extend(bad.map(|(count, wrong)| wrong(count as u64)));
    Ok(())
}

fn counts(there: &House) -> Result<BTreeMap<String, u64>, Fault> {
    let mut counts = BTreeMap::new();
    for tree in Tree::ALL {
        let mut count = 0;
        for key in there.store.keys_of(tree) {
            key?;
            count += 1;
        }
        if count > 0 {
            counts.insert(tree.name().to_owned(), count);
        }
    }
    Ok(counts)
}

/// The backup, held to the book as of then: what differs must have been touched since.
fn against_book(
    house: &House,
    copy: &mut Copy,
    absent: &Absent,
    drilled: &mut Drilled,
) -> Result<(), Fault> {
    const TOUCHED_MOST: usize = 100_000;
    let Some(seq) = seq_of(house, copy) else {
        return Ok(());
    };
    let mut moved: Vec<(Tree, Key)> = Vec::new();
    weigh(house, copy, absent, false, &mut |weighed| {
        let differs = matches!(weighed.turn, Turn::Back | Turn::Changes | Turn::Goes);
        moved.extend(
            weighed
                .key
                .filter(|_| differs)
                .map(|key| (weighed.tree, key)),
        );
        Ok(())
    })?;
    // Read after the walk, so that what was written meanwhile is in it.
    let Since::Known { touched, .. } = house.store.touched_since(seq, TOUCHED_MOST)? else {
        return Ok(());
    };
    let touched: HashSet<(Tree, Key)> = touched.iter().map(|one| (one.tree, one.key)).collect();
    let apart = moved.iter().filter(|one| !touched.contains(one)).count();
    drilled.since = Some((moved.len() - apart) as u64);
    if apart > 0 {
        drilled.wrong.push(Wrong::Apart(apart as u64));
    }
    Ok(())
}

/// The book's revision when the copy was made; nothing when it is not known to be of this book.
fn seq_of(house: &House, copy: &Copy) -> Option<u64> {
    match copy {
        Copy::Snapshot(snapshot) => Some(snapshot.manifest.seq),
        Copy::File(archive) => {
            let manifest = &archive.manifest;
            let ledger = house.backups.ledger();
            let own = ledger
                .saved
                .iter()
                .find(|one| one.content == manifest.content && one.seq <= house.store.last_seq());
            own.map(|one| one.seq)
        }
    }
}
