use serde_json::{Value, json};
use wire::{Level, Outcome, Verdict};

use crate::window::{Window, blocks, done, draft, drop_at, fresh, plan, start};

#[test]
fn a_video_meeting_dragged_from_monday_to_thursday_is_there_after_a_restart() {
    let (folder, window) = fresh();
    let block = plan(&window, "Visio du Lac", "2026-11-23T10:00", 60);
    let answer = done(window.call(
        "reschedule",
        drop_at(&block, "2026-11-26T13:00", 60, "this"),
    ));
    assert_eq!(
        answer.said, "Déplacé à jeu. 26 nov. 13:00",
        "the toast says where it went"
    );
    window.close();

    let again = Window::open(folder.path());
    let week = blocks(&again, "2026-11-23", "2026-11-30");
    assert_eq!(week.len(), 1, "nothing was doubled");
    assert_eq!(
        start(&week[0]),
        "2026-11-26T13:00",
        "durable before the toast said so"
    );
    assert_eq!(
        week[0].reason.clarify, "le budget de la deuxième ligne",
        "the reason came along"
    );
    again.close();
}

#[test]
fn the_dry_run_says_what_the_drop_does_and_writes_nothing() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 60);
    plan(&window, "Scop Les Fougères", "2026-11-26T13:30", 60);
    let heard = window.heard.changes.lock().len();

    let verdict: Verdict = window.call("judge", drop_at(&lac, "2026-11-26T13:00", 60, "this"));
    assert_eq!(verdict.level, Level::Refused, "nobody is in two meetings");
    assert!(
        verdict.why[0].contains("Scop Les Fougères"),
        "it says with what: {:?}",
        verdict.why
    );
    assert_eq!(
        verdict.nearest[0].label, "jeu. 26 nov. · 12:15",
        "and where it would fit"
    );
    assert_eq!(
        window.heard.changes.lock().len(),
        heard,
        "a hover writes nothing"
    );

    let outcome: Outcome = window.call("reschedule", drop_at(&lac, "2026-11-26T13:00", 60, "this"));
    assert_eq!(
        outcome,
        Outcome::Refused(verdict),
        "the drop is judged by the same code"
    );
    assert_eq!(
        start(&blocks(&window, "2026-11-23", "2026-11-24")[0]),
        "2026-11-23T10:00",
        "it glides home"
    );
}

#[test]
fn one_explicit_press_places_what_was_refused() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 60);
    plan(&window, "Autre", "2026-11-26T13:00", 60);
    let mut proposal = drop_at(&lac, "2026-11-26T13:00", 60, "this");
    proposal["proposal"]["force"] = json!(true);
    done(window.call("reschedule", proposal));
    assert_eq!(
        blocks(&window, "2026-11-26", "2026-11-27").len(),
        2,
        "both are there, by the person's will"
    );
}

#[test]
fn evenings_are_tight_and_still_possible() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 60);
    let verdict: Verdict = window.call("judge", drop_at(&lac, "2026-11-26T19:00", 60, "this"));
    assert_eq!(verdict.level, Level::Tight);
    assert_eq!(
        verdict.why,
        ["Hors de vos heures (09:00\u{a0}–\u{a0}18:00)"]
    );
    done(window.call("reschedule", drop_at(&lac, "2026-11-26T19:00", 60, "this")));
}

#[test]
fn a_resize_and_a_copy_are_reschedules_too() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 60);
    let longer = done(window.call("reschedule", drop_at(&lac, "2026-11-23T09:30", 90, "this")));
    assert!(
        longer.said.starts_with("Durée"),
        "a new length is said as one: {}",
        longer.said
    );

    let mut copy = drop_at(&lac, "2026-11-25T10:00", 90, "this");
    copy["proposal"]["copy"] = json!(true);
    done(window.call("reschedule", copy));
    let week = blocks(&window, "2026-11-23", "2026-11-30");
    assert_eq!(
        week.iter().map(start).collect::<Vec<_>>(),
        ["2026-11-23T09:30", "2026-11-25T10:00"]
    );
    assert_ne!(week[0].id, week[1].id, "a copy is another touchpoint");
}

#[test]
fn into_the_tray_and_out_of_it() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 45);
    let mut out = drop_at(&lac, "2026-11-23T10:00", 45, "this");
    out["proposal"]["to"] = json!({ "type": "tray" });
    done(window.call("reschedule", out));
    let tray: Vec<wire::Block> = window.call("tray", Value::Null);
    assert_eq!(tray.len(), 1, "it waits for a slot");
    assert_eq!(tray[0].minutes, 45, "and remembers its length");
    assert!(blocks(&window, "2026-11-23", "2026-11-30").is_empty());

    done(window.call(
        "reschedule",
        drop_at(&tray[0], "2026-11-27T09:00", 45, "this"),
    ));
    assert!(
        window
            .call::<Vec<wire::Block>>("tray", Value::Null)
            .is_empty()
    );
    assert_eq!(
        start(&blocks(&window, "2026-11-27", "2026-11-28")[0]),
        "2026-11-27T09:00"
    );
}

