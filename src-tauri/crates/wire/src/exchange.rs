//! Bringing files in (calendars, cards, tables), and taking them out.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{ErasedSince, ReachKind};

/// What an entry of a file is to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Match {
    /// Not here yet.
    New,
    /// Here, and the same.
    Same,
    /// Here, and not the same.
    Differs,
    /// Not here yet, and looks like somebody who is.
    Near,
    /// Could not be read.
    Invalid,
}

/// What an entry of a file would be here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ImportWhat {
    /// A meeting, a call, a visit.
    Touchpoint,
    /// A person.
    Contact,
    /// An organisation.
    Client,
}

/// A field in which two records, or a record and a file, may differ.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Aspect {
    /// What it is called: a person's names, a client's name.
    Name,
    /// The client of a person or a touchpoint.
    Client,
    /// What a person does, and where in the house.
    Role,
    /// Numbers.
    Phones,
    /// E-mail addresses.
    Emails,
    /// Postal addresses.
    Addresses,
    /// Pages on the web.
    Links,
    /// Birthday.
    Birthday,
    /// Free text.
    Notes,
    /// Tags.
    Tags,
    /// Picture.
    Photo,
    /// The person's own fields.
    Custom,
    /// Who has met them.
    Met,
    /// Their consent, and that they object.
    Rights,
    /// Files.
    Attachments,
    /// The market of a client.
    Market,
    /// The tier of a client.
    Tier,
    /// SIREN.
    Siren,
    /// SIRET.
    Siret,
    /// The site of a client.
    Website,
    /// When a touchpoint is.
    Slot,
    /// The title of a touchpoint.
    Title,
    /// Where a touchpoint is.
    Place,
    /// The link of a touchpoint.
    Link,
    /// What became of a touchpoint.
    State,
    /// What repeats it.
    Recurrence,
    /// Who takes part.
    Participants,
    /// Whether it takes time.
    Transparency,
    /// By phone, by video, in person.
    Kind,
    /// What it is for.
    Reason,
    /// What came of it.
    Outcome,
}

/// A look at files before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportPreview {
    /// What to name it by.
    pub ticket: String,
    /// The files.
    pub files: Vec<ImportFile>,
    /// How many of each.
    pub counts: ImportCounts,
    /// The tables among the files, and what their columns are read as.
    pub sheets: Vec<SheetLook>,
    /// Who of an archive was erased here since and stays out; nothing when there is nobody.
    pub erased: Option<ErasedSince>,
    /// The first rows; `import_rows` gives the rest.
    pub rows: Vec<ImportRow>,
}

/// One file of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportFile {
    /// Its name; under a folder that was given, with the folders in between.
    pub name: String,
    /// Why it could not be read at all.
    pub problem: Option<String>,
    /// Its entries.
    pub counts: ImportCounts,
}

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportCounts {
    /// Not here yet.
    pub new: u32,
    /// Here, and the same.
    pub same: u32,
    /// Here, and not the same.
    pub differs: u32,
    /// Not here yet, and look like somebody who is.
    pub near: u32,
    /// Could not be read.
    pub invalid: u32,
}

/// A table among the files, as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetLook {
    /// Which file.
    pub file: u32,
    /// `UTF-8`, `UTF-16LE`, `windows-1252`.
    pub encoding: String,
    /// `,`, `;` or a tab.
    pub delimiter: String,
    /// The heads of its columns, as written.
    pub heads: Vec<String>,
    /// What each column is read as.
    pub fields: Vec<TableField>,
    /// The first rows, five at most, a cell for each column.
    pub sample: Vec<Vec<String>>,
    /// Whether the person chose this for a table with the same heads before.
    pub remembered: bool,
}

