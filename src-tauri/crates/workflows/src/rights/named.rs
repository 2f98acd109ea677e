//! Where a text names somebody: an e-mail address, a number, a whole name. What others share with them is not theirs
//! alone, and names nobody.

use std::collections::BTreeSet;
use std::ops::Range;

use domain::{Contact, Participant, fold, folded_name};

/// What somebody is found by in texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// Folded.
    emails: BTreeSet<String>,
    /// The folded words of each name, sorted.
    names: BTreeSet<Vec<String>>,
    /// What each number ends with, and its country's digits.
    numbers: BTreeSet<(String, String)>,
}

/// How many digits tell a number from others, its country's aside.
const DIGITS: usize = 9;
/// Fewer tell nobody.
const DIGITS_LEAST: usize = 6;
/// The most bytes between two words of a name: a comma and a narrow space, an escaped comma.
const GAP: usize = 4;
/// A lone word that is no shorter may be a name.
const LONE: usize = 4;

impl Named {
    /// What these find: the records of one person.
    pub(crate) fn of<'a>(records: impl IntoIterator<Item = &'a Contact>) -> Self {
        let mut named = Self::default();
        for contact in records {
            named
                .emails
                .extend(contact.emails.iter().map(|email| email.folded()));
            let composed = format!("{} {}", contact.given, contact.family);
            for name in [&contact.name, &composed] {
                let words = words_of(name);
                let lone = words.len() == 1 && words[0].chars().count() < LONE;
                if !words.is_empty() && !lone && !name.contains('@') {
                    named.names.insert(words);
                }
            }
            for phone in &contact.phones {
                named.numbers.extend(number(&phone.dialled()));
            }
        }
        named.emails.remove("");
        // The family name alone stands for everybody of that name once a whole name is known.
        if named.names.iter().any(|name| name.len() > 1) {
            named.names.retain(|name| name.len() > 1);
        }
        named
    }

    /// The same without what somebody else is found by as well.
    pub(crate) fn share_with(&mut self, other: &Self) {
        self.emails.retain(|email| !other.emails.contains(email));
        self.names.retain(|name| !other.names.contains(name));
        self.numbers
            .retain(|(digits, _)| !other.numbers.iter().any(|(one, _)| one == digits));
    }

    /// Whether there is nothing to find them by.
    pub(crate) fn is_empty(&self) -> bool {
        self.emails.is_empty() && self.names.is_empty() && self.numbers.is_empty()
    }

    /// Whether a participant is them.
    pub(crate) fn is(&self, one: &Participant) -> bool {
        self.emails.contains(&one.email.trim().to_lowercase()) || self.is_name(&one.name)
    }

    /// Whether this is a name of theirs, and nothing else.
    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.names.contains(&words_of(name))
    }

    /// Where a text names them, in order and apart.
    pub(crate) fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = self.emails_in(text);
        found.extend(self.names_in(text));
        found.extend(self.numbers_in(text));
        found.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match apart.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }

    /// The text with a word in their place; nothing when it does not name them.
    pub(crate) fn masked(&self, text: &str, word: &str) -> Option<String> {
        let places = self.places(text);
        if places.is_empty() {
            return None;
        }
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for place in places {
            out.push_str(&text[from..place.start]);
            out.push_str(word);
            from = place.end;
        }
        out.push_str(&text[from..]);
        Some(out)
    }

    fn emails_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for (address, at) in addresses(text) {
            let theirs = self.emails.contains(&text[address.clone()].to_lowercase());
            if theirs || self.is_local_part(&text[address.start..at]) {
                found.push(address);
            }
        }
        found
    }

    /// Whether what stands before an @ is a whole name and at most numbers: an address nobody wrote down.
    fn is_local_part(&self, local: &str) -> bool {
        let mut words: Vec<String> = words_in(local).into_iter().map(|(_, word)| word).collect();
        words.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        words.sort_unstable();
        words.len() > 1 && self.names.contains(&words)
    }

    fn names_in(&self, text: &str) -> Vec<Range<usize>> {
        let words = words_in(text);
        let addresses = addresses(text);
        let mut found = Vec::new();
        for name in &self.names {
            for (first, _) in words.iter().enumerate() {
                let Some(run) = words.get(first..first + name.len()) else {
                    break;
                };
                let together = run
                    .windows(2)
                    .all(|pair| pair[1].0.start - pair[0].0.end <= GAP);
                let mut folded: Vec<&str> = run.iter().map(|(_, word)| word.as_str()).collect();
                folded.sort_unstable();
                let place = run[0].0.start..run[run.len() - 1].0.end;
                // Before an @ it is part of an address, which is found whole or is another's.
                let in_address = addresses
                    .iter()
                    .any(|(address, at)| address.start <= place.start && place.end <= *at);
                if together && !in_address && folded.iter().eq(name.iter()) {
                    found.push(place);
                }
            }
        }
        found
    }

    fn numbers_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.numbers.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for run in digit_runs(text) {
            let digits: String = run.iter().map(|(_, digit)| *digit).collect();
            for (key, country) in &self.numbers {
                for (at, _) in digits.match_indices(key.as_str()) {
                    let end = at + key.len();
                    let start = at - before(&digits[..at], country);
                    // Digits that touch on either side make it another number.
                    let touches = |one: usize, other: usize| run[one].0 + 1 == run[other].0;
                    let cut = (start > 0 && touches(start - 1, start))
                        || (end < run.len() && touches(end - 1, end));
                    if !cut {
                        let mut from = run[start].0;
                        while text[..from].ends_with(['+', '(']) {
                            from -= 1;
                        }
                        found.push(from..run[end - 1].0 + 1);
                    }
                }
            }
        }
        found
    }
}

