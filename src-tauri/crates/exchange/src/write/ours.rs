//! What iCalendar has no word for, on lines of our own (RFC 5545 §3.8.8.2), and a few words both writers share.

use domain::{Kind, State, Touchpoint};

use crate::property::Property;
use crate::property::quoted;
use crate::read::LinkPlace;
use crate::text::escape;

/// How one meets.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "PHONE",
        Kind::Video => "VIDEO",
        Kind::InPerson => "IN-PERSON",
        Kind::Other => "OTHER",
    }
}

/// Where it stands, beyond STATUS.
pub(super) fn state(state: State) -> Option<&'static str> {
    match state {
        State::Held => Some("HELD"),
        State::Missed => Some("MISSED"),
        State::Planned | State::Cancelled => None,
    }
}

/// A text as a value, nothing when it is empty.
pub(super) fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| escape(text))
}

/// Names and values of the reason.
pub(super) fn reason(touchpoint: &Touchpoint) -> [(&'static str, Option<String>); 3] {
    [
        ("X-SENTIER-REASON-BRING", said(&touchpoint.reason.bring)),
        (
            "X-SENTIER-REASON-ASTONISH",
            said(&touchpoint.reason.astonish),
        ),
        ("X-SENTIER-REASON-CLARIFY", said(&touchpoint.reason.clarify)),
    ]
}

/// The line of the client, when there is one.
pub(super) fn client(touchpoint: &Touchpoint, name: Option<&str>) -> Option<String> {
    touchpoint.client.map(|id| {
        let id = quoted(&id.to_string());
        format!(
            "X-SENTIER-CLIENT;X-ID={id}:{}",
            escape(name.unwrap_or_default())
        )
    })
}

/// The lines that say how to join: CONFERENCE (RFC 7986 §5.11), and URL for those who do not know it.
pub(super) fn link(touchpoint: &Touchpoint) -> Vec<String> {
    let Some(link) = &touchpoint.link else {
        return Vec::new();
    };
    let line = format!("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:{}", link.url);
    let read_back = Property::of(&line).and_then(|property| LinkPlace::Conference.link(&property));
    let mut lines = vec![line, format!("URL:{}", link.url)];
    if read_back.as_ref() != Some(link) {
        lines.push(format!("X-SENTIER-LINK:{}", link.url));
    }
    lines
}
