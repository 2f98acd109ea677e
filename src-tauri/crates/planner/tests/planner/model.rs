//! A day minute by minute, written as unlike the planner as can be: an array, every place lunch could have, no cleverness.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{AirRules, Settings, Takes};
use planner::{Level, Proposal};

use super::given::{Block, VIDEO};

const DAY: usize = 24 * 60;

/// What the array says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Says {
    pub(crate) kept: u32,
    pub(crate) wanted: u32,
    pub(crate) eats: bool,
    pub(crate) fed: bool,
    pub(crate) video: u32,
    pub(crate) row: u32,
    pub(crate) over: u32,
}

/// Minutes of a day since its midnight, clipped to it.
fn minutes(date: NaiveDate, from: NaiveDateTime, until: NaiveDateTime) -> (usize, usize) {
    let midnight = date.and_time(NaiveTime::MIN);
    let clip = |at: NaiveDateTime| (at - midnight).num_minutes().clamp(0, DAY as i64) as usize;
    (clip(from), clip(until))
}

fn minute(time: NaiveTime) -> usize {
    (time - NaiveTime::MIN).num_minutes() as usize
}

/// The minutes of runs that are long enough.
fn air(free: &[bool], least: u32) -> u32 {
    let (mut sum, mut run) = (0, 0);
    for is_free in free.iter().chain(&[false]) {
        if *is_free {
            run += 1;
        } else {
            sum += if run >= least { run } else { 0 };
            run = 0;
        }
    }
    sum
}

fn without(free: &[bool], from: usize, until: usize) -> Vec<bool> {
    let mut free = free.to_vec();
    free[from..until].fill(false);
    free
}

/// The videos of every row: each one's minutes and the pause after it are painted, in halves of a minute so that what
/// begins when a pause ends stands apart.
fn rows(videos: &[(usize, usize)], pause: u32) -> Vec<u32> {
    let mut painted = vec![false; 2 * (DAY + pause as usize) + 2];
    for (from, until) in videos {
        let end = 2 * (until + pause as usize) - 1;
        painted[2 * from..end].fill(true);
    }
    let mut rows = Vec::new();
    for at in 0..painted.len() {
        if painted[at] && (at == 0 || !painted[at - 1]) {
            let end = at + painted[at..].iter().take_while(|half| **half).count();
            let begun = videos
                .iter()
                .filter(|(from, _)| (at..end).contains(&(2 * from)));
            rows.push(begun.count() as u32);
        }
    }
    rows
}

pub(crate) fn says(date: NaiveDate, blocks: &[Block], settings: &Settings) -> Says {
    let rules = settings.air;
    let here: Vec<Block> = blocks
        .iter()
        .filter(|one| one.touches(date))
        .copied()
        .collect();
    let hours = settings.open_on(date);
    let mut free = vec![false; DAY];
    if let Some(hours) = hours {
        free[minute(hours.from)..minute(hours.until)].fill(true);
    }
    for block in here.iter().filter(|one| one.takes != Takes::Air) {
        let wide = rules.buffers.of(block.takes);
        let before = chrono::Duration::minutes(wide.before.into());
        let after = chrono::Duration::minutes(wide.after.into());
        let (from, until) = minutes(date, block.from - before, block.until + after);
        free[from..until].fill(false);
    }
    let eats = hours.is_some_and(|hours| rules.eats(hours));
    let (opens, closes) = hours.map_or((0, 0), |hours| (minute(hours.from), minute(hours.until)));
    let (fed, kept) = kept(&free[opens..closes], opens, eats, &rules);
    let videos: Vec<(usize, usize)> = here
        .iter()
        .filter(|one| one.takes == VIDEO)
        .map(|one| minutes(date, one.from, one.until))
        .collect();
    let seen = (0..DAY).filter(|at| {
        videos
            .iter()
            .any(|(from, until)| (from..until).contains(&at))
    });
    let rows = rows(&videos, rules.pause);
    Says {
        kept,
        wanted: hours.map_or(0, |hours| rules.wanted(hours)),
        eats,
        fed,
        video: seen.count() as u32,
        row: rows.iter().copied().max().unwrap_or_default(),
        over: rows.iter().map(|row| row.saturating_sub(rules.row)).sum(),
    }
}

/// Of the minutes worked, which begin at `first`.
fn kept(free: &[bool], first: usize, eats: bool, rules: &AirRules) -> (bool, u32) {
    if !eats {
        return (false, air(free, rules.piece));
    }
    let opens = minute(rules.lunch.from) - first;
    let closes = minute(rules.lunch.until) - first;
    let length = rules.lunch.minutes as usize;
    let places = (opens..=closes - length).filter(|at| !free[*at..at + length].contains(&false));
    let best = places.map(|at| air(&without(free, at, at + length), rules.piece));
    match best.max() {
        Some(most) => (true, most),
        None => (false, air(&without(free, opens, closes), rules.piece)),
    }
}

/// How much speaks against a proposal.
pub(crate) fn level(proposal: Proposal, blocks: &[Block], settings: &Settings) -> Level {
    let new = Block::of((proposal.from, proposal.until), proposal.takes);
    let is_air = proposal.takes == Takes::Air;
    let lies = |one: &Block| one.overlaps(&new) && !(is_air && one.takes == Takes::Air);
    if blocks.iter().any(lies) || (!is_air && breaks_air(proposal, new, blocks, settings)) {
        return Level::Refused;
    }
    let worked = settings.open_on(new.from.date()).is_some_and(|hours| {
        let date = new.from.date();
        date.and_time(hours.from) <= new.from && new.until <= date.and_time(hours.until)
    });
    if !worked || blocks.iter().any(|one| are_close(one, &new, settings)) {
        return Level::Tight;
    }
    Level::Free
}

fn breaks_air(proposal: Proposal, new: Block, blocks: &[Block], settings: &Settings) -> bool {
    let stood = proposal
        .origin
        .map(|walls| Block::of(walls, proposal.takes));
    let now: Vec<Block> = blocks.iter().copied().chain(stood).collect();
    let then: Vec<Block> = blocks.iter().copied().chain([new]).collect();
    let rules = settings.air;
    let days = new
        .from
        .date()
        .iter_days()
        .take_while(|date| new.touches(*date));
    days.map(|date| (says(date, &now, settings), says(date, &then, settings)))
        .any(|(now, then)| {
            (then.kept < then.wanted && then.kept < now.kept)
                || (now.fed && !then.fed)
                || (then.video > rules.video && then.video > now.video)
                || then.over > now.over
        })
}

fn are_close(one: &Block, new: &Block, settings: &Settings) -> bool {
    let no_matter = |takes| matches!(takes, Takes::Air | Takes::Travel);
    if no_matter(one.takes) || no_matter(new.takes) || one.overlaps(new) {
        return false;
    }
    let (first, second) = if one.from < new.from {
        (one, new)
    } else {
        (new, one)
    };
    let buffers = settings.air.buffers;
    let clear = buffers
        .of(first.takes)
        .after
        .max(buffers.of(second.takes).before);
    (second.from - first.until).num_minutes() < i64::from(clear)
}
