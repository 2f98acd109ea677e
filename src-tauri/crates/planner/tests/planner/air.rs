//! The air of a day: it is what an array of minutes says, and nothing that is accepted takes it away unpaid.

use chrono::{Duration, NaiveDate};
use domain::{Settings, Takes};
use planner::{Level, Proposal, weigh};
use proptest::collection::vec;
use proptest::prelude::*;

use super::given::{
    Block, Given, OTHER, VIDEO, any_given, any_minutes, any_place, any_takes, ask, busy, days, on,
};
use super::model::{Says, says};

fn all(given: &Given, blocks: &[Block]) -> Vec<(NaiveDate, Says)> {
    let dates = given.first.iter_days().take(17);
    ask(blocks, &given.settings, |agenda| {
        dates
            .map(|date| {
                let breath = agenda.breath(date);
                let says = Says {
                    kept: breath.kept,
                    wanted: breath.wanted,
                    eats: breath.eats,
                    fed: breath.lunch.is_some(),
                    video: breath.video,
                    row: breath.row,
                    over: breath.over,
                };
                (date, says)
            })
            .collect()
    })
}

/// By how much a day breaks its rules, in the minutes that forcing owes; a row too long as one pause.
fn broken(says: &Says, settings: &Settings) -> [u32; 4] {
    let rules = settings.air;
    let hungry = if says.eats && !says.fed {
        rules.lunch.minutes
    } else {
        0
    };
    [
        says.wanted.saturating_sub(says.kept),
        hungry,
        says.video.saturating_sub(rules.video),
        says.over,
    ]
}

/// By how much more than it did before.
fn worse(before: &[(NaiveDate, Says)], after: &[(NaiveDate, Says)], settings: &Settings) -> u32 {
    let days = before.iter().zip(after);
    days.map(|((_, before), (_, after))| {
        let pairs = broken(after, settings)
            .into_iter()
            .zip(broken(before, settings));
        let mut more = pairs.map(|(after, before)| after.saturating_sub(before));
        let minutes: u32 = more.by_ref().take(3).sum();
        let rows = more.next().unwrap_or_default().min(1) * settings.air.pause;
        minutes + rows
    })
    .sum()
}

/// What a hand does next.
#[derive(Debug, Clone, Copy)]
struct Action {
    what: u8,
    which: usize,
    to: (u64, i64),
    minutes: i64,
    takes: Takes,
    force: bool,
}

fn any_action() -> impl Strategy<Value = Action> {
    let force = prop::bool::weighted(0.2);
    (
        0_u8..6,
        0_usize..64,
        any_place(),
        any_minutes(),
        any_takes(),
        force,
    )
        .prop_map(|(what, which, to, minutes, takes, force)| Action {
            what,
            which,
            to,
            minutes,
            takes,
            force,
        })
}