/// What a column of a table says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum TableField {
    /// The whole name of a person.
    Name,
    /// First name.
    Given,
    /// Family name.
    Family,
    /// Further first names.
    Additional,
    /// `Mme`, `Dr`.
    Prefix,
    /// `Jr`.
    Suffix,
    /// What they are called.
    Nickname,
    /// The client's name.
    Company,
    /// What they do there.
    Role,
    /// Where in the house.
    Department,
    /// A number.
    Phone {
        /// What for.
        kind: ReachKind,
    },
    /// An e-mail address.
    Email {
        /// What for.
        kind: ReachKind,
    },
    /// Number and street.
    Street {
        /// What for.
        kind: ReachKind,
    },
    /// Postal code.
    Postcode {
        /// What for.
        kind: ReachKind,
    },
    /// Town.
    City {
        /// What for.
        kind: ReachKind,
    },
    /// State or department.
    Region {
        /// What for.
        kind: ReachKind,
    },
    /// Country.
    Country {
        /// What for.
        kind: ReachKind,
    },
    /// A page on the web.
    Link,
    /// Birthday.
    Birthday,
    /// Free text.
    Notes,
    /// Tags, separated by `;` or `,`.
    Tags,
    /// The client's market.
    Market,
    /// The client's tier.
    Tier,
    /// SIREN.
    Siren,
    /// SIRET.
    Siret,
    /// What is known of their consent, as a table of ours writes it.
    Consents,
    /// That they do not want to be contacted, as a table of ours writes it.
    Objection,
    /// The identity the program it comes from gave it.
    Uid,
    /// A field of the person's own.
    Custom {
        /// Its name.
        name: String,
    },
    /// Left out: it stays in the file, which is kept whole.
    Leave,
}

/// One entry of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportRow {
    /// Its number in the preview.
    pub index: u32,
    /// Which file.
    pub file: u32,
    /// What it would be here.
    pub what: ImportWhat,
    /// What it is to the store.
    pub verdict: Match,
    /// Its title, or a name.
    pub title: String,
    /// What tells it from others of that name: the client, an address; may be empty.
    pub subtitle: String,
    /// When, in words; empty for people.
    pub when: String,
    /// What differs, or why it could not be read, or what was noticed; may be empty.
    pub detail: String,
    /// Field by field, what is here and what the file says; a choice for each.
    pub differing: Vec<Difference>,
    /// Who it is, or looks like.
    pub known: Option<ImportKnown>,
}

/// A field that is not the same here and in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Difference {
    /// Which.
    pub field: Aspect,
    /// Its name, in the person's words.
    pub label: String,
    /// What is here; may be empty.
    pub here: String,
    /// What the file says; may be empty.
    pub there: String,
}

/// Who an entry is, or looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportKnown {
    /// Its id; empty for another row of the same preview.
    pub id: String,
    /// The other row, when it is one.
    pub row: Option<u32>,
    /// Its name.
    pub name: String,
}

/// Some rows of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportRows {
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// How many there are in all, with this filter.
    pub total: u32,
}

/// What the person chose in the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportChoice {
    /// Rows to leave out.
    pub skip: Vec<u32>,
    /// Whether entries that differ replace what is here, unless said otherwise row by row.
    pub take_differing: bool,
    /// What was chosen for single rows.
    #[serde(default)]
    pub rows: Vec<RowChoice>,
}

/// What was chosen for one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RowChoice {
    /// Which row.
    pub row: u32,
    /// What it becomes.
    pub into: RowInto,
    /// Which side each of these fields is taken from; the others as `into` and `takeDiffering` have it.
    pub fields: Vec<FieldChoice>,
}

/// What a row becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RowInto {
    /// Who it is, or looks like (`known`): it is made one with them.
    Known,
    /// Somebody else, though it looks like somebody known: the two are never held for one again.
    Apart,
}

/// Which side a field is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldChoice {
    /// Which field.
    pub field: Aspect,
    /// From where.
    pub side: Side,
}

/// What is here, or what a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// What is here.
    Here,
    /// What the file says.
    There,
}

/// In what form people leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PeopleFormat {
    /// vCards as they came, what was made here as vCard 4.
    AsTheyCame,
    /// vCard 3.
    Vcard3,
    /// vCard 4.
    Vcard4,
    /// A table.
    Csv,
}
