//! The nouns that are kept, and the orders they can be read in.

use serde::{Deserialize, Serialize};

/// The sixteen bytes of an id.
pub type Key = [u8; 16];

/// A noun that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[serde(rename_all = "snake_case")]
pub enum Tree {
    /// [`domain::Touchpoint`].
    Touchpoint = 1,
    /// [`domain::Client`].
    Client = 2,
    /// [`domain::SourceFile`].
    Source = 3,
    /// [`domain::Settings`].
    Settings = 4,
    /// [`domain::Contact`].
    Contact = 5,
    /// [`domain::Place`].
    Place = 6,
    /// [`domain::Merge`].
    Merge = 7,
    /// [`domain::Apart`].
    Apart = 8,
    /// [`domain::View`].
    View = 9,
    /// [`domain::Mapping`].
    Mapping = 10,
    /// [`domain::Reminders`].
    Reminders = 11,
    /// [`domain::Market`].
    Market = 12,
    /// [`domain::Departure`].
    Departure = 13,
    /// [`domain::Erasure`].
    Erasure = 14,
}

impl Tree {
    /// Every one, in the order they are checked.
    pub const ALL: [Self; 14] = [
        Self::Touchpoint,
        Self::Client,
        Self::Source,
        Self::Settings,
        Self::Contact,
        Self::Place,
        Self::Merge,
        Self::Apart,
        Self::View,
        Self::Mapping,
        Self::Reminders,
        Self::Market,
        Self::Departure,
        Self::Erasure,
    ];

    /// Its name on disk; never changed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Touchpoint => "touchpoint",
            Self::Client => "client",
            Self::Source => "source",
            Self::Settings => "settings",
            Self::Contact => "contact",
            Self::Place => "place",
            Self::Merge => "merge",
            Self::Apart => "apart",
            Self::View => "view",
            Self::Mapping => "mapping",
            Self::Reminders => "reminders",
            Self::Market => "market",
            Self::Departure => "departure",
            Self::Erasure => "erasure",
        }
    }
}

/// The version of the orders: a state with other orders is built again when it is opened.
pub(crate) const ORDERS: u16 = 5;

/// An order records can be read in. A key is the order's byte, its own bytes, then the record's
/// sixteen; numbers are big-endian, so that bytes sort as they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Index {
    /// Single touchpoints by the wall time they start at ([`crate::wall_key`]).
    ///
    /// Which instant a wall time is depends on its zone, and for floating ones on where one is:
    /// whoever asks for instants widens the window by a day on either side.
    Start = 1,
    /// Single touchpoints longer than two days, by the wall time they end at.
    LongEnd = 2,
    /// Series that end and last longer than [`crate::SERIES_MONTHS`], by the wall time their last occurrence ends at.
    SeriesEnd = 3,
    /// Overrides, by their series' id.
    Override = 4,
    /// Touchpoints by client, then start; the key says more ([`crate::ClientKey`]).
    OfClient = 5,
    /// Touchpoints that wait without a slot, by the time they were made.
    Tray = 6,
    /// What is in the trash, by the time it went there.
    Trash = 7,
    /// Touchpoints by the hash of their iCalendar UID.
    Uid = 8,
    /// Clients by folded name.
    ClientName = 9,
    /// Touchpoints by the file they came in.
    OfSource = 10,
    /// Contacts by the file they came in.
    CardOfSource = 11,
    /// Contacts by client, then folded name; those of no client under sixteen zero bytes.
    ContactOfClient = 12,
    /// Contacts by the hash of a folded e-mail address.
    ContactEmail = 13,
    /// Contacts by the hash of what a number is dialled by.
    ContactPhone = 14,
    /// Contacts by the hash of their vCard UIDs, their own and those of every card they came as.
    ContactUid = 15,
    /// Contacts by the hash of their folded name.
    ContactName = 16,
    /// Clients by the hash of their folded company name.
    CompanyName = 17,
    /// Places by client, then the time they were made.
    PlaceOfClient = 18,
    /// Merges by the id of what they made, then the time.
    MergeInto = 19,
    /// Clients by the hash of the domain of an e-mail address of theirs.
    ClientDomain = 20,
    /// Links between clients, by the one they lead to; the record is the one that has the link.
    LinkTo = 21,
    /// Series that end and last no longer, by each month they touch ([`crate::month_key`]): a week is told of those
    /// around it, however many came before and are to come.
    SeriesMonth = 22,
    /// Series without an end, by the wall time they begin at.
    SeriesStart = 23,
    /// Living clients that owe or are owed, by the day each open promise is due ([`crate::due_key`]).
    PromiseDue = 24,
    /// What hangs on a meeting or concludes it, by the meeting's id.
    HangsOn = 25,
    /// Departures that wait for a press, by the time they were prepared.
    Waiting = 26,
    /// Departures somebody was told of, by the time they were.
    Informed = 27,
    /// Departures by the touchpoint or series they are about, then the time they were prepared.
    DepartureOf = 28,
}

/// The key of `record` in `index`.
pub(crate) fn index_key(index: Index, own: &[u8], record: &Key) -> Vec<u8> {
    let mut key = Vec::with_capacity(1 + own.len() + record.len());
    key.push(index as u8);
    key.extend_from_slice(own);
    key.extend_from_slice(record);
    key
}

/// The record an index key leads to.
pub(crate) fn record_of(key: &[u8]) -> Option<Key> {
    key.len()
        .checked_sub(16)
        .and_then(|at| key.get(at..))
        .and_then(|bytes| bytes.try_into().ok())
}

/// The first key behind every key that begins with `prefix`.
pub(crate) fn after_prefix(prefix: &[u8]) -> Vec<u8> {
    let mut after = prefix.to_vec();
    while let Some(last) = after.pop() {
        if last < u8::MAX {
            after.push(last + 1);
            break;
        }
    }
    after
}
