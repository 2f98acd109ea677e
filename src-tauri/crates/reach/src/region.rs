//! The country a number is written in.

use rlibphonenumber::{PHONE_NUMBER_UTIL, Region as Plan};

/// A country, by the two letters of ISO 3166-1. [`Region::default`] is France.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region(pub(crate) Plan);

/// The countries and territories that write numbers as France does (ten digits from 0) and dial each other so, each
/// with a country code of its own: `0262 …` is `+262 262 …`, wherever in them it is written.
const FRENCH: [Plan; 6] = [Plan::FR, Plan::RE, Plan::GP, Plan::MQ, Plan::GF, Plan::YT];

impl Region {
    /// France.
    pub const FRANCE: Self = Self(Plan::FR);

    /// The country of a code such as `FR` or `be`; nothing when there is no such country.
    pub fn of(code: &str) -> Option<Self> {
        // The library has every pair of letters, and a plan for those that are countries.
        Plan::from_code(code.trim())
            .ok()
            .filter(|plan| {
                PHONE_NUMBER_UTIL
                    .get_country_code_for_region(*plan)
                    .is_some()
            })
            .map(Self)
    }

    /// Its code, in capitals.
    pub fn code(self) -> String {
        self.0.as_region_str().to_string()
    }

    /// The plans a number may belong to that is in no range of the country its code names, France first; none but
    /// among the French ones.
    pub(crate) fn relatives(self, code: i32) -> impl Iterator<Item = Plan> {
        let util = &*PHONE_NUMBER_UTIL;
        let code_of = |plan: Plan| util.get_country_code_for_region(plan).unwrap_or_default();
        let is_french = FRENCH.iter().any(|plan| code_of(*plan) == code);
        let family: &[Plan] = if is_french { &FRENCH } else { &[] };
        family
            .iter()
            .copied()
            .filter(move |plan| code_of(*plan) != code)
    }

    /// Whether a number of `other` is written here as at home.
    pub(crate) fn writes_like(self, other: Plan) -> bool {
        self.0 == other || (FRENCH.contains(&self.0) && FRENCH.contains(&other))
    }
}

impl Default for Region {
    fn default() -> Self {
        Self::FRANCE
    }
}
