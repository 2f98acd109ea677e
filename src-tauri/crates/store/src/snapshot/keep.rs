//! Which snapshots are kept: the latest three, the latest of each of the last seven days that have
//! one, and of each of the last four weeks.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Utc};

/// How many of the latest are kept.
pub(super) const LATEST: usize = 3;
const DAYS: usize = 7;
const WEEKS: usize = 4;

/// The numbers of those to keep, of snapshots given the newest first. Days and weeks are UTC's.
pub(super) fn kept(snapshots: &[(u64, DateTime<Utc>)]) -> BTreeSet<u64> {
    let mut kept: BTreeSet<u64> = snapshots.iter().take(LATEST).map(|(seq, _)| *seq).collect();
    kept.extend(latest_of_each(snapshots, DAYS, |at| at.num_days_from_ce()));
    kept.extend(latest_of_each(snapshots, WEEKS, |at| {
        let week = at.iso_week();
        week.year() * 100 + i32::try_from(week.week()).unwrap_or_default()
    }));
    kept
}

fn latest_of_each(
    snapshots: &[(u64, DateTime<Utc>)],
    most: usize,
    of: impl Fn(&DateTime<Utc>) -> i32,
) -> Vec<u64> {
    let mut seen = BTreeSet::new();
    snapshots
        .iter()
        .filter(|(_, at)| seen.insert(of(at)))
        .take(most)
        .map(|(seq, _)| *seq)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone};

    /// One every six hours for forty days, the newest first.
    fn forty_days() -> Vec<(u64, DateTime<Utc>)> {
        let now = Utc.with_ymd_and_hms(2026, 11, 24, 18, 0, 0).unwrap();
        (0..160)
            .map(|n| (1_000 - n, now - Duration::hours(6 * n as i64)))
            .collect()
    }

    #[test]
    fn three_latest_seven_days_and_four_weeks_are_kept() {
        let kept = kept(&forty_days());
        assert!(
            [1_000, 999, 998].iter().all(|seq| kept.contains(seq)),
            "the three latest"
        );
        assert!(
            (0..7).all(|day| kept.contains(&(1_000 - day * 4))),
            "the last of each of seven days: {kept:?}"
        );
        assert!(
            kept.len() <= LATEST + DAYS + WEEKS,
            "and no more than the rule says: {kept:?}"
        );
        assert!(
            kept.iter().next().is_some_and(|oldest| *oldest < 976),
            "the oldest week reaches back further than the days: {kept:?}"
        );
    }

    #[test]
    fn few_snapshots_are_all_kept() {
        let few = &forty_days()[..3];
        assert_eq!(kept(few).len(), 3, "the latest three never go");
    }

    #[test]
    fn rotating_again_changes_nothing() {
        let all = forty_days();
        let once = kept(&all);
        let left: Vec<_> = all
            .into_iter()
            .filter(|(seq, _)| once.contains(seq))
            .collect();
        assert_eq!(kept(&left), once, "what was kept is what would be kept");
    }
}
