//! A person as a file tells of them, whatever the file: a vCard, a row of a table, a participant of a meeting.

use domain::{Contact, Tier};

/// A person as a file tells of them.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPerson {
    /// What is said of the person: its id is nobody's yet, it has no client, no photo and no source, and its phones
    /// have no E.164; whoever takes it in gives them.
    pub contact: Contact,
    /// What is said of the organisation they work for.
    pub company: ReadCompany,
    /// A picture that came inside the file.
    pub photo: Option<ReadPhoto>,
    /// First byte of the card or row in the file.
    pub offset: u64,
    /// Its length in bytes, its last line's end included.
    pub length: u64,
    /// The line of the file it begins on, from 1.
    pub line: u32,
    /// What could not be understood; it stays in the file, which is kept whole.
    pub warnings: Vec<PersonWarning>,
}

impl ReadPerson {
    /// Whether a company is told of and nobody at it: the contact has no name, and what it has is the company's.
    pub fn is_company(&self) -> bool {
        self.contact.name.is_empty()
    }
}

/// What a file says of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadCompany {
    /// Its name; empty when nothing is said.
    pub name: String,
    /// Its market.
    pub market: String,
    /// Its tier.
    pub tier: Tier,
    /// Nine digits, checked.
    pub siren: String,
    /// Fourteen digits, checked.
    pub siret: String,
}

/// A picture that came inside a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPhoto {
    /// `image/jpeg`, `image/png`, `image/gif` or `image/webp`, by what the bytes are.
    pub media: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl ReadPhoto {
    /// The longest picture that is shown, in bytes; a longer one stays in its file.
    pub const MOST: usize = 4 << 20;

    /// The picture that bytes are; nothing when they are none, or too long to be shown.
    pub fn of(bytes: Vec<u8>) -> Option<Self> {
        crate::card::media(&bytes)
            .filter(|_| bytes.len() <= Self::MOST)
            .map(|media| Self { media, bytes })
    }
}

/// What of a card or row was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonWarning {
    /// A quoted-printable text is broken; what could be read was.
    Encoding,
    /// A date no calendar has.
    Date,
    /// A picture that is none, or is too long to be shown.
    Photo,
    /// More numbers, addresses or fields than are shown.
    TooMany,
    /// Digits that are no SIREN or SIRET.
    CompanyNumber,
    /// An e-mail address that cannot be one.
    Email,
    /// A row with another number of cells than its head.
    Cells,
}

/// A card or row that could not be read, alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidPerson {
    /// The line of the file it begins on, from 1.
    pub line: u32,
    /// What it would be called, as far as that can be told; may be empty.
    pub title: String,
    /// Why.
    pub why: PersonProblem,
}

/// Why a card or row cannot be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonProblem {
    /// Its end never came.
    Unfinished,
    /// Neither a name nor an address nor a number, nor a company.
    Empty,
    /// A card of a group, a place or a thing (RFC 6350 §6.1.4).
    Nobody,
    /// A row of more cells than is sane.
    TooWide,
}

/// One card or row of a file, each by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum PersonEntry {
    /// Read.
    Person(Box<ReadPerson>),
    /// Not read.
    Invalid(InvalidPerson),
}
