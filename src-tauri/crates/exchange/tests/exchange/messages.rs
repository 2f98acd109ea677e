//! Invitations and annulments as their guests get them.

use std::process::Command;

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use domain::{
    Attendance, Departing, Departure, Id, Mailbox, Method, Moment, Recurrence, Slot, State, Told,
    Zone,
};
use exchange::{Doc, Entry, Message, ReadEvent, message, read};
use proptest::prelude::*;

use crate::support::{fixtures, now};

fn start() -> chrono::NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 26)
        .unwrap()
        .and_hms_opt(14, 30, 0)
        .unwrap()
}

fn invitation() -> Departure {
    Departure {
        id: Id::from_number_for_testing(1),
        touchpoint: Id::from_number_for_testing(2),
        occurrence: None,
        what: Method::Request,
        uninvites: false,
        sequence: 3,
        to: vec![
            Mailbox {
                name: "Lévêque, Marc".to_owned(),
                email: "marc@lac.test".to_owned(),
            },
            Mailbox {
                name: String::new(),
                email: "achats@lac.test".to_owned(),
            },
        ],
        told: Told {
            slot: Some(Slot::timed(start(), 60, Zone::Iana(Paris))),
            repeats: None,
            title: "Visio: le budget; la suite".to_owned(),
            place: String::new(),
            link: "https://meet.jit.si/sentier-lac".to_owned(),
        },
        state: Departing::Informed,
        prepared_at: now(),
        updated_at: now(),
    }
}

fn weekly() -> Departure {
    let mut weekly = invitation();
    weekly.told.repeats = Some(Recurrence {
        rules: vec!["FREQ=WEEKLY;COUNT=6".to_owned()],
        except: vec![key(14)],
        ..Recurrence::default()
    });
    weekly.told.place = "Annecy, atelier".to_owned();
    weekly
}

fn called_off() -> Departure {
    Departure {
        what: Method::Cancel,
        sequence: 4,
        ..invitation()
    }
}

fn one_called_off() -> Departure {
    let mut one = called_off();
    one.occurrence = Some(key(7));
    one.told.slot = one
        .told
        .slot
        .map(|slot| slot.starting(start() + chrono::Duration::days(7)));
    one
}

/// For one of the two guests only.
fn uninvited() -> Departure {
    let mut one = called_off();
    one.uninvites = true;
    one.to.truncate(1);
    one
}

/// Where the rule puts an occurrence, days after the first.
fn key(days: i64) -> Moment {
    Moment::Wall {
        at: start() + chrono::Duration::days(days),
        zone: Zone::Iana(Paris),
    }
}

fn written(departure: &Departure) -> String {
    let organizer = Mailbox {
        name: "Camille Roux".to_owned(),
        email: "camille@exemple.test".to_owned(),
    };
    let bytes = message(
        &Message {
            departure,
            uid: "tp_7@sentier",
            organizer: &organizer,
            summary: &departure.told.title,
            description: "Chiffrer la deuxième ligne\nSavoir qui décide",
            stamp: now(),
        },
        Paris,
    );
    String::from_utf8(bytes).unwrap()
}

fn read_back(text: &str) -> (Option<String>, ReadEvent) {
    let mut reading = read(&Doc::new(text.as_bytes()), Paris);
    assert_eq!(reading.entries.len(), 1, "{text}");
    match reading.entries.remove(0) {
        Entry::Event(event) => (reading.method, *event),
        Entry::Invalid(invalid) => panic!("{:?}: {text}", invalid.reason),
    }
}

#[test]
fn what_leaves_is_what_left_before_byte_for_byte() {
    for (name, departure) in [
        ("request.ics", invitation()),
        ("request-series.ics", weekly()),
        ("cancel.ics", called_off()),
        ("cancel-one.ics", one_called_off()),
        ("cancel-guest.ics", uninvited()),
    ] {
        let path = fixtures().join("itip").join(name);
        let now = written(&departure);
        if std::env::var_os("SENTIER_WRITE_FIXTURES").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let before = std::fs::read_to_string(&path).unwrap();
        assert!(now == before, "{name}: {now}");
    }
}

#[test]
fn an_invitation_reads_back_as_what_it_tells() {
    let told = invitation();
    let (method, event) = read_back(&written(&told));
    assert_eq!(method.as_deref(), Some("REQUEST"));
    assert_eq!(
        (event.uid.as_str(), event.sequence),
        ("tp_7@sentier", told.sequence)
    );
    assert_eq!((event.slot, event.state), (told.told.slot, State::Planned));
    assert_eq!(event.title, told.told.title);
    assert_eq!(event.link.map(|link| link.url), Some(told.told.link));
    let people: Vec<_> = event
        .participants
        .iter()
        .map(|one| (one.name.as_str(), one.email.as_str(), one.organizer))
        .collect();
    assert_eq!(
        people,
        [
            ("Camille Roux", "camille@exemple.test", true),
            ("Lévêque, Marc", "marc@lac.test", false),
            ("", "achats@lac.test", false),
        ]
    );
    assert!(
        event
            .participants
            .iter()
            .all(|one| one.attendance == Attendance::Waiting)
    );
}

