use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Paris;
use chrono_tz::Tz;
use domain::{
    Cue, Delay, Hours, Kind, Lead, Leads, Leave, Presence, Reminder, Reminders, Settings,
    Touchpoint, TouchpointId, Turn, Zone,
};
use proptest::prelude::*;

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text)
        .expect("an instant of the test")
        .to_utc()
}

fn cue(n: u64, start: DateTime<Utc>) -> Cue {
    Cue {
        touchpoint: TouchpointId::from_number_for_testing(n),
        occurrence: None,
        start,
    }
}

/// A reminder of a touchpoint nobody had in hand lately.
fn reminder(n: u64, start: DateTime<Utc>, minutes: i64) -> Reminder {
    Reminder {
        cue: cue(n, start),
        at: start - TimeDelta::minutes(minutes),
        touched: DateTime::UNIX_EPOCH,
    }
}

fn everything(_: &Cue) -> bool {
    true
}

/// A house that was watched until `since`.
fn watched(since: &str) -> Reminders {
    Reminders {
        since: Some(at(since)),
        ..Reminders::default()
    }
}

fn turn(kept: &mut Reminders, coming: &[Reminder], settings: &Settings, now: &str) -> Turn {
    kept.turn(coming, everything, &Presence::of(settings, Paris), at(now))
}

#[test]
fn it_rings_once_at_its_time_whatever_happens_to_the_process() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let video = reminder(1, at("2026-11-24T14:30:00+01:00"), 10);
    let early = turn(&mut kept, &[video], &settings, "2026-11-24T14:19:00+01:00");
    assert_eq!(early.next, Some(at("2026-11-24T14:20:00+01:00")));
    assert!(!early.changed && early.rings.is_empty(), "nothing yet");

    let due = turn(&mut kept, &[video], &settings, "2026-11-24T14:20:00+01:00");
    assert_eq!(due.rings, [video.cue]);
    assert!(due.changed, "it is written before it is heard");
    let mut again = kept.clone();
    for minute in ["14:20:30", "14:25:00", "14:34:59", "14:36:00"] {
        let now = format!("2026-11-24T{minute}+01:00");
        assert_eq!(
            turn(&mut again, &[video], &settings, &now).rings,
            [],
            "{now}: a restart repeats nothing"
        );
    }
    assert!(again.missed.is_empty(), "what rang was not missed");
}

#[test]
fn a_moved_touchpoint_is_announced_at_its_new_time() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let first = reminder(1, at("2026-11-24T14:30:00+01:00"), 10);
    turn(&mut kept, &[first], &settings, "2026-11-24T14:20:00+01:00");
    let moved = reminder(1, at("2026-11-24T16:00:00+01:00"), 10);
    let due = turn(&mut kept, &[moved], &settings, "2026-11-24T15:50:00+01:00");
    assert_eq!(due.rings, [moved.cue]);
}

#[test]
fn before_work_begins_it_waits_for_it_and_after_work_it_is_missed() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-23T18:00:00+01:00");
    let nine = reminder(1, at("2026-11-24T09:00:00+01:00"), 10);
    let dinner = reminder(2, at("2026-11-24T20:00:00+01:00"), 60);
    let both = [nine, dinner];
    let early = turn(&mut kept, &both, &settings, "2026-11-24T08:50:00+01:00");
    assert_eq!(
        (early.rings.len(), early.next),
        (0, Some(at("2026-11-24T09:00:00+01:00")))
    );
    let open = turn(&mut kept, &both, &settings, "2026-11-24T09:00:00+01:00");
    assert_eq!(open.rings, [nine.cue], "as soon as one is there");
    let evening = turn(&mut kept, &both, &settings, "2026-11-24T19:00:00+01:00");
    assert_eq!(evening.rings, [], "the evening is quiet");
    turn(&mut kept, &both, &settings, "2026-11-24T20:06:00+01:00");
    assert_eq!(kept.missed, [dinner.cue], "and the sheet has it");
}

#[test]
fn leave_and_holidays_are_quiet() {
    let away = "2026-11-24".parse().expect("a day");
    let settings = Settings {
        leave: vec![Leave::days(away, away)],
        ..Settings::default()
    };
    let mut kept = watched("2026-11-10T09:00:00+01:00");
    let on_leave = reminder(1, at("2026-11-24T11:00:00+01:00"), 10);
    let armistice = reminder(2, at("2026-11-11T11:00:00+01:00"), 10);
    for (one, now) in [
        (armistice, "2026-11-11T10:50:00+01:00"),
        (on_leave, "2026-11-24T10:50:00+01:00"),
    ] {
        assert_eq!(turn(&mut kept, &[one], &settings, now).rings, [], "{now}");
    }
    turn(
        &mut kept,
        &[armistice, on_leave],
        &settings,
        "2026-11-25T09:00:00+01:00",
    );
    assert_eq!(kept.missed, [armistice.cue, on_leave.cue], "one list");
}

