use std::sync::LazyLock;

use domain::{Language, Workdays};
use phrase::{Context, LONGEST, Meaning, Reading, Roster, read};
use proptest::prelude::*;

use crate::{at, roster};

/// Words of both languages, numbers and marks: what a sentence is made of, in an order nobody thought of.
const WORDS: &[&str] = &[
    "visio",
    "tel",
    "tél.",
    "visite",
    "call",
    "video",
    "meet",
    "on site",
    "Dupont",
    "Leroy",
    "Mme",
    "M.",
    "Emma Smith",
    "Zorglub",
    "avec",
    "with",
    "chez",
    "demain",
    "après-demain",
    "lundi",
    "mar",
    "mar.",
    "mon",
    "next",
    "prochain",
    "mardi en huit",
    "le",
    "the",
    "12",
    "12/05",
    "31/02",
    "12th",
    "mai",
    "May",
    "2027",
    "99999999999",
    "dans",
    "in",
    "3",
    "trois",
    "vingt et un",
    "jours",
    "jours ouvrés",
    "working days",
    "weeks",
    "mois",
    "months",
    "years",
    "ans",
    "une quinzaine",
    "à",
    "at",
    "from",
    "to",
    "de",
    "14h",
    "14h30",
    "2h",
    "1,5h",
    ":",
    "30",
    "2pm",
    "p.m.",
    "half past",
    "quarter",
    "midi",
    "minuit",
    "noon",
    "et demie",
    "moins le quart",
    "avant",
    "before",
    "sauf",
    "pendant",
    "for",
    "min",
    "heures",
    "hours",
    "demi-heure",
    "pour",
    "afin de",
    "clarifier",
    "show",
    "surprendre",
    "et",
    "and",
    "?",
    "-",
    "–",
    "/",
    ",",
    ".",
    "'",
    "’",
    "l'",
    "😀",
    "é",
    "e\u{301}te\u{301}",
    "\u{a0}",
    "matin",
    "du soir",
    "tonight",
    "week-end",
    "semaine prochaine",
    "next month",
    "j'apporte",
    "o'clock",
    "huit",
    "d'ici",
    "jusqu'à",
];

fn sentence() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(prop::sample::select(WORDS), 0..14);
    let gap = prop::sample::select(vec![" ", " ", " ", "", "-", "\u{202f}"]);
    (words, gap).prop_map(|(words, gap)| words.join(gap))
}

fn read_at(text: &str, now: chrono::NaiveDateTime, language: Language) -> Reading {
    // Made once: a law reads tens of thousands of sentences.
    static KNOWN: LazyLock<Roster> = LazyLock::new(roster);
    static WORKDAYS: LazyLock<Workdays> = LazyLock::new(Workdays::default);
    let at = Context {
        now,
        language,
        known: &*KNOWN,
        workdays: &WORKDAYS,
    };
    read(text, &at)
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(vec![Language::Fr, Language::En])
}

prop_compose! {
    fn any_now()(day in 0_i64..200_000, minute in 0_i64..1440) -> chrono::NaiveDateTime {
        at("1900-01-01T00:00") + chrono::Duration::days(day) + chrono::Duration::minutes(minute)
    }
}

