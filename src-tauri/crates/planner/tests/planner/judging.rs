//! What a proposal is told: as an array of minutes says, with the nearest places that brute force finds.

use chrono::{Duration, NaiveDateTime};
use domain::Takes;
use planner::{Level, Proposal, Rule, judge, weigh};
use proptest::prelude::*;

use super::given::{
    Block, Given, any_given, any_minutes, any_place, any_takes, busy, days, is_breathable,
    is_on_laid, starts,
};
use super::model;

/// The nearest places as the word is explained: a day counts as two hours, the same day first, then the earlier one.
fn nearest(proposal: Proposal, given: &Given, now: NaiveDateTime) -> Vec<NaiveDateTime> {
    let (asked, length) = (proposal.from, proposal.until - proposal.from);
    let mut all: Vec<NaiveDateTime> = (-7..=7)
        .flat_map(|day| {
            starts(
                (asked + Duration::days(day)).date(),
                length,
                &given.settings,
            )
        })
        .filter(|start| *start >= now && *start != asked)
        .collect();
    let far = |start: &NaiveDateTime| {
        let days = (start.date() - asked.date()).num_days().abs();
        120 * days + (start.time() - asked.time()).num_minutes().abs()
    };
    all.sort_by_key(|start| (*start, far(start)));
    all.sort_by_key(|start| (far(start), (start.date() - asked.date()).num_days().abs()));
    let mut found: Vec<NaiveDateTime> = Vec::new();
    for start in all {
        let apart = found.iter().all(|other| (*other - start).abs() >= length);
        if apart && is_breathable(proposal.starting(start), &given.blocks, &given.settings) {
            found.push(start);
        }
        if found.len() == 3 {
            break;
        }
    }
    found
}

fn any_proposal() -> impl Strategy<Value = ((u64, i64), i64, Takes, bool)> {
    (any_place(), any_minutes(), any_takes(), any::<bool>())
}

/// Something new, or the first block of a calendar on its way somewhere else.
fn proposed(given: &mut Given, asked: ((u64, i64), i64, Takes, bool)) -> Proposal {
    let ((day, minute), minutes, takes, moves) = asked;
    let to = given.at(day, minute);
    if !moves || given.blocks.is_empty() {
        return Block::new(to, minutes, takes).proposal();
    }
    let block = given.blocks.remove(0);
    Proposal {
        origin: Some((block.from, block.until)),
        ..block.proposal().starting(to)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_proposal_weighs_what_the_minutes_say(
        mut given in any_given(16), asked in any_proposal(),
    ) {
        let proposal = proposed(&mut given, asked);
        let busy = busy(&given.blocks);
        let verdict = weigh(proposal, days(&busy, &given.settings));
        let says = model::level(proposal, &given.blocks, &given.settings);
        prop_assert_eq!(verdict.level, says, "{:?}", verdict.rules);
        prop_assert!(verdict.rules.is_sorted_by_key(|rule| std::cmp::Reverse(rule.level())));
        let heaviest = verdict.rules.iter().map(Rule::level).max();
        prop_assert_eq!(heaviest.unwrap_or(Level::Free), verdict.level);
    }

    #[test]
    fn no_suggestion_takes_air_or_speaks_against_itself(
        mut given in any_given(40), asked in any_proposal(), now in any_place(),
    ) {
        let proposal = proposed(&mut given, asked);
        let (busy, now) = (busy(&given.blocks), given.at(now.0, now.1) - Duration::days(5));
        let days = days(&busy, &given.settings);
        let verdict = judge(proposal, days, now);
        prop_assert!(verdict.nearest.len() <= 3);
        prop_assert_eq!(verdict.rules.is_empty(), verdict.level == Level::Free);
        prop_assert!(!verdict.rules.is_empty() || verdict.nearest.is_empty(), "nothing is wrong");
        for near in &verdict.nearest {
            let again = proposal.starting(*near);
            let block = Block::of((again.from, again.until), again.takes);
            prop_assert_eq!(weigh(again, days).level, Level::Free, "it would be refused itself");
            prop_assert!(!given.blocks.iter().any(|one| one.overlaps(&block)), "air or not");
            prop_assert!(!is_on_laid(&block, &busy, &given.settings), "the day's air lies there");
            prop_assert!(*near >= now && *near != proposal.from);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn the_nearest_places_are_those_brute_force_finds(
        mut given in any_given(20), asked in any_proposal(), now in any_place(),
    ) {
        let proposal = proposed(&mut given, asked);
        let (busy, now) = (busy(&given.blocks), given.at(now.0, now.1) - Duration::days(5));
        let verdict = judge(proposal, days(&busy, &given.settings), now);
        if verdict.level != Level::Free {
            prop_assert_eq!(verdict.nearest, nearest(proposal, &given, now));
        }
    }
}
