//! The concluding meeting: on the day the law of working days says, where brute force would put it.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::{Takes, Workdays};
use planner::{Between, Bridge, Conclude, Impossible, Level, conclude, weigh};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::given::{
    Block, Given, OTHER, PHONE, VIDEO, VISIT, any_given, ask, busy, days, is_breathable,
    is_on_laid, starts,
};

/// What is asked, without its borrowed parts.
#[derive(Debug, Clone)]
pub(crate) struct Asks {
    pub(crate) met: Block,
    pub(crate) after: i32,
    pub(crate) work: Vec<u32>,
    pub(crate) now: NaiveDateTime,
}

pub(crate) fn concluded(given: &Given, asks: &Asks) -> Result<Bridge, Impossible> {
    let workdays = Workdays::from(&given.settings);
    let hour = |date: NaiveDate| date.and_time(asks.met.from.time());
    let ask_for = Conclude {
        met: (asks.met.from, asks.met.until),
        confidential: false,
        takes: asks.met.takes,
        hour: &hour,
        after: asks.after,
        workdays: &workdays,
        work: &asks.work,
    };
    ask(&given.blocks, &given.settings, |agenda| {
        conclude(ask_for, agenda, asks.now)
    })
}

/// The same by looking at every quarter of an hour there is: the work first, each piece at the first place; then the
/// meeting, the nearest to its hour, the later of two.
fn brute(given: &Given, asks: &Asks, after: i32) -> Option<Bridge> {
    let (settings, met) = (&given.settings, asks.met);
    let workdays = Workdays::from(settings);
    let date = workdays.add(met.from.date(), after)?;
    let mut blocks = given.blocks.clone();
    let mut work = Vec::new();
    let mut ready = met.until.max(asks.now);
    for minutes in &asks.work {
        let length = Duration::minutes((*minutes).into());
        let mut all = Vec::new();
        let mut day = ready.date();
        while day <= date {
            if workdays.is_worked(day) {
                all.extend(starts(day, length, settings));
            }
            day += Duration::days(1);
        }
        let piece = |start: &NaiveDateTime| Block::new(*start, (*minutes).into(), Takes::Work);
        let start = all.into_iter().find(|start| {
            *start >= ready && is_breathable(piece(start).proposal(), &blocks, settings)
        })?;
        blocks.push(piece(&start));
        ready = start + length;
        work.push(Between {
            from: start,
            until: ready,
        });
    }
    if !work.is_empty() {
        ready += Duration::hours(2);
    }
    let length = met.until - met.from;
    let hour = date.and_time(met.from.time());
    let mut all = starts(date, length, settings);
    all.push(hour);
    all.retain(|start| {
        let block = Block::of((*start, *start + length), met.takes);
        *start >= ready && is_breathable(block.proposal(), &blocks, settings)
    });
    let nearest = all.iter().map(|start| (*start - hour).abs()).min()?;
    let start = all
        .into_iter()
        .filter(|start| (*start - hour).abs() == nearest)
        .max()?;
    Some(Bridge {
        at: (start, start + length),
        after,
        same_hour: start == hour,
        work,
    })
}

prop_compose! {
    fn any_asks()(
        minute in prop_oneof![4 => (36_i64..70).prop_map(|at| at * 15), 1 => 540_i64..1050],
        length in select(vec![25_i64, 30, 45, 60, 90]),
        takes in select(vec![VIDEO, PHONE, VISIT, OTHER]),
        after in 1_i32..5,
        work in vec(select(vec![15_u32, 30, 60, 90, 150]), 0..4),
        later in -600_i64..4000,
        day in 0_u64..4,
    ) -> (u64, i64, i64, Takes, i32, Vec<u32>, i64) {
        (day, minute, length, takes, after, work, later)
    }
}

fn asked(given: &Given, raw: (u64, i64, i64, Takes, i32, Vec<u32>, i64)) -> Asks {
    let (day, minute, length, takes, after, work, later) = raw;
    let met = Block::new(given.at(day, minute), length, takes);
    Asks {
        met,
        after,
        work,
        now: met.until + Duration::minutes(later),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_concluding_meeting_keeps_every_rule_and_its_work_comes_before(
        given in any_given(40), raw in any_asks(),
    ) {
        let asks = asked(&given, raw);
        let workdays = Workdays::from(&given.settings);
        let day = |after| workdays.add(asks.met.from.date(), after);
        let bridge = match concluded(&given, &asks) {
            Ok(bridge) => {
                prop_assert_eq!(bridge.after, asks.after);
                bridge
            }
            Err(why) => {
                prop_assert_eq!(why.on, day(asks.after));
                let over = asks.now.date() >= why.on.expect("some day is worked");
                prop_assert!(over || why.work.is_some() || !why.rules.is_empty(), "it says why");
                prop_assume!(why.instead.is_some());
                let bridge = why.instead.expect("there is one");
                prop_assert!(bridge.after > asks.after);
                bridge
            }
        };
        prop_assert_eq!(Some(bridge.at.0.date()), day(bridge.after));
        prop_assert_eq!(bridge.work.len(), asks.work.len());
        let mut blocks = given.blocks.clone();
        let mut last = asks.met.until.max(asks.now);
        let work = bridge.work.iter().map(|one| Block::of((one.from, one.until), Takes::Work));
        for block in work.chain([Block::of(bridge.at, asks.met.takes)]) {
            let busy = busy(&blocks);
            let verdict = weigh(block.proposal(), days(&busy, &given.settings));
            prop_assert_eq!(verdict.level, Level::Free, "{:?} {:?}", block, verdict.rules);
            prop_assert!(!blocks.iter().any(|one| one.overlaps(&block)), "air or not");
            prop_assert!(!is_on_laid(&block, &busy, &given.settings), "the day's air lies there");
            prop_assert!(block.from >= last && workdays.is_worked(block.from.date()));
            last = block.until;
            blocks.push(block);
        }
        let done = bridge.work.last().map(|one| one.until + Duration::hours(2));
        prop_assert!(done.is_none_or(|done| done <= bridge.at.0), "done two hours before");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn it_stands_where_brute_force_puts_it_and_nowhere_when_there_is_no_place(
        given in any_given(20), raw in any_asks(),
    ) {
        let asks = asked(&given, raw);
        match concluded(&given, &asks) {
            Ok(bridge) => prop_assert_eq!(Some(bridge), brute(&given, &asks, asks.after)),
            Err(why) => {
                prop_assert_eq!(brute(&given, &asks, asks.after), None);
                let instead = (1..=10).find_map(|more| brute(&given, &asks, asks.after + more));
                prop_assert_eq!(why.instead, instead, "the first later day it is possible on");
            }
        }
    }
}
