//! Lines as they leave: in the version, the line ends and the encoding of the card they join.

use crate::card::write::Version;
use crate::card::write::draft::Draft;
use crate::text::decode;
use crate::write::push_line;

/// The longest line of quoted-printable and base64, its end not counted (RFC 2045 §6.7, §6.8).
const OCTETS: usize = 75;

/// What lines are written on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    pub(super) version: Version,
    pub(super) ending: &'static str,
    /// Whether the card is in windows-1252, as far as its lines go.
    pub(super) latin: bool,
}

impl Paper {
    /// The line of a property.
    pub(super) fn write(&self, draft: &Draft) -> Vec<u8> {
        let mut head = String::with_capacity(64);
        if !draft.group.is_empty() {
            head.push_str(&draft.group);
            head.push('.');
        }
        head.push_str(&draft.name);
        for (name, value) in &draft.params {
            head.push(';');
            head.push_str(name);
            if !name.is_empty() {
                head.push('=');
            }
            head.push_str(value);
        }
        let mut out = Vec::with_capacity(head.len() + draft.value.len() + 16);
        match self.version {
            Version::Old if draft.base64 => self.old_base64(&mut out, &head, &draft.value),
            Version::Old if needs_quotes(&head, &draft.value) => {
                self.quoted(&mut out, &head, &draft.value);
            }
            _ => {
                let encoding = if draft.base64 { ";ENCODING=b" } else { "" };
                let value: String = draft.value.replace('\n', "\\n");
                push_line(&mut out, &format!("{head}{encoding}:{value}"), self.ending);
            }
        }
        if self.latin { latin(out) } else { out }
    }

    /// Base64 of version 2.1 begins on a line of its own and ends with a blank one.
    fn old_base64(&self, out: &mut Vec<u8>, head: &str, value: &str) {
        out.extend_from_slice(format!("{head};ENCODING=BASE64:{}", self.ending).as_bytes());
        for chunk in value.as_bytes().chunks(OCTETS - 1) {
            out.push(b' ');
            out.extend_from_slice(chunk);
            out.extend_from_slice(self.ending.as_bytes());
        }
        out.extend_from_slice(self.ending.as_bytes());
    }

    fn quoted(&self, out: &mut Vec<u8>, head: &str, value: &str) {
        let charset = if value.is_ascii() {
            ""
        } else {
            ";CHARSET=UTF-8"
        };
        let head = format!("{head}{charset};ENCODING=QUOTED-PRINTABLE:");
        out.extend_from_slice(head.as_bytes());
        let mut room = OCTETS.saturating_sub(head.len());
        let value = value.replace('\n', "\r\n");
        let mut bytes = value.bytes().peekable();
        while let Some(byte) = bytes.next() {
            // A space at the end of a line would be taken for nothing.
            let ends = bytes.peek().is_none_or(|next| *next == b'\r');
            let plain = matches!(byte, b'!'..=b'<' | b'>'..=b'~') || (byte == b' ' && !ends);
            let length = if plain { 1 } else { 3 };
            if room < length + 1 {
                out.extend_from_slice(format!("={}", self.ending).as_bytes());
                room = OCTETS;
            }
            if plain {
                out.push(byte);
            } else {
                out.extend_from_slice(format!("={byte:02X}").as_bytes());
            }
            room -= length;
        }
        out.extend_from_slice(self.ending.as_bytes());
    }
}

/// Whether a value of version 2.1 must be quoted-printable: for what it holds, or because it is long, which readers
/// of that version do not unfold alike.
fn needs_quotes(head: &str, value: &str) -> bool {
    !value.is_ascii()
        || head.len() + value.len() + 1 > OCTETS
        || value.bytes().any(|byte| byte.is_ascii_control())
        || value.ends_with([' ', '='])
}

/// A line in windows-1252, when that can say it and is not taken for UTF-8 afterwards.
fn latin(line: Vec<u8>) -> Vec<u8> {
    let text = decode(&line).into_owned();
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(&text);
    if !lost && decode(&bytes) == text {
        bytes.into_owned()
    } else {
        line
    }
}
