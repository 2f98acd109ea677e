//! What the columns of a person's table mean, remembered for the next table with the same heads.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{MappingId, Noun, ReachKind};

/// What a column of a table says.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    Phone(ReachKind),
    /// An e-mail address.
    Email(ReachKind),
    /// Number and street; several columns of one kind follow each other as lines.
    Street(ReachKind),
    /// Postal code.
    Postcode(ReachKind),
    /// Town.
    City(ReachKind),
    /// State or department.
    Region(ReachKind),
    /// Country.
    Country(ReachKind),
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
    /// A field of the person's own, with the column's head as its name.
    Custom(String),
    /// Left out: it stays in the file, which is kept whole.
    #[default]
    Leave,
}

/// What the columns of a table mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Made from the heads, in order: the next table with the same heads is read the same way.
    pub id: MappingId,
    /// The heads, as written.
    pub heads: Vec<String>,
    /// One for each column.
    pub fields: Vec<TableField>,
    /// When it was last chosen, UTC.
    pub at: DateTime<Utc>,
}

impl Mapping {
    /// The identity of the mapping of these heads.
    pub fn id_of(heads: &[String]) -> MappingId {
        MappingId::from_content(heads.join("\u{1f}").as_bytes())
    }
}

impl Noun for Mapping {
    const PREFIX: &'static str = "mp";
}
