use chrono::{Days, NaiveDate};
use domain::{
    Advice, Course, Happened, Kind, Rhythm, State, Step, StepKind, Template, Tier, advice,
    asked_by_clocks, lacks_next,
};
use proptest::prelude::*;

fn day(offset: i64) -> NaiveDate {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    today + chrono::Duration::days(offset)
}

fn course(template: Template) -> Course {
    Course {
        since: day(-30),
        steps: template
            .steps()
            .iter()
            .map(|(kind, after)| Step {
                kind: *kind,
                aim: String::new(),
                after: *after,
            })
            .collect(),
    }
}

fn happened(kind: Kind, state: State, on: i64) -> Happened {
    Happened {
        kind,
        state,
        on: day(on),
    }
}

#[test]
fn a_step_that_was_taken_is_no_ghost_any_more() {
    let course = course(Template::Discovery);
    let held = [happened(Kind::Phone, State::Held, -10)];
    let ghosts = course.ghosts(&held, day(0));
    let kinds: Vec<StepKind> = ghosts.iter().map(|ghost| ghost.kind).collect();
    assert_eq!(
        kinds,
        [
            StepKind::Video,
            StepKind::Work,
            StepKind::Video,
            StepKind::InPerson
        ],
        "the call was held"
    );
}

#[test]
fn whoever_went_ahead_needs_no_step_behind() {
    let course = course(Template::Discovery);
    let held = [happened(Kind::InPerson, State::Held, -3)];
    assert!(
        course.ghosts(&held, day(0)).is_empty(),
        "the visit of the workshop was the last step"
    );
}

#[test]
fn what_was_missed_is_still_to_do() {
    let course = course(Template::Discovery);
    let missed = [
        happened(Kind::Phone, State::Missed, -10),
        happened(Kind::Phone, State::Cancelled, -5),
    ];
    assert_eq!(course.open_steps(&missed), 0..5, "nothing was taken");
}

#[test]
fn what_came_before_the_course_counts_for_nothing() {
    let course = course(Template::Discovery);
    let old = [happened(Kind::Phone, State::Held, -31)];
    assert_eq!(course.open_steps(&old), 0..5);
}

#[test]
fn two_misses_of_one_kind_suggest_another_and_two_kinds_silence() {
    let miss = |kind, on| happened(kind, State::Missed, on);
    assert_eq!(advice(&[miss(Kind::Phone, -9)]), None, "once is nothing");
    let calls = [miss(Kind::Phone, -9), miss(Kind::Phone, -5)];
    assert_eq!(advice(&calls), Some(Advice::Other(Kind::Video)));
    let both = [
        calls[0],
        calls[1],
        miss(Kind::Video, -3),
        miss(Kind::Video, -1),
    ];
    assert_eq!(advice(&both), Some(Advice::Silence));
    let answered = [calls[0], calls[1], happened(Kind::Phone, State::Held, -1)];
    assert_eq!(advice(&answered), None, "an answer ends it");
}

#[test]
fn a_clock_past_its_ideal_asks_for_its_kind_unless_it_is_coming() {
    let interval = Rhythm::of_tier(Tier::A)
        .of(Kind::Phone)
        .expect("an interval");
    let clock = domain::Clock::read(Kind::Phone, interval, Some(day(-60)), day(0));
    let asked = asked_by_clocks(&[clock], &[], day(0));
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].on, day(0), "what is overdue is for today");
    let coming = [happened(Kind::Phone, State::Planned, 3)];
    assert!(asked_by_clocks(&[clock], &coming, day(0)).is_empty());
}

#[test]
fn a_day_to_look_again_stands_for_a_next_step_until_it_is_past() {
    assert!(lacks_next(None, &[], day(0)));
    assert!(!lacks_next(Some(day(0)), &[], day(0)), "today still counts");
    assert!(lacks_next(Some(day(-1)), &[], day(0)));
    let coming = [happened(Kind::Video, State::Planned, 0)];
    assert!(!lacks_next(None, &coming, day(0)));
    let past = [happened(Kind::Video, State::Planned, -1)];
    assert!(lacks_next(None, &past, day(0)), "yesterday is not to come");
}

prop_compose! {
    fn any_happened()(
        kind in prop_oneof![Just(Kind::Phone), Just(Kind::Video), Just(Kind::InPerson), Just(Kind::Other)],
        state in prop_oneof![Just(State::Planned), Just(State::Held), Just(State::Missed), Just(State::Cancelled)],
        on in -60..60_i64,
    ) -> Happened {
        happened(kind, state, on)
    }
}

fn any_template() -> impl Strategy<Value = Template> {
    (0..Template::ALL.len()).prop_map(|at| Template::ALL[at])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn ghosts_are_the_last_steps_in_order_and_never_before_today(
        template in any_template(), all in proptest::collection::vec(any_happened(), 0..16),
    ) {
        let course = course(template);
        let ghosts = course.ghosts(&all, day(0));
        let open = course.open_steps(&all);
        let steps: Vec<usize> = ghosts.iter().filter_map(|ghost| ghost.step).collect();
        prop_assert_eq!(steps, open.collect::<Vec<_>>());
        prop_assert!(ghosts.iter().all(|ghost| ghost.on >= day(0)));
        prop_assert!(ghosts.is_sorted_by_key(|ghost| ghost.on));
    }

    #[test]
    fn something_more_that_happened_never_opens_a_step_again(
        template in any_template(), all in proptest::collection::vec(any_happened(), 0..16), later in 0..30_u64, one in any_happened(),
    ) {
        let course = course(template);
        let before = course.open_steps(&all).len();
        let last = all.iter().map(|one| one.on).max().unwrap_or(day(0));
        let mut more = all;
        more.push(Happened { on: last.checked_add_days(Days::new(later)).expect("a day"), ..one });
        prop_assert!(course.open_steps(&more).len() <= before);
    }

    #[test]
    fn a_client_either_has_what_comes_next_or_is_said_to_lack_it(
        all in proptest::collection::vec(any_happened(), 0..16), look in proptest::option::of(-60..60_i64),
    ) {
        let coming = all.iter().any(|one| one.state == State::Planned && one.on >= day(0));
        let looking = look.is_some_and(|offset| offset >= 0);
        prop_assert_eq!(lacks_next(look.map(day), &all, day(0)), !coming && !looking);
    }
}
