//! A sentence in words, numbers and marks.

use std::ops::Range;

use domain::{Language, fold};

use crate::LONGEST;

/// One word, number or mark.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// Its bytes in the sentence.
    pub(crate) range: Range<usize>,
    /// How it is compared.
    pub(crate) folded: String,
    /// What it is.
    pub(crate) shape: Shape,
    /// Whether nothing stands between it and the one before.
    pub(crate) glued: bool,
    /// Whether a hyphen or an apostrophe joins it to the one before.
    pub(crate) joined: bool,
    /// Whether it needs no understanding: looked up once, and asked of again and again.
    pub(crate) glue: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Word,
    /// Digits of ASCII, and how many; a value too great is [`u32::MAX`], which is no day and no hour.
    Number {
        value: u32,
        digits: usize,
    },
    Mark,
}

/// The tokens of a sentence, looked at from anywhere; beyond the end there is nothing.
pub(crate) struct Tokens {
    all: Vec<Token>,
    /// What most words speak.
    pub(crate) language: Language,
}

impl Tokens {
    /// Hyphens and apostrophes within a word part it and are no tokens: `après-demain` is two words, `l'atelier` too.
    pub(crate) fn of(text: &str, hint: Language) -> Self {
        let mut all: Vec<Token> = Vec::new();
        let mut chars = text.char_indices().peekable();
        let mut end = 0;
        let mut letter_before = false;
        let mut joined = false;
        while let Some((from, first)) = chars.next() {
            if from >= LONGEST {
                break;
            }
            let mut until = from + first.len_utf8();
            // A mark that combines with nothing is nothing, as folding has it.
            if is_combining(first) {
                end = if end == from { until } else { end };
                continue;
            }
            let mut take = |same: fn(char) -> bool| {
                while let Some((at, next)) = chars.next_if(|(_, next)| same(*next)) {
                    until = at + next.len_utf8();
                }
            };
            let shape = if first.is_whitespace() {
                letter_before = false;
                continue;
            } else if first.is_ascii_digit() {
                take(|c| c.is_ascii_digit());
                let digits = text.get(from..until).unwrap_or_default();
                Shape::Number {
                    value: digits.parse().unwrap_or(u32::MAX),
                    digits: digits.len(),
                }
            } else if is_letter(first) {
                take(is_letter);
                Shape::Word
            } else {
                let joins = letter_before
                    && matches!(first, '-' | '\'' | '’' | 'ʼ' | '\u{2010}' | '\u{2011}')
                    && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
                letter_before = false;
                if joins {
                    joined = true;
                    continue;
                }
                Shape::Mark
            };
            letter_before = shape == Shape::Word;
            let folded = fold(text.get(from..until).unwrap_or_default());
            all.push(Token {
                glued: !all.is_empty() && end == from,
                joined: std::mem::take(&mut joined),
                glue: crate::speech::holds_together(shape, &folded),
                folded,
                range: from..until,
                shape,
            });
            end = until;
        }
        let language = crate::speech::spoken(&all, hint);
        Self { all, language }
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    /// The word at `at` as it is compared; nothing for numbers and marks.
    pub(crate) fn word(&self, at: usize) -> Option<&str> {
        let token = self.get(at)?;
        (token.shape == Shape::Word).then_some(token.folded.as_str())
    }

    /// The number at `at`, in digits.
    pub(crate) fn digits(&self, at: usize) -> Option<u32> {
        match self.get(at)?.shape {
            Shape::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    /// How many digits the number at `at` has; none when it is no number.
    pub(crate) fn width(&self, at: usize) -> usize {
        match self.get(at).map(|token| token.shape) {
            Some(Shape::Number { digits, .. }) => digits,
            _ => 0,
        }
    }

    /// Whether the token at `at` is one of these words or marks.
    pub(crate) fn is(&self, at: usize, any: &[&str]) -> bool {
        self.get(at)
            .is_some_and(|token| any.contains(&token.folded.as_str()))
    }

    /// Whether it is one of these, with nothing before it.
    pub(crate) fn glued(&self, at: usize, any: &[&str]) -> bool {
        self.is(at, any) && self.get(at).is_some_and(|token| token.glued)
    }

    /// Where the words of `any` that stand at `at` end; the longest of them.
    pub(crate) fn after(&self, at: usize, any: &[&str]) -> Option<usize> {
        any.iter().filter_map(|words| self.follow(at, words)).max()
    }

    /// Nearly every answer is no, at the first letters.
    fn follow(&self, at: usize, words: &str) -> Option<usize> {
        let (mut left, mut end) = (words, at);
        loop {
            left = left.strip_prefix(self.get(end)?.folded.as_str())?;
            end += 1;
            if left.is_empty() {
                return Some(end);
            }
            left = left.strip_prefix(' ')?;
        }
    }

    /// After `any` of these when they stand there, else `at` itself.
    pub(crate) fn skip(&self, at: usize, any: &[&str]) -> usize {
        self.after(at, any).unwrap_or(at)
    }

    /// The bytes of some tokens, from the first to the last.
    pub(crate) fn range(&self, tokens: &Range<usize>) -> Range<usize> {
        let from = self.get(tokens.start).map_or(0, |token| token.range.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.get(last));
        from..last.map_or(from, |token| token.range.end).max(from)
    }

    pub(crate) fn is_french(&self) -> bool {
        self.language == Language::Fr
    }
}

/// Letters and the marks that combine with them (text that came decomposed).
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining(c)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
