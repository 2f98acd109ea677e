//! A touchpoint made here leaves and comes back the same.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Paris;
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    Attendance, Field, Id, Kind, Link, Moment, Occurrence, Participant, Purpose, Reason,
    Recurrence, Slot, State, Touchpoint, Zone, clean_line, clean_text,
};
use exchange::{Doc, Original, Zones, compose, differs, patch};
use proptest::prelude::*;

use crate::support::{events, exported_own, now};

fn wall() -> impl Strategy<Value = NaiveDateTime> {
    (0_i64..60_000, 0_i64..86_400).prop_map(|(day, second)| {
        NaiveDate::from_ymd_opt(1950, 1, 1)
            .unwrap()
            .and_hms_opt(0, 0, 0)
            .unwrap()
            + Duration::days(day)
            + Duration::seconds(second)
    })
}

fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![
        Just(Zone::Floating),
        Just(Zone::Iana(Tz::UTC)),
        Just(Zone::Iana(Paris)),
        (0..TZ_VARIANTS.len()).prop_map(|at| Zone::Iana(TZ_VARIANTS[at])),
    ]
}

fn slot() -> impl Strategy<Value = Slot> {
    prop_oneof![
        3 => (wall(), 0_u32..200_000, zone()).prop_map(|(start, seconds, zone)| Slot::Timed { start, seconds, zone, later: false }),
        1 => (wall(), 1_u32..40).prop_map(|(start, days)| Slot::AllDay { first: start.date(), days }),
    ]
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zA-Zéàœ ,;:\\\\\"^'\u{202f}😀-]{0,120}",
        "\\PC{0,60}",
    ]
    .prop_map(|text| clean_line(&text, Touchpoint::LINE_MOST))
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(line(), 0..5)
        .prop_map(|lines| clean_text(&lines.join("\n"), Touchpoint::TEXT_MOST))
}

fn moment(slot: Slot) -> impl Strategy<Value = Moment> {
    wall().prop_map(move |at| match slot {
        Slot::AllDay { .. } => Moment::Date(at.date()),
        Slot::Timed { zone, .. } => Moment::Wall { at, zone },
    })
}

fn recurrence(slot: Slot) -> impl Strategy<Value = Option<Recurrence>> {
    let dates = || proptest::collection::vec(moment(slot), 0..4);
    proptest::option::of((dates(), dates()).prop_map(|(dates, except)| Recurrence {
        rules: vec!["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH".into()],
        dates,
        except,
        ends: None,
    }))
}

fn people() -> impl Strategy<Value = Vec<Participant>> {
    let one = (
        line(),
        prop_oneof![Just(0_u8), Just(1), Just(2), Just(3)],
        any::<bool>(),
    );
    proptest::collection::vec(one, 0..4).prop_map(|people| {
        people
            .into_iter()
            .enumerate()
            .map(|(n, (name, answer, organizer))| Participant {
                name: clean_line(&name, 100),
                email: format!("p{n}@exemple.test"),
                attendance: [
                    Attendance::Accepted,
                    Attendance::Declined,
                    Attendance::Tentative,
                    Attendance::Waiting,
                ][answer as usize],
                organizer,
            })
            .collect()
    })
}

fn link() -> impl Strategy<Value = Option<Link>> {
    prop_oneof![
        Just(None),
        any::<[u8; 15]>().prop_map(|dice| Some(Link::jitsi(dice))),
        Just(Link::parse(
            "https://visio.exemple.test/salle?a=1;b=2,3&u=https://zoom.us/j/1"
        )),
        Just(Link::parse(
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc"
        )),
    ]
}

prop_compose! {
    fn touchpoint()(slot in proptest::option::weighted(0.9, slot()))(
        recurrence in slot.map_or(Just(None).boxed(), |slot| recurrence(slot).boxed()),
        occurrence in slot.map_or(Just(None).boxed(), |slot| proptest::option::of(moment(slot)).boxed()),
        slot in Just(slot),
        lines in proptest::array::uniform5(line()),
        texts in proptest::array::uniform2(text()),
        participants in people(),
        link in link(),
        kind in prop_oneof![Just(Kind::Phone), Just(Kind::Video), Just(Kind::InPerson), Just(Kind::Other)],
        state in prop_oneof![Just(State::Planned), Just(State::Held), Just(State::Missed), Just(State::Cancelled)],
        purpose in prop::sample::select(vec![
            Purpose::Meeting, Purpose::Air, Purpose::Freed, Purpose::Work, Purpose::Preparation, Purpose::Travel,
        ]),
        transparent in any::<bool>(),
        minutes in 5_u32..600,
        sequence in 0_u32..100,
        number in 0_u64..1_000_000,
    ) -> Touchpoint {
        let [title, place, bring, astonish, clarify] = lines;
        let [notes, outcome] = texts;
        let mut touchpoint = Touchpoint::received(Id::from_number_for_testing(number), kind, now());
        touchpoint.purpose = purpose;
        touchpoint.state = state;
        touchpoint.title = title;
        touchpoint.place = place;
        touchpoint.reason = Reason {
            bring,
            astonish,
            clarify,
            urgent: false,
        };
        touchpoint.notes = notes;
        touchpoint.outcome = outcome;
        touchpoint.participants = participants;
        touchpoint.link = link;
        // A series stands for no occurrence, and only what is placed leaves the time free.
        touchpoint.occurrence = occurrence
            .filter(|_| recurrence.is_none())
            .map(|at| Occurrence { series: None, at });
        touchpoint.recurrence = recurrence;
        touchpoint.transparent = transparent && slot.is_some();
        touchpoint.sequence = sequence;
        if slot.is_none() {
            touchpoint.wanted_minutes = minutes;
        }
        touchpoint.slot = slot;
        touchpoint
    }
}

