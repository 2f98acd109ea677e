//! How to join by video: links made here, and links recognised in what others wrote.

use serde::{Deserialize, Serialize};

use crate::is_hidden;

/// Whose rooms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkService {
    /// Jitsi Meet, any server.
    Jitsi,
    /// Microsoft Teams.
    Teams,
    /// Google Meet.
    Meet,
    /// Zoom.
    Zoom,
    /// Cisco Webex.
    Webex,
    /// Some other address.
    #[default]
    #[serde(other)]
    Other,
}

/// An address that opens a meeting: always `https:` (or `http:`), never anything a shell could run.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    /// Whose rooms.
    #[serde(default)]
    pub service: LinkService,
    /// The whole address.
    pub url: String,
}

impl Link {
    /// The longest address kept, in bytes.
    pub const URL_MOST: usize = 2_000;

    /// A new Jitsi room nobody can guess: 120 bits of the caller's dice. Nothing is asked of any server.
    pub fn jitsi(random: [u8; 15]) -> Self {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut room = String::with_capacity(24);
        for chunk in random.chunks(5) {
            let bits = chunk
                .iter()
                .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
            for i in (0..8).rev() {
                room.push(char::from(LETTERS[(bits >> (i * 5)) as usize & 31]));
            }
        }
        Self {
            service: LinkService::Jitsi,
            url: format!("https://meet.jit.si/sentier-{room}"),
        }
    }

    /// The address as a link, when it is one a browser may be asked to open.
    pub fn parse(url: &str) -> Option<Self> {
        let url = url.trim();
        let host = host_of(url)?;
        (url.len() <= Self::URL_MOST
            && !url
                .chars()
                .any(|c| c.is_control() || c.is_whitespace() || is_hidden(c)))
        .then(|| Self {
            service: service_of(&host, url),
            url: url.to_owned(),
        })
    }

    /// The first meeting link of a known service in a text somebody wrote.
    pub fn find(text: &str) -> Option<Self> {
        addresses(text)
            .filter_map(Self::parse)
            .find(|link| link.service != LinkService::Other)
    }
}

/// Every `http(s)://…` in a text, cut where prose or markup goes on.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("http").filter_map(|(at, _)| {
        let rest = &text[at..];
        let scheme = ["https://", "http://"]
            .iter()
            .find(|scheme| rest.starts_with(**scheme))?;
        let end = rest
            .find(|c: char| {
                c.is_whitespace()
                    || c.is_control()
                    || matches!(c, '<' | '>' | '"' | '\'' | '\\' | '`' | '|')
            })
            .unwrap_or(rest.len());
        let address =
            rest[..end].trim_end_matches(['.', ',', ';', ':', ')', ']', '}', '!', '?', '»']);
        (address.len() > scheme.len()).then_some(address)
    })
}

fn host_of(url: &str) -> Option<String> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    // A user part (`https://teams.microsoft.com@elsewhere/`) is a known way to disguise a host.
    if authority.contains('@') {
        return None;
    }
    let host = authority.split(':').next()?.to_ascii_lowercase();
    let plain = !host.is_empty()
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    plain.then_some(host)
}

fn service_of(host: &str, url: &str) -> LinkService {
    let is = |domain: &str| {
        host == domain
            || host
                .strip_suffix(domain)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    if is("teams.microsoft.com") || is("teams.live.com") || is("teams.microsoft.us") {
        LinkService::Teams
    } else if is("meet.google.com") {
        LinkService::Meet
    } else if (is("zoom.us") || is("zoomgov.com") || is("zoom.com"))
        && ["/j/", "/my/", "/w/", "/s/"]
            .iter()
            .any(|part| url.contains(part))
    {
        LinkService::Zoom
    } else if is("webex.com") {
        LinkService::Webex
    } else if is("meet.jit.si")
        || is("8x8.vc")
        || host.starts_with("jitsi.")
        || host.starts_with("meet.jitsi.")
    {
        LinkService::Jitsi
    } else {
        LinkService::Other
    }
}
