use chrono::{DateTime, NaiveDate, Utc};
use domain::{Field, Id, Kind, Slot, State, Touchpoint, Zone};

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")
        .expect("an instant")
        .to_utc()
}

fn meeting() -> Touchpoint {
    let start = NaiveDate::from_ymd_opt(2026, 11, 23)
        .and_then(|date| date.and_hms_opt(10, 0, 0))
        .expect("a time");
    let mut touchpoint = Touchpoint::received(Id::from_number_for_testing(1), Kind::Video, now());
    touchpoint.slot = Some(Slot::timed(start, 60, Zone::Iana(chrono_tz::Europe::Paris)));
    touchpoint
}

#[test]
fn a_new_time_is_a_new_version() {
    let mut touchpoint = meeting();
    let elsewhere = touchpoint
        .slot
        .map(|slot| slot.starting(slot.start_wall() + chrono::Duration::days(3)));
    touchpoint.place_at(elsewhere, now());
    assert_eq!(
        touchpoint.sequence, 1,
        "SEQUENCE goes up with the time (RFC 5546)"
    );
    assert!(
        touchpoint.source.edits.contains(&Field::Slot),
        "its lines are no longer what the file says"
    );
}

#[test]
fn a_drop_where_it_was_changes_nothing() {
    let mut touchpoint = meeting();
    let before = touchpoint.clone();
    touchpoint.place_at(touchpoint.slot, now());
    assert_eq!(touchpoint, before, "no new version, no edit");
}

#[test]
fn the_tray_remembers_the_length() {
    let mut touchpoint = meeting();
    touchpoint.place_at(None, now());
    assert_eq!(
        touchpoint.minutes(),
        60,
        "an hour taken out of the calendar still wants an hour"
    );
}

#[test]
fn what_is_called_off_or_free_takes_no_time() {
    let mut touchpoint = meeting();
    assert!(touchpoint.is_busy());
    touchpoint.state = State::Cancelled;
    assert!(!touchpoint.is_busy(), "cancelled frees the time");
    touchpoint.state = State::Planned;
    touchpoint.transparent = true;
    assert!(
        !touchpoint.is_busy(),
        "TRANSP:TRANSPARENT leaves the time free"
    );
}
