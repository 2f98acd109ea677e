//! A contact made here, as a card.

use domain::Contact;

use crate::card::write::draft::{part, whole};
use crate::card::write::patch::{EVERY_FIELD, patched};
use crate::card::write::{CardVersion, Version};
use crate::person::ReadPhoto;
use crate::write::push_line;

/// The card of a contact made here, in CRLF and UTF-8, folded at 75 octets. Read again, it is the same contact.
///
/// `company` is the name of its client and `photo` its picture.
pub fn compose_card(
    contact: &Contact,
    company: Option<&str>,
    photo: Option<&ReadPhoto>,
    version: CardVersion,
) -> Vec<u8> {
    let version = Version::from(version);
    let mut blank = Vec::with_capacity(512);
    let names = [
        &contact.family,
        &contact.given,
        &contact.additional,
        &contact.prefix,
        &contact.suffix,
    ];
    let names = names.map(|name| part(name, version)).join(";");
    for line in [
        "BEGIN:VCARD".to_owned(),
        format!("VERSION:{}", version.number()),
        format!("UID:{}", whole(&contact.uid, version)),
        format!("REV:{}", contact.updated_at.format("%Y%m%dT%H%M%SZ")),
        format!("FN:{}", whole(&contact.name, version)),
        format!("N:{names}"),
        "END:VCARD".to_owned(),
    ] {
        push_line(&mut blank, &line, "\r\n");
    }
    patched(&blank, contact, company, photo, &EVERY_FIELD)
}
