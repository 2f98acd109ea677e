//! A card of one version as one of another, with everything it says.

use domain::Contact;

use crate::card::wide::Order;
use crate::card::write::draft::Draft;
use crate::card::write::paper::Paper;
use crate::card::write::patch::{EVERY_FIELD, patched};
use crate::card::write::sheet::Sheet;
use crate::card::write::{CardVersion, Version, compose_card, translate};
use crate::person::ReadPhoto;

/// The card `original` for programs that read `version`, saying what the contact says.
///
/// A card of that version that is UTF-8 is [`patch_card`](crate::patch_card)'s: byte for byte where nothing was edited.
/// Any other is written anew line by line, in UTF-8 and CRLF: quoted-printable and character sets are undone, types,
/// preferences, pictures, dates and places are put the way the version has them, and what nobody here knows is carried
/// over under its own name. An agent's card within it becomes a value. What is no card is composed.
pub fn convert_card(
    original: &[u8],
    contact: &Contact,
    company: Option<&str>,
    photo: Option<&ReadPhoto>,
    version: CardVersion,
) -> Vec<u8> {
    let text;
    let bytes = match Order::of(original) {
        Some((order, mark)) => {
            text = order.read(&original[mark..]);
            &text
        }
        None => original,
    };
    let Some(sheet) = Sheet::new(bytes) else {
        return compose_card(contact, company, photo, version);
    };
    let is_utf8 = std::str::from_utf8(original).is_ok() && Order::of(original).is_none();
    if is_utf8 && sheet.version() == Version::from(version) {
        return crate::patch_card(original, contact, company, photo);
    }
    let edits: Vec<_> = contact.edits.iter().copied().collect();
    let edited = patched(bytes, contact, company, photo, &edits);
    let carried = carried(&edited, version.into(), 0);
    // Whatever a version cannot say the way the other did is said the way the contact has it. Its company and its
    // picture are only known to have changed when they were edited.
    let fields: Vec<_> = EVERY_FIELD
        .into_iter()
        .filter(|field| {
            let beside = matches!(field, domain::CardField::Client | domain::CardField::Photo);
            !beside || edits.contains(field)
        })
        .collect();
    patched(&carried, contact, company, photo, &fields)
}

/// How many cards may stand in each other; what is deeper is carried as it came.
const DEPTH_MOST: usize = 3;

/// The lines of a card, each as the version says it.
fn carried(card: &[u8], version: Version, depth: usize) -> Vec<u8> {
    let Some(sheet) = Sheet::new(card).filter(|_| depth < DEPTH_MOST) else {
        return card.to_vec();
    };
    let paper = Paper {
        version,
        ending: "\r\n",
        latin: false,
    };
    let mut drafts: Vec<Draft> = Vec::new();
    for at in sheet.own() {
        if let Some(draft) = sheet.draft(at) {
            drafts.extend(translate::line(draft, sheet.version(), version));
        }
    }
    for agent in sheet.agents() {
        let inner = carried(agent, version, depth + 1);
        drafts.push(translate::agent(&String::from_utf8_lossy(&inner), version));
    }
    translate::labels(&mut drafts, version);
    let mut out = format!("BEGIN:VCARD\r\nVERSION:{}\r\n", version.number()).into_bytes();
    let names = ["FN", "N"];
    let has = |name: &str| drafts.iter().any(|draft| draft.is(name));
    let missing = names.into_iter().filter(|name| !has(name));
    for name in missing {
        // Both must stand in a card of version 3.
        let value = if name == "N" { ";;;;" } else { "" };
        out.extend(paper.write(&Draft::new(name, value.to_owned())));
    }
    for draft in &drafts {
        out.extend(paper.write(draft));
    }
    out.extend_from_slice(b"END:VCARD\r\n");
    out
}