fn assert_same(bytes: &[u8], touchpoint: &Touchpoint) -> Result<(), TestCaseError> {
    let shown = String::from_utf8_lossy(bytes);
    let read = events(bytes);
    prop_assert_eq!(read.len(), 1, "one event in {}", shown);
    let event = &read[0];
    prop_assert_eq!(differs(event, touchpoint), [], "{:?}\n{}", event, shown);
    prop_assert_eq!(&event.uid, &touchpoint.source.uid);
    prop_assert_eq!(
        event.recurrence_id,
        touchpoint.occurrence.as_ref().map(|o| o.at)
    );
    prop_assert_eq!(&event.outcome, &touchpoint.outcome);
    prop_assert_eq!(&event.reason, &touchpoint.reason);
    prop_assert_eq!(event.kind, touchpoint.kind);
    prop_assert_eq!(event.purpose, touchpoint.purpose);
    prop_assert_eq!(event.sequence, touchpoint.sequence);
    prop_assert_eq!(event.created_at, Some(touchpoint.created_at));
    if touchpoint.slot.is_none() {
        prop_assert_eq!(event.wanted_minutes, touchpoint.wanted_minutes);
    }
    Ok(())
}

fn every_field() -> std::collections::BTreeSet<Field> {
    [
        Field::Slot,
        Field::Title,
        Field::Place,
        Field::Link,
        Field::Notes,
        Field::State,
        Field::Recurrence,
        Field::Participants,
        Field::Transparency,
        Field::Kind,
        Field::Reason,
        Field::Outcome,
        Field::Client,
    ]
    .into()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_touchpoint_made_here_comes_back_the_same(touchpoint in touchpoint()) {
        let bytes = exported_own(std::slice::from_ref(&touchpoint));
        assert_same(&bytes, &touchpoint)?;
        let text = String::from_utf8(bytes).unwrap();
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "folded at 75 octets: {}", line);
            prop_assert!(!line.contains(['\n', '\r']), "CRLF only");
        }
    }

    /// Any touchpoint can be made of any other by changing lines.
    #[test]
    fn lines_that_are_changed_say_the_new_thing(before in touchpoint(), after in touchpoint()) {
        let raw = compose(&before, None, Paris, "\n");
        let file = ["BEGIN:VCALENDAR\n".as_bytes(), &raw, b"END:VCALENDAR\n"].concat();
        let doc = Doc::new(&file);
        let zones = Zones::of(&doc, Paris);
        let original = Original::new(&doc, &zones, Paris);
        let mut after = after;
        after.source.uid.clone_from(&before.source.uid);
        after.occurrence.clone_from(&before.occurrence);
        if after.occurrence.is_some() {
            after.recurrence = None;
        }
        // RDATE and EXDATE of a series are of its own kind; here two series are mixed.
        let out = patch(&raw, &original, &after, None, &every_field());
        prop_assert!(!out.contains(&b'\r'), "in the line ends of the file");
        let mut now_read = events(&["BEGIN:VCALENDAR\n".as_bytes(), &out, b"END:VCALENDAR\n"].concat());
        prop_assert_eq!(now_read.len(), 1);
        let event = &mut now_read[0];
        sort(&mut event.recurrence);
        sort(&mut after.recurrence);
        event.participants.sort_by(|a, b| a.email.cmp(&b.email));
        let differing = differs(event, &after);
        prop_assert_eq!(differing, [], "{:?}\n{:?}\n{}", event, after, String::from_utf8_lossy(&out));
        // And nothing more is to be said.
        let again = patch(&out, &original, &after, None, &every_field());
        prop_assert!(again.as_ref() == out.as_ref(), "once is enough:\n{}", String::from_utf8_lossy(&again));
    }
}

fn sort(recurrence: &mut Option<Recurrence>) {
    if let Some(recurrence) = recurrence {
        let key = |moment: &Moment| format!("{moment:?}");
        recurrence.dates.sort_by_key(key);
        recurrence.dates.dedup();
        recurrence.except.sort_by_key(key);
        recurrence.except.dedup();
    }
}

#[test]
fn the_second_of_two_equal_hours_comes_back() {
    let mut touchpoint = Touchpoint::received(Id::from_number_for_testing(1), Kind::Video, now());
    let start = NaiveDate::from_ymd_opt(2026, 10, 25)
        .unwrap()
        .and_hms_opt(2, 30, 0)
        .unwrap();
    for later in [false, true] {
        touchpoint.slot = Some(Slot::Timed {
            start,
            seconds: 1_800,
            zone: Zone::Iana(Paris),
            later,
        });
        let bytes = exported_own(std::slice::from_ref(&touchpoint));
        assert_eq!(
            events(&bytes)[0].slot,
            touchpoint.slot,
            "{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}