#[test]
fn what_was_missed_while_nobody_watched_is_one_list_and_seen_once() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let coming = [
        reminder(1, at("2026-11-24T10:00:00+01:00"), 10),
        reminder(2, at("2026-11-24T11:00:00+01:00"), 10),
        reminder(3, at("2026-11-23T11:00:00+01:00"), 10),
    ];
    let back = turn(&mut kept, &coming, &settings, "2026-11-24T15:00:00+01:00");
    assert_eq!(back.rings, [], "never a burst");
    assert_eq!(
        kept.missed,
        [coming[0].cue, coming[1].cue],
        "the third was dealt with before"
    );
    kept.seen(None, at("2026-11-24T15:00:00+01:00"));
    turn(&mut kept, &coming, &settings, "2026-11-24T15:01:00+01:00");
    assert!(kept.missed.is_empty(), "seen is seen");
}

#[test]
fn whoever_has_just_written_it_needs_no_reminder() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let just = Reminder {
        touched: at("2026-11-24T14:25:00+01:00"),
        ..reminder(1, at("2026-11-24T14:30:00+01:00"), 10)
    };
    let now = turn(&mut kept, &[just], &settings, "2026-11-24T14:25:10+01:00");
    assert_eq!(now.rings, [], "planned for in five minutes, it is known");
    turn(&mut kept, &[just], &settings, "2026-11-24T15:00:00+01:00");
    assert!(kept.missed.is_empty());
}

#[test]
fn put_off_it_comes_back_then_unless_the_touchpoint_is_closed() {
    let settings = Settings::default();
    let presence = Presence::of(&settings, Paris);
    let now = at("2026-11-27T17:55:00+01:00");
    let friday = reminder(1, at("2026-11-27T18:00:00+01:00"), 5);
    let mut kept = watched("2026-11-27T09:00:00+01:00");
    assert_eq!(
        turn(&mut kept, &[friday], &settings, "2026-11-27T17:55:00+01:00").rings,
        [friday.cue]
    );
    let monday = Delay::Morning
        .until(now, &presence, None)
        .expect("a morning");
    assert_eq!(
        monday,
        at("2026-11-30T09:00:00+01:00"),
        "the weekend is none"
    );
    kept.put_off(friday.cue, monday);
    let later = turn(&mut kept, &[friday], &settings, "2026-11-28T09:00:00+01:00");
    assert_eq!((later.rings.len(), later.next), (0, Some(monday)));
    let mut closed = kept.clone();
    let none = closed.turn(&[], |_| false, &presence, at("2026-11-30T09:00:00+01:00"));
    assert_eq!(none.rings, [], "it took place: nothing to say");
    assert!(closed.put_off.is_empty());
    let due = turn(&mut kept, &[friday], &settings, "2026-11-30T09:00:00+01:00");
    assert_eq!(due.rings, [friday.cue]);
    assert!(kept.put_off.is_empty());
}

#[test]
fn put_off_and_slept_through_it_goes_on_the_sheet() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let call = cue(1, at("2026-11-24T10:00:00+01:00"));
    kept.put_off(call, at("2026-11-24T11:00:00+01:00"));
    let late = turn(&mut kept, &[], &settings, "2026-11-24T14:00:00+01:00");
    assert_eq!(late.rings, []);
    assert_eq!(kept.missed, [call]);
}

#[test]
fn a_house_that_was_never_watched_has_missed_nothing() {
    let settings = Settings::default();
    let mut kept = Reminders::default();
    let past = reminder(1, at("2026-11-24T08:00:00+01:00"), 10);
    let first = turn(&mut kept, &[past], &settings, "2026-11-24T12:00:00+01:00");
    assert_eq!((first, kept), (Turn::default(), Reminders::default()));
}

