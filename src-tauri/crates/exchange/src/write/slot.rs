//! DTSTART, DTEND and DURATION (RFC 5545 §3.8.2).

use chrono_tz::Tz;
use domain::{Moment, Slot, Zone};

use crate::property::Property;
use crate::read::moment_of;
use crate::write::form::{Form, duration, utc};
use crate::write::sheet::Sheet;
use crate::zone::Zones;

/// Where a new line about time goes.
const ANCHORS: [&str; 5] = ["DTSTART", "RECURRENCE-ID", "DTSTAMP", "UID", "SUMMARY"];

/// The lines of a slot given here.
pub(super) fn lines(slot: Slot, home: Tz) -> Vec<String> {
    if let Some(lines) = of_the_second_hour(slot, home) {
        return lines;
    }
    let start = slot.start_moment();
    let form = Form::fresh(start);
    let mut lines = vec![form.line("DTSTART", start, home)];
    // No end at all is the way to have no length (§3.6.1).
    if slot.seconds() > 0 {
        lines.push(form.line("DTEND", end_moment(slot), home));
    }
    lines
}

/// A start in the second of two equal hours (autumn) can only be said in UTC (§3.3.5): said so, with the zone beside.
fn of_the_second_hour(slot: Slot, home: Tz) -> Option<Vec<String>> {
    let Slot::Timed {
        later: true,
        zone: Zone::Iana(zone),
        seconds,
        ..
    } = slot
    else {
        return None;
    };
    let span = slot.span(home);
    let mut lines = vec![format!("DTSTART:{}", utc(span.start))];
    if seconds > 0 {
        lines.push(format!("DURATION:{}", duration(seconds, false)));
    }
    lines.push(format!("X-SENTIER-ZONE:{}", zone.name()));
    Some(lines)
}

fn end_moment(slot: Slot) -> Moment {
    match slot {
        Slot::AllDay { .. } => Moment::Date(slot.end_wall().date()),
        Slot::Timed { zone, .. } => Moment::Wall {
            at: slot.end_wall(),
            zone,
        },
    }
}

/// Makes a sheet that said `old` say `new`, in the forms it used.
pub(super) fn patch(
    sheet: &mut Sheet<'_>,
    old: Option<Slot>,
    new: Slot,
    zones: &Zones<'_>,
    home: Tz,
) {
    let second_hour = of_the_second_hour(new, home);
    if old.is_none() || second_hour.is_some() || sheet.find("X-SENTIER-ZONE").is_some() {
        for name in ["DTEND", "DURATION", "X-SENTIER-ZONE"] {
            sheet.remove_all(name);
        }
        let mut lines = lines(new, home).into_iter();
        match (sheet.find("DTSTART"), lines.next()) {
            (Some(at), Some(line)) => sheet.replace(at, line),
            (None, Some(line)) => sheet.add(line, &ANCHORS),
            (_, None) => {}
        }
        lines.for_each(|line| sheet.add(line, &ANCHORS));
        return;
    }
    let Some(start_at) = sheet.find("DTSTART") else {
        return;
    };
    let old_zone = old.map(Slot::zone);
    let start = new.start_moment();
    // The form of the end depends on the start as it was.
    patch_end(sheet, old, new, old_zone, zones, home);
    let line = sheet.look(start_at, |property| {
        Form::like(property, zones, start).line("DTSTART", start, home)
    });
    if let Some(line) = line
        && sheet.text(start_at) != line
    {
        sheet.replace(start_at, line);
    }
    if old.map(Slot::is_all_day) != Some(new.is_all_day()) {
        let value = if new.is_all_day() { "TRUE" } else { "FALSE" };
        for at in sheet
            .matching(|name| name.starts_with("X-MICROSOFT-") && name.ends_with("-ALLDAYEVENT"))
        {
            sheet.set_value(at, value, &[]);
        }
    }
}

fn patch_end(
    sheet: &mut Sheet<'_>,
    old: Option<Slot>,
    new: Slot,
    old_zone: Option<Zone>,
    zones: &Zones<'_>,
    home: Tz,
) {
    let same_length = old
        .is_some_and(|old| old.seconds() == new.seconds() && old.is_all_day() == new.is_all_day());
    if let Some(at) = sheet.find("DURATION") {
        if !same_length {
            sheet.set_value(at, &duration(new.seconds(), new.is_all_day()), &[]);
        }
        return;
    }
    let end = end_moment(new);
    let Some(at) = sheet.find("DTEND") else {
        if !same_length {
            let form = sheet
                .find("DTSTART")
                .and_then(|at| sheet.look(at, |property| Form::like(property, zones, end)))
                .unwrap_or_else(|| Form::fresh(end));
            sheet.add(form.line("DTEND", end, home), &["DTSTART"]);
        }
        return;
    };
    if new.seconds() == 0 {
        sheet.remove(at);
        return;
    }
    let line = sheet.look(at, |property| {
        let end = in_its_own_zone(property, end, old_zone, zones, home);
        Form::like(property, zones, end).line("DTEND", end, home)
    });
    if let Some(line) = line
        && sheet.text(at) != line
    {
        sheet.replace(at, line);
    }
}

/// A journey ends in another zone than it begins in: its end stays written there.
fn in_its_own_zone(
    property: &Property<'_>,
    end: Moment,
    old_zone: Option<Zone>,
    zones: &Zones<'_>,
    home: Tz,
) -> Moment {
    let before = moment_of(property, zones, &mut Vec::new());
    match (before, end) {
        // An end that names no zone beside a start that does is read on the clock of the start, and stays so.
        (
            Some(Moment::Wall {
                zone: Zone::Floating,
                ..
            }),
            Moment::Wall { at, .. },
        ) => Moment::Wall {
            at,
            zone: Zone::Floating,
        },
        (Some(Moment::Wall { zone: theirs, .. }), Moment::Wall { at, zone })
            if Some(theirs) != old_zone && zone != Zone::Floating =>
        {
            Moment::Wall {
                at: theirs.wall(zone.instant(at, false, home).0, home),
                zone: theirs,
            }
        }
        _ => end,
    }
}
