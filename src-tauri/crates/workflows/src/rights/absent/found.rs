//! Reading a copy for those who stay away from it: their records, what they alone are found by, and the files they came in.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use domain::{
    Apart, Client, Contact, ContactId, Erasure, Merge, Merged, SourceFile, SourceId, Touchpoint,
    TouchpointId,
};
use exchange::Stretch;
use store::{Key, Tree};

use super::super::files::{self, Moved, Rewritten, cards_of};
use super::super::named::Named;
use super::super::share_with_house;
use super::{Absent, Lines, read};
use crate::fault::Fault;
use crate::house::House;

impl Absent {
    /// Finds their records in the copy, by whose erasure each was.
    pub(super) fn find(
        &mut self,
        house: &House,
        erasures: &[Erasure],
        copy: &mut dyn Lines,
        step: &mut dyn FnMut() -> Result<(), Fault>,
    ) -> Result<BTreeMap<usize, Vec<Contact>>, Fault> {
        let mut sides: BTreeMap<usize, Vec<Contact>> = BTreeMap::new();
        let whose = |key: Key| erasures.iter().position(|one| one.knows(key));
        let is_here = |key: Key| house.store.get::<Contact>(key).map(|one| one.is_some());
        copy.each_line(house, &mut |line| {
            step()?;
            let (tree, key) = (line.tree(), line.key()?);
            match tree {
                Tree::Contact => {
                    // Who is in the book now is there because somebody wanted it since.
                    if let Some(whose) = whose(key)
                        && !is_here(key)?
                    {
                        self.gone.insert((tree, key));
                        sides.entry(whose).or_default().extend(read(house, &line)?);
                    }
                }
                Tree::Merge => {
                    let Some(merge) = read::<Merge>(house, &line)? else {
                        return Ok(());
                    };
                    let Merged::Contacts { kept, gone, made } = merge.of else {
                        return Ok(());
                    };
                    let all = [*kept, *gone, *made];
                    for one in &all {
                        let own = one.id.to_bytes();
                        if let Some(whose) = whose(own)
                            && !is_here(own)?
                        {
                            self.gone.insert((tree, key));
                            sides.entry(whose).or_default().extend(all.clone());
                            break;
                        }
                    }
                }
                Tree::Apart => {
                    if let Some(apart) = read::<Apart>(house, &line)?
                        && apart.pair.iter().any(|side| whose(*side).is_some())
                    {
                        self.gone.insert((tree, key));
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        self.at = sides.keys().map(|whose| erasures[*whose].at).collect();
        self.at.sort_unstable();
        Ok(sides)
    }

    /// What others of the copy share with them is not theirs alone; and who knows which file by its bytes.
    pub(super) fn read(
        &mut self,
        house: &House,
        copy: &mut dyn Lines,
        step: &mut dyn FnMut() -> Result<(), Fault>,
    ) -> Result<Held, Fault> {
        let mut held = Held::default();
        copy.each_line(house, &mut |line| {
            step()?;
            let (tree, key) = (line.tree(), line.key()?);
            if self.gone.contains(&(tree, key)) {
                *self.shift.entry(tree.name()).or_default() -= 1;
                return Ok(());
            }
            match tree {
                Tree::Source => {
                    held.sources.extend(read::<SourceFile>(house, &line)?);
                    return Ok(());
                }
                Tree::Contact => {
                    if let Some(one) = read::<Contact>(house, &line)? {
                        let other = Named::of([&one]);
                        let people = self.people.iter_mut();
                        people.for_each(|person| person.share_with(&other));
                        held.contact(&one);
                    }
                }
                Tree::Client => {
                    if let Some(one) = read::<Client>(house, &line)? {
                        let people = self.people.iter_mut();
                        people.for_each(|person| share_with_house(person, &one));
                    }
                }
                Tree::Touchpoint => {
                    if let Some(one) = read::<Touchpoint>(house, &line)?
                        && let Some(file) = one.source.file
                    {
                        held.touchpoints
                            .entry(file)
                            .or_default()
                            .push(files::moved(&one));
                    }
                }
                _ => {}
            }
            line.files(&mut |address, _| {
                self.spoken.insert(address.to_owned());
            })?;
            Ok(())
        })?;
        Ok(held)
    }

    /// The files of the copy without them, and who is led there.
    pub(super) fn rewrite(
        &mut self,
        house: &House,
        copy: &mut dyn Lines,
        sides: &BTreeMap<usize, Vec<Contact>>,
        mut held: Held,
    ) -> Result<(), Fault> {
        let known: HashSet<SourceId> = held.sources.iter().map(|one| one.id).collect();
        for source in std::mem::take(&mut held.sources) {
            let (file, blob) = (source.id, source.blob.clone());
            let others = (
                held.cards.remove(&file).unwrap_or_default(),
                held.touchpoints.remove(&file).unwrap_or_default(),
            );
            let rewritten = copy.bytes(house, &blob)?.and_then(|bytes| {
                let mut gone: Vec<Stretch> = sides
                    .values()
                    .flatten()
                    .flat_map(|side| files::stretches(side, file))
                    .collect();
                gone.sort_unstable();
                gone.dedup();
                files::without_them(source, bytes, &gone, others, &self.nameless())
            });
            match rewritten {
                Some(rewritten) => self.lead(house, &rewritten, &known)?,
                None => {
                    self.spoken.insert(blob);
                }
            }
        }
        Ok(())
    }

    fn lead(
        &mut self,
        house: &House,
        file: &Rewritten,
        known: &HashSet<SourceId>,
    ) -> Result<(), Fault> {
        let sources = Tree::Source;
        let now = file.now();
        if now.is_none_or(|(now, _)| now.id != file.from()) {
            self.gone.insert((sources, file.from().to_bytes()));
            *self.shift.entry(sources.name()).or_default() -= 1;
        }
        let Some((now, bytes)) = now else {
            return Ok(());
        };
        for card in &file.contacts {
            self.cards.insert((card.id, card.nth), (now.id, card.place));
        }
        for one in &file.touchpoints {
            self.touchpoints.insert(one.id, (now.id, one.place));
        }
        self.spoken.insert(now.blob.clone());
        self.made.insert(now.blob.clone(), bytes.to_vec());
        let line = house.store.line_of(now, None)?;
        if now.id == file.from() {
            self.renamed.insert(now.id.to_bytes(), line);
        } else if !known.contains(&now.id)
            && self.rewritten.insert(now.id.to_bytes(), line).is_none()
        {
            *self.shift.entry(sources.name()).or_default() += 1;
        }
        Ok(())
    }
}

/// Who of a copy knows which file by its bytes.
#[derive(Default)]
pub(super) struct Held {
    sources: Vec<SourceFile>,
    cards: HashMap<SourceId, Vec<Moved<ContactId>>>,
    touchpoints: HashMap<SourceId, Vec<Moved<TouchpointId>>>,
}

impl Held {
    fn contact(&mut self, one: &Contact) {
        let files: BTreeSet<SourceId> = one.sources.iter().map(|source| source.file).collect();
        for file in files {
            let own = self.cards.entry(file).or_default();
            own.extend(cards_of(one, file));
        }
    }
}
