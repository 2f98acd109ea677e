//! RRULE, RDATE and EXDATE (RFC 5545 §3.8.5).

use chrono_tz::Tz;
use domain::{Moment, Recurrence};

use crate::property::Property;
use crate::read::moments_of;
use crate::write::form::Form;
use crate::write::sheet::Sheet;
use crate::zone::Zones;

/// Where a line about repetition goes: after its sisters, else after the times.
const ANCHORS: [&str; 6] = ["EXDATE", "RDATE", "RRULE", "DURATION", "DTEND", "DTSTART"];

/// The lines of a series made here.
pub(super) fn lines(recurrence: &Recurrence, home: Tz) -> Vec<String> {
    let mut lines: Vec<String> = recurrence
        .rules
        .iter()
        .map(|rule| format!("RRULE:{rule}"))
        .collect();
    for (name, moments) in [("RDATE", &recurrence.dates), ("EXDATE", &recurrence.except)] {
        let mut left: Vec<Moment> = moments.clone();
        // One line for each form: a list has one zone.
        while let Some(first) = left.first().copied() {
            let form = Form::fresh(first);
            let (same, others): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|moment| Form::fresh(*moment) == form);
            lines.push(form.lines(name, &same, home));
            left = others;
        }
    }
    lines
}

/// Makes a sheet say `new` where it said `old`. Lines whose dates all stay, stay.
pub(super) fn patch(
    sheet: &mut Sheet<'_>,
    old: Option<&Recurrence>,
    new: Option<&Recurrence>,
    zones: &Zones<'_>,
    home: Tz,
) {
    let nothing = Recurrence::default();
    let (old, new) = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
    if old.rules != new.rules {
        let places = sheet.all("RRULE");
        for (at, rule) in places.iter().zip(&new.rules) {
            if sheet.look(*at, |property| property.value.trim() != rule) == Some(true) {
                sheet.set_value(*at, rule, &[]);
            }
        }
        for at in places.iter().skip(new.rules.len()) {
            sheet.remove(*at);
        }
        for rule in new.rules.iter().skip(places.len()) {
            sheet.add(format!("RRULE:{rule}"), &ANCHORS[2..]);
        }
    }
    if new.rules.is_empty() && new.dates.is_empty() {
        sheet.remove_all("EXRULE");
    }
    patch_dates(sheet, "RDATE", &old.dates, &new.dates, zones, home);
    patch_dates(sheet, "EXDATE", &old.except, &new.except, zones, home);
}

fn patch_dates(
    sheet: &mut Sheet<'_>,
    name: &str,
    old: &[Moment],
    new: &[Moment],
    zones: &Zones<'_>,
    home: Tz,
) {
    for at in sheet.all(name) {
        let kept = sheet.look(at, |property| kept_values(property, new, zones));
        match kept.flatten() {
            None => {}
            Some(values) if values.is_empty() => sheet.remove(at),
            Some(values) => sheet.set_value(at, &values, &[]),
        }
    }
    let added: Vec<Moment> = new
        .iter()
        .filter(|moment| !old.contains(moment))
        .copied()
        .collect();
    let Some(first) = added.first() else { return };
    // Written as a sister is or as the start is, where the zone is the same; so no new name is brought in.
    let form = sheet
        .all(name)
        .into_iter()
        .chain(sheet.find("DTSTART"))
        .find_map(|at| sheet.look(at, |property| Form::same(property, zones, *first))?)
        .unwrap_or_else(|| Form::fresh(*first));
    let alike = |moment: &&Moment| Form::fresh(**moment) == Form::fresh(*first);
    let same: Vec<Moment> = added.iter().filter(alike).copied().collect();
    sheet.add(form.lines(name, &same, home), &ANCHORS);
    let others: Vec<Moment> = added.iter().filter(|m| !alike(m)).copied().collect();
    let rest = Recurrence {
        dates: if name == "RDATE" {
            others.clone()
        } else {
            Vec::new()
        },
        except: if name == "EXDATE" { others } else { Vec::new() },
        ..Recurrence::default()
    };
    for line in lines(&rest, home) {
        sheet.add(line, &ANCHORS);
    }
}

/// The values of a list that stay, as written; `None` when all do.
fn kept_values(property: &Property<'_>, new: &[Moment], zones: &Zones<'_>) -> Option<String> {
    let mut all = true;
    let kept: Vec<&str> = moments_of(property, zones, &mut Vec::new())
        .filter(|(_, moment)| {
            let stays = moment.is_none_or(|moment| new.contains(&moment));
            all &= stays;
            stays
        })
        .map(|(text, _)| text)
        .collect();
    (!all).then(|| kept.join(","))
}
