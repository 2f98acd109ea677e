//! A client's path as the window is shown it.

use domain as d;
use workflows::path as w;

use crate as x;
use crate::{Eye, number};

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
                    minutes: ghost.kind.kind().map(d::Kind::usual_minutes),
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

    pub(crate) fn promise(&self, promise: &d::Promise) -> x::Promised {
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
            advice: trail.and_then(|trail| self.advice(trail.advice)),
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

pub(crate) fn need(need: &d::Need) -> x::Need {
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
