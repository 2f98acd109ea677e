//! The mail that is opened to be sent by hand, as a `mailto:` address (RFC 6068).

use domain::{Departure, Link, Mailbox, Method};

use super::said;
use crate::house::House;

/// A mail to be opened. Nothing is sent by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// `mailto:…`, short enough for any mail program to open it.
    pub url: String,
    /// Addresses there was no room for: they are in the file.
    pub left_out: usize,
}

/// How much of the address the people may take, in bytes; the words have the rest.
const PEOPLE_MOST: usize = Link::URL_MOST / 2;
/// How much the subject may take.
const SUBJECT_MOST: usize = Link::URL_MOST / 5;

/// The mail that says what a departure tells: when, how to join, and why. `file` is what is to be attached.
pub(super) fn draft(house: &House, told: &Departure, title: &str, why: &str, file: &str) -> Draft {
    let words = house.words();
    let when = told
        .told
        .slot
        .map_or_else(String::new, |slot| said::when(house, slot));
    let (subject, opening) = match told.what {
        Method::Request => ("departure-mail-subject", "departure-mail-opening"),
        Method::Cancel if told.uninvites => (
            "departure-mail-uninvite-subject",
            "departure-mail-uninvite-opening",
        ),
        Method::Cancel => (
            "departure-mail-cancel-subject",
            "departure-mail-cancel-opening",
        ),
    };
    let args = [("title", title.into()), ("when", when.into())];
    let mut lines = vec![words.say(opening, &args).replace('\n', "\r\n")];
    if told.what == Method::Request {
        let where_to = [&told.told.place, &told.told.link];
        lines.extend(
            where_to
                .into_iter()
                .filter(|line| !line.is_empty())
                .cloned(),
        );
        if !why.is_empty() {
            lines.push(String::new());
            lines.push(why.replace('\n', "\r\n"));
        }
    }
    lines.push(String::new());
    lines.push(words.say("departure-mail-attached", &[("file", file.into())]));
    let (to, left_out) = people(&told.to);
    let mut url = format!("mailto:{to}?subject=");
    let most = url.len() + SUBJECT_MOST;
    push(&mut url, &words.say(subject, &args), most);
    url.push_str("&body=");
    push(&mut url, &lines.join("\r\n"), Link::URL_MOST);
    Draft { url, left_out }
}

/// As many addresses as there is room for, and how many there was none for.
fn people(to: &[Mailbox]) -> (String, usize) {
    let mut people = String::new();
    for (at, one) in to.iter().enumerate() {
        let before = people.len();
        if at > 0 {
            people.push(',');
        }
        let whole = push(&mut people, &one.email, usize::MAX);
        if people.len() > PEOPLE_MOST || !whole {
            people.truncate(before);
            return (people, to.len() - at);
        }
    }
    (people, 0)
}

/// Adds a text, percent-encoded, while the whole is at most `most` bytes long; says whether all of it went in. A character
/// goes in whole or not at all.
fn push(url: &mut String, text: &str, most: usize) -> bool {
    for c in text.chars() {
        let mut buffer = [0; 4];
        let encoded: String = c.encode_utf8(&mut buffer).bytes().map(encoded).collect();
        if url.len() + encoded.len() > most {
            return false;
        }
        url.push_str(&encoded);
    }
    true
}

/// RFC 3986's unreserved characters and the `@` stand for themselves, nothing else: a `+` is a blank to some programs.
fn encoded(byte: u8) -> String {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    }
}
