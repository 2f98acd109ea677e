use chrono::{DateTime, Datelike, NaiveDateTime};
use domain::{CLOCKED, ClientId, Kind, State, Touchpoint};

use crate::record::Record;
use crate::shelf::{instant_key, text_key, unsorted, wall_key};
use crate::tree::{Index, Key, Tree};

/// Touchpoints longer than this have an order of their own, so that a week looks back no further.
pub(crate) const LONG_SECONDS: u32 = 2 * 86_400;

impl Record for Touchpoint {
    const TREE: Tree = Tree::Touchpoint;

    fn key(&self) -> Key {
        self.id.to_bytes()
    }

    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8])) {
        put(Index::Uid, &text_key(&self.source.uid));
        if let Some(file) = self.source.file {
            put(Index::OfSource, &file.to_bytes());
        }
        if let Some(at) = self.trashed_at {
            put(Index::Trash, &instant_key(at));
            return;
        }
        if let Some(series) = self.occurrence.as_ref().and_then(|one| one.series) {
            put(Index::Override, &series.to_bytes());
        }
        if let Some(meeting) = self.hangs_on {
            put(Index::HangsOn, &meeting.to_bytes());
        }
        if let Some(meeting) = self.concludes {
            put(Index::HangsOn, &meeting.to_bytes());
        }
        if let Some(client) = self.client {
            let mut own = client.to_bytes().to_vec();
            own.extend_from_slice(
                &self
                    .slot
                    .map_or([0xff; 8], |slot| wall_key(slot.start_wall())),
            );
            own.push(ClientKey::marks_of(self));
            put(Index::OfClient, &own);
        }
        match (self.slot, &self.recurrence) {
            (None, _) => put(Index::Tray, &instant_key(self.created_at)),
            (Some(slot), Some(recurrence)) => {
                let begins = self.series_begins().unwrap_or(slot.start_wall());
                series_keys(begins, recurrence.ends, put);
            }
            (Some(slot), None) if slot.seconds() > LONG_SECONDS => {
                put(Index::LongEnd, &wall_key(slot.end_wall()))
            }
            (Some(slot), None) => put(Index::Start, &wall_key(slot.start_wall())),
        }
    }
}

/// What the order of touchpoints by client says of one, so that a list of fifty thousand clients reads no record to
/// know who was met last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientKey {
    /// Whose it is.
    pub client: ClientId,
    /// The wall time it starts at, in its own zone; `None` in the tray.
    pub start: Option<NaiveDateTime>,
    /// Whether it is a series: its start is the first one's.
    pub series: bool,
    /// Whether it lasts longer than two days.
    pub long: bool,
    /// Whether it did not or will not take place: cancelled or missed.
    pub off: bool,
    /// Whether it looks for its reason.
    pub wants_reason: bool,
    /// The way of meeting whose clock it turned back.
    pub turned: Option<Kind>,
}

impl ClientKey {
    const SERIES: u8 = 1;
    const LONG: u8 = 2;
    const OFF: u8 = 4;
    const WANTS_REASON: u8 = 8;
    /// From this bit on: 1 and the place in [`CLOCKED`] of the clock it turned back.
    const TURNED: u32 = 4;

    fn marks_of(touchpoint: &Touchpoint) -> u8 {
        let long = touchpoint
            .slot
            .is_some_and(|slot| slot.seconds() > LONG_SECONDS);
        let off = matches!(touchpoint.state, State::Cancelled | State::Missed);
        let turned = CLOCKED
            .iter()
            .position(|kind| touchpoint.turns_clock() && *kind == touchpoint.kind)
            .map_or(0, |at| (at as u8 + 1) << Self::TURNED);
        [
            (touchpoint.recurrence.is_some(), Self::SERIES),
            (long, Self::LONG),
            (off, Self::OFF),
            (touchpoint.wants_reason(), Self::WANTS_REASON),
        ]
        .into_iter()
        .filter(|(is, _)| *is)
        .fold(turned, |marks, (_, mark)| marks | mark)
    }

    /// Reads the own bytes of a key of [`Index::OfClient`].
    pub fn read(own: &[u8]) -> Option<Self> {
        let client: [u8; 16] = own.get(..16)?.try_into().ok()?;
        let start: [u8; 8] = own.get(16..24)?.try_into().ok()?;
        let marks = *own.get(24)?;
        Some(Self {
            client: ClientId::from_bytes(client),
            start: (start != [0xff; 8])
                .then(|| DateTime::from_timestamp(unsorted(start), 0))
                .flatten()
                .map(|at| at.naive_utc()),
            series: marks & Self::SERIES != 0,
            long: marks & Self::LONG != 0,
            off: marks & Self::OFF != 0,
            wants_reason: marks & Self::WANTS_REASON != 0,
            turned: usize::from(marks >> Self::TURNED)
                .checked_sub(1)
                .and_then(|at| CLOCKED.get(at).copied()),
        })
    }
}

/// Where a series stands, from its first occurrence's start to its last one's end.
fn series_keys(
    begins: NaiveDateTime,
    ends: Option<NaiveDateTime>,
    put: &mut dyn FnMut(Index, &[u8]),
) {
    let Some(ends) = ends else {
        return put(Index::SeriesStart, &wall_key(begins));
    };
    let (first, last) = (month_of(begins), month_of(ends.max(begins)));
    if last - first >= SERIES_MONTHS {
        return put(Index::SeriesEnd, &wall_key(ends));
    }
    for month in first..=last {
        put(Index::SeriesMonth, &month.to_be_bytes());
    }
}

/// Months a series may touch before it stands in the order of ends instead.
pub const SERIES_MONTHS: u32 = 24;

/// The month of a wall time, as [`Index::SeriesMonth`] counts them.
pub fn month_key(wall: NaiveDateTime) -> [u8; 4] {
    month_of(wall).to_be_bytes()
}

fn month_of(wall: NaiveDateTime) -> u32 {
    u32::try_from(wall.year()).unwrap_or_default() * 12 + wall.month0()
}
