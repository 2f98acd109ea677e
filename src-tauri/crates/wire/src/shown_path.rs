//! A path, a brief and a day as the window is shown them, and what it says of them taken back.

use domain as d;
use workflows::path as w;

use crate as x;
use crate::convert::same;
use crate::shown_people::phone;
use crate::{Eye, Malformed, number, text};

same!(d::Aim, x::Aim: Conclude, Keep, Renew, WinBack, Open);
same!(d::StepKind, x::StepKind: Phone, Video, InPerson, Work);
same!(d::Template, x::Template: Discovery, Care, Renewal, Return);
same!(d::ClockState, x::ClockState: Never, OnTrack, Soon, Overdue);
same!(d::Question, x::Question: Bring, Astonish, Clarify);
same!(d::Owner, x::Owner: Us, Them);
same!(d::PromiseState, x::PromiseState: Open, Kept, Dropped);
same!(w::From, x::MaterialFrom: Promise, Need, Step, Last, Unseen, Unmet);

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

impl From<d::Rhythm> for x::Rhythm {
    fn from(
        d::Rhythm {
            phone,
            video,
            in_person,
        }: d::Rhythm,
    ) -> Self {
        Self {
            phone: phone.map(Into::into),
            video: video.map(Into::into),
            in_person: in_person.map(Into::into),
        }
    }
}

impl From<x::Rhythm> for d::Rhythm {
    fn from(
        x::Rhythm {
            phone,
            video,
            in_person,
        }: x::Rhythm,
    ) -> Self {
        Self {
            phone: phone.map(Into::into),
            video: video.map(Into::into),
            in_person: in_person.map(Into::into),
        }
    }
}

impl From<d::Sights> for x::Sights {
    fn from(
        d::Sights {
            premises,
            workshop,
            reception,
            colleagues,
            mood,
        }: d::Sights,
    ) -> Self {
        Self {
            premises,
            workshop,
            reception,
            colleagues,
            mood,
        }
    }
}

impl From<x::Sights> for d::Sights {
    fn from(
        x::Sights {
            premises,
            workshop,
            reception,
            colleagues,
            mood,
        }: x::Sights,
    ) -> Self {
        Self {
            premises,
            workshop,
            reception,
            colleagues,
            mood,
        }
    }
}

impl From<d::Step> for x::Step {
    fn from(d::Step { kind, aim, after }: d::Step) -> Self {
        Self {
            kind: kind.into(),
            aim,
            after,
        }
    }
}

