//! How the backups stand, for whoever wants to know or should.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};

use super::found::Drilled;
use super::ledger::{Every, Plan, Saved};
use super::restore::when;
use crate::house::House;

/// A snapshot one can go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The group it stands at: what it is called by.
    pub seq: u64,
    /// When it was made, UTC.
    pub at: DateTime<Utc>,
    /// How many records of each noun, by the noun's name on disk.
    pub records: BTreeMap<String, u64>,
}

/// How the backups stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// When the newest good copy of any kind was made, UTC.
    pub last: Option<DateTime<Utc>>,
    /// The snapshots, the newest first.
    pub snapshots: Vec<Kept>,
    /// The newest backup outside the book.
    pub outside: Option<Saved>,
    /// What the person chose.
    pub plan: Plan,
    /// The chosen folder is not there: since when.
    pub away: Option<DateTime<Utc>>,
    /// What the person should know, and what to do about it.
    pub notice: Option<(String, String)>,
    /// Whether the book is locked: a backup is in clear all the same.
    pub sealed: bool,
    /// The last drill.
    pub drill: Option<Drilled>,
}

/// How the backups stand. Copies that cannot even be listed are none; the timer says why.
pub fn status(house: &House) -> Status {
    let ledger = house.backups.ledger();
    let snapshots: Vec<Kept> = house
        .store
        .snapshots()
        .inspect_err(|error| log::warn!("the snapshots were not listed: {error}"))
        .unwrap_or_default()
        .into_iter()
        .map(|one| Kept {
            seq: one.seq,
            at: one.at,
            records: one.records,
        })
        .collect();
    let outside = ledger.saved.last().cloned();
    let newest = snapshots.first().map(|one| one.at);
    Status {
        last: newest.max(outside.as_ref().map(|one| one.at)),
        notice: notice(house),
        snapshots,
        outside,
        away: ledger.away.filter(|_| ledger.plan.is_on()),
        plan: ledger.plan,
        sealed: house.key.is_some(),
        drill: ledger.drill,
    }
}

/// What failed, or has not been done for long: nothing that comes right by itself within days.
fn notice(house: &House) -> Option<(String, String)> {
    let (ledger, words) = (house.backups.ledger(), house.words());
    if let Some(trouble) = &ledger.snapshot {
        let (what, hint) = trouble.say(&words);
        let since = when(house, trouble.since);
        let args = [("since", since.into()), ("why", what.into())];
        return Some((words.say("backup-notice-snapshot", &args), hint));
    }
    if !ledger.plan.is_on() {
        return None;
    }
    let folder = ledger.plan.folder.as_ref()?.display().to_string();
    if let Some(trouble) = &ledger.trouble {
        let (what, hint) = trouble.say(&words);
        let since = when(house, trouble.since);
        let args = [
            ("since", since.into()),
            ("folder", folder.into()),
            ("why", what.into()),
        ];
        return Some((words.say("backup-notice-failed", &args), hint));
    }
    let patience = match ledger.plan.every {
        Every::Week => Duration::days(10),
        Every::Day | Every::Never => Duration::days(3),
    };
    let away = ledger.away?;
    // Away since it was last there: the backup is as old as that, or older.
    let last = ledger.last_scheduled().map_or(away, |last| last.at);
    let gone = house.clock.now() - last;
    if gone < patience {
        return None;
    }
    let days = usize::try_from(gone.num_days()).unwrap_or_default();
    let args = [("folder", folder.into()), ("days", days.into())];
    Some((
        words.say("backup-notice-away", &args),
        words.say("backup-notice-away-hint", &args),
    ))
}
