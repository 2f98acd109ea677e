//! The cases of judging that a person would name.

use chrono::{Duration, NaiveDateTime};
use domain::{Half, Hours, Kind, Leave, Settings, Spot, Takes, Unfit};
use planner::{Level, Proposal, Rule, judge};

use super::given::{Block, OTHER, VIDEO, VISIT, ask, busy, days, on};

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    on(2026, 11, day, hour, minute)
}

fn judged(proposal: Proposal, blocks: &[Block], settings: &Settings) -> planner::Verdict {
    let busy = busy(blocks);
    judge(proposal, days(&busy, settings), at(24, 9, 12))
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
    let breath = ask(&[], &settings, |agenda| agenda.breath(at(26, 0, 0).date()));
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

#[test]
fn a_video_where_one_cannot_hold_it_is_tight_and_suggested_elsewhere() {
    let mut settings = Settings::default();
    let thursday = at(26, 0, 0).date();
    settings
        .spots
        .set(thursday, Half::Morning, Some(Spot::Train));
    let unfit = |what| Rule::Unfit {
        spot: Spot::Train,
        what,
    };
    let morning = Block::new(at(26, 10, 0), 60, VIDEO).proposal();
    let verdict = judged(morning, &[], &settings);
    assert_eq!(verdict.level, Level::Tight, "it is the person's to weigh");
    assert_eq!(verdict.rules, vec![unfit(Unfit::Video)]);
    let noon = at(26, 13, 0);
    assert!(
        verdict
            .nearest
            .iter()
            .all(|start| start.date() != thursday || *start >= noon),
        "nothing is suggested where it could not be held: {:?}",
        verdict.nearest
    );
    let afternoon = Block::new(at(26, 14, 0), 60, VIDEO).proposal();
    assert_eq!(judged(afternoon, &[], &settings).level, Level::Free);
    let call = Block::new(at(26, 10, 0), 30, Takes::Meeting(Kind::Phone)).proposal();
    assert_eq!(judged(call, &[], &settings).level, Level::Free);
    let secret = Proposal {
        confidential: true,
        ..call
    };
    assert_eq!(
        judged(secret, &[], &settings).rules,
        vec![unfit(Unfit::Confidential)]
    );
    // Over noon it is on the train for a while.
    let over = Block::new(at(26, 12, 30), 60, VIDEO).proposal();
    assert!(
        judged(over, &[], &settings)
            .rules
            .contains(&unfit(Unfit::Video))
    );
}

#[test]
fn leave_and_holidays_are_days_off_and_half_a_day_of_leave_is_out_of_hours() {
    let armistice = Block::new(at(11, 10, 0), 60, OTHER).proposal();
    assert_eq!(
        judged(armistice, &[], &Settings::default()).rules,
        vec![Rule::DayOff]
    );
    let thursday = at(26, 0, 0).date();
    let away = Settings {
        leave: vec![Leave {
            from_noon: true,
            ..Leave::days(thursday, thursday)
        }],
        ..Settings::default()
    };
    let afternoon = Block::new(at(26, 15, 0), 60, OTHER).proposal();
    assert!(matches!(
        judged(afternoon, &[], &away).rules[..],
        [Rule::OutOfHours { .. }]
    ));
    let morning = Block::new(at(26, 10, 0), 60, OTHER).proposal();
    assert_eq!(judged(morning, &[], &away).level, Level::Free);
}
