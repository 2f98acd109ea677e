//! Calendars, cards and tables in and out, lossless (RFC 5545, 7986; vCard 2.1, RFC 2426, 6350): the bytes of a file
//! are kept, and only what was edited is ever written anew.
//!
//! | word | meaning |
//! |---|---|
//! | [`Doc`] | a file over its bytes: lines, components, nothing copied |
//! | [`Entry`] | one event of a file, read or [`Invalid`], each by itself |
//! | [`ReadEvent`] | an event in the words of the domain, with the byte range it came as |
//! | [`patch`], [`compose`], [`Export`] | what goes out: lines changed, an event made here, a whole calendar |
//! | [`message`] | an invitation or an annulment as its guests get it (iTIP, RFC 5546) |
//! | [`Zones`] | what the zone names of a file mean |
//! | [`cards`], [`ReadPerson`] | the cards of a file one by one: a person, perhaps only a company, and the byte range |
//! | [`patch_card`], [`convert_card`], [`compose_card`] | a card with its edits, as another version, or made here |
//! | [`Sheet`] | a table over its bytes: encoding, delimiter, heads and what they mean, its people one a row |
//! | [`PeopleTable`], [`TableWriter`] | people made rows, and rows a table that is read back as it was |
//!
//! Everything here is pure: bytes are arguments and results. `calcard` stops here: its lists of zone names and its
//! VTIMEZONEs are used; its documents are not, for they do not come back byte for byte (`field/exchange.md` part 2).
//!
//! To read one more property: `read/event.rs` (`is_read`, `take`). To write one more: `write/`. Of a card: `card/known.rs`
//! and `card/gather.rs`; `card/write/`. To know one more head of a table: `table/heads.tsv`.

mod card;
mod differs;
mod doc;
mod line;
mod parts;
mod person;
mod property;
mod read;
mod rights;
mod scrub;
mod stamp;
mod table;
mod text;
mod write;
mod zone;

pub use card::{CardVersion, Cards, cards, compose_card, convert_card, patch_card};
pub use differs::differs;
pub use doc::{Doc, DocProblem};
pub use line::LINE_MOST;
pub use person::{
    InvalidPerson, PersonEntry, PersonProblem, PersonWarning, ReadCompany, ReadPerson, ReadPhoto,
};
pub use read::{
    ClientNamed, DATES_MOST, Entries, Entry, Invalid, ReadEvent, Reading, Unreadable, Warning,
    entries, read,
};
pub use scrub::{Scrubbed, Stretch, scrubbed};
pub use table::{COLUMNS_MOST, People, PeopleTable, Sheet, SheetProblem, TablePerson, TableWriter};
pub use write::{Export, Message, Original, Piece, compose, message, patch};
pub use zone::Zones;
