//! A page that was made to say what no page says: every field of every message, through real IPC.

mod shapes;

use serde_json::{Value, json};
use store::StoreError;
use wire::checked::{Holds, message, rule};

use self::shapes::{Shape, Surface};
use crate::window::{Window, done, draft, fresh, plan};

#[test]
fn every_field_of_every_message_says_what_it_holds() {
    let surface = Surface::read();
    let mut unsaid = Vec::new();
    for command in &surface.commands {
        let fields = Shape::Fields(command.arguments.clone());
        surface.leaves("", &fields, 0, &mut |field, shape, depth| {
            let own = if depth == 1 {
                command.name.as_str()
            } else {
                ""
            };
            let said = rule(own, field);
            let fits = match shape {
                Shape::Number => matches!(said, Some(Holds::Number(_) | Holds::Many(_))),
                _ => said.is_some_and(|said| !matches!(said, Holds::Number(_))),
            };
            // A name that is a number in one shape and a text in another is short in both.
            let both = matches!((field, said), ("from" | "until", Some(_)));
            if !fits && !both {
                unsaid.push(format!("{}: {field} ({shape:?}) is {said:?}", command.name));
            }
        });
    }
    unsaid.sort();
    unsaid.dedup();
    assert!(
        unsaid.is_empty(),
        "say in wire/src/checked.rs what these hold: {unsaid:#?}"
    );
}

/// What a field that holds text is given.
fn hostile_texts() -> Vec<Value> {
    let mut texts: Vec<Value> = [
        "",
        " ",
        "\0",
        "\u{7f}\u{85}\u{1b}[2J",
        "facture\u{202e}fdp.exe",
        "\u{2066}a\u{2069}\u{200b}\u{feff}\u{ad}\u{fffe}\u{10ffff}\u{e0041}",
        "a\u{2028}b\u{2029}c\r\nX-Injected: 1",
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
        "{ $given } { -brand }",
        "../../../../etc/passwd",
        "javascript:alert(1)",
        "=cmd|'/c calc'!A0",
        "tp_zz",
        "0000-00-00",
        "9999-12-31",
        "+262142-12-31",
        "-262143-01-01",
        "1899-12-31",
        "2201-01-01T00:00",
        "2026-02-30T25:61:61",
        "9999-12-31T23:59:60@Pacific/Kiritimati",
    ]
    .into_iter()
    .map(Value::from)
    .collect();
    texts.push("é".repeat(300_000).into());
    texts.extend([
        json!(1),
        json!(true),
        json!([["a"]]),
        json!({ "a": 1 }),
        Value::Null,
    ]);
    texts
}

/// What a field that holds a number is given.
fn hostile_numbers() -> Vec<Value> {
    vec![
        json!(-1),
        json!(0),
        json!(0.5),
        json!(1e308),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(i64::MIN),
        json!("NaN"),
        json!("15"),
        Value::Null,
    ]
}

/// The places in a value where a text or a number stands.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) | Value::Number(_) => found.push(at.to_owned()),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(n, item)| places(item, &format!("{at}/{n}"), found));
        }
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, field)| places(field, &format!("{at}/{name}"), found));
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// Records a message can be about.
struct Known {
    touchpoint: String,
    client: String,
    other: String,
    contact: String,
    colleague: String,
    place: String,
}

impl Known {
    fn of(window: &Window) -> Self {
        let block = plan(window, "Visio", "2026-11-25T10:00", 60);
        let client = block.client.expect("its client").id;
        let other = window.call::<wire::Done>("create_client", json!({ "name": "Autre" }));
        let contact = |name: &str| {
            let at = json!({ "type": "existing", "id": client });
            let edit = json!({ "edit": { "name": name, "client": at } });
            window.call::<wire::Made>("create_contact", edit).id
        };
        let place = json!({ "client": client, "edit": { "name": "Usine" } });
        Self {
            touchpoint: block.id,
            other: other.client.expect("a client").id,
            contact: contact("Zoé Noël"),
            colleague: contact("Jean Martin"),
            place: window.call::<wire::Made>("create_place", place).id,
            client,
        }
    }

