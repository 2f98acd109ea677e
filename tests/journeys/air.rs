//! Air: a day that refuses, what forcing it costs, how that is paid back, and what becomes of time that is freed.

use serde_json::{Value, json};
use wire::{CalendarDays, Done, Level, LookBack, Outcome, Purpose, Verdict};

use crate::window::{Window, blocks, done, draft, drop_at, fresh, plan, start};

const THURSDAY: &str = "2026-11-26";

fn days(window: &Window, from: &str, until: &str) -> CalendarDays {
    let range = json!({ "from": from, "until": until });
    window.call("calendar_days", json!({ "range": range }))
}

/// A visit or whatever else is no video, so that only the air of the day is asked for.
fn visit(window: &Window, title: &str, start: &str, minutes: u32) -> wire::Block {
    let mut draft = draft(title, start, minutes);
    draft["draft"]["kind"] = json!("phone");
    done(window.call("plan_touchpoint", draft))
        .block
        .expect("a block")
}

/// A Thursday that keeps 90 minutes of air and lunch, and not one more: 9:00 to 16:30 is taken but for lunch.
fn full_thursday(window: &Window) {
    visit(window, "Matin", "2026-11-26T09:00", 210);
    visit(window, "Après-midi", "2026-11-26T13:15", 195);
}

fn forced(mut proposal: Value) -> Value {
    proposal["proposal"]["force"] = json!(true);
    proposal
}

#[test]
fn a_full_day_refuses_says_what_would_be_left_and_where_else_it_fits() {
    let (_folder, window) = fresh();
    full_thursday(&window);
    let breath = &days(&window, THURSDAY, "2026-11-27").days[0].breath;
    assert_eq!((breath.kept, breath.wanted), (90, 90), "{breath:?}");
    assert_eq!(breath.lunch, Some((750, 795)), "12:30 to 13:15");
    assert_eq!(
        breath.laid,
        [(990, 1080)],
        "the air has its place: 16:30 to 18:00"
    );

    let block = plan(&window, "Visio", "2026-11-23T10:00", 55);
    let verdict: Verdict = window.call("judge", drop_at(&block, "2026-11-26T16:45", 55, "this"));
    assert_eq!(verdict.level, Level::Refused);
    assert!(
        verdict
            .why
            .iter()
            .any(|why| why.contains("30\u{202f}min sur 1\u{202f}h\u{202f}30")),
        "{:?}",
        verdict.why
    );
    // 16:30 to 16:45 and 17:45 to 18:00: the five minutes after a video are no air.
    assert_eq!(verdict.debt, 60, "90 kept, 30 would be");
    assert!(!verdict.nearest.is_empty(), "and somewhere it breathes");
    for near in &verdict.nearest {
        assert!(
            !near.label.contains("26 nov."),
            "not on the full day: {}",
            near.label
        );
    }
    let outcome: Outcome = window.call(
        "reschedule",
        drop_at(&block, "2026-11-26T16:45", 55, "this"),
    );
    assert!(
        matches!(outcome, Outcome::Refused(_)),
        "the drop says what the hover said"
    );
    assert_eq!(
        start(&blocks(&window, "2026-11-23", "2026-11-24")[0]),
        "2026-11-23T10:00"
    );
}

