//! What is understood of an event.

use domain::{Attendance, Kind, LinkService, Slot, State};
use exchange::{Doc, DocProblem, Unreadable, Warning, read};

use crate::support::{calendar, event, events};

#[test]
fn how_one_meets_is_guessed_from_what_is_said() {
    let kind = |lines: &str| event(&format!("DTSTART:20261124T080000\n{lines}")).kind;
    assert_eq!(
        kind("SUMMARY:Point\nLOCATION:https://meet.google.com/abc-defg-hij"),
        Kind::Video
    );
    assert_eq!(kind("SUMMARY:Tél. Durand"), Kind::Phone);
    assert_eq!(kind("SUMMARY:Appel de suivi\nLOCATION:Bureau"), Kind::Phone);
    assert_eq!(kind("SUMMARY:Call with Ann"), Kind::Phone);
    assert_eq!(
        kind("SUMMARY:x\nCONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+33123456789"),
        Kind::Phone
    );
    assert_eq!(
        kind("SUMMARY:Visite\nLOCATION:12 rue de la Paix\\, Paris"),
        Kind::InPerson
    );
    assert_eq!(kind("SUMMARY:Dentiste"), Kind::Other);
    assert_eq!(
        kind("SUMMARY:Rappel des faits"),
        Kind::Other,
        "a word within another is not the word"
    );
}

#[test]
fn the_link_is_found_wherever_calendars_put_it() {
    let link = |lines: &str| event(&format!("DTSTART:20261124T080000\n{lines}")).link;
    for (lines, service) in [
        (
            "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
            LinkService::Meet,
        ),
        (
            "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3a",
            LinkService::Teams,
        ),
        (
            "DESCRIPTION:Join: https://us02web.zoom.us/j/123?pwd=a\\nPhone: none",
            LinkService::Zoom,
        ),
        (
            "LOCATION:https://acme.webex.com/meet/jo",
            LinkService::Webex,
        ),
        ("URL:https://meet.jit.si/sentier-abc", LinkService::Jitsi),
        (
            "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://visio.exemple.test/a?id=1",
            LinkService::Other,
        ),
    ] {
        assert_eq!(
            link(lines).map(|link| link.service),
            Some(service),
            "{lines}"
        );
    }
    assert_eq!(
        link("URL:https://exemple.test/article"),
        None,
        "a page about it is no room"
    );
    assert_eq!(
        link("CONFERENCE;FEATURE=CHAT:xmpp:chat@exemple.test\nCONFERENCE;FEATURE=VIDEO:https://visio.exemple.test/b").map(|l| l.url).as_deref(),
        Some("https://visio.exemple.test/b"),
        "the second CONFERENCE counts too"
    );
}

#[test]
fn times_are_read_in_every_form_real_files_have() {
    let slot = |lines: &str| event(lines).slot.unwrap();
    assert_eq!(
        slot("DTSTART:20261124").seconds(),
        86_400,
        "a date without VALUE=DATE is a date"
    );
    assert!(
        slot("DTSTART;VALUE=DATE:20261124T000000").is_all_day(),
        "a day said with a midnight"
    );
    assert_eq!(
        slot("DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261127").seconds(),
        3 * 86_400
    );
    assert_eq!(
        slot("DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261124").seconds(),
        86_400,
        "no day is shorter than one"
    );
    assert_eq!(
        slot("DTSTART:20261124T080000T").start_wall().to_string(),
        "2026-11-24 08:00:00"
    );
    assert_eq!(
        slot("DTSTART:2026-11-24T08:00:00Z\nDURATION:P0DT0H15M").seconds(),
        900
    );
    assert_eq!(
        slot("DTSTART:20261124T080000\nDTEND:20261124T080000").seconds(),
        0
    );
    let backwards = event("DTSTART:20261124T080000\nDTEND:20261124T070000");
    assert_eq!(backwards.slot.unwrap().seconds(), 0);
    assert_eq!(backwards.warnings, [Warning::EndBeforeStart]);
    // Across the change of 25 October the clock, not the sun, is counted.
    assert_eq!(
        slot("DTSTART;TZID=Europe/Paris:20261024T230000\nDTEND;TZID=Europe/Paris:20261025T050000")
            .seconds(),
        6 * 3_600
    );
}