    /// What stands at a place of a command's message when nothing is wrong.
    fn usual(&self, command: &str, at: &str, is_number: bool) -> Value {
        let (within, field) = at.rsplit_once('/').unwrap_or(("", at));
        if is_number {
            return json!(match field {
                "until" => 1_080,
                "from" if within.ends_with("hours") => 540,
                "lunchFrom" => 690,
                "lunchUntil" => 840,
                "day" => 90,
                "hour" => 600,
                "most" => 30,
                "from" => 0,
                _ => 15,
            });
        }
        let noun = within.rsplit_once('/').map_or(within, |(_, noun)| noun);
        let text = match (noun, field) {
            ("need" | "promise" | "promises" | "view", "id") | (_, "answered" | "occurrence") => {
                return Value::Null;
            }
            ("closing", "kept") => return Value::Null,
            ("client", "id") => &self.client,
            ("owner", "id") => &self.contact,
            ("ask" | "which" | "subject", "id") => &self.touchpoint,
            (_, "id") if command.contains("contact") => &self.contact,
            (_, "id") if command.contains("place") => &self.place,
            (_, "id")
                if ["client", "path", "merge"]
                    .iter()
                    .any(|word| command.contains(word)) =>
            {
                &self.client
            }
            (_, "id" | "touchpoint" | "meeting") => &self.touchpoint,
            (_, "to") => &self.other,
            (_, "client" | "ids") => &self.client,
            (_, "contact" | "a" | "kept") => &self.contact,
            (_, "b" | "gone") => &self.colleague,
            (_, "start") => "2026-11-26T13:00",
            (_, "monday") => "2026-11-23",
            ("on", "date") => "2026-12-08",
            (_, "date" | "first" | "from" | "due" | "on" | "since" | "lookAgain" | "birthday") => {
                "2026-11-26"
            }
            (_, "last" | "until") => "2026-11-30",
            (_, "zone" | "home") => "Europe/Paris",
            ("open_link" | "", "address") => "https://exemple.fr/a",
            (_, "email" | "address") => "zoe@example.com",
            (_, "link" | "links" | "website") => "https://exemple.fr/a",
            (_, "siren") => "732829320",
            (_, "siret") => "73282932000074",
            (_, "written") => "02 38 00 00 00",
            _ => "Un mot",
        };
        text.into()
    }
}

