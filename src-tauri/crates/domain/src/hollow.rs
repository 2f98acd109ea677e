//! What a text says once everything that could be said to anybody is taken away.
//!
//! The phrases and the empty words stand in `hollow.txt`, both languages together: people mix them.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::fold;

struct Nothing {
    /// Words of each phrase, the longest phrases first.
    phrases: Vec<Vec<&'static str>>,
    words: HashSet<&'static str>,
}

static NOTHING: LazyLock<Nothing> = LazyLock::new(|| {
    let mut nothing = Nothing {
        phrases: Vec::new(),
        words: HashSet::new(),
    };
    let mut in_words = false;
    for line in include_str!("hollow.txt").lines().map(str::trim) {
        match line {
            "" => {}
            "[phrases]" => in_words = false,
            "[words]" => in_words = true,
            comment if comment.starts_with('#') => {}
            word if in_words => {
                nothing.words.insert(word);
            }
            phrase => nothing.phrases.push(phrase.split(' ').collect()),
        }
    }
    nothing
        .phrases
        .sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    nothing
});

/// The words of a text that say something, folded, in order, a space between.
pub(crate) fn core(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut said: Vec<&str> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((word, behind)) = rest.split_first() {
        let phrase = NOTHING
            .phrases
            .iter()
            .find(|phrase| rest.starts_with(phrase));
        rest = match phrase {
            Some(phrase) => rest.get(phrase.len()..).unwrap_or_default(),
            None => {
                if !NOTHING.words.contains(word) {
                    said.push(word);
                }
                behind
            }
        };
    }
    said.join(" ")
}

/// Whether a text says nothing in particular: no word of two letters or more is left of it.
pub(crate) fn is_hollow(text: &str) -> bool {
    !core(text)
        .split(' ')
        .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2)
}
