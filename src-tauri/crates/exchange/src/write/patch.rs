//! A touchpoint that came in a file, written again: the lines it came as, with those changed that must be.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono_tz::Tz;
use domain::{Field, Moment, Touchpoint, Zone};

use crate::doc::Doc;
use crate::parts::{Part, PartKind, Shape};
use crate::read::{ReadEvent, read_event};
use crate::text::escape;
use crate::write::form::{Form, utc};
use crate::write::sheet::Sheet;
use crate::write::{link, ours, people, repeats, slot, state};
use crate::zone::Zones;

/// The file a touchpoint came in, as far as its lines need it to be understood.
#[derive(Debug)]
pub struct Original<'a> {
    pub(crate) zones: &'a Zones<'a>,
    pub(crate) home: Tz,
    pub(crate) cancels: bool,
}

impl<'a> Original<'a> {
    /// The file and its zones; floating times are read in `home` where an instant is needed.
    pub fn new(doc: &Doc<'_>, zones: &'a Zones<'a>, home: Tz) -> Self {
        Self {
            zones,
            home,
            cancels: doc.method() == Some("CANCEL"),
        }
    }

    fn read(&self, raw: &[u8]) -> Option<ReadEvent> {
        let part = Part {
            kind: PartKind::Event,
            start: 0,
            end: raw.len(),
            line: 1,
            shape: Shape::Whole,
        };
        read_event(raw, &part, self.zones, self.cancels).ok()
    }
}

/// The component `raw` with what `edits` names written as the touchpoint has it now, and nothing else changed but
/// SEQUENCE, DTSTAMP and LAST-MODIFIED, where they stand. When the touchpoint says what the lines say already, the
/// lines come back byte for byte.
///
/// `client` is the name of the touchpoint's client. Lines keep their order, their parameters, the form of their times
/// (TZID as written, UTC, DURATION) and their line ends; new lines are folded at 75 octets.
pub fn patch<'r>(
    raw: &'r [u8],
    original: &Original<'_>,
    touchpoint: &Touchpoint,
    client: Option<&str>,
    edits: &BTreeSet<Field>,
) -> Cow<'r, [u8]> {
    let Some(old) = original.read(raw) else {
        return Cow::Borrowed(raw);
    };
    let mut sheet = Sheet::new(raw);
    for field in edits {
        change(&mut sheet, *field, &old, touchpoint, client, original);
    }
    // A link that still stands in the notes would be found again: ours is the last word.
    if edits.contains(&Field::Link) && old.link != touchpoint.link {
        let read = original.read(&sheet.bytes());
        if read.is_some_and(|read| read.link != touchpoint.link) {
            let url = touchpoint.link.as_ref().map_or("", |link| &link.url);
            sheet.say("X-SENTIER-LINK", Some(url), &["CONFERENCE", "URL"]);
        }
    }
    if !sheet.touched {
        return Cow::Borrowed(raw);
    }
    if touchpoint.sequence != old.sequence {
        sheet.say(
            "SEQUENCE",
            Some(&touchpoint.sequence.to_string()),
            &["LAST-MODIFIED", "DTSTAMP", "DTEND", "DTSTART"],
        );
    }
    for name in ["DTSTAMP", "LAST-MODIFIED"] {
        if let Some(at) = sheet.find(name) {
            sheet.set_value(at, &utc(touchpoint.updated_at), &[]);
        }
    }
    Cow::Owned(sheet.bytes())
}

fn change(
    sheet: &mut Sheet<'_>,
    field: Field,
    old: &ReadEvent,
    new: &Touchpoint,
    client: Option<&str>,
    original: &Original<'_>,
) {
    match field {
        Field::Slot if old.slot != new.slot => change_slot(sheet, old, new, original),
        Field::Title if old.title != new.title => {
            sheet.say(
                "SUMMARY",
                ours::said(&new.title).as_deref(),
                &["DTEND", "DTSTART"],
            );
        }
        Field::Place if old.place != new.place => {
            sheet.say(
                "LOCATION",
                ours::said(&new.place).as_deref(),
                &["SUMMARY", "DTSTART"],
            );
            // Where the old place is, for machines.
            for name in [
                "GEO",
                "X-APPLE-STRUCTURED-LOCATION",
                "X-MICROSOFT-LOCATIONS",
            ] {
                sheet.remove_all(name);
            }
        }
        Field::Notes if old.notes != new.notes => {
            sheet.say(
                "DESCRIPTION",
                ours::said(&new.notes).as_deref(),
                &["LOCATION", "SUMMARY", "DTSTART"],
            );
            // The old notes, in HTML.
            sheet.remove_all("X-ALT-DESC");
        }
        Field::State if old.state != new.state => state::patch(sheet, new.state, original.cancels),
        Field::Link if old.link != new.link => link::patch(sheet, old.link.as_ref(), new),
        Field::Recurrence => {
            if let (Some(before), Some(now)) = (old.recurrence_id, &new.occurrence) {
                change_occurrence(sheet, before, now.at, original);
            }
            let (before, now) = (old.recurrence.as_ref(), new.recurrence.as_ref());
            repeats::patch(sheet, before, now, original.zones, original.home);
        }
        Field::Participants if old.participants != new.participants => {
            people::patch(sheet, &old.participants, &new.participants);
        }
        Field::Transparency if old.transparent != new.transparent => {
            let value = if new.transparent {
                "TRANSPARENT"
            } else {
                "OPAQUE"
            };
            sheet.say("TRANSP", Some(value), &["STATUS", "DTEND", "DTSTART"]);
        }
        Field::Kind if old.kind != new.kind => {
            sheet.say("X-SENTIER-KIND", Some(ours::kind(new.kind)), &[]);
        }
        Field::Reason if old.reason != new.reason => {
            for (name, value) in ours::reason(new) {
                sheet.say(name, value.as_deref(), &["X-SENTIER-KIND"]);
            }
        }
        Field::Outcome if old.outcome != new.outcome => {
            sheet.say(
                "X-SENTIER-OUTCOME",
                ours::said(&new.outcome).as_deref(),
                &[],
            );
        }
        Field::Client if old.client.as_ref().and_then(|client| client.id) != new.client => {
            sheet.remove_all("X-SENTIER-CLIENT");
            if let Some(line) = ours::client(new, client) {
                sheet.add(line, &[]);
            }
        }
        _ => {}
    }
}

