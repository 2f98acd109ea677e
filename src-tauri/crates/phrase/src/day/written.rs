//! A date as it was written, and the dates it can mean.

use chrono::{Datelike, Months, NaiveDate};
use domain::YEARS;

use crate::Why;
use crate::token::Tokens;

/// How many days ago a date without a year makes one wonder whether a year ahead is meant.
const JUST: i64 = 60;

/// A date as it was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) day: u32,
    pub(super) month: Option<u32>,
    pub(super) year: Option<i32>,
    /// Whether two numbers stood for day and month, so that English may mean them the other way.
    pub(super) numbers: bool,
}

impl Written {
    /// One whose month, if any, was said in words or in an order nobody doubts.
    pub(super) fn of(day: u32, month: Option<u32>, year: Option<i32>) -> Self {
        Self {
            day,
            month,
            year,
            numbers: false,
        }
    }

    /// The dates it can mean on `today`, sorted, and what is doubtful about them.
    pub(super) fn dates(self, today: NaiveDate, tokens: &Tokens) -> (Vec<NaiveDate>, Vec<Why>) {
        let Some(month) = self.month else {
            let next = self.months(today);
            return match next.as_slice() {
                [] => (Vec::new(), vec![Why::NoSuchDay]),
                [first, second, ..] if *first == today => {
                    (vec![*first, *second], vec![Why::TodayOrNext])
                }
                [first, ..] => (vec![*first], Vec::new()),
            };
        };
        let said = self.on(month, self.day, today);
        let turned = (self.numbers && !tokens.is_french())
            .then(|| self.on(self.day, month, today))
            .flatten();
        let (mut dates, mut whys) = (Vec::new(), Vec::new());
        for (date, just_past) in [said, turned].into_iter().flatten() {
            dates.push(date);
            if just_past && !whys.contains(&Why::JustPast) {
                whys.push(Why::JustPast);
            }
        }
        dates.sort_unstable();
        dates.dedup();
        match dates.len() {
            0 => whys.push(Why::NoSuchDay),
            1 => {}
            _ => whys.push(Why::DayOrMonth),
        }
        (dates, whys)
    }

    /// The next few dates of a day of the month, today's included; none when it came with its month.
    pub(super) fn months(self, today: NaiveDate) -> Vec<NaiveDate> {
        if self.month.is_some() {
            return Vec::new();
        }
        let first = today.with_day(1);
        (0..6)
            .filter_map(|ahead| first?.checked_add_months(Months::new(ahead)))
            .filter_map(|month| month.with_day(self.day))
            .filter(|date| *date >= today)
            .take(3)
            .collect()
    }

    /// That day of that month: of its year, else the next to come; and whether this year's has only just gone by.
    fn on(self, month: u32, day: u32, today: NaiveDate) -> Option<(NaiveDate, bool)> {
        if let Some(year) = self.year {
            let date = NaiveDate::from_ymd_opt(year, month, day)?;
            return YEARS.contains(&year).then_some((date, false));
        }
        let this = NaiveDate::from_ymd_opt(today.year(), month, day);
        if let Some(date) = this.filter(|date| *date >= today) {
            return Some((date, false));
        }
        let next = NaiveDate::from_ymd_opt(today.year().checked_add(1)?, month, day)?;
        let just = [this, NaiveDate::from_ymd_opt(today.year() - 1, month, day)]
            .into_iter()
            .flatten()
            .any(|past| (0..=JUST).contains(&(today - past).num_days()));
        Some((next, just))
    }
}
