use serde_json::{Value, json};
use wire::{Block, ClientPage, ClientRow, Done, State, TouchpointSheet};

use crate::window::{blocks, done, draft, fresh, plan};

fn which(block: &Block) -> Value {
    json!({ "id": block.id, "occurrence": block.occurrence, "scope": "this" })
}

#[test]
fn a_client_is_made_in_the_same_gesture_as_its_first_touchpoint() {
    let (_folder, window) = fresh();
    let answer = done(window.call("plan_touchpoint", draft("Lac", "2026-11-26T13:00", 60)));
    assert_eq!(
        answer.client.expect("the client that was made").name,
        "Fromagerie du Lac"
    );
    let mut second = draft("Lac, suite", "2026-11-27T13:00", 60);
    second["draft"]["client"] = json!({ "type": "new", "name": "fromagerie du lac" });
    done(window.call("plan_touchpoint", second));

    let rows: Vec<ClientRow> = window.call("clients", json!({ "words": "LAC" }));
    assert_eq!(
        rows.len(),
        1,
        "a name that is known is that client, whatever its case"
    );
    assert_eq!(rows[0].touchpoints, 2);
    assert_eq!(rows[0].next.as_ref().expect("a next step").title, "Lac");

    window.call::<Option<Done>>("undo", Value::Null);
    window.call::<Option<Done>>("undo", Value::Null);
    assert!(
        window
            .call::<Vec<ClientRow>>("clients", json!({ "words": "" }))
            .is_empty(),
        "one gesture, one undo"
    );
}

#[test]
fn a_touchpoint_is_edited_trashed_and_restored_whole() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Lac", "2026-11-24T08:00", 30);
    let edit = json!({
        "state": "held", "outcome": "Ils signent en décembre", "place": "Annecy", "notes": "Deux lignes\nde notes",
        "link": "https://teams.microsoft.com/l/meetup-join/x",
        "participants": [{ "name": "Mme Lévêque", "email": "l@lac.test", "attendance": "accepted", "organizer": false }],
    });
    window.call::<Done>(
        "edit_touchpoint",
        json!({ "which": which(&block), "edit": edit }),
    );
    let asked = json!({ "id": block.id, "occurrence": null });
    let sheet: TouchpointSheet = window.call("touchpoint", asked.clone());
    assert_eq!(sheet.outcome, "Ils signent en décembre");
    assert_eq!(sheet.block.state, State::Held);
    assert_eq!(sheet.participants[0].name, "Mme Lévêque");
    assert_eq!(
        sheet.block.link,
        Some(wire::LinkService::Teams),
        "the link's service is recognised"
    );

    window.call::<Done>("trash_touchpoint", json!({ "which": which(&block) }));
    assert!(blocks(&window, "2026-11-23", "2026-11-30").is_empty());
    let trash: Vec<Block> = window.call("trashed_touchpoints", Value::Null);
    assert_eq!(trash.len(), 1);
    window.call::<Done>("restore_touchpoint", json!({ "id": trash[0].id }));
    let back: TouchpointSheet = window.call("touchpoint", asked);
    assert_eq!(
        (back.outcome, back.notes),
        (sheet.outcome, sheet.notes),
        "it comes back with everything"
    );
}

#[test]
fn joining_opens_the_link_in_the_browser_and_nothing_else() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Lac", "2026-11-26T13:00", 60);
    let asked = json!({ "id": block.id, "occurrence": null });
    let problem = window
        .try_call::<Value>("join", asked.clone())
        .expect_err("there is no link yet");
    assert_eq!(problem["code"], "invalid");
    let link: String = window.call("new_video_link", Value::Null);
    assert!(
        link.starts_with("https://meet.jit.si/sentier-"),
        "made offline: {link}"
    );
    window.call::<Done>(
        "edit_touchpoint",
        json!({ "which": which(&block), "edit": { "link": link } }),
    );
    window.call::<Value>("join", asked);
    assert_eq!(*window.heard.opened.lock(), [link]);
    let bad = json!({ "which": which(&block), "edit": { "link": "javascript:alert(1)" } });
    assert!(
        window.try_call::<Done>("edit_touchpoint", bad).is_err(),
        "only addresses a browser may open"
    );
}

#[test]
fn the_examples_come_and_go_in_one_press_each() {
    let (_folder, window) = fresh();
    window.call::<Done>("welcome", json!({ "choice": "examples" }));
    let week = blocks(&window, "2026-11-23", "2026-11-30");
    assert_eq!(week.len(), 13, "a full week");
    assert!(
        week.iter()
            .all(|block| block.example && !block.title.starts_with("example-")),
        "every word is there"
    );
    let mine = plan(&window, "À moi", "2026-11-28T10:00", 30);
    window.call::<Done>("remove_examples", Value::Null);
    let left = blocks(&window, "2026-11-23", "2026-11-30");
    assert_eq!(
        left.iter().map(|block| &block.id).collect::<Vec<_>>(),
        [&mine.id],
        "what is mine stays"
    );
    assert!(window.call::<Vec<Block>>("tray", Value::Null).is_empty());
    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(
        blocks(&window, "2026-11-23", "2026-11-30").len(),
        14,
        "and even that has undo"
    );
}

#[test]
fn the_language_changes_while_the_house_is_open() {
    let (_folder, window) = fresh();
    let block = plan(&window, "Lac", "2026-11-26T13:00", 60);
    let page: ClientPage = window.call(
        "client",
        json!({ "id": block.client.expect("a client").id }),
    );
    assert_eq!(page.coming.len(), 1);
    let problem = window
        .try_call::<Value>("create_client", json!({ "name": "  " }))
        .expect_err("a name is needed");
    assert_eq!(problem["message"], "Un client a besoin d’un nom");
}

#[test]
fn every_write_says_what_it_touched_and_a_read_says_nothing() {
    let (_folder, window) = fresh();
    window.heard.changes.lock().clear();
    blocks(&window, "2026-11-23", "2026-11-30");
    assert!(window.heard.changes.lock().is_empty());
    plan(&window, "Lac", "2026-11-26T13:00", 60);
    let changes = window.heard.changes.lock();
    assert_eq!(changes.len(), 1);
    assert!(changes[0].topics.contains(&wire::Topic::Touchpoints));
}
