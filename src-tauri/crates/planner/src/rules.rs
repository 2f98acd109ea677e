use chrono::NaiveDateTime;
use domain::Zone;

use crate::nearby::nearest;
use crate::{Days, Level, Proposal, Rule, Verdict};

/// What the rules say of `proposal`, and where else it could go; `now` is a wall time of the home zone, before which
/// nothing is suggested.
pub fn judge(proposal: Proposal, days: Days<'_>, now: NaiveDateTime) -> Verdict {
    let verdict = weigh(proposal, days);
    let nearest = if verdict.rules.is_empty() {
        Vec::new()
    } else {
        nearest(proposal, days, now, 3)
    };
    Verdict { nearest, ..verdict }
}

/// What the rules say of `proposal`, without a look at other places: `days` need only hold what touches it.
pub fn weigh(proposal: Proposal, days: Days<'_>) -> Verdict {
    let mut rules = overlaps(proposal, days);
    rules.extend(hours(proposal, days));
    Verdict {
        level: rules.iter().map(Rule::level).max().unwrap_or(Level::Free),
        rules,
        nearest: Vec::new(),
    }
}

/// Whether nothing at all speaks against `proposal`.
pub(crate) fn is_free(proposal: Proposal, days: Days<'_>) -> bool {
    let span = proposal.span(days.home);
    hours(proposal, days).is_none() && !days.busy.iter().any(|busy| busy.span.overlaps(span))
}

fn overlaps(proposal: Proposal, days: Days<'_>) -> Vec<Rule> {
    let span = proposal.span(days.home);
    days.busy
        .iter()
        .filter(|busy| busy.span.overlaps(span))
        .map(|busy| Rule::Overlap {
            with: busy.title.clone(),
            from: Zone::Floating.wall(busy.span.start, days.home),
            until: Zone::Floating.wall(busy.span.end, days.home),
        })
        .collect()
}

fn hours(proposal: Proposal, days: Days<'_>) -> Option<Rule> {
    let Some(worked) = days.settings.hours_on(proposal.from.date()) else {
        return Some(Rule::DayOff);
    };
    let date = proposal.from.date();
    let inside = proposal.from >= date.and_time(worked.from)
        && proposal.until <= date.and_time(worked.until);
    (!inside).then_some(Rule::OutOfHours {
        from: worked.from,
        until: worked.until,
    })
}
