//! A VTIMEZONE by what its clock does (RFC 5545 §3.6.5), compared with the zones of the database.

use chrono::{
    DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc, Weekday,
};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::line::Lines;
use crate::parts::Part;
use crate::property::Property;
use crate::stamp::{Stamp, read_offset};

/// When several zones run alike, a person's own comes first, then the ones most people mean.
const USUAL: [Tz; 20] = [
    Tz::UTC,
    Tz::Europe__Paris,
    Tz::Europe__London,
    Tz::Europe__Lisbon,
    Tz::Europe__Athens,
    Tz::Europe__Moscow,
    Tz::America__New_York,
    Tz::America__Chicago,
    Tz::America__Denver,
    Tz::America__Los_Angeles,
    Tz::America__Halifax,
    Tz::America__Sao_Paulo,
    Tz::America__Martinique,
    Tz::Indian__Reunion,
    Tz::Asia__Dubai,
    Tz::Asia__Kolkata,
    Tz::Asia__Shanghai,
    Tz::Asia__Tokyo,
    Tz::Australia__Sydney,
    Tz::Pacific__Auckland,
];

/// STANDARD and DAYLIGHT parts that are looked at; the longest known definition has some 250.
const OBSERVANCES_MOST: usize = 2_000;

/// One STANDARD or DAYLIGHT.
#[derive(Debug, Clone, Default)]
struct Observance {
    onset: Option<NaiveDateTime>,
    from: Option<i32>,
    to: Option<i32>,
    yearly: Option<Yearly>,
    dates: Vec<NaiveDateTime>,
}

/// A yearly RRULE, as far as definitions of zones use them.
#[derive(Debug, Clone, Default)]
struct Yearly {
    month: Option<u32>,
    weekday: Option<(i32, Weekday)>,
    month_days: Vec<u32>,
    until: Option<NaiveDateTime>,
}

/// The zone whose clock runs as the definition says over the two years around `near`.
pub(super) fn zone_like(bytes: &[u8], part: &Part, near: NaiveDateTime, home: Tz) -> Option<Tz> {
    let observances = observances(&bytes[part.start..part.end]);
    let changes = changes(&observances, near)?;
    let begin = (near - Duration::days(365)).and_utc();
    let samples: Vec<(DateTime<Utc>, i32)> = (0..730)
        .map(|day| begin + Duration::days(day))
        .chain(
            changes
                .iter()
                .flat_map(|(at, _)| [*at - Duration::minutes(1), *at + Duration::minutes(1)]),
        )
        .filter(|at| (begin..=begin + Duration::days(730)).contains(at))
        .map(|at| (at, offset_at(&changes, &observances, at)))
        .collect();
    let fits = |zone: &Tz| {
        samples.iter().all(|(at, offset)| {
            zone.offset_from_utc_datetime(&at.naive_utc())
                .fix()
                .local_minus_utc()
                == *offset
        })
    };
    std::iter::once(&home)
        .chain(USUAL.iter())
        .chain(TZ_VARIANTS.iter())
        .copied()
        .find(fits)
}

/// The changes of a definition up to a while after `near`, in order: when, and to which offset.
fn changes(observances: &[Observance], near: NaiveDateTime) -> Option<Vec<(DateTime<Utc>, i32)>> {
    let mut changes = Vec::new();
    for observance in observances {
        let (Some(onset), Some(from), Some(to)) =
            (observance.onset, observance.from, observance.to)
        else {
            continue;
        };
        let mut push = |local: NaiveDateTime| {
            if let Some(at) = local.checked_sub_signed(Duration::seconds(i64::from(from))) {
                changes.push((at.and_utc(), to));
            }
        };
        push(onset);
        observance.dates.iter().copied().for_each(&mut push);
        if let Some(yearly) = &observance.yearly {
            // Those that count around `near`, and the last of a rule that ended long before.
            let last = yearly.until.map_or(near.year(), |until| until.year());
            let years = (last - 2..=last).chain(near.year() - 3..=near.year() + 2);
            for year in years {
                let local = yearly.in_year(year, onset);
                let held = |at: &NaiveDateTime| {
                    *at >= onset
                        && yearly
                            .until
                            .is_none_or(|until| *at <= until + Duration::days(1))
                };
                if let Some(local) = local.filter(held) {
                    push(local);
                }
            }
        }
    }
    changes.sort_unstable();
    changes.dedup();
    (!changes.is_empty()).then_some(changes)
}

