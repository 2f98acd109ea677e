//! How a law says when a holiday is, in any year.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Holiday;

/// When a holiday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// On a day of a month.
    On(u32, u32),
    /// That many days after Easter; negative before it.
    Easter(i64),
    /// The n-th such weekday of a month, from one.
    Nth(u8, Weekday, u32),
    /// The last such weekday of a month.
    Last(Weekday, u32),
    /// That many days after the n-th Sunday of a month.
    AfterSunday(u8, u32, i64),
    /// The last such weekday before a day of a month.
    Before(Weekday, u32, u32),
    /// On a day of a month, the day before where that is a Sunday.
    OnOrSaturday(u32, u32),
    /// On a day of a month, in years that divide by this.
    Every(i32, u32, u32),
    /// On the day after a day of a month, where that is a Sunday.
    AfterIfSunday(u32, u32),
    /// On a day of a month, and on a weekday in its place where that is a Saturday or a Sunday.
    Kept(u32, u32),
    /// On a day of a month and the next, each with a name; a weekday in the place of each that is at a weekend.
    KeptPair(u32, u32, Holiday),
}

/// A holiday and when it is.
pub(super) type Rule = (Holiday, When);

/// What `date` is by these rules: the first that says so.
pub(super) fn holiday_by(
    rules: impl IntoIterator<Item = Rule>,
    date: NaiveDate,
) -> Option<Holiday> {
    let after_easter = easter(date.year()).map(|easter| (date - easter).num_days());
    rules
        .into_iter()
        .find_map(|(holiday, when)| said(holiday, when, date, after_easter))
}

fn said(
    holiday: Holiday,
    when: When,
    date: NaiveDate,
    after_easter: Option<i64>,
) -> Option<Holiday> {
    let (month, day) = (date.month(), date.day());
    let falls = match when {
        When::On(on, the) => (month, day) == (on, the),
        When::Easter(days) => after_easter == Some(days),
        When::Nth(n, weekday, of) => {
            month == of && date.weekday() == weekday && (day - 1) / 7 + 1 == u32::from(n)
        }
        When::Last(weekday, of) => {
            let week_on = date.checked_add_days(Days::new(7));
            month == of
                && date.weekday() == weekday
                && week_on.is_none_or(|later| later.month() != of)
        }
        When::AfterSunday(n, of, days) => {
            NaiveDate::from_weekday_of_month_opt(date.year(), of, Weekday::Sun, n)
                .is_some_and(|sunday| (date - sunday).num_days() == days)
        }
        When::Before(weekday, of, the) => NaiveDate::from_ymd_opt(date.year(), of, the)
            .is_some_and(|end| {
                date.weekday() == weekday && (1..=7).contains(&(end - date).num_days())
            }),
        When::OnOrSaturday(on, the) => {
            let moved = weekday_of(date, on, the) == Some(Weekday::Sun);
            (month, day) == (on, if moved { the - 1 } else { the })
        }
        When::Every(years, on, the) => {
            (month, day) == (on, the) && date.year().rem_euclid(years) == 0
        }
        When::AfterIfSunday(on, the) => date.pred_opt().is_some_and(|eve| {
            (eve.month(), eve.day()) == (on, the) && eve.weekday() == Weekday::Sun
        }),
        When::Kept(on, the) => return kept(&[holiday], on, the, date),
        When::KeptPair(on, the, next) => return kept(&[holiday, next], on, the, date),
    };
    falls.then_some(holiday)
}

fn weekday_of(date: NaiveDate, month: u32, day: u32) -> Option<Weekday> {
    NaiveDate::from_ymd_opt(date.year(), month, day).map(|day| day.weekday())
}

/// The days in a row from a day on, and after them a weekday for each that was at a weekend, in their order.
fn kept(names: &[Holiday], month: u32, day: u32, date: NaiveDate) -> Option<Holiday> {
    let first = NaiveDate::from_ymd_opt(date.year(), month, day)?;
    let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let days = || first.iter_days().take(names.len()).zip(names);
    if let Some((_, name)) = days().find(|(day, _)| *day == date) {
        return Some(*name);
    }
    let lost = days().filter(|(day, _)| weekend(*day));
    let free = first
        .iter_days()
        .skip(names.len())
        .filter(|day| !weekend(*day));
    lost.zip(free)
        .find(|(_, instead)| *instead == date)
        .map(|((_, name), _)| *name)
}

/// Easter Sunday of the Gregorian calendar (Meeus, *Astronomical Algorithms*, ch. 8; the anonymous algorithm Butcher
/// printed in 1876). `None` in years chrono cannot say.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(n / 31).ok()?,
        u32::try_from(n % 31 + 1).ok()?,
    )
}
