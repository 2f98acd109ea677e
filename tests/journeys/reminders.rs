//! Reminders: what rings, what is put off, what was missed. The clock stands still in each launch; time goes by between
//! two of them, as it does for a laptop that is closed.

use chrono::DateTime;
use serde_json::{Value, json};
use wire::{Background, Block, Reminded, Snooze, Today};
use workflows::reminders::{Said, next_line};

use crate::path::planned;
use crate::window::{NOW, Window, fresh};

const REASON: &str = "les chiffres de la fromagerie de Nantes";

/// A video meeting at 14:30, planned at 09:12, and the app closed again.
fn at_half_past_two() -> (tempfile::TempDir, Block) {
    let (folder, window) = fresh();
    let block = planned(&window, "video", "2026-11-24T14:30", REASON);
    window.wake();
    window.close();
    (folder, block)
}

fn at(time: &str) -> String {
    format!("2026-11-24T{time}:00+01:00")
}

fn missed(window: &Window) -> Vec<Reminded> {
    window.call("missed", Value::Null)
}

fn rang(window: &Window) -> Vec<Said> {
    window.heard.rang.lock().clone()
}

#[test]
fn a_reminder_rings_once_and_its_text_holds_the_reason() {
    let (folder, _) = at_half_past_two();
    let window = Window::open_at(folder.path(), &at("14:19"));
    let next = window.wake().expect("something is to come");
    let due = DateTime::parse_from_rfc3339(&at("14:20")).expect("an instant");
    assert_eq!(next, due, "ten minutes before a video meeting");
    assert_eq!(rang(&window), [], "not a minute early");
    window.close();

    let window = Window::open_at(folder.path(), &at("14:20"));
    window.wake();
    let said = rang(&window);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].title, "14:30 Visio · Fromagerie du Lac");
    assert_eq!(said[0].body, format!("J’apporte\u{a0}: {REASON}"));
    let heard: Vec<Reminded> = window.call("rung", Value::Null);
    assert_eq!(
        heard.len(),
        1,
        "a page that was still on its way asks for it"
    );
    assert_eq!(
        window.call::<Vec<Reminded>>("rung", Value::Null),
        [],
        "once"
    );
    window.wake();
    assert_eq!(rang(&window).len(), 1, "once");
    window.close();

    let window = Window::open_at(folder.path(), &at("14:21"));
    window.wake();
    assert_eq!(rang(&window), [], "a restart repeats nothing");
    assert!(missed(&window).is_empty(), "and nothing was missed");
}

#[test]
fn several_at_once_are_one_notification() {
    let (folder, window) = fresh();
    planned(&window, "video", "2026-11-24T14:00", REASON);
    planned(
        &window,
        "inPerson",
        "2026-11-24T15:00",
        "le relevé des pannes de l’été",
    );
    window.close();
    let window = Window::open_at(folder.path(), &at("14:01"));
    window.wake();
    let said = rang(&window);
    assert_eq!(said.len(), 1, "never a burst: {said:?}");
    assert_eq!(said[0].title, "2 rendez-vous approchent");
    assert!(
        said[0].body.contains(REASON) && said[0].body.contains("15:00 Visite"),
        "each with its reason: {}",
        said[0].body
    );
}

#[test]
fn put_off_it_comes_back_and_says_when() {
    let (folder, block) = at_half_past_two();
    let window = Window::open_at(folder.path(), &at("14:20"));
    planned(
        &window,
        "video",
        "2026-11-24T16:00",
        "la maquette sur leurs données",
    );
    window.wake();
    let which = json!({ "id": block.id, "occurrence": null });
    let ways: Vec<Snooze> = window.call("snoozes", which);
    let said: Vec<&str> = ways.iter().map(|way| way.when.as_str()).collect();
    assert_eq!(
        said,
        ["14:30", "15:20", "15:50", "mer. 25 nov. 09:00"],
        "ten minutes, an hour, before the next video, tomorrow when work begins"
    );
    let put_off = json!({ "id": block.id, "occurrence": null, "delay": "tenMinutes" });
    let until: Snooze = window.call("snooze", put_off);
    assert_eq!(until.when, "14:30");
    window.close();

    let window = Window::open_at(folder.path(), &at("14:30"));
    window.wake();
    assert_eq!(rang(&window)[0].title, "14:30 Visio · Fromagerie du Lac");
}