#[test]
fn an_annulment_reads_back_as_one_of_the_same_meeting() {
    let (method, event) = read_back(&written(&called_off()));
    assert_eq!(method.as_deref(), Some("CANCEL"));
    assert_eq!(
        (event.uid.as_str(), event.sequence, event.state),
        ("tp_7@sentier", 4, State::Cancelled)
    );
    let (_, one) = read_back(&written(&one_called_off()));
    assert_eq!(one.recurrence_id, Some(key(7)), "one of the series alone");
    assert!(!written(&one_called_off()).contains("FREQ=WEEKLY"));
}

#[test]
fn who_is_no_longer_invited_reads_that_and_nothing_of_the_others() {
    let text = written(&uninvited());
    let (method, event) = read_back(&text);
    assert_eq!(method.as_deref(), Some("CANCEL"));
    assert_eq!((event.uid.as_str(), event.sequence), ("tp_7@sentier", 4));
    assert!(
        !text.contains("STATUS:"),
        "the meeting itself takes place: {text}"
    );
    assert!(text.contains("marc@lac.test") && !text.contains("achats@lac.test"));
    assert!(
        !text.contains("DESCRIPTION"),
        "it is not their business any more"
    );
}

#[test]
fn guests_read_when_where_and_why_and_nothing_of_the_house() {
    for departure in [invitation(), weekly(), called_off(), one_called_off()] {
        let text = written(&departure);
        let plain = text.replace("\r\n ", "");
        assert!(!plain.contains("X-SENTIER"), "{plain}");
        assert!(!plain.contains("BEGIN:VALARM"), "{plain}");
        assert!(
            plain.find("METHOD:") < plain.find("BEGIN:VEVENT"),
            "the method comes first (RFC 5546)"
        );
        assert!(
            text.lines().all(|line| line.len() <= 75),
            "every line is folded"
        );
        let asks = plain.matches("PARTSTAT=NEEDS-ACTION;RSVP=TRUE").count();
        let request = departure.what == Method::Request;
        assert_eq!(asks, if request { 2 } else { 0 }, "{plain}");
        assert_eq!(plain.contains("DESCRIPTION:Chiffrer"), request, "{plain}");
        assert_eq!(plain.contains("STATUS:CANCELLED"), !request);
        assert!(plain.contains("BEGIN:VTIMEZONE"), "the zone is defined");
    }
}

#[test]
fn the_second_of_two_equal_hours_is_said_in_utc_with_no_line_of_our_own() {
    let mut autumn = invitation();
    autumn.told.slot = Some(Slot::Timed {
        start: NaiveDate::from_ymd_opt(2026, 10, 25)
            .unwrap()
            .and_hms_opt(2, 30, 0)
            .unwrap(),
        seconds: 1_800,
        zone: Zone::Iana(Paris),
        later: true,
    });
    let text = written(&autumn);
    assert!(text.contains("DTSTART:20261025T013000Z"), "{text}");
    assert!(!text.contains("X-SENTIER"), "{text}");
}

proptest! {
    #[test]
    fn whatever_a_title_says_it_stays_one_line_of_one_event(
        title in "\\PC{0,60}|a\r\nATTENDEE:mailto:x@y\r\nb", name in "\\PC{0,30}|x\"\r\nRSVP:1",
    ) {
        let mut hostile = invitation();
        hostile.told.title = title.clone();
        hostile.told.place = title.clone();
        hostile.to[0].name = name;
        let text = written(&hostile);
        let (_, event) = read_back(&text);
        prop_assert_eq!(event.participants.len(), 3, "{}", text);
        prop_assert_eq!(event.sequence, 3);
    }
}

/// What the oracle's parser makes of the messages kept beside it.
#[test]
fn others_read_in_the_messages_what_was_meant() {
    let Ok(python) = std::env::var("SENTIER_ORACLE_PYTHON") else {
        eprintln!("SENTIER_ORACLE_PYTHON is not set: the house's own reader stands alone");
        return;
    };
    let script = fixtures().join("../oracle/messages.py");
    let files = [
        "request.ics",
        "request-series.ics",
        "cancel.ics",
        "cancel-one.ics",
        "cancel-guest.ics",
    ];
    let said = Command::new(python)
        .arg(script)
        .args(files.map(|name| fixtures().join("itip").join(name)))
        .output()
        .expect("the oracle's Python runs");
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(
        said.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&said.stderr)
    );
    assert_eq!(text.lines().count(), files.len(), "{text}");
}
