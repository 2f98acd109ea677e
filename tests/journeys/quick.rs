//! Quick add: a sentence, what it means, and the touchpoint it plans.

use serde_json::{Value, json};
use wire::{Level, Outcome, Quick, QuickMeaning, QuickMissing, QuickWhy, Target};

use crate::window::{Window, done, draft, fresh};

fn read(window: &Window, sentence: &str) -> Quick {
    read_with(window, sentence, json!([]))
}

fn read_with(window: &Window, sentence: &str, choices: Value) -> Quick {
    window.call(
        "read_sentence",
        json!({ "sentence": sentence, "choices": choices }),
    )
}

fn client(window: &Window, name: &str) -> String {
    let made: wire::Done = window.call("create_client", json!({ "name": name }));
    made.client.expect("the client").id
}

fn plan(window: &Window, quick: &Quick) -> Outcome {
    window.call("plan_touchpoint", json!({ "draft": quick.draft }))
}

#[test]
fn a_sentence_that_says_everything_is_planned_as_it_stands() {
    let (_folder, window) = fresh();
    let dupont = client(&window, "Dupont Mobilier");
    let quick = read(
        &window,
        "visio Dupont Mobilier mardi prochain 14h30 pour clarifier le budget des vitrines",
    );
    assert!(quick.ready, "{quick:?}");
    assert_eq!(quick.client, "Dupont Mobilier");
    let verdict = quick.verdict.as_ref().expect("the hour is said");
    assert_eq!(verdict.level, Level::Free);
    let block = done(plan(&window, &quick)).block.expect("a block");
    assert_eq!(block.client.expect("the client").id, dupont);
    assert_eq!(block.kind, wire::Kind::Video);
    assert_eq!(block.slot.expect("a slot").start, "2026-12-01T14:30");
    assert!(block.reason.clarify.contains("le budget des vitrines"));
    assert!(
        window
            .call::<Option<wire::Done>>("undo", Value::Null)
            .is_some()
    );
    assert!(crate::window::blocks(&window, "2026-12-01", "2026-12-02").is_empty());
}

#[test]
fn working_days_leave_out_the_weekend_and_the_holidays() {
    let (_folder, window) = fresh();
    client(&window, "Verrerie Leroy");
    let quick = read(
        &window,
        "tel Verrerie Leroy dans 4 jours ouvrés 10h pour apporter le relevé des pannes",
    );
    let Target::Timed { start, .. } = &quick.draft.to else {
        panic!("{quick:?}")
    };
    assert_eq!(start, "2026-11-30T10:00", "from Tuesday, past a weekend");
}

#[test]
fn what_is_not_said_and_not_understood_is_told_and_never_guessed() {
    let (_folder, window) = fresh();
    client(&window, "Dupont Mobilier");
    let quick = read(&window, "visio Dupont Mobilier zorglub jeudi");
    assert_eq!(quick.unknown, ["zorglub"]);
    assert_eq!(quick.missing, [QuickMissing::Hour]);
    assert!(quick.verdict.is_none(), "no hour, no verdict");
    let weak = quick.weak.as_ref().expect("there is no reason either");
    assert!(!weak.hint.is_empty());
    assert!(!quick.ready);
    let problem = window
        .try_call::<Outcome>("plan_touchpoint", json!({ "draft": quick.draft }))
        .expect_err("the gate holds here too");
    assert_eq!(problem["code"], "reason");
}

#[test]
fn two_of_a_name_are_asked_about_and_the_choice_stays_while_one_goes_on_typing() {
    let (_folder, window) = fresh();
    client(&window, "Dupont Frères");
    let meubles = client(&window, "Dupont Meubles");
    let sentence = "visio Dupont jeudi 11h pour clarifier le budget des vitrines";
    let quick = read(&window, sentence);
    let doubt = quick
        .doubts
        .iter()
        .find(|doubt| doubt.why == QuickWhy::SeveralPeople)
        .expect("it asks");
    let chip = &quick.chips[doubt.chip.expect("a chip") as usize];
    let QuickMeaning::Who { names } = &chip.meaning else {
        panic!("{chip:?}")
    };
    assert!(!quick.ready);
    let at = names
        .iter()
        .position(|name| name == "Dupont Meubles")
        .expect("it is offered");
    let choice = json!([{ "words": chip.words, "at": at }]);
    let quick = read_with(&window, sentence, choice.clone());
    assert!(quick.ready, "{quick:?}");
    assert_eq!(
        quick.draft.client,
        wire::ClientChoice::Existing { id: meubles }
    );
    let longer = format!("{sentence} et des tables");
    assert!(read_with(&window, &longer, choice).ready);
}

#[test]
fn a_busy_hour_is_refused_before_enter_as_the_drag_refuses_it() {
    let (_folder, window) = fresh();
    client(&window, "Dupont Mobilier");
    done(window.call("plan_touchpoint", draft("Comité", "2026-11-26T11:00", 60)));
    let quick = read(
        &window,
        "visio Dupont Mobilier jeudi 11h pour clarifier le budget des vitrines",
    );
    let verdict = quick.verdict.expect("the hour is said");
    assert_eq!(verdict.level, Level::Refused);
    assert!(verdict.why[0].contains("Comité"), "{:?}", verdict.why);
}

#[test]
fn without_a_day_it_waits_in_the_tray() {
    let (_folder, window) = fresh();
    client(&window, "Dupont Mobilier");
    let quick = read(
        &window,
        "visite Dupont Mobilier pour montrer la nouvelle ligne de vernis",
    );
    assert_eq!(quick.draft.to, Target::Tray);
    assert!(quick.ready, "{quick:?}");
    let block = done(plan(&window, &quick)).block.expect("a block");
    assert!(block.slot.is_none());
}
