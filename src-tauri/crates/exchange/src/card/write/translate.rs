//! One property as another version of vCard says it.

use base64::Engine as _;
use domain::ReachKind;

use crate::card::content::split_unescaped;
use crate::card::photo::{BASE64, decoded, media};
use crate::card::types;
use crate::card::write::Version;
use crate::card::write::draft::{Draft, uri, whole};
use crate::property::quoted;
use crate::stamp::Stamp;
use crate::text::{escape, unescape};

/// Properties whose value has parts: semicolons stay what they are.
const WITH_PARTS: [&str; 9] = [
    "N",
    "ADR",
    "ORG",
    "GENDER",
    "CLIENTPIDMAP",
    "X-SENTIER-FIELD",
    "X-SENTIER-MET",
    "X-SENTIER-CONSENT",
    "X-SENTIER-OBJECTION",
];
/// Properties whose value is words with commas between them.
const LISTS: [&str; 2] = ["CATEGORIES", "NICKNAME"];
/// Properties whose value is one text.
const TEXTS: [&str; 13] = [
    "FN",
    "TITLE",
    "ROLE",
    "NOTE",
    "TEL",
    "EMAIL",
    "LABEL",
    "MAILER",
    "SORT-STRING",
    "PRODID",
    "NAME",
    "UID",
    "X-ABLABEL",
];
/// Properties whose value may be a picture or another file.
const FILES: [&str; 4] = ["PHOTO", "LOGO", "SOUND", "KEY"];

/// A line of a card of version `from` as version `to` says it; nothing when it says it elsewhere.
pub(super) fn line(mut draft: Draft, from: Version, to: Version) -> Option<Draft> {
    // A line that nearly begins or ends a card (seen: after a stray carriage return) must not become one that does.
    if ["VERSION", "BEGIN", "END"]
        .iter()
        .any(|name| draft.is(name))
    {
        return None;
    }
    params(&mut draft, from, to);
    let is_one_of = |names: &[&str]| names.iter().any(|name| draft.is(name));
    if is_one_of(&FILES) || draft.base64 {
        file(&mut draft, to);
    } else if draft.is("URL") {
        draft.value = uri(&unescape(&draft.value));
    } else if draft.is("TEL") {
        let number = crate::card::values::phone(&draft.value);
        draft.without(&["VALUE"]);
        draft.value = whole(&number, to);
    } else if draft.is("BDAY") || draft.is("ANNIVERSARY") {
        date(&mut draft, to);
    } else if draft.is("GEO") {
        place(&mut draft, to);
    } else if from == Version::Old {
        draft.value = if is_one_of(&TEXTS) {
            escape(&unescape(&draft.value))
        } else if draft.is("N") || is_one_of(&LISTS) {
            parts_of_lists(&draft.value)
        } else if is_one_of(&WITH_PARTS) {
            let parts = split_unescaped(&draft.value, b';').map(|part| escape(&unescape(part)));
            parts.collect::<Vec<_>>().join(";")
        } else {
            draft.value
        };
    }
    Some(draft)
}

/// Parts and the words in them, each escaped anew.
fn parts_of_lists(value: &str) -> String {
    let words = |part: &str| {
        let words = split_unescaped(part, b',').map(|word| escape(&unescape(word)));
        words.collect::<Vec<_>>().join(",")
    };
    split_unescaped(value, b';')
        .map(words)
        .collect::<Vec<_>>()
        .join(";")
}

/// Types and preferences; bare words and quotes are each version's own.
fn params(draft: &mut Draft, from: Version, to: Version) {
    let rank = draft
        .params
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("PREF"));
    let rank: Option<u8> = rank.and_then(|(_, value)| value.trim().parse().ok());
    let preferred = rank == Some(1) || draft.types().any(|word| word.eq_ignore_ascii_case("PREF"));
    let ranks = from == Version::Four && to == Version::Four;
    if !ranks && (preferred || rank.is_some()) {
        draft.prefer(false, to);
    }
    if from == Version::Old {
        let words: Vec<String> = draft.types().map(str::to_owned).collect();
        draft
            .params
            .retain(|(name, _)| !name.is_empty() && !name.eq_ignore_ascii_case("TYPE"));
        let says_where = |word: &str| ["INLINE", "CONTENT-ID", "CID", "URL"].contains(&word);
        for (name, value) in &mut draft.params {
            // `VALUE=URL` is what is a URI later.
            if name.eq_ignore_ascii_case("VALUE") && says_where(&value.to_uppercase()) {
                *value = if value.eq_ignore_ascii_case("INLINE") {
                    "text"
                } else {
                    "uri"
                }
                .to_owned();
            }
        }
        for word in words {
            draft.add_type(&word, to);
        }
    }
    if to == Version::Four {
        // What is said otherwise, or was the usual, or names a network of its time.
        let gone = ["INTERNET", "DOM", "INTL", "POSTAL", "PARCEL"];
        let is_gone = |word: &str| gone.iter().any(|known| word.eq_ignore_ascii_case(known));
        let file = FILES.iter().any(|name| draft.is(name));
        draft.retain_types(|word| file || !is_gone(word));
    } else if from == Version::Four {
        // Lists in quotes are not known to readers of version 3.
        for (name, value) in &mut draft.params {
            if name.eq_ignore_ascii_case("TYPE") {
                *value = value.replace('"', "");
            }
        }
    }
    if !ranks && preferred {
        draft.prefer(true, to);
    }
}

