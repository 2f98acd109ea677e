use chrono::{NaiveDateTime, NaiveTime};
use domain::{Takes, Zone};

use crate::agenda::dates;
use crate::day::Item;
use crate::nearby::nearest;
use crate::{Agenda, Busy, Days, Level, Proposal, Rule, Verdict};

/// What the rules say of `proposal`, and where else it could go; `now` is a wall time of the home zone, before which
/// nothing is suggested.
pub fn judge(proposal: Proposal, days: Days<'_>, now: NaiveDateTime) -> Verdict {
    let agenda = Agenda::of(days);
    let verdict = of(proposal, &agenda);
    let nearest = if verdict.rules.is_empty() {
        Vec::new()
    } else {
        nearest(proposal, &agenda, now, 3)
    };
    Verdict { nearest, ..verdict }
}

/// What the rules say of `proposal`, without a look at other places: `days` need only hold the days it touches.
pub fn weigh(proposal: Proposal, days: Days<'_>) -> Verdict {
    of(proposal, &Agenda::of(days))
}

/// What the rules say of `proposal` on an agenda that is read.
pub fn weigh_in(proposal: Proposal, agenda: &Agenda<'_>) -> Verdict {
    of(proposal, agenda)
}

pub(crate) fn of(proposal: Proposal, agenda: &Agenda<'_>) -> Verdict {
    let mut rules = overlaps(proposal, agenda);
    rules.extend(air(proposal, agenda));
    rules.extend(buffers(proposal, agenda));
    rules.extend(hours(proposal, agenda));
    Verdict {
        level: rules.iter().map(Rule::level).max().unwrap_or(Level::Free),
        rules,
        nearest: Vec::new(),
    }
}

/// Whether nothing at all speaks against `proposal`; the cheapest question first.
pub(crate) fn is_free(proposal: Proposal, agenda: &Agenda<'_>) -> bool {
    let span = proposal.span(agenda.days.home);
    let clear = dates(proposal.from, proposal.until)
        .flat_map(|date| agenda.busy_on(date))
        .all(|busy| !busy.span.overlaps(span));
    clear
        && hours(proposal, agenda).is_none()
        && own(proposal, agenda).all(|(item, other)| !item_overlaps(&item, other))
        && buffers(proposal, agenda).is_empty()
        && air(proposal, agenda).is_empty()
}

/// The proposal as a thing of each of its days, with whatever else stands there.
fn own<'a>(proposal: Proposal, agenda: &'a Agenda<'_>) -> impl Iterator<Item = (Item, &'a Item)> {
    dates(proposal.from, proposal.until).flat_map(move |date| {
        let item = Item::on(date, proposal.from, proposal.until, proposal.takes, None);
        agenda.items_on(date).iter().map(move |other| (item, other))
    })
}

fn item_overlaps(one: &Item, other: &Item) -> bool {
    one.from < other.until && other.from < one.until
}

fn overlaps(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let home = agenda.days.home;
    let span = proposal.span(home);
    let wall = |at| Zone::Floating.wall(at, home);
    let mut met: Vec<&Busy> = dates(proposal.from, proposal.until)
        .flat_map(|date| agenda.busy_on(date))
        .filter(|busy| busy.span.overlaps(span))
        .collect();
    // What passes midnight stands on both days.
    met.sort_by_key(|busy| (busy.takes == Takes::Air, busy.span.start));
    met.dedup_by(|one, other| std::ptr::eq(*one, *other));
    met.into_iter()
        .filter_map(|busy| {
            let (from, until) = (wall(busy.span.start), wall(busy.span.end));
            if busy.takes != Takes::Air {
                return Some(Rule::Overlap {
                    with: busy.title.clone(),
                    from,
                    until,
                });
            }
            // Air beside air is air.
            (proposal.takes != Takes::Air).then(|| Rule::OnAir {
                from,
                until,
                minutes: minutes(until.min(proposal.until) - from.max(proposal.from)),
            })
        })
        .collect()
}

/// The rules of air, of each day the proposal touches: they speak only where it makes the day worse.
fn air(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    if proposal.takes == Takes::Air {
        return rules;
    }
    let asked = agenda.days.settings.air;
    for date in dates(proposal.from, proposal.until) {
        let item = |from, until| Item::on(date, from, until, proposal.takes, None);
        let empty = agenda.day(date);
        let origin = proposal
            .origin
            .filter(|(from, until)| dates(*from, *until).any(|on| on == date));
        let then = empty
            .clone()
            .with(item(proposal.from, proposal.until))
            .breath();
        let now = match origin {
            Some((from, until)) => empty.with(item(from, until)).breath(),
            None => empty.breath(),
        };
        if then.short() > 0 && then.kept < now.kept {
            rules.push(Rule::Air {
                date,
                left: now.kept,
                after: then.kept,
                of: then.wanted,
            });
        }
        if then.eats && then.lunch.is_none() && now.lunch.is_some() {
            rules.push(Rule::Lunch {
                from: asked.lunch.from,
                until: asked.lunch.until,
                minutes: asked.lunch.minutes,
            });
        }
        if then.video > asked.video && then.video > now.video {
            rules.push(Rule::Video {
                minutes: then.video,
                most: asked.video,
                more: then.video - now.video.max(asked.video),
            });
        }
        if then.row > asked.row && then.row > now.row {
            rules.push(Rule::Row {
                videos: then.row,
                most: asked.row,
                pause: asked.pause,
            });
        }
    }
    rules
}

/// Meetings that stand closer than the wider of their buffers, without overlapping.
fn buffers(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let rules = &agenda.days.settings.air;
    let clear = rules.buffers.of(proposal.takes);
    // A buffer may reach over midnight; a meeting that is a day away never matters.
    let around = |at: NaiveDateTime, by: i64| at + chrono::Duration::minutes(by);
    let from = around(proposal.from, -i64::from(clear.before));
    let until = around(proposal.until, i64::from(clear.after));
    let mut found: Vec<Rule> = Vec::new();
    for date in dates(from, until) {
        let item = Item::on(date, proposal.from, proposal.until, proposal.takes, None);
        for other in agenda.items_on(date) {
            let apart = matches!(other.takes, Takes::Meeting(_)) && !item_overlaps(&item, other);
            if !apart || proposal.takes == Takes::Air {
                continue;
            }
            let wide = rules.buffers.of(other.takes);
            let missing = if other.until <= item.from {
                i64::from(clear.before.max(wide.after)) - (item.from - other.until)
            } else {
                i64::from(clear.after.max(wide.before)) - (other.from - item.until)
            };
            if missing > 0 {
                let with = other.busy.and_then(|at| agenda.days.busy.get(at));
                let rule = Rule::Buffer {
                    with: with.map(|busy| busy.title.clone()).unwrap_or_default(),
                    minutes: u32::try_from(missing).unwrap_or_default(),
                };
                if !found.contains(&rule) {
                    found.push(rule);
                }
            }
        }
    }
    found
}

fn hours(proposal: Proposal, agenda: &Agenda<'_>) -> Option<Rule> {
    let date = proposal.from.date();
    let Some(worked) = agenda.hours(date) else {
        return Some(Rule::DayOff);
    };
    let inside =
        proposal.from >= date.and_time(worked.from) && proposal.until <= until(date, worked.until);
    (!inside).then_some(Rule::OutOfHours {
        from: worked.from,
        until: worked.until,
    })
}

fn until(date: chrono::NaiveDate, time: NaiveTime) -> NaiveDateTime {
    date.and_time(time)
}

fn minutes(length: chrono::Duration) -> u32 {
    u32::try_from(length.num_minutes()).unwrap_or_default()
}
