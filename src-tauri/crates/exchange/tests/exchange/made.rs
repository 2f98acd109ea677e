//! Touchpoints made here of the lines of others.

use chrono::{Duration, NaiveDate};
use chrono_tz::Europe::Paris;
use domain::{Field, Id, Moment, Occurrence, Source, Zone};

use crate::export::made_here;
use crate::support::{brought_in, calendar, events, exported, now};

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
