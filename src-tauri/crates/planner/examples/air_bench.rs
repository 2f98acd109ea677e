//! Figures of the planner, one JSON object a line, over a year of 5,000 events: the verdict while something hovers, and a
//! concluding meeting with three pieces of work. Needs a release build to say anything.
//!
//! The events are one person's, ten to thirty on each working day, so that many days are full and other places are far.
//! A verdict is asked as the app asks it: the days of the proposal are weighed, and only where something speaks are the
//! eight days around judged for other places. The baseline is a bare sort of that window by start. Both read it out of
//! the year, titles and all, each time.

#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::Instant;

use chrono::{Days as DaySpan, Duration, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Europe::Paris;
use domain::{Kind, Settings, Takes, Workdays};
use planner::{Agenda, Busy, Conclude, Days, Level, Proposal, conclude, judge, weigh};

const EVENTS: usize = 5_000;
const ASKED: u64 = 4_000;
/// Each question is asked so often and its least counts: p99 is that of the questions, not of whatever else the machine
/// does meanwhile.
const TIMES: usize = 5;
/// The most each may take at its worst, in milliseconds.
const HOVER: f64 = 1.0;
const CONCLUDE: f64 = 10.0;
/// The days read around what hovers, and after a meeting that is to be concluded.
const AROUND: u64 = 8;
const AHEAD: u64 = 31;

fn main() {
    let settings = Settings::default();
    let year = Year::new();
    let mut hovered = Took::default();
    let mut sorted = Took::default();
    for n in 0..ASKED {
        let proposal = year.proposal(n);
        let date = proposal.from.date();
        hovered.time(|| year.verdict(proposal, &settings));
        sorted.time(|| sort(year.read(date, AROUND, AROUND)));
    }
    hovered.tell("verdict on hover", &mut sorted, HOVER);
    let (mut concluded, mut sorted) = (Took::default(), Took::default());
    for n in 0..ASKED / 8 {
        let met = year.proposal(n);
        let date = met.from.date();
        concluded.time(|| year.conclude(met, &settings));
        sorted.time(|| sort(year.read(date, 0, AHEAD)));
    }
    concluded.tell("conclude with 3 pieces of work", &mut sorted, CONCLUDE);
}

fn sort(mut window: Vec<Busy>) -> Vec<Busy> {
    window.reverse();
    window.sort_by_key(|busy| busy.span.start);
    window
}

/// How long one question took each time, in milliseconds.
#[derive(Default)]
struct Took(Vec<f64>);

impl Took {
    fn time<T>(&mut self, what: impl Fn() -> T) {
        let once = || {
            let begin = Instant::now();
            black_box(what());
            begin.elapsed().as_secs_f64() * 1e3
        };
        self.0
            .push((0..TIMES).map(|_| once()).fold(f64::MAX, f64::min));
    }

    fn at(&mut self, rank: f64) -> f64 {
        self.0.sort_by(f64::total_cmp);
        let at = self.0.len().saturating_sub(1) as f64 * rank;
        self.0.get(at.round() as usize).copied().unwrap_or_default()
    }

    fn tell(&mut self, name: &str, baseline: &mut Self, most: f64) {
        for (said, rank) in [("p50", 0.5), ("p99", 0.99)] {
            let (value, bare) = (self.at(rank), baseline.at(rank));
            println!(
                "{{\"figure\": \"{name}, a year of {EVENTS} events, {said}\", \"value\": {value:.4}, \"unit\": \"ms\", \
                 \"baseline\": \"a bare sort of the window\", \"baseline_value\": {bare:.4}, \"most\": {most}}}"
            );
        }
    }
}

/// The events, by start.
struct Year {
    events: Vec<Busy>,
    days: Vec<NaiveDate>,
}

impl Year {
    fn new() -> Self {
        let workdays = Workdays::default();
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        let dates = first.iter_days().take(366);
        let days: Vec<NaiveDate> = dates.filter(|date| workdays.is_worked(*date)).collect();
        let mut events: Vec<Busy> = (0..EVENTS).map(|n| event(n, &days)).collect();
        events.sort_by_key(|event| event.span.start);
        Self { events, days }
    }

    /// The events of a day and of those before and after it.
    fn read(&self, date: NaiveDate, before: u64, after: u64) -> Vec<Busy> {
        let day = |date: NaiveDate| {
            let midnight = date.and_time(NaiveTime::MIN);
            let span = Proposal::new(midnight, midnight, Takes::Work).span(Paris);
            self.events
                .partition_point(|event| event.span.start < span.start)
        };
        let from = day(date - DaySpan::new(before));
        let until = day(date + DaySpan::new(after + 1));
        self.events[from..until.max(from)].to_vec()
    }

    /// Half an hour to an hour of something, on any day between two weeks after the year begins and six before it ends.
    fn proposal(&self, n: u64) -> Proposal {
        let dice = mixed(!n);
        let day = self.days[10 + dice as usize % (self.days.len() - 45)];
        let from =
            day.and_time(NaiveTime::MIN) + Duration::minutes(540 + 15 * ((dice >> 16) % 32) as i64);
        let minutes = [30, 45, 60][(dice >> 24) as usize % 3];
        Proposal::new(
            from,
            from + Duration::minutes(minutes),
            Takes::Meeting(Kind::Video),
        )
    }

    fn verdict(&self, proposal: Proposal, settings: &Settings) -> planner::Verdict {
        let date = proposal.from.date();
        let days = |busy| Days {
            busy,
            settings,
            home: Paris,
        };
        let own = self.read(date, 0, 0);
        let verdict = weigh(proposal, days(&own));
        if verdict.level == Level::Free {
            return verdict;
        }
        let around = self.read(date, AROUND, AROUND);
        judge(proposal, days(&around), self.now(date))
    }

    fn conclude(&self, met: Proposal, settings: &Settings) -> bool {
        let date = met.from.date();
        let busy = self.read(date, 0, AHEAD);
        let workdays = Workdays::from(settings);
        let hour = |date: NaiveDate| date.and_time(met.from.time());
        let ask = Conclude {
            met: (met.from, met.until),
            confidential: false,
            takes: met.takes,
            hour: &hour,
            after: 3,
            workdays: &workdays,
            work: &[60, 45, 30],
        };
        let agenda = Agenda::of(Days {
            busy: &busy,
            settings,
            home: Paris,
        });
        conclude(ask, &agenda, met.until).is_ok()
    }

    fn now(&self, date: NaiveDate) -> NaiveDateTime {
        (date - DaySpan::new(AROUND)).and_time(NaiveTime::MIN)
    }
}

/// One of the year's events: on a day of its own lot, from ten minutes to forty, mostly in turns over the hours worked.
fn event(n: usize, days: &[NaiveDate]) -> Busy {
    let dice = mixed(n as u64);
    // Every third day is a light one and gives half of its events to the next.
    let day = n % days.len();
    let day = if day.is_multiple_of(3) && dice.is_multiple_of(2) {
        day + 1
    } else {
        day
    };
    let date = days[day.min(days.len() - 1)];
    let from =
        date.and_time(NaiveTime::MIN) + Duration::minutes(540 + 5 * ((dice >> 8) % 104) as i64);
    let until = from + Duration::minutes(10 + 5 * ((dice >> 20) % 6) as i64);
    let takes = match (dice >> 32) % 8 {
        0 | 1 => Takes::Meeting(Kind::Video),
        2 | 3 => Takes::Meeting(Kind::Phone),
        4 => Takes::Meeting(Kind::InPerson),
        5 => Takes::Work,
        6 => Takes::Travel,
        _ => Takes::Air,
    };
    Busy {
        span: Proposal::new(from, until, takes).span(Paris),
        title: format!("Rendez-vous {n} avec la Scop Les Fougères"),
        takes,
    }
}

/// SplitMix64.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