#[test]
fn a_longer_lead_counts_at_once() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T14:09:00+01:00");
    let start = at("2026-11-24T14:30:00+01:00");
    let now = "2026-11-24T14:10:00+01:00";
    assert_eq!(
        turn(&mut kept, &[reminder(1, start, 10)], &settings, now).rings,
        []
    );
    let longer = turn(&mut kept, &[reminder(1, start, 30)], &settings, now);
    assert_eq!(longer.rings.len(), 1, "its time went by with the change");
}

#[test]
fn the_next_video_is_a_delay_only_when_it_is_to_come() {
    let settings = Settings::default();
    let presence = Presence::of(&settings, Paris);
    let now = at("2026-11-24T10:00:00+01:00");
    let announced = at("2026-11-24T14:20:00+01:00");
    let until = |video| Delay::NextVideo.until(now, &presence, video);
    assert_eq!(until(Some(announced)), Some(announced));
    assert_eq!(until(Some(now)), None);
    assert_eq!(until(None), None);
}

#[test]
fn whoever_works_no_day_has_no_morning() {
    let settings = Settings {
        hours: [None; 7],
        ..Settings::default()
    };
    let presence = Presence::of(&settings, Paris);
    let now = at("2026-11-24T10:00:00+01:00");
    assert_eq!(Delay::Morning.until(now, &presence, None), None);
    assert_eq!(presence.first(now), None);
}

#[test]
fn each_kind_has_a_lead_of_its_own_and_none_is_silence() {
    let leads = Leads {
        phone: None,
        ..Leads::default()
    };
    let now = at("2026-11-24T10:00:00+01:00");
    let mut call = Touchpoint::received(TouchpointId::from_number_for_testing(1), Kind::Phone, now);
    assert_eq!(leads.before(&call), None);
    call.lead = Lead::Minutes(30);
    assert_eq!(leads.before(&call), Some(TimeDelta::minutes(30)), "its own");
    call.lead = Lead::Never;
    assert_eq!(Leads::default().before(&call), None, "silence of its own");
    assert_eq!(leads.of(Kind::Phone), None);
    assert_eq!(leads.of(Kind::InPerson), Some(TimeDelta::minutes(60)));
}

/// A week of somebody's: hours by weekday, some leave, anywhere.
fn lives() -> impl Strategy<Value = (Settings, Tz)> {
    let hours = prop::option::of((0_u32..23 * 60, 1_u32..600));
    let zone = prop::sample::select(vec![
        Paris,
        chrono_tz::America::Sao_Paulo,
        chrono_tz::Australia::Lord_Howe,
        chrono_tz::Asia::Tehran,
        chrono_tz::UTC,
    ]);
    let leave = prop::collection::vec((0_i64..20, 0_i64..4), 0..3);
    (prop::array::uniform7(hours), leave, zone).prop_map(|(week, leave, zone)| {
        let time = |minute: u32| {
            chrono::NaiveTime::from_num_seconds_from_midnight_opt(minute.min(1439) * 60, 0)
                .unwrap_or_default()
        };
        let from = "2026-10-19"
            .parse::<chrono::NaiveDate>()
            .expect("a Monday before the clocks change");
        let settings = Settings {
            hours: week.map(|day| {
                day.map(|(from, length)| Hours {
                    from: time(from),
                    until: time(from + length),
                })
            }),
            leave: leave
                .into_iter()
                .map(|(first, days)| {
                    Leave::days(
                        from + TimeDelta::days(first),
                        from + TimeDelta::days(first + days),
                    )
                })
                .collect(),
            ..Settings::default()
        };
        (settings, zone)
    })
}

/// Minutes after this instant, in the stories below.
fn origin() -> DateTime<Utc> {
    at("2026-10-19T00:00:00Z")
}

fn minutes(n: i64) -> DateTime<Utc> {
    origin() + TimeDelta::minutes(n)
}

