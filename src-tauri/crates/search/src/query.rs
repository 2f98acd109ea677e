//! What was typed, as what must be found.

use crate::word::{Glue, Run, Word, runs, words};

/// The most words that are looked for; more are not looked at.
const CLAUSES_MOST: usize = 16;

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(crate) clauses: Vec<Clause>,
}

/// What must be found, in one of several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Each a list of beginnings of words that must all be there: `jean-pierre` is `jean` and `pierre`, or `jeanpierre`.
    pub(crate) ways: Vec<Vec<String>>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        // The trunk prefix of an international number, which nobody dials: `+33 (0)2 38 …`.
        let typed = typed.replace("(0)", " ");
        let words = words(&typed);
        let clauses = runs(&words)
            .into_iter()
            .filter_map(|run| clause(&words, run));
        Self {
            clauses: clauses.take(CLAUSES_MOST).collect(),
        }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

fn clause(words: &[Word], run: Run) -> Option<Clause> {
    let last = words.len() - 1;
    let parts: Vec<String> = words
        .get(run.of.clone())?
        .iter()
        .enumerate()
        // An article still being typed is a letter like another.
        .filter(|(at, word)| !word.elided || run.of.start + at == last)
        .map(|(_, word)| word.folded.clone())
        .collect();
    let digits = words.get(run.of.start)?.glue == Glue::Digits;
    let mut ways = vec![parts];
    if !run.joined.is_empty() {
        ways.push(vec![run.joined]);
    }
    if digits {
        // Groups of digits are a number first of all.
        ways.rotate_left(1);
    }
    let dialled = ways
        .iter()
        .filter_map(|way| international(way))
        .collect::<Vec<_>>();
    ways.extend(dialled);
    Some(Clause { ways })
}

/// `0033…` is dialled for `+33…`, and numbers are kept without their plus.
fn international(way: &[String]) -> Option<Vec<String>> {
    match way {
        [number] if number.bytes().all(|byte| byte.is_ascii_digit()) => number
            .strip_prefix("00")
            .filter(|rest| !rest.is_empty())
            .map(|rest| vec![rest.to_owned()]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(typed: &str) -> Vec<Vec<Vec<String>>> {
        let clauses = Query::new(typed).clauses;
        clauses.into_iter().map(|clause| clause.ways).collect()
    }

    #[test]
    fn words_are_all_asked_for() {
        assert_eq!(
            ways("Hélène lef"),
            [[["helene"]], [["lef"]]],
            "one clause a word"
        );
        assert!(Query::new(" - ' ").is_empty(), "signs alone ask nothing");
    }

    #[test]
    fn an_article_asks_nothing_once_its_word_is_there() {
        assert_eq!(ways("l'atelier"), [[["atelier"]]], "the article goes");
        assert_eq!(ways("l'"), [[["l"]]], "while it is typed it is a letter");
    }

    #[test]
    fn a_number_is_one_word_however_it_is_written() {
        let asked = ways("02 38 00");
        assert_eq!(asked[0][0], ["023800"], "together first");
        assert_eq!(asked[0][1], ["02", "38", "00"], "or each by itself");
        assert!(
            ways("0033 2 38")[0].contains(&vec!["33238".to_owned()]),
            "dialled from abroad"
        );
        assert_eq!(
            ways("+33 (0)2 38")[0][0],
            ["33238"],
            "the trunk prefix goes"
        );
    }
}
