//! What was seen for real, at a client's: what no video shows.

use serde::{Deserialize, Serialize};

/// What one saw in person. An in-person touchpoint that saw nothing is a call with a drive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Sights {
    /// The premises.
    pub premises: bool,
    /// The workshop: where their work is done.
    pub workshop: bool,
    /// The reception: who is met first.
    pub reception: bool,
    /// Colleagues met, by name.
    pub colleagues: Vec<String>,
    /// The mood of the house, in a line; may be empty.
    pub mood: String,
}

impl Sights {
    /// Colleagues kept of one visit at most.
    pub const COLLEAGUES_MOST: usize = 100;

    /// Whether nothing was seen.
    pub fn is_empty(&self) -> bool {
        !(self.premises || self.workshop || self.reception)
            && self.mood.trim().is_empty()
            && self.colleagues.iter().all(|name| name.trim().is_empty())
    }
}