/// A file in the card: base64 in version 3, a `data:` URI in version 4. One that lies elsewhere is a URI in both.
fn file(draft: &mut Draft, to: Version) {
    let data = draft
        .value
        .split_at_checked(5)
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("data:"))
        .and_then(|(_, rest)| rest.split_once(','));
    if let Some((head, base64)) = data {
        let bytes =
            decoded(base64.as_bytes()).filter(|_| head.to_ascii_lowercase().contains(";base64"));
        if to == Version::Four {
            return;
        }
        if let Some(bytes) = bytes {
            let kind = head.split(';').next().unwrap_or_default();
            let word = kind.rsplit('/').next().unwrap_or_default().to_uppercase();
            draft.value = BASE64.encode(bytes);
            draft.base64 = true;
            draft.without(&["VALUE", "MEDIATYPE", "TYPE"]);
            if !word.is_empty() {
                draft.params.push(("TYPE".to_owned(), word));
            }
        }
        return;
    }
    if !draft.base64 {
        draft.value = uri(&unescape(&draft.value));
        return;
    }
    if to == Version::Four {
        let word = draft.types().next().map(str::to_ascii_lowercase);
        let start = decoded(draft.value.get(..64).unwrap_or(&draft.value).as_bytes());
        let kind = start
            .and_then(|start| media(&start))
            .map(str::to_owned)
            .unwrap_or_else(|| {
                let family = match draft.name.to_ascii_uppercase().as_str() {
                    "SOUND" => "audio",
                    "PHOTO" | "LOGO" => "image",
                    _ => "application",
                };
                format!("{family}/{}", word.as_deref().unwrap_or("octet-stream"))
            });
        draft.without(&["VALUE", "TYPE"]);
        draft.value = format!("data:{kind};base64,{}", draft.value);
        draft.base64 = false;
    }
}

/// A whole date: with its hyphens in version 3, without in version 4. What is not whole is carried as it is.
fn date(draft: &mut Draft, to: Version) {
    let Some(Stamp::Date(date)) = Stamp::read(&draft.value) else {
        return;
    };
    if draft
        .params
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case("X-APPLE-OMIT-YEAR"))
    {
        return;
    }
    draft.without(&["VALUE"]);
    let form = if to == Version::Four {
        "%Y%m%d"
    } else {
        "%Y-%m-%d"
    };
    draft.value = date.format(form).to_string();
}

/// GEO: `lat;long` in version 3, `lat,long` in version 2.1, `geo:lat,long` in version 4.
fn place(draft: &mut Draft, to: Version) {
    let bare = draft.value.trim();
    let bare = bare.strip_prefix("geo:").unwrap_or(bare);
    let Some((one, other)) = bare.split_once([';', ',']) else {
        return;
    };
    let (one, other) = (one.trim(), other.trim());
    draft.value = if to == Version::Four {
        format!("geo:{one},{other}")
    } else {
        format!("{one};{other}")
    };
}

/// A card within the card: a value of AGENT in version 3, somebody it is related to in version 4.
pub(super) fn agent(card: &str, version: Version) -> Draft {
    if version == Version::Four {
        let data = BASE64.encode(card);
        let mut draft = Draft::new("RELATED", format!("data:text/vcard;base64,{data}"));
        draft.add_type("agent", version);
        draft
    } else {
        Draft::new("AGENT", escape(card))
    }
}

/// LABEL, an address as it is printed: a property to version 3, a parameter of ADR (RFC 6350 §6.3.1) to version 4.
/// One that has no address of its kind keeps its name.
pub(super) fn labels(drafts: &mut Vec<Draft>, version: Version) {
    let kind = |draft: &Draft| {
        let kinds = draft.types().map(types::kind_of);
        kinds
            .into_iter()
            .find(|kind| *kind != ReachKind::Other)
            .unwrap_or_default()
    };
    if version == Version::Four {
        let (labels, others): (Vec<Draft>, Vec<Draft>) =
            drafts.drain(..).partition(|draft| draft.is("LABEL"));
        *drafts = others;
        for label in labels {
            let home = drafts.iter_mut().find(|draft| {
                let free = !draft
                    .params
                    .iter()
                    .any(|(name, _)| name.eq_ignore_ascii_case("LABEL"));
                draft.is("ADR") && free && kind(draft) == kind(&label)
            });
            match home {
                Some(address) => {
                    let text = quoted(&unescape(&label.value));
                    address.params.push(("LABEL".to_owned(), text));
                }
                None => drafts.push(label),
            }
        }
        return;
    }
    let mut labels = Vec::new();
    for address in drafts.iter_mut().filter(|draft| draft.is("ADR")) {
        let at = address
            .params
            .iter()
            .position(|(name, _)| name.eq_ignore_ascii_case("LABEL"));
        if let Some(at) = at {
            let (_, text) = address.params.remove(at);
            let mut label = Draft::new("LABEL", escape(&crate::property::plain(&text)));
            if let Some(word) = crate::card::write::draft::word(kind(address)) {
                label.add_type(word, version);
            }
            labels.push(label);
        }
    }
    drafts.extend(labels);
}