#[test]
fn one_touchpoint_can_have_a_lead_of_its_own() {
    let (folder, block) = at_half_past_two();
    let window = Window::open_at(folder.path(), NOW);
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    let choose = |lead: Value| {
        let edit = json!({ "which": which, "edit": { "lead": lead } });
        window.call::<wire::Done>("edit_touchpoint", edit);
        window.wake().map(|next| next.to_rfc3339())
    };
    let earlier = choose(json!({ "type": "before", "minutes": 30 }));
    assert_eq!(earlier.as_deref(), Some("2026-11-24T13:00:00+00:00"));
    assert_eq!(choose(json!({ "type": "never" })), None);
    let usual = choose(json!({ "type": "ofKind" }));
    assert_eq!(usual.as_deref(), Some("2026-11-24T13:20:00+00:00"));
}

#[test]
fn what_went_by_while_the_app_was_closed_is_one_list_seen_once() {
    let (folder, window) = fresh();
    let video = planned(&window, "video", "2026-11-24T10:30", REASON);
    let call = planned(
        &window,
        "phone",
        "2026-11-24T11:00",
        "le relevé des pannes de l’été",
    );
    window.wake();
    window.close();

    let window = Window::open_at(folder.path(), &at("15:00"));
    let before = missed(&window);
    window.wake();
    assert_eq!(rang(&window), [], "never a burst");
    let listed: Vec<String> = missed(&window)
        .into_iter()
        .map(|one| one.block.id)
        .collect();
    assert_eq!(
        listed,
        [call.id.clone(), video.id.clone()],
        "the latest first"
    );
    assert_eq!(before.len(), 2, "the page may ask before the timer does");
    assert_eq!(before[1].when, "10:30");
    assert_eq!(before[1].block.reason.bring, REASON);
    window.close();

    let window = Window::open_at(folder.path(), &at("15:05"));
    assert_eq!(missed(&window).len(), 2, "it waits until it is seen");
    window.call::<Value>("missed_seen", json!({ "id": call.id, "occurrence": null }));
    assert_eq!(missed(&window).len(), 1, "one of them");
    window.call::<Value>("missed_seen", json!({ "id": null, "occurrence": null }));
    assert!(missed(&window).is_empty(), "all of them");
    let told: Vec<wire::HistoryLine> =
        window.call("history", json!({ "before": null, "limit": 50 }));
    assert_eq!(told.len(), 4, "settings, a beginning, two plans: {told:?}");
    let undone: Option<wire::Done> = window.call("undo", Value::Null);
    let said = undone.expect("a step").said;
    assert!(
        said.contains("Planifier"),
        "seeing is no step of undo: {said}"
    );
    window.close();

    let window = Window::open_at(folder.path(), &at("15:30"));
    window.wake();
    assert!(
        missed(&window).is_empty(),
        "seen is seen, after a restart too"
    );
}

#[test]
fn what_is_said_of_a_missed_touchpoint_takes_it_off_the_list() {
    let (folder, window) = fresh();
    let block = planned(&window, "video", "2026-11-24T10:30", REASON);
    window.wake();
    window.close();
    let window = Window::open_at(folder.path(), &at("15:00"));
    window.wake();
    assert_eq!(missed(&window).len(), 1);
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    let edit = json!({ "state": "held" });
    window.call::<wire::Done>("edit_touchpoint", json!({ "which": which, "edit": edit }));
    assert!(missed(&window).is_empty());
}

