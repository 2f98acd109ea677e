//! Days that are not worked, both ways.

use chrono::NaiveDate;
use domain as d;

use crate as x;
use crate::{Eye, Malformed, text};

impl From<d::Leave> for x::LeaveSheet {
    fn from(
        d::Leave {
            first,
            last,
            from_noon,
            until_noon,
        }: d::Leave,
    ) -> Self {
        Self {
            first: first.to_string(),
            last: last.to_string(),
            from_noon,
            until_noon,
        }
    }
}

impl TryFrom<x::LeaveSheet> for d::Leave {
    type Error = Malformed;

    fn try_from(
        x::LeaveSheet {
            first,
            last,
            from_noon,
            until_noon,
        }: x::LeaveSheet,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            first: text::date(&first)?,
            last: text::date(&last)?,
            from_noon,
            until_noon,
        })
    }
}

/// Every region whose holidays are known, by country.
pub fn regions() -> Vec<x::Regions> {
    let mut countries: Vec<x::Regions> = Vec::new();
    for region in d::Region::ALL {
        let country = region.country().into();
        match countries.last_mut().filter(|last| last.country == country) {
            Some(last) => last.regions.push((*region).into()),
            None => countries.push(x::Regions {
                country,
                regions: vec![(*region).into()],
            }),
        }
    }
    countries
}

impl Eye<'_> {
    /// A public holiday by name.
    pub(crate) fn holiday(&self, holiday: Option<d::Holiday>) -> Option<String> {
        holiday.map(|holiday| {
            self.words()
                .say(&format!("holiday-{}", holiday.word()), &[])
        })
    }

    /// Public holidays by name.
    pub fn holidays(&self, days: &[(NaiveDate, d::Holiday)]) -> Vec<x::HolidaySheet> {
        days.iter()
            .map(|(date, holiday)| x::HolidaySheet {
                date: date.to_string(),
                name: self
                    .words()
                    .say(&format!("holiday-{}", holiday.word()), &[]),
            })
            .collect()
    }
}
