//! What a reason can be made of, a brief and a day, as the window is shown them.

use workflows::path as w;

use crate as x;
use crate::Eye;
use crate::shown_path::need;
use crate::shown_people::phone;

impl Eye<'_> {
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
