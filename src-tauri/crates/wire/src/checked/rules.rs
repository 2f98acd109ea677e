//! What each field of the page's messages may hold.

use super::Holds::{self, Line, Many, Mark, Number, Path, Text};
use super::ITEMS_MOST;

/// Minutes: a year of them.
const MINUTES: Holds = Number(366 * 24 * 60);
/// A minute of a day.
const OF_DAY: Holds = Number(24 * 60);
/// Days: ten years of them.
const DAYS: Holds = Number(3_660);
/// A place in a list, a revision, a count.
const COUNT: Holds = Number(u32::MAX as u64);
/// A page of a list.
const PAGE: Holds = Number(1_000_000);
const NAME: Holds = Line(domain::Client::NAME_MOST);
const SENTENCE: Holds = Line(domain::Touchpoint::LINE_MOST);
const NOTES: Holds = Text(domain::Touchpoint::TEXT_MOST);
const URL: Holds = Line(domain::Link::URL_MOST);
const SECRET: Holds = Line(1_000);
/// What one types to find something.
const QUERY: Holds = Line(1_000);

/// What the fields of messages hold, by name; one with a command before it (`open_link.address`) speaks for that one's
/// own argument. Sorted by kind, then by name.
const RULES: &[(&str, Holds)] = &[
    // What the house itself gave out: ids, occurrences, tickets, addresses in the attic; dates, zones, codes.
    ("a", Mark),
    ("b", Mark),
    ("birthday", Mark),
    ("blob", Mark),
    ("client", Mark),
    ("contact", Mark),
    ("date", Mark),
    ("due", Mark),
    ("first", Mark),
    ("gone", Mark),
    ("home", Mark),
    ("id", Mark),
    ("kept", Mark),
    ("last", Mark),
    ("lookAgain", Mark),
    ("meeting", Mark),
    ("merge", Mark),
    ("monday", Mark),
    ("occurrence", Mark),
    ("on", Mark),
    ("photo.address", Mark),
    ("since", Mark),
    ("start", Mark),
    ("ticket", Mark),
    ("to", Mark),
    ("touchpoint", Mark),
    ("view", Mark),
    ("zone", Mark),
    // Names.
    ("addTags", NAME),
    ("additional", NAME),
    ("by", NAME),
    ("city", NAME),
    ("colleagues", NAME),
    ("country", NAME),
    ("department", NAME),
    ("family", NAME),
    ("given", NAME),
    ("market", NAME),
    ("markets", NAME),
    ("name", NAME),
    ("nickname", NAME),
    ("postcode", NAME),
    ("prefix", NAME),
    ("region", NAME),
    ("removeTags", NAME),
    ("role", NAME),
    ("siren", NAME),
    ("siret", NAME),
    ("suffix", NAME),
    ("tags", NAME),
    ("written", NAME),
    // Lines.
    ("aim", SENTENCE),
    ("answer", SENTENCE),
    ("astonish", SENTENCE),
    ("bring", SENTENCE),
    ("cause", SENTENCE),
    ("changes", SENTENCE),
    ("clarify", SENTENCE),
    ("email", SENTENCE),
    ("mood", SENTENCE),
    ("needs", SENTENCE),
    ("place", SENTENCE),
    ("sentence", QUERY),
    ("source", SENTENCE),
    ("title", SENTENCE),
    ("words", QUERY),
    // Addresses: of the web, of a mailbox.
    ("address", URL),
    ("link", URL),
    ("links", URL),
    ("website", URL),
    // Secrets: whatever one can type.
    ("chosen", SECRET),
    ("code", SECRET),
    ("old", SECRET),
    ("passphrase", SECRET),
    // Several lines.
    ("keep_people.why", SENTENCE),
    ("notes", NOTES),
    ("outcome", NOTES),
    ("street", NOTES),
    ("unfinished", Text(1 << 20)),
    ("value", NOTES),
    // Files.
    ("path", Path),
    ("paths", Path),
    // Lists of ids: as many as a book has clients, or a file entries.
    ("answered", Many(ITEMS_MOST)),
    ("erase_person.keep", Many(100_000)),
    ("ids", Many(200_000)),
    ("rows", Many(1_000_000)),
    ("skip", Many(1_000_000)),
    ("steps", Many(ITEMS_MOST)),
    // Numbers.
    ("after", MINUTES),
    ("at", COUNT),
    ("before", COUNT),
    ("day", OF_DAY),
    ("days", DAYS),
    ("file", COUNT),
    ("from", COUNT),
    ("hour", OF_DAY),
    ("ideal", DAYS),
    ("idle", MINUTES),
    ("inPerson", MINUTES),
    ("keep", Number(1_000)),
    ("limit", PAGE),
    ("lunchFrom", OF_DAY),
    ("lunchMinutes", OF_DAY),
    ("lunchUntil", OF_DAY),
    ("minutes", MINUTES),
    ("most", DAYS),
    ("other", MINUTES),
    ("pause", OF_DAY),
    ("phone", MINUTES),
    ("piece", OF_DAY),
    ("row", COUNT),
    ("scrollMinute", OF_DAY),
    ("seq", COUNT),
    ("until", COUNT),
    ("video", MINUTES),
];

/// What a field of a command's message holds, when somebody said so.
pub fn rule(command: &str, field: &str) -> Option<Holds> {
    let named = |name: &str| RULES.iter().find(|(known, _)| *known == name);
    let own = format!("{command}.{field}");
    named(&own)
        .or_else(|| named(field))
        .map(|(_, holds)| *holds)
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_field_has_one_rule() {
        let mut names: Vec<&str> = RULES.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
