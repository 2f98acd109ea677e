//! A property as it is to be written, before its transfer encoding.

use crate::card::content::{Content, is_transfer};
use crate::card::types;
use crate::card::write::Version;
use crate::text;

/// A property: the value holds the escapes of its version, real line breaks in version 2.1, and no transfer encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) group: String,
    pub(super) name: String,
    /// Name, empty for a bare word, and value as written.
    pub(super) params: Vec<(String, String)>,
    pub(super) value: String,
    /// Whether the value is base64.
    pub(super) base64: bool,
}

impl Draft {
    pub(super) fn new(name: &str, value: String) -> Self {
        Self {
            group: String::new(),
            name: name.to_owned(),
            params: Vec::new(),
            value,
            base64: false,
        }
    }

    /// What a line says, its transfer encoding and character set undone.
    pub(super) fn of(content: &Content<'_>) -> Self {
        let as_text = |bytes: &[u8]| text::decode(bytes).into_owned();
        let base64 = content.is_base64();
        let value = if base64 {
            let bare: Vec<u8> = content
                .value
                .iter()
                .copied()
                .filter(|byte| !byte.is_ascii_whitespace())
                .collect();
            as_text(&bare)
        } else {
            content.text().0.replace("\r\n", "\n").replace('\r', "\n")
        };
        let travels = |name: &str, value: &str| {
            if name.is_empty() {
                is_transfer(value)
            } else {
                name.eq_ignore_ascii_case("ENCODING") || name.eq_ignore_ascii_case("CHARSET")
            }
        };
        Self {
            group: as_text(content.group),
            name: as_text(content.name),
            params: content
                .params()
                .filter(|(name, value)| !travels(name, value))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            value,
            base64,
        }
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(super) fn without(&mut self, names: &[&str]) {
        self.params
            .retain(|(name, _)| !names.iter().any(|gone| name.eq_ignore_ascii_case(gone)));
    }

    /// Adds a word of TYPE, the way the version does.
    pub(super) fn add_type(&mut self, word: &str, version: Version) {
        let word = match version {
            Version::Four => word.to_ascii_lowercase(),
            Version::Old | Version::Three => word.to_ascii_uppercase(),
        };
        if version == Version::Old {
            self.params.push((String::new(), word));
            return;
        }
        let known = self
            .params
            .iter_mut()
            .find(|(name, _)| name.eq_ignore_ascii_case("TYPE"));
        match known {
            Some((_, value)) => match value.strip_suffix('"') {
                Some(open) => *value = format!("{open},{word}\""),
                None => *value = format!("{value},{word}"),
            },
            None => self.params.push(("TYPE".to_owned(), word)),
        }
    }

    /// Keeps the words of TYPE, bare ones too, that `keep` wants; parameters of which none goes stay as written.
    pub(super) fn retain_types(&mut self, keep: impl Fn(&str) -> bool) {
        self.params.retain_mut(|(name, value)| {
            if !name.is_empty() && !name.eq_ignore_ascii_case("TYPE") {
                return true;
            }
            let words: Vec<&str> = value
                .split([',', '"'])
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .collect();
            let left: Vec<&str> = words.iter().copied().filter(|word| keep(word)).collect();
            if left.len() == words.len() {
                return true;
            }
            let said = left.join(",");
            let stays = !left.is_empty();
            *value = if value.contains('"') {
                format!("\"{said}\"")
            } else {
                said
            };
            stays
        });
    }

    pub(super) fn types(&self) -> impl Iterator<Item = &str> {
        self.params
            .iter()
            .filter(|(name, _)| name.is_empty() || name.eq_ignore_ascii_case("TYPE"))
            .flat_map(|(_, value)| value.split([',', '"']))
            .map(str::trim)
            .filter(|word| !word.is_empty())
    }

    /// Says that it is the preferred one, or that it is none.
    pub(super) fn prefer(&mut self, preferred: bool, version: Version) {
        self.without(&["PREF"]);
        self.retain_types(|word| !word.eq_ignore_ascii_case("PREF"));
        if !preferred {
            return;
        }
        if version == Version::Four {
            self.params.push(("PREF".to_owned(), "1".to_owned()));
        } else {
            self.add_type("PREF", version);
        }
    }

    /// Says what it is for, in place of what it said.
    pub(super) fn set_kind(&mut self, kind: domain::ReachKind, version: Version) {
        self.retain_types(|word| types::kind_of(word) == domain::ReachKind::Other);
        if let Some(word) = word(kind) {
            self.add_type(word, version);
        }
    }
}

/// The word of TYPE for a kind.
pub(super) fn word(kind: domain::ReachKind) -> Option<&'static str> {
    match kind {
        domain::ReachKind::Work => Some("WORK"),
        domain::ReachKind::Mobile => Some("CELL"),
        domain::ReachKind::Home => Some("HOME"),
        domain::ReachKind::Fax => Some("FAX"),
        domain::ReachKind::Other => None,
    }
}

/// Text as a whole value.
pub(super) fn whole(text: &str, version: Version) -> String {
    match version {
        Version::Old => bare(text).replace('\\', "\\\\"),
        Version::Three | Version::Four => text::escape(text),
    }
}

/// Text as a part of a value that has several.
pub(super) fn part(text: &str, version: Version) -> String {
    match version {
        Version::Old => bare(text)
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,"),
        Version::Three | Version::Four => text::escape(text),
    }
}

/// Text as a part of an address of version 2.1, where commas separate nothing.
pub(super) fn line_part(text: &str, version: Version) -> String {
    match version {
        Version::Old => bare(text).replace('\\', "\\\\").replace(';', "\\;"),
        Version::Three | Version::Four => text::escape(text),
    }
}

/// A URI: no escapes, but what reads as one.
pub(super) fn uri(text: &str) -> String {
    bare(text).replace('\\', "\\\\").replace('\n', "")
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}
