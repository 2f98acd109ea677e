//! The history with a way back for each line, and the trash, through the commands the page calls.

use serde_json::{Value, json};
use wire::{Block, ClientPage, Done, HistoryLine, HistoryWay, TrashCopies, TrashLine, Turned};

use crate::window::{Window, done, draft, drop_at, fresh, plan};

fn lines(window: &Window) -> Vec<HistoryLine> {
    let asked = json!({ "before": null, "limit": 100, "client": null, "words": null });
    window.call("history", asked)
}

fn take_back(window: &Window, line: &HistoryLine, together: bool) -> Turned {
    let asked = json!({ "steps": line.steps, "together": together });
    window.call("take_back", asked)
}

fn rename(window: &Window, block: &Block, title: &str) {
    let which = json!({ "id": block.id, "occurrence": null, "scope": "this" });
    let asked = json!({ "which": which, "edit": { "title": title } });
    window.call::<Done>("edit_touchpoint", asked);
}

fn title(window: &Window, block: &Block) -> String {
    let asked = json!({ "id": block.id, "occurrence": null });
    let sheet: wire::TouchpointSheet = window.call("touchpoint", asked);
    sheet.block.title
}

#[test]
fn an_older_edit_goes_back_while_a_later_one_of_another_meeting_stands() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-26T13:00", 60);
    let bois = plan(&window, "Bois", "2026-11-27T13:00", 60);
    rename(&window, &lac, "Lac, suite");
    rename(&window, &bois, "Bois, suite");
    let told = lines(&window);
    assert!(told[1].said.contains("titre"), "{}", told[1].said);
    let Turned::Done(done) = take_back(&window, &told[1], false) else {
        panic!("nothing depends on it")
    };
    assert!(done.said.starts_with("Annulé"), "{}", done.said);
    assert_eq!(
        (title(&window, &lac), title(&window, &bois)),
        ("Lac".to_owned(), "Bois, suite".to_owned())
    );
    let told = lines(&window);
    assert_eq!((told[2].undone, told[2].way), (true, HistoryWay::Again));
    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(
        title(&window, &lac),
        "Lac, suite",
        "taking it back is a step itself"
    );
}

#[test]
fn what_depends_is_named_and_goes_along_in_one_press() {
    let (_folder, window) = fresh();
    let planned = done(window.call("plan_touchpoint", draft("Lac", "2026-11-26T13:00", 60)));
    let client = planned.client.expect("a client").id;
    let contact =
        json!({ "edit": { "given": "Hélène", "client": { "type": "existing", "id": client } } });
    window.call::<wire::Made>("create_contact", contact);
    let told = lines(&window);
    let Turned::Depends { on, together } = take_back(&window, &told[1], false) else {
        panic!("the contact speaks of the client that was made with it")
    };
    assert!(together && on[0].said.contains("Hélène"), "{on:?}");
    let Turned::Done(_) = take_back(&window, &told[1], true) else {
        panic!("together")
    };
    let rows: Vec<wire::ClientRow> = window.call("clients", json!({ "words": "" }));
    assert!(rows.is_empty());
}

#[test]
fn a_step_that_came_back_over_another_meeting_says_so() {
    let (_folder, window) = fresh();
    let lac = plan(&window, "Lac", "2026-11-26T13:00", 60);
    let away = drop_at(&lac, "2026-11-27T09:00", 60, "this");
    done(window.call("reschedule", away));
    plan(&window, "Bois", "2026-11-26T13:00", 60);
    let told = lines(&window);
    assert!(
        told[1]
            .said
            .contains("de jeu. 26 nov. 13:00 à ven. 27 nov. 09:00"),
        "{}",
        told[1].said
    );
    let Turned::Done(done) = take_back(&window, &told[1], false) else {
        panic!("it is told, not refused")
    };
    assert!(done.said.contains("Chevauche maintenant"), "{}", done.said);
}

#[test]
fn a_client_goes_to_the_trash_with_its_own_comes_back_and_goes_for_good() {
    let (_folder, window) = fresh();
    let planned = done(window.call("plan_touchpoint", draft("Lac", "2026-11-26T13:00", 60)));
    let id = planned.client.expect("a client").id;
    let contact =
        json!({ "edit": { "given": "Hélène", "client": { "type": "existing", "id": id } } });
    window.call::<wire::Made>("create_contact", contact);
    window.call::<Done>("trash_client", json!({ "id": id }));
    let trash: Vec<TrashLine> = window.call("trashed", Value::Null);
    assert_eq!(trash.len(), 1);
    assert_eq!(
        (trash[0].with.as_str(), trash[0].days_left),
        ("1 contact, 1 rendez-vous", 30)
    );
    window.call::<Done>("restore_client", json!({ "id": id }));
    let page: ClientPage = window.call("client", json!({ "id": id }));
    assert_eq!((page.contacts.len(), page.coming.len()), (1, 1));
    window.call::<Done>("trash_client", json!({ "id": id }));
    let copies: TrashCopies = window.call("trash_copies", Value::Null);
    assert_eq!((copies.day.as_str(), copies.waiting), ("24 déc.", false));
    let erased: Done = window.call("erase_trashed", json!({ "noun": "client", "id": id }));
    assert!(
        erased.said.contains("1 client, 1 contact, 1 rendez-vous"),
        "{}",
        erased.said
    );
    assert!(erased.said.contains("le 24 déc."), "{}", erased.said);
    let copies: TrashCopies = window.call("trash_copies", Value::Null);
    assert!(copies.waiting, "and the trash goes on saying so");
    window
        .try_call::<ClientPage>("client", json!({ "id": id }))
        .expect_err("nothing of it is there");
    let trash: Vec<TrashLine> = window.call("trashed", Value::Null);
    assert!(trash.is_empty());
    let told = lines(&window);
    assert_eq!(told[0].way, HistoryWay::Never, "there is no way back");
    assert!(
        !told[0].said.contains("Fromagerie"),
        "and no name: {}",
        told[0].said
    );
}
