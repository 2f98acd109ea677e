//! Events that could not be read.

use crate::parts::{Part, own_lines};
use crate::property::Property;
use crate::text::unescape;

/// An event that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// First byte of it in the file.
    pub offset: u64,
    /// Its length in bytes.
    pub length: u64,
    /// The line of the file it begins on, from 1.
    pub line: u32,
    /// Its SUMMARY, when that much can be read, to tell it by.
    pub title: Option<String>,
    /// Why.
    pub reason: Unreadable,
}

/// Why an event cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unreadable {
    /// Its END line never comes: the file is cut off, or damaged.
    #[error("its end is missing")]
    Unfinished,
    /// Components within components within components.
    #[error("it is nested too deep")]
    TooDeep,
    /// A line longer than [`crate::LINE_MOST`], folds included.
    #[error("one of its lines is longer than a megabyte")]
    LineTooLong,
    /// No DTSTART.
    #[error("it does not say when it begins")]
    NoStart,
    /// A DTSTART that is no date.
    #[error("its start is not a date")]
    BadStart,
    /// A RECURRENCE-ID that is no date.
    #[error("it stands for an occurrence that is not a date")]
    BadOccurrence,
    /// A year outside [`domain::YEARS`].
    #[error("its year is outside the calendar")]
    YearOutOfRange,
    /// More EXDATE or RDATE values than [`crate::DATES_MOST`].
    #[error("it lists too many dates")]
    TooManyDates,
}

/// The title of an event that is otherwise unreadable.
pub(super) fn title(bytes: &[u8], part: &Part) -> Option<String> {
    // Near its beginning, so that a damaged file of 200 MB is not read again for a title.
    let line = own_lines(bytes, part)
        .take(200)
        .find(|line| line.is("SUMMARY"))?;
    let text = line.text()?;
    let title = domain::clean_line(&unescape(Property::of(&text)?.value), 80);
    (!title.is_empty()).then_some(title)
}
