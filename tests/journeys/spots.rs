//! Where one is, half a day at a time; what is not worked; what nobody else should hear.

use serde_json::{Value, json};
use wire::{CalendarDay, CalendarDays, Done, HolidaySheet, Spot, Start, TouchpointSheet};

use crate::path::planned;
use crate::window::{Window, fresh};

fn day(window: &Window, date: &str) -> CalendarDay {
    let until = date.parse::<chrono::NaiveDate>().expect("a day") + chrono::Days::new(1);
    let range = json!({ "range": { "from": date, "until": until.to_string() } });
    let mut days: CalendarDays = window.call("calendar_days", range);
    days.days.remove(0)
}

fn save(window: &Window, change: impl FnOnce(&mut wire::SettingsSheet)) {
    let mut settings = window.call::<Start>("start", Value::Null).settings;
    change(&mut settings);
    let _: Done = window.call("save_settings", json!({ "settings": settings }));
}

#[test]
fn a_half_day_on_the_train_is_said_once_and_taken_back() {
    let (_folder, window) = fresh();
    save(&window, |settings| {
        settings.spots.usual[3] = [Some(Spot::Office); 2]
    });
    let thursday = "2026-11-26";
    let spots = |window: &Window| day(window, thursday).spots.map(|at| (at.spot, at.usual));
    assert_eq!(spots(&window), [(Some(Spot::Office), true); 2]);
    let train = json!({ "date": thursday, "half": "afternoon", "spot": "train" });
    let done: Done = window.call("stand", train.clone());
    assert_eq!(done.said, "Noté");
    let away = [(Some(Spot::Office), true), (Some(Spot::Train), false)];
    assert_eq!(spots(&window), away);
    let _: Option<Done> = window.call("undo", Value::Null);
    assert_eq!(spots(&window), [(Some(Spot::Office), true); 2]);
    let _: Done = window.call("stand", train);
    let usual = json!({ "date": thursday, "half": "afternoon", "spot": null });
    let _: Done = window.call("stand", usual);
    assert_eq!(spots(&window), [(Some(Spot::Office), true); 2]);
}

#[test]
fn the_grid_knows_holidays_and_half_days_of_leave() {
    let (_folder, window) = fresh();
    save(&window, |settings| {
        settings.region = wire::Region::AlsaceMoselle;
        settings.leave = vec![wire::LeaveSheet {
            first: "2026-12-23".into(),
            last: "2026-12-24".into(),
            from_noon: true,
            until_noon: false,
        }];
    });
    assert_eq!(
        day(&window, "2026-12-23").hours,
        Some((540, 780)),
        "the morning is worked"
    );
    assert_eq!(day(&window, "2026-12-24").hours, None);
    let christmas = day(&window, "2026-12-25");
    assert_eq!(
        (christmas.hours, christmas.holiday.as_deref()),
        (None, Some("Noël"))
    );
    let next: Vec<HolidaySheet> = window.call("next_holidays", Value::Null);
    let said: Vec<String> = next
        .iter()
        .map(|one| format!("{} {}", one.date, one.name))
        .collect();
    assert_eq!(
        said,
        [
            "2026-12-25 Noël",
            "2026-12-26 Saint-Étienne",
            "2027-01-01 Jour de l’an",
            "2027-03-26 Vendredi saint",
            "2027-03-29 Lundi de Pâques",
        ]
    );
    let nothing = json!([{ "first": "2026-12-23", "last": "2026-12-23", "fromNoon": true, "untilNoon": true }]);
    let mut settings = json!(window.call::<Start>("start", Value::Null).settings);
    settings["leave"] = nothing;
    window
        .try_call::<Done>("save_settings", json!({ "settings": settings }))
        .expect_err("a leave of no half is none");
}

#[test]
fn a_call_is_confidential_by_one_press() {
    let (_folder, window) = fresh();
    let block = planned(
        &window,
        "phone",
        "2026-11-26T10:00",
        "les marges de la fromagerie",
    );
    let which = json!({ "id": block.id, "occurrence": null });
    let sheet = |window: &Window| window.call::<TouchpointSheet>("touchpoint", which.clone());
    assert!(!sheet(&window).confidential);
    let edit = json!({
        "which": { "id": block.id, "occurrence": null, "scope": "this" },
        "edit": { "confidential": true },
    });
    let _: Done = window.call("edit_touchpoint", edit);
    assert!(sheet(&window).confidential);
    let _: Option<Done> = window.call("undo", Value::Null);
    assert!(!sheet(&window).confidential);
}
