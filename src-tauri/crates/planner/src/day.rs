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

    pub(crate) fn overlaps(&self, other: &Item) -> bool {
        self.from < other.until && other.from < self.until
    }

    /// With what it keeps clear around itself.
    pub(crate) fn wide(&self, rules: &AirRules) -> (i64, i64) {
        let Buffer { before, after } = rules.buffers.of(self.takes);
        (self.from - i64::from(before), self.until + i64::from(after))
    }
}

/// One day at home.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day<'a> {
    pub(crate) hours: Option<Hours>,
    pub(crate) rules: &'a AirRules,
    pub(crate) items: &'a [Item],
    /// One thing more, that is only thought of.
    pub(crate) more: Option<Item>,
}

/// Videos that follow each other without a pause.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    from: i64,
    until: i64,
    pub(crate) videos: u32,
}

impl Row {
    /// Whether `item` stands in it.
    pub(crate) fn holds(&self, item: &Item) -> bool {
        (self.from..=self.until).contains(&item.from)
    }
}

impl Day<'_> {
    /// The same with one thing more.
    pub(crate) fn with(self, item: Item) -> Self {
        Self {
            more: Some(item),
            ..self
        }
    }

    fn all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(&self.more)
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
            .all()
            .filter(|item| item.takes != Takes::Air)
            .map(|item| item.wide(self.rules))
            .collect();
        taken.sort_unstable();
        let mut gaps = Vec::with_capacity(taken.len() + 1);
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

    /// Every video of the day, in order.
    fn videos(&self) -> Vec<(i64, i64)> {
        let videos = self.all().filter(|item| item.is_video());
        let mut videos: Vec<(i64, i64)> = videos.map(|item| (item.from, item.until)).collect();
        videos.sort_unstable();
        videos
    }

    /// Video on that day, in minutes. Nobody is in two at once: a minute counts once.
    pub(crate) fn video(&self) -> u32 {
        let (mut minutes, mut at) = (0, 0);
        for (from, until) in self.videos() {
            let until = until.min(24 * 60);
            minutes += (until - from.max(at)).max(0);
            at = at.max(until);
        }
        minutes.try_into().unwrap_or_default()
    }

    /// The rows of videos that follow each other with less than a pause between one and the next, in order.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let pause = i64::from(self.rules.pause);
        let mut rows: Vec<Row> = Vec::new();
        for (from, until) in self.videos() {
            match rows.last_mut() {
                Some(row) if from < row.until.saturating_add(pause) => {
                    row.videos += 1;
                    row.until = row.until.max(until);
                }
                _ => rows.push(Row {
                    from,
                    until,
                    videos: 1,
                }),
            }
        }
        rows
    }
}

/// Minutes since midnight.
pub(crate) fn minute(time: NaiveTime) -> i64 {
    (time - NaiveTime::MIN).num_minutes()
}
