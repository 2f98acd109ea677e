//! One calendar out of many files and of what was made here.

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use domain::{Field, Id, Kind, Slot, Touchpoint, Zone};
use exchange::{Doc, Export, Piece};

use crate::support::{
    brought_in, calendar, corpus, events, exported, exported_own, gone, now, pieces,
};

pub(crate) fn made_here(number: u64, title: &str) -> Touchpoint {
    let mut touchpoint =
        Touchpoint::received(Id::from_number_for_testing(number), Kind::Video, now());
    touchpoint.title = title.into();
    let wall = NaiveDate::from_ymd_opt(2026, 11, 24)
        .unwrap()
        .and_hms_opt(10, 0, 0)
        .unwrap();
    touchpoint.slot = Some(Slot::timed(wall, 30, Zone::Iana(Paris)));
    touchpoint
}

/// The first file, the further files, and what was made here.
fn all(files: &[(&[u8], &[Touchpoint])], own: &[Touchpoint]) -> Vec<u8> {
    let mut export = Export::new(Vec::new(), Paris);
    for (bytes, touchpoints) in files {
        export
            .document(&Doc::new(bytes), &pieces(touchpoints), |_, _| true)
            .unwrap();
    }
    export.own(&pieces(own)).unwrap();
    export.finish().unwrap().0
}

#[test]
fn with_no_file_a_whole_calendar_is_written() {
    let text = String::from_utf8(exported_own(&[made_here(1, "Devis")])).unwrap();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"),
        "{text}"
    );
    assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{text}");
    let zone = text
        .find("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris")
        .expect("the zone is defined");
    assert!(
        zone < text.find("BEGIN:VEVENT").unwrap(),
        "before it is used"
    );
    assert!(text.lines().all(|line| line.len() <= 75), "folded");
    let (out, count) = Export::new(Vec::new(), Paris).finish().unwrap();
    assert_eq!(count, 0);
    assert!(
        String::from_utf8(out)
            .unwrap()
            .ends_with("CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n"),
        "empty, and valid"
    );
}

#[test]
fn what_was_made_here_is_planted_before_the_end_of_the_first_file() {
    for (name, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        let out = all(&[(&bytes, &touchpoints)], &[made_here(9, "Ici")]);
        assert_eq!(
            gone(&bytes, &out),
            [""; 0],
            "{name}: no line of the file is lost"
        );
        let all = events(&out);
        assert_eq!(all.len(), touchpoints.len() + 1, "{name}: and one is added");
        assert!(all.iter().any(|event| event.title == "Ici"), "{name}");
        let end = out
            .windows(13)
            .rposition(|w| w.eq_ignore_ascii_case(b"END:VCALENDAR"));
        if let Some(end) = end {
            let own = out.windows(3).position(|w| w == b"Ici").unwrap();
            assert!(own < end, "{name}: inside the calendar");
        }
    }
}

#[test]
fn a_file_without_a_calendar_around_its_events_grows_at_its_end() {
    let bytes = b"BEGIN:VEVENT\nUID:a\nDTSTART:20261124\nEND:VEVENT";
    let touchpoints = brought_in(bytes);
    assert_eq!(exported(bytes, &touchpoints), bytes);
    let out = all(&[(bytes, &touchpoints)], &[made_here(9, "Ici")]);
    assert_eq!(events(&out).len(), 2, "{}", String::from_utf8_lossy(&out));
}

#[test]
fn events_of_other_files_bring_their_zones() {
    let first = calendar("DTSTART:20261124T080000");
    for (name, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        let out = all(
            &[
                (first.as_bytes(), &brought_in(first.as_bytes())),
                (&bytes, &touchpoints),
            ],
            &[],
        );
        let read = events(&out);
        assert_eq!(read.len(), touchpoints.len() + 1, "{name}");
        for (event, touchpoint) in read.iter().skip(1).zip(&touchpoints) {
            assert_eq!(
                event.slot, touchpoint.slot,
                "{name}: means the same time in the new calendar"
            );
            assert_eq!(event.title, touchpoint.title, "{name}");
        }
        assert!(std::str::from_utf8(&out).is_ok(), "{name}: in one encoding");
        assert_eq!(
            events(&all(&[(&out, &brought_in(&out))], &[])),
            read,
            "{name}: and stays so"
        );
    }
}

