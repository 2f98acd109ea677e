//! Weekdays, alone or with what is said about them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::written::Written;
use super::{dated, on, sure};
use crate::piece::Hit;
use crate::token::Tokens;
use crate::{Context, Why};

const NAMES: [(Weekday, [&str; 2], &[&str]); 7] = [
    (Weekday::Mon, ["lundi", "monday"], &["lun", "mon"]),
    (Weekday::Tue, ["mardi", "tuesday"], &["mar", "tue", "tues"]),
    (Weekday::Wed, ["mercredi", "wednesday"], &["mer", "wed"]),
    (
        Weekday::Thu,
        ["jeudi", "thursday"],
        &["jeu", "thu", "thur", "thurs"],
    ),
    (Weekday::Fri, ["vendredi", "friday"], &["ven", "fri"]),
    (Weekday::Sat, ["samedi", "saturday"], &["sam", "sat"]),
    (Weekday::Sun, ["dimanche", "sunday"], &["dim", "sun"]),
];
/// Short names that are words of French or of English as well: "mon client", "la mer", "Sam".
const WORDS: &[&str] = &[
    "mon", "mar", "mer", "jeu", "ven", "sam", "sat", "sun", "dim",
];
const NEXT: &[&str] = &[
    "de la semaine prochaine",
    "la semaine prochaine",
    "semaine prochaine",
    "of next week",
    "next week",
];

/// The weekday at `at`, in full or short.
pub(super) fn name(tokens: &Tokens, at: usize) -> Option<(Weekday, usize)> {
    let word = tokens.word(at)?;
    for (weekday, full, short) in NAMES {
        if full.contains(&word) {
            return Some((weekday, at + 1));
        }
        if short.contains(&word) {
            let end = tokens.skip(at + 1, &["."]);
            return is_short(tokens, at, end, word).then_some((weekday, end));
        }
    }
    None
}

/// Whether a short name is one: its dot, "next" or what only follows a day is beside it; and it is of the language.
fn is_short(tokens: &Tokens, at: usize, end: usize, word: &str) -> bool {
    let english = ["mon", "sat", "sun"].contains(&word);
    let french = WORDS.contains(&word) && !english;
    if tokens.is_french() && english || !tokens.is_french() && french {
        return false;
    }
    let dotted = tokens.glued(at + 1, &["."]) && tokens.get(end).is_some();
    let asked = at
        .checked_sub(1)
        .is_some_and(|before| tokens.is(before, &["next", "this", "last", "on", "ce", "le"]));
    let followed = tokens.digits(end).is_some()
        || tokens.is(
            end,
            &[
                "matin",
                "soir",
                "midi",
                "apres",
                "prochain",
                "dernier",
                "morning",
                "afternoon",
                "evening",
                "at",
                "noon",
                "a",
                "the",
                "week",
            ],
        );
    !WORDS.contains(&word) || dotted || asked || followed
}

/// "mardi", "mardi prochain", "next Tuesday", "mardi en huit", "mardi 12 mai", "Tuesday week".
pub(super) fn weekday(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let today = home.now.date();
    let asked_next = tokens.is(at, &["next"]);
    let asked_last = tokens.is(at, &["last"]);
    let from = tokens.skip(
        at,
        &[
            "le", "ce", "on", "this", "next", "last", "on the", "the", "du", "au",
        ],
    );
    let (weekday, end) = name(tokens, from)?;
    if asked_next {
        return Some(next(end, weekday, today));
    }
    let (after, end_of_last) = (tokens.skip(end, &["dernier", "passe"]), asked_last);
    if after > end || end_of_last {
        return Some(sure(after, onward(today, weekday, -7)));
    }
    if let Some(end) = tokens.after(end, NEXT) {
        return Some(sure(end, in_week(today, weekday, 7)));
    }
    if let Some(end) = tokens.after(end, &["de cette semaine", "cette semaine", "this week"]) {
        return Some(sure(end, in_week(today, weekday, 0)));
    }
    if let Some(end) = tokens.after(end, &["prochain"]) {
        return Some(next(end, weekday, today));
    }
    let weeks: &[(&[&str], i64)] = &[
        (&["en huit", "en 8", "week"], 7),
        (&["en quinze", "en 15", "fortnight"], 14),
    ];
    for (words, days) in weeks {
        if let Some(end) = tokens.after(end, words) {
            return Some(sure(end, onward(today, weekday, *days)));
        }
    }
    if let Some((written, end)) = dated::behind_weekday(tokens, end) {
        return Some(with_date(end, weekday, written, today, tokens));
    }
    let dates: Vec<NaiveDate> = [onward(today, weekday, 0), onward(today, weekday, 7)]
        .into_iter()
        .flatten()
        .collect();
    // Said on that very weekday it is today's for some, the next for others.
    if dates.first() == Some(&today) {
        return Some(Hit::new(end, on(dates)).doubted(Why::TodayOrNext));
    }
    Some(sure(end, dates.first().copied()))
}

/// "mardi prochain": the next one to come for some, the one of the week that comes for others. Often they are one.
fn next(end: usize, weekday: Weekday, today: NaiveDate) -> Hit {
    let tomorrow = today.checked_add_days(Days::new(1));
    let near = tomorrow.and_then(|tomorrow| onward(tomorrow, weekday, 0));
    let far = in_week(today, weekday, 7);
    let mut dates: Vec<NaiveDate> = [near, far].into_iter().flatten().collect();
    dates.sort_unstable();
    dates.dedup();
    match dates.as_slice() {
        [one] => sure(end, Some(*one)),
        _ => Hit::new(end, on(dates)).doubted(Why::ThisOrNextWeek),
    }
}

/// A weekday and a date, which should be of one day.
fn with_date(
    end: usize,
    weekday: Weekday,
    written: Written,
    today: NaiveDate,
    tokens: &Tokens,
) -> Hit {
    let (dates, whys) = written.dates(today, tokens);
    let mut agreed: Vec<NaiveDate> = written
        .months(today)
        .into_iter()
        .chain(dates.iter().copied())
        .filter(|date| date.weekday() == weekday)
        .collect();
    agreed.sort_unstable();
    agreed.dedup();
    if let Some(first) = agreed.first().copied() {
        // Of a day of the month alone, the first that agrees; the weekday has settled what was open.
        let dates = if written.month.is_none() {
            vec![first]
        } else {
            agreed
        };
        let open = dates.len() > 1;
        let whys = whys
            .into_iter()
            .filter(|why| open || *why == Why::JustPast)
            .collect();
        return Hit {
            end,
            what: on(dates),
            whys,
        };
    }
    let Some(date) = dates.first().copied() else {
        return Hit {
            end,
            what: on(dates),
            whys,
        };
    };
    let mut both = vec![date];
    both.extend(in_week(date, weekday, 0));
    both.sort_unstable();
    Hit::new(end, on(both)).doubted(Why::OtherWeekday)
}

/// The first such weekday from `from` on, it included, and `days` after that.
fn onward(from: NaiveDate, weekday: Weekday, days: i64) -> Option<NaiveDate> {
    let ahead = weekday.days_since(from.weekday());
    from.checked_add_signed(chrono::Duration::days(i64::from(ahead) + days))
}

/// That weekday of the week of `date`, and `days` after it.
fn in_week(date: NaiveDate, weekday: Weekday, days: u64) -> Option<NaiveDate> {
    let monday = date.week(Weekday::Mon).checked_first_day()?;
    monday.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday()) + days))
}
