//! Markets that close and open again, and the reasons that makes.

use serde_json::{Value, json};
use wire::{
    ClientPage, Done, Material, MaterialFrom, Outcome, Question, Segment, Today, UndoState,
};

use crate::path::{because, planned};
use crate::window::{Window, done, fresh};

/// A client in a market, who was called for another reason yesterday.
fn client_in(window: &Window, market: &str) -> String {
    let call = planned(
        window,
        "phone",
        "2026-11-23T10:00",
        "le relevé des pannes de l’été",
    );
    let id = call.client.expect("a client").id;
    put_in(window, &id, market);
    id
}

fn put_in(window: &Window, id: &str, market: &str) {
    window.call::<Done>(
        "edit_client",
        json!({ "id": id, "edit": { "market": market } }),
    );
}

fn another(window: &Window, name: &str, market: &str) -> String {
    let made: Done = window.call("create_client", json!({ "name": name }));
    let id = made.client.expect("the client that was made").id;
    put_in(window, &id, market);
    id
}

fn save(window: &Window, name: &str, edit: Value) -> Done {
    window.call("save_market", json!({ "name": name, "edit": edit }))
}

fn page(window: &Window, id: &str) -> ClientPage {
    window.call("client", json!({ "id": id }))
}

fn market(window: &Window, id: &str) -> Option<wire::Market> {
    page(window, id).market
}

fn material(window: &Window, id: &str) -> Vec<Material> {
    window.call("reason_material", json!({ "client": id }))
}

/// The piece the market gives, with plain spaces.
fn news(window: &Window, id: &str) -> Option<String> {
    let mut found = material(window, id).into_iter();
    let piece = found.find(|one| one.from == MaterialFrom::Market)?;
    assert_eq!(piece.question, Question::Bring);
    Some(piece.text.replace(['\u{a0}', '\u{202f}'], " "))
}

fn undo(window: &Window) {
    window
        .call::<Option<Done>>("undo", Value::Null)
        .expect("a step back");
}

#[test]
fn a_closed_market_is_a_reason_in_one_keystroke_and_none_once_that_is_taken_back() {
    let (_folder, window) = fresh();
    let id = client_in(&window, "Restauration");
    assert_eq!(news(&window, &id), None, "an open market is no news");
    let said = save(
        &window,
        "Restauration",
        json!({ "state": "closed", "since": "2026-05-12", "cause": "arrêté préfectoral",
            "changes": "vente à emporter permise" }),
    );
    assert_eq!(
        said.said.replace('\u{a0}', " "),
        "Marché « Restauration » : fermé"
    );
    assert_eq!(
        news(&window, &id).as_deref(),
        Some("Marché « Restauration » fermé depuis le 12 mai : vente à emporter permise")
    );

    let refused =
        window.try_call::<Outcome>("plan_touchpoint", because("video", "2026-11-27T16:00", ""));
    assert_eq!(refused.expect_err("no reason yet")["code"], "reason");
    let piece = material(&window, &id)
        .into_iter()
        .find(|one| one.from == MaterialFrom::Market)
        .expect("the piece one presses for");
    let block = done(window.call(
        "plan_touchpoint",
        because("video", "2026-11-27T16:00", &piece.text),
    ))
    .block
    .expect("a block");
    assert_eq!(block.reason.bring, piece.text);
    assert_eq!(
        news(&window, &id),
        None,
        "what the gate would call a repetition is offered no more"
    );

    undo(&window);
    assert!(news(&window, &id).is_some(), "the touchpoint is gone");
    undo(&window);
    let open = market(&window, &id).expect("still in its market");
    assert_eq!(open.state, wire::MarketState::Open);
    assert_eq!(news(&window, &id), None, "and it never closed");
}

#[test]
fn what_changed_in_their_market_comes_after_needs_and_before_the_last_word() {
    let (_folder, window) = fresh();
    let id = client_in(&window, "Restauration");
    let need = json!({ "id": null, "words": "savoir qui décide", "answer": "" });
    window.call::<Done>("write_need", json!({ "client": id, "need": need }));
    let unclosed = window.call::<Today>("today", Value::Null).unclosed;
    let which = json!({ "id": unclosed[0].block.id, "occurrence": null, "scope": "this" });
    let closing = json!({
        "state": "held", "outcome": "Ils hésitent entre deux lignes", "sights": {}, "needs": [], "answered": [],
        "promises": [], "kept": [], "lookAgain": null,
    });
    window.call::<Value>(
        "close_touchpoint",
        json!({ "which": which, "closing": closing }),
    );
    save(&window, "Restauration", json!({ "state": "restricted" }));
    let from: Vec<MaterialFrom> = material(&window, &id).iter().map(|one| one.from).collect();
    assert_eq!(
        from,
        [
            MaterialFrom::Need,
            MaterialFrom::Market,
            MaterialFrom::Last,
            MaterialFrom::Unseen
        ]
    );
}

