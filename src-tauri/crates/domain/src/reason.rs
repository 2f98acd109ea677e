//! Why one gets in touch, and the gate: nothing is planned without a reason that says something.

use serde::{Deserialize, Serialize};

use crate::hollow;

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
    /// *Urgence*: planned without one, by one press. Marked, and counted for nobody but the person.
    #[serde(default)]
    pub urgent: bool,
}

/// One of the three questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// *J'apporte*.
    Bring,
    /// *J'étonne*.
    Astonish,
    /// *J'éclaire*.
    Clarify,
}

impl Question {
    /// In the order they are asked.
    pub const ALL: [Self; 3] = [Self::Bring, Self::Astonish, Self::Clarify];
}

/// What a planned touchpoint stands on: a reason that says something, or the urgency somebody pressed for. There is no
/// other way to have one than [`Reason::grounds`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds(Reason);

/// Why a reason is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weak {
    /// No question is answered.
    Missing,
    /// The answer says nothing that could not be said to anybody.
    Hollow(Question),
    /// The answer is the one of the last time.
    Repeats(Question),
}

impl Reason {
    /// How alike two answers may be, from 0 to 1, before the second one is a repetition.
    pub const ALIKE: f64 = 0.8;

    /// Whether none of the three is answered.
    pub fn is_empty(&self) -> bool {
        self.answers().next().is_none()
    }

    /// The answer to a question; may be empty.
    pub fn answer(&self, question: Question) -> &str {
        match question {
            Question::Bring => &self.bring,
            Question::Astonish => &self.astonish,
            Question::Clarify => &self.clarify,
        }
    }

    /// The questions that are answered.
    pub fn answers(&self) -> impl Iterator<Item = (Question, &str)> {
        Question::ALL
            .into_iter()
            .map(|question| (question, self.answer(question).trim()))
            .filter(|(_, answer)| !answer.is_empty())
    }

    /// The grounds this reason gives, beside the client's last one. One good answer is enough, whatever else is written.
    pub fn grounds(self, last: Option<&Self>) -> Result<Grounds, Weak> {
        if self.urgent {
            return Ok(Grounds(self));
        }
        match self.weakness(last) {
            None => Ok(Grounds(self)),
            Some(weak) => Err(weak),
        }
    }

    /// What is wrong with it, urgency aside; `None` when one answer is good.
    pub fn weakness(&self, last: Option<&Self>) -> Option<Weak> {
        let mut first = None;
        for (question, answer) in self.answers() {
            let weak = if hollow::is_hollow(answer) {
                Weak::Hollow(question)
            } else if last.is_some_and(|last| last.says_like(answer)) {
                Weak::Repeats(question)
            } else {
                return None;
            };
            first.get_or_insert(weak);
        }
        Some(first.unwrap_or(Weak::Missing))
    }

    /// Whether one of its answers is the same as `other`, accents, case, punctuation and empty words aside.
    fn says_like(&self, other: &str) -> bool {
        let other = hollow::core(other);
        self.answers()
            .any(|(_, answer)| alike(&hollow::core(answer), &other) >= Self::ALIKE)
    }
}

/// How alike two texts are, from 0 to 1: letters to change over letters there are (Levenshtein).
fn alike(one: &str, other: &str) -> f64 {
    strsim::normalized_levenshtein(one, other)
}

impl Grounds {
    /// The reason itself.
    pub fn reason(&self) -> &Reason {
        &self.0
    }

    /// The reason itself.
    pub fn into_reason(self) -> Reason {
        self.0
    }
}
