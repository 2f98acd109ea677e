use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use domain::{Fit, Settings, Slot, Span, Spot, Takes, Unfit, Zone};

/// How much speaks against a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing.
    Free,
    /// Something, and it is the person's to weigh.
    Tight,
    /// It can't be, short of one explicit press.
    Refused,
}

/// Two wall times of the home zone that somebody would like to fill; the end is excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// First wall time.
    pub from: NaiveDateTime,
    /// First wall time after it.
    pub until: NaiveDateTime,
    /// What would fill them.
    pub takes: Takes,
    /// Whether it is a call nobody else should hear.
    pub confidential: bool,
    /// Where it stands now, when it stands somewhere: what it takes there it does not take twice.
    pub origin: Option<(NaiveDateTime, NaiveDateTime)>,
}

/// A span that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    /// UTC instants.
    pub span: Span,
    /// What a sentence calls it.
    pub title: String,
    /// By what.
    pub takes: Takes,
}

/// What a proposal is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    /// What is taken around the proposal, the proposal's own subject left out.
    pub busy: &'a [Busy],
    /// Working hours and the rules of air.
    pub settings: &'a Settings,
    /// Where wall times are read.
    pub home: Tz,
}

/// A rule that speaks against a proposal. Minutes throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Something else is there.
    Overlap {
        /// What a sentence calls it.
        with: String,
        /// Its wall times at home.
        from: NaiveDateTime,
        /// Its wall times at home.
        until: NaiveDateTime,
    },
    /// Air lies there.
    OnAir {
        /// Its wall times at home.
        from: NaiveDateTime,
        /// Its wall times at home.
        until: NaiveDateTime,
        /// How much of it would go.
        minutes: u32,
    },
    /// The day would not keep its air.
    Air {
        /// Which day.
        date: NaiveDate,
        /// What it keeps as it is.
        left: u32,
        /// What it would keep.
        after: u32,
        /// What it is to keep.
        of: u32,
    },
    /// No time to eat would be left.
    Lunch {
        /// Not before.
        from: NaiveTime,
        /// Over by then.
        until: NaiveTime,
        /// How long it takes.
        minutes: u32,
    },
    /// More video than a day bears.
    Video {
        /// What the day would hold.
        minutes: u32,
        /// What it bears.
        most: u32,
        /// How much of that is new.
        more: u32,
    },
    /// Too many videos one after the other.
    Row {
        /// How many would follow each other.
        videos: u32,
        /// How many may.
        most: u32,
        /// What would end the row.
        pause: u32,
    },
    /// The time a meeting keeps clear around itself is taken.
    Buffer {
        /// What a sentence calls the meeting beside it.
        with: String,
        /// What is missing between the two.
        minutes: u32,
    },
    /// It cannot be held where one is then.
    Unfit {
        /// Where one is.
        spot: Spot,
        /// What cannot be held there.
        what: Unfit,
    },
    /// Before or after the hours worked that day.
    OutOfHours {
        /// First minute worked.
        from: NaiveTime,
        /// First minute not worked any more.
        until: NaiveTime,
    },
    /// A day that is not worked.
    DayOff,
}

impl Rule {
    /// How much it weighs.
    pub fn level(&self) -> Level {
        match self {
            Self::Overlap { .. }
            | Self::OnAir { .. }
            | Self::Air { .. }
            | Self::Lunch { .. }
            | Self::Video { .. }
            | Self::Row { .. } => Level::Refused,
            Self::Buffer { .. } | Self::Unfit { .. } | Self::OutOfHours { .. } | Self::DayOff => {
                Level::Tight
            }
        }
    }

    /// The air that is owed when it is forced, in minutes.
    pub fn debt(&self) -> u32 {
        match self {
            Self::OnAir { minutes, .. } | Self::Lunch { minutes, .. } => *minutes,
            Self::Air {
                left, after, of, ..
            } => left.min(of).saturating_sub(*after),
            Self::Video { more, .. } => *more,
            Self::Row { pause, .. } => *pause,
            Self::Overlap { .. }
            | Self::Unfit { .. }
            | Self::Buffer { .. }
            | Self::OutOfHours { .. }
            | Self::DayOff => 0,
        }
    }
}

/// What the rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The heaviest of them.
    pub level: Level,
    /// Every rule that spoke, the heaviest first.
    pub rules: Vec<Rule>,
    /// The nearest free starts, as wall times of the home zone; sought only when something spoke.
    pub nearest: Vec<NaiveDateTime>,
}

impl Verdict {
    /// Nothing speaks against it.
    pub fn free() -> Self {
        Self {
            level: Level::Free,
            rules: Vec::new(),
            nearest: Vec::new(),
        }
    }

    /// The air that is owed when it is forced, in minutes. Air that was laid on a day is a part of what the day keeps, so
    /// the two are not owed twice.
    pub fn debt(&self) -> u32 {
        let sum = |of: fn(&Rule) -> bool| -> u32 {
            let owed = self.rules.iter().filter(|rule| of(rule)).map(Rule::debt);
            owed.fold(0, u32::saturating_add)
        };
        let laid = sum(|rule| matches!(rule, Rule::OnAir { .. }));
        let kept = sum(|rule| matches!(rule, Rule::Air { .. }));
        let others = sum(|rule| !matches!(rule, Rule::OnAir { .. } | Rule::Air { .. }));
        laid.max(kept).saturating_add(others)
    }
}

impl Proposal {
    /// Something new, that stands nowhere yet.
    pub fn new(from: NaiveDateTime, until: NaiveDateTime, takes: Takes) -> Self {
        Self {
            from,
            until,
            takes,
            confidential: false,
            origin: None,
        }
    }

    /// The same somewhere else.
    #[must_use]
    pub fn starting(self, from: NaiveDateTime) -> Self {
        Self {
            from,
            until: from + (self.until - self.from),
            ..self
        }
    }

    /// The two instants, in `home`: those of the slot it would be.
    pub fn span(&self, home: Tz) -> Span {
        let seconds = (self.until - self.from).num_seconds();
        Slot::Timed {
            start: self.from,
            seconds: u32::try_from(seconds).unwrap_or_default(),
            zone: Zone::Iana(home),
            later: false,
        }
        .span(home)
    }

    /// The same at the wall times clocks will show: what is asked in the hour a spring night skips stands later.
    #[must_use]
    pub fn shown(self, home: Tz) -> Self {
        let skipped = |wall| Zone::Iana(home).instant(wall, false, home).1 == Fit::Skipped;
        if !skipped(self.from) && !skipped(self.until) {
            return self;
        }
        let span = self.span(home);
        Self {
            from: Zone::Floating.wall(span.start, home),
            until: Zone::Floating.wall(span.end, home),
            ..self
        }
    }
}
