//! Reasons, paths, clocks, needs and promises.

use serde_json::{Value, json};
use wire::{
    Block, Brief, ClientPage, ClockState, Closed, Done, Kind, Material, MaterialFrom, Outcome,
    Today,
};

use crate::window::{Window, done, draft, fresh};

/// A draft of some kind with one reason, for the client of every story.
pub(crate) fn because(kind: &str, start: &str, reason: &str) -> Value {
    let mut one = draft("", start, 30);
    one["draft"]["kind"] = json!(kind);
    one["draft"]["reason"] = json!({ "bring": reason, "astonish": "", "clarify": "" });
    one
}

pub(crate) fn planned(window: &Window, kind: &str, start: &str, reason: &str) -> Block {
    let answer = done(window.call("plan_touchpoint", because(kind, start, reason)));
    answer.block.expect("the block of what was planned")
}

fn client_of(block: &Block) -> String {
    block.client.as_ref().expect("a client").id.clone()
}

fn page(window: &Window, id: &str) -> ClientPage {
    window.call("client", json!({ "id": id }))
}

fn close(window: &Window, block: &Block, closing: &Value) -> Closed {
    let mut whole = json!({
        "state": "held", "outcome": "", "sights": {}, "needs": [], "answered": [], "promises": [], "kept": [],
        "lookAgain": null,
    });
    for (name, value) in closing.as_object().expect("fields") {
        whole[name] = value.clone();
    }
    let which = json!({ "id": block.id, "occurrence": block.occurrence, "scope": "this" });
    window.call(
        "close_touchpoint",
        json!({ "which": which, "closing": whole }),
    )
}

fn states(clocks: &[wire::Clock]) -> Vec<(Kind, ClockState)> {
    clocks
        .iter()
        .map(|clock| (clock.kind, clock.state))
        .collect()
}

#[test]
fn nothing_is_planned_without_a_reason_and_the_refusal_says_what_to_write() {
    let (_folder, window) = fresh();
    for (reason, word) in [("", "raison"), ("je prends des nouvelles", "tout le monde")] {
        let problem = window
            .try_call::<Outcome>(
                "plan_touchpoint",
                because("video", "2026-11-26T13:00", reason),
            )
            .expect_err("no reason");
        assert_eq!(problem["code"], "reason");
        let message = problem["message"].as_str().expect("words");
        assert!(message.contains(word), "“{reason}”: {message}");
        assert!(
            !problem["hint"].as_str().expect("words").is_empty(),
            "it says what to write instead"
        );
    }
    let rows: Vec<wire::ClientRow> = window.call("clients", json!({ "words": "" }));
    assert!(rows.is_empty(), "a refusal makes no client either");

    planned(
        &window,
        "video",
        "2026-11-26T13:00",
        "les chiffres de la fromagerie de Nantes",
    );
    let problem = window
        .try_call::<Outcome>(
            "plan_touchpoint",
            because(
                "phone",
                "2026-11-27T13:00",
                "Les chiffres de la fromagerie de Nantes !",
            ),
        )
        .expect_err("the reason of last time");
    assert_eq!(problem["code"], "reason", "the same reason twice is none");
}

#[test]
fn urgency_is_one_press_and_stays_marked() {
    let (_folder, window) = fresh();
    let mut urgent = because("phone", "2026-11-24T11:00", "");
    urgent["draft"]["reason"]["urgent"] = json!(true);
    let block = done(window.call("plan_touchpoint", urgent))
        .block
        .expect("a block");
    assert!(block.reason.urgent);
    assert!(!block.wants_reason, "urgency is said, it looks for nothing");
}

#[test]
fn a_planned_reason_cannot_be_emptied_afterwards() {
    let (_folder, window) = fresh();
    let block = planned(
        &window,
        "video",
        "2026-11-26T13:00",
        "les chiffres de Nantes",
    );
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    let empty = json!({ "reason": { "bring": "", "astonish": "", "clarify": "" } });
    let problem = window
        .try_call::<Done>("edit_touchpoint", json!({ "which": which, "edit": empty }))
        .expect_err("it would stand on nothing");
    assert_eq!(problem["code"], "reason");
}

