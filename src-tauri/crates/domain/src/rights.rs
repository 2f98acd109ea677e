//! What a person may ask of whoever keeps a book about them: that they agreed and to what (GDPR art. 6 and 7), that they
//! object (art. 21), that they are not kept for ever (art. 5), that they are gone (art. 17).

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Client, Contact, Id, Noun, Participant, folded_name};

/// By what somebody may be reached.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By phone.
    Phone,
    /// By text message.
    Text,
    /// By post.
    Post,
    /// Some other way, or one of a later version.
    #[default]
    #[serde(other)]
    Other,
}

/// What was said of a channel.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Agreed {
    /// They agree.
    Given,
    /// They do not, or no more.
    Withdrawn,
    /// Nobody knows.
    #[default]
    #[serde(other)]
    Unknown,
}

/// On what one stands when one keeps and uses it (GDPR art. 6 §1 a, b and f).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// They agreed.
    Consent,
    /// There is a contract, or one is being made.
    Contract,
    /// It is of use to the house, and expected.
    LegitimateInterest,
    /// Nobody said.
    #[default]
    #[serde(other)]
    Unsaid,
}

/// What is known of somebody's consent for one channel, and where that comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Consent {
    /// By what they are reached.
    pub channel: Channel,
    /// What was said.
    pub agreed: Agreed,
    /// The day it was said, when that is known.
    pub on: Option<NaiveDate>,
    /// On what one stands.
    pub basis: Basis,
    /// Where it comes from, one line: a form, a call, a file; may be empty.
    pub source: String,
}

/// Somebody said they do not want to be contacted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Objection {
    /// The day they said so.
    pub on: NaiveDate,
    /// How it was said, one line; may be empty.
    #[serde(default)]
    pub source: String,
}

/// Somebody was looked at again and stays in the book for now.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stays {
    /// The day that was decided.
    pub on: NaiveDate,
    /// The day one is asked again.
    pub until: NaiveDate,
    /// Why, one line; may be empty.
    #[serde(default)]
    pub why: String,
}

/// After how many years without a sign of life somebody is looked at again: the CNIL's measure for people who are no
/// customers, from the last contact that came from them. It is a guide for the person who decides, never a deletion.
pub const REVIEW_YEARS: i32 = 3;

/// The first day somebody is to be looked at again who was last heard of on `last`: the same day three years on; for a
/// 29 February the first of March, so that three years have gone by in full. `None` past the end of the calendar.
pub fn review_from(last: NaiveDate) -> Option<NaiveDate> {
    let year = last.year() + REVIEW_YEARS;
    last.with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

/// Whether somebody is to be looked at again on `today`, last heard of on `last`, and perhaps kept since. What was heard
/// of after it was decided to keep them counts as any other sign.
pub fn asks_review(last: NaiveDate, stays: Option<&Stays>, today: NaiveDate) -> bool {
    let stays = stays.is_some_and(|stays| stays.until > today);
    !stays && review_from(last).is_some_and(|from| from <= today)
}

/// The day somebody was last heard of: the latest of `signs` up to `today`, and the day they came into the book when
/// there is none.
pub fn last_sign(
    signs: impl IntoIterator<Item = NaiveDate>,
    created: NaiveDate,
    today: NaiveDate,
) -> NaiveDate {
    let heard = signs.into_iter().filter(|sign| *sign <= today).max();
    heard.unwrap_or(created)
}

/// Who is not to be contacted, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// What they are called.
    pub name: String,
    /// Whether it is the house as a whole.
    pub whole: bool,
    /// The day they said so.
    pub on: NaiveDate,
}

