//! A touchpoint made here, as a component of a calendar (RFC 5545 §3.6.1).

use chrono_tz::Tz;
use domain::{State, Touchpoint};

use crate::text::escape;
use crate::write::fold::push_line;
use crate::write::form::{Form, utc};
use crate::write::{link, ours, people, repeats, slot, state};

/// The component of a touchpoint made here: a VEVENT, or a VTODO while it waits for a slot. Read again, it is the
/// same touchpoint.
///
/// `client` is the name of its client; `ending` its line ends (`"\r\n"` unless it joins a file that has others).
pub fn compose(touchpoint: &Touchpoint, client: Option<&str>, home: Tz, ending: &str) -> Vec<u8> {
    let component = if touchpoint.slot.is_some() {
        "VEVENT"
    } else {
        "VTODO"
    };
    let mut lines = vec![
        format!("BEGIN:{component}"),
        format!("UID:{}", escape(&touchpoint.source.uid)),
        format!("DTSTAMP:{}", utc(touchpoint.updated_at)),
        format!("CREATED:{}", utc(touchpoint.created_at)),
        format!("LAST-MODIFIED:{}", utc(touchpoint.updated_at)),
        format!("SEQUENCE:{}", touchpoint.sequence),
    ];
    if let Some(occurrence) = &touchpoint.occurrence {
        lines.push(Form::fresh(occurrence.at).line("RECURRENCE-ID", occurrence.at, home));
    }
    match touchpoint.slot {
        Some(slot) => lines.extend(slot::lines(slot, home)),
        None => lines.push(format!("X-SENTIER-MINUTES:{}", touchpoint.wanted_minutes)),
    }
    if let Some(recurrence) = &touchpoint.recurrence {
        lines.extend(repeats::lines(recurrence, home));
    }
    let texts = [
        ("SUMMARY", &touchpoint.title),
        ("LOCATION", &touchpoint.place),
        ("DESCRIPTION", &touchpoint.notes),
    ];
    lines.extend(
        texts
            .iter()
            .filter_map(|(name, text)| ours::said(text).map(|text| format!("{name}:{text}"))),
    );
    lines.push(
        match (touchpoint.state, touchpoint.slot) {
            (State::Cancelled, _) => "STATUS:CANCELLED",
            (_, Some(_)) => "STATUS:CONFIRMED",
            (_, None) => "STATUS:NEEDS-ACTION",
        }
        .to_owned(),
    );
    if touchpoint.transparent && touchpoint.slot.is_some() {
        lines.push("TRANSP:TRANSPARENT".to_owned());
    }
    lines.extend(link::lines(touchpoint));
    let texts = [&touchpoint.place, &touchpoint.notes];
    if touchpoint.link.is_none() && texts.iter().any(|text| domain::Link::find(text).is_some()) {
        lines.push("X-SENTIER-LINK:".to_owned());
    }
    lines.extend(touchpoint.participants.iter().flat_map(people::lines));
    lines.push(format!("X-SENTIER-KIND:{}", ours::kind(touchpoint.kind)));
    let purpose = ours::purpose(touchpoint.purpose);
    lines.extend(purpose.map(|purpose| format!("X-SENTIER-PURPOSE:{purpose}")));
    if let Some(said) = state::said(touchpoint.state) {
        lines.push(format!("X-SENTIER-STATE:{said}"));
    }
    let said = ours::reason(touchpoint)
        .into_iter()
        .chain([("X-SENTIER-OUTCOME", ours::said(&touchpoint.outcome))]);
    lines.extend(said.filter_map(|(name, value)| value.map(|value| format!("{name}:{value}"))));
    lines.extend(ours::client(touchpoint, client));
    lines.push(format!("END:{component}"));

    let mut out = Vec::with_capacity(512);
    for line in &lines {
        push_line(&mut out, line, ending);
    }
    out
}
