//! Why one gets in touch: what follows "pour", "to", "afin de", and which of the three questions its verb answers.
//!
//! Where no verb tells, a purpose that asks something ("savoir si", a question mark) makes clear, and anything else is
//! taken to bring; the latter is said to be doubtful ([`Why::WhichQuestion`]).

use std::ops::Range;

use crate::token::{Shape, Tokens};
use crate::{Question, Why};

const INTRODUCED: &[&str] = &[
    "pour",
    "pour que",
    "afin de",
    "afin d",
    "afin que",
    "de facon a",
    "histoire de",
    "to",
    "in order to",
    "so as to",
    "so that",
    "for",
];
/// The labels of the three questions, as a person may type them.
const LABELS: &[(&str, Question)] = &[
    ("j apporte", Question::Bring),
    ("i bring", Question::Bring),
    ("j etonne", Question::Astonish),
    ("i astonish", Question::Astonish),
    ("j eclaire", Question::Clarify),
    ("i clarify", Question::Clarify),
];
const VERBS: &[(Question, &[&str])] = &[
    (
        Question::Bring,
        &[
            "apporter",
            "amener",
            "montrer",
            "presenter",
            "donner",
            "offrir",
            "remettre",
            "livrer",
            "proposer",
            "partager",
            "envoyer",
            "transmettre",
            "fournir",
            "bring",
            "show",
            "give",
            "offer",
            "present",
            "deliver",
            "share",
            "hand",
            "send",
            "provide",
            "propose",
        ],
    ),
    (
        Question::Astonish,
        &[
            "etonner",
            "surprendre",
            "epater",
            "bluffer",
            "emerveiller",
            "impressionner",
            "devoiler",
            "astonish",
            "surprise",
            "amaze",
            "impress",
            "wow",
            "delight",
            "unveil",
        ],
    ),
    (
        Question::Clarify,
        &[
            "clarifier",
            "comprendre",
            "eclaircir",
            "eclairer",
            "cerner",
            "preciser",
            "questionner",
            "demander",
            "savoir",
            "verifier",
            "definir",
            "ecouter",
            "explorer",
            "identifier",
            "qualifier",
            "clarify",
            "understand",
            "ask",
            "know",
            "learn",
            "check",
            "define",
            "explore",
            "listen",
            "find",
            "figure",
            "identify",
            "qualify",
        ],
    ),
];
/// What stands before the verb and leaves it its meaning: "pour lui montrer", "to help them understand".
const BEFORE: &[&str] = &[
    "lui", "leur", "les", "le", "la", "l", "nous", "vous", "en", "y", "bien", "mieux", "enfin",
    "encore", "aider", "a", "them", "him", "her", "better", "finally", "help", "again", "us",
];
/// Words a question begins with.
const ASKING: &[&str] = &[
    "si",
    "qui",
    "quoi",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "comment",
    "pourquoi",
    "combien",
    "voir si",
    "whether",
    "how",
    "what",
    "why",
    "who",
    "which",
    "see whether",
    "see if",
];
const AND: &[&str] = &[
    "et", "and", "puis", "then", ",", ";", ", et", ", and", "et puis", "and then",
];

/// Where the purpose begins when one is introduced at `at`.
pub(crate) fn introduced(tokens: &Tokens, at: usize) -> Option<usize> {
    if label(tokens, at).is_some() {
        return Some(at);
    }
    let from = tokens.after(at, INTRODUCED)?;
    tokens.word(from)?;
    // "to the office" goes somewhere; "for the quote" is a purpose.
    let somewhere =
        tokens.is(at, &["to"]) && tokens.is(from, &["the", "my", "our", "their", "his", "her"]);
    (!somewhere).then_some(from)
}

/// Whether a word that tells the question stands at `at`, pronouns aside.
pub(crate) fn is_verb(tokens: &Tokens, at: usize) -> bool {
    verb(tokens, at).is_some()
}

/// One purpose: its tokens from what introduces it, those of its text, its question, and what is doubtful.
pub(crate) struct Purpose {
    pub(crate) tokens: Range<usize>,
    pub(crate) words: Range<usize>,
    pub(crate) question: Question,
    pub(crate) why: Option<Why>,
}

/// The purposes between `from`, where "pour" stands, and `until`: one, or several where another verb follows an "et".
pub(crate) fn purposes(tokens: &Tokens, from: usize, until: usize) -> Vec<Purpose> {
    let mut found = Vec::new();
    let mut start = from;
    while start < until {
        let words = introduced(tokens, start).unwrap_or(start);
        let end = (words + 1..until)
            .find(|at| parts(tokens, *at).is_some_and(|next| next < until))
            .unwrap_or(until);
        let next = parts(tokens, end).unwrap_or(until).max(end + 1);
        found.extend(purpose(tokens, start, words, end));
        start = if end == until { until } else { next };
    }
    found
}

/// Where the next purpose begins when an "et" at `at` parts two.
fn parts(tokens: &Tokens, at: usize) -> Option<usize> {
    let next = tokens.after(at, AND)?;
    let verb = introduced(tokens, next).unwrap_or(next);
    (label(tokens, next).is_some() || is_verb(tokens, verb)).then_some(next)
}

fn purpose(tokens: &Tokens, start: usize, words: usize, end: usize) -> Option<Purpose> {
    let labelled = label(tokens, words);
    let from = labelled.map_or(words, |(_, from)| from);
    let mut until = end;
    while until > from && tokens.is(until - 1, &[",", ";", ".", ":", "-", "–", "—", "…"]) {
        until -= 1;
    }
    let telling = (from..until).any(|at| {
        tokens
            .get(at)
            .is_some_and(|token| token.shape != Shape::Mark)
    });
    if !telling {
        return None;
    }
    let (question, why) = match labelled {
        Some((question, _)) => (question, None),
        None => question(tokens, from, until),
    };
    Some(Purpose {
        tokens: start..until,
        words: from..until,
        question,
        why,
    })
}

fn question(tokens: &Tokens, from: usize, until: usize) -> (Question, Option<Why>) {
    if let Some(question) = verb(tokens, from) {
        return (question, None);
    }
    let mut inside = from..until;
    let clear = tokens.is(from, &["make", "rendre", "help"])
        && inside
            .clone()
            .any(|at| tokens.is(at, &["clear", "clair", "claire", "clairs", "claires"]));
    let asks = tokens.after(from, ASKING).is_some() || inside.any(|at| tokens.is(at, &["?"]));
    if clear || asks {
        (Question::Clarify, None)
    } else {
        (Question::Bring, Some(Why::WhichQuestion))
    }
}

fn verb(tokens: &Tokens, at: usize) -> Option<Question> {
    // No more than a few words stand before a verb.
    let at = (at..at + 4).find(|at| !tokens.is(*at, BEFORE))?;
    let word = tokens.word(at)?;
    VERBS
        .iter()
        .find(|(_, verbs)| verbs.contains(&word))
        .map(|(question, _)| *question)
}

fn label(tokens: &Tokens, at: usize) -> Option<(Question, usize)> {
    LABELS
        .iter()
        .find_map(|(words, question)| Some((*question, tokens.after(at, &[words])?)))
}
