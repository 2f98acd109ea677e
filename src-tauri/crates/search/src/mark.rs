//! Which characters of a shown text match what was typed.

use std::ops::Range;

use domain::fold;

use crate::query::{Clause, Query};
use crate::word::{Glue, Word, nearly, runs, words};

/// A text and what matches in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// What is shown.
    pub text: String,
    /// The first and the one behind the last character of each match, in UTF-16 units, in order, apart.
    pub marks: Vec<(u32, u32)>,
}

/// What of a query a text has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shown(u32);

impl Shown {
    /// Whether it has what neither of two others has.
    pub fn adds_to(self, others: Self) -> bool {
        self.0 & !others.0 != 0
    }

    /// What either has.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Query {
    /// Marks what matches in `text`, and says what of the query that is. Letters that are nearly right match when
    /// `near` says so and nothing in the text is right.
    pub fn mark(&self, text: &str, near: bool) -> (Marked, Shown) {
        let (ranges, shown) = self.ranges(text, near);
        let marked = Marked {
            marks: in_utf16(text, &ranges),
            text: text.to_owned(),
        };
        (marked, shown)
    }

    /// The line of `text` around the first match, as one line, marked; `None` when nothing matches.
    pub fn excerpt(&self, text: &str, near: bool) -> Option<(Marked, Shown)> {
        const BEFORE: usize = 40;
        const AFTER: usize = 100;
        let (ranges, shown) = self.ranges(text, near);
        let first = ranges.first()?;
        let from = back(text, first.start, BEFORE);
        let until = on(text, first.end, AFTER);
        let (head, tail) = (from > 0, until < text.len());
        let mut line = String::with_capacity(until - from + 6);
        if head {
            line.push('…');
        }
        line.extend(
            text[from..until]
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c }),
        );
        let line = if tail {
            format!("{}…", line.trim_end())
        } else {
            line.trim_end().to_owned()
        };
        let (marked, _) = self.mark(&line, near);
        Some((marked, shown))
    }

    fn ranges(&self, text: &str, near: bool) -> (Vec<Range<usize>>, Shown) {
        let words = words(text);
        let mut ranges = Vec::new();
        let mut shown = Shown::default();
        for (at, clause) in self.clauses.iter().enumerate() {
            let before = ranges.len();
            exact(clause, text, &words, &mut ranges);
            if near && ranges.len() == before {
                nearby(clause, &words, &mut ranges);
            }
            if ranges.len() > before {
                shown.0 |= 1 << at;
            }
        }
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        (apart, shown)
    }
}

/// The beginnings of words, and of what words make together, that a clause asks for.
fn exact(clause: &Clause, text: &str, words: &[Word], ranges: &mut Vec<Range<usize>>) {
    let parts = || clause.ways.iter().flatten();
    for word in words {
        let longest = parts()
            .filter(|part| word.folded.starts_with(part.as_str()))
            .map(|part| part.chars().count())
            .max();
        if let Some(length) = longest {
            ranges.push(reach(text, word.at.clone(), length));
        }
    }
    for run in runs(words).into_iter().filter(|run| !run.joined.is_empty()) {
        let digits = words[run.of.start].glue == Glue::Digits;
        // A number is also met behind its first group, and dialled from abroad without its zero.
        let starts: &[usize] = if digits { &[0, 1] } else { &[0] };
        for start in starts {
            let group: Vec<&Word> = words[run.of.clone()]
                .iter()
                .filter(|word| !word.elided)
                .skip(*start)
                .collect();
            let together: String = group.iter().map(|word| word.folded.as_str()).collect();
            let longest = parts()
                .filter_map(|part| said_as(part, &together, digits))
                .max();
            if let Some(length) = longest {
                spread(text, &group, length, ranges);
            }
        }
    }
}

/// How many characters of `together` a part covers, when it does: from its beginning, or past the zero a French
/// number has at home and loses behind `33`.
fn said_as(part: &str, together: &str, digits: bool) -> Option<usize> {
    if together.starts_with(part) {
        return Some(part.chars().count());
    }
    let abroad = part
        .strip_prefix("33")
        .filter(|rest| digits && !rest.is_empty())?;
    let home = together.strip_prefix('0')?;
    home.starts_with(abroad).then(|| abroad.chars().count() + 1)
}

/// Whole words that are nearly what a clause asks for.
fn nearby(clause: &Clause, words: &[Word], ranges: &mut Vec<Range<usize>>) {
    for word in words {
        if clause
            .ways
            .iter()
            .flatten()
            .any(|part| nearly(part, &word.folded))
        {
            ranges.push(word.at.clone());
        }
    }
}

/// The first `length` folded characters of what stands at `at`.
fn reach(text: &str, at: Range<usize>, length: usize) -> Range<usize> {
    let mut left = length;
    let mut end = at.start;
    for (offset, c) in text[at.clone()].char_indices() {
        let folded = fold(c.encode_utf8(&mut [0; 4])).chars().count();
        // Marks that combine belong to the letter before them.
        if left == 0 && folded > 0 {
            break;
        }
        left = left.saturating_sub(folded);
        end = at.start + offset + c.len_utf8();
    }
    at.start..end
}

