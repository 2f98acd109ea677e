//! Clients, contacts, places, their files, and the list, through the commands the page calls.

use serde_json::{Value, json};
use wire::{ClientPage, ClientRows, ContactCard, Done, Facets, ListView, Made, TrashLine};

use crate::window::{Window, done, draft, fresh};

/// Makes a client, and gives its id.
fn client(window: &Window, name: &str) -> String {
    let done: Done = window.call("create_client", json!({ "name": name }));
    done.client.expect("the client that was made").id
}

fn page(window: &Window, id: &str) -> ClientPage {
    window.call("client", json!({ "id": id }))
}

fn contact(window: &Window, client: &str, edit: Value) -> String {
    let mut edit = edit;
    edit["client"] = json!({ "type": "existing", "id": client });
    window
        .call::<Made>("create_contact", json!({ "edit": edit }))
        .id
}

fn query(words: &str, by: &str) -> Value {
    json!({ "query": {
        "words": words,
        "filter": { "tags": [], "markets": [], "tiers": [], "archived": false, "next": null },
        "sort": { "by": by, "descending": false }, "from": 0, "limit": 60,
    } })
}

fn names(window: &Window, query: Value) -> Vec<String> {
    let rows: ClientRows = window.call("clients_page", query);
    rows.rows.into_iter().map(|row| row.name).collect()
}

fn message(refused: Result<Done, Value>) -> String {
    let problem = refused.expect_err("it is refused");
    assert_eq!(problem["code"], "invalid", "the field is shown: {problem}");
    assert_ne!(problem["hint"], "", "it says what to do: {problem}");
    problem["message"].as_str().expect("a sentence").to_owned()
}

#[test]
fn a_client_keeps_every_field_it_is_given_and_shows_numbers_the_french_way() {
    let (_folder, window) = fresh();
    let id = client(&window, "Fromagerie du Lac");
    let parent = client(&window, "Groupe des Lacs");
    window.call::<Done>(
        "edit_client",
        json!({ "id": id, "edit": {
            "market": "Agroalimentaire", "tier": "a", "tags": ["salon", "Salon", "bio"],
            "siret": "732 829 320 00074", "website": "exemple.fr",
            "phones": [{ "kind": "work", "written": "0199000101" }, { "kind": "work", "written": "" }],
            "emails": [{ "kind": "work", "address": "bonjour@exemple.fr" }],
            "custom": [{ "name": "Code", "value": "4512" }, { "name": "", "value": "" }],
            "links": [{ "kind": "subsidiaryOf", "to": parent }], "notes": "**Livre** le mardi",
        } }),
    );
    let page = page(&window, &id);
    assert_eq!(page.phones[0].shown, "01 99 00 01 01");
    assert_eq!(page.phones[0].dial, "+33199000101", "what tel: needs");
    assert_eq!(page.phones.len(), 1, "an empty line is dropped");
    assert_eq!(
        page.siren, "732\u{a0}829\u{a0}320",
        "the SIREN is the SIRET's beginning"
    );
    assert_eq!(page.website, "https://exemple.fr");
    assert_eq!(page.tags.len(), 2, "one tag whatever its case");
    assert_eq!(page.custom.len(), 1);
    assert_eq!(page.links[0].client.name, "Groupe des Lacs");
    let other = self::page(&window, &parent);
    assert!(
        other.links[0].inward && other.links[0].client.id == id,
        "the other one knows of it: {:?}",
        other.links
    );
}

