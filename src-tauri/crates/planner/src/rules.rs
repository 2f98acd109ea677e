use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Half, Takes, Zone};

use crate::agenda::dates;
use crate::breath::Breath;
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

/// Judged where it would stand, be that not quite where it is asked.
pub(crate) fn of(proposal: Proposal, agenda: &Agenda<'_>) -> Verdict {
    let proposal = proposal.shown(agenda.days.home);
    let mut rules = overlaps(proposal, agenda);
    rules.extend(air(proposal, agenda));
    rules.extend(buffers(proposal, agenda));
    rules.extend(unfit(proposal, agenda));
    rules.extend(hours(proposal, agenda));
    Verdict {
        level: rules.iter().map(Rule::level).max().unwrap_or(Level::Free),
        rules,
        nearest: Vec::new(),
    }
}

/// Whether nothing at all speaks against `proposal`; the cheapest question first.
pub(crate) fn is_free(proposal: Proposal, agenda: &Agenda<'_>) -> bool {
    let proposal = proposal.shown(agenda.days.home);
    own(proposal, agenda).all(|(item, other)| !item.overlaps(other))
        && hours(proposal, agenda).is_none()
        && unfit(proposal, agenda).is_empty()
        && buffers(proposal, agenda).is_empty()
        && is_clear(proposal, agenda)
        && air(proposal, agenda).is_empty()
}

/// Whether no instant of it is taken: what has no length stands between two minutes, and is seen here only.
fn is_clear(proposal: Proposal, agenda: &Agenda<'_>) -> bool {
    let span = proposal.span(agenda.days.home);
    dates(proposal.from, proposal.until)
        .flat_map(|date| agenda.busy_on(date))
        .all(|busy| !busy.span.overlaps(span))
}

/// The proposal as a thing of each of its days, with whatever else stands there.
fn own<'a>(proposal: Proposal, agenda: &'a Agenda<'_>) -> impl Iterator<Item = (Item, &'a Item)> {
    dates(proposal.from, proposal.until).flat_map(move |date| {
        let item = Item::on(date, proposal.from, proposal.until, proposal.takes, None);
        agenda.items_on(date).iter().map(move |other| (item, other))
    })
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
    let known = met.into_iter().filter_map(|busy| {
        let (from, until) = (wall(busy.span.start), wall(busy.span.end));
        on(proposal, busy.takes, &busy.title, from, until)
    });
    let mut rules: Vec<Rule> = known.collect();
    rules.extend(unknown(proposal, agenda));
    rules
}

/// What was put into the agenda that has no name: it is in the way as anything else.
fn unknown(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    for date in dates(proposal.from, proposal.until) {
        let item = Item::on(date, proposal.from, proposal.until, proposal.takes, None);
        let midnight = date.and_time(NaiveTime::MIN);
        let wall = |minutes| midnight + Duration::minutes(minutes);
        for other in agenda.items_on(date) {
            if other.busy.is_some() || !item.overlaps(other) {
                continue;
            }
            let rule = on(
                proposal,
                other.takes,
                "",
                wall(other.from),
                wall(other.until),
            );
            rules.extend(rule.filter(|rule| !rules.contains(rule)));
        }
    }
    rules
}

