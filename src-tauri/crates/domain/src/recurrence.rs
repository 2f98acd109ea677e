//! What makes a touchpoint a series, as data. Expansion lives in `series`.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::{Moment, TouchpointId};

/// The rules of a series, each as its iCalendar value says (RFC 5545 §3.8.5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Recurrence {
    /// RRULE values, such as `FREQ=WEEKLY;COUNT=12`.
    #[serde(default)]
    pub rules: Vec<String>,
    /// RDATE: further starts.
    #[serde(default)]
    pub dates: Vec<Moment>,
    /// EXDATE: starts left out.
    #[serde(default)]
    pub except: Vec<Moment>,
    /// The wall time at which its last occurrence ends, when its rules end. Kept beside the rules, by whoever
    /// writes them, so that a week need not expand every series there ever was.
    #[serde(default)]
    pub ends: Option<NaiveDateTime>,
}

/// That a touchpoint stands for one occurrence of a series (RECURRENCE-ID).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Occurrence {
    /// The series, when it is here; overrides come without their master too.
    #[serde(default)]
    pub series: Option<TouchpointId>,
    /// Where the rule would have put it.
    pub at: Moment,
}
