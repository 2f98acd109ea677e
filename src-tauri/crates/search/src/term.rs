//! Words as terms of the index.
//!
//! A term is three signs and a text: the kind, the weight, whether the text is a whole word (`w`) or the beginning of
//! one (`b`). Each kind so has lists of its own, and a beginning that was typed is one list to read.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::document::{Document, Kind, Weight};

/// How long the beginnings are that have a list of their own, in letters; longer ones are few words each.
const LETTERS: usize = 4;
/// The same of numbers: every one is another word, so that longer beginnings are still many.
const DIGITS: usize = 8;
/// Between the terms of a document.
const BREAK: char = '\n';

/// Whether a word or its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Whole,
    Beginning,
}

/// The term of a text.
pub(crate) fn term(kind: Kind, weight: Weight, form: Form, text: &str) -> String {
    let mut term = String::with_capacity(3 + text.len());
    push(&mut term, kind, weight, form, text);
    term
}

fn push(terms: &mut String, kind: Kind, weight: Weight, form: Form, text: &str) {
    terms.push(match kind {
        Kind::Client => 'c',
        Kind::Contact => 'p',
        Kind::Touchpoint => 't',
        Kind::File => 'f',
    });
    terms.push(match weight {
        Weight::Name => 'n',
        Weight::Line => 'l',
        Weight::Text => 't',
    });
    terms.push(match form {
        Form::Whole => 'w',
        Form::Beginning => 'b',
    });
    terms.push_str(text);
}

/// Whether a beginning has a list of its own.
pub(crate) fn is_listed(beginning: &str) -> bool {
    let length = beginning.chars().count();
    length <= LETTERS || (length <= DIGITS && beginning.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The terms of a document, as the text [`Terms`] reads.
pub(crate) fn terms(document: &Document) -> String {
    let mut terms = String::new();
    for entry in document.entries() {
        let (kind, weight) = (document.kind, entry.weight);
        if entry.whole {
            push(&mut terms, kind, weight, Form::Whole, &entry.text);
            terms.push(BREAK);
        }
        for (at, c) in entry.text.char_indices() {
            let beginning = &entry.text[..at + c.len_utf8()];
            if !is_listed(beginning) {
                break;
            }
            push(&mut terms, kind, weight, Form::Beginning, beginning);
            terms.push(BREAK);
        }
    }
    terms
}

/// Reads what [`terms`] wrote.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms;

impl Tokenizer for Terms {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream {
            left: text.split_terminator(BREAK),
            token: Token::default(),
        }
    }
}

pub(crate) struct Stream<'a> {
    left: std::str::SplitTerminator<'a, char>,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let Some(next) = self.left.next() else {
            return false;
        };
        self.token.text.clear();
        self.token.text.push_str(next);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
