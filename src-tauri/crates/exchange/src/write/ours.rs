//! What iCalendar has no word for, on lines of our own (RFC 5545 §3.8.8.2), and a few words both writers share.
//!
//! | property | value |
//! |---|---|
//! | X-SENTIER-KIND | PHONE, VIDEO, IN-PERSON or OTHER |
//! | X-SENTIER-PURPOSE | AIR, FREED, WORK, PREPARATION or TRAVEL, of what is no meeting |
//! | X-SENTIER-STATE | PLANNED, HELD or MISSED; STATUS:CANCELLED goes before it |
//! | X-SENTIER-REASON-BRING, -ASTONISH, -CLARIFY | TEXT |
//! | X-SENTIER-OUTCOME | TEXT |
//! | X-SENTIER-CLIENT | TEXT, its name; parameter X-ID, its identity |
//! | X-SENTIER-LINK | URI, the last word on how to join; empty: by no link |
//! | X-SENTIER-MINUTES | of a VTODO: the length it waits for |
//! | X-SENTIER-ZONE | the zone of a time that had to be written in UTC |

use domain::{Kind, Purpose, Touchpoint};

use crate::property::quoted;
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

/// What the time is for, when it is no meeting.
pub(super) fn purpose(purpose: Purpose) -> Option<&'static str> {
    match purpose {
        Purpose::Meeting => None,
        Purpose::Air => Some("AIR"),
        Purpose::Freed => Some("FREED"),
        Purpose::Work => Some("WORK"),
        Purpose::Preparation => Some("PREPARATION"),
        Purpose::Travel => Some("TRAVEL"),
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
