//! An invitation, or an annulment, as it leaves (iTIP: RFC 5546 §3.2.2 and §3.2.5).
//!
//! Nothing of a touchpoint is in it but what its guests are told: no notes, no outcome, no client, none of our own lines.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{Departure, Id, Kind, Mailbox, Method, Occurrence, Touchpoint};

use crate::property::quoted;
use crate::text::escape;
use crate::write::define::definition;
use crate::write::defined::Needs;
use crate::write::fold::push_line;
use crate::write::form::{Form, utc};
use crate::write::{link, repeats, slot};

const ENDING: &str = "\r\n";

/// What a message says beside its departure.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// What it tells, and whom.
    pub departure: &'a Departure,
    /// The iCalendar UID of the touchpoint, or of its series.
    pub uid: &'a str,
    /// Who calls the meeting.
    pub organizer: &'a Mailbox,
    /// What it is called.
    pub summary: &'a str,
    /// Why one meets, for its guests to read; may be empty.
    pub description: &'a str,
    /// When the message was made.
    pub stamp: DateTime<Utc>,
}

/// A whole calendar object with the METHOD of the departure. The same arguments give the same bytes.
pub fn message(message: &Message<'_>, home: Tz) -> Vec<u8> {
    let shown = shown(message);
    let mut out = Vec::with_capacity(2_048);
    let method = match message.departure.what {
        Method::Request => "REQUEST",
        Method::Cancel => "CANCEL",
    };
    for line in [
        "BEGIN:VCALENDAR",
        "PRODID:-//Sentier//Sentier//FR",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
    ] {
        push_line(&mut out, line, ENDING);
    }
    push_line(&mut out, &format!("METHOD:{method}"), ENDING);
    let mut needs = Needs::default();
    needs.touchpoint(&shown);
    for (zone, years) in needs.zones {
        out.extend(definition(zone, years, ENDING));
    }
    for line in event(message, &shown, home) {
        push_line(&mut out, &line, ENDING);
    }
    push_line(&mut out, "END:VCALENDAR", ENDING);
    out
}

/// The touchpoint as its guests are told of it.
fn shown(message: &Message<'_>) -> Touchpoint {
    let Departure {
        occurrence, told, ..
    } = message.departure;
    let mut shown = Touchpoint::received(Id::from_bytes([0; 16]), Kind::Other, message.stamp);
    shown.slot = told.slot;
    shown.recurrence.clone_from(&told.repeats);
    shown.occurrence = occurrence.map(|at| Occurrence { series: None, at });
    shown.link = domain::Link::parse(&told.link);
    shown
}

fn event(message: &Message<'_>, shown: &Touchpoint, home: Tz) -> Vec<String> {
    let departure = message.departure;
    let request = departure.what == Method::Request;
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escape(message.uid)),
        format!("DTSTAMP:{}", utc(message.stamp)),
        format!("SEQUENCE:{}", departure.sequence),
    ];
    if let Some(at) = departure.occurrence {
        lines.push(Form::fresh(at).line("RECURRENCE-ID", at, home));
    }
    if let Some(slot) = shown.slot {
        lines.extend(slot::lines(slot, home));
    }
    if let Some(recurrence) = shown.recurrence.as_ref().filter(|_| request) {
        lines.extend(repeats::lines(recurrence, home));
    }
    let place = match departure.told.place.as_str() {
        "" => departure.told.link.as_str(),
        place => place,
    };
    let description = if request { message.description } else { "" };
    let texts = [
        ("SUMMARY", message.summary),
        ("LOCATION", place),
        ("DESCRIPTION", description),
    ];
    lines.extend(
        texts
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| format!("{name}:{}", escape(text))),
    );
    // For those who are no longer invited it is off, and it says nothing of the others (RFC 5546 §3.2.5).
    if !departure.uninvites {
        let status = if request { "CONFIRMED" } else { "CANCELLED" };
        lines.push(format!("STATUS:{status}"));
    }
    lines.extend(link::lines(shown));
    lines.push(address("ORGANIZER", message.organizer));
    let asks = if request {
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    } else {
        "ATTENDEE"
    };
    lines.extend(departure.to.iter().map(|one| address(asks, one)));
    lines.push("END:VEVENT".to_owned());
    // A zone beside a time in UTC, a second word on a link: for the house's own calendars, not for its guests.
    lines.retain(|line| !line.starts_with("X-SENTIER-"));
    lines
}

fn address(property: &str, one: &Mailbox) -> String {
    let name = match one.name.as_str() {
        "" => String::new(),
        name => format!(";CN={}", quoted(name)),
    };
    format!("{property}{name}:mailto:{}", one.email)
}
