//! One calendar out of many files and of what was made here.

use chrono::{Duration, NaiveDate};
use chrono_tz::Europe::Paris;
use domain::{Field, Id, Kind, Moment, Occurrence, Slot, Source, Touchpoint, Zone};
use exchange::{Doc, Export, Piece};

use crate::support::{
    brought_in, calendar, corpus, events, exported, exported_own, gone, now, pieces,
};

fn made_here(number: u64, title: &str) -> Touchpoint {
    let mut touchpoint = Touchpoint::new(Id::from_number_for_testing(number), Kind::Video, now());
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
fn an_occurrence_moved_here_is_made_of_the_lines_of_its_series() {
    let bytes = calendar(
        "DTSTART;TZID=Romance Standard Time:20261124T090000\nDTEND;TZID=Romance Standard Time:20261124T093000\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Romance Standard Time:20261208T090000\nSUMMARY:Point\nX-COLOUR:blue\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:x\nEND:VALARM",
    );
    let series = brought_in(bytes.as_bytes());
    let at = Moment::Wall {
        at: NaiveDate::from_ymd_opt(2026, 12, 1)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap(),
        zone: Zone::Iana(Paris),
    };
    let mut moved = series[0].clone();
    moved.id = Id::from_number_for_testing(77);
    moved.source = Source::of_ours(series[0].source.uid.clone());
    moved.recurrence = None;
    moved.occurrence = Some(Occurrence {
        series: Some(series[0].id),
        at,
    });
    moved.place_at(
        series[0].slot.unwrap().shifted(Duration::hours(7 * 24 + 2)),
        now(),
    );
    let both = [series[0].clone(), moved.clone()];
    let out = String::from_utf8(exported(bytes.as_bytes(), &both)).unwrap();

    assert!(
        out.starts_with(bytes.split("END:VCALENDAR").next().unwrap()),
        "the series is untouched: {out}"
    );
    let added = &out[bytes.find("END:VCALENDAR").unwrap()..];
    assert!(
        added.contains("RECURRENCE-ID;TZID=Romance Standard Time:20261201T090000\r\n"),
        "{added}"
    );
    assert!(
        added.contains("DTSTART;TZID=Romance Standard Time:20261201T110000\r\n"),
        "{added}"
    );
    assert!(
        added.contains("X-COLOUR:blue") && added.contains("BEGIN:VALARM"),
        "all it had: {added}"
    );
    assert!(
        !added.contains("RRULE") && !added.contains("EXDATE"),
        "{added}"
    );
    let read = events(out.as_bytes());
    assert_eq!(
        (read[1].recurrence_id, read[1].slot),
        (Some(at), moved.slot)
    );
    assert_eq!(read[1].uid, series[0].source.uid);
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

#[test]
fn the_rest_of_a_cut_series_keeps_what_its_lines_said() {
    let bytes = calendar(
        "DTSTART;TZID=Romance Standard Time:20261124T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY\nCREATED:20200101T000000Z\nSUMMARY:Point\nX-COLOUR:blue\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:x\nEND:VALARM",
    );
    let mut all = brought_in(bytes.as_bytes());
    let at = Moment::Wall {
        at: NaiveDate::from_ymd_opt(2026, 12, 8)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap(),
        zone: Zone::Iana(Paris),
    };
    let recurrence = all[0].recurrence.clone().unwrap();
    let cut = series::split_before(all[0].slot.unwrap(), &recurrence, at, Paris).unwrap();
    let mut rest = all[0].clone();
    rest.id = Id::from_number_for_testing(88);
    rest.source.uid = "rest@sentier".into();
    rest.slot = cut.tail_start.shifted(Duration::hours(2));
    rest.recurrence = Some(cut.tail);
    rest.sequence = 0;
    rest.created_at = now();
    all[0].recurrence = Some(cut.head);
    all[0].mark(Field::Recurrence, now());
    all.push(rest);
    let out = String::from_utf8(exported(bytes.as_bytes(), &all)).unwrap();

    let read = events(out.as_bytes());
    assert_eq!(read.len(), 2, "{out}");
    assert_eq!(read[1].uid, "rest@sentier");
    assert_eq!(read[1].slot, all[1].slot);
    assert_eq!(read[1].created_at, Some(now()));
    assert_eq!(
        out.matches("X-COLOUR:blue").count(),
        2,
        "what nobody here knows: {out}"
    );
    assert_eq!(out.matches("BEGIN:VALARM").count(), 2, "alarms too: {out}");
    assert!(
        out.contains("DTSTART;TZID=Romance Standard Time:20261208T110000"),
        "{out}"
    );
    assert!(
        out.contains("UNTIL=20261208T075959Z"),
        "the head ends: {out}"
    );
}

#[test]
fn an_exception_of_a_series_that_moved_is_known_by_its_new_time() {
    let master =
        "DTSTART;TZID=Europe/Paris:20261124T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;COUNT=5";
    let one =
        "RECURRENCE-ID:20261201T080000Z\nDTSTART;TZID=Europe/Paris:20261202T140000\nDURATION:PT30M";
    let bytes = calendar(master).replace(
        "END:VCALENDAR",
        &calendar(one)
            .lines()
            .skip(3)
            .map(|line| format!("{line}\r\n"))
            .collect::<String>(),
    );
    let mut all = brought_in(bytes.as_bytes());
    let recurrence = all[0].recurrence.clone().unwrap();
    let by = Duration::hours(25);
    let (slot, moved) = series::shift(all[0].slot.unwrap(), &recurrence, by, Paris).unwrap();
    // Known by the same time in the zone of its series: nothing to write.
    let canonical = series::key(
        all[0].slot.unwrap(),
        all[1].occurrence.as_ref().unwrap().at,
        Paris,
    );
    all[1].occurrence.as_mut().unwrap().at = canonical;
    all[1].mark(Field::Recurrence, now());
    assert!(
        exported(bytes.as_bytes(), &all) == bytes.as_bytes(),
        "another form of the same name"
    );

    all[0].recurrence = Some(moved);
    all[0].mark(Field::Recurrence, now());
    all[0].place_at(Some(slot), now());
    all[1].occurrence.as_mut().unwrap().at = Moment::Wall {
        at: canonical.wall() + by,
        zone: Zone::Iana(Paris),
    };
    let out = String::from_utf8(exported(bytes.as_bytes(), &all)).unwrap();
    assert!(
        out.contains("RECURRENCE-ID:20261202T090000Z"),
        "10:00 in Paris, as it was written: {out}"
    );
}

#[test]
fn a_touchpoint_whose_lines_are_not_in_its_file_leaves_all_the_same() {
    let bytes = calendar("DTSTART:20261124T080000");
    let mut stray = made_here(5, "Égaré");
    stray.source.offset = 3;
    stray.source.length = 10;
    let mut orphan = made_here(6, "Orphelin");
    orphan.source.uid = "nobody@test".into();
    orphan.occurrence = Some(Occurrence {
        series: None,
        at: orphan.slot.unwrap().start_moment(),
    });
    let mut all = brought_in(bytes.as_bytes());
    all.extend([stray, orphan]);
    let titles: Vec<String> = events(&exported(bytes.as_bytes(), &all))
        .into_iter()
        .map(|event| event.title)
        .collect();
    assert_eq!(titles, ["", "Égaré", "Orphelin"], "nothing is lost");
}
