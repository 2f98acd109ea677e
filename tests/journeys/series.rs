use std::path::Path;

use serde_json::{Value, json};
use wire::{Block, Done, ImportPreview, Verdict};

use crate::window::{Window, blocks, done, drop_at, fresh, start};

const WEEKLY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\nBEGIN:VEVENT\r\nUID:hebdo@exemple.test\r\n\
    DTSTAMP:20261101T080000Z\r\nDTSTART;TZID=Europe/Paris:20261109T100000\r\nDTEND;TZID=Europe/Paris:20261109T110000\r\n\
    RRULE:FREQ=WEEKLY;COUNT=6\r\nSUMMARY:Point hebdo\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn bring_in(window: &Window, folder: &Path, text: &str) {
    let file = folder.join("serie.ics");
    std::fs::write(&file, text).expect("the file is written");
    let preview: ImportPreview =
        window.call("preview_import", json!({ "paths": [window.given(&file)] }));
    let choice = json!({ "skip": [], "takeDiffering": true });
    window.call::<Done>(
        "run_import",
        json!({ "ticket": preview.ticket, "choice": choice }),
    );
}

fn starts(window: &Window) -> Vec<String> {
    blocks(window, "2026-11-01", "2027-02-01")
        .iter()
        .map(|block| start(block).to_owned())
        .collect()
}

fn third(window: &Window) -> Block {
    blocks(window, "2026-11-23", "2026-11-24")
        .pop()
        .expect("the third occurrence")
}

#[test]
fn this_one_moves_alone() {
    let (folder, window) = fresh();
    bring_in(&window, folder.path(), WEEKLY);
    let answer = done(window.call(
        "reschedule",
        drop_at(&third(&window), "2026-11-26T14:00", 60, "this"),
    ));
    assert_eq!(
        answer.scope,
        Some(wire::Scope::This),
        "the toast can offer the others"
    );
    assert_eq!(
        starts(&window),
        [
            "2026-11-09T10:00",
            "2026-11-16T10:00",
            "2026-11-26T14:00",
            "2026-11-30T10:00",
            "2026-12-07T10:00",
            "2026-12-14T10:00"
        ]
    );
}

#[test]
fn the_scope_can_be_changed_after_the_drop() {
    let (folder, window) = fresh();
    bring_in(&window, folder.path(), WEEKLY);
    done(window.call(
        "reschedule",
        drop_at(&third(&window), "2026-11-26T14:00", 60, "this"),
    ));
    // What is no step, as the list left another way or a reminder that rang, does not stand between.
    let view = json!({ "id": null, "name": "",
        "filter": { "tags": [], "markets": [], "tiers": [], "archived": false, "next": null },
        "sort": { "by": "next", "descending": false }, "columns": ["city"] });
    window.call::<Value>("leave_view", json!({ "view": view }));
    done(window.call("rescope", json!({ "scope": "following" })));
    let following = [
        "2026-11-09T10:00",
        "2026-11-16T10:00",
        "2026-11-26T14:00",
        "2026-12-03T14:00",
        "2026-12-10T14:00",
        "2026-12-17T14:00",
    ];
    assert_eq!(starts(&window), following, "this one and those after it");
    done(window.call("rescope", json!({ "scope": "all" })));
    let all = [
        "2026-11-12T14:00",
        "2026-11-19T14:00",
        "2026-11-26T14:00",
        "2026-12-03T14:00",
        "2026-12-10T14:00",
        "2026-12-17T14:00",
    ];
    assert_eq!(starts(&window), all, "the whole series");
    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(
        starts(&window)[2],
        "2026-11-23T10:00",
        "one undo brings the series back"
    );
}

#[test]
fn an_override_follows_when_the_whole_series_moves() {
    let (folder, window) = fresh();
    bring_in(&window, folder.path(), WEEKLY);
    done(window.call(
        "reschedule",
        drop_at(&third(&window), "2026-11-26T14:00", 60, "this"),
    ));
    let first = blocks(&window, "2026-11-09", "2026-11-10")
        .pop()
        .expect("the first");
    done(window.call("reschedule", drop_at(&first, "2026-11-10T10:00", 60, "all")));
    assert_eq!(
        starts(&window),
        [
            "2026-11-10T10:00",
            "2026-11-17T10:00",
            "2026-11-26T14:00",
            "2026-12-01T10:00",
            "2026-12-08T10:00",
            "2026-12-15T10:00"
        ],
        "what was moved by hand stays where the hand put it, and is not doubled"
    );
}

