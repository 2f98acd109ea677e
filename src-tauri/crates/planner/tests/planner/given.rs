//! What the laws are asked of: agendas, rules and hours of a fortnight, some of which have a change of clocks.

use chrono::{Days as DaySpan, Duration, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::{Europe::Paris, Tz};
use domain::{AirRules, Buffer, Buffers, Hours, Kind, Lunch, Settings, Takes};
use planner::{Agenda, Busy, Days, Proposal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) const HOME: Tz = Paris;
pub(crate) const VIDEO: Takes = Takes::Meeting(Kind::Video);
pub(crate) const PHONE: Takes = Takes::Meeting(Kind::Phone);
pub(crate) const VISIT: Takes = Takes::Meeting(Kind::InPerson);
pub(crate) const OTHER: Takes = Takes::Meeting(Kind::Other);

/// Something on the calendar: wall times at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) from: NaiveDateTime,
    pub(crate) until: NaiveDateTime,
    pub(crate) takes: Takes,
}

impl Block {
    pub(crate) fn new(from: NaiveDateTime, minutes: i64, takes: Takes) -> Self {
        Self {
            from,
            until: from + Duration::minutes(minutes),
            takes,
        }
    }

    pub(crate) fn of(walls: (NaiveDateTime, NaiveDateTime), takes: Takes) -> Self {
        Self {
            from: walls.0,
            until: walls.1,
            takes,
        }
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    pub(crate) fn touches(&self, date: NaiveDate) -> bool {
        self.overlaps(&Self::new(date.and_time(NaiveTime::MIN), 24 * 60, OTHER))
    }

    pub(crate) fn proposal(&self) -> Proposal {
        Proposal::new(self.from, self.until, self.takes)
    }
}

/// A fortnight: what is on it, and the rules of its owner.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub(crate) settings: Settings,
    pub(crate) first: NaiveDate,
    pub(crate) blocks: Vec<Block>,
}

impl Given {
    pub(crate) fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        self.first.iter_days().take(14)
    }

    pub(crate) fn at(&self, day: u64, minute: i64) -> NaiveDateTime {
        let date = self.first.checked_add_days(DaySpan::new(day));
        date.expect("a date of the test").and_time(NaiveTime::MIN) + Duration::minutes(minute)
    }
}

pub(crate) fn on(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day)
        .and_then(|date| date.and_hms_opt(hour, minute, 0))
        .expect("a date of the test")
}

pub(crate) fn busy(blocks: &[Block]) -> Vec<Busy> {
    let one = |block: &Block| Busy {
        span: block.proposal().span(HOME),
        title: "Scop Les Fougères".into(),
        takes: block.takes,
    };
    blocks.iter().map(one).collect()
}

pub(crate) fn days<'a>(busy: &'a [Busy], settings: &'a Settings) -> Days<'a> {
    Days {
        busy,
        settings,
        home: HOME,
    }
}

