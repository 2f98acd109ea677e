//! The index against a reader that looks at every document, over random books and uses.

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use search::{Document, Home, Index, Kind, Query, Weight};

use crate::book::{both, key, write};

/// Words that share beginnings, differ by a letter, or hang together.
const WORDS: [&str; 24] = [
    "martin",
    "martine",
    "Martín",
    "marin",
    "mar",
    "Lefèvre",
    "lefebvre",
    "l'Atelier",
    "atelier",
    "L’été",
    "été",
    "Jean-Pierre",
    "jean",
    "pierre",
    "o'brien",
    "02 38 12",
    "0238",
    "12",
    "boulangerie",
    "boulanger",
    "œuvre",
    "oeuvrer",
    "d'",
    "visio",
];

/// One text, split and folded without any help from the crate.
fn plain_words(text: &str) -> Vec<String> {
    domain::fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A document of single words, and the same words plainly.
#[derive(Debug, Clone)]
struct Plain {
    kind: Kind,
    rank: u64,
    texts: [Vec<String>; 3],
}

impl Plain {
    fn document(&self, number: u8) -> Document {
        let mut document = Document::new(self.kind, key(number), self.rank);
        for (weight, texts) in [Weight::Name, Weight::Line, Weight::Text]
            .into_iter()
            .zip(&self.texts)
        {
            for text in texts {
                document.say(weight, text);
            }
        }
        document
    }

    /// The class of the head of `find.rs`, by looking; for queries of plain words only.
    fn class(&self, parts: &[String]) -> Option<u8> {
        let said: Vec<Vec<String>> = self
            .texts
            .iter()
            .map(|texts| texts.iter().flat_map(|text| every_word(text)).collect())
            .collect();
        let any = |weights: usize, matches: &dyn Fn(&str, &str) -> bool| {
            parts.iter().all(|part| {
                said[..weights]
                    .iter()
                    .flatten()
                    .any(|word| matches(part, word))
            })
        };
        let whole = |part: &str, word: &str| part == word;
        let begins = |part: &str, word: &str| word.trim_end_matches('\'').starts_with(part);
        let near = |part: &str, word: &str| begins(part, word) || nearly(part, word);
        [
            any(1, &whole),
            any(1, &begins),
            any(2, &begins),
            any(3, &begins),
            any(1, &near),
            any(3, &near),
        ]
        .iter()
        .position(|holds| *holds)
        .map(|class| class as u8)
    }
}

/// The words of a text as they can be met: an elided one ends with its apostrophe, and is no whole word.
fn every_word(text: &str) -> Vec<String> {
    let folded = domain::fold(text);
    let mut words = plain_words(text);
    let hangs = folded.contains(['\'', '-']) || (folded.contains(' ') && folded.starts_with('0'));
    let elided = ["l", "d"].iter().any(|article| {
        folded
            .strip_prefix(article)
            .is_some_and(|rest| rest.len() > 1 && rest.starts_with('\''))
    });
    if elided {
        words[0].push('\'');
    } else if hangs && words.len() > 1 {
        words.push(words.concat());
        if words.len() > 3 {
            words.push(words[1..words.len() - 1].concat());
        }
    }
    words
}

/// A whole word with one letter wrong, missing, added, or two exchanged; of long ones the beginning: by trying them all.
fn nearly(part: &str, word: &str) -> bool {
    let length = part.chars().count();
    let digits = part.chars().all(|c| c.is_ascii_digit());
    if length < 4 || digits || part.chars().next() != word.chars().next() || word.ends_with('\'') {
        return false;
    }
    let word: Vec<char> = word.chars().collect();
    let goals: Vec<String> = match length {
        7.. => (0..=word.len())
            .map(|cut| word[..cut].iter().collect())
            .collect(),
        _ => vec![word.iter().collect()],
    };
    let part: Vec<char> = part.chars().collect();
    let one_off = |goal: &str| {
        let goal: Vec<char> = goal.chars().collect();
        let drop = |from: &[char], at: usize| [&from[..at], &from[at + 1..]].concat();
        part == goal
            || (0..part.len()).any(|at| drop(&part, at) == goal)
            || (0..goal.len()).any(|at| drop(&goal, at) == part)
            || (part.len() == goal.len()
                && ((0..part.len()).any(|at| drop(&part, at) == drop(&goal, at))
                    || (1..part.len()).any(|at| {
                        let mut turned = part.clone();
                        turned.swap(at - 1, at);
                        turned == goal
                    })))
    };
    goals.iter().any(|goal| one_off(goal))
}

/// What the model finds: for each kind, class, rank and number, the best first.
fn expected(book: &BTreeMap<u8, Plain>, parts: &[String]) -> Vec<(Kind, u8, u64, u8)> {
    let all: Vec<(Kind, u8, u64, u8)> = book
        .iter()
        .filter_map(|(number, plain)| Some((plain.kind, plain.class(parts)?, plain.rank, *number)))
        .collect();
    let right = all.iter().filter(|(_, class, ..)| *class < 4).count();
    let mut found: Vec<_> = all
        .into_iter()
        .filter(|(_, class, ..)| *class < 4 || right < 3)
        .collect();
    found.sort_unstable();
    found
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(
        prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        0..4,
    )
}

fn plain() -> impl Strategy<Value = Plain> {
    let kinds = prop::sample::select(&Kind::ALL[..]);
    (kinds, 0..4_u64, [texts(), texts(), texts()]).prop_map(|(kind, rank, texts)| Plain {
        kind,
        rank,
        texts,
    })
}

#[derive(Debug, Clone)]
enum Step {
    /// These records become these documents, and are committed.
    Write(Vec<(u8, Option<Plain>)>),
    /// The same, and the program dies before the commit.
    Lost(Vec<(u8, Option<Plain>)>),
    /// Closed and opened.
    Again,
}

fn step() -> impl Strategy<Value = Step> {
    let writes = || prop::collection::vec((0..40_u8, prop::option::weighted(0.8, plain())), 1..20);
    prop_oneof![
        5 => writes().prop_map(Step::Write),
        1 => writes().prop_map(Step::Lost),
        1 => Just(Step::Again),
    ]
}

/// A word, a beginning of one, or one with a letter gone: never two that hang together.
fn typed() -> impl Strategy<Value = String> {
    let word = (
        prop::sample::select(&WORDS[..]),
        1..9_usize,
        prop::option::of(1..8_usize),
    );
    word.prop_map(|(word, length, gone)| {
        let word = plain_words(word).pop().unwrap_or_default();
        let mut letters: Vec<char> = word.chars().take(length).collect();
        if let Some(at) = gone.filter(|at| *at < letters.len()) {
            letters.remove(at);
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_index_finds_what_reading_everything_finds_in_the_same_order(
        steps in prop::collection::vec(step(), 1..6),
        asked in prop::collection::vec(prop::collection::vec(typed(), 1..3), 8),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let [clear, sealed] = both(folder.path());
        for home in [clear, sealed] {
            holds(&home, steps.clone(), &asked)?;
        }
    }
}

/// Whatever is written, what is found in an index there is what reading everything finds, in the same order.
fn holds(home: &Home, steps: Vec<Step>, asked: &[Vec<String>]) -> Result<(), TestCaseError> {
    let mut index = Index::create(home).unwrap();
    write(&index, &[], HashSet::new(), 0);
    let mut book: BTreeMap<u8, Plain> = BTreeMap::new();
    for (seq, step) in steps.into_iter().enumerate() {
        match step {
            Step::Again => {
                drop(index);
                index = Index::open(home).unwrap().0;
            }
            Step::Lost(writes) => {
                let pen = index.pen().unwrap();
                pen.remove(writes.iter().map(|(number, _)| key(*number)).collect())
                    .unwrap();
                for (number, plain) in &writes {
                    if let Some(plain) = plain {
                        pen.add(&plain.document(*number)).unwrap();
                    }
                }
            }
            Step::Write(writes) => {
                let latest: BTreeMap<u8, Option<Plain>> = writes.into_iter().collect();
                let documents: Vec<Document> = latest
                    .iter()
                    .filter_map(|(number, plain)| Some(plain.as_ref()?.document(*number)))
                    .collect();
                let gone = latest.keys().map(|number| key(*number)).collect();
                write(&index, &documents, gone, seq as u64 + 1);
                for (number, plain) in latest {
                    match plain {
                        Some(plain) => drop(book.insert(number, plain)),
                        None => drop(book.remove(&number)),
                    }
                }
            }
        }
        for words in asked {
            // Digits side by side are one number: looked at elsewhere.
            let digits = words
                .iter()
                .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
                .count();
            if digits > 1 {
                continue;
            }
            let found = index.find(&Query::new(&words.join(" "))).unwrap();
            let got: Vec<(Kind, u8, u64, u8)> = found
                .iter()
                .flat_map(|one| {
                    one.hits
                        .iter()
                        .map(|hit| (one.kind, hit.class, hit.rank, hit.key[0]))
                })
                .collect();
            prop_assert_eq!(got, expected(&book, words), "{:?}", words);
        }
    }
    Ok(())
}
