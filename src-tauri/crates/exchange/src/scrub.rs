//! A file as it came, without somebody: whole pieces and single lines go, words in others are replaced, and everything
//! else stays byte for byte. What records know of the file by its bytes is told where it stands now.

use std::borrow::Cow;

use crate::card::Order;
use crate::text::decode;
use crate::write::push_line;

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scrubbed {
    /// It stays as it came.
    Stays,
    /// It goes, its end included.
    Goes,
    /// It says this from now on.
    Becomes(String),
}

/// A piece of a file by its bytes: where it begins, and how long it is.
pub type Stretch = (u64, u64);

/// The file without the pieces in `gone`, each line that is left as `line` says; nothing when it comes out as it went in.
/// `pieces` are given back as they stand in the new file, in the same order; one that is gone is empty.
///
/// Lines of calendars and cards are given whole, unfolded (RFC 5545 §3.1, RFC 6350 §3.2), those of tables as they stand;
/// text is UTF-8, windows-1252 line by line, or UTF-16 with its mark. Pieces are taken to end where lines end.
pub fn scrubbed(
    bytes: &[u8],
    gone: &[Stretch],
    pieces: &[Stretch],
    line: &mut dyn FnMut(&str) -> Scrubbed,
) -> Option<(Vec<u8>, Vec<Stretch>)> {
    let whole = bytes.len();
    let end = |piece: &Stretch| clamped(piece.0.saturating_add(piece.1), whole);
    let mut cuts: Vec<usize> = vec![0, whole];
    for piece in gone.iter().chain(pieces) {
        cuts.extend([clamped(piece.0, whole), end(piece)]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    let coding = Coding::of(bytes);
    let mut out = Vec::with_capacity(whole);
    // Where each cut stands in what is written.
    let mut places = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let &[from, until] = pair else { continue };
        places.push((from, out.len()));
        let goes = gone
            .iter()
            .any(|piece| clamped(piece.0, whole) <= from && until <= end(piece));
        if !goes {
            coding.write(&bytes[from..until], line, &mut out);
        }
    }
    places.push((whole, out.len()));
    if out == bytes {
        return None;
    }
    let place = |at: usize| {
        let found = places.binary_search_by_key(&at, |(cut, _)| *cut);
        found.map_or(out.len(), |found| places[found].1)
    };
    let moved = pieces.iter().map(|piece| {
        let (from, until) = (place(clamped(piece.0, whole)), place(end(piece)));
        (from as u64, until.saturating_sub(from) as u64)
    });
    let moved = moved.collect();
    Some((out, moved))
}

fn clamped(at: u64, whole: usize) -> usize {
    usize::try_from(at).unwrap_or(whole).min(whole)
}

/// How the lines of a file are written.
struct Coding {
    wide: Option<Order>,
    /// Whether a line that begins with a space goes on with the one before.
    folds: bool,
}

impl Coding {
    fn of(bytes: &[u8]) -> Self {
        let wide = Order::of(bytes);
        let head = &bytes[..bytes.len().min(512)];
        let text = match &wide {
            Some((order, mark)) => {
                String::from_utf8_lossy(&order.read(&head[(*mark).min(head.len())..])).into_owned()
            }
            None => decode(head).into_owned(),
        };
        let first = text.trim_start_matches('\u{feff}').trim_start();
        let begins = first.get(..6).unwrap_or_default();
        Self {
            wide: wide.map(|(order, _)| order),
            folds: begins.eq_ignore_ascii_case("BEGIN:"),
        }
    }

    fn write(&self, piece: &[u8], line: &mut dyn FnMut(&str) -> Scrubbed, out: &mut Vec<u8>) {
        let Some(order) = &self.wide else {
            return self.lines(piece, line, out);
        };
        let text = order.read(piece);
        let mut now = Vec::with_capacity(text.len());
        self.lines(&text, line, &mut now);
        if now == text {
            out.extend_from_slice(piece);
        } else {
            out.extend(order.write(&String::from_utf8_lossy(&now)));
        }
    }

    fn lines(&self, piece: &[u8], line: &mut dyn FnMut(&str) -> Scrubbed, out: &mut Vec<u8>) {
        let mut rest = piece;
        while !rest.is_empty() {
            let mut length = end_of_line(rest);
            while self.folds && matches!(rest.get(length), Some(b' ' | b'\t')) {
                length += end_of_line(&rest[length..]);
            }
            let (raw, after) = rest.split_at(length);
            rest = after;
            match line(&self.unfolded(raw)) {
                Scrubbed::Stays => out.extend_from_slice(raw),
                Scrubbed::Goes => {}
                Scrubbed::Becomes(text) => self.put(&text, raw, out),
            }
        }
    }

    /// A line without its end and its folds.
    fn unfolded<'a>(&self, raw: &'a [u8]) -> Cow<'a, str> {
        let first = end_of_line(raw);
        if first == raw.len() {
            return decode(without_end(raw));
        }
        let mut whole = without_end(&raw[..first]).to_vec();
        let mut rest = &raw[first..];
        while !rest.is_empty() {
            let (part, after) = rest.split_at(end_of_line(rest));
            whole.extend_from_slice(&without_end(part)[1..]);
            rest = after;
        }
        Cow::Owned(decode(&whole).into_owned())
    }

    fn put(&self, text: &str, raw: &[u8], out: &mut Vec<u8>) {
        let ending = &raw[without_end(raw).len()..];
        let latin = std::str::from_utf8(raw).is_err();
        if latin || !self.folds {
            let bytes = if latin {
                encoding_rs::WINDOWS_1252.encode(text).0
            } else {
                Cow::Borrowed(text.as_bytes())
            };
            out.extend_from_slice(&bytes);
            out.extend_from_slice(ending);
            return;
        }
        let ending = std::str::from_utf8(ending).unwrap_or("\r\n");
        let (ending, last) = if ending.is_empty() {
            ("\r\n", false)
        } else {
            (ending, true)
        };
        push_line(out, text, ending);
        if !last {
            out.truncate(out.len() - ending.len());
        }
    }
}

/// How long the first line is, its end included.
fn end_of_line(bytes: &[u8]) -> usize {
    memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1)
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
