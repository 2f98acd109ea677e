//! How one meets, guessed from what a calendar says: iCalendar has no word for it.

use domain::{Kind, Link, fold};

/// Video when there is a link, phone when the words say so, in person when there is a place, else unknown.
pub(crate) fn kind(link: Option<&Link>, title: &str, place: &str, mentions_tel: bool) -> Kind {
    if link.is_some() {
        return Kind::Video;
    }
    if mentions_tel || speaks_of_phone(title) || speaks_of_phone(place) {
        return Kind::Phone;
    }
    // A place that is an address of the web is no place one goes to.
    let is_somewhere = !place.is_empty() && !place.contains("://");
    if is_somewhere {
        Kind::InPerson
    } else {
        Kind::Other
    }
}

fn speaks_of_phone(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "tel",
        "telephone",
        "telephonique",
        "telephoner",
        "phone",
        "appel",
        "appeler",
        "rappeler",
        "call",
        "audioconference",
    ];
    let words = text.split(|c: char| !c.is_alphanumeric());
    // Only words that may be one of them are worth unfolding.
    let likely = words.filter(|word| {
        matches!(
            word.bytes().next().map(|byte| byte.to_ascii_lowercase()),
            Some(b't' | b'p' | b'a' | b'r' | b'c')
        )
    });
    let mut known = likely.map(fold);
    known.any(|word| {
        WORDS.contains(&word.as_str()) || word == "coup" && fold(text).contains("coup de fil")
    })
}
