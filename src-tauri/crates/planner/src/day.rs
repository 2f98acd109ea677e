use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{AirRules, Buffer, Hours, Kind, Takes};

/// Something that takes time of a day, in minutes since its midnight; what passes midnight passes its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) from: i64,
    pub(crate) until: i64,
    pub(crate) takes: Takes,
    /// Which of the agenda's busy spans it is.
    pub(crate) busy: Option<usize>,
}

impl Item {
    pub(crate) fn on(
        date: NaiveDate,
        from: NaiveDateTime,
        until: NaiveDateTime,
        takes: Takes,
        busy: Option<usize>,
    ) -> Self {
        let midnight = date.and_time(NaiveTime::MIN);
        let seconds = |at: NaiveDateTime| (at - midnight).num_seconds();
        Self {
            from: seconds(from).div_euclid(60),
            until: (seconds(until) + 59).div_euclid(60),
            takes,
            busy,
        }
    }

    pub(crate) fn is_video(&self) -> bool {
        self.takes == Takes::Meeting(Kind::Video)
    }

    /// With what it keeps clear around itself.
    pub(crate) fn wide(&self, rules: &AirRules) -> (i64, i64) {
        let Buffer { before, after } = rules.buffers.of(self.takes);
        (self.from - i64::from(before), self.until + i64::from(after))
    }
}

/// One day at home.
#[derive(Debug, Clone)]
pub(crate) struct Day<'a> {
    pub(crate) hours: Option<Hours>,
    pub(crate) rules: &'a AirRules,
    pub(crate) items: Vec<Item>,
}

impl Day<'_> {
    /// The same with one thing more.
    pub(crate) fn with(mut self, item: Item) -> Self {
        self.items.push(item);
        self
    }

    /// The worked hours, in minutes; an empty span on a day off.
    pub(crate) fn worked(&self) -> (i64, i64) {
        self.hours
            .map_or((0, 0), |hours| (minute(hours.from), minute(hours.until)))
    }

    /// What nothing takes within the worked hours, in order. Air takes nothing.
    pub(crate) fn gaps(&self) -> Vec<(i64, i64)> {
        let (opens, closes) = self.worked();
        let mut taken: Vec<(i64, i64)> = self
            .items
            .iter()
            .filter(|item| item.takes != Takes::Air)
            .map(|item| item.wide(self.rules))
            .collect();
        taken.sort_unstable();
        let mut gaps = Vec::new();
        let mut at = opens;
        for (from, until) in taken {
            if from.min(closes) > at {
                gaps.push((at, from.min(closes)));
            }
            at = at.max(until);
        }
        if closes > at {
            gaps.push((at, closes));
        }
        gaps
    }

    /// Video on that day, in minutes.
    pub(crate) fn video(&self) -> u32 {
        let within = |item: &Item| item.until.min(24 * 60) - item.from.max(0);
        let minutes = self.items.iter().filter(|item| item.is_video()).map(within);
        minutes.sum::<i64>().try_into().unwrap_or_default()
    }

    /// The most videos that follow each other with less than a pause between one and the next.
    pub(crate) fn row(&self) -> u32 {
        let mut videos: Vec<(i64, i64)> = self
            .items
            .iter()
            .filter(|item| item.is_video())
            .map(|item| (item.from, item.until))
            .collect();
        videos.sort_unstable();
        let (mut row, mut most, mut ended) = (0, 0, i64::MIN);
        for (from, until) in videos {
            let follows = from < ended.saturating_add(i64::from(self.rules.pause));
            row = if follows { row + 1 } else { 1 };
            most = most.max(row);
            ended = ended.max(until);
        }
        most
    }
}

/// Minutes since midnight.
pub(crate) fn minute(time: NaiveTime) -> i64 {
    (time - NaiveTime::MIN).num_minutes()
}
