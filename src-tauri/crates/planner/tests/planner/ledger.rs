//! What is owed, and what pays it back.

use chrono::{Duration, NaiveDate};
use domain::{Settings, Takes};
use planner::{DayOwed, Ledger, ledger, repay};
use proptest::prelude::*;

use super::given::{Block, Given, OTHER, VISIT, any_given, any_place, ask, on};

fn owes(given: &Given, blocks: &[Block], week: &[NaiveDate], minutes: u32) -> Ledger {
    let owed = vec![DayOwed {
        date: week[0],
        minutes,
    }];
    ask(blocks, &given.settings, |agenda| ledger(week, owed, agenda))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn what_is_proposed_pays_its_minutes_and_lies_on_nothing(
        given in any_given(30), owed in 1_u32..400, now in any_place(),
    ) {
        let week: Vec<NaiveDate> = given.dates().take(7).collect();
        let now = given.at(now.0 / 3, now.1);
        let least = given.settings.air.piece;
        let mut blocks = given.blocks.clone();
        let mut before = owes(&given, &blocks, &week, owed);
        for _ in 0..4 {
            let left = before.left;
            let said = ask(&blocks, &given.settings, |agenda| repay(&week, left, agenda, now));
            let Some((start, minutes)) = said else { break; };
            if left == 0 { break; }
            let laid = Block::new(start, minutes.into(), Takes::Air);
            prop_assert!(start >= now && week.contains(&start.date()));
            prop_assert!(minutes >= least && minutes <= left.max(least), "{} of {}", minutes, left);
            prop_assert!(!blocks.iter().any(|one| one.overlaps(&laid)), "nothing stands there");
            let breath = ask(&blocks, &given.settings, |agenda| agenda.breath(start.date()));
            let minute = (start - start.date().and_time(chrono::NaiveTime::MIN)).num_minutes();
            let (from, until) = (minute as u32, minute as u32 + minutes);
            let air = breath.pieces.iter().any(|piece| piece.from <= from && until <= piece.until);
            prop_assert!(air, "it is air: neither lunch nor a buffer");
            blocks.push(laid);
            let after = owes(&given, &blocks, &week, owed);
            prop_assert_eq!(after.left, left.saturating_sub(minutes));
            prop_assert_eq!(after.repaid, before.repaid + minutes);
            before = after;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 50_000, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn nothing_is_proposed_only_where_no_day_has_any_to_give(
        given in any_given(60), owed in 300_u32..1_000, now in any_place(),
    ) {
        let week: Vec<NaiveDate> = given.dates().take(5).collect();
        let now = given.at(now.0 / 3, now.1);
        let least = given.settings.air.piece;
        let said = ask(&given.blocks, &given.settings, |agenda| repay(&week, owed, agenda, now));
        let most = said.map_or(0, |(_, minutes)| minutes);
        prop_assume!(most < owed);
        // Any longer block, on any five minutes, would not pay for itself.
        let more = i64::from((most + 1).max(least));
        for date in &week {
            for start in (84..228).map(|five| date.and_time(chrono::NaiveTime::MIN) + Duration::minutes(5 * five)) {
                let laid = Block::new(start, more, Takes::Air);
                if start < now || given.blocks.iter().any(|one| one.overlaps(&laid)) {
                    continue;
                }
                let mut blocks: Vec<Block> = given.blocks.iter().filter(|one| one.touches(*date)).copied().collect();
                let alone = owes(&given, &blocks, &[*date], 10_000).repaid;
                blocks.push(laid);
                let paid = owes(&given, &blocks, &[*date], 10_000).repaid - alone;
                prop_assert!(i64::from(paid) < more, "{:?} pays, {:?} was said", laid, said);
            }
        }
    }
}

fn at(hour: u32, minute: u32) -> chrono::NaiveDateTime {
    on(2026, 11, 26, hour, minute)
}

#[test]
fn air_that_was_covered_or_laid_twice_pays_once_at_most() {
    let given = Given {
        settings: Settings::default(),
        first: at(0, 0).date(),
        blocks: vec![
            Block::of((at(15, 0), at(16, 0)), Takes::Air),
            Block::of((at(15, 30), at(16, 0)), Takes::Air),
            Block::of((at(15, 0), at(15, 20)), OTHER),
        ],
    };
    let said = owes(&given, &given.blocks, &[at(0, 0).date()], 60);
    assert_eq!(
        (said.repaid, said.left),
        (40, 20),
        "20 minutes lie under a meeting"
    );
}

#[test]
fn a_buffer_pays_nothing_and_nothing_is_proposed_on_it() {
    let given = Given {
        settings: Settings::default(),
        first: at(0, 0).date(),
        blocks: vec![
            Block::of((at(9, 0), at(11, 0)), VISIT),
            Block::of((at(15, 0), at(18, 0)), OTHER),
        ],
    };
    let week = [at(0, 0).date()];
    let said = ask(&given.blocks, &given.settings, |agenda| {
        repay(&week, 10, agenda, at(11, 0))
    });
    assert_eq!(
        said,
        Some((at(11, 15), 15)),
        "after what the visit keeps clear, and a whole piece"
    );
}
