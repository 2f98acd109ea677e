use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Utc};
use domain::{
    CLOCKED, Clock, ClockState, Id, Interval, Kind, Rhythm, Sights, State, Tier, Touchpoint, clocks,
};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

fn now() -> DateTime<Utc> {
    today().and_hms_opt(8, 0, 0).expect("an hour").and_utc()
}

fn ago(days: u64) -> NaiveDateTime {
    let day = today().checked_sub_days(Days::new(days)).expect("a day");
    day.and_hms_opt(10, 0, 0).expect("an hour")
}

fn met(kind: Kind, state: State, saw: bool) -> Touchpoint {
    let mut one = Touchpoint::received(Id::from_number_for_testing(1), kind, now());
    one.state = state;
    one.sights.workshop = saw;
    one
}

fn read(history: &[(Touchpoint, NaiveDateTime)]) -> Vec<Clock> {
    let all = history.iter().map(|(one, at)| (one, *at));
    clocks(Rhythm::of_tier(Tier::A), all, today())
}

fn clock(history: &[(Touchpoint, NaiveDateTime)], kind: Kind) -> Clock {
    read(history)
        .into_iter()
        .find(|clock| clock.kind == kind)
        .expect("every kind has a clock")
}

#[test]
fn a_call_turns_back_the_clock_of_calls_only() {
    let history = [(met(Kind::Phone, State::Held, false), ago(2))];
    assert_eq!(clock(&history, Kind::Phone).state, ClockState::OnTrack);
    assert_eq!(clock(&history, Kind::Video).state, ClockState::Never);
    assert_eq!(clock(&history, Kind::InPerson).state, ClockState::Never);
}

#[test]
fn a_visit_that_saw_nothing_turns_no_clock_back() {
    let blind = [(met(Kind::InPerson, State::Held, false), ago(2))];
    assert_eq!(
        clock(&blind, Kind::InPerson).state,
        ClockState::Never,
        "a meeting room is no visit"
    );
    for sights in [
        Sights {
            premises: true,
            ..Sights::default()
        },
        Sights {
            mood: "tendue".into(),
            ..Sights::default()
        },
        Sights {
            colleagues: vec!["Inès Roux".into()],
            ..Sights::default()
        },
    ] {
        let mut visit = met(Kind::InPerson, State::Held, false);
        visit.sights = sights;
        let history = [(visit, ago(2))];
        assert_eq!(
            clock(&history, Kind::InPerson).state,
            ClockState::OnTrack,
            "one thing seen is enough"
        );
    }
}

#[test]
fn the_edges_of_an_interval_belong_to_it() {
    let interval = Interval::new(21, 45);
    let at = |days| Clock::read(Kind::Phone, interval, Some(ago(days).date()), today()).state;
    assert_eq!(at(0), ClockState::OnTrack);
    assert_eq!(at(21), ClockState::OnTrack, "the last ideal day");
    assert_eq!(at(22), ClockState::Soon);
    assert_eq!(at(45), ClockState::Soon, "the last day at all");
    assert_eq!(at(46), ClockState::Overdue);
}

#[test]
fn a_client_of_the_first_tier_is_seen_most_often() {
    for kind in CLOCKED {
        let most = |tier| Rhythm::of_tier(tier).of(kind).expect("an interval").most;
        assert!(most(Tier::A) < most(Tier::B) && most(Tier::B) < most(Tier::C));
        assert_eq!(most(Tier::None), most(Tier::B));
    }
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Phone),
        Just(Kind::Video),
        Just(Kind::InPerson),
        Just(Kind::Other)
    ]
}

fn any_state() -> impl Strategy<Value = State> {
    prop_oneof![
        Just(State::Planned),
        Just(State::Held),
        Just(State::Missed),
        Just(State::Cancelled)
    ]
}

prop_compose! {
    fn any_history()(
        all in proptest::collection::vec((any_kind(), any_state(), any::<bool>(), 0..900_u64), 0..24),
    ) -> Vec<(Touchpoint, NaiveDateTime)> {
        all.into_iter().map(|(kind, state, saw, days)| (met(kind, state, saw), ago(days))).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn each_clock_knows_the_last_time_of_its_own_kind_and_no_other(history in any_history()) {
        for clock in read(&history) {
            let last = history
                .iter()
                .filter(|(one, _)| one.kind == clock.kind && one.state == State::Held)
                .filter(|(one, _)| one.kind != Kind::InPerson || one.sights.workshop)
                .map(|(_, at)| at.date())
                .max();
            prop_assert_eq!(clock.last, last);
            prop_assert_eq!(clock.state == ClockState::Never, last.is_none());
        }
    }

    #[test]
    fn a_video_never_moves_the_clock_of_visits(history in any_history(), days in 0..900_u64) {
        let before = clock(&history, Kind::InPerson);
        let mut after = history;
        after.push((met(Kind::Video, State::Held, true), ago(days)));
        prop_assert_eq!(clock(&after, Kind::InPerson), before);
    }

    #[test]
    fn logging_a_touchpoint_never_makes_a_clock_worse(history in any_history(), days in 0..900_u64, kind in any_kind()) {
        let before = read(&history);
        let mut after = history;
        after.push((met(kind, State::Held, true), ago(days)));
        for (before, after) in before.into_iter().zip(read(&after)) {
            let worse = |state| (state == ClockState::Never, state);
            prop_assert!(worse(after.state) <= worse(before.state));
            if before.kind != kind {
                prop_assert_eq!(before, after, "the others stand still");
            }
        }
    }

    #[test]
    fn the_order_of_a_history_does_not_matter(history in any_history(), turn in 0..24_usize) {
        let mut turned = history.clone();
        let by = turn % turned.len().max(1);
        turned.rotate_left(by);
        prop_assert_eq!(read(&turned), read(&history));
    }
}
