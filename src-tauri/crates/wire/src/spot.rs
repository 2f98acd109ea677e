//! Where one is, as the window shows and sends it.

use domain as d;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::convert::same;
use crate::{Malformed, text};

/// A half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Half {
    /// Before 13:00.
    Morning,
    /// From 13:00 on.
    Afternoon,
}

/// Where one works from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Spot {
    /// At home.
    Home,
    /// At the office.
    Office,
    /// In a closed booth.
    Booth,
    /// At a client's.
    Client,
    /// On a train.
    Train,
    /// Elsewhere.
    Other,
}

same!(d::Half, Half: Morning, Afternoon);
same!(d::Spot, Spot: Home, Office, Booth, Client, Train, Other);

/// Where one is in a half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HalfSpot {
    /// Where, when that was said.
    pub spot: Option<Spot>,
    /// Whether that is as usual.
    pub usual: bool,
}

/// What can be held in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Holds {
    /// A meeting by video.
    pub video: bool,
    /// A call nobody else should hear.
    pub confidential: bool,
}

/// Where one is in one half of one day, other than usual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SpotOn {
    /// `2026-11-27`.
    pub date: String,
    /// Its half.
    pub half: Half,
    /// Where.
    pub spot: Spot,
}

/// Where one usually is, when one is elsewhere, and what can be held where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SpotsSheet {
    /// From Monday, morning and afternoon; `null` where nothing is said.
    pub usual: [[Option<Spot>; 2]; 7],
    /// By date.
    pub except: Vec<SpotOn>,
    /// What can be held where.
    pub holds: HoldsSheet,
}

/// What can be held in each place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HoldsSheet {
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

impl From<d::Holds> for Holds {
    fn from(
        d::Holds {
            video,
            confidential,
        }: d::Holds,
    ) -> Self {
        Self {
            video,
            confidential,
        }
    }
}

impl From<Holds> for d::Holds {
    fn from(
        Holds {
            video,
            confidential,
        }: Holds,
    ) -> Self {
        Self {
            video,
            confidential,
        }
    }
}

impl From<&d::Spots> for SpotsSheet {
    fn from(
        d::Spots {
            usual,
            except,
            holds,
        }: &d::Spots,
    ) -> Self {
        let d::HoldsBySpot {
            home,
            office,
            booth,
            client,
            train,
            other,
        } = *holds;
        Self {
            usual: usual.map(|day| day.map(|half| half.map(Into::into))),
            except: except
                .iter()
                .map(|d::SpotOn { date, half, spot }| SpotOn {
                    date: date.to_string(),
                    half: (*half).into(),
                    spot: (*spot).into(),
                })
                .collect(),
            holds: HoldsSheet {
                home: home.into(),
                office: office.into(),
                booth: booth.into(),
                client: client.into(),
                train: train.into(),
                other: other.into(),
            },
        }
    }
}

impl TryFrom<SpotsSheet> for d::Spots {
    type Error = Malformed;

    fn try_from(
        SpotsSheet {
            usual,
            except,
            holds,
        }: SpotsSheet,
    ) -> Result<Self, Malformed> {
        let except = except
            .into_iter()
            .map(|SpotOn { date, half, spot }| {
                Ok(d::SpotOn {
                    date: text::date(&date)?,
                    half: half.into(),
                    spot: spot.into(),
                })
            })
            .collect::<Result<_, Malformed>>()?;
        let HoldsSheet {
            home,
            office,
            booth,
            client,
            train,
            other,
        } = holds;
        Ok(Self {
            usual: usual.map(|day| day.map(|half| half.map(Into::into))),
            except,
            holds: d::HoldsBySpot {
                home: home.into(),
                office: office.into(),
                booth: booth.into(),
                client: client.into(),
                train: train.into(),
                other: other.into(),
            },
        })
    }
}
