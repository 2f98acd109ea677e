use domain::{Objection, Touchpoint};
use workflows::conclude::{self, Ask, On};
use workflows::path;
use workflows::reschedule::{self, Reschedule, Scope, Subject, Target};
use workflows::rights::{Who, object};
use workflows::touchpoints::{self, ClientChoice, Draft, Edit};
use workflows::{FaultKind, House, undo};

use crate::book::{
    CARDS, bring_in, client_of, day, draft, fresh, jeanne, named, paul, planned, which,
};

fn said(house: &House, fault: &workflows::Fault) -> String {
    fault.say(&house.words()).0
}

fn objection() -> Option<Objection> {
    Some(Objection {
        on: day("2026-11-23"),
        source: "par t\u{e9}l\u{e9}phone".to_owned(),
    })
}

fn refused(house: &House, draft: Draft) -> String {
    let fault = touchpoints::plan(house, draft).expect_err("refused");
    assert_eq!(fault.kind, FaultKind::Invalid);
    said(house, &fault)
}

#[test]
fn nothing_is_planned_with_somebody_who_objects_and_one_press_lifts_it() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let client = client_of(&house);
    let met = planned(&house, draft(client, "2026-11-25T10:00:00", vec![jeanne()]));
    let alone = planned(&house, draft(client, "2026-11-26T10:00:00", vec![paul()]));
    let id = named(&house, "Jeanne Quillfeather").id;
    object(&house, Who::Contact(id), objection()).expect("noted");
    let why = refused(
        &house,
        draft(client, "2026-12-03T10:00:00", vec![paul(), jeanne()]),
    );
    assert_eq!(
        why,
        "Jeanne Quillfeather ne veut pas de contact (dit le 23 nov.)"
    );
    refused(
        &house,
        Draft {
            to: Target::Tray,
            ..draft(client, "2026-12-03T10:00:00", vec![jeanne()])
        },
    );
    refused(
        &house,
        Draft {
            client: ClientChoice::Nobody,
            ..draft(client, "2026-12-03T10:00:00", vec![jeanne()])
        },
    );
    planned(&house, draft(client, "2026-12-03T10:00:00", vec![paul()]));
    // Not added to what is planned, not moved, not copied, not concluded; the tray takes it back.
    let with = Edit {
        participants: Some(vec![paul(), jeanne()]),
        ..Edit::default()
    };
    touchpoints::edit(&house, which(alone), with).expect_err("not invited as well");
    let notes = Edit {
        notes: Some("pr\u{e9}parer".to_owned()),
        ..Edit::default()
    };
    touchpoints::edit(&house, which(met), notes).expect("what stands may be written on");
    let drag = |to, copy| Reschedule {
        subject: Subject::Existing {
            id: met,
            occurrence: None,
        },
        to,
        scope: Scope::This,
        copy,
        force: true,
    };
    let monday = Target::Timed {
        start: "2026-12-07T10:00:00".parse().expect("a wall time"),
        minutes: 30,
    };
    for copy in [false, true] {
        reschedule::perform(&house, drag(monday, copy)).expect_err("not elsewhere");
    }
    let ask = Ask {
        id: met,
        occurrence: None,
        on: On::After(3),
        hour: None,
        work: None,
        reason: None,
    };
    let look = conclude::look(&house, &ask).expect("a look");
    assert!(look.weak.is_some(), "the panel says why");
    conclude::run(&house, &ask).expect_err("not concluded");
    reschedule::perform(&house, drag(Target::Tray, false)).expect("out of the week");
    undo::undo(&house).expect("undone");
    object(&house, Who::Contact(id), None).expect("lifted");
    planned(&house, draft(client, "2026-12-04T10:00:00", vec![jeanne()]));
}

#[test]
fn where_everybody_objects_nobody_named_is_somebody_who_does() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let client = client_of(&house);
    for name in ["Jeanne Quillfeather", "Paul Martin"] {
        object(&house, Who::Contact(named(&house, name).id), objection()).expect("noted");
    }
    planned(&house, draft(client, "2026-12-03T10:00:00", Vec::new()));
    let last = "Zo\u{e9} Noel";
    object(&house, Who::Contact(named(&house, last).id), objection()).expect("noted");
    refused(&house, draft(client, "2026-12-04T10:00:00", Vec::new()));
}

#[test]
fn a_client_that_objects_is_planned_with_by_nobody_and_proposed_by_nothing() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let client = client_of(&house);
    let promise = path::PromiseGiven {
        id: None,
        owner: domain::Owner::Us,
        words: "le devis".to_owned(),
        due: Some(day("2026-11-24")),
        state: domain::PromiseState::Open,
        touchpoint: None,
    };
    path::promise(&house, client, promise).expect("promised");
    let tomorrow = day("2026-11-25");
    assert_eq!(path::owed(&house, tomorrow, 10).expect("owed").len(), 1);
    assert!(!path::material(&house, client).expect("material").is_empty());
    object(&house, Who::Client(client), objection()).expect("noted");
    let why = refused(&house, draft(client, "2026-12-03T10:00:00", vec![paul()]));
    assert_eq!(why, "Atelier ne veut pas de contact (dit le 23 nov.)");
    assert!(path::owed(&house, tomorrow, 10).expect("owed").is_empty());
    assert!(path::material(&house, client).expect("material").is_empty());
    let page = workflows::clients::page(&house, client).expect("the page");
    assert!(
        !page.trail.lacks_next && page.trail.ghosts.is_empty() && page.trail.silences.is_empty()
    );
    undo::undo(&house).expect("undone");
    planned(&house, draft(client, "2026-12-03T10:00:00", vec![paul()]));
    let all: Vec<Touchpoint> = house.store.all().expect("touchpoints");
    assert_eq!(all.len(), 1);
}

#[test]
fn an_objection_is_not_dated_tomorrow() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let id = named(&house, "Paul Martin").id;
    let late = Objection {
        on: day("2026-11-25"),
        source: String::new(),
    };
    let fault = object(&house, Who::Contact(id), Some(late)).expect_err("not yet");
    assert_eq!(
        said(&house, &fault),
        "Une opposition ne peut pas dater de demain"
    );
}

#[test]
fn a_meeting_one_calls_oneself_with_somebody_who_objects_comes_in_and_the_preview_says_so() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let id = named(&house, "Paul Martin").id;
    object(&house, Who::Contact(id), objection()).expect("noted");
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:n@x\r\nDTSTAMP:20261101T000000Z\r\n\
        DTSTART;TZID=Europe/Paris:20261209T100000\r\nDTEND;TZID=Europe/Paris:20261209T103000\r\nSUMMARY:Point\r\n\
        ATTENDEE:mailto:paul@atelier.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let path = folder.path().join("point.ics");
    std::fs::write(&path, text).expect("written");
    let preview =
        workflows::import::preview(&house, &[path], &mut |_, _, _| ()).expect("a preview");
    let rows = workflows::import::rows(&house, &preview.ticket, None, 0, 10).expect("rows");
    let said: Vec<String> = rows
        .rows
        .iter()
        .map(|row| workflows::import::detail(row, &house.words()))
        .collect();
    assert!(
        said.iter()
            .any(|one| one.contains("Paul Martin ne veut pas de contact")),
        "{said:?}"
    );
}
