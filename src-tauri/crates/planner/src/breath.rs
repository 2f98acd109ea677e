use crate::day::{Day, minute};

/// A piece of a day, in minutes since its midnight at home; the end is excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Piece {
    /// First minute.
    pub from: u32,
    /// First minute after it.
    pub until: u32,
}

impl Piece {
    /// How long it is, in minutes.
    pub fn minutes(self) -> u32 {
        self.until.saturating_sub(self.from)
    }
}

/// The air of a day. Minutes throughout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Breath {
    /// What it keeps: the pieces that are long enough, lunch set aside; all of lunchtime, where there is none.
    pub kept: u32,
    /// What it is to keep.
    pub wanted: u32,
    /// The pieces that count, in order.
    pub pieces: Vec<Piece>,
    /// Where its air lies, once the day is so full that this matters. Nothing is suggested there.
    pub laid: Vec<Piece>,
    /// Whether one eats within its hours.
    pub eats: bool,
    /// When one can.
    pub lunch: Option<Piece>,
    /// Video it holds.
    pub video: u32,
    /// The most videos that follow each other without a pause.
    pub row: u32,
    /// Videos beyond what a row may hold, of all its rows.
    pub over: u32,
}

/// A day with this much more than it is to keep is so free that its air needs no place yet.
const LOOSE: u32 = 120;

impl Breath {
    /// What it lacks.
    pub fn short(&self) -> u32 {
        self.wanted.saturating_sub(self.kept)
    }

    /// Whether it keeps what it is to keep, lunch included.
    pub fn is_kept(&self) -> bool {
        self.short() == 0 && (!self.eats || self.lunch.is_some())
    }
}

impl Day<'_> {
    /// The air it keeps.
    pub(crate) fn breath(&self) -> Breath {
        let gaps = self.gaps();
        let eats = self.hours.is_some_and(|hours| self.rules.eats(hours));
        let lunch = eats.then(|| self.lunch(&gaps)).flatten();
        // Where one cannot eat in one piece, one eats in what is left of lunchtime: none of it is air. So a meeting that
        // is forced over lunch never makes the day's air look more than it was.
        let aside = match lunch {
            None if eats => Some(self.lunchtime()),
            _ => lunch,
        };
        let pieces = self.pieces(&gaps, aside);
        let kept = pieces.iter().map(|piece| piece.minutes()).sum();
        let wanted = self.hours.map_or(0, |hours| self.rules.wanted(hours));
        let laid = if kept < wanted.saturating_add(LOOSE) {
            lay(&pieces, wanted, self.worked().0)
        } else {
            Vec::new()
        };
        let rows = self.rows();
        let most = self.rules.row;
        Breath {
            kept,
            wanted,
            laid,
            pieces,
            eats,
            lunch: lunch.map(piece),
            video: self.video(),
            row: rows.iter().map(|row| row.videos).max().unwrap_or_default(),
            over: rows.iter().map(|row| row.videos.saturating_sub(most)).sum(),
        }
    }

    /// Within which one eats.
    fn lunchtime(&self) -> (i64, i64) {
        let (opens, closes) = (
            minute(self.rules.lunch.from),
            minute(self.rules.lunch.until),
        );
        (opens, closes.max(opens))
    }

    /// Where lunch leaves the most air; among equals, nearest to the middle of its window.
    fn lunch(&self, gaps: &[(i64, i64)]) -> Option<(i64, i64)> {
        let (opens, closes) = self.lunchtime();
        let length = i64::from(self.rules.lunch.minutes);
        let least = i64::from(self.rules.piece);
        // On a quarter of an hour, where people eat.
        let middle = i64::midpoint(opens, closes - length).div_euclid(15) * 15;
        // At an end of a gap it cuts nothing in two; a piece away from one it leaves what is just long enough to be air.
        let places = gaps.iter().flat_map(|(from, until)| {
            let (first, last) = ((*from).max(opens), (*until).min(closes) - length);
            [first, last, middle, from + least, until - least - length]
                .into_iter()
                .filter(move |at| (first..=last).contains(at))
                .map(move |at| {
                    let (before, after) = (self.air(at - from), self.air(until - at - length));
                    (at, before + after - self.air(until - from))
                })
        });
        places
            .max_by_key(|(at, air)| (*air, -(at - middle).abs(), -at))
            .map(|(at, _)| (at, at + length))
    }

    /// What of a free piece this long is air.
    fn air(&self, minutes: i64) -> i64 {
        if minutes >= i64::from(self.rules.piece) {
            minutes
        } else {
            0
        }
    }

    /// The free pieces that are long enough to be air, what is set `aside` left out.
    fn pieces(&self, gaps: &[(i64, i64)], aside: Option<(i64, i64)>) -> Vec<Piece> {
        let (from, until) = aside.unwrap_or((i64::MAX, i64::MAX));
        gaps.iter()
            .flat_map(|(opens, closes)| {
                if until <= *opens || from >= *closes {
                    return [(*opens, *closes), (0, 0)];
                }
                [(*opens, from.max(*opens)), (until.min(*closes), *closes)]
            })
            .filter(|(from, until)| until > from && self.air(until - from) > 0)
            .map(piece)
            .collect()
    }
}

/// Gives the day's air its place: the shortest pieces whole, since they are of least use for anything else, and the
/// first part of the next one, after what came before it; where nothing did, its last part.
fn lay(pieces: &[Piece], wanted: u32, opens: i64) -> Vec<Piece> {
    let mut by_length = pieces.to_vec();
    by_length.sort_by_key(|piece| (piece.minutes(), piece.from));
    let mut left = wanted;
    let mut laid = Vec::new();
    for piece in by_length {
        if left == 0 {
            break;
        }
        let minutes = piece.minutes().min(left);
        laid.push(if minutes == piece.minutes() {
            piece
        } else if i64::from(piece.from) == opens {
            Piece {
                from: piece.until - minutes,
                ..piece
            }
        } else {
            Piece {
                until: piece.from + minutes,
                ..piece
            }
        });
        left -= minutes;
    }
    laid.sort_unstable();
    laid
}

fn piece((from, until): (i64, i64)) -> Piece {
    let minute = |at: i64| u32::try_from(at).unwrap_or_default();
    Piece {
        from: minute(from),
        until: minute(until),
    }
}
