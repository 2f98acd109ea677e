//! What went by while nobody could be told: one calm list, seen once.

use domain::{Moment, Presence, TouchpointId};

use super::book::{self, Book};
use super::write;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// What was missed and not seen yet, the latest first. It is what [`super::turn`] would find at this instant, whether
/// somebody called it already or not.
pub fn missed(house: &House) -> Result<Vec<Seen>, Fault> {
    let (now, settings) = (house.clock.now(), house.rules());
    if !settings.reminding.on {
        return Ok(Vec::new());
    }
    let mut book = Book::read(house, &settings)?;
    book.turn(&Presence::of(&settings, house.home()), now);
    let missed = book.kept.missed.iter().rev();
    Ok(missed.filter_map(|cue| book.seen(cue)).collect())
}

/// One of them was seen, or all.
pub fn seen(house: &House, which: Option<(TouchpointId, Option<Moment>)>) -> Result<(), Fault> {
    let _gate = house.gate();
    let (now, settings) = (house.clock.now(), house.rules());
    let cue = match which {
        None => None,
        Some((id, occurrence)) => {
            let seen = reads::seen(house, id, occurrence)?;
            Some(book::cue(house, &seen).ok_or_else(Fault::gone)?)
        }
    };
    let mut book = Book::read(house, &settings)?;
    let mut kept = book.kept.clone();
    book.turn(&Presence::of(&settings, house.home()), now);
    // What is due rings at the next turn: only what was missed is dealt with here.
    kept.missed = book.kept.missed;
    kept.put_off.retain(|one| !kept.missed.contains(&one.cue));
    kept.seen(cue.as_ref(), now);
    write(house, &kept)?;
    Ok(())
}

/// What rang went unheard: there was nowhere to say it.
pub fn unheard(house: &House, rings: &[Seen]) -> Result<(), Fault> {
    let _gate = house.gate();
    let mut kept = book::kept(house)?;
    for cue in rings.iter().filter_map(|one| book::cue(house, one)) {
        kept.unheard(cue);
    }
    write(house, &kept)?;
    Ok(())
}

/// From now on one wants to be reminded again: what went by meanwhile was not missed.
pub(crate) fn begin(house: &House) -> Result<(), Fault> {
    let mut kept = book::kept(house)?;
    kept.seen(None, house.clock.now());
    write(house, &kept)?;
    Ok(())
}
