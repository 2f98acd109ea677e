//! With whom.

use crate::parse::says_something;
use crate::people::{is_slip, words};
use crate::piece::{Hit, What};
use crate::token::{Shape, Tokens};
use crate::{Near, People, Person, Who, Why, speech};

const TITLES: &[&str] = &[
    "m",
    "m .",
    "mr",
    "mr .",
    "mme",
    "mme .",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "dr",
    "dr .",
    "docteur",
    "doctor",
    "maitre",
    "mrs",
    "mrs .",
    "ms",
    "ms .",
    "miss",
    "mister",
    "prof",
    "prof .",
    "professeur",
    "professor",
];
/// What a name may begin with that is no word of its own: "Mme Le Goff".
const PARTICLES: &[&str] = &["le", "la", "de", "du", "d", "l", "van", "von", "el", "ben"];
/// Legal forms nobody types.
const FORMS: &[&str] = &[
    "sa", "sas", "sasu", "sarl", "eurl", "sci", "scop", "snc", "ltd", "llc", "inc", "gmbh",
];
/// The shortest beginning of a name that is taken for one, in letters.
const BEGINNING: usize = 3;

/// How the words of a sentence fit a name.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Fit {
    /// Where they end, in tokens.
    end: usize,
    /// How many words of the name they are.
    count: usize,
    /// How the last of them differs from the name's.
    near: Option<Near>,
    /// Whether nothing of the name is missing.
    whole: bool,
}

/// Somebody named at `at`, a title before the name counted in.
pub(crate) fn who(tokens: &Tokens, at: usize, people: &dyn People) -> Option<Hit> {
    let start = tokens.skip(at, TITLES);
    let titled = start > at && !says_something(tokens, start);
    let from = if titled { start } else { at };
    let mut fits = fits(tokens, from, people);
    let Some(count) = fits.iter().map(|(fit, _)| fit.count).max() else {
        return titled.then(|| stranger(tokens, start)).flatten();
    };
    fits.retain(|(fit, _)| fit.count == count);
    let near = fits.iter().map(|(fit, _)| fit.near).min()?;
    fits.retain(|(fit, _)| fit.near == near);
    if titled && fits.iter().any(|(_, person)| is_contact(person)) {
        fits.retain(|(_, person)| is_contact(person));
    }
    // A name of two words that was typed whole is not the beginning of a longer one.
    if count > 1 && fits.iter().any(|(fit, _)| fit.whole) {
        fits.retain(|(fit, _)| fit.whole);
    }
    fits.sort_by(|(fit, person), (other, second)| {
        (!fit.whole, &person.name).cmp(&(!other.whole, &second.name))
    });
    let end = fits.iter().map(|(fit, _)| fit.end).max()?;
    let whole = fits.iter().any(|(fit, _)| fit.whole);
    let mut found: Vec<Person> = fits.into_iter().map(|(_, person)| person).collect();
    found.dedup_by_key(|person| person.who);
    let several = found.len() > 1;
    let mut hit = Hit::new(
        end,
        What::Who {
            people: found,
            whole,
        },
    );
    if several {
        hit = hit.doubted(Why::SeveralPeople);
    }
    Some(match near {
        Some(near) => hit.doubted(Why::Near(near)),
        None => hit,
    })
}

/// Somebody whose name is written as it is, or who has a title: what "avec" says before a word that could be a time.
pub(crate) fn surely(tokens: &Tokens, at: usize, people: &dyn People) -> Option<Hit> {
    who(tokens, at, people)
        .filter(|hit| !hit.whys.iter().any(|why| matches!(why, Why::Near(_))))
        .filter(|hit| !hit.whys.contains(&Why::Stranger) || !says_something(tokens, at))
}

/// Everybody whose whole name stands at `at` and ends at `until` or before.
pub(crate) fn whole(tokens: &Tokens, at: usize, until: usize, people: &dyn People) -> Vec<Person> {
    fits(tokens, at, people)
        .into_iter()
        .filter(|(fit, _)| fit.whole && fit.near.is_none() && fit.end <= until)
        .map(|(_, person)| person)
        .collect()
}

fn fits(tokens: &Tokens, at: usize, people: &dyn People) -> Vec<(Fit, Person)> {
    // "Anne-Sophie" is not half a Sophie; "l'Orange" is Orange.
    let joined = tokens.get(at).is_some_and(|token| token.joined);
    if joined
        && at
            .checked_sub(1)
            .is_some_and(|before| !speech::is_glue(tokens, before))
    {
        return Vec::new();
    }
    let Some(first) = tokens.word(at).filter(|word| word.chars().count() > 1) else {
        return Vec::new();
    };
    people
        .about(first)
        .into_iter()
        .filter_map(|person| Some((fit(tokens, at, &words(&person.name))?, person)))
        .collect()
}

fn fit(tokens: &Tokens, at: usize, name: &[String]) -> Option<Fit> {
    let mut left: Vec<&str> = name.iter().map(String::as_str).collect();
    let (mut end, mut count, mut near, mut telling) = (at, 0, None, false);
    while near.is_none() {
        // "Durand & Fils", "Durand et fils"; what does not go on with the name ends it.
        let next = tokens.skip(end, &["&", ".", "et", "and"]);
        let next = if count == 0 { end } else { next };
        let Some(token) = tokens.get(next).filter(|token| token.shape != Shape::Mark) else {
            break;
        };
        let word = token.folded.as_str();
        let plain = !speech::is_glue(tokens, next);
        let inexact = plain
            && !tokens.is(next.saturating_sub(1), &["et", "and"])
            && !says_something(tokens, next)
            && token.shape == Shape::Word;
        let exact = left.iter().position(|name| *name == word);
        let begun = || {
            let begins = |name: &&str| name.starts_with(word);
            (inexact && word.chars().count() >= BEGINNING)
                .then(|| left.iter().position(begins))
                .flatten()
        };
        let slipped = || {
            inexact
                .then(|| left.iter().position(|name| is_slip(word, name)))
                .flatten()
        };
        let (index, how) = if let Some(index) = exact {
            (index, None)
        } else if let Some(index) = begun() {
            (index, Some(Near::Beginning))
        } else if let Some(index) = slipped() {
            (index, Some(Near::Slip))
        } else {
            break;
        };
        left.remove(index);
        near = how;
        telling |= plain;
        count += 1;
        end = next + 1;
    }
    left.retain(|word| !FORMS.contains(word));
    // "Jean-Marc" is not half a Jean; "Dupont's" is Dupont's.
    if tokens.get(end).is_some_and(|next| next.joined) && !tokens.is(end, &["s"]) {
        return None;
    }
    let whole = left.is_empty() && near.is_none();
    // "la" alone is an article, "la Poste" a name; "le Point" is one when nothing of it is missing.
    (count > 0 && (telling || whole && count > 1)).then_some(Fit {
        end,
        count,
        near,
        whole,
    })
}

/// A title and a name that nobody known has.
fn stranger(tokens: &Tokens, start: usize) -> Option<Hit> {
    let mut end = tokens.skip(start, PARTICLES);
    tokens.word(end)?;
    if speech::is_glue(tokens, end) || says_something(tokens, end) {
        return None;
    }
    end += 1;
    while tokens.get(end).is_some_and(|token| token.joined) {
        end += 1;
    }
    Some(
        Hit::new(
            end,
            What::Who {
                people: Vec::new(),
                whole: true,
            },
        )
        .doubted(Why::Stranger),
    )
}

fn is_contact(person: &Person) -> bool {
    matches!(person.who, Who::Contact(_))
}
