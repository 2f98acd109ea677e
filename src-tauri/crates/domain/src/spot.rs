//! Where one is, half a day at a time, and what can be held there.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Half, Kind};

/// Where one works from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// At home.
    Home,
    /// At the office, among others.
    Office,
    /// In a closed booth.
    Booth,
    /// At a client's.
    Client,
    /// On a train, or any other way of travelling.
    Train,
    /// Somewhere else, or a place of a later version.
    #[default]
    #[serde(other)]
    Other,
}

impl Spot {
    /// All of them, as they are offered.
    pub const ALL: [Self; 6] = [
        Self::Home,
        Self::Office,
        Self::Booth,
        Self::Client,
        Self::Train,
        Self::Other,
    ];
}

/// What can be held in a place, by the person's own account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Holds {
    /// A meeting by video.
    pub video: bool,
    /// A call nobody else should hear.
    pub confidential: bool,
}

/// What can be held in each place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HoldsBySpot {
    /// At home.
    pub home: Holds,
    /// At the office.
    pub office: Holds,
    /// In a booth.
    pub booth: Holds,
    /// At a client's.
    pub client: Holds,
    /// On a train.
    pub train: Holds,
    /// Elsewhere.
    pub other: Holds,
}

impl Default for HoldsBySpot {
    /// A closed door makes a call confidential: home and a booth have one, an open office has none. At a client's one is
    /// a guest, with no room of one's own and the ears of the house around; a train has neither line nor walls.
    fn default() -> Self {
        let holds = |video, confidential| Holds {
            video,
            confidential,
        };
        Self {
            home: holds(true, true),
            office: holds(true, false),
            booth: holds(true, true),
            client: holds(false, false),
            train: holds(false, false),
            other: holds(true, false),
        }
    }
}

impl HoldsBySpot {
    /// What can be held in a place.
    pub fn of(&self, spot: Spot) -> Holds {
        match spot {
            Spot::Home => self.home,
            Spot::Office => self.office,
            Spot::Booth => self.booth,
            Spot::Client => self.client,
            Spot::Train => self.train,
            Spot::Other => self.other,
        }
    }
}

/// What a place cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unfit {
    /// A meeting by video.
    Video,
    /// A call nobody else should hear.
    Confidential,
}

impl Holds {
    /// What speaks against holding a touchpoint of that kind here; a meeting in person is where it is.
    pub fn against(self, kind: Kind, confidential: bool) -> Option<Unfit> {
        let by_voice = matches!(kind, Kind::Video | Kind::Phone);
        if kind == Kind::Video && !self.video {
            Some(Unfit::Video)
        } else {
            (by_voice && confidential && !self.confidential).then_some(Unfit::Confidential)
        }
    }
}

/// Where one is in one half of one day, other than usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SpotOn {
    /// The day.
    pub date: NaiveDate,
    /// Its half.
    pub half: Half,
    /// Where.
    pub spot: Spot,
}

/// Where one usually is, and when one is elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spots {
    /// By weekday from Monday, morning and afternoon; `None` where nothing is said.
    pub usual: [[Option<Spot>; 2]; 7],
    /// At most one a half, by date.
    pub except: Vec<SpotOn>,
    /// What can be held where.
    pub holds: HoldsBySpot,
}

impl Spots {
    /// The most exceptions that are kept: both halves of every day of a year.
    pub const MOST: usize = 732;
    /// How long an exception is kept when its day is over, in days.
    pub const KEPT: u64 = 60;

    /// Where one is in a half of `date`, when that was said.
    pub fn at(&self, date: NaiveDate, half: Half) -> Option<Spot> {
        self.except
            .iter()
            .find(|one| one.date == date && one.half == half)
            .map(|one| one.spot)
            .or_else(|| {
                let day = self
                    .usual
                    .get(date.weekday().num_days_from_monday() as usize)?;
                day.get(half as usize).copied().flatten()
            })
    }

    /// Whether a half of `date` has no word of its own.
    pub fn is_usual(&self, date: NaiveDate, half: Half) -> bool {
        !self
            .except
            .iter()
            .any(|one| (one.date, one.half) == (date, half))
    }

    /// Says where one is in a half of `date`; `None` is as usual. What is as usual anyway is no exception.
    pub fn set(&mut self, date: NaiveDate, half: Half, spot: Option<Spot>) {
        self.except
            .retain(|one| (one.date, one.half) != (date, half));
        if let Some(spot) = spot.filter(|spot| self.at(date, half) != Some(*spot)) {
            self.except.push(SpotOn { date, half, spot });
            self.except.sort_by_key(|one| (one.date, one.half));
        }
    }

    /// Forgets exceptions long over, and the furthest ahead of too many.
    pub fn prune(&mut self, today: NaiveDate) {
        let since = today
            .checked_sub_days(Days::new(Self::KEPT))
            .unwrap_or(today);
        self.except.retain(|one| one.date >= since);
        self.except.sort_by_key(|one| (one.date, one.half));
        self.except.dedup_by_key(|one| (one.date, one.half));
        self.except.truncate(Self::MOST);
    }
}
