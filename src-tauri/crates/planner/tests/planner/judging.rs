//! What a proposal is told: as an array of minutes says, with the nearest places that brute force finds.

use chrono::{Duration, NaiveDateTime};
use domain::{Hours, Settings, Takes};
use planner::{Level, Proposal, Rule, judge, weigh};
use proptest::prelude::*;

use super::given::{
    Block, Given, OTHER, VIDEO, VISIT, any_given, any_minutes, any_place, any_takes, busy, days,
    is_breathable, is_on_laid, on, starts,
};
use super::model;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    on(2026, 11, day, hour, minute)
}

fn judged(proposal: Proposal, blocks: &[Block], settings: &Settings) -> planner::Verdict {
    let busy = busy(blocks);
    judge(proposal, days(&busy, settings), at(24, 9, 12))
}

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

#[test]
fn an_empty_hour_of_a_working_day_is_free() {
    let verdict = judged(
        Block::new(at(26, 13, 0), 60, OTHER).proposal(),
        &[],
        &Settings::default(),
    );
    assert_eq!(
        verdict,
        planner::Verdict::free(),
        "Thursday 13:00 has nothing against it"
    );
}

#[test]
fn what_is_already_there_refuses_and_is_named() {
    let taken = [Block::new(at(26, 13, 30), 60, OTHER)];
    let asked = Block::new(at(26, 13, 0), 60, OTHER).proposal();
    let verdict = judged(asked, &taken, &Settings::default());
    assert_eq!(verdict.level, Level::Refused, "nobody is in two meetings");
    assert!(
        matches!(&verdict.rules[0], Rule::Overlap { with, from, .. } if with == "Scop Les Fougères" && *from == at(26, 13, 30)),
        "the sentence can say with what, and when"
    );
    assert_eq!(
        verdict.nearest[0],
        at(26, 12, 30),
        "the nearest place is just before"
    );
}

#[test]
fn touching_ends_do_not_overlap() {
    let taken = [Block::new(at(26, 14, 0), 60, OTHER)];
    let asked = Block::new(at(26, 13, 0), 60, OTHER).proposal();
    assert_eq!(
        judged(asked, &taken, &Settings::default()).level,
        Level::Free
    );
}

#[test]
fn evenings_and_days_off_are_tight_not_refused() {
    let settings = Settings::default();
    let evening = judged(
        Block::new(at(26, 17, 30), 60, OTHER).proposal(),
        &[],
        &settings,
    );
    assert_eq!(
        evening.level,
        Level::Tight,
        "half an hour too long is the person's to weigh"
    );
    assert_eq!(
        evening.nearest[0],
        at(26, 17, 0),
        "the same day, half an hour earlier"
    );
    let saturday = judged(
        Block::new(at(28, 10, 0), 60, OTHER).proposal(),
        &[],
        &settings,
    );
    assert_eq!(
        saturday.rules,
        vec![Rule::DayOff],
        "Saturday is off by default"
    );
}

#[test]
fn among_equals_the_same_day_comes_first() {
    // Two hours later on the day, or the same hour of another day: as far.
    let taken = [Block::of((at(25, 11, 0), at(25, 15, 0)), OTHER)];
    let asked = Block::new(at(25, 13, 0), 60, OTHER).proposal();
    let verdict = judged(asked, &taken, &Settings::default());
    assert_eq!(verdict.nearest[..2], [at(25, 15, 0), at(24, 13, 0)]);
}

#[test]
fn a_full_day_says_how_much_air_is_left_of_what() {
    // Thursday holds 6 h 40: lunch, 35 minutes before it and an hour after 17:00.
    let taken = [
        Block::of((at(26, 9, 0), at(26, 11, 55)), OTHER),
        Block::of((at(26, 13, 15), at(26, 17, 0)), OTHER),
    ];
    let asked = Block::new(at(26, 17, 0), 60, OTHER).proposal();
    let verdict = judged(asked, &taken, &Settings::default());
    let date = at(26, 0, 0).date();
    let air = Rule::Air {
        date,
        left: 95,
        after: 35,
        of: 90,
    };
    assert_eq!(verdict.rules, vec![air], "35 minutes of 90 would be left");
    assert_eq!(verdict.level, Level::Refused);
    assert_eq!(
        verdict.debt(),
        55,
        "forcing it owes what is missing, no more"
    );
    assert_ne!(
        verdict.nearest[0].date(),
        date,
        "the day has no other place for it"
    );
}