#[test]
fn no_hostile_message_is_answered_half_and_nothing_hidden_is_ever_kept() {
    let surface = Surface::read();
    let (_folder, window) = fresh();
    let known = Known::of(&window);
    let (mut asked, mut refused, mut answered) = (0, 0, 0);
    let mut unheard: Vec<String> = Vec::new();
    // What locks the book ends this house: tried last, when nothing is asked of it any more.
    let locks = |command: &&shapes::Command| {
        ["seal", "unseal", "lock_now"].contains(&command.name.as_str())
    };
    let (last, first): (Vec<_>, Vec<_>) = surface.commands.iter().partition(locks);
    for command in first {
        let leaf = |at: &str, is_number: bool| known.usual(&command.name, at, is_number);
        let arguments = Shape::Fields(command.arguments.clone());
        let sample = surface.sample("", &arguments, &leaf);
        if let Err(problem) = window.try_call::<Value>(&command.name, sample.clone()) {
            unheard.push(format!("{}: {problem}", command.name));
        }
        let mut found = Vec::new();
        places(&sample, "", &mut found);
        for place in found {
            let usual = sample.pointer(&place).cloned().unwrap_or_default();
            let hostile = if usual.is_number() {
                hostile_numbers()
            } else {
                hostile_texts()
            };
            for value in hostile {
                let mut given = sample.clone();
                *given.pointer_mut(&place).expect("it is there") = value;
                asked += 1;
                if tried(&window, &command.name, given) {
                    answered += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    // Some need more than a message: a file that was given, a preview that is open, something to take back.
    assert!(
        unheard.len() * 4 < surface.commands.len(),
        "most are understood when nothing is wrong: {unheard:#?}"
    );
    println!("{asked} hostile messages: {refused} refused, {answered} answered");
    assert!(
        asked > 5_000 && refused > asked / 3 && answered > asked / 5,
        "{asked} asked, {refused} refused"
    );
    nothing_hidden(&window);
    assert!(
        window
            .house()
            .store
            .check()
            .expect("the book is read")
            .flaws
            .is_empty()
    );
    // And the house still does what it is for.
    let mut encore = draft("Encore", "2026-12-02T10:00", 30);
    encore["draft"]["force"] = json!(true);
    let outcome = window.call("plan_touchpoint", encore);
    assert_eq!(done(outcome).block.expect("its block").title, "Encore");
    for command in last {
        let secret = json!({ "passphrase": "x".repeat(2_000), "words": "\u{202e}" });
        tried(&window, &command.name, secret);
    }
}

/// Whether a message was answered; one that was refused wrote nothing and says why.
fn tried(window: &Window, command: &str, given: Value) -> bool {
    let before = window.house().store.last_seq();
    let shown = || given.to_string().chars().take(400).collect::<String>();
    match window.try_call::<Value>(command, given.clone()) {
        Ok(_) => true,
        Err(problem) => {
            assert_eq!(
                window.house().store.last_seq(),
                before,
                "{command} wrote: {}",
                shown()
            );
            let said = match &problem {
                Value::Object(problem) => problem.contains_key("code") && problem["message"] != "",
                // A shape that is none of ours is told by Tauri, in its own words.
                Value::String(said) => said.starts_with("invalid args"),
                _ => false,
            };
            assert!(said, "{command} says why: {problem} of {}", shown());
            false
        }
    }
}

fn nothing_hidden(window: &Window) {
    let lines = window.house().store.each_line((), |(), line| {
        let text = String::from_utf8(line.write()?).unwrap_or_default();
        match text
            .chars()
            .find(|c| domain::is_hidden(*c) || c.is_control())
        {
            None => Ok::<(), StoreError>(()),
            Some(c) => Err(StoreError::State(format!("{c:?} in {text}"))),
        }
    });
    assert!(lines.is_ok(), "nothing hidden was kept: {lines:?}");
}

#[test]
fn a_file_nobody_gave_is_not_read_whatever_asks_for_it() {
    let (folder, window) = fresh();
    let file = folder.path().join("week.ics");
    std::fs::write(&file, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").expect("a file");
    let client = window.call::<wire::Done>("create_client", json!({ "name": "Lac" }));
    let owner = json!({ "type": "client", "id": client.client.expect("a client").id });
    let before = window.house.store.last_seq();
    for path in [
        "/etc/passwd",
        "/proc/self/environ",
        &*file.to_string_lossy(),
    ] {
        for (command, given) in [
            ("preview_import", json!({ "paths": [path] })),
            ("attach", json!({ "owner": owner, "paths": [path] })),
            (
                "look_restore",
                json!({ "source": { "type": "file", "path": path } }),
            ),
            (
                "drill_backup",
                json!({ "source": { "type": "file", "path": path } }),
            ),
            (
                "set_photo",
                json!({ "contact": "ct_00000000000770008000000000000007", "path": path }),
            ),
        ] {
            let refused = window
                .try_call::<Value>(command, given)
                .expect_err("nobody gave it");
            assert_eq!(refused["code"], "invalid", "{command} {path}: {refused}");
        }
    }
    assert_eq!(window.house.store.last_seq(), before, "nothing is written");
    let given = window.given(&file);
    window.call::<Value>("preview_import", json!({ "paths": [given] }));
}

#[test]
fn what_is_no_message_is_refused_before_any_command_reads_it() {
    let (_folder, window) = fresh();
    let mut deep = json!("Lac");
    for _ in 0..100 {
        deep = json!({ "name": [deep] });
    }
    for given in [json!([1, 2]), json!("name"), json!(3), deep] {
        let refused = window
            .try_call::<Value>("create_client", given)
            .expect_err("it is no message");
        assert_eq!(refused["code"], "invalid", "{refused}");
    }
    assert!(message("create_client", &json!({ "name": "Lac" })).is_ok());
}
