//! The day, and what is said while a touchpoint takes place.

use serde_json::{Value, json};
use wire::{Block, Brief, Call, Done, Made, Owed, PromiseState, Today};

use crate::window::{Window, fresh, plan};

/// The brief of a touchpoint.
fn brief(window: &Window, block: &Block) -> Brief {
    window.call("brief", json!({ "id": block.id, "occurrence": null }))
}

fn client_of(block: &Block) -> String {
    block.client.as_ref().expect("a client").id.clone()
}

/// Somebody at a client, with a number.
fn somebody(window: &Window, client: &str, name: &str, family: &str, number: &str) -> String {
    let edit = json!({
        "name": name, "family": family, "client": { "type": "existing", "id": client },
        "emails": [{ "kind": "work", "address": format!("{}@lac.example", family.to_lowercase()) }],
        "phones": [{ "kind": "fax", "written": "02 38 99 99 99" }, { "kind": "work", "written": number }],
    });
    window
        .call::<Made>("create_contact", json!({ "edit": edit }))
        .id
}

/// Who is called, and the number behind the press.
fn called(call: Option<Call>) -> Option<(String, String)> {
    call.map(|call| (call.who, call.phone.dial))
}

fn some(who: &str, dial: &str) -> Option<(String, String)> {
    Some((who.to_owned(), dial.to_owned()))
}

#[test]
fn a_brief_says_whom_to_call_the_nearest_to_the_touchpoint_first() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Le budget", "2026-11-24T11:00", 30);
    let client = client_of(&block);
    assert_eq!(
        called(brief(&window, &block).call),
        None,
        "nobody is known there"
    );

    let edit = json!({ "phones": [{ "kind": "work", "written": "02 38 00 00 00" }] });
    window.call::<Done>("edit_client", json!({ "id": client, "edit": edit }));
    let house = some("Fromagerie du Lac", "+33238000000");
    assert_eq!(
        called(brief(&window, &block).call),
        house,
        "the house itself"
    );

    somebody(&window, &client, "Hélène Riou", "Riou", "02 38 00 00 01");
    somebody(&window, &client, "Marc Besson", "Besson", "02 38 00 00 02");
    let first = called(brief(&window, &block).call);
    assert_eq!(
        first,
        some("Hélène Riou", "+33238000001"),
        "its people first, and never a fax"
    );

    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    let edit = json!({ "title": "Rappeler M. Besson" });
    window.call::<Done>("edit_touchpoint", json!({ "which": which, "edit": edit }));
    let named = called(brief(&window, &block).call);
    assert_eq!(
        named,
        some("Marc Besson", "+33238000002"),
        "who is named in the title"
    );

    let guest = json!({ "name": "", "email": "RIOU@lac.example", "attendance": "waiting", "organizer": false });
    let edit = json!({ "participants": [guest] });
    window.call::<Done>("edit_touchpoint", json!({ "which": which, "edit": edit }));
    let invited = called(brief(&window, &block).call);
    assert_eq!(
        invited,
        some("Hélène Riou", "+33238000001"),
        "who takes part, before anybody"
    );
}

#[test]
fn a_need_stays_with_the_touchpoint_it_was_voiced_in() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Le budget", "2026-11-24T11:00", 30);
    let client = client_of(&block);
    let voiced =
        json!({ "id": null, "words": "baisser le bruit", "answer": "", "touchpoint": block.id });
    window.call::<Done>("write_need", json!({ "client": client, "need": voiced }));
    let elsewhere = json!({ "id": null, "words": "gagner de la place", "answer": "" });
    window.call::<Done>("write_need", json!({ "client": client, "need": elsewhere }));
    let kept: Vec<Option<String>> = window
        .client(&client)
        .needs
        .iter()
        .map(|need| need.touchpoint.map(|id| id.to_string()))
        .collect();
    assert_eq!(
        kept,
        [Some(block.id), None],
        "and one of no touchpoint has none"
    );
}

#[test]
fn a_promise_that_is_kept_says_so_and_is_owed_again_when_that_is_taken_back() {
    let (_folder, window) = fresh();
    let client = client_of(&plan(&window, "Le budget", "2026-11-24T11:00", 30));
    let quote = json!({ "id": null, "owner": "us", "words": "le devis", "due": "2026-11-25", "state": "open" });
    window.call::<Done>(
        "write_promise",
        json!({ "client": client, "promise": quote }),
    );
    let owed = |window: &Window| window.call::<Today>("today", Value::Null).owed;
    let Owed { promise, .. } = owed(&window).remove(0);
    let kept = json!({ "id": promise.id, "owner": "us", "words": "le devis", "due": promise.due, "state": "kept" });
    let done = window.call::<Done>(
        "write_promise",
        json!({ "client": client, "promise": kept }),
    );
    assert_eq!(done.said, "Promesse tenue");
    assert!(owed(&window).is_empty());
    window.call::<Option<Done>>("undo", Value::Null);
    let again = owed(&window);
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].promise.state, PromiseState::Open);
}

#[test]
fn the_examples_have_a_day_worth_reading() {
    let (_folder, window) = fresh();
    window.call::<Done>("welcome", json!({ "choice": "examples" }));
    let today: Today = window.call("today", Value::Null);
    let next = today.next.expect("what is next");
    assert!(next.theirs.is_some() && !next.ours.is_empty() && !next.needs.is_empty());
    assert!(next.call.is_some(), "and somebody to call");
    assert_eq!(today.unclosed.len(), 1, "one thing nobody said anything of");
    let said = today.owed.iter().map(|owed| &owed.promise.words);
    for words in said.chain(next.needs.iter().map(|need| &need.words)) {
        assert!(
            !words.starts_with("example-"),
            "every word is there: {words}"
        );
    }
}