#[test]
fn what_cannot_be_is_told_with_what_to_do_and_nothing_is_changed() {
    let (_folder, window) = fresh();
    let id = client(&window, "Atelier Morel");
    let refused =
        |edit: Value| message(window.try_call("edit_client", json!({ "id": id, "edit": edit })));
    assert!(refused(json!({ "siren": "732829321" })).contains("clé"));
    assert!(refused(json!({ "siret": "7328293" })).starts_with("7 chiffres"));
    assert!(refused(json!({ "siren": "ABC" })).contains("chiffres"));
    assert!(
        refused(json!({ "emails": [{ "kind": "work", "address": "zoe.exemple.fr" }] }))
            .contains("zoe.exemple.fr")
    );
    assert!(
        refused(json!({ "phones": [{ "kind": "work", "written": "à demander" }] }))
            .contains("numéro")
    );
    assert!(refused(json!({ "links": [{ "kind": "related", "to": id }] })).contains("lui-même"));
    refused(json!({ "market": "Bois", "website": "javascript:alert(1)" }));
    assert_eq!(
        page(&window, &id).market,
        None,
        "the good half is not kept alone"
    );
    window.call::<Done>(
        "edit_client",
        json!({ "id": id, "edit": { "siret": "356 000 000 49837" } }),
    );
}

#[test]
fn a_contact_is_made_edited_moved_put_aside_trashed_and_comes_back() {
    let (_folder, window) = fresh();
    let (lac, morel) = (
        client(&window, "Fromagerie du Lac"),
        client(&window, "Atelier Morel"),
    );
    let id = contact(
        &window,
        &lac,
        json!({ "given": "Hélène", "family": "Riou", "role": "Achats" }),
    );
    assert_eq!(page(&window, &lac).contacts[0].name, "Hélène Riou");
    window.call::<Done>(
        "edit_contact",
        json!({ "id": id, "edit": { "family": "Riou-Morvan",
            "phones": [{ "kind": "other", "written": "06 39 98 12 34" }],
            "met": [{ "by": "Paul", "how": "inPerson", "on": "2026-10-02" }] } }),
    );
    let card: ContactCard = window.call("contact", json!({ "id": id }));
    assert_eq!(
        card.name, "Hélène Riou-Morvan",
        "the name follows its parts"
    );
    assert_eq!(card.met[0].by, "Paul");
    let moved: Done = window.call(
        "edit_contact",
        json!({ "id": id, "edit": { "client": { "type": "existing", "id": morel } } }),
    );
    assert!(moved.said.contains("Atelier Morel"), "{}", moved.said);
    assert!(page(&window, &lac).contacts.is_empty());
    window.call::<Done>("archive_contact", json!({ "id": id, "archived": true }));
    assert!(
        page(&window, &morel).contacts[0].archived,
        "kept, and out of the way"
    );
    window.call::<Done>("archive_contact", json!({ "id": id, "archived": false }));
    window.call::<Done>("trash_contact", json!({ "id": id }));
    assert!(page(&window, &morel).contacts.is_empty());
    let trash: Vec<TrashLine> = window.call("trashed", Value::Null);
    assert_eq!(
        (trash[0].title.as_str(), trash[0].about.as_str()),
        ("Hélène Riou-Morvan", "Atelier Morel")
    );
    window.call::<Done>("restore_contact", json!({ "id": id }));
    assert_eq!(
        page(&window, &morel).contacts[0].id,
        id,
        "back where it was"
    );
}

#[test]
fn a_place_is_made_edited_trashed_and_comes_back() {
    let (_folder, window) = fresh();
    let id = client(&window, "Atelier Morel");
    message(
        window
            .try_call::<Made>("create_place", json!({ "client": id, "edit": {} }))
            .map(|made| made.done),
    );
    let made: Made = window.call(
        "create_place",
        json!({ "client": id, "edit": { "name": "Atelier",
            "address": { "kind": "work", "street": "3, rue des Forges", "postcode": "01000", "city": "Bourg" } } }),
    );
    let rows: ClientRows = window.call("clients_page", query("bourg", "city"));
    assert_eq!(rows.rows[0].city, "Bourg", "the list finds it by its town");
    assert!(
        page(&window, &id).places[0].line.contains("01000"),
        "a postal code keeps its zero"
    );
    window.call::<Done>("trash_place", json!({ "id": made.id }));
    assert!(page(&window, &id).places.is_empty());
    window.call::<Done>("restore_place", json!({ "id": made.id }));
    assert_eq!(page(&window, &id).places.len(), 1);
}

