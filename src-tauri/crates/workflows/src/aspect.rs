//! The fields in which two records, or a record and a file, may differ: what a person chooses by.

use domain::Field;
use words::Words;

/// A field in which two records, or a record and a file, may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Pages on the web; links of a client to others.
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

impl Aspect {
    /// Its name in the person's words.
    pub fn label(self, words: &Words) -> String {
        words.say(self.id(), &[])
    }

    fn id(self) -> &'static str {
        match self {
            Self::Name => "field-name",
            Self::Client => "field-client",
            Self::Role => "field-role",
            Self::Phones => "field-phones",
            Self::Emails => "field-emails",
            Self::Addresses => "field-addresses",
            Self::Links => "field-links",
            Self::Birthday => "field-birthday",
            Self::Notes => "field-notes",
            Self::Tags => "field-tags",
            Self::Photo => "field-photo",
            Self::Custom => "field-custom",
            Self::Met => "field-met",
            Self::Rights => "field-rights",
            Self::Attachments => "field-attachments",
            Self::Market => "field-market",
            Self::Tier => "field-tier",
            Self::Siren => "field-siren",
            Self::Siret => "field-siret",
            Self::Website => "field-website",
            Self::Slot => "field-slot",
            Self::Title => "field-title",
            Self::Place => "field-place",
            Self::Link => "field-link",
            Self::State => "field-state",
            Self::Recurrence => "field-recurrence",
            Self::Participants => "field-participants",
            Self::Transparency => "field-transparency",
            Self::Kind => "field-kind",
            Self::Reason => "field-reason",
            Self::Outcome => "field-outcome",
        }
    }

    /// The facet of a touchpoint's field; `None` for one of a later version.
    pub(crate) fn of_touchpoint(field: Field) -> Option<Self> {
        Some(match field {
            Field::Slot => Self::Slot,
            Field::Title => Self::Title,
            Field::Place => Self::Place,
            Field::Link => Self::Link,
            Field::Notes => Self::Notes,
            Field::State => Self::State,
            Field::Recurrence => Self::Recurrence,
            Field::Participants => Self::Participants,
            Field::Transparency => Self::Transparency,
            Field::Kind => Self::Kind,
            Field::Reason => Self::Reason,
            Field::Outcome => Self::Outcome,
            Field::Client => Self::Client,
            Field::Unknown => return None,
        })
    }
}
