//! Bringing an archive in: its attachments, then all its records in one write, or nothing.

use std::collections::BTreeSet;

use domain::Origin;
use store::{Against, Key, Progress, StoreError, Tree};

use super::look::{Look, Steps, absent, passed, readable};
use super::read::Archive;
use crate::done::{Done, Said};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::note;

/// Which records of an archive come in: the new ones, and of those that differ the ones that are asked for.
#[derive(Debug, Clone, Default)]
pub struct Take {
    /// Whether all that differ replace what is here.
    pub differing: bool,
    /// Of those that differ, these do.
    pub replacing: BTreeSet<(Tree, Key)>,
    /// These stay out.
    pub skip: BTreeSet<(Tree, Key)>,
}

/// Brings in an archive that was looked at: one step of undo. `go` hears how many entries are done, of how many, and
/// says whether to go on.
///
/// # Errors
/// [`FaultKind::Cancelled`] when `go` said so, and as [`super::look`]; nothing of it is there then.
pub fn bring_in(
    house: &House,
    look: &Look,
    take: &Take,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut archive = Archive::open(&look.path)?;
    if archive.print != look.print {
        // It is another file by now: what was shown is not what would come.
        return Err(Fault::invalid("error-import-gone"));
    }
    let mut files = house.store.attic().begin();
    match write(house, look, take, &mut archive, &mut files, go) {
        Ok((changed, seq)) => {
            files.stay();
            house.settle();
            let said = Said::new("said-archive-brought").with("count", changed);
            Done::of(house, said, None, seq)
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
    look: &Look,
    take: &Take,
    archive: &mut Archive,
    files: &mut store::NewFiles<'_>,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<(usize, u64), Fault> {
    let mut steps = Steps::of(archive, go);
    let absent = absent(house, archive, &mut steps)?;
    if absent.at() != look.erased {
        // Somebody was erased meanwhile: what was shown is not what would come.
        return Err(Fault::invalid("error-import-gone"));
    }
    for (address, bytes) in absent.made() {
        let kept = files.keep(address, &mut bytes.as_slice());
        kept.map_err(StoreError::from)?;
    }
    // The bytes are durable in the attic before any record speaks of them.
    for attached in archive.files.clone() {
        steps.step()?;
        if !attached.file.is_empty() && absent.wants(&attached.address) {
            archive.attachment(&attached, &mut |from| files.keep(&attached.address, from))?;
        }
    }
    let differing = if take.differing {
        look.counts.differs
    } else {
        take.replacing.len()
    };
    let count = (look.counts.new + differing).saturating_sub(take.skip.len());
    let name = archive.name.clone();
    let note = note::by(
        house,
        "archive-brought",
        &[("title", name.clone()), ("count", count.to_string())],
        Origin::Import,
    );
    let ((), receipt) = house.store.commit::<_, Fault>(note, |tx| {
        let mut bring = |read| {
            let Some(write) = readable(house, read, &name)? else {
                return Ok(());
            };
            let known = (write.tree(), write.key());
            let wanted = match house.store.against(&write)? {
                Against::New => true,
                Against::Same => false,
                Against::Differs if write.tree() == Tree::Erasure => false,
                Against::Differs => look.whole || take.differing || take.replacing.contains(&known),
            };
            if wanted && !take.skip.contains(&known) {
                tx.write(write)?;
            }
            Ok::<_, Fault>(())
        };
        archive.each_record(&mut |_, _, read| {
            steps.step()?;
            passed(house, &absent, read)?.map_or(Ok(()), &mut bring)
        })?;
        for file in absent.instead().values() {
            bring(Ok(file.clone()))?;
        }
        steps.last()
    })?;
    Ok((
        usize::try_from(receipt.changed).unwrap_or(usize::MAX),
        receipt.seq,
    ))
}
