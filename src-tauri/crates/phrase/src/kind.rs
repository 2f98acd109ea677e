//! How one meets.

use domain::Kind;

use crate::Why;
use crate::piece::{Hit, What};
use crate::token::Tokens;

const VIDEO: &[&str] = &[
    "visio",
    "visios",
    "visioconference",
    "visioconf",
    "video",
    "videoconference",
    "video conference",
    "videocall",
    "teams",
    "microsoft teams",
    "zoom",
    "webex",
    "skype",
    "facetime",
    "google meet",
];
const PHONE: &[&str] = &[
    "tel",
    "telephone",
    "telephoner",
    "telephoner a",
    "telephonique",
    "appel",
    "appeler",
    "appelle",
    "rappeler",
    "rappel",
    "coup de fil",
    "coup de telephone",
    "phone",
    "phone call",
    "telephone call",
    "call",
    "call back",
    "ring",
    "ring up",
];
const IN_PERSON: &[&str] = &[
    "visite",
    "visiter",
    "visit",
    "sur place",
    "en personne",
    "presentiel",
    "deplacement",
    "face a face",
    "in person",
    "on site",
    "onsite",
    "face to face",
];
/// What may stand between the two words of one way: "appel en visio", "rendez-vous par téléphone".
const BY: &[&str] = &["en", "par", "sur", "via", "on", "by", "over", "au"];

/// A way of meeting at `at`. A video call is a call by video: the word that says more wins.
pub(crate) fn kind(tokens: &Tokens, at: usize) -> Option<Hit> {
    let (mut kinds, mut end) = single(tokens, at)?;
    while let Some((next, until)) = single(tokens, end)
        .or_else(|| single(tokens, tokens.after(end, BY)?))
        .filter(|(next, _)| joined(&kinds, next).is_some())
    {
        kinds = joined(&kinds, &next)?;
        end = until;
    }
    // "tél." is written with its dot.
    if tokens.is(at, &["tel"]) && end == at + 1 && tokens.glued(end, &["."]) {
        end += 1;
    }
    let several = kinds.len() > 1;
    let hit = Hit::new(end, What::Kind(kinds));
    Some(if several {
        hit.doubted(Why::WhichKind)
    } else {
        hit
    })
}

fn single(tokens: &Tokens, at: usize) -> Option<(Vec<Kind>, usize)> {
    let found = [
        (VIDEO, Kind::Video),
        (PHONE, Kind::Phone),
        (IN_PERSON, Kind::InPerson),
    ]
    .into_iter()
    .filter_map(|(words, kind)| Some((tokens.after(at, words)?, kind)))
    .max_by_key(|(end, _)| *end);
    if let Some((end, kind)) = found {
        return Some((vec![kind], end));
    }
    // "meet Dupont" is a verb, "on Meet" a service; only a French sentence has no such verb.
    tokens.is(at, &["meet"]).then(|| {
        let before = at.checked_sub(1);
        let service = tokens.is_french() || before.is_some_and(|before| tokens.is(before, BY));
        let kinds = if service {
            vec![Kind::Video]
        } else {
            vec![Kind::Video, Kind::InPerson]
        };
        (kinds, at + 1)
    })
}

/// Two words that say one way: the same twice, or a call and what it goes by.
fn joined(first: &[Kind], second: &[Kind]) -> Option<Vec<Kind>> {
    match (first, second) {
        (one, other) if one == other => Some(one.to_vec()),
        ([Kind::Phone], [Kind::Video]) | ([Kind::Video], [Kind::Phone]) => Some(vec![Kind::Video]),
        // "meet in person", "meet by video".
        ([Kind::Video, Kind::InPerson], [one @ (Kind::Video | Kind::InPerson)]) => Some(vec![*one]),
        _ => None,
    }
}
