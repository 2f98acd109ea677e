//! A series in words: `chaque semaine, le mardi`.

use chrono::Weekday;
use domain::{Recurrence, Touchpoint};
use series::{Description, Frequency};
use words::{Arg, Words};

use crate::house::House;

/// What the series does, in the person's words.
pub fn describe(house: &House, series: &Touchpoint, recurrence: &Recurrence) -> String {
    let words = house.words();
    let described = series.slot.and_then(|slot| {
        series::describe(slot, recurrence, house.home())
            .ok()
            .flatten()
    });
    match described {
        Some(description) => say(house, &words, &description),
        None if recurrence.rules.is_empty() => {
            words.say("repeats-dates", &[("count", recurrence.dates.len().into())])
        }
        None => words.say("repeats-otherwise", &[]),
    }
}

fn say(house: &House, words: &Words, description: &Description) -> String {
    let Description {
        frequency,
        interval,
        days,
        until,
        count,
        more,
        ..
    } = description;
    let every = match frequency {
        Frequency::Yearly => "repeats-yearly",
        Frequency::Monthly => "repeats-monthly",
        Frequency::Weekly => "repeats-weekly",
        Frequency::Daily => "repeats-daily",
        _ => "repeats-otherwise",
    };
    let mut said = words.say(every, &[("interval", Arg::from(u32::from(*interval)))]);
    let plain = days.iter().all(|day| day.nth.is_none());
    if *frequency == Frequency::Weekly && plain && !days.is_empty() {
        let names: Vec<String> = days.iter().map(|day| weekday(words, day.weekday)).collect();
        said = words.say(
            "repeats-on",
            &[("every", said.into()), ("days", names.join(", ").into())],
        );
    }
    if let Some(until) = until {
        let day = words.day(*until, house.now_wall().date());
        said = words.say(
            "repeats-until",
            &[("every", said.into()), ("day", day.into())],
        );
    } else if let Some(count) = count {
        said = words.say(
            "repeats-count",
            &[("every", said.into()), ("count", Arg::from(*count))],
        );
    }
    if *more {
        words.say("repeats-more", &[("every", said.into())])
    } else {
        said
    }
}

fn weekday(words: &Words, day: Weekday) -> String {
    words.say(
        "weekday-long",
        &[("day", Arg::from(day.number_from_monday()))],
    )
}
