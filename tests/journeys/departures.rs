//! What leaves, and only after a press.

use std::path::Path;

use serde_json::{Value, json};
use wire::{
    Block, DepartureChange, DepartureKind, DepartureLine, DepartureList, DepartureStanding, Done,
    Told,
};

use crate::window::{Window, done, draft, drop_at, fresh};

const GUEST: &str = "marc@lac.test";

/// A meeting with a guest who can be told, as somebody who can invite.
fn meeting(window: &Window) -> Block {
    let mut settings: Value = window.call::<Value>("start", Value::Null)["settings"].clone();
    settings["me"] = json!({ "name": "Camille Roux", "email": "camille@exemple.test" });
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    let mut one = draft("Visio du Lac", "2026-11-26T13:00", 60);
    one["draft"]["participants"] = json!([
        { "name": "Marc Lévêque", "email": GUEST, "attendance": "waiting", "organizer": false },
        { "name": "Sans adresse", "email": "", "attendance": "waiting", "organizer": false },
    ]);
    one["draft"]["notes"] = json!("Marge : 12 %, ne pas en parler");
    one["draft"]["link"] = json!("https://meet.jit.si/sentier-lac");
    done(window.call("plan_touchpoint", one))
        .block
        .expect("the block")
}

fn which(block: &Block) -> Value {
    json!({ "id": block.id, "occurrence": block.occurrence, "scope": "this" })
}

fn prepare(window: &Window, block: &Block) -> Done {
    window.call("prepare_departure", json!({ "which": which(block) }))
}

fn queue(window: &Window) -> DepartureList {
    window.call("departures", Value::Null)
}

fn waits(window: &Window) -> DepartureLine {
    let mut waiting = queue(window).waiting;
    assert_eq!(waiting.len(), 1, "at most one about a meeting: {waiting:?}");
    waiting.remove(0)
}

fn undo(window: &Window) {
    let done: Option<Done> = window.call("undo", Value::Null);
    assert!(done.is_some(), "there is something to take back");
}

/// Presses *Informer*, and gives what was written and the mail.
fn inform(window: &Window, folder: &Path) -> (String, Told) {
    inform_of(window, folder, &waits(window))
}

fn inform_of(window: &Window, folder: &Path, line: &DepartureLine) -> (String, Told) {
    let path = folder.join("message.ics");
    *window.heard.save_to.lock() = Some(path.clone());
    let told: Option<Told> = window.call("inform", json!({ "id": line.id }));
    let text = std::fs::read_to_string(path).expect("the message");
    (text.replace("\r\n ", ""), told.expect("it was saved"))
}

fn move_to(window: &Window, block: &Block, start: &str) {
    done(window.call("reschedule", drop_at(block, start, 60, "this")));
}

fn close_as(window: &Window, block: &Block, state: &str) {
    let closing = json!({
        "state": state, "outcome": "", "sights": {}, "needs": [], "answered": [], "promises": [], "kept": [],
        "lookAgain": null,
    });
    window.call::<wire::Closed>(
        "close_touchpoint",
        json!({ "which": which(block), "closing": closing }),
    );
}

#[test]
fn nothing_leaves_before_the_press_and_then_what_guests_are_told_and_no_more() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    assert!(queue(&window).waiting.is_empty(), "planning tells nobody");
    prepare(&window, &block);
    let line = waits(&window);
    assert_eq!(
        (line.what, line.sequence, line.to.len()),
        (DepartureKind::Request, 0, 1)
    );
    assert_eq!(line.to[0].email, GUEST);
    assert!(window.heard.opened.lock().is_empty(), "nothing is opened");

    let (text, told) = inform(&window, folder.path());
    for line in [
        "METHOD:REQUEST",
        "SEQUENCE:0",
        "DTSTART;TZID=Europe/Paris:20261126T130000",
        "ORGANIZER;CN=\"Camille Roux\":mailto:camille@exemple.test",
        "SUMMARY:Visio du Lac",
        "URL:https://meet.jit.si/sentier-lac",
        "DESCRIPTION:le budget de la deuxième ligne",
    ] {
        assert!(text.contains(line), "{line} is in {text}");
    }
    for secret in ["Marge", "Fromagerie", "X-SENTIER", "Sans adresse"] {
        assert!(!text.contains(secret), "{secret} is not in {text}");
    }
    assert!(
        told.draft
            .starts_with("mailto:marc@lac.test?subject=Invitation"),
        "{}",
        told.draft
    );
    assert!(domain::opens(&told.draft) && !told.draft.contains("Marge"));
    let all = queue(&window);
    assert_eq!((all.waiting.len(), all.informed.len()), (0, 1));

    undo(&window);
    assert_eq!(waits(&window).id, line.id, "and it waits again");
    undo(&window);
    assert!(queue(&window).waiting.is_empty(), "and was never prepared");
}

