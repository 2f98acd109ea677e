//! Numbers in digits and in words, up to fifty-nine.

use crate::token::Tokens;

const UNITS: &[(&str, u32)] = &[
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
];
const TEENS: &[(&str, u32)] = &[
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
];
const TENS: &[(&str, u32)] = &[
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
];

/// The number at `at` and where it ends.
pub(crate) fn number(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    if let Some(value) = tokens.digits(at) {
        return Some((value, at + 1));
    }
    if let Some(ten) = among(TENS, tokens, at) {
        let unit = tokens.skip(at + 1, &["et"]);
        return match among(UNITS, tokens, unit) {
            // "vingt et un", "thirty-five"; "trente et deux" is not said.
            Some(one) if unit == at + 1 || one == 1 => Some((ten + one, unit + 1)),
            _ => Some((ten, at + 1)),
        };
    }
    let teen = among(TEENS, tokens, at);
    if teen == Some(10)
        && let Some(one @ 7..=9) = among(UNITS, tokens, at + 1)
    {
        return Some((10 + one, at + 2));
    }
    let value = teen.or_else(|| among(UNITS, tokens, at))?;
    Some((value, at + 1))
}

/// Whether the token at `at` is part of a number.
pub(crate) fn is_number(tokens: &Tokens, at: usize) -> bool {
    number(tokens, at).is_some()
}

fn among(list: &[(&str, u32)], tokens: &Tokens, at: usize) -> Option<u32> {
    let word = tokens.word(at)?;
    list.iter()
        .find(|(name, _)| *name == word)
        .map(|(_, value)| *value)
}
