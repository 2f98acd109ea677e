//! What people write around a number.

use std::borrow::Cow;

/// The words and signs before an extension, in lower case, the longer first.
const EXTENSIONS: [&str; 9] = [
    ";ext=",
    "extension",
    "poste",
    "ext.",
    "ext",
    "post.",
    "#",
    "x",
    "p.",
];

/// The longest extension, in digits (RFC 3966 has no limit; switchboards have).
const EXTENSION_MOST: usize = 7;

/// A text, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written<'a> {
    /// The number.
    pub(super) number: Cow<'a, str>,
    /// Digits.
    pub(super) extension: Option<&'a str>,
}

impl<'a> Written<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.trim();
        // Most numbers are only that.
        if text.bytes().all(is_plain) {
            return Self {
                number: Cow::Borrowed(text),
                extension: None,
            };
        }
        let (number, extension) = split_extension(text);
        Self {
            number: spaced(without_remark(number)),
            extension,
        }
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'+' | b' ' | b'.' | b'-' | b'(' | b')')
}

/// Splits `02 38 00 00 00 poste 12`: a word for an extension, then digits and nothing more, behind six digits at least.
fn split_extension(text: &str) -> (&str, Option<&str>) {
    let digits_end = text.trim_end_matches([' ', ')', '.']);
    let before = digits_end.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &digits_end[before.len()..];
    if digits.is_empty() || digits.len() > EXTENSION_MOST {
        return (text, None);
    }
    let mark = before.trim_end_matches([' ', ':', '\u{a0}', '\u{202f}']);
    for word in EXTENSIONS {
        let Some(at) = mark.len().checked_sub(word.len()) else {
            continue;
        };
        let Some(found) = mark.get(at..) else {
            continue;
        };
        let number = mark.get(..at).unwrap_or_default();
        let enough = number.bytes().filter(u8::is_ascii_digit).count() >= 6;
        let apart = !number.ends_with(|c: char| c.is_alphabetic());
        if enough && apart && found.eq_ignore_ascii_case(word) {
            let number = number.trim_end_matches([' ', ',', ';', '(', '-', '\u{a0}', '\u{202f}']);
            return (number, Some(digits));
        }
    }
    (text, None)
}

/// Drops a remark behind a number, `02 38 00 00 00 (accueil)`: letters behind six digits are no number's. Before
/// that they are (`1-800-FLOWERS`), and the library spells them.
fn without_remark(text: &str) -> &str {
    let mut digits = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            digits += 1;
        } else if c.is_alphabetic() && digits >= 6 {
            return &text[..at];
        }
    }
    text
}

/// No-break, thin and zero-width spaces as plain ones; direction marks (U+200E, U+202A–202E …), which phones paste
/// around numbers, dropped.
fn spaced(text: &str) -> Cow<'_, str> {
    let odd = |c: char| !c.is_ascii() && (c.is_whitespace() || is_mark(c));
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .filter(|c| !is_mark(*c))
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .collect(),
    )
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
