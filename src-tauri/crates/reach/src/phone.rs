//! Phone numbers.

mod written;

use domain::{Phone, ReachKind};
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType,
    Region as Plan,
};

use crate::Region;
use written::Written;

/// The longest text a number is looked for in, in bytes; a longer one is no number.
const LONGEST: usize = 250;

/// The country code of France.
const FRENCH_CODE: i32 = 33;

/// What was written, kept as written, and its E.164 (ITU-T E.164) when the plan of a country has such numbers.
///
/// A number that names no country is one of `region`; in the French ones, `0262 …`, `0596 …` and their like are those
/// of their own territory. A number is taken when its plan knows its length: the tables of ranges are months behind
/// what operators hand out, and a number that rings must not be refused. Its kind is [`ReachKind::Mobile`] when its
/// range is one of mobiles alone, else [`ReachKind::Other`].
///
/// An extension (`poste 12`, `x12`, `;ext=12`) is no part of E.164: it stays in what was written ([`extension`]).
pub fn phone(written: &str, region: Region) -> Phone {
    let written = written.trim();
    let mut phone = Phone {
        kind: ReachKind::Other,
        e164: String::new(),
        written: written.to_owned(),
    };
    if let Some((number, kind)) = read(written, region) {
        phone.kind = kind;
        phone.e164 = format(&number, PhoneNumberFormat::E164);
    }
    phone
}

/// A phone as a person reads it: the way of `home` for its own numbers (`02 38 00 00 00`), else internationally
/// (`+32 2 000 00 00`), with its extension; as written when it is no number.
///
/// Its spaces are plain ones: what is shown is also copied and searched. Whoever shows it keeps it on one line.
pub fn shown(phone: &Phone, home: Region) -> String {
    let util = &*PHONE_NUMBER_UTIL;
    let Ok(number) = util.parse(&phone.e164, None) else {
        return domain::clean_line(&phone.written, LONGEST);
    };
    let is_home = util
        .get_region_for_country_code(number.country_code)
        .is_some_and(|main| home.writes_like(main) || is_of(&number, home));
    let national = is_home.then(|| format(&number, PhoneNumberFormat::National));
    // What is shown can be typed again: where the home way would read as another number, the country is said.
    let is_plain = |shown: &String| {
        read(shown, home)
            .is_some_and(|(again, _)| format(&again, PhoneNumberFormat::E164) == phone.e164)
    };
    let mut shown = national
        .filter(is_plain)
        .unwrap_or_else(|| format(&number, PhoneNumberFormat::International));
    if let Some(extension) = extension(phone) {
        shown.push_str(" #");
        shown.push_str(&extension);
    }
    shown
}

/// The extension that was written behind a number: the digits a switchboard asks for.
pub fn extension(phone: &Phone) -> Option<String> {
    Written::of(&phone.written).extension.map(str::to_owned)
}

/// The number in a text, without its extension, and what it is for.
fn read(written: &str, region: Region) -> Option<(PhoneNumber, ReachKind)> {
    if written.len() > LONGEST {
        return None;
    }
    let util = &*PHONE_NUMBER_UTIL;
    let text = Written::of(written).number;
    let number = util.parse(&text, Some(region.0)).ok()?;
    if let Some(found) = overseas(&number) {
        return Some(found);
    }
    if let Some(kind) = kind(&number) {
        return Some((number, kind));
    }
    // `02 38 …` written in a territory is one of France.
    let names_country = text.trim_start().starts_with('+') || text.trim_start().starts_with("00");
    if !names_country {
        let mut related = region.relatives(number.country_code);
        if let Some(found) = related.find_map(|plan| national(&number, plan)) {
            return Some(found);
        }
    }
    let fits = util.is_possible_number_with_reason(&number);
    (fits == Ok(NumberLengthType::IsPossible)).then_some((number, ReachKind::Other))
}

/// A French number that is one of a territory: `0590 …`, and `+33 590 …`, which is written as often and means the same.
/// The library has some of these prefixes in the plan of France too.
fn overseas(number: &PhoneNumber) -> Option<(PhoneNumber, ReachKind)> {
    // The first two digits of the territories' ranges: most numbers are none of theirs, and need no second look.
    const BEGIN: [u64; 6] = [26, 59, 63, 69, 70, 97];
    let begin = number.national_number / 10_000_000;
    if number.country_code != FRENCH_CODE || !BEGIN.contains(&begin) {
        return None;
    }
    Region::FRANCE
        .relatives(FRENCH_CODE)
        .find_map(|plan| national(number, plan))
}

/// The number of the same digits in another plan that writes them behind a nought.
fn national(number: &PhoneNumber, plan: Plan) -> Option<(PhoneNumber, ReachKind)> {
    let digits = format!("0{}", number.national_number);
    let number = PHONE_NUMBER_UTIL.parse(&digits, Some(plan)).ok()?;
    let kind = kind(&number)?;
    Some((number, kind))
}

/// What a number's range is for; nothing when it is in no range known.
fn kind(number: &PhoneNumber) -> Option<ReachKind> {
    match PHONE_NUMBER_UTIL.get_number_type(number) {
        PhoneNumberType::Unknown => None,
        PhoneNumberType::Mobile => Some(ReachKind::Mobile),
        _ => Some(ReachKind::Other),
    }
}

/// Whether a number's own region, where several share a country code, writes like `home`.
fn is_of(number: &PhoneNumber, home: Region) -> bool {
    PHONE_NUMBER_UTIL
        .get_region_for_number(number)
        .is_some_and(|plan| home.writes_like(plan))
}

fn format(number: &PhoneNumber, way: PhoneNumberFormat) -> String {
    PHONE_NUMBER_UTIL.format(number, way).into_owned()
}
