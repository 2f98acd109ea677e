//! What one reads before a touchpoint, and of a day.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Block, ClientRef, Clock, Need, Phone, Promised, Question};

/// Where a piece of a reason comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum MaterialFrom {
    /// A promise of ours.
    Promise,
    /// An open need.
    Need,
    /// What changed in their market.
    Market,
    /// What the path's next step is for.
    Step,
    /// What was said last time.
    Last,
    /// Something nobody has seen there.
    Unseen,
    /// Somebody nobody has met there.
    Unmet,
}

/// A piece a reason can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Material {
    /// Where it comes from.
    pub from: MaterialFrom,
    /// The question it answers.
    pub question: Question,
    /// The answer.
    pub text: String,
}

/// What one reads before a touchpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Brief {
    /// The touchpoint, with today's reason.
    pub block: Block,
    /// `jeu. 26 nov. · 13:00 – 14:00`.
    pub when: String,
    /// Their last open promise.
    pub theirs: Option<Promised>,
    /// Our open promises, by day.
    pub ours: Vec<Promised>,
    /// Needs still unclear, the latest first.
    pub needs: Vec<Need>,
    /// One thing that would astonish.
    pub astonish: Option<String>,
    /// People there nobody has met.
    pub unmet: Vec<String>,
    /// The last touchpoints that took place, the latest first.
    pub last: Vec<Past>,
    /// The clocks.
    pub clocks: Vec<Clock>,
    /// Whom one calls for it.
    pub call: Option<Call>,
}

/// Somebody to call, and their number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Call {
    /// Their name, or the client's.
    pub who: String,
    /// The number; it can be called.
    pub phone: Phone,
}

/// A touchpoint that took place, in a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Past {
    /// The touchpoint.
    pub block: Block,
    /// The day, `mar. 24 nov.`.
    pub day: String,
    /// What came of it, its first line.
    pub outcome: String,
}

/// A promise that is owed, and by or to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Owed {
    /// The client.
    pub client: ClientRef,
    /// What was promised.
    pub promise: Promised,
}

/// The day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// `2026-11-26`.
    pub date: String,
    /// Working hours as minutes of the day; `null` on a day off.
    pub hours: Option<(u32, u32)>,
    /// What stands on it, by start.
    pub blocks: Vec<Block>,
    /// The touchpoint that is on, or the next one, with its brief.
    pub next: Option<Brief>,
    /// Open promises due within the week or past, both ways.
    pub owed: Vec<Owed>,
    /// What nobody has said anything of since it should have taken place.
    pub unclosed: Vec<Past>,
    /// What is to come and looks for its reason.
    pub without_reason: Vec<Past>,
}
