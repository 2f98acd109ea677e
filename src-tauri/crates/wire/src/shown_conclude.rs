//! The concluding meeting, both ways between the workflows' words and the wire's.

use chrono::{NaiveDateTime, NaiveTime};
use planner::{Bridge, Impossible};
use words::Arg;
use workflows::conclude as w;

use crate as x;
use crate::Eye;
use crate::text;

impl From<x::BetweenWork> for w::Work {
    fn from(x::BetweenWork { title, minutes }: x::BetweenWork) -> Self {
        Self { title, minutes }
    }
}

impl From<&w::Work> for x::BetweenWork {
    fn from(w::Work { title, minutes }: &w::Work) -> Self {
        Self {
            title: title.clone(),
            minutes: *minutes,
        }
    }
}

impl TryFrom<x::Conclude> for w::Ask {
    type Error = x::Malformed;

    fn try_from(
        x::Conclude {
            id,
            occurrence,
            on,
            hour,
            work,
            reason,
        }: x::Conclude,
    ) -> Result<Self, x::Malformed> {
        let hour = hour.map(|minute| {
            NaiveTime::from_num_seconds_from_midnight_opt(minute.saturating_mul(60), 0).ok_or(
                x::Malformed {
                    given: minute.to_string(),
                    wanted: "a minute of the day",
                },
            )
        });
        Ok(Self {
            id: text::id(&id)?,
            occurrence: text::occurrence(occurrence.as_deref())?,
            on: match on {
                x::ConcludeOn::After { days } => w::On::After(days),
                x::ConcludeOn::Day { date } => w::On::Day(text::date(&date)?),
            },
            hour: hour.transpose()?,
            work: work.map(|all| all.into_iter().map(Into::into).collect()),
            reason: reason.map(Into::into),
        })
    }
}

impl Eye<'_> {
    /// What a concluding meeting would be.
    pub fn conclude(&self, look: &w::Look) -> x::ConcludeLook {
        let laid = |bridge: &Bridge| self.bridge(bridge, &look.work);
        let failed = look.bridge.as_ref().err();
        let date = match &look.bridge {
            Ok(bridge) => Some(bridge.at.0.date()),
            Err(Impossible { on, .. }) => *on,
        };
        x::ConcludeLook {
            block: self.block(&look.seen),
            after: look.after,
            bridge: look.bridge.as_ref().ok().map(laid),
            day: date
                .map(|date| self.words().day(date, self.today()))
                .unwrap_or_default(),
            why: failed
                .map(|why| self.why(why, &look.work))
                .unwrap_or_default(),
            instead: failed.and_then(|why| why.instead.as_ref()).map(laid),
            work: look.work.iter().map(Into::into).collect(),
            reason: look.reason.clone().into(),
            weak: look.weak.as_ref().map(|fault| fault.say(self.words()).0),
        }
    }

    /// What asking for one answers.
    pub fn concluded(&self, answer: Result<workflows::Done, w::Look>) -> x::Concluded {
        match answer {
            Ok(done) => x::Concluded::Done(Box::new(self.done(done))),
            Err(look) => x::Concluded::Impossible(Box::new(self.conclude(&look))),
        }
    }

    /// Work that usually leads to one.
    pub fn between_templates(&self, templates: &[w::Template]) -> Vec<x::BetweenTemplate> {
        let template = |one: &w::Template| x::BetweenTemplate {
            name: one.name.clone(),
            work: one.work.iter().map(Into::into).collect(),
        };
        templates.iter().map(template).collect()
    }

    fn why(&self, why: &Impossible, work: &[w::Work]) -> Vec<String> {
        if let Some(one) = why.work.and_then(|at| work.get(at)) {
            let args = [
                ("title", Arg::from(one.title.as_str())),
                ("length", Arg::from(self.words().length(one.minutes))),
            ];
            return vec![self.words().say("conclude-work-nowhere", &args)];
        }
        why.rules.iter().map(|rule| self.rule(rule)).collect()
    }

    fn bridge(&self, bridge: &Bridge, work: &[w::Work]) -> x::BridgeLaid {
        let when = |from: NaiveDateTime, until| self.words().range(from, until, self.today());
        let (from, until) = bridge.at;
        x::BridgeLaid {
            date: from.date().to_string(),
            start: text::of_wall(from),
            end: text::of_wall(until),
            when: when(from, until),
            after: bridge.after,
            same_hour: bridge.same_hour,
            work: work
                .iter()
                .zip(&bridge.work)
                .map(|(work, laid)| x::LaidWork {
                    title: work.title.clone(),
                    start: text::of_wall(laid.from),
                    end: text::of_wall(laid.until),
                    when: when(laid.from, laid.until),
                })
                .collect(),
        }
    }
}