#[test]
fn the_times_of_a_google_calendar_are_those_of_its_zone() {
    let text = calendar("DTSTART:20260706T080000Z\nDTEND:20260706T090000Z")
        .replace("VERSION:2.0", "VERSION:2.0\r\nX-WR-TIMEZONE:Europe/Paris");
    let slot = events(text.as_bytes())[0].slot.unwrap();
    assert_eq!(slot.start_wall().to_string(), "2026-07-06 10:00:00");
    assert_eq!(
        slot.zone().name(),
        Some("Europe/Paris"),
        "so a drag across October keeps ten o'clock"
    );
}

#[test]
fn people_are_read_with_their_answers() {
    let people = event(
        "DTSTART:20261124T080000\nORGANIZER;CN=\"Durand, Anne\":MAILTO:anne@exemple.test\nATTENDEE;PARTSTAT=ACCEPTED:mailto:Anne@exemple.test\nATTENDEE;CN=J^'rôme;PARTSTAT=DECLINED:mailto:j@exemple.test\nATTENDEE;CN=Salle 3:invalid:nomail",
    )
    .participants;
    assert_eq!(people.len(), 3, "who calls the meeting is one person");
    assert_eq!(
        (people[0].name.as_str(), people[0].organizer),
        ("Durand, Anne", true)
    );
    assert_eq!(people[0].attendance, Attendance::Accepted);
    assert_eq!(people[1].name, "J\"rôme", "RFC 6868");
    assert_eq!(
        (people[2].name.as_str(), people[2].email.as_str()),
        ("Salle 3", "")
    );
}

#[test]
fn states_and_transparency_are_read() {
    let text =
        calendar("DTSTART:20261124T080000").replace("VERSION:2.0", "METHOD:CANCEL\r\nVERSION:2.0");
    assert_eq!(
        events(text.as_bytes())[0].state,
        State::Cancelled,
        "a message that calls off"
    );
    let held =
        event("DTSTART:20261124T080000\nX-SENTIER-STATE:HELD\nTRANSP:TRANSPARENT\nSEQUENCE:-3");
    assert_eq!(
        (held.state, held.transparent, held.sequence),
        (State::Held, true, 0)
    );
}

#[test]
fn an_event_without_a_uid_gets_the_same_one_each_time() {
    let text = calendar("DTSTART:20261124T080000\nSUMMARY:x").replace("UID:one@test\r\n", "");
    let (a, b) = (events(text.as_bytes()), events(text.as_bytes()));
    assert_eq!(a[0].uid, b[0].uid, "made of the content alone");
    assert!(a[0].warnings.contains(&Warning::NoUid));
    let other = text.replace("SUMMARY:x", "SUMMARY:y");
    assert_ne!(
        events(other.as_bytes())[0].uid,
        a[0].uid,
        "another content, another event"
    );
}

#[test]
fn an_override_that_carries_the_rule_of_its_series_is_no_series() {
    let one = event("DTSTART:20261124T080000\nRECURRENCE-ID:20261123T080000\nRRULE:FREQ=DAILY");
    assert!(one.recurrence.is_none() && one.recurrence_id.is_some());
}

#[test]
fn of_two_versions_the_higher_sequence_counts_then_the_later_change() {
    let two = |a: &str, b: &str| {
        let text = calendar(a).replace(
            "END:VCALENDAR",
            &calendar(b)
                .lines()
                .skip(3)
                .map(|l| format!("{l}\r\n"))
                .collect::<String>(),
        );
        events(text.as_bytes())
    };
    let all = two(
        "DTSTART:20261124T080000\nSEQUENCE:2",
        "DTSTART:20261124T090000",
    );
    assert_eq!(all.len(), 2);
    assert!(
        all[0].supersedes(&all[1]) && !all[1].supersedes(&all[0]),
        "SEQUENCE:2 stands"
    );
    let all = two(
        "DTSTART:20261124T080000",
        "DTSTART:20261124T090000\nLAST-MODIFIED:20270101T000000Z",
    );
    assert!(all[1].supersedes(&all[0]), "changed later");
}

