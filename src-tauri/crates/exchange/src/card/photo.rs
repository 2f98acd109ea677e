//! PHOTO: what a picture inside a card is, whatever the card says it is.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::card::content::Content;
use crate::person::ReadPhoto;

/// The longest PHOTO line that is unfolded, in bytes: the longest picture in base64, and its parameters.
pub(super) const LINE_MOST: usize = ReadPhoto::MOST / 3 * 4 + 4_096;

/// Base64 as it is met: padded or not.
pub(super) const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a PHOTO line holds.
#[derive(Debug)]
pub(super) enum Picture {
    Shown(ReadPhoto),
    /// Only where it can be fetched from, which nobody does, or nothing.
    Elsewhere,
    /// No picture that can be shown.
    Bad,
}

/// Reads a PHOTO line.
pub(super) fn picture(content: &Content<'_>) -> Picture {
    let value = content.value.trim_ascii();
    let data = value
        .split_at_checked(5)
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case(b"data:"));
    let base64 = if let Some((_, rest)) = data {
        match memchr::memchr(b',', rest) {
            Some(comma) if is_base64_uri(&rest[..comma]) => &rest[comma + 1..],
            _ => return Picture::Bad,
        }
    } else if content.is_base64() {
        value
    } else if value.is_empty() || memchr::memmem::find(value, b":").is_some() {
        return Picture::Elsewhere;
    } else {
        // Base64 nobody said is base64 (seen), or words.
        value
    };
    if base64.is_empty() {
        return Picture::Elsewhere;
    }
    decoded(base64)
        .and_then(shown)
        .map_or(Picture::Bad, Picture::Shown)
}

/// Whether what stands before the comma of a data URI says base64; some escape that comma as if it were text's.
fn is_base64_uri(head: &[u8]) -> bool {
    let head = head.strip_suffix(b"\\").unwrap_or(head);
    head.to_ascii_lowercase().ends_with(b";base64")
}

/// The bytes of a picture and what they are; nothing when they are no picture, or too many.
fn shown(bytes: Vec<u8>) -> Option<ReadPhoto> {
    let media = media(&bytes).filter(|_| bytes.len() <= ReadPhoto::MOST)?;
    Some(ReadPhoto { media, bytes })
}

/// Base64 with whatever white space stands in it, and the percent signs of a URI.
pub(super) fn decoded(base64: &[u8]) -> Option<Vec<u8>> {
    let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    if base64.iter().all(is_bare) {
        return BASE64.decode(base64).ok();
    }
    let mut bare = Vec::with_capacity(base64.len());
    let mut bytes = base64.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let code = [*bytes.next()?, *bytes.next()?];
                bare.push(match &code.map(|byte| byte.to_ascii_uppercase()) {
                    b"2B" => b'+',
                    b"2F" => b'/',
                    b"3D" => b'=',
                    _ => return None,
                });
            }
            b'\\' => {}
            byte if byte.is_ascii_whitespace() => {}
            byte => bare.push(*byte),
        }
    }
    BASE64.decode(bare).ok()
}

/// What the bytes are, by how they begin.
pub(crate) fn media(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some("image/gif")
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else {
        None
    }
}
