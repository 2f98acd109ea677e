use chrono::{NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use domain::{Settings, Span, Zone};

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
}

/// A span that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    /// UTC instants.
    pub span: Span,
    /// What a sentence calls it.
    pub title: String,
}

/// What a proposal is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    /// What is taken around the proposal, the proposal's own subject left out.
    pub busy: &'a [Busy],
    /// Working hours, by weekday.
    pub settings: &'a Settings,
    /// Where wall times are read.
    pub home: Tz,
}

/// A rule that speaks against a proposal.
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
            Self::Overlap { .. } => Level::Refused,
            Self::OutOfHours { .. } | Self::DayOff => Level::Tight,
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
}

impl Proposal {
    /// The two instants, in `home`.
    pub fn span(&self, home: Tz) -> Span {
        let zone = Zone::Iana(home);
        let (start, _) = zone.instant(self.from, false, home);
        let (end, _) = zone.instant(self.until, false, home);
        Span {
            start,
            end: end.max(start),
        }
    }
}