/// Whether a touchpoint with a client and these people may be planned: not when the client objects as a whole, nor with
/// somebody who does, nor with nobody named when everybody one knows there does. `people` are those of the client who
/// are neither put aside nor in the trash, and whoever else of the book is named among the participants.
pub fn barred(
    client: Option<&Client>,
    people: &[Contact],
    participants: &[Participant],
) -> Option<Barred> {
    if let Some((client, objection)) =
        client.and_then(|client| client.objection.as_ref().map(|one| (client, one)))
    {
        return Some(Barred {
            name: client.name.clone(),
            whole: true,
            on: objection.on,
        });
    }
    let of = |contact: &Contact| {
        contact.objection.as_ref().map(|objection| Barred {
            name: contact.name.clone(),
            whole: false,
            on: objection.on,
        })
    };
    let others = participants.iter().any(|one| !one.organizer);
    let named = people
        .iter()
        .filter(|contact| participants.iter().any(|one| contact.takes_part_as(one)))
        .find_map(of);
    let there = |contact: &&Contact| client.is_some_and(|at| contact.client == Some(at.id));
    let everybody = || {
        let mut known = people.iter().filter(there).peekable();
        known.peek()?;
        let barred: Option<Vec<Barred>> = known.map(of).collect();
        barred?.into_iter().next()
    };
    named.or_else(|| if others { None } else { everybody() })
}

impl Contact {
    /// Whether a participant is this person: an e-mail address of theirs, or where none is written their whole name.
    pub fn takes_part_as(&self, one: &Participant) -> bool {
        let address = one.email.trim().to_lowercase();
        if address.is_empty() {
            return !one.name.trim().is_empty() && folded_name(&one.name) == self.folded_name();
        }
        self.emails.iter().any(|email| email.folded() == address)
    }
}

/// A line of the history that named somebody, and what it says without them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unnamed {
    /// The number of the line.
    pub seq: u64,
    /// What its sentence needs.
    pub args: BTreeMap<String, String>,
}

/// The id of an [`Erasure`].
pub type ErasureId = Id<Erasure>;

impl Noun for Erasure {
    const PREFIX: &'static str = "er";
}

/// What was erased for good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Erased {
    /// Somebody, with what named them (GDPR art. 17).
    #[default]
    Person,
    /// What was in the trash.
    Trash,
}

/// That somebody was erased, or that the trash was, and nothing of who or what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Its identity.
    pub id: ErasureId,
    /// What went.
    #[serde(default)]
    pub of: Erased,
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// The day from which it reaches snapshots and journals, when Sentier starts next.
    pub due: NaiveDate,
    /// When it reached them, UTC; until then it can be undone.
    #[serde(default)]
    pub reached_at: Option<DateTime<Utc>>,
    /// How many touchpoints stay without their name.
    #[serde(default)]
    pub touchpoints: u32,
    /// In how many texts a nameless word took their place.
    #[serde(default)]
    pub texts: u32,
    /// What tells, of a record somebody has in hand, that it was theirs ([`Erasure::mark`]): a copy made before still
    /// holds them, and must not bring them back.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Lines of the history that named them; empty once they do no more.
    #[serde(default)]
    pub lines: Vec<Unnamed>,
}

impl Erasure {
    /// How long an erasure may wait before it reaches snapshots and journals, in days.
    pub const DAYS_MOST: u64 = 30;

    /// The day it reaches them when nobody asks for more haste, of one made on `today`.
    pub fn due_from(today: NaiveDate) -> NaiveDate {
        today
            .checked_add_days(Days::new(Self::DAYS_MOST))
            .unwrap_or(today)
    }

    /// The mark of a record that was theirs. It follows from this erasure's own id, so that it says nothing by itself
    /// and finds nothing in another erasure or book.
    pub fn mark(&self, key: [u8; 16]) -> String {
        let own = Uuid::from_bytes(self.id.to_bytes());
        Uuid::new_v5(&own, &key).simple().to_string()
    }

    /// Whether a record with this key was theirs.
    pub fn knows(&self, key: [u8; 16]) -> bool {
        !self.marks.is_empty() && self.marks.contains(&self.mark(key))
    }

    /// Whether it is time that it reaches them.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.reached_at.is_none() && self.due <= today
    }
}
