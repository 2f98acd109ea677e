//! Dates and times as a person of the language writes them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Language, Slot};

use crate::{Arg, Words};

impl Words {
    /// `26 nov.`, and the year when it is not `now`'s: a day long gone, of which nobody asks the weekday.
    pub fn date(&self, date: NaiveDate, now: NaiveDate) -> String {
        let id = if date.year() == now.year() {
            "date-date"
        } else {
            "date-date-year"
        };
        self.say(id, &self.parts(date))
    }

    /// `jeu. 26 nov.`, and the year when it is not `now`'s.
    pub fn day(&self, date: NaiveDate, now: NaiveDate) -> String {
        let weekday = self.say(
            "date-weekday",
            &[("day", Arg::from(date.weekday().number_from_monday()))],
        );
        let id = if date.year() == now.year() {
            "date-day"
        } else {
            "date-day-year"
        };
        let mut args = self.parts(date);
        args.push(("weekday", Arg::from(weekday)));
        self.say(id, &args)
    }

    /// Day, month and year as they are said.
    fn parts(&self, date: NaiveDate) -> Vec<(&'static str, Arg)> {
        let month = self.say("date-month", &[("month", Arg::from(date.month()))]);
        // The first of the month is an ordinal in French, and only the first.
        let day = if date.day() == 1 {
            self.say("date-first", &[])
        } else {
            date.day().to_string()
        };
        vec![
            ("day", Arg::from(day)),
            ("month", Arg::from(month)),
            ("year", Arg::from(date.year().to_string())),
        ]
    }

    /// `14:30`; in English too, as the calendar's grid counts.
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// `jeu. 26 nov. 14:30`, or the day alone for whole days.
    pub fn moment(&self, slot: Slot, now: NaiveDate) -> String {
        let start = slot.start_wall();
        if slot.is_all_day() {
            self.day(start.date(), now)
        } else {
            self.wall(start, now)
        }
    }

    /// `jeu. 26 nov. 14:30`.
    pub fn wall(&self, wall: NaiveDateTime, now: NaiveDate) -> String {
        format!("{} {}", self.day(wall.date(), now), self.time(wall.time()))
    }

    /// `jeu. 26 nov. · 13:00 – 14:00`.
    pub fn range(&self, from: NaiveDateTime, until: NaiveDateTime, now: NaiveDate) -> String {
        format!(
            "{} · {}",
            self.day(from.date(), now),
            self.hours(from.time(), until.time())
        )
    }

    /// `13:00 – 14:00`, with no-break spaces around the dash.
    pub fn hours(&self, from: NaiveTime, until: NaiveTime) -> String {
        format!("{}\u{a0}–\u{a0}{}", self.time(from), self.time(until))
    }

    /// `1 h 10`, `35 min`: a length in minutes.
    pub fn length(&self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60, self.language()) {
            (0, rest, _) => format!("{rest}\u{202f}min"),
            (hours, 0, _) => format!("{hours}\u{202f}h"),
            (hours, rest, Language::Fr) => format!("{hours}\u{202f}h\u{202f}{rest:02}"),
            (hours, rest, Language::En) => format!("{hours}\u{202f}h\u{202f}{rest}\u{202f}min"),
        }
    }
}