#[test]
fn leave_is_quiet_and_what_it_kept_silent_is_on_the_list() {
    let (folder, window) = fresh();
    planned(&window, "video", "2026-11-24T14:30", REASON);
    let mut settings: Value = window.call::<Value>("start", Value::Null)["settings"].clone();
    settings["leave"] = json!([{ "first": "2026-11-24", "last": "2026-11-24", "fromNoon": false, "untilNoon": false }]);
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    window.wake();
    window.close();
    let window = Window::open_at(folder.path(), &at("14:20"));
    window.wake();
    assert_eq!(rang(&window), []);
    window.close();
    let window = Window::open_at(folder.path(), "2026-11-25T09:00:00+01:00");
    window.wake();
    assert_eq!(missed(&window).len(), 1);
    assert_eq!(missed(&window)[0].when, "mar. 24 nov. 14:30");

    settings["leave"] = json!([{ "first": "2026-11-24", "last": "2026-11-23", "fromNoon": false, "untilNoon": false }]);
    let problem = window
        .try_call::<Value>("save_settings", json!({ "settings": settings }))
        .expect_err("it ends before it begins");
    assert_eq!(problem["code"], "invalid");
}

#[test]
fn a_desktop_without_notifications_loses_nothing() {
    let (folder, _) = at_half_past_two();
    let window = Window::open_at(folder.path(), &at("14:20"));
    *window.heard.deaf.lock() = true;
    window.wake();
    assert_eq!(missed(&window).len(), 1, "nobody could be told");
    window.wake();
    assert_eq!(rang(&window).len(), 1, "and nobody is asked again");
}

#[test]
fn whoever_wants_no_reminders_has_none_and_missed_none() {
    let (folder, window) = fresh();
    planned(&window, "video", "2026-11-24T14:30", REASON);
    window.wake();
    let mut settings: Value = window.call::<Value>("start", Value::Null)["settings"].clone();
    settings["reminding"]["on"] = json!(false);
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    window.close();
    let window = Window::open_at(folder.path(), &at("15:00"));
    window.wake();
    assert_eq!((rang(&window).len(), missed(&window).len()), (0, 0));
    settings["reminding"]["on"] = json!(true);
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    window.wake();
    assert!(missed(&window).is_empty(), "it was not asked for");
}

#[test]
fn the_tray_says_what_comes_next() {
    let (folder, _) = at_half_past_two();
    let window = Window::open_at(folder.path(), NOW);
    assert_eq!(
        next_line(&window.house).expect("read").as_deref(),
        Some("14:30 Visio · Fromagerie du Lac")
    );
    window.close();
    let window = Window::open_at(folder.path(), &at("14:31"));
    assert_eq!(next_line(&window.house).expect("read"), None);
}

#[test]
fn starting_with_the_session_is_asked_of_the_system() {
    let (_folder, window) = fresh();
    let now: Background = window.call("background", Value::Null);
    assert_eq!((now.tray, now.autostart), (false, false), "opt-in");
    let now: Background = window.call("start_with_session", json!({ "on": true }));
    assert!(now.autostart);
}

#[test]
fn what_looks_for_its_reason_is_the_same_list_everywhere() {
    let (folder, window) = fresh();
    planned(&window, "video", "2026-11-24T14:30", REASON);
    let file = folder.path().join("agenda.ics");
    std::fs::write(
        &file,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//FR\r\nBEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20261101T080000Z\r\n\
         DTSTART:20261126T090000Z\r\nDTEND:20261126T100000Z\r\nSUMMARY:Visio Scierie\r\n\
         LOCATION:https://meet.jit.si/scierie\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    .expect("written");
    let paths = json!({ "paths": [window.given(&file)] });
    let preview: wire::ImportPreview = window.call("preview_import", paths);
    let choice = json!({ "takeDiffering": false, "skip": [], "rows": [], "keepAttendees": true });
    window
        .try_call::<Value>(
            "run_import",
            json!({ "ticket": preview.ticket, "choice": choice }),
        )
        .expect("brought in");
    let looking: Vec<Block> = window.call("without_reason", Value::Null);
    let titles: Vec<&str> = looking.iter().map(|block| block.title.as_str()).collect();
    assert_eq!(titles, ["Visio Scierie"], "only what came without one");
    let today: Today = window.call("today", Value::Null);
    let same: Vec<Block> = today
        .without_reason
        .into_iter()
        .map(|one| one.block)
        .collect();
    assert_eq!(same, looking);
}