/// Asks something of the agenda of these blocks.
pub(crate) fn ask<T>(
    blocks: &[Block],
    settings: &Settings,
    what: impl FnOnce(&Agenda<'_>) -> T,
) -> T {
    let busy = busy(blocks);
    what(&Agenda::of(days(&busy, settings)))
}

/// Whether a proposal may be suggested, asked of the public functions: it is free, and takes no minute of laid air.
pub(crate) fn is_breathable(proposal: Proposal, blocks: &[Block], settings: &Settings) -> bool {
    let near = Block::of((proposal.from, proposal.until), proposal.takes);
    let date = proposal.from.date();
    let around: Vec<Block> = blocks
        .iter()
        .filter(|block| block.from.date() <= date + Duration::days(1))
        .filter(|block| block.until.date() >= date - Duration::days(1))
        .copied()
        .collect();
    if around.iter().any(|block| block.overlaps(&near)) {
        return false;
    }
    let busy = busy(&around);
    let free = planner::weigh(proposal, days(&busy, settings))
        .rules
        .is_empty();
    free && !is_on_laid(&near, &busy, settings)
}

/// Whether a block takes a minute of the air its day laid.
pub(crate) fn is_on_laid(block: &Block, busy: &[Busy], settings: &Settings) -> bool {
    let midnight = block.from.date().and_time(NaiveTime::MIN);
    let wall = |minute: u32| midnight + Duration::minutes(minute.into());
    let breath = Agenda::of(days(busy, settings)).breath(block.from.date());
    breath.laid.iter().any(|piece| {
        let laid = Block::of((wall(piece.from), wall(piece.until)), Takes::Air);
        laid.overlaps(block)
    })
}

/// Every quarter of an hour from the first minute worked at which something of this length is over in time.
pub(crate) fn starts(date: NaiveDate, length: Duration, settings: &Settings) -> Vec<NaiveDateTime> {
    let Some(hours) = settings.open_on(date) else {
        return Vec::new();
    };
    let closes = date.and_time(hours.until);
    let quarters =
        (0..96).map(|quarter| date.and_time(hours.from) + Duration::minutes(15 * quarter));
    quarters.filter(|start| *start + length <= closes).collect()
}

pub(crate) fn any_takes() -> impl Strategy<Value = Takes> {
    prop_oneof![
        4 => Just(VIDEO),
        2 => Just(PHONE),
        2 => Just(VISIT),
        2 => Just(OTHER),
        2 => Just(Takes::Work),
        1 => Just(Takes::Travel),
        2 => Just(Takes::Air),
    ]
}

/// Whole weeks, or around the nights on which the clocks of Paris change.
fn any_first() -> impl Strategy<Value = NaiveDate> {
    let day = |year, month, day| on(year, month, day, 0, 0).date();
    prop_oneof![
        2 => Just(day(2026, 11, 16)),
        1 => Just(day(2027, 3, 22)),
        1 => Just(day(2026, 10, 19)),
    ]
}

fn time(minute: i64) -> NaiveTime {
    NaiveTime::MIN + Duration::minutes(minute)
}

fn any_hours() -> impl Strategy<Value = [Option<Hours>; 7]> {
    let hours = |from, until| {
        Some(Hours {
            from: time(from),
            until: time(until),
        })
    };
    let day = prop_oneof![
        6 => Just(hours(540, 1080)),
        1 => Just(hours(510, 750)),
        1 => Just(hours(790, 1120)),
        1 => Just(hours(600, 965)),
        1 => Just(None),
    ];
    vec(day, 7).prop_map(|days| {
        let mut week = [None; 7];
        week.copy_from_slice(&days);
        week[6] = None;
        week
    })
}

fn any_lunch() -> impl Strategy<Value = Lunch> {
    let window = prop_oneof![
        3 => Just((690, 840)),
        1 => Just((690, 750)),
        1 => Just((725, 830)),
    ];
    (window, select(vec![0, 20, 45, 45, 45, 60])).prop_map(|((from, until), minutes)| Lunch {
        from: time(from),
        until: time(until),
        minutes,
    })
}

fn any_buffers() -> impl Strategy<Value = Buffers> {
    let buffer = || {
        (select(vec![0, 5, 15, 25]), select(vec![0, 10, 15, 40]))
            .prop_map(|(before, after)| Buffer { before, after })
    };
    let any = (buffer(), buffer(), buffer()).prop_map(|(phone, video, in_person)| Buffers {
        phone,
        video,
        in_person,
    });
    prop_oneof![Just(Buffers::default()), any]
}

fn any_rules() -> impl Strategy<Value = AirRules> {
    let any = (
        select(vec![0, 30, 90, 120, 240]),
        select(vec![5, 10, 15, 30, 45]),
        any_lunch(),
        select(vec![30, 90, 240]),
        1_u32..5,
        select(vec![5, 15, 25]),
        any_buffers(),
    );
    let any = any.prop_map(|(day, piece, lunch, video, row, pause, buffers)| AirRules {
        day,
        piece,
        lunch,
        video,
        row,
        pause,
        buffers,
    });
    prop_oneof![1 => Just(AirRules::default()), 3 => any]
}

pub(crate) fn any_settings() -> impl Strategy<Value = Settings> {
    (any_hours(), any_rules()).prop_map(|(hours, air)| Settings {
        hours,
        air: air.within_reason(),
        ..Settings::default()
    })
}

/// A day of the fortnight and a minute of it: few days are crowded, so that many are full.
pub(crate) fn any_place() -> impl Strategy<Value = (u64, i64)> {
    let day = prop_oneof![3 => 0_u64..14, 4 => 1_u64..4];
    let minute = prop_oneof![4 => (28_i64..76).prop_map(|at| at * 15), 1 => 420_i64..1200];
    (day, minute)
}

pub(crate) fn any_minutes() -> impl Strategy<Value = i64> {
    prop_oneof![
        9 => select(vec![10_i64, 15, 25, 30, 30, 45, 50, 60, 60, 90, 120]),
        1 => 5_i64..300,
    ]
}

/// A fortnight with at most so many things on it; one in thirty is long and passes a night.
pub(crate) fn any_given(most: usize) -> impl Strategy<Value = Given> {
    let minutes =
        prop_oneof![29 => any_minutes(), 1 => select(vec![14 * 60_i64, 24 * 60, 50 * 60])];
    let blocks = vec((any_place(), minutes, any_takes()), 0..=most);
    (any_settings(), any_first(), blocks).prop_map(|(settings, first, blocks)| {
        let mut given = Given {
            settings,
            first,
            blocks: Vec::new(),
        };
        given.blocks = blocks
            .into_iter()
            .map(|((day, minute), minutes, takes)| {
                Block::new(given.at(day, minute), minutes, takes)
            })
            .collect();
        given
    })
}