/// The first `length` folded characters of words that hang together, gaps included.
fn spread(text: &str, group: &[&Word], length: usize, ranges: &mut Vec<Range<usize>>) {
    let Some(first) = group.first() else {
        return;
    };
    let mut left = length;
    let mut end = first.at.start;
    for word in group {
        if left == 0 {
            break;
        }
        end = reach(text, word.at.clone(), left).end;
        left = left.saturating_sub(word.folded.chars().count());
    }
    ranges.push(first.at.start..end);
}

/// Up to `most` characters back, to where a word or a line begins.
fn back(text: &str, from: usize, most: usize) -> usize {
    let before = &text[..from];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let cut = before
        .char_indices()
        .rev()
        .take(most)
        .last()
        .map_or(from, |(at, _)| at);
    if cut <= line {
        return line;
    }
    let space = text[cut..from].find(char::is_whitespace);
    space.map_or(cut, |at| {
        let at = cut + at;
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    })
}

/// Up to `most` characters on, to where a word or the line ends.
fn on(text: &str, from: usize, most: usize) -> usize {
    let after = &text[from..];
    let line = after.find('\n').map_or(text.len(), |at| from + at);
    let cut = after
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| from + at);
    if cut >= line {
        return line;
    }
    let space = text[from..cut].rfind(char::is_whitespace);
    space.map_or(cut, |at| from + at)
}

fn in_utf16(text: &str, ranges: &[Range<usize>]) -> Vec<(u32, u32)> {
    let mut units = 0_u32;
    let mut done = 0;
    let mut to = |at: usize| {
        let more = text[done..at].encode_utf16().count();
        units = units.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        done = at;
        units
    };
    ranges
        .iter()
        .map(|range| (to(range.start), to(range.end)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str, text: &str, near: bool) -> Vec<String> {
        let (marked, _) = Query::new(typed).mark(text, near);
        let units: Vec<u16> = text.encode_utf16().collect();
        let cut = |(from, until): &(u32, u32)| {
            String::from_utf16_lossy(&units[*from as usize..*until as usize])
        };
        marked.marks.iter().map(cut).collect()
    }

    #[test]
    fn the_matching_characters_are_marked_as_they_are_written() {
        assert_eq!(
            shown("lef", "Hélène Lefèvre", false),
            ["Lef"],
            "a beginning"
        );
        assert_eq!(
            shown("helene lefevre", "Hélène Lefèvre", false),
            ["Hélène", "Lefèvre"],
            "both"
        );
        assert_eq!(
            shown("atelier", "L’Atelier", false),
            ["Atelier"],
            "without its article"
        );
        assert_eq!(
            shown("oeu", "🙂 Œuvres", false),
            ["Œu"],
            "a ligature, behind a surrogate pair"
        );
        assert_eq!(
            shown("helene", "He\u{301}le\u{300}ne", false),
            ["He\u{301}le\u{300}ne"],
            "decomposed"
        );
    }

    #[test]
    fn a_number_is_marked_across_its_gaps() {
        for (typed, marked) in [
            ("0238", "02 38"),
            ("02 38 12", "02 38 12"),
            ("+33238", "02 38"),
            ("3812", "38 12"),
        ] {
            assert_eq!(shown(typed, "02 38 12 34 56", false), [marked], "{typed}");
        }
        assert_eq!(
            shown("jeanp", "Jean-Pierre", false),
            ["Jean-P"],
            "and a hyphen"
        );
    }

    #[test]
    fn a_typo_marks_the_whole_word_when_nothing_is_right() {
        assert_eq!(
            shown("lefvre", "Lefèvre", true),
            ["Lefèvre"],
            "nearly right"
        );
        assert!(
            shown("lefvre", "Lefèvre", false).is_empty(),
            "only when asked"
        );
        assert_eq!(
            shown("mart", "Marta Mars", true),
            ["Mart"],
            "what is right is enough"
        );
    }

    #[test]
    fn an_excerpt_is_the_line_around_the_first_match() {
        let text = format!(
            "Rien\n{} le devis attendu {}\nFin",
            "mot ".repeat(40),
            "suite ".repeat(40)
        );
        let (line, _) = Query::new("devis")
            .excerpt(&text, false)
            .expect("it is there");
        assert!(
            line.text.starts_with('…') && line.text.ends_with('…'),
            "cut on both sides: {}",
            line.text
        );
        assert!(!line.text.contains("Rien"), "one line");
        assert_eq!(line.marks.len(), 1, "marked");
        assert!(line.text.chars().count() < 170, "short");
        assert!(
            Query::new("absent").excerpt(&text, false).is_none(),
            "nothing to show"
        );
    }
}
