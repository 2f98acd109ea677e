//! The hour a spring night skips: whoever asks for it is told what speaks against the hour clocks will show.

use chrono::{Duration, NaiveDateTime, NaiveTime};
use domain::{Hours, Settings, Slot, Zone};
use planner::{Level, Proposal, judge, weigh};
use proptest::collection::vec;
use proptest::prelude::*;

use super::given::{Block, HOME, VISIT, any_settings, any_takes, busy, days, on};
use super::model;

/// 28 March 2027, on which the clocks of Paris go from 2:00 to 3:00.
fn at(minute: i64) -> NaiveDateTime {
    on(2027, 3, 28, 0, 0) + Duration::minutes(minute)
}

/// Somebody who works that night.
fn by_night(settings: Settings) -> Settings {
    let mut hours = [None; 7];
    hours[6] = Some(Hours {
        from: NaiveTime::MIN,
        until: NaiveTime::MIN + Duration::hours(9),
    });
    Settings { hours, ..settings }
}

/// A block as its slot shows it.
fn shown(block: Block) -> Block {
    let minutes = (block.until - block.from).num_minutes() as u32;
    let span = Slot::timed(block.from, minutes, Zone::Iana(HOME)).span(HOME);
    let wall = |at| Zone::Floating.wall(at, HOME);
    Block::of((wall(span.start), wall(span.end)), block.takes)
}

fn any_block() -> impl Strategy<Value = Block> {
    let minute = prop_oneof![3 => 60_i64..240, 1 => 0_i64..500];
    (minute, 5_i64..150, any_takes())
        .prop_map(|(minute, length, takes)| Block::new(at(minute), length, takes))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_proposal_weighs_what_clocks_will_show_of_it(
        settings in any_settings(), blocks in vec(any_block(), 0..8), asked in any_block(),
    ) {
        let settings = by_night(settings);
        let busy = busy(&blocks);
        let verdict = weigh(asked.proposal(), days(&busy, &settings));
        let stands: Vec<Block> = blocks.iter().copied().map(shown).collect();
        let says = model::level(shown(asked).proposal(), &stands, &settings);
        prop_assert_eq!(verdict.level, says, "{:?}", verdict.rules);
    }

    #[test]
    fn no_place_is_suggested_that_clocks_would_show_on_something(
        settings in any_settings(), blocks in vec(any_block(), 0..12), asked in any_block(),
    ) {
        let settings = by_night(settings);
        let busy = busy(&blocks);
        let verdict = judge(asked.proposal(), days(&busy, &settings), at(0) - Duration::days(9));
        for near in &verdict.nearest {
            let again = asked.proposal().starting(*near);
            prop_assert_eq!(weigh(again, days(&busy, &settings)).level, Level::Free);
            let stands = shown(Block::of((again.from, again.until), again.takes));
            prop_assert!(!blocks.iter().any(|one| shown(*one).overlaps(&stands)), "at {}", near);
        }
    }
}

#[test]
fn half_past_two_that_night_is_half_past_three() {
    let settings = by_night(Settings::default());
    let busy = busy(&[Block::new(at(210), 30, VISIT)]);
    let asked = |minute, length| Proposal::new(at(minute), at(minute + length), VISIT);
    let level = |asked| weigh(asked, days(&busy, &settings)).level;
    assert_eq!(
        level(asked(150, 30)),
        Level::Refused,
        "somebody is met then"
    );
    assert_eq!(
        level(asked(90, 60)),
        Level::Tight,
        "it is over at 3:30, as the next begins, not at 2:30"
    );
    let whole = asked(150, 60).shown(HOME);
    assert_eq!(
        (whole.from, whole.until),
        (at(210), at(270)),
        "an hour is an hour"
    );
    assert_eq!(
        asked(60, 60).shown(HOME),
        asked(60, 120),
        "it ends at 2:00, which clocks show as 3:00"
    );
}
