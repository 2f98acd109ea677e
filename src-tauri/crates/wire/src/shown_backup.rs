//! Backups, shown.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use domain::Zone;
use workflows::backup::{
    Every, Extent, KEEP_MOST, Kept, Look, Moves, Saved, Source, Status, status,
};
use workflows::check;
use workflows::rights::days_of;

use crate as x;
use crate::shown::{Eye, number};

impl Eye<'_> {
    /// How the backups stand.
    pub fn backups(&self) -> x::BackupSheet {
        let Status {
            last,
            snapshots,
            outside,
            plan,
            away,
            notice,
            sealed,
            drill,
        } = status(self.house());
        let path = |path: PathBuf| path.to_string_lossy().into_owned();
        x::BackupSheet {
            last: last.map(|at| self.instant(at)),
            snapshots: snapshots
                .into_iter()
                .map(|one| self.snapshot(&one))
                .collect(),
            outside: outside.map(|one| self.saved(one)),
            folder: plan.folder.map(path),
            every: plan.every.into(),
            keep: number(plan.keep as u64),
            most: number(KEEP_MOST as u64),
            away: away.map(|at| self.instant(at)),
            notice: notice.map(|(what, hint)| format!("{what} {hint}").trim().to_owned()),
            sealed,
            drilled: drill.map(|drilled| x::DrillLine {
                whole: drilled.is_whole(),
                said: drilled.say(self.house()),
            }),
        }
    }

    fn instant(&self, at: DateTime<Utc>) -> String {
        self.words()
            .wall(Zone::Floating.wall(at, self.home()), self.today())
    }

    fn snapshot(&self, one: &Kept) -> x::SnapshotLine {
        let count = |noun: &str| number(one.records.get(noun).copied().unwrap_or_default());
        x::SnapshotLine {
            seq: number(one.seq),
            when: self.instant(one.at),
            clients: count("client"),
            touchpoints: count("touchpoint"),
        }
    }

    fn saved(&self, one: Saved) -> x::SavedLine {
        x::SavedLine {
            when: self.instant(one.at),
            there: one.path.is_file(),
            path: one.path.to_string_lossy().into_owned(),
            missing: number(one.missing),
        }
    }

    /// What a restore would change.
    pub fn restore_look(&self, ticket: String, look: &Look) -> x::RestoreLook {
        x::RestoreLook {
            ticket,
            name: look.name.clone(),
            when: self.instant(look.at),
            nouns: look
                .nouns
                .iter()
                .map(|(tree, moves)| noun(tree.name(), moves))
                .collect(),
            unreadable: number(look.unreadable),
            missing: number(look.missing),
            erased: self.erased_since(&look.erased),
        }
    }

    /// Those who were erased since a copy was made, and stay away from it.
    pub(crate) fn erased_since(&self, at: &[DateTime<Utc>]) -> Option<x::ErasedSince> {
        (!at.is_empty()).then(|| x::ErasedSince {
            count: number(at.len() as u64),
            days: days_of(self.house(), at),
        })
    }
}

fn noun(name: &str, moves: &Moves) -> x::NounMoves {
    let [back, changes, goes] = &moves.first;
    let moving = |count: u64, first: &[String]| x::Moving {
        count: number(count),
        first: first.to_vec(),
    };
    x::NounMoves {
        noun: name.to_owned(),
        back: moving(moves.back, back),
        changes: moving(moves.changes, changes),
        goes: moving(moves.goes, goes),
    }
}

impl From<check::Report> for x::BookCheck {
    fn from(report: check::Report) -> Self {
        Self {
            records: number(report.records as u64),
            faults: report.faults,
        }
    }
}

impl From<check::Mended> for x::BookMended {
    fn from(mended: check::Mended) -> Self {
        Self {
            done: mended.done,
            lost: mended.lost,
            left: mended.left,
            kept: mended.kept.map(|path| path.to_string_lossy().into_owned()),
        }
    }
}

impl From<Every> for x::BackupEvery {
    fn from(every: Every) -> Self {
        match every {
            Every::Never => Self::Never,
            Every::Day => Self::Day,
            Every::Week => Self::Week,
        }
    }
}

impl From<x::BackupEvery> for Every {
    fn from(every: x::BackupEvery) -> Self {
        match every {
            x::BackupEvery::Never => Self::Never,
            x::BackupEvery::Day => Self::Day,
            x::BackupEvery::Week => Self::Week,
        }
    }
}

impl From<x::RestoreSource> for Source {
    fn from(source: x::RestoreSource) -> Self {
        match source {
            x::RestoreSource::File { path } => Self::File(PathBuf::from(path)),
            x::RestoreSource::Snapshot { seq } => Self::Snapshot(u64::from(seq)),
        }
    }
}

impl From<x::RestoreExtent> for Extent {
    fn from(extent: x::RestoreExtent) -> Self {
        match extent {
            x::RestoreExtent::Whole => Self::Whole,
            x::RestoreExtent::Missing => Self::Missing,
        }
    }
}
