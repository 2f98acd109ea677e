//! What the values of the properties that are read mean, one by one.

use chrono::NaiveDate;
use domain::{
    Address, Consent, Contact, CustomField, Met, MetHow, Objection, Touchpoint, clean_line,
    clean_text,
};

use crate::card::content::split_unescaped;
use crate::rights::{consent_of, objection_of};
use crate::text::unescape;

/// One line of text.
pub(super) fn line(value: &str) -> String {
    clean_line(&unescape(value), Contact::LINE_MOST)
}

/// Text of several lines.
pub(super) fn text(value: &str) -> String {
    clean_text(&unescape(value), Touchpoint::TEXT_MOST)
}

/// A part of N, which may be several words with commas between them.
pub(super) fn words(part: &str) -> String {
    if !part.contains(',') {
        return line(part);
    }
    let words: Vec<String> = split_unescaped(part, b',').map(line).collect();
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Words with commas between them, each by itself (NICKNAME, CATEGORIES).
pub(super) fn list(value: &str) -> impl Iterator<Item = String> {
    split_unescaped(value, b',')
        .map(line)
        .filter(|word| !word.is_empty())
}

/// The nicknames, on one line.
pub(super) fn nickname(value: &str) -> String {
    let all: Vec<String> = list(value).collect();
    clean_line(&all.join(", "), Contact::LINE_MOST)
}

/// Everything of ORG after the name, from the widest to the narrowest.
pub(super) fn department<'v>(units: impl Iterator<Item = &'v str>) -> String {
    let units: Vec<String> = units.map(line).filter(|unit| !unit.is_empty()).collect();
    clean_line(&units.join(", "), Contact::LINE_MOST)
}

/// The seven parts of ADR: post office box, extension, street, town, region, postal code, country. The first two are
/// lines of the street here: the building before it, the box after it.
pub(super) fn address(value: &str) -> Address {
    let mut parts = split_unescaped(value, b';');
    let mut next = || parts.next().unwrap_or_default();
    let (po_box, extension, street) = (next(), next(), next());
    let (city, region, postcode, country) = (next(), next(), next(), next());
    let lines = [extension, street, po_box].map(text);
    let street: Vec<&str> = lines
        .iter()
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    Address {
        street: street.join("\n"),
        city: line(city),
        region: line(region),
        postcode: line(postcode),
        country: line(country),
        ..Address::default()
    }
}

/// A number without its scheme; the extension of `tel:+33…;ext=12` (RFC 3966) is kept as people write it.
pub(super) fn phone(value: &str) -> String {
    let number = line(value);
    let Some(rest) = without_scheme(&number, "tel:") else {
        return number;
    };
    let mut parts = rest.split(';');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some(extension) = without_scheme(part, "ext=") {
            plain = format!("{plain} ext. {extension}");
        }
    }
    plain
}

/// An address, when it can be one.
pub(crate) fn email(value: &str) -> Option<String> {
    let whole = line(value);
    let address = without_scheme(&whole, "mailto:").unwrap_or(&whole);
    let (local, domain) = address.rsplit_once('@')?;
    let can_be = !local.is_empty()
        && !domain.is_empty()
        && !address.contains([' ', '\u{a0}', '<', '>'])
        && address.chars().count() < Contact::LINE_MOST;
    can_be.then(|| address.to_owned())
}

/// A page on the web; other schemes are no links of ours.
pub(super) fn link(value: &str) -> Option<String> {
    let address = line(value);
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| without_scheme(&address, scheme).is_some());
    if is_web {
        return Some(address);
    }
    let host = address.split('/').next().unwrap_or_default();
    let can_be = host.contains('.') && !host.contains([':', ' ', '@']);
    can_be.then(|| format!("https://{address}"))
}

/// `name;value` of X-SENTIER-FIELD.
pub(super) fn field(value: &str) -> Option<CustomField> {
    let mut parts = split_unescaped(value, b';');
    let name = line(parts.next().unwrap_or_default());
    let value = text(parts.next().unwrap_or_default());
    (!name.is_empty()).then_some(CustomField { name, value })
}

/// `date;how;by` of X-SENTIER-MET.
pub(super) fn met(value: &str) -> Met {
    let mut parts = split_unescaped(value, b';').map(line);
    let mut next = || parts.next().unwrap_or_default();
    let (on, how, by) = (next(), next(), next());
    Met {
        by,
        how: match how.to_ascii_uppercase().as_str() {
            "IN-PERSON" => MetHow::InPerson,
            "VIDEO" => MetHow::Video,
            "PHONE" => MetHow::Phone,
            _ => MetHow::Other,
        },
        on: NaiveDate::parse_from_str(&on, "%Y-%m-%d").ok(),
    }
}

/// `channel;agreed;date;basis;source` of X-SENTIER-CONSENT.
pub(super) fn consent(value: &str) -> Consent {
    let parts: Vec<String> = split_unescaped(value, b';').map(line).collect();
    consent_of(parts.iter().map(String::as_str))
}

/// `date;source` of X-SENTIER-OBJECTION.
pub(super) fn objection(value: &str) -> Option<Objection> {
    let mut parts = split_unescaped(value, b';').map(line);
    let on = parts.next().unwrap_or_default();
    objection_of(&on, &parts.next().unwrap_or_default())
}

/// What follows a scheme, in any case.
fn without_scheme<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}
