//! The acts: what a person does with the whole app, by throws of the dice.

mod calendar;
mod desk;
mod files;
mod people;

use std::path::PathBuf;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::{Client, Contact, Touchpoint};
use workflows::reschedule::{Scope, Target};
use workflows::touchpoints::Which;
use workflows::{Fault, House};

use crate::dice::Dice;

/// A book that is open, and what hangs on the throws.
pub(crate) struct Hand {
    pub(crate) house: House,
    pub(crate) dice: Dice,
    /// Where files to bring in are made, and files that go out are put.
    pub(crate) files: PathBuf,
}

/// One intent.
pub(crate) struct Act {
    pub(crate) name: &'static str,
    /// How often it comes, beside the others.
    often: u64,
    pub(crate) run: fn(&mut Hand) -> Result<(), Fault>,
}

const fn act(name: &'static str, often: u64, run: fn(&mut Hand) -> Result<(), Fault>) -> Act {
    Act { name, often, run }
}

const ACTS: &[Act] = &[
    act("plan", 8, calendar::plan),
    act("reschedule", 8, calendar::reschedule),
    act("edit-touchpoint", 4, calendar::edit),
    act("conclude", 2, calendar::conclude),
    act("close", 4, calendar::close),
    act("quick-add", 3, calendar::quick_add),
    act("air", 3, calendar::air),
    act("trash-touchpoint", 2, calendar::trash),
    act("restore-touchpoint", 2, calendar::restore),
    act("departure", 2, calendar::departure),
    act("create-client", 4, people::create_client),
    act("edit-client", 4, people::edit_client),
    act("long-notes", 2, people::long_notes),
    act("contact", 5, people::contact),
    act("place", 2, people::place),
    act("merge", 3, people::merge),
    act("unmerge", 2, people::unmerge),
    act("bulk", 2, people::bulk),
    act("trash-client", 1, people::trash_client),
    act("market", 1, people::market),
    act("import-ics", 2, files::import_ics),
    act("import-vcf", 2, files::import_vcf),
    act("import-csv", 2, files::import_csv),
    act("attach", 3, files::attach),
    act("export-archive", 1, files::export_archive),
    act("import-archive", 1, files::import_archive),
    act("export-calendar", 1, files::export_calendar),
    act("undo", 5, desk::undo),
    act("redo", 3, desk::redo),
    act("settings", 2, desk::settings),
    act("stand", 1, desk::stand),
    act("view", 1, desk::view),
    act("find", 2, desk::find),
    act("remind", 1, desk::remind),
    act("snapshot", 3, desk::snapshot),
];

/// Any act.
pub(crate) fn any(dice: &mut Dice) -> Option<Act> {
    let mut at = dice.below(ACTS.iter().map(|act| act.often).sum());
    let found = ACTS.iter().find(|act| {
        let here = at < act.often;
        at = at.saturating_sub(act.often);
        here
    });
    found.and_then(|act| named(act.name))
}

/// The act of this name.
pub(crate) fn named(name: &str) -> Option<Act> {
    let found = ACTS.iter().find(|act| act.name == name)?;
    Some(act(found.name, found.often, found.run))
}

impl Hand {
    fn client(&mut self) -> Result<Option<Client>, Fault> {
        let all: Vec<Client> = self.house.store.all()?;
        Ok(self.dice.pick(&all).cloned())
    }

    fn contact(&mut self) -> Result<Option<Contact>, Fault> {
        let all: Vec<Contact> = self.house.store.all()?;
        Ok(self.dice.pick(&all).cloned())
    }

    fn touchpoint(&mut self) -> Result<Option<Touchpoint>, Fault> {
        let all: Vec<Touchpoint> = self.house.store.all()?;
        let single: Vec<_> = all
            .into_iter()
            .filter(|one| one.recurrence.is_none() && one.occurrence.is_none())
            .collect();
        Ok(self.dice.pick(&single).cloned())
    }

    /// A quarter of an hour on a day of some weeks around.
    fn moment(&mut self) -> NaiveDateTime {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let day = i64::try_from(self.dice.below(60)).unwrap_or(0);
        let quarter = 32 + i64::try_from(self.dice.below(36)).unwrap_or(0);
        let begin = monday.and_time(chrono::NaiveTime::MIN);
        begin + Duration::days(day) + Duration::minutes(15 * quarter)
    }

    fn target(&mut self) -> Target {
        match self.dice.below(8) {
            0 => Target::Tray,
            1 => Target::AllDay {
                first: self.moment().date(),
                days: 1,
            },
            _ => Target::Timed {
                start: self.moment(),
                minutes: 15 + 15 * u32::try_from(self.dice.below(5)).unwrap_or(0),
            },
        }
    }

    fn number(&mut self) -> u64 {
        self.dice.below(1_000_000)
    }
}

/// A touchpoint that is no series, whole.
fn single(touchpoint: &Touchpoint) -> Which {
    Which {
        id: touchpoint.id,
        occurrence: None,
        scope: Scope::This,
    }
}
