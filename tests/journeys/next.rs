//! A living client has a step to come or a day to look again: offered, in the toast of the write that took it away.

use serde_json::{Value, json};
use wire::{Block, ClientRef, Done};

use crate::calendar_files::bring_in;
use crate::path::planned;
use crate::window::{Window, blocks, done, drop_at, fresh};

/// A visit and a call, both to come, of one client.
fn two_steps(window: &Window) -> (Block, Block, ClientRef) {
    let visit = planned(
        window,
        "inPerson",
        "2026-11-26T13:00",
        "comparer deux réglages devant la machine",
    );
    let call = planned(
        window,
        "phone",
        "2026-11-27T10:00",
        "le relevé des pannes de l’été",
    );
    let client = visit.client.clone().expect("a client");
    (visit, call, client)
}

fn which(block: &Block) -> Value {
    json!({ "id": block.id, "occurrence": block.occurrence, "scope": "this" })
}

fn becomes(window: &Window, block: &Block, state: &str) -> Done {
    let edit = json!({ "which": which(block), "edit": { "state": state } });
    window.call("edit_touchpoint", edit)
}

fn trash(window: &Window, block: &Block) -> Done {
    window.call("trash_touchpoint", json!({ "which": which(block) }))
}

fn undo(window: &Window) {
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("a step to take back");
}

#[test]
fn whatever_takes_the_last_step_away_offers_the_next_one_and_nothing_does_while_one_is_left() {
    let (_folder, window) = fresh();
    let (visit, call, client) = two_steps(&window);
    assert_eq!(
        becomes(&window, &visit, "cancelled").wants_next,
        None,
        "the call is left"
    );
    for state in ["cancelled", "missed", "held"] {
        let said = becomes(&window, &call, state);
        assert_eq!(said.wants_next.as_ref(), Some(&client), "{state}");
        undo(&window);
    }
    assert_eq!(trash(&window, &call).wants_next.as_ref(), Some(&client));
    undo(&window);

    let mut away = drop_at(&call, "2026-11-27T10:00", 30, "this");
    away["proposal"]["to"] = json!({ "type": "tray" });
    let waits = done(window.call("reschedule", away));
    assert_eq!(
        waits.wants_next.as_ref(),
        Some(&client),
        "what waits for a slot is no step"
    );
    undo(&window);
    let past = done(window.call("reschedule", drop_at(&call, "2026-11-23T10:00", 30, "this")));
    assert_eq!(past.wants_next.as_ref(), Some(&client), "nor what is past");
    undo(&window);
    let later = done(window.call("reschedule", drop_at(&call, "2026-11-30T10:00", 30, "this")));
    assert_eq!(later.wants_next, None, "a drop among the days to come");
}

#[test]
fn a_touchpoint_given_to_another_client_leaves_its_first_one_without() {
    let (_folder, window) = fresh();
    let call = planned(&window, "phone", "2026-11-27T10:00", "le relevé des pannes");
    let edit = json!({ "client": { "type": "new", "name": "Fonderie Perrin" } });
    let said: Done = window.call(
        "edit_touchpoint",
        json!({ "which": which(&call), "edit": edit }),
    );
    assert_eq!(said.wants_next, call.client, "the one it was taken from");
}

#[test]
fn a_day_to_look_again_is_enough_until_it_is_taken_away() {
    let (_folder, window) = fresh();
    let call = planned(&window, "phone", "2026-11-27T10:00", "le relevé des pannes");
    let client = call.client.clone().expect("a client");
    let look = |day: &str| {
        let edit = json!({ "id": client.id, "edit": { "lookAgain": day } });
        window.call::<Done>("edit_path", edit)
    };
    assert_eq!(look("2026-12-08").wants_next, None);
    assert_eq!(trash(&window, &call).wants_next, None, "one looks again");
    assert_eq!(look("").wants_next, Some(client), "and now nothing is left");
}

#[test]
fn nobody_is_asked_about_a_client_put_aside_or_a_touchpoint_that_was_no_step() {
    let (_folder, window) = fresh();
    let (visit, call, client) = two_steps(&window);
    becomes(&window, &visit, "cancelled");
    assert_eq!(
        becomes(&window, &call, "held").wants_next.as_ref(),
        Some(&client)
    );
    assert_eq!(
        trash(&window, &call).wants_next,
        None,
        "what is behind takes nothing away"
    );
    undo(&window);
    undo(&window);
    let aside = json!({ "id": client.id, "archived": true });
    window.call::<Done>("archive_client", aside);
    assert_eq!(
        trash(&window, &call).wants_next,
        None,
        "it is not lived with"
    );
}

#[test]
fn a_series_that_goes_on_is_a_step_to_come() {
    let (folder, window) = fresh();
    let once = planned(
        &window,
        "video",
        "2026-11-26T13:00",
        "la maquette sur leurs données",
    );
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//FR\r\nBEGIN:VEVENT\r\nUID:weekly@x\r\n\
        DTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Paris:20261027T090000\r\nDURATION:PT30M\r\n\
        RRULE:FREQ=WEEKLY\r\nSUMMARY:Point\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let file = folder.path().join("points.ics");
    std::fs::write(&file, calendar).expect("written");
    bring_in(&window, &file);
    let weekly = blocks(&window, "2026-12-01", "2026-12-02").remove(0);
    let given = json!({ "client": { "type": "existing", "id": once.client.as_ref().expect("a client").id } });
    let all = json!({ "id": weekly.id, "occurrence": weekly.occurrence, "scope": "all" });
    window.call::<Done>("edit_touchpoint", json!({ "which": all, "edit": given }));
    assert_eq!(
        trash(&window, &once).wants_next,
        None,
        "one meets next week"
    );
    let said: Done = window.call("trash_touchpoint", json!({ "which": all }));
    assert_eq!(said.wants_next, once.client, "and now nothing is left");
}
