//! Files made to hurt, by damage or on purpose.

use std::fmt::Write as _;

use chrono_tz::Europe::Paris;
use exchange::{DATES_MOST, Doc, Entry, Unreadable, read};
use proptest::prelude::*;

use crate::support::{brought_in, calendar, corpus, events, exported, now};

fn reasons(bytes: &[u8]) -> Vec<Option<Unreadable>> {
    read(&Doc::new(bytes), Paris)
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::Event(_) => None,
            Entry::Invalid(invalid) => Some(invalid.reason),
        })
        .collect()
}

const GOOD: &str = "BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20261124\r\nEND:VEVENT\r\n";

fn with_a_good_one(lines: &str) -> String {
    calendar(lines).replace("END:VCALENDAR", &format!("{GOOD}END:VCALENDAR"))
}

#[test]
fn endless_folding_is_one_bad_event() {
    let mut lines = String::from("DTSTART:20261124T080000\nSUMMARY:x");
    for _ in 0..400_000 {
        lines.push_str("\n abcdef");
    }
    let text = with_a_good_one(&lines);
    assert_eq!(
        reasons(text.as_bytes()),
        [Some(Unreadable::LineTooLong), None]
    );
    let touchpoints = brought_in(text.as_bytes());
    assert!(
        exported(text.as_bytes(), &touchpoints) == text.as_bytes(),
        "and still comes back whole"
    );
}

#[test]
fn a_long_attachment_is_no_reason_to_refuse_a_meeting() {
    let mut lines =
        String::from("DTSTART:20261124T080000\nATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD");
    for _ in 0..60_000 {
        lines.push_str("\n QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=");
    }
    assert_eq!(
        reasons(with_a_good_one(&lines).as_bytes()),
        [None, None],
        "what is not read is not weighed"
    );
}

#[test]
fn a_million_dates_are_one_bad_event() {
    let mut lines = String::from("DTSTART:20000101T080000\nRRULE:FREQ=DAILY");
    for n in 0..1_000_000 {
        let _ = write!(
            lines,
            "\nEXDATE:20{:02}{:02}{:02}T080000",
            n % 90 + 10,
            n % 12 + 1,
            n % 28 + 1
        );
    }
    let text = with_a_good_one(&lines);
    assert_eq!(
        reasons(text.as_bytes()),
        [Some(Unreadable::TooManyDates), None]
    );
    assert!(
        exported(text.as_bytes(), &brought_in(text.as_bytes())) == text.as_bytes(),
        "the raw lines are kept"
    );

    let on_one_line = "20260101T080000,".repeat(200_000);
    let text = with_a_good_one(&format!(
        "DTSTART:20000101T080000\nRRULE:FREQ=DAILY\nEXDATE:{on_one_line}"
    ));
    assert_eq!(
        reasons(text.as_bytes()),
        [Some(Unreadable::LineTooLong), None]
    );

    let as_many_as_may_be = "20260101T080000,".repeat(DATES_MOST - 1) + "20260102T080000";
    let text = calendar(&format!(
        "DTSTART:20000101T080000\nRRULE:FREQ=DAILY\nEXDATE:{as_many_as_may_be}"
    ));
    assert_eq!(reasons(text.as_bytes()), [None]);
}

#[test]
fn bad_bytes_are_read_as_windows_1252_line_by_line() {
    let mut bytes =
        calendar("DTSTART:20261124T080000\nSUMMARY:caf\u{e9}\nLOCATION:né").into_bytes();
    let at = bytes.windows(2).position(|w| w == "é".as_bytes()).unwrap();
    bytes.splice(at..at + 2, [0xe9]);
    let event = &events(&bytes)[0];
    assert_eq!(
        (event.title.as_str(), event.place.as_str()),
        ("café", "né"),
        "each line in its own encoding"
    );
    assert!(
        exported(&bytes, &brought_in(&bytes)) == bytes,
        "and the bytes stay what they were"
    );
}

/// Found by fuzzing: the touchpoint went by the second name, its lines were looked for by the first, and it left twice.
#[test]
fn a_uid_that_says_nothing_before_one_that_does_sends_no_event_out_twice() {
    for nothing in ["UID;040000008200E0", "UID:", "UID;X=\"a:b"] {
        let text =
            calendar("DTSTART:20261124T080000").replace("UID:", &format!("{nothing}\r\nUID:"));
        let bytes = text.as_bytes();
        assert!(exported(bytes, &brought_in(bytes)) == bytes, "{nothing}");
    }
}

/// Found by fuzzing: the first was written anew, the second was read, and a meeting that waits for a slot was lost.
#[test]
fn a_length_that_stands_twice_leaves_once() {
    let text = calendar(
        "DTSTART:20261124T080000\nX-SENTIER-MINUTES:30\nX-SENTIER-MINUTES:30 or so\nSUMMARY:Offre",
    );
    let mut touchpoints = brought_in(text.as_bytes());
    touchpoints[0].place_at(None, now());
    let out = exported(text.as_bytes(), &touchpoints);
    let again = brought_in(&out);
    assert_eq!(again.len(), 1, "{}", String::from_utf8_lossy(&out));
    assert_eq!(again[0].wanted_minutes, touchpoints[0].wanted_minutes);
}