#[test]
fn forcing_opens_a_debt_that_stays_until_it_is_paid_back_in_the_same_week() {
    let (_folder, window) = fresh();
    full_thursday(&window);
    let block = plan(&window, "Visio", "2026-11-25T10:00", 60);
    let put = done(window.call(
        "reschedule",
        forced(drop_at(&block, "2026-11-26T16:45", 60, "this")),
    ));
    assert_eq!(put.block.as_ref().expect("the block").debt, 75);
    let week = days(&window, "2026-11-23", "2026-11-30");
    assert_eq!(week.weeks.len(), 1);
    assert_eq!((week.weeks[0].owed, week.weeks[0].left), (75, 75));

    let laid: Done = window.call("repay_air", json!({ "monday": "2026-11-23" }));
    let air = laid.block.expect("the air");
    assert_eq!((air.purpose, air.minutes), (Purpose::Air, 75));
    let week = days(&window, "2026-11-23", "2026-11-30");
    assert_eq!(
        (week.weeks[0].repaid, week.weeks[0].left),
        (75, 0),
        "{:?}",
        week.weeks
    );
    let problem = window
        .try_call::<Done>("repay_air", json!({ "monday": "2026-11-23" }))
        .expect_err("nothing is owed any more");
    assert_eq!(problem["code"], "invalid");

    // A day view says the same of its week.
    let day = days(&window, THURSDAY, "2026-11-27");
    assert_eq!(day.weeks[0].owed, 75);

    // Taken elsewhere, the meeting owes nothing.
    let put = put.block.expect("the block");
    done(window.call("reschedule", drop_at(&put, "2026-11-27T10:00", 60, "this")));
    let week = days(&window, "2026-11-23", "2026-11-30");
    assert_eq!((week.weeks[0].owed, week.weeks[0].left), (0, 0));
}

#[test]
fn one_undo_takes_a_forced_place_and_its_debt_back() {
    let (_folder, window) = fresh();
    full_thursday(&window);
    let mut draft = draft("Visio", "2026-11-26T16:45", 60);
    let outcome: Outcome = window.call("plan_touchpoint", draft.clone());
    assert!(matches!(outcome, Outcome::Refused(_)));
    draft["draft"]["force"] = json!(true);
    let put = done(window.call("plan_touchpoint", draft));
    assert_eq!(put.block.expect("the block").debt, 75);
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("one step");
    let week = days(&window, "2026-11-23", "2026-11-30");
    assert_eq!(week.weeks[0].left, 0);
    assert_eq!(week.blocks.len(), 2);
}

#[test]
fn a_meeting_called_off_leaves_air_that_no_drop_takes_without_a_press() {
    let (_folder, window) = fresh();
    let off = plan(&window, "Visio", "2026-11-26T10:00", 60);
    let which = json!({ "id": off.id, "occurrence": null, "scope": "this" });
    window.call::<Done>(
        "edit_touchpoint",
        json!({ "which": which, "edit": { "state": "cancelled" } }),
    );
    let thursday = blocks(&window, THURSDAY, "2026-11-27");
    let air = thursday.iter().find(|one| one.purpose == Purpose::Freed);
    let air = air.expect("the hour is air");
    assert_eq!((start(air), air.minutes), ("2026-11-26T10:00", 60));
    assert!(!air.wants_reason, "air needs no reason");

    let other = plan(&window, "Autre", "2026-11-25T10:00", 60);
    let verdict: Verdict = window.call("judge", drop_at(&other, "2026-11-26T10:00", 60, "this"));
    assert_eq!(verdict.level, Level::Refused, "air is not a slot to sell");
    assert!(verdict.why[0].contains("air"), "{:?}", verdict.why);
    for near in &verdict.nearest {
        assert!(!near.label.contains("26 nov. · 10:"), "{}", near.label);
    }

    // One press, and the air gives way; its day owes it.
    let put = done(window.call(
        "reschedule",
        forced(drop_at(&other, "2026-11-26T10:30", 60, "this")),
    ));
    assert_eq!(put.block.expect("the block").debt, 30);
    let thursday = blocks(&window, THURSDAY, "2026-11-27");
    let air = thursday
        .iter()
        .find(|one| one.purpose == Purpose::Freed)
        .expect("what is left");
    assert_eq!((start(air), air.minutes), ("2026-11-26T10:00", 30));
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("both at once");

    // One undo, and the meeting and its hour are as they were.
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("the other one");
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("the calling off");
    let thursday = blocks(&window, THURSDAY, "2026-11-27");
    assert_eq!(thursday.len(), 1);
    assert_eq!(thursday[0].state, wire::State::Planned);
}

