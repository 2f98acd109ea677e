//! The settings, both ways.

use chrono::{NaiveTime, Timelike};
use domain::{Hours, Settings};

use crate::{HoursSheet, Malformed, SettingsSheet, text};

impl From<&Settings> for SettingsSheet {
    fn from(
        Settings {
            language,
            theme,
            home,
            stayed: _,
            hours,
            air,
            region,
            leave,
            spots,
            reminding,
            me,
            locking,
            welcomed: _,
        }: &Settings,
    ) -> Self {
        let minute = |time: NaiveTime| time.hour() * 60 + time.minute();
        Self {
            language: language.map(Into::into),
            theme: (*theme).into(),
            home: home.map(|zone| zone.name().to_owned()),
            hours: hours
                .iter()
                .map(|day| {
                    day.map(|day| HoursSheet {
                        from: minute(day.from),
                        until: minute(day.until),
                    })
                })
                .collect(),
            air: (*air).into(),
            region: (*region).into(),
            leave: leave.iter().copied().map(Into::into).collect(),
            spots: spots.into(),
            reminding: (*reminding).into(),
            me: me.clone().into(),
            locking: (*locking).into(),
        }
    }
}

impl TryFrom<SettingsSheet> for Settings {
    type Error = Malformed;

    fn try_from(
        SettingsSheet {
            language,
            theme,
            home,
            hours,
            air,
            region,
            leave,
            spots,
            reminding,
            me,
            locking,
        }: SettingsSheet,
    ) -> Result<Self, Malformed> {
        let mut week = [None; 7];
        for (day, sheet) in week.iter_mut().zip(hours) {
            *day = sheet.map(hours_of).transpose()?;
        }
        let home = home.as_deref().map(text::zone);
        Ok(Self {
            language: language.map(Into::into),
            theme: theme.into(),
            home: home.transpose()?,
            stayed: None,
            hours: week,
            air: air.into(),
            region: region.into(),
            leave: leave
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
            spots: spots.try_into()?,
            reminding: reminding.into(),
            me: me.into(),
            locking: locking.into(),
            welcomed: false,
        })
    }
}

fn hours_of(HoursSheet { from, until }: HoursSheet) -> Result<Hours, Malformed> {
    // 24:00 is how a person says midnight at the end of a day; the clock has no such time.
    let time = |minute: u32| {
        NaiveTime::from_num_seconds_from_midnight_opt(minute.min(24 * 60 - 1) * 60, 0).ok_or(
            Malformed {
                given: minute.to_string(),
                wanted: "a minute of the day",
            },
        )
    };
    Ok(Hours {
        from: time(from)?,
        until: time(until)?,
    })
}
