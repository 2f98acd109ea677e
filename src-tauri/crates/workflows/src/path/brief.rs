//! What one reads in ninety seconds before a touchpoint.

use domain::{Clock, Moment, Need, Owner, Phone, Promise, TouchpointId};

use super::call::whom;
use super::material::{self, From, Material, people, unmet};
use super::{Walked, walked};
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// Past touchpoints a brief shows.
const LAST: usize = 3;

/// What one reads before a touchpoint.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The touchpoint, with today's reason.
    pub seen: Seen,
    /// Their last open promise.
    pub theirs: Option<Promise>,
    /// Our open promises, by day.
    pub ours: Vec<Promise>,
    /// Needs still unclear, the latest first.
    pub needs: Vec<Need>,
    /// One thing that would astonish, or bring.
    pub astonish: Option<Material>,
    /// Everything a reason can be made of.
    pub material: Vec<Material>,
    /// People there nobody has met, by name.
    pub unmet: Vec<String>,
    /// The last touchpoints that took place, the latest first.
    pub last: Vec<Seen>,
    /// The clocks.
    pub clocks: Vec<Clock>,
    /// Whom one calls for it, and the number.
    pub call: Option<(String, Phone)>,
}

/// The brief of a touchpoint.
pub fn brief(house: &House, id: TouchpointId, occurrence: Option<Moment>) -> Result<Brief, Fault> {
    let seen = reads::seen(house, id, occurrence)?;
    of(house, seen)
}

pub(super) fn of(house: &House, seen: Seen) -> Result<Brief, Fault> {
    let Some(id) = seen.touchpoint.client else {
        return Ok(Brief {
            seen,
            theirs: None,
            ours: Vec::new(),
            needs: Vec::new(),
            astonish: None,
            material: Vec::new(),
            unmet: Vec::new(),
            last: Vec::new(),
            clocks: Vec::new(),
            call: None,
        });
    };
    let path = walked(house, id)?;
    let people = people(house, id)?;
    let call = whom(&seen.touchpoint, &path.client, &people);
    let unmet = unmet(house, &path, people);
    let material = material::of(house, &path, &unmet);
    let Walked {
        client,
        past,
        trail,
        ..
    } = path;
    let open = |owner| {
        let mut open: Vec<Promise> = client
            .promises
            .iter()
            .filter(|one| one.is_open() && one.owner == owner)
            .cloned()
            .collect();
        open.sort_by_key(|one| (one.due.is_none(), one.due));
        open
    };
    let first = |from| material.iter().find(|one| one.from == from).cloned();
    Ok(Brief {
        theirs: open(Owner::Them).into_iter().next(),
        ours: open(Owner::Us),
        needs: client
            .needs
            .iter()
            .rev()
            .filter(|one| one.is_open())
            .cloned()
            .collect(),
        astonish: first(From::Unseen).or_else(|| first(From::Step)),
        unmet,
        last: past
            .into_iter()
            .filter(|one| one.touchpoint.state == domain::State::Held)
            .take(LAST)
            .collect(),
        clocks: trail.clocks,
        call,
        material,
        seen,
    })
}