impl Action {
    /// The block it would set down, and which one it takes away first.
    fn asks(self, given: &Given, blocks: &[Block]) -> (Option<Block>, Option<usize>) {
        let which = (!blocks.is_empty()).then(|| self.which % blocks.len().max(1));
        let old = which.map(|which| blocks[which]);
        let to = given.at(self.to.0, self.to.1);
        match (self.what, old) {
            (0, Some(_)) => (None, which),
            (1, Some(old)) => (Some(Block::new(old.from, self.minutes, old.takes)), which),
            (2 | 3, Some(old)) => {
                let until = to + (old.until - old.from);
                (Some(Block::of((to, until), old.takes)), which)
            }
            _ => (Some(Block::new(to, self.minutes, self.takes)), None),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_day_breathes_as_its_minutes_say(given in any_given(24)) {
        // The crowded days; the others are those of an empty calendar, which the crowded ones contain.
        let found = all(&given, &given.blocks);
        for (date, found) in found.into_iter().skip(1).take(3) {
            prop_assert_eq!(found, says(date, &given.blocks, &given.settings), "on {}", date);
        }
    }

    #[test]
    fn what_is_accepted_keeps_every_rule_or_owes_for_it(
        given in any_given(24), actions in vec(any_action(), 1..8),
    ) {
        let settings = &given.settings;
        let mut blocks = given.blocks.clone();
        let begun = all(&given, &blocks);
        let (mut now, mut owed) = (begun.clone(), 0);
        for action in actions {
            let (new, old) = action.asks(&given, &blocks);
            let mut then = blocks.clone();
            let origin = old.map(|old| then.swap_remove(old)).map(|old| (old.from, old.until));
            let mut allowed = 0;
            if let Some(new) = new {
                let busy = busy(&then);
                let verdict = weigh(Proposal { origin, ..new.proposal() }, days(&busy, settings));
                let forced = verdict.level == Level::Refused;
                if forced && !action.force {
                    continue;
                }
                prop_assert!(forced || verdict.debt() == 0, "what nobody refuses owes nothing");
                allowed = verdict.debt();
                then.push(new);
            }
            let after = all(&given, &then);
            prop_assert!(worse(&now, &after, settings) <= allowed, "{:?} owes {}", action, allowed);
            owed += allowed;
            prop_assert!(worse(&begun, &after, settings) <= owed, "all of it owes {}", owed);
            (blocks, now) = (then, after);
        }
    }

    #[test]
    fn to_take_something_away_never_makes_a_day_worse(given in any_given(30), which in 0_usize..64) {
        prop_assume!(!given.blocks.is_empty());
        let mut fewer = given.blocks.clone();
        fewer.swap_remove(which % given.blocks.len());
        let (before, after) = (all(&given, &given.blocks), all(&given, &fewer));
        prop_assert_eq!(worse(&before, &after, &given.settings), 0);
        for ((date, before), (_, after)) in before.into_iter().zip(after) {
            prop_assert!(after.kept >= before.kept, "{} keeps no less", date);
            prop_assert!(after.video <= before.video && after.over <= before.over);
        }
    }

    #[test]
    fn air_takes_nothing_and_what_is_taken_back_leaves_no_trace(
        given in any_given(24), (day, minute) in any_place(), minutes in any_minutes(),
    ) {
        let before = all(&given, &given.blocks);
        let mut blocks = given.blocks.clone();
        blocks.push(Block::new(given.at(day, minute), minutes, Takes::Air));
        prop_assert_eq!(&all(&given, &blocks), &before, "air is what a day keeps anyhow");
        blocks.pop();
        blocks.insert(0, Block::new(given.at(day, minute), minutes, VIDEO));
        blocks.swap(0, given.blocks.len());
        blocks.pop();
        let dates: Vec<NaiveDate> = given.dates().collect();
        let whole = |blocks: &[Block]| ask(blocks, &given.settings, |agenda| {
            dates.iter().map(|date| agenda.breath(*date)).collect::<Vec<_>>()
        });
        prop_assert_eq!(whole(&blocks), whole(&given.blocks), "in whatever order things were read");
    }

    #[test]
    fn the_pieces_of_a_day_are_what_it_keeps_and_its_air_lies_in_them(given in any_given(30)) {
        let rules = given.settings.air;
        for date in given.dates() {
            let breath = ask(&given.blocks, &given.settings, |agenda| agenda.breath(date));
            let sum: u32 = breath.pieces.iter().map(|piece| piece.minutes()).sum();
            prop_assert_eq!(sum, breath.kept);
            prop_assert!(breath.pieces.iter().all(|piece| piece.minutes() >= rules.piece));
            prop_assert!(breath.pieces.is_sorted_by(|one, next| one.until <= next.from));
            let laid: u32 = breath.laid.iter().map(|piece| piece.minutes()).sum();
            let whole = breath.wanted.min(breath.kept);
            prop_assert!(laid == whole || breath.laid.is_empty() && breath.kept >= breath.wanted + 120);
            for laid in &breath.laid {
                let within = breath.pieces.iter().any(|one| one.from <= laid.from && laid.until <= one.until);
                prop_assert!(within, "{:?} is air", laid);
            }
            if let Some(lunch) = breath.lunch {
                let clear = breath.pieces.iter().all(|one| one.until <= lunch.from || lunch.until <= one.from);
                prop_assert!(clear && lunch.minutes() == rules.lunch.minutes, "lunch is set aside");
            }
        }
    }
}

#[test]
fn a_video_in_the_hour_that_comes_twice_still_counts() {
    let settings = Settings::default();
    // From 02:50, the first time, for twenty minutes: the clock shows 02:10 then.
    let mut one = busy(&[Block::new(on(2026, 10, 25, 2, 50), 10, VIDEO)]);
    one[0].span.end = one[0].span.start + Duration::minutes(20);
    let mut both = busy(&[Block::new(on(2026, 10, 25, 14, 0), 60, VIDEO)]);
    both.extend(one);
    let breath = planner::Agenda::of(days(&both, &settings)).breath(on(2026, 10, 25, 0, 0).date());
    assert_eq!(breath.video, 60, "nothing is taken from the other one");
    assert_eq!(breath.row, 1);
}

#[test]
fn a_lunch_that_is_forced_away_never_makes_a_day_look_airier() {
    let settings = Settings::default();
    let day = |hour, minute| on(2026, 11, 26, hour, minute);
    // Free from 12:00 to 13:00 only: lunch, and a quarter of an hour.
    let mut blocks = vec![
        Block::of((day(9, 0), day(12, 0)), Takes::Work),
        Block::of((day(13, 0), day(18, 0)), Takes::Work),
    ];
    let kept = |blocks: &[Block]| {
        ask(blocks, &settings, |agenda| {
            agenda.breath(day(0, 0).date()).kept
        })
    };
    assert_eq!(kept(&blocks), 15);
    blocks.push(Block::new(day(12, 20), 20, OTHER));
    assert_eq!(kept(&blocks), 0, "what is left of lunchtime is eaten in");
}