impl From<x::Step> for d::Step {
    fn from(x::Step { kind, aim, after }: x::Step) -> Self {
        Self {
            kind: kind.into(),
            aim,
            after,
        }
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
fn day(given: &str) -> Result<Option<chrono::NaiveDate>, Malformed> {
    match given {
        "" => Ok(None),
        given => text::date(given).map(Some),
    }
}

impl Eye<'_> {
    /// A client's path.
    pub fn path(&self, client: &d::Client, trail: &w::Trail) -> x::Path {
        let steps = client
            .course
            .as_ref()
            .map_or(&[][..], |course| &course.steps);
        let mut promises: Vec<&d::Promise> = client.promises.iter().collect();
        promises.sort_by_key(|one| {
            let open = one.is_open().then_some((one.due.is_none(), one.due));
            (!one.is_open(), open, std::cmp::Reverse(one.on))
        });
        x::Path {
            aim: client.aim.into(),
            steps: steps.iter().cloned().map(Into::into).collect(),
            clocks: self.clocks(&trail.clocks),
            rhythm: client.rhythm.into(),
            usual: d::Rhythm::of_tier(client.tier).into(),
            ghosts: trail
                .ghosts
                .iter()
                .map(|ghost| x::Ghost {
                    step: ghost.step.map(|at| number(at as u64)),
                    kind: ghost.kind.into(),
                    aim: ghost
                        .step
                        .and_then(|at| steps.get(at))
                        .map(|step| step.aim.clone())
                        .unwrap_or_default(),
                    on: ghost.on.to_string(),
                })
                .collect(),
            silences: trail.silences.iter().map(silence).collect(),
            advice: self.advice(trail.advice),
            lacks_next: trail.lacks_next,
            look_again: client.look_again.map(|day| day.to_string()),
            needs: client.needs.iter().rev().map(need).collect(),
            promises: promises.into_iter().map(|one| self.promise(one)).collect(),
        }
    }

    pub(crate) fn clocks(&self, clocks: &[d::Clock]) -> Vec<x::Clock> {
        clocks
            .iter()
            .map(|clock| x::Clock {
                kind: clock.kind.into(),
                state: clock.state.into(),
                last: clock.last.map(|day| day.to_string()),
                until: clock.until().map(|day| day.to_string()),
                interval: clock.interval.into(),
            })
            .collect()
    }

    fn advice(&self, advice: Option<d::Advice>) -> Option<String> {
        let id = match advice? {
            d::Advice::Silence => "path-advice-silence",
            d::Advice::Other(d::Kind::Video) => "path-advice-video",
            d::Advice::Other(d::Kind::InPerson) => "path-advice-in-person",
            d::Advice::Other(d::Kind::Phone | d::Kind::Other) => "path-advice-phone",
        };
        Some(self.words().say(id, &[]))
    }

    fn promise(&self, promise: &d::Promise) -> x::Promised {
        let d::Promise {
            id,
            owner,
            words,
            on,
            due,
            state,
            touchpoint: _,
        } = promise;
        x::Promised {
            id: id.to_string(),
            owner: (*owner).into(),
            words: words.clone(),
            on: on.to_string(),
            due: due.map(|day| day.to_string()),
            when: due
                .map(|day| self.words().day(day, self.today()))
                .unwrap_or_default(),
            late: promise.is_due(self.today()),
            state: (*state).into(),
        }
    }

    /// A touchpoint that is closed.
    pub fn closed(&self, closed: w::Closed) -> x::Closed {
        let w::Closed { done, trail } = closed;
        x::Closed {
            done: self.done(done),
            clocks: trail
                .as_ref()
                .map_or_else(Vec::new, |trail| self.clocks(&trail.clocks)),
            lacks_next: trail.as_ref().is_some_and(|trail| trail.lacks_next),
            advice: trail.and_then(|trail| self.advice(trail.advice)),
        }
    }

    /// Pieces a reason can be made of.
    pub fn material(&self, found: Vec<w::Material>) -> Vec<x::Material> {
        found
            .into_iter()
            .map(
                |w::Material {
                     from,
                     question,
                     text,
                 }| x::Material {
                    from: from.into(),
                    question: question.into(),
                    text,
                },
            )
            .collect()
    }

    /// A brief.
    pub fn brief(&self, brief: &w::Brief) -> x::Brief {
        x::Brief {
            block: self.block(&brief.seen),
            when: brief
                .seen
                .slot()
                .map(|slot| self.when(slot))
                .unwrap_or_default(),
            theirs: brief.theirs.as_ref().map(|one| self.promise(one)),
            ours: brief.ours.iter().map(|one| self.promise(one)).collect(),
            needs: brief.needs.iter().map(need).collect(),
            astonish: brief.astonish.as_ref().map(|one| one.text.clone()),
            unmet: brief.unmet.clone(),
            last: brief.last.iter().map(|one| self.past(one)).collect(),
            clocks: self.clocks(&brief.clocks),
            call: brief.call.as_ref().map(|(who, number)| x::Call {
                who: who.clone(),
                phone: phone(number),
            }),
        }
    }

    /// A touchpoint in a line.
    fn past(&self, seen: &workflows::Seen) -> x::Past {
        let outcome = seen.touchpoint.outcome.lines().map(str::trim);
        let day = seen
            .days(self.home())
            .map(|(day, _)| self.words().day(day, self.today()));
        x::Past {
            block: self.block(seen),
            day: day.unwrap_or_default(),
            outcome: outcome.filter(|line| !line.is_empty()).take(1).collect(),
        }
    }

    /// The day.
    pub fn day_of(&self, today: &w::Today, hours: Option<(u32, u32)>) -> x::Today {
        x::Today {
            date: today.date.to_string(),
            hours,
            blocks: self.blocks(&today.blocks),
            next: today.next.as_ref().map(|brief| self.brief(brief)),
            owed: today
                .owed
                .iter()
                .map(|owed| x::Owed {
                    client: x::ClientRef {
                        id: owed.client.0.to_string(),
                        name: owed.client.1.clone(),
                    },
                    promise: self.promise(&owed.promise),
                })
                .collect(),
            unclosed: today.unclosed.iter().map(|one| self.past(one)).collect(),
            without_reason: today
                .without_reason
                .iter()
                .map(|one| self.past(one))
                .collect(),
        }
    }
}

fn silence(silence: &d::Silence) -> x::Silence {
    let d::Silence { from, until, most } = silence;
    x::Silence {
        from: from.to_string(),
        until: until.to_string(),
        days: number(silence.days().unsigned_abs()),
        most: *most,
    }
}

fn need(need: &d::Need) -> x::Need {
    let d::Need {
        id,
        on,
        words,
        answer,
        answered_on,
        touchpoint: _,
    } = need;
    x::Need {
        id: id.to_string(),
        on: on.to_string(),
        words: words.clone(),
        answer: answer.clone(),
        answered: answered_on.map(|day| day.to_string()),
    }
}
