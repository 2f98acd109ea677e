//! What an event says several times: people, rules, dates, links.

use domain::{Attendance, Link, LinkService, Participant};

use crate::property::Property;

/// Participants that are kept; an invitation to a whole company is no meeting with a client.
pub(crate) const PEOPLE_MOST: usize = 500;

/// Somebody of an ATTENDEE or ORGANIZER line.
pub(crate) fn participant(property: &Property<'_>, organizer: bool) -> Option<Participant> {
    let address = property.value.trim();
    let email = address
        .split_at_checked(7)
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("mailto:"))
        .map_or_else(
            // An address without its scheme, or in the EMAIL parameter of RFC 7986.
            || match property.param("EMAIL") {
                Some(email) => email.into_owned(),
                None if address.contains('@') && !address.contains(':') => address.to_owned(),
                None => String::new(),
            },
            |(_, email)| email.to_owned(),
        );
    let name = property
        .param("CN")
        .map(|name| domain::clean_line(&name, 200))
        .unwrap_or_default();
    if email.is_empty() && name.is_empty() {
        return None;
    }
    let attendance = match property.param("PARTSTAT") {
        Some(said) if said.eq_ignore_ascii_case("ACCEPTED") => Attendance::Accepted,
        Some(said) if said.eq_ignore_ascii_case("DECLINED") => Attendance::Declined,
        Some(said) if said.eq_ignore_ascii_case("TENTATIVE") => Attendance::Tentative,
        _ => Attendance::Waiting,
    };
    Some(Participant {
        name,
        email: domain::clean_line(&email, 320),
        attendance,
        organizer,
    })
}

/// Adds somebody; who calls a meeting is often among those called.
pub(super) fn add_participant(people: &mut Vec<Participant>, one: Participant) {
    let known = people
        .iter_mut()
        .find(|known| !one.email.is_empty() && known.email.eq_ignore_ascii_case(&one.email));
    match known {
        Some(known) => {
            known.organizer |= one.organizer;
            if known.name.is_empty() {
                known.name = one.name;
            }
            if known.attendance == Attendance::Waiting {
                known.attendance = one.attendance;
            }
        }
        None => people.push(one),
    }
}

/// Where the link of a meeting may stand, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LinkPlace {
    Ours,
    Conference,
    Google,
    Microsoft,
    Url,
    Location,
    Description,
}

impl LinkPlace {
    /// The place a property is, when it is one of its own.
    pub(crate) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"X-SENTIER-LINK" => Self::Ours,
            b"CONFERENCE" => Self::Conference,
            b"X-GOOGLE-CONFERENCE" | b"X-GOOGLE-HANGOUT" => Self::Google,
            b"X-MICROSOFT-SKYPETEAMSMEETINGURL"
            | b"X-MICROSOFT-ONLINEMEETINGCONFLINK"
            | b"X-MICROSOFT-ONLINEMEETINGEXTERNALLINK" => Self::Microsoft,
            b"URL" => Self::Url,
            _ => return None,
        })
    }

    /// The link a property of this place gives.
    pub(crate) fn link(self, property: &Property<'_>) -> Option<Link> {
        let value = property.value.trim();
        match self {
            Self::Ours => Link::parse(value),
            // An address for moving pictures is a meeting, whoever runs it; one for chat or moderation is not.
            Self::Conference => known(value).or_else(|| Link::find(value)).or_else(|| {
                let video = property.params().any(|(name, value)| {
                    name.eq_ignore_ascii_case("FEATURE")
                        && value.to_ascii_uppercase().contains("VIDEO")
                });
                video.then(|| Link::parse(value)).flatten()
            }),
            Self::Google | Self::Microsoft => Link::parse(value),
            Self::Url | Self::Location | Self::Description => Link::find(value),
        }
    }
}

/// The whole value, when it is a room of a known service.
fn known(value: &str) -> Option<Link> {
    Link::parse(value).filter(|link| link.service != LinkService::Other)
}