#[test]
fn two_zones_of_one_name_are_kept_apart() {
    let custom = |offset: &str| {
        calendar("DTSTART;TZID=Customized Time Zone:20261124T080000").replace(
            "BEGIN:VEVENT",
            &format!("BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"),
        )
    };
    let files = [
        custom("+0530"),
        custom("+0900"),
        custom("+0900"),
        custom("+0530"),
    ];
    let brought: Vec<_> = files
        .iter()
        .map(|file| brought_in(file.as_bytes()))
        .collect();
    let documents: Vec<_> = files
        .iter()
        .zip(&brought)
        .map(|(f, t)| (f.as_bytes(), t.as_slice()))
        .collect();
    let out = all(&documents, &[]);
    let offsets: Vec<_> = events(&out)
        .iter()
        .map(|event| {
            event
                .slot
                .unwrap()
                .span(Paris)
                .start
                .format("%H:%M")
                .to_string()
        })
        .collect();
    assert_eq!(
        offsets,
        ["02:30", "23:00", "23:00", "02:30"],
        "{}",
        String::from_utf8_lossy(&out)
    );
    let definitions = String::from_utf8(out)
        .unwrap()
        .matches("BEGIN:VTIMEZONE")
        .count();
    assert_eq!(definitions, 2, "one for each");
}

#[test]
fn a_copy_that_was_replaced_or_removed_for_good_is_left_out() {
    let bytes = calendar("DTSTART:20261124T080000");
    let mut export = Export::new(Vec::new(), Paris);
    let asked = std::cell::RefCell::new(Vec::new());
    export
        .document(&Doc::new(bytes.as_bytes()), &[], |uid, at| {
            asked.borrow_mut().push((uid.to_owned(), at));
            false
        })
        .unwrap();
    let (out, count) = export.finish().unwrap();
    assert_eq!(asked.into_inner(), [("one@test".to_owned(), None)]);
    assert_eq!((events(&out).len(), count), (0, 0));
}

#[test]
fn to_dos_and_journals_of_others_are_kept() {
    let first = calendar("DTSTART:20261124T080000");
    let todo = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:t\r\nSUMMARY:Payer\r\nEND:VTODO\r\nBEGIN:VJOURNAL\r\nUID:j\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n";
    assert_eq!(
        events(todo.as_bytes()).len(),
        0,
        "no touchpoint is made of them"
    );
    let out = all(
        &[
            (first.as_bytes(), &brought_in(first.as_bytes())),
            (todo.as_bytes(), &[]),
        ],
        &[],
    );
    let text = String::from_utf8(out).unwrap();
    assert!(
        text.contains("UID:t\r\n") && text.contains("UID:j\r\n"),
        "{text}"
    );
}

#[test]
fn the_client_leaves_by_name_and_returns_by_identity() {
    let mut touchpoint = made_here(3, "Devis");
    touchpoint.client = Some(Id::from_number_for_testing(5));
    let mut export = Export::new(Vec::new(), Paris);
    let piece = Piece {
        touchpoint: &touchpoint,
        client: Some("Durand, Père & Fils"),
    };
    export.own(&[piece]).unwrap();
    let (out, _) = export.finish().unwrap();
    let client = events(&out)[0].client.clone().unwrap();
    assert_eq!(client.id, touchpoint.client);
    assert_eq!(client.name, "Durand, Père & Fils");
}

#[test]
fn what_only_we_say_of_a_brought_in_event_is_said_on_our_lines() {
    let bytes = calendar("DTSTART:20261124T080000\nSUMMARY:Point");
    let mut touchpoints = brought_in(bytes.as_bytes());
    touchpoints[0].kind = Kind::Phone;
    touchpoints[0].reason.bring = "un devis, deux options".into();
    touchpoints[0].outcome = "rappeler\nmardi".into();
    for field in [Field::Kind, Field::Reason, Field::Outcome] {
        touchpoints[0].mark(field, now());
    }
    let out = exported(bytes.as_bytes(), &touchpoints);
    let read = &events(&out)[0];
    assert_eq!((read.kind, read.kind_is_said), (Kind::Phone, true));
    assert_eq!(read.reason.bring, "un devis, deux options");
    assert_eq!(read.outcome, "rappeler\nmardi");
    assert_eq!(
        gone(bytes.as_bytes(), &out),
        ["DTSTAMP:20260101T000000Z"],
        "only the stamp gave way"
    );
}
