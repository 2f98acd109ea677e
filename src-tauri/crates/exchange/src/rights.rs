//! Consent and objection as words in files: no card and no table has a property for them, so these are ours, the same in
//! both, in capitals that do not change with the language.

use chrono::NaiveDate;
use domain::{Agreed, Basis, Channel, Consent, Objection, Touchpoint, clean_line};

/// The parts of a consent, in order: channel, what was said, the day, the basis, the source.
pub(crate) fn consent_parts(consent: &Consent) -> [String; 5] {
    let channel = match consent.channel {
        Channel::Email => "EMAIL",
        Channel::Phone => "PHONE",
        Channel::Text => "TEXT",
        Channel::Post => "POST",
        Channel::Other => "OTHER",
    };
    let agreed = match consent.agreed {
        Agreed::Given => "GIVEN",
        Agreed::Withdrawn => "WITHDRAWN",
        Agreed::Unknown => "UNKNOWN",
    };
    let basis = match consent.basis {
        Basis::Consent => "CONSENT",
        Basis::Contract => "CONTRACT",
        Basis::LegitimateInterest => "LEGITIMATE-INTEREST",
        Basis::Unsaid => "",
    };
    [
        channel.to_owned(),
        agreed.to_owned(),
        consent.on.map(|on| on.to_string()).unwrap_or_default(),
        basis.to_owned(),
        consent.source.clone(),
    ]
}

/// A consent from its parts; words nobody here knows say nothing.
pub(crate) fn consent_of<'t>(mut parts: impl Iterator<Item = &'t str>) -> Consent {
    let mut next = || parts.next().unwrap_or_default().trim();
    let (channel, agreed, on, basis, source) = (next(), next(), next(), next(), next());
    Consent {
        channel: match channel.to_ascii_uppercase().as_str() {
            "EMAIL" => Channel::Email,
            "PHONE" => Channel::Phone,
            "TEXT" => Channel::Text,
            "POST" => Channel::Post,
            _ => Channel::Other,
        },
        agreed: match agreed.to_ascii_uppercase().as_str() {
            "GIVEN" => Agreed::Given,
            "WITHDRAWN" => Agreed::Withdrawn,
            _ => Agreed::Unknown,
        },
        on: date(on),
        basis: match basis.to_ascii_uppercase().as_str() {
            "CONSENT" => Basis::Consent,
            "CONTRACT" => Basis::Contract,
            "LEGITIMATE-INTEREST" => Basis::LegitimateInterest,
            _ => Basis::Unsaid,
        },
        source: clean_line(source, Touchpoint::LINE_MOST),
    }
}

/// An objection from its day and its source; nothing without a day.
pub(crate) fn objection_of(on: &str, source: &str) -> Option<Objection> {
    Some(Objection {
        on: date(on)?,
        source: clean_line(source, Touchpoint::LINE_MOST),
    })
}

/// Consents as the cell of a table: one a line, its parts between semicolons, the source last and whole.
pub(crate) fn consents_cell(consents: &[Consent]) -> String {
    let lines: Vec<String> = consents
        .iter()
        .map(|consent| consent_parts(consent).join(";"))
        .collect();
    lines.join("\n")
}

/// The consents of such a cell.
pub(crate) fn consents_in(cell: &str) -> Vec<Consent> {
    cell.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| consent_of(line.splitn(5, ';')))
        .collect()
}

/// An objection as the cell of a table.
pub(crate) fn objection_cell(objection: Option<&Objection>) -> String {
    objection.map_or_else(String::new, |one| format!("{};{}", one.on, one.source))
}

/// The objection of such a cell.
pub(crate) fn objection_in(cell: &str) -> Option<Objection> {
    let (on, source) = cell.split_once(';').unwrap_or((cell, ""));
    objection_of(on, source)
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}
