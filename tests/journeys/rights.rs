//! A person's rights, through the commands the page calls.

use serde_json::{Value, json};
use wire::{
    BackupSheet, ClientPage, ContactCard, Done, Erased, ErasureLine, ErasureLook, Made,
    RestoreLook, SilentLines,
};

use crate::window::{NOW, Window, done, draft, fresh};

fn person(window: &Window) -> (String, String) {
    let done: Done = window.call("create_client", json!({ "name": "Fromagerie du Lac" }));
    let client = done.client.expect("the client").id;
    let edit = json!({
        "name": "Awa Sall", "client": { "type": "existing", "id": client },
        "emails": [{ "kind": "work", "address": "awa@lac.example" }],
        "consents": [
            { "channel": "email", "agreed": "given", "on": "2026-03-01", "basis": "consent", "source": "formulaire" },
            { "channel": "phone", "agreed": "unknown", "on": null, "basis": "unsaid", "source": " " },
        ],
    });
    let made: Made = window.call("create_contact", json!({ "edit": edit }));
    (client, made.id)
}

fn with_her(client: &str) -> Value {
    let mut asked = draft("Point Awa Sall", "2026-11-25T10:00", 30);
    asked["draft"]["client"] = json!({ "type": "existing", "id": client });
    asked["draft"]["participants"] = json!([{ "name": "Awa Sall", "email": "awa@lac.example", "attendance": "waiting", "organizer": false }]);
    asked
}

#[test]
fn consent_is_written_on_the_contact_and_what_says_nothing_is_dropped() {
    let (_folder, window) = fresh();
    let (_, id) = person(&window);
    let card: ContactCard = window.call("contact", json!({ "id": id }));
    assert_eq!(card.consents.len(), 1);
    assert_eq!(card.consents[0].source, "formulaire");
}

#[test]
fn an_objection_refuses_planning_with_a_sentence_and_is_lifted_with_one_press() {
    let (_folder, window) = fresh();
    let (client, id) = person(&window);
    let who = json!({ "type": "contact", "id": id });
    let objection = json!({ "on": "2026-11-23", "source": "au téléphone" });
    window.call::<Done>("object", json!({ "who": who, "objection": objection }));
    let refused = window
        .try_call::<Value>("plan_touchpoint", with_her(&client))
        .expect_err("refused");
    assert_eq!(refused["code"], "invalid");
    assert_eq!(
        refused["message"],
        "Awa Sall ne veut pas de contact (dit le 23 nov.)"
    );
    assert_ne!(refused["hint"], "");
    window.call::<Done>("object", json!({ "who": who, "objection": null }));
    done(window.call("plan_touchpoint", with_her(&client)));
}

#[test]
fn a_copy_is_written_where_the_person_said_and_nothing_when_they_changed_their_mind() {
    let (folder, window) = fresh();
    let (_, id) = person(&window);
    let none: Option<String> = window.call("export_person", json!({ "id": id }));
    assert_eq!(none, None);
    let out = folder.path().join("copie.zip");
    *window.heard.save_to.lock() = Some(out.clone());
    let path: Option<String> = window.call("export_person", json!({ "id": id }));
    assert_eq!(path.as_deref(), out.to_str());
    assert!(std::fs::read(out).expect("the file").starts_with(b"PK"));
}

#[test]
fn an_erasure_is_looked_at_done_remembered_without_a_name_and_undone() {
    let (_folder, window) = fresh();
    let (client, id) = person(&window);
    done(window.call("plan_touchpoint", with_her(&client)));
    let look: ErasureLook = window.call("look_at_erasure", json!({ "id": id }));
    assert_eq!((look.touchpoints, look.coming), (1, 1));
    assert_eq!(look.due, "24 déc.");
    assert_eq!(look.mentions[0].field, "titre");
    let given = json!({ "id": id, "keep": [], "soon": false });
    let erased: Erased = window.call("erase_person", given);
    assert_eq!(erased.look.due, "24 déc.");
    let page: ClientPage = window.call("client", json!({ "id": client }));
    assert!(page.contacts.is_empty());
    assert_eq!(page.coming[0].title, "Point une personne effacée");
    let lines: Vec<ErasureLine> = window.call("erasures", json!({}));
    assert_eq!(
        (lines.len(), lines[0].touchpoints, lines[0].reached),
        (1, 1, false)
    );
    window.call::<Option<Done>>("undo", json!({}));
    let page: ClientPage = window.call("client", json!({ "id": client }));
    assert_eq!(page.contacts.len(), 1);
    assert_eq!(page.coming[0].title, "Point Awa Sall");
}

#[test]
fn a_backup_made_before_an_erasure_says_so_and_brings_nobody_back() {
    let (folder, window) = fresh();
    let (client, id) = person(&window);
    done(window.call("plan_touchpoint", with_her(&client)));
    let out = folder.path().join("avant.sentier.zip");
    *window.heard.save_to.lock() = Some(out.clone());
    window.call::<Option<Value>>("save_backup", Value::Null);
    let given = json!({ "id": id, "keep": [], "soon": false });
    window.call::<Erased>("erase_person", given);
    window.call::<Done>("trash_client", json!({ "id": client }));
    *window.heard.files.lock() = vec![out];
    let path: Option<String> = window.call("choose_backup", Value::Null);
    let source = json!({ "type": "file", "path": path.expect("chosen") });
    let look: RestoreLook = window.call("look_restore", json!({ "source": source }));
    let since = look.erased.expect("she is in it");
    assert_eq!((since.count, since.days.as_str()), (1, "24 nov."));
    let asked = json!({ "ticket": look.ticket, "extent": "whole" });
    window.call::<Done>("run_restore", asked);
    let page: ClientPage = window.call("client", json!({ "id": client }));
    assert!(page.contacts.is_empty(), "the house is back without her");
    assert_eq!(page.coming[0].title, "Point une personne effacée");
    let sheet: BackupSheet = window.call("drill_backup", json!({ "source": source }));
    let drilled = sheet.drilled.expect("drilled");
    assert!(drilled.whole, "{drilled:?}");
    assert!(drilled.said.contains("effacée depuis"), "{drilled:?}");
}

#[test]
fn whoever_is_silent_for_three_years_is_listed_and_kept_until_a_day() {
    let (folder, window) = fresh();
    let (_, id) = person(&window);
    let asked = json!({ "from": 0, "limit": 10 });
    let lines: SilentLines = window.call("silent_people", asked.clone());
    assert_eq!(lines.total, 0, "at {NOW} everybody is new");
    window.close();
    // Her consent of the first of March is the last sign of her.
    let window = Window::open_at(folder.path(), "2029-03-01T10:00:00+01:00");
    let lines: SilentLines = window.call("silent_people", asked.clone());
    assert_eq!((lines.total, lines.lines[0].id.as_str()), (1, id.as_str()));
    assert_eq!(lines.lines[0].last, "1er mars 2026");
    assert_eq!(lines.later, "2030-03-01");
    let kept = json!({ "ids": [id], "until": lines.later, "why": "toujours cliente" });
    window.call::<Done>("keep_people", kept);
    let lines: SilentLines = window.call("silent_people", asked);
    assert_eq!(lines.total, 0);
}