#[test]
fn a_call_turns_its_own_clock_and_a_visit_only_when_something_was_seen() {
    let (_folder, window) = fresh();
    let call = planned(
        &window,
        "phone",
        "2026-11-23T10:00",
        "le relevé des pannes de l’été",
    );
    let id = client_of(&call);
    use ClockState::{Never, OnTrack};
    let closed = close(
        &window,
        &call,
        &json!({ "outcome": "Le relevé les a surpris" }),
    );
    assert_eq!(
        states(&closed.clocks),
        [
            (Kind::Phone, OnTrack),
            (Kind::Video, Never),
            (Kind::InPerson, Never)
        ],
        "the clock of calls alone"
    );
    let visit = planned(
        &window,
        "inPerson",
        "2026-11-23T14:00",
        "comparer deux réglages devant la machine",
    );
    let closed = close(&window, &visit, &json!({}));
    assert_eq!(states(&closed.clocks)[2].1, Never, "nothing was seen");
    let seen = json!({ "sights": { "workshop": true, "colleagues": ["Inès Roux"] } });
    let closed = close(&window, &visit, &seen);
    assert_eq!(states(&closed.clocks)[2].1, OnTrack, "the workshop was");
    assert_eq!(
        states(&page(&window, &id).path.clocks),
        states(&closed.clocks),
        "the page says the same"
    );
    assert_eq!(
        closed.done.wants_next.map(|client| client.id),
        Some(id),
        "and nothing comes next"
    );
}

#[test]
fn what_came_of_a_touchpoint_is_one_step_to_undo() {
    let (_folder, window) = fresh();
    let block = planned(
        &window,
        "video",
        "2026-11-23T10:00",
        "la maquette sur leurs données",
    );
    let id = client_of(&block);
    let promise = json!({ "id": null, "owner": "us", "words": "le devis", "due": "2026-11-27", "state": "open" });
    close(
        &window,
        &block,
        &json!({ "outcome": "Convaincus", "needs": ["réduire les pannes"], "promises": [promise] }),
    );
    let path = page(&window, &id).path;
    assert_eq!(path.needs[0].words, "réduire les pannes");
    assert_eq!(
        (path.promises[0].words.as_str(), path.promises[0].late),
        ("le devis", false)
    );
    window.call::<Option<Done>>("undo", Value::Null);
    let path = page(&window, &id).path;
    assert!(
        path.needs.is_empty() && path.promises.is_empty(),
        "all of it went"
    );
    assert_eq!(
        states(&path.clocks)[1].1,
        ClockState::Never,
        "the clock too"
    );
}

#[test]
fn a_reason_is_made_of_what_is_known_and_passes_the_gate() {
    let (_folder, window) = fresh();
    let block = planned(
        &window,
        "phone",
        "2026-11-23T10:00",
        "le relevé des pannes de l’été",
    );
    let id = client_of(&block);
    let promise = json!({ "id": null, "owner": "us", "words": "le devis signé", "due": null, "state": "open" });
    close(
        &window,
        &block,
        &json!({ "outcome": "Ils hésitent entre deux lignes", "needs": ["savoir qui décide"], "promises": [promise] }),
    );
    let found: Vec<Material> = window.call("reason_material", json!({ "client": id }));
    let from: Vec<MaterialFrom> = found.iter().map(|one| one.from).collect();
    assert_eq!(
        from,
        [
            MaterialFrom::Promise,
            MaterialFrom::Need,
            MaterialFrom::Last,
            MaterialFrom::Unseen
        ],
        "the most pressing first: {found:?}"
    );
    for piece in found {
        let mut one = because("video", "2026-11-27T16:00", "");
        one["draft"]["reason"][serde_json::to_value(piece.question)
            .expect("a word")
            .as_str()
            .expect("a word")] = json!(piece.text);
        done(window.call("plan_touchpoint", one));
        window.call::<Option<Done>>("undo", Value::Null);
    }
}

#[test]
fn a_template_lays_ghosts_that_what_happens_takes() {
    let (_folder, window) = fresh();
    let block = planned(
        &window,
        "phone",
        "2026-11-25T10:00",
        "le relevé des pannes de l’été",
    );
    let id = client_of(&block);
    let edit = json!({ "steps": { "type": "template", "template": "discovery" } });
    window.call::<Done>("edit_path", json!({ "id": id, "edit": edit }));
    let path = page(&window, &id).path;
    assert_eq!(
        path.aim,
        wire::Aim::Conclude,
        "a template says where it leads"
    );
    assert_eq!(path.steps.len(), 5);
    let kinds: Vec<wire::StepKind> = path.ghosts.iter().map(|ghost| ghost.kind).collect();
    use wire::StepKind::{InPerson, Video, Work};
    assert_eq!(
        kinds,
        [Video, Work, Video, InPerson],
        "the planned call took the first step"
    );
    assert!(!path.lacks_next, "the call is to come");
}