#[test]
fn a_meeting_moved_after_they_were_told_waits_to_be_told_again() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    inform(&window, folder.path());
    move_to(&window, &block, "2026-11-27T10:00");
    move_to(&window, &block, "2026-11-27T15:00");
    let again = waits(&window);
    assert_eq!(again.changes, [DepartureChange::Time]);
    assert!(again.sequence >= 1, "a higher version");
    let (text, _) = inform(&window, folder.path());
    assert!(
        text.contains("METHOD:REQUEST") && text.contains("20261127T150000"),
        "the last time only: {text}"
    );
    assert!(text.contains(&format!("SEQUENCE:{}", again.sequence)));

    undo(&window);
    undo(&window);
    undo(&window);
    assert!(
        queue(&window).waiting.is_empty(),
        "one undo takes the move and what it had to say back"
    );
}

#[test]
fn a_meeting_moved_back_before_the_press_has_nothing_to_say() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    inform(&window, folder.path());
    move_to(&window, &block, "2026-11-27T10:00");
    move_to(&window, &block, "2026-11-26T13:00");
    assert!(queue(&window).waiting.is_empty());
}

#[test]
fn calling_it_off_tells_only_those_who_know() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    close_as(&window, &block, "cancelled");
    assert!(queue(&window).waiting.is_empty(), "nobody knew");
    undo(&window);
    inform(&window, folder.path());
    close_as(&window, &block, "cancelled");
    let cancel = waits(&window);
    assert_eq!(cancel.what, DepartureKind::Cancel);
    undo(&window);
    assert!(queue(&window).waiting.is_empty());
    window.call::<Done>("trash_touchpoint", json!({ "which": which(&block) }));
    let (text, told) = inform(&window, folder.path());
    assert!(
        text.contains("METHOD:CANCEL") && text.contains("STATUS:CANCELLED"),
        "{text}"
    );
    assert!(
        text.contains("SEQUENCE:1") && text.contains("UID:tp_"),
        "{text}"
    );
    assert!(told.draft.contains("subject=Annul"), "{}", told.draft);
}

/// Those who are to come, by their addresses.
fn invite(window: &Window, block: &Block, emails: &[&str]) {
    let people: Vec<Value> = emails
        .iter()
        .map(|email| json!({ "name": "", "email": email, "attendance": "waiting", "organizer": false }))
        .collect();
    let edit = json!({ "which": which(block), "edit": { "participants": people } });
    window.call::<Done>("edit_touchpoint", edit);
}

fn of(window: &Window, what: DepartureKind) -> Option<DepartureLine> {
    let waiting = queue(window).waiting;
    waiting.into_iter().find(|line| line.what == what)
}