#[test]
fn a_client_in_the_trash_keeps_its_people_and_meetings_and_all_comes_back_with_it() {
    let (_folder, window) = fresh();
    let planned = done(window.call("plan_touchpoint", draft("Lac", "2026-11-26T13:00", 60)));
    let id = planned.client.expect("a client").id;
    contact(&window, &id, json!({ "given": "Hélène", "family": "Riou" }));
    window.call::<Done>("trash_client", json!({ "id": id }));
    assert!(
        names(&window, query("", "name")).is_empty(),
        "it is out of the list"
    );
    let trash: Vec<TrashLine> = window.call("trashed", Value::Null);
    assert_eq!(trash.len(), 1, "the client alone: {trash:?}");
    window.call::<Done>("restore_client", json!({ "id": id }));
    let page = page(&window, &id);
    assert_eq!((page.contacts.len(), page.coming.len()), (1, 1));
}

#[test]
fn two_hundred_clients_are_tagged_in_one_step_and_one_undo_takes_it_back() {
    let (_folder, window) = fresh();
    for n in 0..200 {
        client(&window, &format!("Maison {n:03}"));
    }
    let ids: Vec<String> = window.call("client_ids", query("maison", "name"));
    assert_eq!(ids.len(), 200, "everything that matches is selected");
    let done: Done = window.call(
        "bulk_clients",
        json!({ "ids": ids, "edit": { "addTags": ["salon"] } }),
    );
    assert!(
        done.said.starts_with("200 clients étiquetés"),
        "{}",
        done.said
    );
    let facets: Facets = window.call("list_facets", Value::Null);
    assert_eq!(
        (facets.tags[0].name.as_str(), facets.tags[0].count),
        ("salon", 200)
    );
    window.call::<Option<Done>>("undo", Value::Null);
    let facets: Facets = window.call("list_facets", Value::Null);
    assert!(facets.tags.is_empty(), "one undo for all of them");
}

#[test]
fn an_archived_client_leaves_the_list_and_the_picker_and_is_found_among_the_archived() {
    let (_folder, window) = fresh();
    let id = client(&window, "Fromagerie du Lac");
    window.call::<Done>("archive_client", json!({ "id": id, "archived": true }));
    assert!(names(&window, query("", "name")).is_empty());
    let likely: Vec<wire::ClientRow> = window.call("clients", json!({ "words": "from" }));
    assert!(likely.is_empty(), "nobody plans with it by accident");
    let mut archived = query("", "name");
    archived["query"]["filter"]["archived"] = json!(true);
    assert_eq!(names(&window, archived), ["Fromagerie du Lac"]);
}

#[test]
fn the_list_finds_by_any_name_and_sorts_as_french_does() {
    let (_folder, window) = fresh();
    for name in ["Zénith", "Étoile", "Eden", "Œuvre & Fils"] {
        client(&window, name);
    }
    let id = client(&window, "Atelier");
    contact(&window, &id, json!({ "given": "Hélène", "family": "Riou" }));
    assert_eq!(
        names(&window, query("", "name")),
        ["Atelier", "Eden", "Étoile", "Œuvre & Fils", "Zénith"]
    );
    assert_eq!(
        names(&window, query("helene", "name")),
        ["Atelier"],
        "by a contact"
    );
    assert_eq!(
        names(&window, query("oeuvre", "name")),
        ["Œuvre & Fils"],
        "by a ligature"
    );
}

