//! Numbers, addresses and links as properties.

use domain::{Address, Email, Phone, ReachKind};

use crate::card::content::split_unescaped;
use crate::card::values;
use crate::card::write::Version;
use crate::card::write::draft::{Draft, line_part, uri, whole, word};
use crate::card::write::many::Listed;

impl Listed for Phone {
    const RANKED: bool = true;

    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.written == other.written
    }

    fn alike(&self, other: &Self) -> bool {
        self.dialled() == other.dialled()
    }

    fn kind(&self) -> ReachKind {
        self.kind
    }

    fn edit(&self, old: &Self, draft: &mut Draft, version: Version) {
        if self.written != old.written {
            draft.without(&["VALUE"]);
            draft.value = whole(number(self), version);
        }
    }

    fn fresh(&self, version: Version) -> Draft {
        let mut draft = Draft::new("TEL", whole(number(self), version));
        if let Some(word) = word(self.kind) {
            draft.add_type(word, version);
        }
        if !matches!(self.kind, ReachKind::Mobile | ReachKind::Fax) {
            draft.add_type("VOICE", version);
        }
        draft
    }
}

/// As it was written: what others read is what the person sees.
fn number(phone: &Phone) -> &str {
    if phone.written.is_empty() {
        &phone.e164
    } else {
        &phone.written
    }
}

impl Listed for Email {
    const RANKED: bool = true;

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn alike(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }

    fn kind(&self) -> ReachKind {
        self.kind
    }

    fn edit(&self, old: &Self, draft: &mut Draft, version: Version) {
        if self.address != old.address {
            draft.without(&["VALUE"]);
            draft.value = whole(&self.address, version);
        }
    }

    fn fresh(&self, version: Version) -> Draft {
        let mut draft = Draft::new("EMAIL", whole(&self.address, version));
        if version != Version::Four {
            draft.add_type("INTERNET", version);
        }
        if let Some(word) = word(self.kind) {
            draft.add_type(word, version);
        }
        draft
    }
}

impl Listed for Address {
    const RANKED: bool = true;

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn alike(&self, other: &Self) -> bool {
        self.street == other.street && self.postcode == other.postcode
    }

    fn kind(&self) -> ReachKind {
        self.kind
    }

    /// Only the parts that say something else are written anew: the post office box keeps its place.
    fn edit(&self, old: &Self, draft: &mut Draft, version: Version) {
        let moved = Self {
            kind: old.kind,
            ..self.clone()
        };
        if moved == *old {
            return;
        }
        // Where the old one is, for machines and as it was printed.
        draft.without(&["LABEL", "GEO", "TZ"]);
        let written = draft.value.clone();
        let mut parts: Vec<String> = split_unescaped(&written, b';').map(str::to_owned).collect();
        parts.resize(parts.len().max(7), String::new());
        if self.street != old.street {
            parts[0].clear();
            parts[1].clear();
            parts[2] = line_part(&self.street, version);
        }
        for (at, text) in [
            (3, &self.city),
            (4, &self.region),
            (5, &self.postcode),
            (6, &self.country),
        ] {
            if values::line(&parts[at]) != *text {
                parts[at] = line_part(text, version);
            }
        }
        draft.value = parts.join(";");
    }

    fn fresh(&self, version: Version) -> Draft {
        let parts = [
            "",
            "",
            &self.street,
            &self.city,
            &self.region,
            &self.postcode,
            &self.country,
        ];
        let value: Vec<String> = parts.iter().map(|text| line_part(text, version)).collect();
        let mut draft = Draft::new("ADR", value.join(";"));
        if let Some(word) = word(self.kind) {
            draft.add_type(word, version);
        }
        draft
    }
}

impl Listed for String {
    const RANKED: bool = true;

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn alike(&self, _other: &Self) -> bool {
        false
    }

    fn edit(&self, _old: &Self, draft: &mut Draft, _version: Version) {
        draft.value = uri(self);
    }

    fn fresh(&self, _version: Version) -> Draft {
        Draft::new("URL", uri(self))
    }
}
