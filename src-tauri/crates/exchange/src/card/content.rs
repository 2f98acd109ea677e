//! One content line of a card taken apart: group, name, parameters, value; and what the value says once its transfer
//! encoding and its character set are undone.

use std::borrow::Cow;

use encoding_rs::Encoding;
use memchr::{memchr2, memchr2_iter};

use crate::property::{plain, split_outside_quotes};
use crate::text::decode;

/// A property of a card, borrowed from its unfolded bytes.
#[derive(Debug, Clone)]
pub(super) struct Content<'t> {
    /// What stands before the name's dot, as written; mostly empty.
    pub(super) group: &'t [u8],
    /// As written.
    pub(super) name: &'t [u8],
    /// Everything between the name and the value's colon, without its first semicolon, as written.
    pub(super) params: Cow<'t, str>,
    /// As written.
    pub(super) value: &'t [u8],
}

impl<'t> Content<'t> {
    /// Takes an unfolded line apart; `None` when it has no colon outside quotes.
    pub(super) fn of(line: &'t [u8]) -> Option<Self> {
        let head = memchr2(b':', b';', line)?;
        let (group, name) = group_and_name(&line[..head]);
        let (params, value) = if line[head] == b':' {
            (&line[..0], &line[head + 1..])
        } else {
            let rest = &line[head + 1..];
            let mut quoted = false;
            let colon = rest.iter().position(|byte| {
                quoted ^= *byte == b'"';
                *byte == b':' && !quoted
            });
            // An unclosed quote: the first colon is the likeliest.
            let colon = colon.or_else(|| memchr::memchr(b':', rest))?;
            (&rest[..colon], &rest[colon + 1..])
        };
        Some(Self {
            group,
            name,
            params: decode(params),
            value,
        })
    }

    /// The parameters: name, empty for the bare words of vCard 2.1, and value as written.
    pub(super) fn params(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = (!self.params.is_empty()).then_some(&*self.params);
        all.into_iter()
            .flat_map(|params| split_outside_quotes(params, b';'))
            .map(|param| {
                let (name, value) = param.split_once('=').unwrap_or(("", param));
                (name.trim_ascii(), value.trim_ascii())
            })
            .filter(|(name, value)| !(name.is_empty() && value.is_empty()))
    }

    /// Whether a word stands anywhere in the parameters; most lines have few, and none of these.
    pub(super) fn mentions(&self, word: &str) -> bool {
        let (params, word) = (self.params.as_bytes(), word.as_bytes());
        let Some(first) = word.first() else {
            return true;
        };
        memchr2_iter(
            first.to_ascii_uppercase(),
            first.to_ascii_lowercase(),
            params,
        )
        .any(|at| {
            let here = params.get(at..at + word.len());
            here.is_some_and(|here| here.eq_ignore_ascii_case(word))
        })
    }

    /// The first value of a parameter, quotes undone.
    pub(super) fn param(&self, name: &str) -> Option<Cow<'_, str>> {
        self.params()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| plain(value))
    }

    /// Each word that says what the property is for: `TYPE=a,b`, `TYPE="a,b"`, and the bare words of vCard 2.1.
    pub(super) fn types(&self) -> impl Iterator<Item = &str> {
        self.params()
            .filter(|(name, value)| {
                name.eq_ignore_ascii_case("TYPE") || (name.is_empty() && !is_transfer(value))
            })
            .flat_map(|(_, value)| value.split([',', '"']))
            .map(str::trim_ascii)
            .filter(|word| !word.is_empty())
    }

    /// Whether the value is quoted-printable.
    pub(super) fn is_quoted(&self) -> bool {
        self.params().any(|(name, value)| {
            (name.is_empty() || name.eq_ignore_ascii_case("ENCODING"))
                && value.eq_ignore_ascii_case("QUOTED-PRINTABLE")
        })
    }

    /// Whether the value is base64 (`ENCODING=b`, `ENCODING=BASE64`, or the bare word).
    pub(super) fn is_base64(&self) -> bool {
        self.params().any(|(name, value)| {
            if name.is_empty() {
                value.eq_ignore_ascii_case("BASE64")
            } else {
                name.eq_ignore_ascii_case("ENCODING")
                    && ["B", "BASE64"]
                        .iter()
                        .any(|word| value.eq_ignore_ascii_case(word))
            }
        })
    }

    /// The value as text, escapes still in it, and whether its quoted-printable was whole.
    pub(super) fn text(&self) -> (Cow<'t, str>, bool) {
        if self.params.is_empty() {
            return (decode(self.value), true);
        }
        let charset = if self.mentions("CHARSET") {
            self.param("CHARSET")
        } else {
            None
        };
        let charset = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
        if !self.mentions("QUOTED-PRINTABLE") || !self.is_quoted() {
            return (decode_as(self.value, charset), true);
        }
        let (bytes, whole) = unquoted(self.value);
        let text = decode_as(&bytes, charset).into_owned();
        (Cow::Owned(text), whole)
    }
}

/// The group of a property and its name, of what stands before its parameters.
pub(super) fn group_and_name(head: &[u8]) -> (&[u8], &[u8]) {
    let head = head.trim_ascii();
    match head.iter().rposition(|byte| *byte == b'.') {
        Some(dot) => (&head[..dot], &head[dot + 1..]),
        None => (&head[..0], head),
    }
}

/// Whether a bare word says how the value travels, not what it is for.
pub(super) fn is_transfer(word: &str) -> bool {
    ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// Bytes as text: UTF-8 when they are, else what the line declares, else windows-1252. A line that declares another
/// set and is good UTF-8 was mostly rewritten by a program that did not look; only sets that are not ASCII's
/// (ISO-2022-JP) are believed first.
fn decode_as<'t>(bytes: &'t [u8], charset: Option<&'static Encoding>) -> Cow<'t, str> {
    let Some(charset) = charset else {
        return decode(bytes);
    };
    if charset.is_ascii_compatible() && std::str::from_utf8(bytes).is_ok() {
        return decode(bytes);
    }
    let (text, broken) = charset.decode_without_bom_handling(bytes);
    if broken { decode(bytes) } else { text }
}

/// Quoted-printable undone (RFC 2045 §6.7), soft breaks being joined already; what is no escape stays as it is, and
/// the second half says whether there was such.
pub(super) fn unquoted(value: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(value.len());
    let mut whole = true;
    let mut rest = value;
    while let Some(at) = memchr::memchr(b'=', rest) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        let hex = |at: usize| rest.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (hex(0), hex(1)) {
            (Some(high), Some(low)) => {
                // Two hexadecimal digits are one byte.
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = &rest[2..];
            }
            _ => {
                out.push(b'=');
                whole = false;
            }
        }
    }
    out.extend_from_slice(rest);
    (out, whole)
}

/// The parts of a value between the `at` that no backslash stands before, as written.
pub(super) fn split_unescaped(text: &str, at: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let bytes = text.as_bytes();
        let mut from = 0;
        while let Some(found) = memchr2(at, b'\\', &bytes[from..]) {
            let found = from + found;
            if bytes[found] == at {
                rest = Some(&text[found + 1..]);
                return Some(&text[..found]);
            }
            // Whatever the backslash stands before is no separator.
            from = bytes.len().min(found + 2);
        }
        rest = None;
        Some(text)
    })
}
