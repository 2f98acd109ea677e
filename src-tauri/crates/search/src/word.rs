//! Texts as words: folded, with where each stands, and with the longer words they make together.

use std::ops::Range;

use domain::fold;

/// The longest word that is told apart, in folded characters; what follows is not looked at.
const WORD_MOST: usize = 40;
/// The fewest digits that make a number when they stand in several groups.
const NUMBER_LEAST: usize = 4;
/// French words that lose their vowel before another one, and then belong to it.
const ELIDED: [&str; 13] = [
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
];

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Without accents and case.
    pub(crate) folded: String,
    /// Its bytes in the text.
    pub(crate) at: Range<usize>,
    /// How the next one hangs on it.
    pub(crate) glue: Glue,
    /// Whether it is what is left of a word before an apostrophe: the `l` of `l'atelier`.
    pub(crate) elided: bool,
}

/// How two neighbours hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glue {
    /// They do not.
    Loose,
    /// By an apostrophe or a hyphen: `Jean-Pierre`, `O'Brien`.
    Tight,
    /// Groups of digits, as numbers are written: `02 38 00 00 00`.
    Digits,
}

impl Word {
    pub(crate) fn is_number(&self) -> bool {
        self.folded.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut begin: Option<usize> = None;
    let ends = text.char_indices().map(|(at, c)| (at, is_letter(c)));
    for (at, letter) in ends.chain([(text.len(), false)]) {
        match (begin, letter) {
            (None, true) => begin = Some(at),
            (Some(from), false) => {
                begin = None;
                take(text, from..at, &mut found);
            }
            _ => {}
        }
    }
    found
}

fn take(text: &str, at: Range<usize>, found: &mut Vec<Word>) {
    let folded: String = fold(&text[at.clone()]).chars().take(WORD_MOST).collect();
    if folded.is_empty() {
        return;
    }
    let mut word = Word {
        folded,
        at,
        glue: Glue::Loose,
        elided: false,
    };
    if let Some(before) = found.last_mut() {
        let between = &text[before.at.end..word.at.start];
        before.glue = glue(before, between, &word);
        before.elided = before.glue == Glue::Tight
            && between.chars().all(is_apostrophe)
            && ELIDED.contains(&before.folded.as_str());
        // The vowel it lost is the one the next word begins with: an initial is none of these.
        word.elided = false;
    }
    found.push(word);
}

fn glue(before: &Word, between: &str, next: &Word) -> Glue {
    let mut chars = between.chars();
    let (first, rest) = (chars.next(), chars.count());
    let tight = first.is_some_and(|c| is_apostrophe(c) || is_hyphen(c)) && rest == 0;
    let digits = before.is_number() && next.is_number();
    let spaced = rest <= 1 && between.chars().all(stands_between_digits);
    match (digits, spaced, tight) {
        (true, true, _) => Glue::Digits,
        (false, _, true) => Glue::Tight,
        _ => Glue::Loose,
    }
}

fn is_letter(c: char) -> bool {
    // A modifier letter, but written for an apostrophe.
    c != 'ʼ' && (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn stands_between_digits(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '(' | ')') || is_hyphen(c)
}

/// Neighbours that hang together: two or more words of a text, and the one word they make.
pub(crate) struct Run {
    /// Which of the words.
    pub(crate) of: Range<usize>,
    /// What they make together, the elided ones left out; empty when they make nothing.
    pub(crate) joined: String,
}

/// The runs of a text: every word is in exactly one, most are alone in theirs.
pub(crate) fn runs(words: &[Word]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let glue = words[from].glue;
        let mut until = from + 1;
        while until < words.len() && glue != Glue::Loose && words[until - 1].glue == glue {
            until += 1;
        }
        runs.push(Run {
            joined: joined(&words[from..until], glue),
            of: from..until,
        });
        from = until;
    }
    runs
}

fn joined(words: &[Word], glue: Glue) -> String {
    let whole: Vec<&str> = words
        .iter()
        .filter(|word| !word.elided)
        .map(|word| word.folded.as_str())
        .collect();
    if whole.len() < 2 {
        return String::new();
    }
    let joined: String = whole.concat().chars().take(WORD_MOST).collect();
    if glue == Glue::Digits && joined.len() < NUMBER_LEAST {
        return String::new();
    }
    joined
}

/// Whether `word` may be meant by `part` although one letter of it is wrong, missing, too many or out of turn
/// (a restricted Damerau-Levenshtein distance of one). The first letter is never the wrong one; numbers and short
/// words are never nearly right; of long ones the beginning may do.
pub(crate) fn nearly(part: &str, word: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (part.chars().collect(), word.chars().collect());
    if !may_be_wrong(part) || a.first() != b.first() {
        return false;
    }
    let lengths = a.len() - 1..=a.len() + 1;
    if begins_will_do(part) {
        lengths
            .filter(|length| *length <= b.len())
            .any(|length| one_apart(&a, &b[..length]))
    } else {
        lengths.contains(&b.len()) && one_apart(&a, &b)
    }
}

/// Whether a part is long enough to be mistyped, and no number.
pub(crate) fn may_be_wrong(part: &str) -> bool {
    const LEAST: usize = 4;
    part.chars().count() >= LEAST && !part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a mistyped part may stand for the beginning of a longer word.
pub(crate) fn begins_will_do(part: &str) -> bool {
    const LEAST: usize = 7;
    part.chars().count() >= LEAST
}

/// At most one letter replaced, inserted, left out, or two neighbours exchanged.
fn one_apart(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], rest) | (rest, []) => rest.len() <= 1,
        _ => {
            a[1..] == b[1..]
                || a[1..] == *b
                || *a == b[1..]
                || (a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn a_text_is_its_words_without_accents_case_and_ligatures() {
        assert_eq!(folded("Hélène Lefèvre"), ["helene", "lefevre"], "accents");
        assert_eq!(
            folded("ŒUVRE Straße Ægir"),
            ["oeuvre", "strasse", "aegir"],
            "ligatures"
        );
        assert_eq!(
            folded("He\u{301}le\u{300}ne"),
            ["helene"],
            "decomposed, as some phones write"
        );
        assert_eq!(
            folded("marie.dupont@sud.fr"),
            ["marie", "dupont", "sud", "fr"],
            "addresses"
        );
    }

    #[test]
    fn an_elided_article_belongs_to_its_word() {
        for text in ["l'Atelier", "L’Atelier", "Lʼatelier"] {
            let found = words(text);
            assert!(found[0].elided, "{text}: the article is elided");
            assert_eq!(found[1].folded, "atelier", "{text}");
            assert!(
                runs(&found)[0].joined.is_empty(),
                "{text} is one word, not a joined one"
            );
        }
        assert!(!words("O'Brien")[0].elided, "an initial is no article");
        assert_eq!(
            runs(&words("O'Brien"))[0].joined,
            "obrien",
            "and makes one word with its name"
        );
    }

    #[test]
    fn what_hangs_together_makes_one_word_too() {
        assert_eq!(
            runs(&words("Jean-Pierre"))[0].joined,
            "jeanpierre",
            "a hyphen"
        );
        let number = words("02 38.00-00\u{202f}00");
        assert_eq!(
            runs(&number)[0].joined,
            "0238000000",
            "a number in any spelling"
        );
        assert_eq!(
            runs(&words("Jean Pierre")).len(),
            2,
            "a space joins no letters"
        );
    }

    #[test]
    fn one_letter_may_be_wrong() {
        for (part, word) in [
            ("lefvre", "lefevre"),
            ("lefeevre", "lefevre"),
            ("lefavre", "lefevre"),
            ("lefevre", "lefever"),
            ("boulangr", "boulangerie"),
        ] {
            assert!(nearly(part, word), "{part} is nearly {word}");
        }
        for (part, word) in [
            ("mefevre", "lefevre"),
            ("lef", "lev"),
            ("0238", "0239"),
            ("lefvra", "lefevre"),
            ("mart", "marie"),
        ] {
            assert!(!nearly(part, word), "{part} is not nearly {word}");
        }
    }
}
