//! What stands between two cells.

use std::collections::HashMap;

use super::rows::{Cells, Rows};

/// The delimiters that are tried; of equals the first.
const TRIED: [u8; 4] = *b";,\t|";

/// How many rows, and how many bytes of them, are looked at.
const ROWS: usize = 50;
const BYTES: usize = 1 << 20;

/// The delimiter by which most of the first rows have the same number of cells, and the most of them. A first line
/// alone would not tell: heads hold commas, and so do addresses.
pub(super) fn guess(bytes: &[u8], start: usize) -> u8 {
    let looked_at = &bytes[..bytes.len().min(start.saturating_add(BYTES))];
    let mut best = (0, 0, b',');
    for delimiter in TRIED {
        let (share, cells) = consistency(looked_at, start, delimiter);
        if cells > 1 && (share, cells) > (best.0, best.1) {
            best = (share, cells, delimiter);
        }
    }
    best.2
}

/// What Excel is told on a line of its own: `sep=;`. The delimiter, and where the table begins.
pub(super) fn told(bytes: &[u8], start: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(start..)?;
    let (head, tail) = rest.split_at_checked(5)?;
    if !head[..4].eq_ignore_ascii_case(b"sep=") || !TRIED.contains(&head[4]) {
        return None;
    }
    let end = match tail {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    Some((head[4], start + 5 + end))
}

/// Of a hundred rows, how many have the number of cells that most have, and that number.
fn consistency(bytes: &[u8], start: usize, delimiter: u8) -> (usize, usize) {
    let mut cells = Cells::new(delimiter);
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut rows = 0;
    for row in Rows::new(bytes, start, 1, delimiter).take(ROWS) {
        rows += 1;
        if !row.unfinished && cells.read(row.bytes).is_ok() {
            *counts.entry(cells.count()).or_default() += 1;
        } else if cells.count() > 1 {
            // More than is sane is still more than one: the sheet says so.
            *counts.entry(cells.count()).or_default() += 1;
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|(cells, rows)| (*rows, *cells));
    most.map_or((0, 0), |(cells, same)| (same * 100 / rows.max(1), cells))
}