fn offset_at(
    changes: &[(DateTime<Utc>, i32)],
    observances: &[Observance],
    at: DateTime<Utc>,
) -> i32 {
    let past = changes.partition_point(|(change, _)| *change <= at);
    match past.checked_sub(1).and_then(|last| changes.get(last)) {
        Some((_, offset)) => *offset,
        None => observances.iter().find_map(|o| o.from).unwrap_or(0),
    }
}

fn observances(bytes: &[u8]) -> Vec<Observance> {
    let mut all: Vec<Observance> = Vec::new();
    let mut inside = false;
    for line in Lines::new(bytes, 0, 1) {
        if let Some(mark) = line.mark() {
            inside = mark.begins && (mark.is("STANDARD") || mark.is("DAYLIGHT"));
            if inside {
                if all.len() >= OBSERVANCES_MOST {
                    break;
                }
                all.push(Observance::default());
            }
            continue;
        }
        let Some(current) = all.last_mut().filter(|_| inside) else {
            continue;
        };
        let Some(text) = line.text() else { continue };
        let Some(property) = Property::of(&text) else {
            continue;
        };
        match line.name().to_ascii_uppercase().as_slice() {
            b"DTSTART" => current.onset = Stamp::read(property.value).map(Stamp::local),
            b"TZOFFSETFROM" => current.from = read_offset(property.value),
            b"TZOFFSETTO" => current.to = read_offset(property.value),
            b"RRULE" => current.yearly = Yearly::read(property.value),
            b"RDATE" => current.dates.extend(
                property
                    .value
                    .split(',')
                    .filter_map(Stamp::read)
                    .map(Stamp::local),
            ),
            _ => {}
        }
    }
    all
}

impl Yearly {
    fn read(rule: &str) -> Option<Self> {
        let mut yearly = Self::default();
        for (name, value) in rule.split(';').filter_map(|part| part.split_once('=')) {
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" if !value.trim().eq_ignore_ascii_case("YEARLY") => return None,
                "BYMONTH" => yearly.month = value.trim().parse().ok(),
                "BYDAY" => yearly.weekday = weekday(value.trim()),
                "BYMONTHDAY" => {
                    yearly.month_days = value
                        .split(',')
                        .filter_map(|day| day.trim().parse().ok())
                        .collect();
                }
                "UNTIL" => yearly.until = Stamp::read(value).map(Stamp::local),
                _ => {}
            }
        }
        Some(yearly)
    }

    /// The onset in one year, at the time of day of the first.
    fn in_year(&self, year: i32, first: NaiveDateTime) -> Option<NaiveDateTime> {
        let month = self.month.unwrap_or(first.month());
        let date = match (self.weekday, self.month_days.as_slice()) {
            (Some((_, weekday)), days @ [_, ..]) => days
                .iter()
                .filter_map(|day| NaiveDate::from_ymd_opt(year, month, *day))
                .find(|date| date.weekday() == weekday),
            (Some((nth @ 1.., weekday)), []) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)
            }
            (Some((nth, weekday)), []) => (1..=5)
                .rev()
                .filter_map(|n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n))
                .nth(usize::try_from(-nth - 1).ok()?),
            (None, [day, ..]) => NaiveDate::from_ymd_opt(year, month, *day),
            (None, []) => NaiveDate::from_ymd_opt(year, month, first.day()),
        };
        Some(date?.and_time(first.time()))
    }
}

fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((if nth.is_empty() { 1 } else { nth.parse().ok()? }, weekday))
}
