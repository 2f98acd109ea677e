use std::fmt::Write;

use chrono::NaiveDateTime;
use domain::{Kind, Language, Workdays};
use phrase::{Context, Meaning, Part, Person, Question, Reading, Roster, Why, read};

use crate::{client, contact};

const CORPUS: &str = include_str!("corpus.txt");

/// A sentence of the corpus, and when it is typed.
struct Sentence {
    line: usize,
    now: NaiveDateTime,
    language: Language,
    text: &'static str,
    meaning: &'static str,
}

fn corpus() -> (Roster, Vec<Sentence>) {
    let (mut people, mut sentences) = (Vec::new(), Vec::new());
    let mut when = None;
    let mut text = None;
    for (line, content) in (1..).zip(CORPUS.lines()) {
        if let Some(meaning) = content.strip_prefix("  =") {
            let (now, language) = when.expect("a sentence is typed at some time");
            sentences.push(Sentence {
                line,
                now,
                language,
                text: text.take().expect("a meaning follows its sentence"),
                meaning: meaning.trim(),
            });
        } else if let Some(name) = content.strip_prefix("client ") {
            people.push(client(name));
        } else if let Some(name) = content.strip_prefix("contact ") {
            people.push(contact(name));
        } else if let Some(head) = content.strip_prefix("@ ") {
            let (now, language) = head.split_once(' ').expect("a time and a language");
            let language = match language {
                "fr" => Language::Fr,
                _ => Language::En,
            };
            when = Some((crate::at(now), language));
        } else if !content.is_empty() && !content.starts_with('#') {
            assert!(text.replace(content).is_none(), "line {line}: no meaning");
        }
    }
    (Roster::new(people), sentences)
}

#[test]
fn every_sentence_of_the_corpus_means_what_it_says_there() {
    let (known, sentences) = corpus();
    let workdays = Workdays::default();
    let mut wrong = String::new();
    for sentence in &sentences {
        let at = Context {
            now: sentence.now,
            language: sentence.language,
            known: &known,
            workdays: &workdays,
        };
        let meaning = shown(sentence.text, &read(sentence.text, &at));
        if meaning != sentence.meaning {
            let Sentence {
                line,
                text,
                meaning: asked,
                ..
            } = sentence;
            writeln!(wrong, "{line}: {text}\n  - {asked}\n  + {meaning}").expect("a text grows");
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n{wrong}");
}

#[test]
fn the_corpus_is_large_and_a_good_part_of_it_is_doubtful_or_wrong() {
    let (_, sentences) = corpus();
    let doubtful = |sentence: &&Sentence| {
        let meaning = sentence.meaning;
        meaning.contains("! ") || meaning.contains("? ")
    };
    assert!(sentences.len() >= 220, "{} sentences", sentences.len());
    let doubtful = sentences.iter().filter(doubtful).count();
    assert!(doubtful >= 45, "{doubtful} doubtful ones");
}

/// A reading as the corpus writes it.
fn shown(text: &str, reading: &Reading) -> String {
    let chips = reading.chips.iter().map(|chip| meaning(&chip.meaning));
    let unknown = reading
        .unknown
        .iter()
        .map(|range| format!("? {}", &text[range.clone()]));
    let doubts = reading.doubts.iter().map(|doubt| match &doubt.why {
        Why::AlsoAName(_) => "! AlsoAName".to_owned(),
        Why::Near(near) => format!("! {near:?}"),
        why => format!("! {why:?}"),
    });
    let all: Vec<String> = chips.chain(unknown).chain(doubts).collect();
    all.join(" · ")
}

fn meaning(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Kind(kinds) => any(kinds, "no kind", |kind| match kind {
            Kind::Phone => "phone".to_owned(),
            Kind::Video => "video".to_owned(),
            Kind::InPerson => "in-person".to_owned(),
            Kind::Other => "other".to_owned(),
        }),
        Meaning::Day { dates, part } => {
            let part = part.map(|part| format!("+{}", name(part)));
            any(dates, "no day", ToString::to_string) + &part.unwrap_or_default()
        }
        Meaning::Part(part) => name(*part).to_owned(),
        Meaning::Hour(times) => any(times, "no hour", |time| time.format("%H:%M").to_string()),
        Meaning::Moment(at) => at.format("%Y-%m-%dT%H:%M").to_string(),
        Meaning::Length(None) => "no length".to_owned(),
        Meaning::Length(Some(minutes)) => format!("{minutes} min"),
        Meaning::Who(people) => {
            let names = any(people, "nobody", |person: &Person| person.name.clone());
            format!("with {names}")
        }
        Meaning::Reason { question, text } => {
            let question = match question {
                Question::Bring => "bring",
                Question::Astonish => "astonish",
                Question::Clarify => "clarify",
            };
            format!("{question}: {text}")
        }
    }
}

fn any<T>(values: &[T], none: &str, shown: impl Fn(&T) -> String) -> String {
    if values.is_empty() {
        return none.to_owned();
    }
    let all: Vec<String> = values.iter().map(shown).collect();
    all.join("/")
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Morning => "morning",
        Part::Afternoon => "afternoon",
        Part::Evening => "evening",
    }
}