#[test]
fn a_guest_who_is_taken_off_is_told_alone_and_the_others_of_who_comes() {
    const LEA: &str = "lea@lac.test";
    let (folder, window) = fresh();
    let block = meeting(&window);
    invite(&window, &block, &[GUEST, LEA]);
    prepare(&window, &block);
    invite(&window, &block, &[GUEST]);
    assert!(
        of(&window, DepartureKind::Uninvite).is_none(),
        "nobody knew"
    );
    invite(&window, &block, &[GUEST, LEA]);
    inform(&window, folder.path());

    invite(&window, &block, &[GUEST]);
    let parting = of(&window, DepartureKind::Uninvite).expect("it waits");
    assert_eq!(parting.to.len(), 1);
    assert_eq!((parting.to[0].email.as_str(), parting.sequence), (LEA, 1));
    assert!(parting.changes.is_empty());
    let again = of(&window, DepartureKind::Request).expect("it waits beside");
    assert_eq!(again.changes, [DepartureChange::People]);
    undo(&window);
    assert!(
        queue(&window).waiting.is_empty(),
        "one undo takes both back"
    );

    invite(&window, &block, &[GUEST]);
    let parting = of(&window, DepartureKind::Uninvite).expect("it waits");
    let (text, told) = inform_of(&window, folder.path(), &parting);
    for line in [
        "METHOD:CANCEL",
        "SEQUENCE:1",
        "UID:tp_",
        "ATTENDEE:mailto:lea@lac.test",
    ] {
        assert!(text.contains(line), "{line} is in {text}");
    }
    for other in ["STATUS:", GUEST, "DESCRIPTION"] {
        assert!(!text.contains(other), "{other} is not in {text}");
    }
    let subject = "mailto:lea@lac.test?subject=Invitation%20annul";
    assert!(told.draft.starts_with(subject), "{}", told.draft);
    assert_eq!(
        waits(&window).what,
        DepartureKind::Request,
        "the other word still waits"
    );

    // Invited again, she is told a version newer than the one that took her off.
    invite(&window, &block, &[GUEST, LEA]);
    let (text, _) = inform(&window, folder.path());
    assert!(
        text.contains("METHOD:REQUEST") && text.contains("SEQUENCE:2"),
        "{text}"
    );

    // Called off while a guest waits to hear that: everybody hears the one word.
    invite(&window, &block, &[GUEST]);
    close_as(&window, &block, "cancelled");
    let cancel = waits(&window);
    assert_eq!((cancel.what, cancel.to.len()), (DepartureKind::Cancel, 2));
}

#[test]
fn a_guest_who_is_taken_off_one_of_a_series_is_told_of_that_one() {
    let (folder, window) = fresh();
    let second = weekly(&window, folder.path());
    prepare(&window, &second);
    inform(&window, folder.path());
    let mut other = which(&second);
    other["scope"] = json!("this");
    let people = json!([{ "name": "", "email": "lea@lac.test", "attendance": "waiting", "organizer": false }]);
    let edit = json!({ "which": other, "edit": { "participants": people } });
    window.call::<Done>("edit_touchpoint", edit);
    let parting = of(&window, DepartureKind::Uninvite).expect("it waits");
    let (text, _) = inform_of(&window, folder.path(), &parting);
    assert!(
        text.contains("METHOD:CANCEL") && text.contains("mailto:marc@lac.test"),
        "{text}"
    );
    assert!(
        text.contains("RECURRENCE-ID;TZID=Europe/Paris:20261201T140000"),
        "{text}"
    );
    let (text, _) = inform(&window, folder.path());
    assert!(
        text.contains("METHOD:REQUEST") && text.contains("mailto:lea@lac.test"),
        "{text}"
    );
}

#[test]
fn what_took_place_is_no_invitation_any_more() {
    let (_folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    close_as(&window, &block, "held");
    assert!(queue(&window).waiting.is_empty());
}

#[test]
fn what_is_withdrawn_stays_out_until_there_is_something_new() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    inform(&window, folder.path());
    move_to(&window, &block, "2026-11-27T10:00");
    let id = waits(&window).id;
    window.call::<Done>("withdraw_departure", json!({ "id": id }));
    let told = &queue(&window).informed[0];
    assert_eq!(told.changes, [DepartureChange::Time], "and it is said so");
    let notes = json!({ "which": which(&block), "edit": { "notes": "autre chose" } });
    window.call::<Done>("edit_touchpoint", notes);
    assert!(queue(&window).waiting.is_empty(), "notes are nobody’s news");
    let link = json!({ "which": which(&block), "edit": { "link": "https://meet.jit.si/autre" } });
    window.call::<Done>("edit_touchpoint", link);
    assert_eq!(
        waits(&window).changes,
        [DepartureChange::Time, DepartureChange::Link]
    );
    undo(&window);
    undo(&window);
    undo(&window);
    assert_eq!(waits(&window).id, id, "withdrawing has its own way back");
}

