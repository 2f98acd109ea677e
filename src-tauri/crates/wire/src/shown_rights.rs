//! The person's rights as the window is shown them.

use domain as d;
use workflows::rights::Who;
use workflows::rights::erase::{Look, Mention, Where};
use workflows::rights::review::Silent;

use crate as x;
use crate::convert::same;
use crate::{Eye, number, text};

same!(d::Channel, x::ContactChannel: Email, Phone, Text, Post, Other);
same!(d::Agreed, x::Agreed: Given, Withdrawn, Unknown);
same!(d::Basis, x::Basis: Consent, Contract, LegitimateInterest, Unsaid);

impl From<d::Consent> for x::Consent {
    fn from(one: d::Consent) -> Self {
        Self {
            channel: one.channel.into(),
            agreed: one.agreed.into(),
            on: one.on.map(|date| date.to_string()),
            basis: one.basis.into(),
            source: one.source,
        }
    }
}
impl TryFrom<x::Consent> for d::Consent {
    type Error = x::Malformed;

    fn try_from(one: x::Consent) -> Result<Self, x::Malformed> {
        Ok(Self {
            channel: one.channel.into(),
            agreed: one.agreed.into(),
            on: one.on.as_deref().map(text::date).transpose()?,
            basis: one.basis.into(),
            source: one.source,
        })
    }
}

impl From<d::Objection> for x::Objection {
    fn from(d::Objection { on, source }: d::Objection) -> Self {
        Self {
            on: on.to_string(),
            source,
        }
    }
}
impl TryFrom<x::Objection> for d::Objection {
    type Error = x::Malformed;

    fn try_from(x::Objection { on, source }: x::Objection) -> Result<Self, x::Malformed> {
        Ok(Self {
            on: text::date(&on)?,
            source,
        })
    }
}

impl From<d::Stays> for x::Stays {
    fn from(d::Stays { on, until, why }: d::Stays) -> Self {
        Self {
            on: on.to_string(),
            until: until.to_string(),
            why,
        }
    }
}

impl TryFrom<x::Objector> for Who {
    type Error = x::Malformed;

    fn try_from(who: x::Objector) -> Result<Self, x::Malformed> {
        Ok(match who {
            x::Objector::Client { id } => Self::Client(text::id(&id)?),
            x::Objector::Contact { id } => Self::Contact(text::id(&id)?),
        })
    }
}

impl Eye<'_> {
    /// Those to look at again.
    pub fn silent(&self, total: usize, lines: &[Silent]) -> x::SilentLines {
        let today = self.today();
        let later = today
            .checked_add_months(chrono::Months::new(12))
            .unwrap_or(today);
        x::SilentLines {
            total: number(total as u64),
            lines: lines.iter().map(|line| self.silent_line(line)).collect(),
            later: later.to_string(),
        }
    }

    fn silent_line(&self, line: &Silent) -> x::SilentLine {
        let (words, today) = (self.words(), self.today());
        let contact = &line.contact;
        let stays = contact.stays.as_ref();
        x::SilentLine {
            id: contact.id.to_string(),
            name: contact.name.clone(),
            role: contact.role.clone(),
            email: contact
                .emails
                .first()
                .map(|email| email.address.clone())
                .unwrap_or_default(),
            client: line.client.as_ref().map(|(id, name)| x::ClientRef {
                id: id.to_string(),
                name: name.clone(),
            }),
            last: words.date(line.last, today),
            heard: line.heard,
            objects: contact.objection.is_some(),
            kept: stays
                .map(|one| words.date(one.on, today))
                .unwrap_or_default(),
            why: stays.map(|one| one.why.clone()).unwrap_or_default(),
        }
    }

    /// What erasing somebody does.
    pub fn erasure(&self, look: &Look) -> x::ErasureLook {
        let count = |count: usize| number(count as u64);
        x::ErasureLook {
            name: look.name.clone(),
            touchpoints: count(look.touchpoints),
            coming: count(look.coming),
            cards: count(look.cards),
            departures: count(look.departures),
            files: count(look.files),
            merges: count(look.merges),
            lines: count(look.lines),
            mentions: look.mentions.iter().map(|one| self.mention(one)).collect(),
            due: look
                .due
                .map(|day| self.words().date(day, self.today()))
                .unwrap_or_default(),
        }
    }

    fn mention(&self, one: &Mention) -> x::Mention {
        let [before, named, after] = one.excerpt.clone();
        x::Mention {
            key: one.key.clone(),
            touchpoint: match one.at {
                Where::Touchpoint(id) => Some(id.to_string()),
                _ => None,
            },
            client: match one.at {
                Where::Client(id) => Some(id.to_string()),
                _ => None,
            },
            title: one.title.clone(),
            field: self.words().say(one.field, &[]),
            before,
            named,
            after,
        }
    }

    /// An erasure as it is remembered.
    pub fn erasure_line(&self, one: &d::Erasure) -> x::ErasureLine {
        x::ErasureLine {
            when: self.said_at(one.at),
            touchpoints: one.touchpoints,
            due: self.words().date(one.due, self.today()),
            reached: one.reached_at.is_some(),
        }
    }
}