#[test]
fn a_slot_that_was_taken_away_comes_back_by_undo_and_goes_again_by_redo() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 45);
    let mut out = drop_at(&lac, "2026-11-23T10:00", 45, "this");
    out["proposal"]["to"] = json!({ "type": "tray" });
    done(window.call("reschedule", out));
    let placed = |window: &Window| blocks(window, "2026-11-23", "2026-11-30").len();
    for (step, count) in [
        ("undo", 1),
        ("redo", 0),
        ("undo", 1),
        ("undo", 0),
        ("redo", 1),
    ] {
        window
            .call::<Option<wire::Done>>(step, Value::Null)
            .expect("a step to take");
        assert_eq!(placed(&window), count, "{step}");
    }
}

#[test]
fn undo_and_redo_go_many_steps_and_survive_a_restart() {
    let (folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-23T10:00", 60);
    for day in ["24", "25", "26"] {
        done(window.call(
            "reschedule",
            drop_at(&lac, &format!("2026-11-{day}T11:00"), 60, "this"),
        ));
    }
    window.close();

    let again = Window::open(folder.path());
    let at = |window: &Window| start(&blocks(window, "2026-11-23", "2026-11-30")[0]).to_owned();
    let undone: Option<wire::Done> = again.call("undo", Value::Null);
    assert_eq!(
        undone.expect("a step").said,
        "Annulé\u{a0}: Déplacer «\u{a0}Lac\u{a0}»"
    );
    assert_eq!(at(&again), "2026-11-25T11:00");
    again.call::<Option<wire::Done>>("undo", Value::Null);
    again.call::<Option<wire::Done>>("undo", Value::Null);
    assert_eq!(
        at(&again),
        "2026-11-23T10:00",
        "back to where it was planned"
    );
    again.call::<Option<wire::Done>>("redo", Value::Null);
    assert_eq!(at(&again), "2026-11-24T11:00");
    again.close();

    let third = Window::open(folder.path());
    third.call::<Option<wire::Done>>("redo", Value::Null);
    assert_eq!(
        at(&third),
        "2026-11-25T11:00",
        "redo survives a restart too"
    );
    let lines: Vec<wire::HistoryLine> =
        third.call("history", json!({ "before": null, "limit": 20 }));
    assert!(
        lines
            .iter()
            .any(|line| line.said.starts_with("Déplacé «\u{a0}Lac\u{a0}» de ")),
        "the history is readable"
    );
    third.close();
}

#[test]
fn a_drag_across_the_clock_change_keeps_the_wall_time() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Avant", "2026-10-23T10:00", 60);
    assert_eq!(
        block.slot.as_ref().expect("placed").start_at,
        "2026-10-23T10:00:00+02:00"
    );
    let after = done(window.call(
        "reschedule",
        drop_at(&block, "2026-10-28T10:00", 60, "this"),
    ));
    let slot = after.block.expect("the block").slot.expect("placed");
    assert_eq!(
        (slot.start.as_str(), slot.start_at.as_str()),
        ("2026-10-28T10:00", "2026-10-28T10:00:00+01:00")
    );
}

#[test]
fn an_hour_that_does_not_exist_is_said() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Nuit", "2027-03-26T10:00", 60);
    let verdict: Verdict = window.call("judge", drop_at(&block, "2027-03-28T02:30", 60, "this"));
    assert!(
        verdict.why.iter().any(|why| why.contains("03:30")),
        "it is shown shifted, with a notice: {:?}",
        verdict.why
    );
}

#[test]
fn dates_outside_the_calendar_are_refused_with_a_sentence() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Lac", "2026-11-23T10:00", 60);
    let problem = window
        .try_call::<Outcome>(
            "reschedule",
            drop_at(&block, "2301-01-01T10:00", 60, "this"),
        )
        .expect_err("the year 2301 is a slip of the hand");
    assert_eq!(problem["code"], "invalid");
    assert!(
        problem["message"].as_str().expect("words").contains("1900"),
        "it says what is possible"
    );
    let problem = window
        .try_call::<Outcome>("plan_touchpoint", draft("x", "pas une date", 60))
        .expect_err("not a date");
    assert!(
        problem["message"]
            .as_str()
            .expect("words")
            .contains("pas une date"),
        "it names what was given"
    );
}

#[test]
fn what_was_held_and_is_put_in_the_future_is_planned_again() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Lac", "2026-11-23T10:00", 60);
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    window.call::<wire::Done>(
        "edit_touchpoint",
        json!({ "which": which, "edit": { "state": "held" } }),
    );
    let moved = done(window.call(
        "reschedule",
        drop_at(&block, "2026-11-26T13:00", 60, "this"),
    ));
    assert_eq!(
        moved.block.expect("the block").state,
        wire::State::Planned,
        "the future was not held yet"
    );
    window.call::<Option<wire::Done>>("undo", Value::Null);
    assert_eq!(
        blocks(&window, "2026-11-23", "2026-11-24")[0].state,
        wire::State::Held,
        "and undo knows what it was"
    );
}