fn holds(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    let mut ranges: Vec<_> = reading
        .chips
        .iter()
        .map(|chip| chip.range.clone())
        .collect();
    prop_assert!(
        ranges.is_sorted_by_key(|range| range.start),
        "chips in the order of the sentence"
    );
    ranges.extend(reading.unknown.iter().cloned());
    ranges.sort_by_key(|range| range.start);
    for range in &ranges {
        prop_assert!(
            text.get(range.clone())
                .is_some_and(|words| !words.is_empty()),
            "{range:?}"
        );
    }
    for pair in ranges.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{pair:?} overlap");
    }
    prop_assert!(reading.doubts.is_sorted_by_key(|doubt| doubt.range.start));
    for doubt in &reading.doubts {
        prop_assert!(
            reading.chips.iter().any(|chip| chip.range == doubt.range),
            "{doubt:?} is about a chip"
        );
    }
    for chip in &reading.chips {
        // Whatever has not exactly one meaning is said to be doubtful.
        let meanings = match &chip.meaning {
            Meaning::Kind(kinds) => kinds.len(),
            Meaning::Day { dates, .. } => dates.len(),
            Meaning::Hour(times) => times.len(),
            Meaning::Who(people) => people.len(),
            Meaning::Length(None) => 0,
            _ => 1,
        };
        let doubted = reading.doubts.iter().any(|doubt| doubt.range == chip.range);
        prop_assert!(
            meanings == 1 || doubted,
            "{chip:?} has {meanings} meanings and no doubt"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_text_is_read_and_what_is_read_lies_within_it(
        text in "[\\s\\S]{0,60}", now in any_now(), language in any_language(),
    ) {
        holds(&text, &read_at(&text, now, language))?;
    }

    #[test]
    fn any_row_of_our_words_is_read_and_its_ranges_keep_apart(
        text in sentence(), now in any_now(), language in any_language(),
    ) {
        let reading = read_at(&text, now, language);
        holds(&text, &reading)?;
        prop_assert_eq!(reading, read_at(&text, now, language), "twice the same");
    }
}

proptest! {
    // Several readings a case.
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_choice_that_is_taken_leaves_one_value_and_no_question_of_its_own(
        text in sentence(), now in any_now(), language in any_language(), chip in 0_usize..8, at in 0_usize..4,
    ) {
        let before = read_at(&text, now, language);
        let mut after = before.clone();
        if !after.choose(chip, at) {
            prop_assert_eq!(before, after, "what cannot be chosen changes nothing");
            return Ok(());
        }
        let about = after.chips[chip].range.clone();
        let asked = |doubt: &phrase::Doubt| doubt.range == about && doubt.why.is_answered_by_choice();
        prop_assert!(!after.doubts.iter().any(asked));
        let mut again = after.clone();
        let reason = matches!(after.chips[chip].meaning, Meaning::Reason { .. });
        prop_assert!(reason || again.choose(chip, 0), "the value that is left can be chosen again");
        prop_assert!(reason || !again.choose(chip, 1), "and is the only one");
        let others = |reading: &Reading| {
            let chips = reading.chips.iter().enumerate().filter(|(n, _)| *n != chip);
            chips.map(|(_, one)| one.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&before), others(&after), "the rest stays");
    }

    #[test]
    fn case_and_accents_do_not_matter(text in sentence(), now in any_now(), language in any_language()) {
        let meant = meanings(&read_at(&text, now, language));
        let loud = text.to_uppercase();
        prop_assert_eq!(&meant, &meanings(&read_at(&loud, now, language)), "{}", loud);
        let plain = domain::fold(&text);
        prop_assert_eq!(&meant, &meanings(&read_at(&plain, now, language)), "{}", plain);
    }
}

/// What is meant, whatever the words look like.
fn meanings(reading: &Reading) -> (Vec<String>, usize, Vec<String>) {
    let chips = reading.chips.iter().map(|chip| match &chip.meaning {
        Meaning::Reason { question, text } => format!("{question:?} {}", domain::fold(text)),
        other => format!("{other:?}"),
    });
    let doubts = reading
        .doubts
        .iter()
        .map(|doubt| format!("{:?}", doubt.why));
    (chips.collect(), reading.unknown.len(), doubts.collect())
}

#[test]
fn the_clock_may_stand_at_either_end_of_time() {
    for now in [chrono::NaiveDateTime::MIN, chrono::NaiveDateTime::MAX] {
        for text in WORDS {
            for other in [
                "",
                " prochain",
                " 3",
                " 3 jours",
                " 12 mai",
                " semaine prochaine",
                " huit",
            ] {
                for first in ["", "le ", "dans ", "next ", "mardi "] {
                    let text = format!("{first}{text}{other}");
                    read_at(&text, now, Language::Fr);
                    read_at(&text, now, Language::En);
                }
            }
        }
    }
}

#[test]
fn a_novel_is_read_as_far_as_a_sentence_goes_and_the_rest_is_unknown() {
    let text = "visio Dupont demain pour clarifier le budget et à à à 14h, ".repeat(2_000);
    let reading = read_at(&text, at("2026-11-25T09:12"), Language::Fr);
    let last = reading
        .unknown
        .last()
        .expect("the rest is said to be unknown");
    assert_eq!(last.end, text.trim_end().len());
    assert!(
        last.start <= LONGEST + 100,
        "and begins where reading ended"
    );
}
