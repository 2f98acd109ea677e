//! Why one gets in touch. The gate that refuses a touchpoint without one comes later;
//! the three questions are in the model from the start.

use serde::{Deserialize, Serialize};

/// The three questions of a contact, each a line of text; empty means not answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reason {
    /// *J'apporte*: what do I bring them?
    #[serde(default)]
    pub bring: String,
    /// *J'étonne*: how can I astonish them?
    #[serde(default)]
    pub astonish: String,
    /// *J'éclaire*: how do I help make their needs clear?
    #[serde(default)]
    pub clarify: String,
}

impl Reason {
    /// Whether none of the three is answered.
    pub fn is_empty(&self) -> bool {
        [&self.bring, &self.astonish, &self.clarify]
            .iter()
            .all(|line| line.trim().is_empty())
    }
}