/// Without a slot it leaves as a to-do: a VEVENT must have a start (RFC 5545 §3.6.1), a VTODO need not (§3.6.2).
fn change_slot(sheet: &mut Sheet<'_>, old: &ReadEvent, new: &Touchpoint, original: &Original<'_>) {
    match new.slot {
        Some(slot) => {
            if old.slot.is_none() {
                sheet.rename("VEVENT");
                sheet.remove_all("X-SENTIER-MINUTES");
            }
            slot::patch(sheet, old.slot, slot, original.zones, original.home);
        }
        None => {
            sheet.rename("VTODO");
            for name in [
                "DTSTART",
                "DTEND",
                "DURATION",
                "TRANSP",
                "RRULE",
                "RDATE",
                "EXDATE",
                "X-SENTIER-ZONE",
            ] {
                sheet.remove_all(name);
            }
            let minutes = new.wanted_minutes.to_string();
            // A file may have the line more than once; whoever reads it again must not take another for the length.
            sheet.keep_first("X-SENTIER-MINUTES");
            sheet.say("X-SENTIER-MINUTES", Some(&minutes), &["DTSTAMP", "UID"]);
        }
    }
}

/// The lines of a touchpoint made of another's: of its series, when it is an occurrence that has left its rule, with a
/// RECURRENCE-ID in the form the series' DTSTART has; else of the one it was copied from, with a UID of its own.
pub(super) fn made_lines(raw: &[u8], touchpoint: &Touchpoint, original: &Original<'_>) -> Vec<u8> {
    let mut sheet = Sheet::new(raw);
    sheet.remove_all("RECURRENCE-ID");
    sheet.say(
        "UID",
        Some(&escape(&touchpoint.source.uid)),
        &["DTSTAMP", "DTSTART"],
    );
    if let Some(at) = sheet.find("CREATED") {
        sheet.set_value(at, &utc(touchpoint.created_at), &[]);
    }
    if let Some(occurrence) = &touchpoint.occurrence {
        for name in ["RRULE", "RDATE", "EXDATE", "EXRULE"] {
            sheet.remove_all(name);
        }
        let form = sheet
            .find("DTSTART")
            .and_then(|at| {
                sheet.look(at, |property| {
                    Form::like(property, original.zones, occurrence.at)
                })
            })
            .unwrap_or_else(|| Form::fresh(occurrence.at));
        let line = form.line("RECURRENCE-ID", occurrence.at, original.home);
        sheet.add(line, &["UID", "DTSTART"]);
    }
    sheet.bytes()
}

/// An occurrence of a series that was moved as a whole is known by another time now.
fn change_occurrence(sheet: &mut Sheet<'_>, old: Moment, new: Moment, original: &Original<'_>) {
    let (Some(at), home) = (sheet.find("RECURRENCE-ID"), original.home) else {
        return;
    };
    // The same time in another zone is the same name: it stays as written.
    let in_old_zone = match (old, new) {
        (
            Moment::Wall {
                zone: theirs @ Zone::Iana(_),
                ..
            },
            Moment::Wall {
                at,
                zone: ours @ Zone::Iana(_),
            },
        ) if ours != theirs => Moment::Wall {
            at: theirs.wall(ours.instant(at, false, home).0, home),
            zone: theirs,
        },
        (Moment::Wall { zone, .. }, Moment::Wall { at, .. }) => Moment::Wall { at, zone },
        _ => new,
    };
    if in_old_zone == old {
        return;
    }
    let line = sheet.look(at, |property| {
        Form::like(property, original.zones, in_old_zone).line("RECURRENCE-ID", in_old_zone, home)
    });
    if let Some(line) = line {
        sheet.replace(at, line);
    }
}

/// Every field a file can say.
pub(super) fn all_fields() -> BTreeSet<Field> {
    BTreeSet::from([
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
    ])
}