#[test]
fn a_file_that_is_no_calendar_says_what_it_is() {
    let problem = |bytes: &[u8]| read(&Doc::new(bytes), chrono_tz::Europe::Paris).problem;
    assert_eq!(problem(b""), Some(DocProblem::Empty));
    assert_eq!(problem(b" \r\n\r\n"), Some(DocProblem::Empty));
    assert_eq!(problem(b"<html>no</html>"), Some(DocProblem::NotACalendar));
    assert_eq!(problem(b"\xff\xfeB\0E\0G\0"), Some(DocProblem::Utf16));
    assert_eq!(
        problem(b"BEGIN:VEVENT\nDTSTART:20261124\nEND:VEVENT\n"),
        None,
        "an event on its own will do"
    );
}

#[test]
fn each_bad_event_says_why_and_the_good_ones_are_kept() {
    let bad = |lines: &str, reason: Unreadable| {
        let good = "BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20261124T080000\r\nEND:VEVENT\r\n";
        let text = calendar(lines).replace(
            "BEGIN:VEVENT\r\nUID:one",
            &format!("{good}BEGIN:VEVENT\r\nUID:one"),
        );
        let reading = read(&Doc::new(text.as_bytes()), chrono_tz::Europe::Paris);
        assert_eq!(reading.entries.len(), 2, "{lines}");
        assert!(matches!(&reading.entries[0], exchange::Entry::Event(e) if e.uid == "good"));
        match &reading.entries[1] {
            exchange::Entry::Invalid(invalid) => {
                assert_eq!(invalid.reason, reason, "{lines}");
                assert_eq!(invalid.line, 8, "the line one would look for");
            }
            exchange::Entry::Event(event) => panic!("{lines} was read: {event:?}"),
        }
    };
    bad("SUMMARY:x", Unreadable::NoStart);
    bad("DTSTART:demain", Unreadable::BadStart);
    bad("DTSTART:20261324", Unreadable::BadStart);
    bad("DTSTART:99991231T000000", Unreadable::YearOutOfRange);
    bad(
        "DTSTART:20261124T080000\nDURATION:P90000W",
        Unreadable::YearOutOfRange,
    );
    bad(
        "DTSTART:20261124T080000\nRECURRENCE-ID:x",
        Unreadable::BadOccurrence,
    );
    bad(
        &format!("DTSTART:20261124\n{}", "BEGIN:X\n".repeat(40)),
        Unreadable::TooDeep,
    );
}

#[test]
fn an_end_that_never_comes_spoils_one_event_only() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261124\nSUMMARY:coupé\nBEGIN:VEVENT\nUID:b\nDTSTART:20261125\nEND:VEVENT\nEND:VCALENDAR\n";
    let reading = read(&Doc::new(text.as_bytes()), chrono_tz::Europe::Paris);
    assert_eq!(reading.entries.len(), 2);
    match &reading.entries[0] {
        exchange::Entry::Invalid(invalid) => {
            assert_eq!(invalid.reason, Unreadable::Unfinished);
            assert_eq!(invalid.title.as_deref(), Some("coupé"), "told by its title");
        }
        exchange::Entry::Event(_) => panic!("its lines may be incomplete"),
    }
    assert!(matches!(&reading.entries[1], exchange::Entry::Event(e) if e.uid == "b"));
    let cut = &text[..text.len() - 30];
    let reading = read(&Doc::new(cut.as_bytes()), chrono_tz::Europe::Paris);
    assert_eq!(reading.entries.len(), 2, "also where the file is cut off");
}

#[test]
fn whole_days_never_get_a_zone() {
    let slot = event("DTSTART;TZID=Europe/Paris;VALUE=DATE:20261124")
        .slot
        .unwrap();
    assert!(matches!(slot, Slot::AllDay { days: 1, .. }));
}
