//! The concluding meeting: some working days later, at the same hour, with the work between the two.

use serde_json::{Value, json};
use wire::{ConcludeLook, Concluded, Done, Purpose};

use crate::window::{Window, blocks, draft, fresh, plan, start};

fn ask(block: &wire::Block, more: Value) -> Value {
    let mut ask = json!({
        "id": block.id, "occurrence": null, "on": { "type": "after", "days": 3 },
        "hour": null, "work": null, "reason": null,
    });
    if let (Some(ask), Value::Object(more)) = (ask.as_object_mut(), more) {
        ask.extend(more);
    }
    json!({ "ask": ask })
}

fn run(window: &Window, ask: Value) -> Done {
    match window.call("conclude", ask) {
        Concluded::Done(done) => *done,
        Concluded::Impossible(look) => panic!("impossible: {:?}", look.why),
    }
}

#[test]
fn three_working_days_later_at_the_same_hour_with_its_work_and_one_undo() {
    let (_folder, window) = fresh();
    let mut draft = draft("Démonstration", "2026-11-24T10:00", 60);
    draft["draft"]["link"] = json!("https://meet.jit.si/sentier-demonstration");
    draft["draft"]["participants"] = json!([
        { "name": "Hélène Lac", "email": "helene@lac.example", "attendance": "waiting", "organizer": false }
    ]);
    let block = crate::window::done(window.call("plan_touchpoint", draft))
        .block
        .expect("it");

    let look: ConcludeLook = window.call("look_conclude", ask(&block, json!({})));
    let bridge = look.bridge.as_ref().expect("it is possible");
    assert_eq!(
        (bridge.date.as_str(), bridge.same_hour),
        ("2026-11-27", true)
    );
    assert_eq!(bridge.work.len(), 2);
    assert!(
        bridge
            .work
            .iter()
            .all(|work| work.start.as_str() >= "2026-11-24T11:00")
    );
    assert!(
        bridge
            .work
            .iter()
            .all(|work| work.end.as_str() <= "2026-11-27T08:00")
    );
    assert!(look.weak.is_none(), "{:?}", look.weak);
    assert!(look.reason.bring.contains("Conclure"), "{:?}", look.reason);
    assert_eq!(
        blocks(&window, "2026-11-23", "2026-11-30").len(),
        1,
        "a look writes nothing"
    );

    let done = run(&window, ask(&block, json!({})));
    assert_eq!(
        done.said,
        "Conclusion posée ven. 27 nov. 10:00, 2 travaux avant"
    );
    let concluding = done.block.expect("the meeting");
    assert_eq!(start(&concluding), "2026-11-27T10:00");
    assert_eq!(
        concluding.link,
        Some(wire::LinkService::Jitsi),
        "the same room"
    );
    let sheet: wire::TouchpointSheet = window.call(
        "touchpoint",
        json!({ "id": concluding.id, "occurrence": null }),
    );
    assert_eq!(
        sheet.participants[0].email, "helene@lac.example",
        "the same people"
    );
    let week = blocks(&window, "2026-11-23", "2026-11-30");
    let work: Vec<_> = week
        .iter()
        .filter(|one| one.purpose == Purpose::Work)
        .collect();
    assert_eq!(work.len(), 2);
    assert!(
        work.iter()
            .all(|one| one.hangs_on.as_deref() == Some(&concluding.id))
    );

    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("one step");
    assert_eq!(
        blocks(&window, "2026-11-23", "2026-11-30").len(),
        1,
        "all of it is gone"
    );
}

#[test]
fn the_work_is_what_one_says_and_the_day_the_one_one_points_at() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-24T10:00", 60);
    let saturday = json!({
        "on": { "type": "day", "date": "2026-11-28" }, "hour": 15 * 60,
        "work": [{ "title": "Appeler l’atelier", "minutes": 45 }, { "title": "  ", "minutes": 10 }],
    });
    let look: ConcludeLook = window.call("look_conclude", ask(&block, saturday));
    let bridge = look.bridge.expect("it is possible");
    assert_eq!(
        bridge.start, "2026-11-30T15:00",
        "Saturday is not worked: Monday"
    );
    assert_eq!(bridge.after, 4);
    assert_eq!(bridge.work.len(), 1, "what has no words is no work");
    assert_eq!(bridge.work[0].title, "Appeler l’atelier");
    let before = json!({ "on": { "type": "day", "date": "2026-11-23" } });
    assert!(
        window
            .try_call::<ConcludeLook>("look_conclude", ask(&block, before))
            .is_err()
    );
}

#[test]
fn a_day_that_is_full_names_what_fails_and_offers_the_next_one() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-24T10:00", 60);
    let mut full = draft("Salon", "2026-11-27T09:00", 540);
    full["draft"]["kind"] = json!("inPerson");
    full["draft"]["force"] = json!(true);
    crate::window::done(window.call("plan_touchpoint", full));
    let look: ConcludeLook = window.call("look_conclude", ask(&block, json!({})));
    assert!(look.bridge.is_none());
    assert!(look.why[0].contains("Salon"), "{:?}", look.why);
    let instead = look.instead.expect("Monday");
    assert_eq!((instead.date.as_str(), instead.after), ("2026-11-30", 4));
    let answer: Concluded = window.call("conclude", ask(&block, json!({})));
    assert!(
        matches!(answer, Concluded::Impossible(_)),
        "and nothing is written"
    );
    let taken = json!({ "on": { "type": "after", "days": 4 } });
    assert_eq!(
        start(&run(&window, ask(&block, taken)).block.expect("it")),
        "2026-11-30T10:00"
    );
}

#[test]
fn holidays_and_a_clock_change_are_no_working_days_and_no_other_hour() {
    let (folder, window) = fresh();
    window.close();
    let window = Window::open_at(folder.path(), "2027-03-24T09:00:00+01:00");
    let block = plan(&window, "Visio", "2027-03-24T10:00", 60);
    let look: ConcludeLook = window.call("look_conclude", ask(&block, json!({})));
    let bridge = look.bridge.expect("Tuesday, past Easter Monday");
    assert_eq!(bridge.start, "2027-03-30T10:00");
}

#[test]
fn the_work_stays_after_the_first_meeting_when_that_one_is_moved() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-24T10:00", 60);
    run(&window, ask(&block, json!({})));
    let later = crate::window::drop_at(&block, "2026-11-25T14:00", 60, "this");
    let verdict: wire::Verdict = window.call("judge", later.clone());
    assert_eq!(
        verdict.follows.iter().filter(|one| one.moves).count(),
        2,
        "{:?}",
        verdict.follows
    );
    crate::window::done(window.call("reschedule", later));
    let week = blocks(&window, "2026-11-23", "2026-11-30");
    let work = week.iter().filter(|one| one.purpose == Purpose::Work);
    assert!(work.clone().count() == 2 && work.clone().all(|one| start(one) >= "2026-11-25T15:00"));
}

#[test]
fn the_work_goes_along_when_the_conclusion_comes_sooner() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Visio", "2026-11-24T10:00", 60);
    let long = json!({
        "on": { "type": "after", "days": 6 },
        "work": (0..6).map(|n| json!({ "title": format!("Étape {n}"), "minutes": 240 })).collect::<Vec<_>>(),
    });
    let concluding = run(&window, ask(&block, long)).block.expect("it");
    let sooner = crate::window::drop_at(&concluding, "2026-11-25T17:00", 60, "this");
    let verdict: wire::Verdict = window.call("judge", sooner);
    assert_eq!(verdict.follows.len(), 6);
    assert!(
        verdict
            .follows
            .iter()
            .any(|one| one.moves || !one.stuck.is_empty())
    );
}
