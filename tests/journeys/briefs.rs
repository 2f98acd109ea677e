//! Golden briefs: what one reads before a touchpoint, whole, for three clients one could have.
//!
//! A brief that is meant to read otherwise is written anew with `SENTIER_GOLDEN=write` and looked at.

use std::fmt::Write;
use std::path::Path;

use serde_json::{Value, json};
use wire::{Block, Brief, Closed, Done};

use crate::window::{Window, done, draft, fresh};

/// A brief as one would read it aloud.
fn read_aloud(brief: &Brief) -> String {
    let mut out = String::new();
    let mut line = |head: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "{head} : {text}");
        }
    };
    line("Quand", &brief.when);
    line("Quoi", &brief.block.title);
    let reason = &brief.block.reason;
    line("J’apporte", &reason.bring);
    line("J’étonne", &reason.astonish);
    line("J’éclaire", &reason.clarify);
    let due = |promise: &wire::Promised| {
        let late = if promise.late { ", en retard" } else { "" };
        let day = promise.due.clone().unwrap_or_else(|| "sans date".into());
        format!("{} ({day}{late})", promise.words)
    };
    line(
        "Ils ont promis",
        &brief.theirs.as_ref().map(due).unwrap_or_default(),
    );
    for ours in &brief.ours {
        line("Nous avons promis", &due(ours));
    }
    for need in &brief.needs {
        line("Encore à éclaircir", &need.words);
    }
    line(
        "De quoi étonner",
        brief.astonish.as_deref().unwrap_or_default(),
    );
    line("Jamais rencontrés", &brief.unmet.join(", "));
    for past in &brief.last {
        line(&past.day, &past.outcome);
    }
    for clock in &brief.clocks {
        line(&format!("{:?}", clock.kind), &format!("{:?}", clock.state));
    }
    if let Some(call) = &brief.call {
        line("Appeler", &call.who);
    }
    out
}

fn holds(name: &str, brief: &Brief) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/briefs")
        .join(format!("{name}.txt"));
    let said = read_aloud(brief);
    if std::env::var("SENTIER_GOLDEN").as_deref() == Ok("write") {
        std::fs::write(&file, &said).expect("the golden brief is written");
    }
    let golden = std::fs::read_to_string(&file).expect("the golden brief");
    assert_eq!(said, golden, "{name}");
}

fn planned(window: &Window, kind: &str, start: &str, question: &str, reason: &str) -> Block {
    let mut one = draft("", start, 30);
    one["draft"]["kind"] = json!(kind);
    one["draft"]["reason"] = json!({ "bring": "", "astonish": "", "clarify": "" });
    one["draft"]["reason"][question] = json!(reason);
    done(window.call("plan_touchpoint", one))
        .block
        .expect("a block")
}

fn close(window: &Window, block: &Block, closing: Value) {
    let mut whole = json!({
        "state": "held", "outcome": "", "sights": {}, "needs": [], "answered": [], "promises": [], "kept": [],
        "lookAgain": null,
    });
    for (name, value) in closing.as_object().expect("fields") {
        whole[name] = value.clone();
    }
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    window.call::<Closed>(
        "close_touchpoint",
        json!({ "which": which, "closing": whole }),
    );
}

fn brief(window: &Window, block: &Block) -> Brief {
    window.call("brief", json!({ "id": block.id, "occurrence": null }))
}

fn client_of(block: &Block) -> String {
    block.client.as_ref().expect("a client").id.clone()
}

fn contact(window: &Window, client: &str, name: &str) {
    let edit = json!({ "client": { "type": "existing", "id": client }, "name": name });
    window.call::<Value>("create_contact", json!({ "edit": edit }));
}

#[test]
fn before_the_first_call_the_brief_is_the_reason_and_who_is_there() {
    let (_folder, window) = fresh();
    let call = planned(
        &window,
        "phone",
        "2026-11-24T11:00",
        "clarify",
        "qui choisit les machines, et quand",
    );
    contact(&window, &client_of(&call), "Inès Morel");
    holds("first-call", &brief(&window, &call));
}

#[test]
fn after_some_meetings_the_brief_says_what_is_owed_what_is_unclear_and_what_was_said() {
    let (_folder, window) = fresh();
    let call = planned(
        &window,
        "phone",
        "2026-10-05T10:00",
        "bring",
        "le relevé des pannes de l’été",
    );
    let id = client_of(&call);
    contact(&window, &id, "Inès Morel");
    contact(&window, &id, "Hugo Lefèvre");
    close(
        &window,
        &call,
        json!({ "outcome": "Deux pannes par semaine sur la ligne 2", "needs": ["réduire les arrêts de la ligne 2"] }),
    );
    let video = planned(
        &window,
        "video",
        "2026-11-10T14:00",
        "astonish",
        "leur ligne 2 rejouée sur nos données",
    );
    let owed = |owner: &str, words: &str, due: Value| json!({ "id": null, "owner": owner, "words": words, "due": due, "state": "open" });
    close(
        &window,
        &video,
        json!({
            "outcome": "Convaincus, sauf le directeur",
            "needs": ["savoir qui signe au-dessus de 20 000 €"],
            "promises": [
                owed("us", "le devis de la ligne 2", json!("2026-11-20")),
                owed("us", "deux références dans la région", Value::Null),
                owed("them", "le plan de l’atelier", json!("2026-11-30")),
            ],
        }),
    );
    let missed = planned(
        &window,
        "phone",
        "2026-11-17T09:00",
        "clarify",
        "la date à laquelle le budget se vote",
    );
    close(&window, &missed, json!({ "state": "missed" }));
    let next = planned(
        &window,
        "video",
        "2026-11-26T15:00",
        "bring",
        "le devis et ce qu’il épargne par mois",
    );
    holds("after-some", &brief(&window, &next));
}

#[test]
fn a_client_one_has_been_to_see_is_briefed_without_what_was_seen() {
    let (_folder, window) = fresh();
    let visit = planned(
        &window,
        "inPerson",
        "2026-11-03T09:00",
        "astonish",
        "leur atelier filmé au ralenti",
    );
    let id = client_of(&visit);
    contact(&window, &id, "Inès Morel");
    close(
        &window,
        &visit,
        json!({
            "outcome": "Ils ont montré tout l’atelier",
            "sights": { "premises": true, "workshop": true, "reception": true, "colleagues": ["Inès Morel"], "mood": "fière" },
        }),
    );
    let template = json!({ "steps": { "type": "template", "template": "care" } });
    window.call::<Done>("edit_path", json!({ "id": id, "edit": template }));
    let next = planned(
        &window,
        "phone",
        "2026-11-24T16:00",
        "clarify",
        "ce qui reste à régler après l’essai",
    );
    holds("been-to-see", &brief(&window, &next));
}
