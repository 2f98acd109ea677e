//! Cards, written: made anew, as a change of the lines they came in, or as a card of another version.

mod compose;
mod convert;
mod draft;
mod many;
mod once;
mod own;
mod paper;
mod patch;
mod reach;
mod sheet;
mod translate;

pub use compose::compose_card;
pub use convert::convert_card;
pub use patch::patch_card;

/// The versions a card is written in for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardVersion {
    /// 3.0 (RFC 2426): what most programs read.
    V3,
    /// 4.0 (RFC 6350).
    V4,
}

/// The versions a card is written in where it came as one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    Old,
    Three,
    Four,
}

impl From<CardVersion> for Version {
    fn from(version: CardVersion) -> Self {
        match version {
            CardVersion::V3 => Self::Three,
            CardVersion::V4 => Self::Four,
        }
    }
}

impl Version {
    /// What VERSION says; a card that says nothing is most like one of version 3.
    fn of(value: &str) -> Self {
        match value.trim() {
            "2.1" | "2.0" => Self::Old,
            "4.0" => Self::Four,
            _ => Self::Three,
        }
    }

    fn number(self) -> &'static str {
        match self {
            Self::Old => "2.1",
            Self::Three => "3.0",
            Self::Four => "4.0",
        }
    }
}
