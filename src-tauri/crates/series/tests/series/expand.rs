use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use domain::{Recurrence, Slot, Zone};

#[test]
fn a_weekly_meeting_keeps_its_wall_time_when_clocks_change() {
    let start = Slot::timed(
        NaiveDate::from_ymd_opt(2026, 10, 23)
            .unwrap()
            .and_hms_opt(10, 0, 0)
            .unwrap(),
        30,
        Zone::Iana(Paris),
    );
    let weekly = Recurrence {
        rules: vec!["FREQ=WEEKLY;COUNT=2".into()],
        ..Recurrence::default()
    };
    let found = series::first(start, &weekly, Paris, 10).unwrap();
    let instants: Vec<String> = found
        .starts
        .iter()
        .map(|start| start.slot.span(Paris).start.format("%dT%H:%MZ").to_string())
        .collect();
    assert_eq!(
        instants,
        ["23T08:00Z", "30T09:00Z"],
        "10:00 in Paris is 08:00Z, then 09:00Z"
    );
}
