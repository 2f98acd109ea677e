//! What only our own exports say: see `write/ours.rs` for the table.

use chrono_tz::Tz;
use domain::{Client, Kind, Purpose, Reason, State, Touchpoint, clean_line, clean_text};

use crate::parts::{Part, own_lines};
use crate::property::Property;
use crate::read::event::ClientNamed;
use crate::text::unescape;

/// Whether a to-do is a touchpoint of ours that waits for a slot.
pub(super) fn is_ours(bytes: &[u8], part: &Part) -> bool {
    own_lines(bytes, part).any(|line| line.is("X-SENTIER-MINUTES"))
}
/// The values of our own lines.
#[derive(Default)]
pub(super) struct Ours {
    pub(super) minutes: Option<u32>,
    pub(super) zone: Option<Tz>,
    pub(super) kind: Option<Kind>,
    pub(super) purpose: Purpose,
    pub(super) state: Option<State>,
    pub(super) outcome: String,
    pub(super) reason: Reason,
    pub(super) client: Option<ClientNamed>,
}

impl Ours {
    /// Takes a line, by its name in capitals after `X-SENTIER-`.
    pub(super) fn take(&mut self, name: &[u8], property: &Property<'_>) {
        let value = property.value;
        let line = |most| clean_line(&unescape(value), most);
        match name {
            b"KIND" => {
                self.kind = match value.trim().to_ascii_uppercase().as_str() {
                    "PHONE" => Some(Kind::Phone),
                    "VIDEO" => Some(Kind::Video),
                    "IN-PERSON" => Some(Kind::InPerson),
                    "OTHER" => Some(Kind::Other),
                    _ => None,
                }
            }
            b"PURPOSE" => {
                self.purpose = match value.trim().to_ascii_uppercase().as_str() {
                    "AIR" => Purpose::Air,
                    "FREED" => Purpose::Freed,
                    "WORK" => Purpose::Work,
                    "PREPARATION" => Purpose::Preparation,
                    "TRAVEL" => Purpose::Travel,
                    _ => Purpose::Meeting,
                }
            }
            b"STATE" => {
                self.state = match value.trim().to_ascii_uppercase().as_str() {
                    "PLANNED" => Some(State::Planned),
                    "HELD" => Some(State::Held),
                    "MISSED" => Some(State::Missed),
                    _ => None,
                }
            }
            b"REASON-BRING" => self.reason.bring = line(Touchpoint::LINE_MOST),
            b"REASON-ASTONISH" => self.reason.astonish = line(Touchpoint::LINE_MOST),
            b"REASON-CLARIFY" => self.reason.clarify = line(Touchpoint::LINE_MOST),
            b"OUTCOME" => self.outcome = clean_text(&unescape(value), Touchpoint::TEXT_MOST),
            b"ZONE" => self.zone = value.trim().parse().ok(),
            b"MINUTES" => self.minutes = value.trim().parse().ok(),
            b"CLIENT" => {
                self.client = Some(ClientNamed {
                    id: property.param("X-ID").and_then(|id| id.parse().ok()),
                    name: line(Client::NAME_MOST),
                });
            }
            _ => {}
        }
    }
}
