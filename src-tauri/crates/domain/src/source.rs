//! Where a touchpoint came from, so that what was not edited goes out as it came in.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::SourceId;

/// A calendar file that was brought in. Its bytes are kept whole, under their content's address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Made from the content: the same file is the same source.
    pub id: SourceId,
    /// The file's name when it came, without its folders.
    pub name: String,
    /// The address of its bytes in the store's attic.
    pub blob: String,
    /// How many bytes.
    pub size: u64,
    /// When it was first brought in.
    pub brought_at: DateTime<Utc>,
}

/// Which piece of which file a touchpoint came as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file, when the touchpoint was brought in; a touchpoint made here has a UID but no file.
    #[serde(default)]
    pub file: Option<SourceId>,
    /// First byte of its `BEGIN:VEVENT` line in that file.
    #[serde(default)]
    pub offset: u64,
    /// Length in bytes, its `END:VEVENT` line included.
    #[serde(default)]
    pub length: u64,
    /// The iCalendar UID: never made anew on import.
    pub uid: String,
    /// What was changed here since: only these lines differ when it goes out.
    #[serde(default)]
    pub edits: BTreeSet<Field>,
}

impl Source {
    /// The source of a touchpoint made here: a UID, no file.
    pub fn of_ours(uid: String) -> Self {
        Self {
            file: None,
            offset: 0,
            length: 0,
            uid,
            edits: BTreeSet::new(),
        }
    }
}

/// The fields of a touchpoint that a calendar file can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// DTSTART, DTEND or DURATION.
    Slot,
    /// SUMMARY.
    Title,
    /// LOCATION.
    Place,
    /// The video link: CONFERENCE, URL or the location.
    Link,
    /// DESCRIPTION.
    Notes,
    /// STATUS.
    State,
    /// RRULE, RDATE, EXDATE.
    Recurrence,
    /// ATTENDEE, ORGANIZER.
    Participants,
    /// TRANSP.
    Transparency,
    /// How one meets: X-SENTIER-KIND, for iCalendar has no word for it.
    Kind,
    /// Why: X-SENTIER-REASON-….
    Reason,
    /// What came of it: X-SENTIER-OUTCOME.
    Outcome,
    /// With which client: X-SENTIER-CLIENT.
    Client,
    /// A field of a later version.
    #[serde(other)]
    Unknown,
}

/// Who asked for a write.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The window.
    Window,
    /// A verb of the command line.
    CommandLine,
    /// A file that was brought in.
    Import,
    /// The examples of the first start.
    Examples,
    /// The app itself: a migration, a repair.
    #[default]
    #[serde(other)]
    House,
}