#[test]
fn half_a_day_wants_half_the_air() {
    let time = |minute| chrono::NaiveTime::MIN + Duration::minutes(minute);
    let morning = Hours {
        from: time(8 * 60 + 30),
        until: time(12 * 60 + 30),
    };
    let mut settings = Settings::default();
    settings.hours[3] = Some(morning);
    let breath = super::given::ask(&[], &settings, |agenda| agenda.breath(at(26, 0, 0).date()));
    assert_eq!(
        (breath.wanted, breath.eats),
        (45, false),
        "four hours of eight, lunch at home"
    );
    let full = [Block::of((at(26, 8, 30), at(26, 11, 0)), OTHER)];
    let asked = |minutes| Block::new(at(26, 11, 0), minutes, OTHER).proposal();
    assert_eq!(judged(asked(45), &full, &settings).level, Level::Free);
    assert_eq!(judged(asked(50), &full, &settings).level, Level::Refused);
}

#[test]
fn the_fourth_video_in_a_row_wants_a_quarter_of_an_hour_first() {
    let settings = Settings::default();
    let three = [9, 10, 11].map(|hour| Block::of((at(26, hour, 0), at(26, hour, 50)), VIDEO));
    let verdict = |minute: i64| {
        let from = at(26, 11, 50) + Duration::minutes(minute);
        judged(Block::new(from, 30, VIDEO).proposal(), &three, &settings)
    };
    let row = Rule::Row {
        videos: 4,
        most: 3,
        pause: 15,
    };
    assert_eq!(verdict(10).rules, vec![row], "ten minutes are no pause");
    assert_eq!(verdict(15).level, Level::Free, "a quarter of an hour is");
}

#[test]
fn a_second_row_too_long_is_refused_beside_a_longer_first_one() {
    let row = |begin, videos| (0..videos).map(move |nth| begin + Duration::minutes(20 * nth));
    let starts = row(at(26, 9, 0), 5).chain(row(at(26, 15, 0), 3));
    let videos: Vec<Block> = starts.map(|start| Block::new(start, 20, VIDEO)).collect();
    let asked = Block::new(at(26, 16, 0), 20, VIDEO).proposal();
    let verdict = judged(asked, &videos, &Settings::default());
    let row = Rule::Row {
        videos: 4,
        most: 3,
        pause: 15,
    };
    assert_eq!(
        verdict.rules[0], row,
        "five in the morning do not make four allowed"
    );
}

#[test]
fn a_day_bears_four_hours_of_video() {
    let settings = Settings::default();
    let taken = [
        Block::of((at(26, 9, 0), at(26, 11, 0)), VIDEO),
        Block::of((at(26, 14, 0), at(26, 15, 30)), VIDEO),
    ];
    let asked = |minutes| Block::new(at(26, 16, 30), minutes, VIDEO).proposal();
    assert_eq!(judged(asked(30), &taken, &settings).level, Level::Free);
    let verdict = judged(asked(45), &taken, &settings);
    let video = Rule::Video {
        minutes: 255,
        most: 240,
        more: 15,
    };
    assert_eq!((verdict.rules.clone(), verdict.debt()), (vec![video], 15));
}

#[test]
fn beside_a_visit_it_is_tight_and_says_what_is_missing() {
    let settings = Settings::default();
    let taken = [Block::of((at(26, 14, 0), at(26, 15, 0)), VISIT)];
    for takes in [OTHER, Takes::Work] {
        let verdict = judged(
            Block::new(at(26, 15, 5), 30, takes).proposal(),
            &taken,
            &settings,
        );
        let buffer = Rule::Buffer {
            with: "Scop Les Fougères".into(),
            minutes: 10,
        };
        assert_eq!((verdict.level, verdict.rules), (Level::Tight, vec![buffer]));
        let clear = Block::new(at(26, 15, 15), 30, takes).proposal();
        assert_eq!(judged(clear, &taken, &settings).level, Level::Free);
    }
    let work = [Block::of((at(26, 15, 5), at(26, 16, 0)), Takes::Work)];
    let visit = judged(
        Block::new(at(26, 14, 0), 60, VISIT).proposal(),
        &work,
        &settings,
    );
    assert_eq!(visit.level, Level::Tight, "the same from the other side");
    let way = judged(
        Block::new(at(26, 15, 0), 30, Takes::Travel).proposal(),
        &taken,
        &settings,
    );
    assert_eq!(
        way.level,
        Level::Free,
        "the way back begins when the visit ends"
    );
}

#[test]
fn a_buffer_reaches_over_midnight() {
    let taken = [Block::of((at(25, 23, 0), at(26, 0, 0)), VISIT)];
    let asked = Block::new(at(26, 0, 5), 30, OTHER).proposal();
    let verdict = judged(asked, &taken, &Settings::default());
    assert!(
        matches!(verdict.rules[0], Rule::Buffer { minutes: 10, .. }),
        "{:?}",
        verdict.rules
    );
}
