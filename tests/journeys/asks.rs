//! The list of clients by what they ask for.

use std::path::Path;

use serde_json::{Value, json};
use wire::{Block, ClientRows, Closed, Done, ImportPreview, Kind};

use crate::window::{Window, blocks, done, draft, fresh};

/// The names the list shows, filtered so.
fn names(window: &Window, filter: Value) -> Vec<String> {
    let sort = json!({ "by": "name", "descending": false });
    listed(window, filter, sort)
        .rows
        .into_iter()
        .map(|row| row.name)
        .collect()
}

fn listed(window: &Window, filter: Value, sort: Value) -> ClientRows {
    let query = json!({ "words": "", "filter": filter, "sort": sort, "from": 0, "limit": 50 });
    window.call("clients_page", json!({ "query": query }))
}

/// A touchpoint with a client of its own.
fn with(window: &Window, client: &str, kind: &str, start: &str) -> Block {
    let mut one = draft("", start, 30);
    one["draft"]["kind"] = json!(kind);
    one["draft"]["client"] = json!({ "type": "new", "name": client });
    done(window.call("plan_touchpoint", one))
        .block
        .expect("a block")
}

fn held(window: &Window, block: &Block) {
    let which = json!({ "id": block.id, "occurrence": block.occurrence, "scope": "this" });
    let closing = json!({
        "state": "held", "outcome": "", "sights": {}, "needs": [], "answered": [], "promises": [], "kept": [],
        "lookAgain": null,
    });
    window.call::<Closed>(
        "close_touchpoint",
        json!({ "which": which, "closing": closing }),
    );
}

fn id_of(block: &Block) -> String {
    block.client.as_ref().expect("a client").id.clone()
}

#[test]
fn the_list_finds_who_is_to_be_seen_who_is_owed_and_who_has_no_next_step() {
    let (_folder, window) = fresh();
    let called = with(&window, "Fromagerie du Lac", "phone", "2026-06-01T10:00");
    held(&window, &called);
    with(&window, "Hôtel des Pins", "video", "2026-11-26T14:00");
    let owed = with(&window, "Verrerie Morel", "video", "2026-11-27T14:00");
    let promise = json!({ "id": null, "owner": "them", "words": "leurs plans", "due": "2026-11-24", "state": "open" });
    window.call::<Done>(
        "write_promise",
        json!({ "client": id_of(&owed), "promise": promise }),
    );

    let ask = |ask: &str| names(&window, json!({ "asks": [ask] }));
    assert_eq!(
        ask("seeInPerson"),
        ["Fromagerie du Lac"],
        "called, never seen; the others were not met at all"
    );
    assert_eq!(ask("promise"), ["Verrerie Morel"]);
    let none: [&str; 0] = [];
    assert_eq!(ask("reason"), none);
    assert_eq!(
        names(&window, json!({ "next": false })),
        ["Fromagerie du Lac"]
    );
    let later = json!({ "lookAgain": "2026-12-08" });
    window.call::<Done>("edit_path", json!({ "id": id_of(&called), "edit": later }));
    assert_eq!(
        names(&window, json!({ "next": false })),
        none,
        "a day to look again is a next step"
    );
}

/// A meeting another program wrote, with nothing that says why.
const RECEIVED: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Calendar//EN\r\nBEGIN:VEVENT\r\n\
    UID:received@example.org\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20261130T080000Z\r\nDTEND:20261130T090000Z\r\n\
    SUMMARY:Point mobilier\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn bring_in(window: &Window, folder: &Path, text: &str) {
    let file = folder.join("received.ics");
    std::fs::write(&file, text).expect("the file");
    let preview: ImportPreview =
        window.call("preview_import", json!({ "paths": [window.given(&file)] }));
    let choice = json!({ "skip": [], "takeDiffering": true });
    window.call::<Done>(
        "run_import",
        json!({ "ticket": preview.ticket, "choice": choice }),
    );
}

#[test]
fn what_came_without_a_reason_is_found_by_its_client_until_it_has_one() {
    let (folder, window) = fresh();
    let planned = with(&window, "Hôtel des Pins", "video", "2026-11-26T14:00");
    bring_in(&window, folder.path(), RECEIVED);
    let received = blocks(&window, "2026-11-30", "2026-12-01").remove(0);
    let which = json!({ "id": received.id, "occurrence": null, "scope": "this" });
    let change = |edit: Value| {
        window.call::<Done>("edit_touchpoint", json!({ "which": which, "edit": edit }));
        names(&window, json!({ "asks": ["reason"] }))
    };
    let none: [&str; 0] = [];
    assert_eq!(
        change(json!({ "client": { "type": "existing", "id": id_of(&planned) } })),
        ["Hôtel des Pins"]
    );
    let reason =
        json!({ "bring": "", "astonish": "", "clarify": "savoir qui choisit le mobilier" });
    assert_eq!(change(json!({ "reason": reason })), none);
}

#[test]
fn a_row_says_its_clocks_and_the_list_puts_the_most_worn_first() {
    let (_folder, window) = fresh();
    for (client, kind, start) in [
        ("Atelier du Pont", "video", "2026-11-02T10:00"),
        ("Fromagerie du Lac", "phone", "2026-06-01T10:00"),
        ("Verrerie Morel", "phone", "2026-11-20T10:00"),
    ] {
        held(&window, &with(&window, client, kind, start));
    }
    let worn = listed(
        &window,
        json!({}),
        json!({ "by": "clocks", "descending": true }),
    );
    let rows: Vec<&str> = worn.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        rows,
        ["Fromagerie du Lac", "Atelier du Pont", "Verrerie Morel"]
    );
    let clock = &worn.rows[0].clocks[0];
    assert_eq!(
        (clock.kind, clock.state),
        (Kind::Phone, wire::ClockState::Overdue)
    );
    assert_eq!(clock.last.as_deref(), Some("2026-06-01"));
}
