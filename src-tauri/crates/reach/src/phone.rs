//! Phone numbers.

mod written;

use domain::{Phone, ReachKind};
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType,
};

use crate::Region;
use written::Written;

/// The longest text a number is looked for in, in bytes; a longer one is no number.
const LONGEST: usize = 250;

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
    let mut shown = format(
        &number,
        if is_home {
            PhoneNumberFormat::National
        } else {
            PhoneNumberFormat::International
        },
    );
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
    let mut possible = None;
    for plan in region.plans() {
        let Ok(number) = util.parse(&text, Some(plan)) else {
            continue;
        };
        match util.get_number_type(&number) {
            PhoneNumberType::Unknown => {}
            PhoneNumberType::Mobile => return Some((number, ReachKind::Mobile)),
            _ => return Some((number, ReachKind::Other)),
        }
        let fits = util.is_possible_number_with_reason(&number);
        if possible.is_none() && fits == Ok(NumberLengthType::IsPossible) {
            possible = Some((number, ReachKind::Other));
        }
    }
    possible
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