const WEEKS: i64 = 14 * 24 * 60;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn the_first_moment_of_presence_is_one_and_none_lies_before_it(
        (settings, zone) in lives(), from in 0..WEEKS, steps in prop::collection::vec(0..10_000_i64, 20),
    ) {
        let presence = Presence::of(&settings, zone);
        let from = minutes(from);
        match presence.first(from) {
            None => prop_assert!(settings.hours.iter().all(Option::is_none)),
            Some(first) => {
                prop_assert!(first >= from && presence.is_there(first));
                for step in steps {
                    let between = from + TimeDelta::minutes(step);
                    prop_assert!(between >= first || !presence.is_there(between), "{between} is sooner than {first}");
                }
            }
        }
        if let Some(morning) = presence.next_morning(from) {
            let date = |at| Zone::Floating.wall(at, zone).date();
            prop_assert!(presence.is_there(morning) && date(morning) > date(from));
        }
    }

    /// Random diaries, watched at random instants by a process that is killed and started between any two of them.
    #[test]
    fn everything_rings_once_or_is_missed_once_and_never_at_a_bad_time(
        (settings, zone) in lives(),
        diary in prop::collection::vec((0..WEEKS, 0_i64..180), 1..12),
        looks in prop::collection::btree_set(0..WEEKS + 4_000, 1..60),
        watched in prop::bool::ANY,
    ) {
        let presence = Presence::of(&settings, zone);
        let coming: Vec<Reminder> = diary
            .iter()
            .enumerate()
            .map(|(n, (start, lead))| reminder(n as u64, minutes(*start), *lead))
            .collect();
        let mut kept = Reminders { since: watched.then(origin), ..Reminders::default() };
        let mut rang: HashMap<Cue, DateTime<Utc>> = HashMap::new();
        let mut missed: HashSet<Cue> = HashSet::new();
        for look in &looks {
            let now = minutes(*look);
            let before = kept.clone();
            let turn = kept.turn(&coming, everything, &presence, now);
            for cue in &turn.rings {
                prop_assert!(presence.is_there(now), "quiet outside hours");
                prop_assert!(now <= cue.last(), "of use");
                prop_assert!(coming.iter().any(|one| one.cue == *cue && one.at <= now), "not before its time");
                prop_assert_eq!(rang.insert(*cue, now), None, "once");
            }
            missed.extend(&kept.missed);
            prop_assert!(turn.changed || kept == before, "a change says so");
            prop_assert!(turn.next.is_none_or(|next| next > now), "it waits for what is to come");
        }
        let (first, end) = (minutes(*looks.first().unwrap_or(&0)), minutes(*looks.last().unwrap_or(&0)));
        let since = if watched { origin() } else { first };
        for one in &coming {
            let (heard, listed) = (rang.contains_key(&one.cue), missed.contains(&one.cue));
            prop_assert!(!(heard && listed), "what rang was not missed");
            if watched && one.cue.last() < end && one.cue.last() >= since {
                prop_assert!(heard || listed, "nothing is lost");
            }
        }
    }

    /// Watched every minute and at what it waits for, as the shell does: a reminder is on time.
    #[test]
    fn looked_at_when_it_asks_to_be_it_rings_at_the_very_instant(
        (settings, zone) in lives(), start in 0..3 * 24 * 60_i64, lead in 0_i64..180,
    ) {
        let presence = Presence::of(&settings, zone);
        let one = reminder(1, minutes(start), lead);
        let mut kept = Reminders { since: Some(minutes(-200)), ..Reminders::default() };
        let wanted = presence.first(one.at).filter(|when| *when <= one.cue.last());
        let mut now = minutes(-200);
        for _ in 0..4 {
            let turn = kept.turn(&[one], everything, &presence, now);
            if !turn.rings.is_empty() {
                prop_assert_eq!(Some(now), wanted);
                return Ok(());
            }
            match turn.next {
                Some(next) => now = next,
                None => break,
            }
        }
        prop_assert_eq!(wanted, None);
        prop_assert_eq!(kept.missed, [one.cue]);
    }

    #[test]
    fn what_is_put_off_comes_back_and_later_than_now(
        (settings, zone) in lives(), now in 0..WEEKS, start in -600_i64..600, which in 0_usize..4, video in 0_i64..3_000,
    ) {
        let presence = Presence::of(&settings, zone);
        let now = minutes(now);
        let delay = Delay::ALL[which];
        let Some(until) = delay.until(now, &presence, Some(now + TimeDelta::minutes(video))) else {
            prop_assert!(matches!(delay, Delay::Morning | Delay::NextVideo));
            return Ok(());
        };
        prop_assert!(until > now);
        let one = reminder(1, now + TimeDelta::minutes(start), 10);
        let mut kept = Reminders { since: Some(now), rung: vec![one.cue], ..Reminders::default() };
        kept.put_off(one.cue, until);
        let quiet = kept.turn(&[one], everything, &presence, now);
        prop_assert_eq!(&quiet.rings, &[]);
        let Some(next) = quiet.next else { return Ok(()); };
        let due = kept.turn(&[one], everything, &presence, next);
        prop_assert!(kept.put_off.is_empty());
        prop_assert_eq!(due.rings.len() + kept.missed.len(), 1, "it rings, or waits on the sheet of who is never there");
    }
}

