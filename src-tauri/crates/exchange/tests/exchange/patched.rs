//! One field changed: which lines give way.

use std::collections::BTreeSet;

use domain::{Field, Link, State, Touchpoint};

use crate::support::{brought_in, event, events, exported, now};

/// A calendar of one event, changed and exported; and the touchpoint it became.
pub(crate) fn patched(
    lines: &str,
    change: impl FnOnce(&mut Touchpoint) -> Field,
) -> (String, Touchpoint) {
    let bytes = crate::support::calendar(lines).into_bytes();
    let mut touchpoints = brought_in(&bytes);
    let field = change(&mut touchpoints[0]);
    touchpoints[0].mark(field, now());
    let out = String::from_utf8(exported(&bytes, &touchpoints)).unwrap();
    (out, touchpoints.remove(0))
}

#[test]
fn texts_are_replaced_with_what_only_described_the_old_ones() {
    let lines = "DTSTART:20261124T080000\nSUMMARY;LANGUAGE=fr:Ancien\nLOCATION;ALTREP=\"http://a.test\":Nantes\nGEO:47.2;-1.5\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:47.2,-1.5\nDESCRIPTION:vieux\nX-ALT-DESC;FMTTYPE=text/html:<b>vieux</b>";
    let (out, _) = patched(lines, |t| {
        t.title = "Nouveau; avec, signes".into();
        Field::Title
    });
    assert!(
        out.contains("SUMMARY;LANGUAGE=fr:Nouveau\\; avec\\, signes\r\n"),
        "{out}"
    );
    assert!(
        out.contains("LOCATION;ALTREP=\"http://a.test\":Nantes"),
        "the place is left alone: {out}"
    );
    let (out, _) = patched(lines, |t| {
        t.place = "Lyon".into();
        Field::Place
    });
    assert!(
        out.contains("LOCATION:Lyon\r\n") && !out.contains("GEO") && !out.contains("geo:"),
        "{out}"
    );
    let (out, _) = patched(lines, |t| {
        t.notes = "a\nb".into();
        Field::Notes
    });
    assert!(
        out.contains("DESCRIPTION:a\\nb\r\n") && !out.contains("X-ALT-DESC"),
        "{out}"
    );
}

#[test]
fn a_state_is_said_where_calendars_look_for_it() {
    let (out, _) = patched("DTSTART:20261124T080000\nSTATUS:CONFIRMED", |t| {
        t.state = State::Cancelled;
        Field::State
    });
    assert!(
        out.contains("STATUS:CANCELLED") && !out.contains("CONFIRMED"),
        "{out}"
    );
    let (out, _) = patched("DTSTART:20261124T080000\nSTATUS:TENTATIVE", |t| {
        t.state = State::Held;
        Field::State
    });
    assert!(
        out.contains("STATUS:TENTATIVE") && out.contains("X-SENTIER-STATE:HELD"),
        "{out}"
    );
    assert_eq!(events(out.as_bytes())[0].state, State::Held);
}

#[test]
fn a_new_link_takes_the_old_ones_place_wherever_that_was() {
    let new = Link::parse("https://meet.jit.si/sentier-neuf").unwrap();
    let room = "https://teams.microsoft.com/l/meetup-join/abc";
    for lines in [
        format!("DTSTART:20261124T080000\nURL:{room}"),
        format!("DTSTART:20261124T080000\nLOCATION:{room}"),
        format!(
            "DTSTART:20261124T080000\nX-MICROSOFT-SKYPETEAMSMEETINGURL:{room}\nDESCRIPTION:Join {room} now"
        ),
        format!("DTSTART:20261124T080000\nCONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Teams:{room}"),
        format!("DTSTART:20261124T080000\nDESCRIPTION:{room}"),
    ] {
        for wanted in [Some(new.clone()), None] {
            assert_eq!(
                event(&lines).link.map(|l| l.url).as_deref(),
                Some(room),
                "found in {lines}"
            );
            let (out, _) = patched(&lines, |t| {
                t.link = wanted.clone();
                Field::Link
            });
            let read = &events(out.as_bytes())[0];
            assert_eq!(read.link, wanted, "{lines} became {out}");
            assert!(
                !read.place.contains(room),
                "nobody is led to the old room: {out}"
            );
        }
    }
}

#[test]
fn only_the_lines_of_those_who_changed_are_rewritten() {
    let lines = "DTSTART:20261124T080000\nORGANIZER;CN=Ana:mailto:ana@exemple.test\nATTENDEE;RSVP=TRUE;CN=Bob;X-NUM-GUESTS=0:mailto:bob@exemple.test\nATTENDEE;CN=\"Coralie, DG\":MAILTO:coralie@exemple.test";
    let (out, changed) = patched(lines, |t| {
        assert_eq!(t.participants.len(), 3);
        t.participants.remove(2);
        t.participants.push(domain::Participant {
            name: "Zoé : achats".into(),
            email: "zoe@exemple.test".into(),
            ..domain::Participant::default()
        });
        Field::Participants
    });
    assert!(
        out.contains("ATTENDEE;RSVP=TRUE;CN=Bob;X-NUM-GUESTS=0:mailto:bob@exemple.test"),
        "{out}"
    );
    assert!(!out.contains("coralie"), "{out}");
    assert_eq!(events(out.as_bytes())[0].participants, changed.participants);
}

#[test]
fn lists_of_dates_lose_and_gain_only_what_changed() {
    use chrono::NaiveDate;
    use domain::Moment;
    let lines = "DTSTART;TZID=Europe/Paris:20261124T090000\nRRULE:FREQ=DAILY\nEXDATE;TZID=Europe/Paris:20261125T090000,20261126T090000\nEXDATE:20261127T080000Z";
    let (out, changed) = patched(lines, |t| {
        let recurrence = t.recurrence.as_mut().unwrap();
        recurrence.except.remove(0);
        recurrence.except.push(Moment::Wall {
            at: NaiveDate::from_ymd_opt(2026, 12, 1)
                .unwrap()
                .and_hms_opt(9, 0, 0)
                .unwrap(),
            zone: domain::Zone::Iana(chrono_tz::Europe::Paris),
        });
        recurrence.rules = vec!["FREQ=DAILY;COUNT=20".into()];
        Field::Recurrence
    });
    assert!(out.contains("RRULE:FREQ=DAILY;COUNT=20\r\n"), "{out}");
    assert!(
        out.contains("EXDATE;TZID=Europe/Paris:20261126T090000\r\n"),
        "what stays, stays as written: {out}"
    );
    assert!(
        out.contains("EXDATE:20261127T080000Z\r\n"),
        "a line that did not change is the same: {out}"
    );
    assert!(
        out.contains("EXDATE;TZID=Europe/Paris:20261201T090000\r\n"),
        "{out}"
    );
    let read = events(out.as_bytes()).remove(0).recurrence.unwrap();
    let as_set = |r: &domain::Recurrence| {
        r.except
            .iter()
            .map(|m| format!("{m:?}"))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(as_set(&read), as_set(changed.recurrence.as_ref().unwrap()));
}
