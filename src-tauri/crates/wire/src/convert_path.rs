//! Between the domain's words of a path and the wire's.

use domain as d;
use workflows::path as w;

use crate as x;
use crate::convert::{alike, same};
use crate::{Malformed, text};

same!(d::Aim, x::Aim: Conclude, Keep, Renew, WinBack, Open);
same!(d::StepKind, x::StepKind: Phone, Video, InPerson, Work);
same!(d::Template, x::Template: Discovery, Care, Renewal, Return);
same!(d::ClockState, x::ClockState: Never, OnTrack, Soon, Overdue);
same!(d::Question, x::Question: Bring, Astonish, Clarify);
same!(d::Owner, x::Owner: Us, Them);
same!(d::PromiseState, x::PromiseState: Open, Kept, Dropped);
same!(w::From, x::MaterialFrom: Promise, Need, Market, Step, Last, Unseen, Unmet);

alike!(d::Sights, x::Sights: premises, workshop, reception, colleagues, mood);
alike!(d::Step, x::Step: aim, after; into kind);
alike!(d::Rhythm, x::Rhythm: ; maybe phone, video, in_person);

impl From<d::Interval> for x::Interval {
    fn from(d::Interval { ideal, most }: d::Interval) -> Self {
        Self { ideal, most }
    }
}

impl From<x::Interval> for d::Interval {
    fn from(x::Interval { ideal, most }: x::Interval) -> Self {
        Self::new(ideal, most)
    }
}

impl TryFrom<x::PathEdit> for w::Edit {
    type Error = Malformed;

    fn try_from(
        x::PathEdit {
            aim,
            steps,
            rhythm,
            look_again,
        }: x::PathEdit,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            aim: aim.map(Into::into),
            steps: steps.map(|steps| match steps {
                x::StepsGiven::Nothing => w::Steps::Nothing,
                x::StepsGiven::Template { template } => w::Steps::Template(template.into()),
                x::StepsGiven::Given { steps } => {
                    w::Steps::Given(steps.into_iter().map(Into::into).collect())
                }
            }),
            rhythm: rhythm.map(Into::into),
            look_again: look_again.as_deref().map(day).transpose()?,
        })
    }
}

impl TryFrom<x::NeedGiven> for w::NeedGiven {
    type Error = Malformed;

    fn try_from(
        x::NeedGiven {
            id,
            words,
            answer,
            touchpoint,
        }: x::NeedGiven,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            id: id.as_deref().map(text::id).transpose()?,
            words,
            answer,
            touchpoint: touchpoint.as_deref().map(text::id).transpose()?,
        })
    }
}

impl TryFrom<x::PromiseGiven> for w::PromiseGiven {
    type Error = Malformed;

    fn try_from(
        x::PromiseGiven {
            id,
            owner,
            words,
            due,
            state,
        }: x::PromiseGiven,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            id: id.as_deref().map(text::id).transpose()?,
            owner: owner.into(),
            words,
            due: due.as_deref().map(day).transpose()?.flatten(),
            state: state.into(),
            touchpoint: None,
        })
    }
}

impl TryFrom<x::Closing> for w::Closing {
    type Error = Malformed;

    fn try_from(
        x::Closing {
            state,
            outcome,
            sights,
            needs,
            answered,
            promises,
            kept,
            look_again,
        }: x::Closing,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            state: state.into(),
            outcome,
            sights: sights.into(),
            needs,
            answered: answered
                .iter()
                .map(|id| text::id(id))
                .collect::<Result<_, _>>()?,
            promises: promises
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
            kept: kept
                .iter()
                .map(|id| text::id(id))
                .collect::<Result<_, _>>()?,
            look_again: look_again.as_deref().map(day).transpose()?.flatten(),
        })
    }
}

/// A day; empty is none.
pub(crate) fn day(given: &str) -> Result<Option<chrono::NaiveDate>, Malformed> {
    match given {
        "" => Ok(None),
        given => text::date(given).map(Some),
    }
}