/// What standing on something means; air beside air is air.
fn on(
    proposal: Proposal,
    takes: Takes,
    title: &str,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Option<Rule> {
    if takes != Takes::Air {
        return Some(Rule::Overlap {
            with: title.to_owned(),
            from,
            until,
        });
    }
    (proposal.takes != Takes::Air).then(|| Rule::OnAir {
        from,
        until,
        minutes: minutes(until.min(proposal.until) - from.max(proposal.from)),
    })
}

/// What a day was, as far as a proposal must not make it worse.
#[derive(Clone, Copy)]
struct Was {
    kept: u32,
    fed: bool,
    video: u32,
    over: u32,
}

impl Was {
    fn of(breath: &Breath) -> Self {
        Self {
            kept: breath.kept,
            fed: breath.lunch.is_some(),
            video: breath.video,
            over: breath.over,
        }
    }

    /// The worse of the two in everything.
    fn or(self, other: Self) -> Self {
        Self {
            kept: self.kept.min(other.kept),
            fed: self.fed && other.fed,
            video: self.video.max(other.video),
            over: self.over.max(other.over),
        }
    }

    /// The day a proposal is held against: with the proposal where it stands now; where several things go at once, as
    /// it was before they did, or without this one, whichever is worse, so that it answers for its own part only.
    fn before(proposal: Proposal, date: NaiveDate, agenda: &Agenda<'_>) -> Self {
        if let Some(before) = agenda.before() {
            return agenda.look(date, Self::of).or(before.look(date, Self::of));
        }
        let origin = proposal
            .origin
            .filter(|(from, until)| dates(*from, *until).any(|on| on == date));
        match origin {
            Some((from, until)) => {
                let item = Item::on(date, from, until, proposal.takes, None);
                Self::of(&agenda.day(date).with(item).breath())
            }
            None => agenda.look(date, Self::of),
        }
    }
}

/// The rules of air, of each day the proposal touches: they speak only where it makes the day worse.
fn air(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    if proposal.takes == Takes::Air {
        return rules;
    }
    let asked = agenda.days.settings.air;
    for date in dates(proposal.from, proposal.until) {
        let item = Item::on(date, proposal.from, proposal.until, proposal.takes, None);
        let day = agenda.day(date).with(item);
        let (then, now) = (day.breath(), Was::before(proposal, date, agenda));
        if then.short() > 0 && then.kept < now.kept {
            rules.push(Rule::Air {
                date,
                left: now.kept,
                after: then.kept,
                of: then.wanted,
            });
        }
        if then.eats && then.lunch.is_none() && now.fed {
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
        if then.over > now.over {
            let rows = day.rows();
            let own = rows.iter().find(|row| row.holds(&item));
            rules.push(Rule::Row {
                videos: own.map_or(then.row, |row| row.videos),
                most: asked.row,
                pause: asked.pause,
            });
        }
    }
    rules
}

/// Meetings closer to what is beside them than the wider of their buffers, without overlapping. Air may be as close as
/// it likes, and so may the way there and back: it is the meeting's own.
fn buffers(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let close = |takes| matches!(takes, Takes::Air | Takes::Travel);
    let mut found: Vec<Rule> = Vec::new();
    if close(proposal.takes) {
        return found;
    }
    let buffers = &agenda.days.settings.air.buffers;
    let own = buffers.of(proposal.takes);
    // A buffer may reach over midnight, from either side; a meeting that is a day away never matters.
    let kinds = [buffers.phone, buffers.video, buffers.in_person];
    let widest = kinds
        .iter()
        .flat_map(|buffer| [buffer.before, buffer.after]);
    let reach = Duration::minutes(widest.max().unwrap_or_default().into());
    for date in dates(proposal.from - reach, proposal.until + reach) {
        let item = Item::on(date, proposal.from, proposal.until, proposal.takes, None);
        for other in agenda.items_on(date) {
            if close(other.takes) || item.overlaps(other) {
                continue;
            }
            let wide = buffers.of(other.takes);
            let missing = if other.until <= item.from {
                i64::from(own.before.max(wide.after)) - (item.from - other.until)
            } else {
                i64::from(own.after.max(wide.before)) - (other.from - item.until)
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

/// What cannot be held where one is, in each half of a day it touches.
fn unfit(proposal: Proposal, agenda: &Agenda<'_>) -> Vec<Rule> {
    let Takes::Meeting(kind) = proposal.takes else {
        return Vec::new();
    };
    let settings = agenda.days.settings;
    let mut found = Vec::new();
    for date in dates(proposal.from, proposal.until) {
        let noon = date.and_time(Half::noon());
        for half in Half::BOTH {
            let touches = match half {
                Half::Morning => proposal.from < noon,
                Half::Afternoon => proposal.until > noon,
            };
            let Some(spot) = settings.spot_at(date, half).filter(|_| touches) else {
                continue;
            };
            let holds = settings.spots.holds.of(spot);
            if let Some(what) = holds.against(kind, proposal.confidential) {
                let rule = Rule::Unfit { spot, what };
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
    let inside = proposal.from >= date.and_time(worked.from)
        && proposal.until <= date.and_time(worked.until);
    (!inside).then_some(Rule::OutOfHours {
        from: worked.from,
        until: worked.until,
    })
}

fn minutes(length: Duration) -> u32 {
    u32::try_from(length.num_minutes()).unwrap_or_default()
}