#[test]
fn one_of_a_series_is_trashed_or_the_rest_or_all() {
    let (folder, window) = fresh();
    bring_in(&window, folder.path(), WEEKLY);
    let trash = |scope: &str| {
        let block = third(&window);
        let which = json!({ "id": block.id, "occurrence": block.occurrence, "scope": scope });
        window.call::<Done>("trash_touchpoint", json!({ "which": which }));
        let left = starts(&window).len();
        window.call::<Option<Done>>("undo", Value::Null);
        left
    };
    assert_eq!((trash("this"), trash("following"), trash("all")), (5, 2, 0));
    assert_eq!(starts(&window).len(), 6, "each was undone");
}

#[test]
fn editing_one_of_a_series_leaves_the_others() {
    let (folder, window) = fresh();
    bring_in(&window, folder.path(), WEEKLY);
    let block = third(&window);
    let which = json!({ "id": block.id, "occurrence": block.occurrence, "scope": "this" });
    window.call::<Done>(
        "edit_touchpoint",
        json!({ "which": which, "edit": { "title": "Point de clôture" } }),
    );
    let titles: Vec<String> = blocks(&window, "2026-11-16", "2026-12-01")
        .into_iter()
        .map(|block| block.title)
        .collect();
    assert_eq!(titles, ["Point hebdo", "Point de clôture", "Point hebdo"]);
    let sheet: wire::TouchpointSheet = window.call(
        "touchpoint",
        json!({ "id": block.id, "occurrence": block.occurrence }),
    );
    assert_eq!(
        sheet.repeats_in_words.as_deref(),
        Some("chaque semaine, le lundi, 6 fois")
    );
}

#[test]
fn a_rule_that_cannot_be_shifted_is_a_no_with_a_way_out() {
    let (folder, window) = fresh();
    bring_in(
        &window,
        folder.path(),
        &WEEKLY.replace("FREQ=WEEKLY;COUNT=6", "FREQ=MONTHLY;BYDAY=4MO;COUNT=6"),
    );
    let block = third(&window);
    let verdict: Verdict = window.call("judge", drop_at(&block, "2026-11-26T14:00", 60, "all"));
    assert_eq!(verdict.level, wire::Level::Refused);
    assert!(
        verdict.why.iter().any(|why| why.contains("Cette fois")),
        "it says what is possible: {:?}",
        verdict.why
    );
    done(window.call(
        "reschedule",
        drop_at(&block, "2026-11-26T14:00", 60, "this"),
    ));
}

#[test]
fn the_rest_of_a_series_that_was_cut_leaves_with_its_alarm() {
    let (folder, window) = fresh();
    let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT";
    bring_in(&window, folder.path(), &WEEKLY.replace("END:VEVENT", alarm));
    done(window.call(
        "reschedule",
        drop_at(&third(&window), "2026-11-26T14:00", 60, "following"),
    ));
    let before = starts(&window);
    let out = folder.path().join("out.ics");
    *window.heard.save_to.lock() = Some(out.clone());
    window.call::<Option<String>>("export_calendar", Value::Null);
    let text = std::fs::read_to_string(&out).expect("the export");
    assert_eq!(
        text.matches("TRIGGER:-PT15M").count(),
        2,
        "both halves keep it:\n{text}"
    );

    let (_other, again) = fresh();
    let preview: ImportPreview =
        again.call("preview_import", json!({ "paths": [again.given(&out)] }));
    let choice = json!({ "skip": [], "takeDiffering": true });
    again.call::<Done>(
        "run_import",
        json!({ "ticket": preview.ticket, "choice": choice }),
    );
    assert_eq!(
        starts(&again),
        before,
        "and another house sees the same days"
    );
}
