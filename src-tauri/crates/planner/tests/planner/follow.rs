//! What hangs on a meeting goes with it, as little as can be, and never over anything.

use chrono::{Duration, NaiveDateTime};
use domain::{Settings, Takes};
use planner::{Follow, Hangs, Rule, Satellite, follows_within};
use proptest::prelude::*;

use super::given::{Block, Given, OTHER, VIDEO, is_breathable, on, starts};
use super::model::says;
use super::moved::{Moved, any_moved, block, is_out_of_order, went};

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 50_000, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn to_follow_again_changes_nothing_and_a_move_of_nothing_moves_nothing(moved in any_moved(24)) {
        let still = |answers: Vec<Follow>, satellites: &[Satellite], meeting: Block| {
            let mut pairs = satellites.iter().zip(answers);
            pairs.all(|(one, answer)| answer == Follow::Stays || is_out_of_order(one, meeting))
        };
        let (was, to) = (moved.was, moved.to);
        prop_assert!(still(moved.to_from(was, was, &moved.satellites), &moved.satellites, was));
        let answers = moved.answers();
        prop_assert_eq!(&moved.answers(), &answers);
        let after = moved.after(&answers);
        prop_assert!(still(moved.to_from(to, to, &after), &after, to));
        for (one, answer) in after.iter().zip(&answers) {
            let over = one.until <= moved.now || matches!(answer, Follow::Stuck(_));
            prop_assert!(over || !is_out_of_order(one, to), "it was put in order");
        }
    }

    #[test]
    fn nothing_goes_over_anything_and_all_of_it_is_in_time(moved in any_moved(40)) {
        let answers = moved.answers();
        let after = moved.after(&answers);
        for (at, (one, answer)) in after.iter().zip(&answers).enumerate() {
            let (hangs, mine) = (one.hangs, block(one));
            if !matches!(answer, Follow::Goes { .. }) {
                continue;
            }
            let others = after.iter().enumerate().filter(|(other, _)| *other != at);
            let others = others.map(|(_, other)| block(other)).chain([moved.to]);
            let taken: Vec<Block> = others.chain(moved.given.blocks.iter().copied()).collect();
            if Moved::is_solved(&answers) {
                prop_assert!(!taken.iter().any(|other| other.overlaps(&mine)), "{:?}", mine);
            }
            match hangs {
                Hangs::Fast => prop_assert_eq!(one.from, moved.wanted(&moved.satellites[at]).0),
                Hangs::Before => prop_assert!(one.until <= moved.to.from),
                Hangs::Between { after } => {
                    prop_assert!(one.until + Duration::hours(2) <= moved.to.from);
                    prop_assert!(after.is_none_or(|after| after <= one.from));
                }
            }
            prop_assert!(hangs == Hangs::Fast || one.from >= moved.now, "nothing is put in the past");
        }
    }

    #[test]
    fn what_keeps_its_distance_comes_back_to_where_it_was(moved in any_moved(16)) {
        let there = moved.answers();
        prop_assume!(Moved::is_solved(&there));
        let after = moved.after(&there);
        let back = moved.to_from(moved.to, moved.was, &after);
        prop_assume!(Moved::is_solved(&back));
        for (at, one) in moved.satellites.iter().enumerate() {
            if one.hangs == Hangs::Fast {
                prop_assert_eq!(went(after[at], &back[at]), *one);
            }
        }
    }

    #[test]
    fn a_day_that_is_followed_onto_is_never_worse_for_it(moved in any_moved(30)) {
        let answers = moved.answers();
        prop_assume!(Moved::is_solved(&answers));
        let settings = &moved.given.settings;
        let with = |meeting: Block, satellites: &[Satellite]| {
            let hung = satellites.iter().map(block).chain([meeting]);
            hung.chain(moved.given.blocks.iter().copied()).collect::<Vec<_>>()
        };
        let after = moved.after(&answers);
        let (first, then) = (with(moved.was, &moved.satellites), with(moved.to, &after));
        let alone = with(moved.to, &[]);
        for (one, answer) in after.iter().zip(&answers) {
            if !matches!(answer, Follow::Goes { .. }) {
                continue;
            }
            let date = one.from.date();
            let day = |blocks: &[Block]| says(date, blocks, settings);
            let (first, then, alone) = (day(&first), day(&then), day(&alone));
            // What the meeting itself does to the day is judged where the meeting is.
            let kept = first.kept.min(alone.kept);
            let short = then.kept < then.wanted && then.kept < kept;
            let stayed = after.iter().zip(&answers).any(|(other, answer)| {
                *answer == Follow::Stays && block(other).touches(date)
            });
            prop_assert!(!short || stayed, "{} keeps {} of {}", date, then.kept, kept);
            prop_assert!(stayed || then.fed || !first.fed || !alone.fed, "nobody eats on {}", date);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 50_000, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nothing_nearer_would_have_done(mut moved in any_moved(16)) {
        moved.satellites.truncate(1);
        let Some(one) = moved.satellites.first().copied() else { return Ok(()); };
        let answers = moved.answers();
        prop_assume!(one.hangs != Hangs::Fast && answers[0] != Follow::Stays);
        let (wanted, latest) = moved.wanted(&one);
        let (first, last) = follows_within(
            (moved.was.from, moved.was.until), (moved.to.from, moved.to.until), &[one],
        );
        let earliest = match one.hangs {
            Hangs::Between { after } => after,
            Hangs::Fast | Hangs::Before => None,
        };
        let (length, settings) = (one.until - one.from, &moved.given.settings);
        let mut taken = moved.given.blocks.clone();
        taken.push(moved.to);
        let dates = first.iter_days().take_while(|date| *date <= last);
        let found = dates
            .flat_map(|date| starts(date, length, settings))
            .filter(|start| *start >= moved.now && *start + length <= latest)
            .filter(|start| earliest.is_none_or(|earliest| *start >= earliest))
            .filter(|start| {
                let there = Block::of((*start, *start + length), one.takes);
                is_breathable(there.proposal(), &taken, settings)
            })
            .map(|start| (start - wanted).abs())
            .min();
        match &answers[0] {
            Follow::Goes { from, .. } => {
                let moved_by = (*from - wanted).abs();
                prop_assert!(found.is_none_or(|found| moved_by <= found), "{:?} {:?}", from, found);
            }
            Follow::Stuck(_) => prop_assert_eq!(found, None, "brute force finds a place"),
            Follow::Stays => {}
        }
    }
}

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    on(2026, 11, day, hour, minute)
}