#[test]
fn too_long_without_contact_is_said_and_a_rhythm_of_ones_own_is_undone() {
    let (_folder, window) = fresh();
    let first = planned(
        &window,
        "video",
        "2026-07-20T10:00",
        "la maquette sur leurs données",
    );
    let id = client_of(&first);
    planned(
        &window,
        "phone",
        "2026-11-16T10:00",
        "le relevé des pannes de l’été",
    );
    let said = |window: &Window| {
        let silences = page(window, &id).path.silences;
        let line = |one: wire::Silence| (one.from, one.until, one.days, one.most);
        silences.into_iter().map(line).collect::<Vec<_>>()
    };
    let days = ("2026-07-20".to_owned(), "2026-11-16".to_owned(), 119, 90);
    assert_eq!(said(&window), std::slice::from_ref(&days));
    let own =
        json!({ "phone": { "ideal": 60, "most": 200 }, "video": { "ideal": 60, "most": 150 } });
    let edit = json!({ "id": id, "edit": { "rhythm": own } });
    window.call::<Done>("edit_path", edit);
    let path = page(&window, &id).path;
    assert_eq!(said(&window), [], "150 days may pass now");
    assert_eq!(path.usual.phone.map(|one| one.most), Some(90), "its tier’s");
    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(said(&window), [days]);
}

#[test]
fn steps_are_given_as_one_likes_and_the_day_to_look_again_is_enough() {
    let (_folder, window) = fresh();
    let made: Done = window.call("create_client", json!({ "name": "Fonderie Perrin" }));
    let id = made.client.expect("a client").id;
    assert!(page(&window, &id).path.lacks_next);
    let edit = |edit: Value| window.call::<Done>("edit_path", json!({ "id": id, "edit": edit }));
    edit(json!({ "lookAgain": "2026-12-08" }));
    let path = page(&window, &id).path;
    assert_eq!(path.look_again.as_deref(), Some("2026-12-08"));
    assert!(!path.lacks_next, "a day to look again is enough");
    edit(json!({ "lookAgain": "" }));
    assert!(page(&window, &id).path.lacks_next);

    let step =
        |kind: &str, aim: &str, after: u16| json!({ "kind": kind, "aim": aim, "after": after });
    let steps = [
        step("inPerson", " Voir  l’atelier ", 3),
        step("video", "Conclure", 10),
    ];
    edit(json!({ "steps": { "type": "given", "steps": steps } }));
    let path = page(&window, &id).path;
    let ghosts: Vec<(&str, &str)> = path
        .ghosts
        .iter()
        .map(|ghost| (ghost.aim.as_str(), ghost.on.as_str()))
        .collect();
    let expected = [("Voir l’atelier", "2026-11-27"), ("Conclure", "2026-12-07")];
    assert_eq!(ghosts, expected, "each its days after the one before");
    window.call::<Option<Done>>("undo", Value::Null);
    assert!(page(&window, &id).path.steps.is_empty());
}

#[test]
fn the_day_says_what_is_next_what_is_owed_and_what_nobody_closed() {
    let (_folder, window) = fresh();
    let past = planned(
        &window,
        "video",
        "2026-11-23T10:00",
        "la maquette sur leurs données",
    );
    let id = client_of(&past);
    let next = planned(
        &window,
        "phone",
        "2026-11-24T11:00",
        "le retour de la fromagerie d’Angers",
    );
    let owed = json!({ "id": null, "owner": "us", "words": "le devis", "due": "2026-11-23", "state": "open" });
    window.call::<Done>("write_promise", json!({ "client": id, "promise": owed }));
    let need = json!({ "id": null, "words": "savoir qui décide", "answer": "" });
    window.call::<Done>("write_need", json!({ "client": id, "need": need }));

    let today: Today = window.call("today", Value::Null);
    assert_eq!(today.date, "2026-11-24");
    assert_eq!(today.hours, Some((540, 1080)));
    let brief: Brief = today.next.expect("what is next");
    assert_eq!(brief.block.id, next.id);
    assert_eq!(
        brief.block.reason.bring,
        "le retour de la fromagerie d’Angers"
    );
    assert_eq!(brief.needs[0].words, "savoir qui décide");
    assert!(brief.ours[0].late, "the quotation was due yesterday");
    assert_eq!(today.owed.len(), 1);
    assert_eq!(today.owed[0].client.id, id);
    let unclosed: Vec<&str> = today
        .unclosed
        .iter()
        .map(|one| one.block.id.as_str())
        .collect();
    assert_eq!(
        unclosed,
        [past.id.as_str()],
        "yesterday's is asked for, calmly"
    );

    close(&window, &past, &json!({ "state": "missed" }));
    let today: Today = window.call("today", Value::Null);
    assert!(today.unclosed.is_empty());
}