#[test]
fn the_list_knows_who_is_met_next_and_who_has_nothing_planned() {
    let (_folder, window) = fresh();
    client(&window, "Atelier Morel");
    done(window.call("plan_touchpoint", draft("Lac", "2026-11-26T13:00", 60)));
    assert_eq!(
        names(&window, query("", "next")),
        ["Fromagerie du Lac", "Atelier Morel"],
        "those with nothing planned stand last"
    );
    let mut without = query("", "name");
    without["query"]["filter"]["next"] = json!(false);
    assert_eq!(names(&window, without), ["Atelier Morel"]);
}

#[test]
fn a_view_is_kept_under_its_name_and_the_way_the_list_is_left_is_no_step() {
    let (_folder, window) = fresh();
    let view = json!({ "id": null, "name": "Priorités",
        "filter": { "tags": ["salon"], "markets": [], "tiers": ["a"], "archived": false, "next": null },
        "sort": { "by": "next", "descending": false }, "columns": ["city", "next"] });
    let made: Made = window.call("save_view", json!({ "view": view }));
    let views: Vec<ListView> = window.call("views", Value::Null);
    assert_eq!(views[0].name, "Priorités");
    let before = made.done.undo;
    window.call::<Value>("leave_view", json!({ "view": view }));
    let left: ListView = window.call("left_view", Value::Null);
    assert_eq!(left.filter.tags, ["salon"], "it is found as it was left");
    let deleted: Done = window.call("delete_view", json!({ "id": made.id }));
    assert_ne!(deleted.undo, before, "deleting is a step");
    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(window.call::<Vec<ListView>>("views", Value::Null).len(), 1);
}

#[test]
fn a_file_is_kept_whole_opened_as_a_copy_and_a_program_is_refused() {
    let (folder, window) = fresh();
    let id = client(&window, "Atelier Morel");
    let owner = json!({ "type": "client", "id": id });
    let (plan, program) = (
        folder.path().join("plan é.pdf"),
        folder.path().join("jeu.exe"),
    );
    std::fs::write(&plan, b"%PDF-1.7 plan").expect("a file");
    std::fs::write(&program, b"MZ").expect("a file");
    window.call::<Done>(
        "attach",
        json!({ "owner": owner, "paths": [window.given(&plan), window.given(&program)] }),
    );
    std::fs::remove_file(&plan).expect("the original goes");
    let files = page(&window, &id).attachments;
    assert_eq!(files[0].name, "plan é.pdf");
    window.call::<Value>(
        "open_attachment",
        json!({ "owner": owner, "blob": files[0].blob }),
    );
    let opened = window
        .heard
        .opened
        .lock()
        .last()
        .cloned()
        .expect("it was opened");
    assert_eq!(std::fs::read(&opened).expect("a copy"), b"%PDF-1.7 plan");
    let refused: Result<Value, Value> = window.try_call(
        "open_attachment",
        json!({ "owner": owner, "blob": files[1].blob }),
    );
    assert!(
        refused.expect_err("a program")["message"]
            .as_str()
            .expect("a sentence")
            .contains("programme")
    );
    window.call::<Done>(
        "remove_attachment",
        json!({ "owner": owner, "blob": files[0].blob }),
    );
    assert_eq!(page(&window, &id).attachments.len(), 1);
    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(
        page(&window, &id).attachments.len(),
        2,
        "undo has the bytes"
    );
    let folder = json!({ "owner": owner, "paths": [window.given(folder.path())] });
    assert!(message(window.try_call("attach", folder)).contains("dossier"));
}

#[test]
fn what_is_no_picture_is_told_and_shown_as_none() {
    let (folder, window) = fresh();
    let lac = client(&window, "Fromagerie du Lac");
    let id = contact(&window, &lac, json!({ "name": "Hélène Riou" }));
    let path = folder.path().join("photo.png");
    std::fs::write(&path, b"<svg/>").expect("a file");
    message(window.try_call(
        "set_photo",
        json!({ "contact": id, "path": window.given(&path) }),
    ));
    let none: Option<String> = window.call("photo", json!({ "address": "../../etc/passwd" }));
    assert_eq!(none, None, "an address is no path");
}