#[test]
fn nobody_invites_without_an_address_nor_in_the_name_of_another() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    let mut settings: Value = window.call::<Value>("start", Value::Null)["settings"].clone();
    settings["me"]["email"] = json!("");
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    *window.heard.save_to.lock() = Some(folder.path().join("message.ics"));
    let id = waits(&window).id;
    let problem = window
        .try_call::<Value>("inform", json!({ "id": id }))
        .expect_err("who invites?");
    assert_eq!(problem["code"], "invalid");
    assert!(!folder.path().join("message.ics").exists());
    settings["me"]["email"] = json!("camille, exemple.test");
    window
        .try_call::<Value>("save_settings", json!({ "settings": settings }))
        .expect_err("that is no address");

    settings["me"]["email"] = json!("camille@exemple.test");
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    let people = json!([
        { "name": "", "email": "chef@lac.test", "attendance": "waiting", "organizer": true },
        { "name": "", "email": GUEST, "attendance": "waiting", "organizer": false },
    ]);
    let edit = json!({ "which": which(&block), "edit": { "participants": people } });
    window.call::<Done>("edit_touchpoint", edit);
    window
        .try_call::<Value>("inform", json!({ "id": id }))
        .expect_err("it is their meeting");
}

#[test]
fn a_changed_mind_at_the_dialog_leaves_it_waiting() {
    let (_folder, window) = fresh();
    let block = meeting(&window);
    prepare(&window, &block);
    *window.heard.save_to.lock() = None;
    let told: Option<Told> = window.call("inform", json!({ "id": waits(&window).id }));
    assert!(told.is_none());
    waits(&window);
}

/// Brings a series with a guest in, and gives its second occurrence.
fn weekly(window: &Window, folder: &Path) -> Block {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:weekly@example.org\r\n\
        DTSTAMP:20261101T080000Z\r\nDTSTART;TZID=Europe/Paris:20261124T140000\r\nDTEND;TZID=Europe/Paris:20261124T150000\r\n\
        RRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:Point\r\nATTENDEE:mailto:marc@lac.test\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    meeting(window);
    let file = folder.join("weekly.ics");
    std::fs::write(&file, text).expect("the file");
    let preview: wire::ImportPreview =
        window.call("preview_import", json!({ "paths": [window.given(&file)] }));
    window.call::<Done>(
        "run_import",
        json!({ "ticket": preview.ticket, "choice": { "skip": [], "takeDiffering": true } }),
    );
    crate::window::blocks(window, "2026-12-01", "2026-12-02").remove(0)
}

#[test]
fn one_of_a_series_that_moves_is_told_by_itself() {
    let (folder, window) = fresh();
    let second = weekly(&window, folder.path());
    prepare(&window, &second);
    let (text, _) = inform(&window, folder.path());
    assert!(
        text.contains("RRULE:FREQ=WEEKLY;COUNT=4"),
        "all of it: {text}"
    );
    assert!(text.contains("UID:weekly@example.org"), "the same identity");

    move_to(&window, &second, "2026-12-02T10:00");
    let (text, _) = inform(&window, folder.path());
    assert!(
        text.contains("RECURRENCE-ID;TZID=Europe/Paris:20261201T140000"),
        "{text}"
    );
    assert!(
        !text.contains("FREQ=WEEKLY") && text.contains("20261202T100000"),
        "{text}"
    );
    undo(&window);
    undo(&window);
    assert!(queue(&window).waiting.is_empty());
}

#[test]
fn a_sheet_says_where_its_invitation_stands() {
    let (folder, window) = fresh();
    let block = meeting(&window);
    let standing = || -> DepartureStanding {
        window.call(
            "departure_standing",
            json!({ "id": block.id, "occurrence": block.occurrence }),
        )
    };
    assert!(standing().can_prepare && standing().waiting.is_none());
    prepare(&window, &block);
    assert_eq!(standing().waiting, Some(DepartureKind::Request));
    inform(&window, folder.path());
    let told = standing();
    assert_eq!(told.told_at.as_deref(), Some("mar. 24 nov. 09:12"));
    assert!(!told.can_prepare, "they know it");
}