#[test]
fn a_clock_set_back_a_year_rings_nothing_of_the_past_and_one_thing_once() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let last_year = reminder(1, at("2025-11-24T14:30:00+01:00"), 10);
    let to_come = reminder(2, at("2026-11-24T14:30:00+01:00"), 10);
    let both = [last_year, to_come];
    for minute in ["14:20", "14:25", "14:31", "15:00"] {
        let now = format!("2025-11-24T{minute}:00+01:00");
        let quiet = turn(&mut kept, &both, &settings, &now);
        assert_eq!(quiet.rings, [], "{now}: it was dealt with a year ago");
    }
    assert!(kept.missed.is_empty(), "nor was it missed");
    // The clock is set right again, minutes or hours later.
    let due = turn(&mut kept, &both, &settings, "2026-11-24T14:20:00+01:00");
    assert_eq!(due.rings, [to_come.cue]);
    assert_eq!(kept.behind, None);
    let again = turn(&mut kept, &both, &settings, "2026-11-24T14:20:30+01:00");
    assert_eq!(again.rings, []);
    assert!(kept.missed.is_empty());
}

#[test]
fn a_clock_that_was_ahead_and_is_right_again_reminds_after_a_day_or_once_it_is_said_to_be_right() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    // A year ahead, something went by, so that it was written down.
    let ahead = reminder(1, at("2027-11-24T10:00:00+01:00"), 10);
    turn(&mut kept, &[ahead], &settings, "2027-11-24T11:00:00+01:00");
    assert_eq!(kept.since, Some(at("2027-11-24T11:00:00+01:00")));
    let today = reminder(2, at("2026-11-24T14:30:00+01:00"), 10);
    let tomorrow = reminder(3, at("2026-11-25T14:30:00+01:00"), 10);
    let mut told = kept.clone();
    turn(&mut kept, &[today], &settings, "2026-11-24T11:05:00+01:00");
    let quiet = turn(&mut kept, &[today], &settings, "2026-11-24T14:20:00+01:00");
    assert_eq!(
        quiet.rings,
        [],
        "which of the two clocks is right is not known yet"
    );
    let due = turn(
        &mut kept,
        &[tomorrow],
        &settings,
        "2026-11-25T14:20:00+01:00",
    );
    assert_eq!(due.rings, [tomorrow.cue], "it went on for a day");

    told.trust(at("2026-11-24T11:05:00+01:00"));
    let due = turn(&mut told, &[today], &settings, "2026-11-24T14:20:00+01:00");
    assert_eq!(due.rings, [today.cue], "the person knows");
    assert_eq!(
        turn(&mut told, &[today], &settings, "2026-11-24T14:21:00+01:00").rings,
        []
    );
}

#[test]
fn what_was_touched_under_a_clock_that_was_ahead_rings_all_the_same() {
    let settings = Settings::default();
    let mut kept = watched("2026-11-24T09:00:00+01:00");
    let mut video = reminder(1, at("2026-11-24T14:30:00+01:00"), 10);
    video.touched = at("2036-01-01T00:00:00Z");
    let due = turn(&mut kept, &[video], &settings, "2026-11-24T14:20:00+01:00");
    assert_eq!(due.rings, [video.cue]);
}

proptest! {
    #[test]
    fn whatever_the_clock_does_within_a_day_nothing_rings_twice(
        jumps in prop::collection::vec(-500_i64..700, 1..60), starts in prop::collection::vec(-2_000_i64..2_000, 1..8),
    ) {
        let settings = Settings::default();
        let origin = at("2026-11-24T09:00:00+01:00");
        let coming: Vec<Reminder> = (1..).zip(&starts)
            .map(|(n, minutes)| reminder(n, origin + TimeDelta::minutes(*minutes), 10))
            .collect();
        let mut kept = Reminders { since: Some(origin), ..Reminders::default() };
        let (mut now, mut rung) = (origin, Vec::new());
        for jump in jumps {
            // Never so far back that a day goes by before it catches up.
            now = (now + TimeDelta::minutes(jump)).max(kept.since.unwrap_or(now) - TimeDelta::hours(23));
            let turned = kept.turn(&coming, everything, &Presence::of(&settings, Paris), now);
            rung.extend(turned.rings);
        }
        let mut once = rung.clone();
        once.sort_by_key(|cue| cue.touchpoint);
        once.dedup();
        prop_assert_eq!(once.len(), rung.len(), "{:?}", rung);
    }
}