/// How many digits before a number belong to it: `0`, the country, `00` and the country, each with the `(0)` of letters.
fn before(digits: &str, country: &str) -> usize {
    let ways = [
        format!("00{country}0"),
        format!("00{country}"),
        format!("{country}0"),
        country.to_owned(),
        "0".to_owned(),
    ];
    let longest = ways.iter().find(|way| digits.ends_with(way.as_str()));
    longest.map_or(0, String::len)
}

/// What a number ends with, and the digits of its country; nothing when that tells nobody.
fn number(dialled: &str) -> Option<(String, String)> {
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    let (digits, international) = match digits.strip_prefix("00") {
        Some(rest) => (rest.to_owned(), true),
        None => (digits, dialled.starts_with('+')),
    };
    let cut = digits.len().saturating_sub(DIGITS);
    let (country, key) = digits.split_at(cut);
    let country = if international { country } else { "" };
    (key.len() >= DIGITS_LEAST).then(|| (key.to_owned(), country.to_owned()))
}

/// Digits with what people write between them, each with its place.
fn digit_runs(text: &str) -> Vec<Vec<(usize, char)>> {
    let mut runs = Vec::new();
    let mut run: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => run.push((at, c)),
            ' ' | '.' | '-' | '(' | ')' | '/' | '+' | '\u{a0}' | '\u{202f}' | '\u{2011}' => {}
            _ if run.is_empty() => {}
            _ => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.retain(|run| run.len() >= DIGITS_LEAST);
    runs
}

/// The addresses of a text, each with the place of its @. What stands around an @ is the address; one that only ends or
/// begins alike is another's.
fn addresses(text: &str) -> Vec<(Range<usize>, usize)> {
    let around = |(at, _): (usize, &str)| {
        let local = text[..at]
            .rfind(|c: char| !is_of_address(c))
            .map_or(0, |before| before + char_at(text, before));
        let host = text[at + 1..]
            .find(|c: char| !is_of_address(c))
            .map_or(text.len(), |after| at + 1 + after);
        let whole = text[local..host].trim_end_matches(['.', '-', '_', '\'']);
        let end = local + whole.len();
        let start = end - whole.trim_start_matches(['.', '\'']).len();
        (start < at && at < end).then_some((start..end, at))
    };
    text.match_indices('@').filter_map(around).collect()
}

fn is_of_address(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'')
}

fn char_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The words of a text, where they stand and folded.
fn words_in(text: &str) -> Vec<(Range<usize>, String)> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (is_word(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from..at, fold(&text[from..at])));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push((from..text.len(), fold(&text[from..])));
    }
    words
}

fn words_of(name: &str) -> Vec<String> {
    folded_name(name)
        .split_whitespace()
        .map(ToOwned::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Email, Id, Phone};

    fn jeanne() -> Named {
        let mut contact = Contact::new(
            Id::from_bytes([1; 16]),
            "Jeanne Lefèvre".into(),
            chrono::DateTime::UNIX_EPOCH,
        );
        contact.emails = vec![Email {
            address: "Jeanne.Lefevre@atelier.fr".into(),
            ..Email::default()
        }];
        contact.phones = vec![Phone {
            e164: "+33612345678".into(),
            written: "06 12 34 56 78".into(),
            ..Phone::default()
        }];
        Named::of([&contact])
    }

    #[test]
    fn a_name_is_found_in_either_order_whatever_its_case_and_accents() {
        for text in [
            "Visio Jeanne Lefèvre",
            "LEFEVRE, Jeanne",
            "voir lefe\u{300}vre jeanne demain",
            "vu Jeanne-Lefèvre",
        ] {
            assert_eq!(jeanne().places(text).len(), 1, "{text}");
        }
        for text in [
            "Jeanne est là",
            "Lefèvre & fils",
            "Jeanne. Puis on verra Lefèvre",
        ] {
            assert!(jeanne().places(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_address_is_found_whole_and_never_within_another() {
        let masked = |text: &str| jeanne().masked(text, "X");
        assert_eq!(
            masked("écrire à JEANNE.LEFEVRE@atelier.fr.").as_deref(),
            Some("écrire à X.")
        );
        assert_eq!(masked("marie-jeanne.lefevre@atelier.fr"), None);
        assert_eq!(masked("jeanne.lefevre-roux@atelier.fr"), None);
        assert_eq!(masked("x.jeanne.lefevre@atelier.fr"), None);
        assert_eq!(masked("jeanne@atelier.fr"), None);
        assert_eq!(
            masked("jeanne.lefevre@atelier.fr.example.com").as_deref(),
            Some("X"),
            "another address, whole, which is nothing but their name"
        );
        assert_eq!(
            masked("ou lefevre_jeanne.2@chez-elle.example !").as_deref(),
            Some("ou X !")
        );
    }

    #[test]
    fn a_number_is_found_however_it_is_written_and_not_within_a_longer_one() {
        for text in [
            "06 12 34 56 78",
            "tél. 06.12.34.56.78 !",
            "+33612345678",
            "+33 (0)6 12 34 56 78",
            "0033 6 12 34 56 78",
        ] {
            let masked = jeanne().masked(text, "X").unwrap_or_default();
            assert!(
                masked.contains('X') && !masked.contains(|c: char| c.is_ascii_digit()),
                "{text}: {masked}"
            );
        }
        assert_eq!(jeanne().masked("n° 706123456789", "X"), None);
        assert_eq!(
            jeanne()
                .masked("06 12 34 56 78 / 06 99 99 99 99", "X")
                .as_deref(),
            Some("X / 06 99 99 99 99")
        );
    }
}
