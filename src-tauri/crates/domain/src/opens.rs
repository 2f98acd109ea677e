//! What the system may be asked to open by a press: a page, a message to write, a number to call.
//!
//! Never a file, never a program: an address can come from a note or a card somebody else wrote.

use crate::{Link, is_hidden};

/// Whether an address is one the system may be asked to open: `http(s):`, `mailto:` or `tel:`, and nothing hidden in it.
pub fn opens(address: &str) -> bool {
    let address = address.trim();
    if address.len() > Link::URL_MOST
        || address
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || is_hidden(c))
    {
        return false;
    }
    let Some((scheme, rest)) = address.split_once(':') else {
        return false;
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Link::parse(address).is_some(),
        "mailto" => writes(rest),
        "tel" => calls(rest),
        _ => false,
    }
}

/// RFC 6068, without the headers by which a page can have a file attached unseen.
fn writes(rest: &str) -> bool {
    const HEADERS: [&str; 4] = ["subject", "body", "cc", "bcc"];
    let (to, headers) = rest.split_once('?').unwrap_or((rest, ""));
    let known = headers
        .split('&')
        .filter(|header| !header.is_empty())
        .all(|header| {
            let name = header.split_once('=').map_or(header, |(name, _)| name);
            HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name))
        });
    to.contains('@') && known
}

/// RFC 3966: digits and what stands between them.
fn calls(rest: &str) -> bool {
    rest.bytes().any(|byte| byte.is_ascii_digit())
        && rest.bytes().all(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'(' | b')' | b'*' | b'#')
        })
}