#[test]
fn the_way_is_stuck_where_it_would_take_lunch() {
    let given = Given {
        settings: Settings::default(),
        first: at(16, 0, 0).date(),
        blocks: vec![Block::of((at(26, 9, 0), at(26, 12, 0)), OTHER)],
    };
    let way = |from, until| Satellite {
        from,
        until,
        takes: Takes::Travel,
        hangs: Hangs::Fast,
    };
    let moved = Moved {
        given,
        was: Block::of((at(25, 15, 0), at(25, 16, 0)), OTHER),
        to: Block::of((at(26, 14, 0), at(26, 15, 0)), OTHER),
        satellites: vec![way(at(25, 13, 30), at(25, 15, 0))],
        now: at(24, 9, 12),
    };
    assert!(
        matches!(&moved.answers()[..], [Follow::Stuck(rules)] if matches!(rules[..], [Rule::Lunch { .. }])),
        "{:?}",
        moved.answers()
    );
}

#[test]
fn work_goes_after_an_earlier_meeting_that_moved_though_its_own_did_not() {
    let stands = Block::of((at(27, 15, 0), at(27, 16, 0)), VIDEO);
    let work = Satellite {
        from: at(25, 9, 0),
        until: at(25, 10, 0),
        takes: Takes::Work,
        hangs: Hangs::Between {
            after: Some(at(26, 11, 0)),
        },
    };
    let moved = Moved {
        given: Given {
            settings: Settings::default(),
            first: at(16, 0, 0).date(),
            blocks: vec![],
        },
        was: stands,
        to: stands,
        satellites: vec![work],
        now: at(24, 9, 12),
    };
    let goes = Follow::Goes {
        from: at(26, 11, 0),
        until: at(26, 12, 0),
    };
    assert_eq!(moved.answers(), vec![goes]);
}

#[test]
fn two_pieces_of_work_keep_their_order_when_they_are_pushed_back() {
    let work = |from, until| Satellite {
        from,
        until,
        takes: Takes::Work,
        hangs: Hangs::Between { after: None },
    };
    let moved = Moved {
        given: Given {
            settings: Settings::default(),
            first: at(16, 0, 0).date(),
            blocks: vec![],
        },
        was: Block::of((at(27, 15, 0), at(27, 16, 0)), VIDEO),
        to: Block::of((at(26, 11, 0), at(26, 11, 30)), VIDEO),
        satellites: vec![
            work(at(27, 9, 0), at(27, 10, 0)),
            work(at(27, 10, 0), at(27, 11, 0)),
        ],
        now: at(24, 9, 12),
    };
    let after = moved.after(&moved.answers());
    assert!(after[0].until <= after[1].from, "{after:?}");
    assert!(after[1].until <= at(26, 9, 0));
}
