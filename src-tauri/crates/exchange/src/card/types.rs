//! What a number or an address is for, in the words of cards and back.

use domain::ReachKind;

use crate::card::content::Content;

/// The rank of what is not preferred: after RFC 6350's 100.
pub(super) const NOT_PREFERRED: u8 = 101;

/// What a property is for, by its types: a fax is one wherever it stands, a mobile phone is one even at work.
pub(super) fn kind(content: &Content<'_>) -> ReachKind {
    let mut found = ReachKind::Other;
    for word in content.types() {
        found = stronger(found, kind_of(word));
    }
    found
}

/// The kind that says more of the two.
fn stronger(one: ReachKind, other: ReachKind) -> ReachKind {
    let rank = |kind| match kind {
        ReachKind::Fax => 0,
        ReachKind::Mobile => 1,
        ReachKind::Work => 2,
        ReachKind::Home => 3,
        ReachKind::Other => 4,
    };
    if rank(other) < rank(one) { other } else { one }
}

/// What one word of TYPE means.
pub(super) fn kind_of(word: &str) -> ReachKind {
    let is = |known: &[&str]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
    if is(&["FAX", "PAGER", "WORKFAX", "HOMEFAX"]) {
        ReachKind::Fax
    } else if is(&["CELL", "MOBILE", "IPHONE", "PCS"]) {
        ReachKind::Mobile
    } else if is(&["WORK", "BUSINESS"]) {
        ReachKind::Work
    } else if is(&["HOME", "PERSONAL"]) {
        ReachKind::Home
    } else {
        ReachKind::Other
    }
}

/// What the label beside a property (X-ABLabel) means: Apple's own words, and those people write.
pub(super) fn kind_of_label(label: &str) -> ReachKind {
    let bare = label
        .trim()
        .trim_start_matches("_$!<")
        .trim_end_matches(">!$_");
    let folded = domain::fold(bare);
    let has = |known: &[&str]| {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| known.contains(&word))
    };
    if has(&["fax", "telecopie", "pager"]) {
        ReachKind::Fax
    } else if has(&["mobile", "portable", "cell", "iphone"]) {
        ReachKind::Mobile
    } else if has(&[
        "work",
        "travail",
        "bureau",
        "office",
        "pro",
        "professionnel",
        "standard",
    ]) {
        ReachKind::Work
    } else if has(&["home", "domicile", "maison", "perso", "personnel"]) {
        ReachKind::Home
    } else {
        ReachKind::Other
    }
}

/// How much a property is preferred: `PREF=1` (RFC 6350 §5.3) to 100, TYPE=PREF as 1, else [`NOT_PREFERRED`].
pub(super) fn preference(content: &Content<'_>) -> u8 {
    if !content.mentions("PREF") {
        return NOT_PREFERRED;
    }
    if let Some(said) = content.param("PREF") {
        return said
            .trim()
            .parse::<u8>()
            .map_or(NOT_PREFERRED, |rank| rank.clamp(1, 100));
    }
    if content
        .types()
        .any(|word| word.eq_ignore_ascii_case("PREF"))
    {
        1
    } else {
        NOT_PREFERRED
    }
}