#[test]
fn a_market_stands_otherwise_from_today_unless_a_day_is_given_and_says_why_when_nothing_changes() {
    let (_folder, window) = fresh();
    let id = client_in(&window, "Restauration");
    save(&window, "Restauration", json!({ "state": "closed" }));
    let now = market(&window, &id).expect("in its market");
    assert_eq!(
        (now.since.as_deref(), now.when.as_str()),
        (Some("2026-11-24"), "24 nov.")
    );
    save(
        &window,
        "Restauration",
        json!({ "since": "2026-12-01", "cause": "arrêté préfectoral" }),
    );
    assert_eq!(
        news(&window, &id).as_deref(),
        Some("Marché « Restauration » fermé à partir du 1er déc. : arrêté préfectoral")
    );
    save(
        &window,
        "Restauration",
        json!({ "state": "open", "since": "2026-09-30", "cause": "" }),
    );
    assert_eq!(
        news(&window, &id).as_deref(),
        Some("Marché « Restauration » rouvert depuis le 30 sept.")
    );
    save(&window, "Restauration", json!({ "since": "2026-09-24" }));
    assert_eq!(
        news(&window, &id),
        None,
        "two months later it is news to nobody"
    );
    save(
        &window,
        "Restauration",
        json!({ "state": "closed", "since": "" }),
    );
    assert_eq!(
        news(&window, &id).as_deref(),
        Some("Marché « Restauration » fermé"),
        "a day that is not known is not made up"
    );
}

#[test]
fn a_market_is_made_by_typing_its_name_and_known_however_it_is_typed_next() {
    let (_folder, window) = fresh();
    let (one, other) = (
        another(&window, "Chez Paul", "Santé"),
        another(&window, "Chez Zoé", "Restauration"),
    );
    save(
        &window,
        "Santé",
        json!({ "changes": "les visites reprennent" }),
    );
    put_in(&window, &other, "SANTE");
    assert_eq!(
        market(&window, &other),
        market(&window, &one),
        "the one that is known, as it is written"
    );
    let markets: Vec<Segment> = window.call("markets", Value::Null);
    let told: Vec<(&str, u32)> = markets
        .iter()
        .map(|one| (one.market.name.as_str(), one.clients))
        .collect();
    assert_eq!(
        told,
        [("Santé", 2)],
        "one nobody is in and nobody said anything of is none"
    );
    let edit = json!({ "market": "restauration" });
    let ids = json!({ "ids": [one, other], "edit": edit });
    window.call::<Done>("bulk_clients", ids);
    assert_eq!(
        market(&window, &one).expect("moved").name,
        "restauration",
        "new again: as it is typed"
    );
}

#[test]
fn a_market_that_is_removed_leaves_its_clients_without_one_and_comes_back_whole_in_one_step() {
    let (_folder, window) = fresh();
    let living = another(&window, "Chez Paul", "Restauration");
    let trashed = another(&window, "Chez Zoé", "restauration");
    let apart = another(&window, "Clinique", "Santé");
    window.call::<Done>("trash_client", json!({ "id": trashed }));
    save(&window, "Restauration", json!({ "state": "closed" }));
    let before = [market(&window, &living), market(&window, &trashed)];

    let removed: Done = window.call("remove_market", json!({ "name": "Restauration" }));
    assert!(removed.said.contains("2 clients"), "{}", removed.said);
    assert_eq!(
        [market(&window, &living), market(&window, &trashed)],
        [None, None]
    );
    assert!(market(&window, &apart).is_some(), "the others keep theirs");
    let markets: Vec<Segment> = window.call("markets", Value::Null);
    assert_eq!(markets.len(), 1);
    let UndoState { undo: next, .. } = removed.undo;
    assert!(next.expect("a way back").contains("Restauration"));

    undo(&window);
    assert_eq!(
        [market(&window, &living), market(&window, &trashed)],
        before,
        "as it stood, for both"
    );
}

#[test]
fn what_is_no_market_is_told_and_nothing_is_written() {
    let (_folder, window) = fresh();
    let refused = |command: &str, arguments: Value| {
        window
            .try_call::<Done>(command, arguments)
            .expect_err("it is refused")["code"]
            .clone()
    };
    let edit = json!({ "state": "closed" });
    assert_eq!(
        refused("save_market", json!({ "name": "  ", "edit": edit })),
        "invalid"
    );
    assert_eq!(
        refused(
            "save_market",
            json!({ "name": "é".repeat(61), "edit": edit })
        ),
        "invalid"
    );
    assert_eq!(
        refused(
            "save_market",
            json!({ "name": "Bois", "edit": { "since": "hier" } })
        ),
        "invalid"
    );
    assert_eq!(refused("remove_market", json!({ "name": "Bois" })), "gone");
    assert!(
        window
            .call::<Vec<Segment>>("markets", Value::Null)
            .is_empty()
    );
}
