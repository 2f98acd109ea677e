//! After a drag, a file differs in the lines that must differ, and in no others.

use chrono::Duration;
use domain::{Field, Slot, Touchpoint};

use crate::patched::patched;
use crate::support::{brought_in, corpus, events, exported, gone, now};

const MUST: [&str; 5] = ["DTSTART", "DTEND", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED"];

fn name(line: &str) -> String {
    line[..line.find([':', ';']).unwrap_or(line.len())].to_ascii_uppercase()
}

#[test]
fn a_moved_event_of_the_corpus_changes_only_its_times_and_stamps() {
    let later = now() + Duration::days(1);
    for (file, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        for at in 0..touchpoints.len() {
            let mut moved = touchpoints.clone();
            let slot = moved[at]
                .slot
                .unwrap()
                .shifted(Duration::hours(75))
                .unwrap();
            moved[at].place_at(Some(slot), later);
            let out = exported(&bytes, &moved);

            let (lost, new) = (gone(&bytes, &out), gone(&out, &bytes));
            for line in lost.iter().chain(&new) {
                assert!(
                    MUST.contains(&name(line).as_str()),
                    "{file}: {line} need not change"
                );
            }
            assert!(
                lost.len() <= 5 && new.len() <= 5,
                "{file}: {lost:?} became {new:?}"
            );
            let range = touchpoints[at].source.offset as usize;
            assert!(
                out[..range] == bytes[..range],
                "{file}: nothing before the event changes"
            );
            let rest = range + touchpoints[at].source.length as usize;
            assert!(
                out.ends_with(&bytes[rest..]),
                "{file}: nothing after the event changes"
            );

            let again = &events(&out)[at];
            assert_eq!(
                again.slot,
                Some(slot),
                "{file}: read again, it stands where it was put"
            );
            assert_eq!(
                again.title, touchpoints[at].title,
                "{file}: and is the same event"
            );
            assert_eq!(
                again.sequence, moved[at].sequence,
                "{file}: as a new version"
            );
        }
    }
}

#[test]
fn a_move_that_is_taken_back_leaves_no_trace() {
    for (file, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        let mut moved = touchpoints.clone();
        for touchpoint in &mut moved {
            let before = touchpoint.slot;
            touchpoint.place_at(before.and_then(|s| s.shifted(Duration::days(1))), now());
            touchpoint.place_at(before, now());
        }
        assert!(
            exported(&bytes, &moved) == bytes,
            "{file}: the same times, so the same bytes"
        );
    }
}

#[test]
fn what_is_in_the_trash_stays_here_and_the_rest_is_untouched() {
    for (file, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        for at in 0..touchpoints.len() {
            let mut kept = touchpoints.clone();
            kept[at].trashed_at = Some(now());
            let source = &touchpoints[at].source;
            let (from, to) = (
                source.offset as usize,
                (source.offset + source.length) as usize,
            );
            let expected = [&bytes[..from], &bytes[to..]].concat();
            assert!(
                exported(&bytes, &kept) == expected,
                "{file}: exactly its lines are gone"
            );
        }
    }
}

#[test]
fn the_zone_stays_written_as_it_was() {
    let (out, _) = patched(
        "DTSTART;X-A=1;TZID=\"Romance Standard Time\":20261124T090000\nDTEND;TZID=\"Romance Standard Time\":20261124T093000",
        |t| {
            t.slot = t.slot.unwrap().shifted(Duration::hours(1));
            Field::Slot
        },
    );
    assert!(
        out.contains("DTSTART;X-A=1;TZID=\"Romance Standard Time\":20261124T100000\r\n"),
        "{out}"
    );
    assert!(
        out.contains("DTEND;TZID=\"Romance Standard Time\":20261124T103000\r\n"),
        "{out}"
    );
}

#[test]
fn a_time_in_utc_stays_in_utc_and_a_duration_stays_one() {
    let (out, _) = patched("DTSTART:20261124T080000Z\nDURATION:PT30M", |t| {
        t.slot = t.slot.unwrap().shifted(Duration::hours(2));
        Field::Slot
    });
    assert!(
        out.contains("DTSTART:20261124T100000Z\r\nDURATION:PT30M\r\n"),
        "{out}"
    );
}

#[test]
fn a_new_length_is_said_in_the_way_the_old_one_was() {
    let longer = |t: &mut Touchpoint| {
        let slot = t.slot.unwrap();
        t.slot = Some(Slot::Timed {
            start: slot.start_wall(),
            seconds: 5_400,
            zone: slot.zone(),
            later: false,
        });
        Field::Slot
    };
    let (out, _) = patched("DTSTART:20261124T080000\nDURATION:PT30M", longer);
    assert!(
        out.contains("DURATION:PT1H30M\r\n") && !out.contains("DTEND"),
        "{out}"
    );
    let (out, _) = patched("DTSTART:20261124T080000\nDTEND:20261124T083000", longer);
    assert!(out.contains("DTEND:20261124T093000\r\n"), "{out}");
    let (out, _) = patched("DTSTART:20261124T080000", longer);
    assert!(
        out.contains("DTSTART:20261124T080000\r\nDTEND:20261124T093000\r\n"),
        "{out}"
    );
}

#[test]
fn a_journey_that_ends_in_another_zone_still_does() {
    let (out, moved) = patched(
        "DTSTART;TZID=Europe/Paris:20261124T090000\nDTEND;TZID=America/New_York:20261124T110000",
        |t| {
            assert_eq!(
                t.slot.unwrap().seconds(),
                8 * 3600,
                "eight hours in the air"
            );
            t.slot = t.slot.unwrap().shifted(Duration::hours(1));
            Field::Slot
        },
    );
    assert!(
        out.contains("DTEND;TZID=America/New_York:20261124T120000"),
        "{out}"
    );
    assert_eq!(events(out.as_bytes())[0].slot, moved.slot);
}

#[test]
fn from_hours_to_whole_days_and_back() {
    use chrono::NaiveDate;
    let first = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let (out, moved) = patched(
        "DTSTART;TZID=Europe/Paris:20261124T090000\nDTEND;TZID=Europe/Paris:20261124T093000\nX-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
        |t| {
            t.slot = Some(Slot::AllDay { first, days: 2 });
            Field::Slot
        },
    );
    assert!(
        out.contains("DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261128\r\n"),
        "{out}"
    );
    assert!(
        out.contains("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"),
        "Outlook reads this one: {out}"
    );
    assert_eq!(events(out.as_bytes())[0].slot, moved.slot);

    let (out, moved) = patched("DTSTART;VALUE=DATE:20261124\nDURATION:P1D", |t| {
        t.slot = Some(Slot::timed(
            first.and_hms_opt(9, 0, 0).unwrap(),
            45,
            domain::Zone::Iana(chrono_tz::Europe::Paris),
        ));
        Field::Slot
    });
    assert!(
        out.contains("DTSTART;TZID=Europe/Paris:20261126T090000\r\nDURATION:PT45M\r\n"),
        "{out}"
    );
    assert!(
        out.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"),
        "a new zone is defined: {out}"
    );
    assert_eq!(events(out.as_bytes())[0].slot, moved.slot);
}

#[test]
fn put_back_in_the_tray_it_leaves_as_a_to_do_and_returns() {
    let lines = "DTSTART;TZID=Europe/Paris:20261124T090000\nDTEND;TZID=Europe/Paris:20261124T094500\nSUMMARY:Devis\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:Rappel\nEND:VALARM";
    let bytes = crate::support::calendar(lines).into_bytes();
    let mut touchpoints = brought_in(&bytes);
    touchpoints[0].place_at(None, now());
    let out = exported(&bytes, &touchpoints);
    let text = String::from_utf8(out.clone()).unwrap();
    assert!(
        text.contains("BEGIN:VTODO") && !text.contains("VEVENT") && !text.contains("DTSTART"),
        "{text}"
    );
    let waiting = &events(&out)[0];
    assert_eq!(
        (waiting.slot, waiting.wanted_minutes),
        (None, 45),
        "it waits, and still wants 45 minutes"
    );
    assert_eq!(waiting.title, "Devis");

    // From the to-do back into the week.
    let mut again = brought_in(&out);
    again[0].place_at(events(&bytes)[0].slot, now());
    let back = exported(&out, &again);
    assert_eq!(
        events(&back)[0].slot,
        events(&bytes)[0].slot,
        "and is placed again"
    );
    assert!(String::from_utf8(back).unwrap().contains("BEGIN:VEVENT"));
}