#[test]
fn nesting_without_end_costs_nothing() {
    let text = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(50_000));
    assert_eq!(reasons(text.as_bytes()).len(), 50_000, "each is unfinished");
    let text = with_a_good_one(&format!(
        "DTSTART:20261124\n{}",
        "BEGIN:VALARM\n".repeat(500_000)
    ));
    assert_eq!(reasons(text.as_bytes()), [Some(Unreadable::TooDeep), None]);
}

#[test]
fn blank_lines_without_end_cost_one_look() {
    // The quickest of three: what else the machine does only ever makes it slower.
    let took = |count: usize| {
        let text = calendar("DTSTART:20261124T080000").replace(
            "BEGIN:VEVENT",
            &format!("{}BEGIN:VEVENT", "\r\n".repeat(count)),
        );
        let once = || {
            let begin = std::time::Instant::now();
            assert_eq!(events(text.as_bytes()).len(), 1);
            begin.elapsed()
        };
        [once(), once(), once()]
            .into_iter()
            .min()
            .unwrap_or_default()
    };
    let (few, many) = (took(40_000), took(400_000));
    assert!(
        many < few * 40,
        "ten times as many cost ten times as much, not a hundred times: {few:?}, {many:?}"
    );
}

#[test]
fn a_file_of_thirty_megabytes_is_read_one_event_at_a_time() {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    let mut count = 0;
    while text.len() < 30_000_000 {
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{count}@test\r\nDTSTART;TZID=Europe/Paris:20261124T080000\r\nSUMMARY:Réunion {count}\r\nDESCRIPTION:{}\r\nEND:VEVENT\r\n",
            "texte ".repeat(80)
        );
        count += 1;
    }
    text.push_str("END:VCALENDAR\r\n");
    let doc = Doc::new(text.as_bytes());
    let zones = exchange::Zones::of(&doc, Paris);
    let good = exchange::entries(&doc, &zones)
        .filter(|entry| matches!(entry, Entry::Event(_)))
        .count();
    assert_eq!(good, count, "all of them, and none need be held");
}

#[test]
fn a_damaged_byte_anywhere_in_the_corpus_never_loses_the_file() {
    for (name, bytes) in corpus() {
        for at in (0..bytes.len()).step_by(7) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            let touchpoints = brought_in(&damaged);
            assert!(
                exported(&damaged, &touchpoints) == damaged,
                "{name}: damage at {at} is given back too"
            );
        }
    }
}

/// Pieces of calendars, put together without sense.
fn calendar_soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"BEGIN:VCALENDAR".to_vec()),
        Just(b"END:VCALENDAR".to_vec()),
        Just(b"BEGIN:VEVENT".to_vec()),
        Just(b"END:VEVENT".to_vec()),
        Just(b"BEGIN:VALARM".to_vec()),
        Just(b"END:VALARM".to_vec()),
        Just(b"BEGIN:VTODO".to_vec()),
        Just(b"END:VTODO".to_vec()),
        Just(b"BEGIN:VTIMEZONE".to_vec()),
        Just(b"END:VTIMEZONE".to_vec()),
        Just(b"DTSTART;TZID=X:20261124T080000".to_vec()),
        Just(b"DTSTART;VALUE=DATE:20261124".to_vec()),
        Just(b"RRULE:FREQ=DAILY".to_vec()),
        Just(b"X-SENTIER-MINUTES:30".to_vec()),
        Just(b"UID:a".to_vec()),
        Just(b"ATTENDEE;CN=\"a".to_vec()),
        Just(b"EXDATE;TZID=\"".to_vec()),
        Just(b" folded".to_vec()),
        Just(b"\t".to_vec()),
        Just(b"".to_vec()),
        proptest::collection::vec(any::<u8>(), 0..30),
        "[A-Z-]{1,12}[;:][ -~é]{0,40}".prop_map(String::into_bytes),
    ];
    let end = prop_oneof![
        Just(&b"\r\n"[..]),
        Just(&b"\n"[..]),
        Just(&b"\r"[..]),
        Just(&b""[..])
    ];
    proptest::collection::vec((piece, end), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, end)| [piece, end.to_vec()].concat())
            .collect()
    })
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader_and_all_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let touchpoints = brought_in(&bytes);
        prop_assert!(exported(&bytes, &touchpoints) == bytes, "untouched, so the same bytes");
    }

    #[test]
    fn no_heap_of_lines_breaks_the_reader_and_all_come_back(bytes in calendar_soup()) {
        let touchpoints = brought_in(&bytes);
        prop_assert!(exported(&bytes, &touchpoints) == bytes, "untouched, so the same bytes");
        // Changed in every way, it must still be readable.
        let mut changed = touchpoints.clone();
        for touchpoint in &mut changed {
            touchpoint.place_at(None, crate::support::now());
            touchpoint.title = "autre".into();
            touchpoint.mark(domain::Field::Title, crate::support::now());
        }
        let out = exported(&bytes, &changed);
        prop_assert_eq!(events(&out).len(), touchpoints.len(), "{}", String::from_utf8_lossy(&out));
    }
}
