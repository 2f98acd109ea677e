use chrono::NaiveDate;
use domain::{Happened, Kind, Rhythm, Silence, State, Tier, silences};
use proptest::prelude::*;

fn day(offset: i64) -> NaiveDate {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    today + chrono::Duration::days(offset)
}

fn met(kind: Kind, state: State, on: i64) -> Happened {
    Happened {
        kind,
        state,
        on: day(on),
    }
}

fn read(happened: &[Happened]) -> Vec<(i64, i64)> {
    silences(Rhythm::of_tier(Tier::A), happened, day(0))
        .into_iter()
        .map(|one| ((one.from - day(0)).num_days(), one.days()))
        .collect()
}

#[test]
fn longer_than_the_shortest_most_is_too_long_and_any_kind_ends_it() {
    let calls = [
        met(Kind::Phone, State::Held, -100),
        met(Kind::Phone, State::Held, -54),
        met(Kind::Phone, State::Held, -9),
    ];
    assert_eq!(read(&calls), [(-100, 46)], "an A is met every 45 days");
    let visited = [&calls[..], &[met(Kind::InPerson, State::Held, -70)]].concat();
    assert_eq!(read(&visited), [], "a visit is no call, and no silence");
}

#[test]
fn the_last_silence_lasts_until_today_or_until_what_is_planned() {
    let last = met(Kind::Video, State::Held, -50);
    assert_eq!(read(&[last]), [(-50, 50)]);
    let soon = [last, met(Kind::Video, State::Planned, 2)];
    assert_eq!(read(&soon), [(-50, 52)], "it is that long by then");
    assert_eq!(
        read(&[met(Kind::Video, State::Planned, 90)]),
        [],
        "a beginning"
    );
}

#[test]
fn what_did_not_take_place_ends_no_silence_and_what_nobody_closed_does() {
    let around = |state| {
        [
            met(Kind::Phone, State::Held, -60),
            met(Kind::Phone, state, -30),
            met(Kind::Phone, State::Held, -1),
        ]
    };
    assert_eq!(read(&around(State::Missed)), [(-60, 59)]);
    assert_eq!(read(&around(State::Cancelled)), [(-60, 59)]);
    assert_eq!(read(&around(State::Planned)), []);
    let dentist = [
        met(Kind::Phone, State::Held, -60),
        met(Kind::Other, State::Held, -30),
        met(Kind::Phone, State::Held, -1),
    ];
    assert_eq!(read(&dentist), [(-60, 59)], "no way of meeting them");
}

prop_compose! {
    fn any_met()(
        kind in prop_oneof![Just(Kind::Phone), Just(Kind::Video), Just(Kind::InPerson), Just(Kind::Other)],
        state in prop_oneof![Just(State::Planned), Just(State::Held), Just(State::Missed), Just(State::Cancelled)],
        on in -400..200_i64,
    ) -> Happened {
        met(kind, state, on)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn silences_are_long_apart_in_order_and_nobody_met_in_them(
        all in proptest::collection::vec(any_met(), 0..24),
    ) {
        let found = silences(Rhythm::of_tier(Tier::B), &all, day(0));
        prop_assert!(found.iter().all(|one| one.days() > i64::from(one.most)));
        let apart = |pair: &[Silence]| pair[0].until <= pair[1].from;
        prop_assert!(found.windows(2).all(apart));
        let counts = |one: &&Happened| {
            one.kind != Kind::Other && matches!(one.state, State::Held | State::Planned)
        };
        for one in all.iter().filter(counts) {
            prop_assert!(!found.iter().any(|silence| silence.from < one.on && one.on < silence.until));
        }
    }

    #[test]
    fn meeting_once_more_before_the_last_time_never_makes_more_silent_days(
        all in proptest::collection::vec(any_met(), 1..24), within in 0..=100_i64,
    ) {
        let days = |all: &[Happened]| -> i64 {
            silences(Rhythm::of_tier(Tier::B), all, day(0)).iter().map(Silence::days).sum()
        };
        let counted = all
            .iter()
            .filter(|one| one.kind != Kind::Other && matches!(one.state, State::Held | State::Planned));
        let counted: Vec<NaiveDate> = counted.map(|one| one.on).collect();
        // Before the first it would begin the path, after the last and today it would go on with it.
        prop_assume!(!counted.is_empty());
        let first = counted.iter().min().copied().expect("one");
        let last = counted.iter().max().copied().expect("one").max(day(0));
        let span = (last - first).num_days();
        let one = Happened { kind: Kind::Phone, state: State::Held, on: first + chrono::Duration::days(span * within / 100) };
        let more = [&all[..], &[one]].concat();
        prop_assert!(days(&more) <= days(&all));
    }
}