#[test]
fn a_meeting_made_shorter_leaves_its_end_as_air_and_work_may_be_made_of_it() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-26T10:00", 90);
    done(window.call(
        "reschedule",
        drop_at(&block, "2026-11-26T10:00", 60, "this"),
    ));
    let thursday = blocks(&window, THURSDAY, "2026-11-27");
    let air = thursday
        .iter()
        .find(|one| one.purpose == Purpose::Freed)
        .expect("air");
    assert_eq!((start(air), air.minutes), ("2026-11-26T11:00", 30));
    let used: Done = window.call("use_freed", json!({ "id": air.id, "wanted": "work" }));
    assert_eq!(used.block.expect("the block").purpose, Purpose::Work);
    let problem = window.try_call::<Done>("use_freed", json!({ "id": block.id, "wanted": "work" }));
    assert!(problem.is_err(), "a meeting is no freed time");
}

#[test]
fn what_hangs_on_a_meeting_goes_with_it_and_says_so_before() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-26T14:00", 60);
    let hung: Done = window.call(
        "hang_on",
        json!({ "meeting": block.id, "purpose": "preparation", "minutes": 30 }),
    );
    assert_eq!(start(&hung.block.expect("it")), "2026-11-26T13:30");
    let to = drop_at(&block, "2026-11-27T15:00", 60, "this");
    let verdict: Verdict = window.call("judge", to.clone());
    assert_eq!(verdict.follows.len(), 1);
    assert!(verdict.follows[0].moves);
    assert_eq!(
        verdict.follows[0].when,
        "ven. 27 nov. · 14:30\u{a0}–\u{a0}15:00"
    );
    done(window.call("reschedule", to));
    let friday = blocks(&window, "2026-11-27", "2026-11-28");
    assert_eq!(
        friday.iter().map(start).collect::<Vec<_>>(),
        ["2026-11-27T14:30", "2026-11-27T15:00"]
    );
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("one step for both");
    let thursday = blocks(&window, THURSDAY, "2026-11-27");
    assert_eq!(
        thursday.iter().map(start).collect::<Vec<_>>(),
        ["2026-11-26T13:30", "2026-11-26T14:00"]
    );
}

#[test]
fn what_has_no_place_left_refuses_the_move_and_is_named() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-26T14:00", 60);
    window.call::<Done>(
        "hang_on",
        json!({ "meeting": block.id, "purpose": "travel", "minutes": 60 }),
    );
    visit(&window, "Déjà là", "2026-11-27T13:00", 60);
    let verdict: Verdict = window.call("judge", drop_at(&block, "2026-11-27T14:30", 60, "this"));
    assert_eq!(verdict.level, Level::Refused);
    assert!(!verdict.follows[0].stuck.is_empty());
    assert!(
        verdict.why.iter().any(|why| why.contains("Trajet")),
        "{:?}",
        verdict.why
    );
}

#[test]
fn rules_are_tried_on_a_week_before_they_are_kept() {
    let (_folder, window) = fresh();
    full_thursday(&window);
    let rules = json!(wire::AirSheet {
        day: 120,
        ..domain::AirRules::default().into()
    });
    let range = json!({ "from": "2026-11-23", "until": "2026-11-30" });
    let tried: Vec<wire::DayBreath> =
        window.call("preview_air", json!({ "rules": rules, "range": range }));
    assert_eq!(tried.len(), 7);
    assert_eq!((tried[3].breath.kept, tried[3].breath.wanted), (90, 120));
    assert_eq!(tried[5].breath.wanted, 0, "Saturday is nobody's business");
    let kept = &days(&window, THURSDAY, "2026-11-27").days[0].breath;
    assert_eq!(kept.wanted, 90, "nothing was written");
}

#[test]
fn a_week_is_looked_back_at_without_a_count_of_contacts() {
    let (folder, window) = fresh();
    full_thursday(&window);
    window.close();
    let window = Window::open_at(folder.path(), "2026-11-27T17:00:00+01:00");
    let week: LookBack = window.call("look_back", json!({ "monday": "2026-11-25" }));
    assert_eq!(week.monday, "2026-11-23");
    assert_eq!(week.days.len(), 5);
    assert_eq!((week.days[3].air.kept, week.days[3].air.of), (90, 90));
    assert_eq!((week.owed, week.without_reason), (0, 0));
}
