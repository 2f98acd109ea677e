//! The forms a moment can be written in (RFC 5545 §3.3.4, §3.3.5), and lengths (§3.3.6).

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{Moment, Zone};

use crate::property::{Property, quoted};
use crate::read::moment_of;
use crate::stamp::Stamp;
use crate::zone::Zones;

/// How moments of one property are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// Parameters with their leading semicolons.
    params: String,
    kind: FormKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormKind {
    Date,
    Utc(Zone),
    Local,
}

impl Form {
    /// The form a moment takes when nothing was written before.
    pub(super) fn fresh(moment: Moment) -> Self {
        match moment {
            Moment::Date(_) => Self {
                params: ";VALUE=DATE".to_owned(),
                kind: FormKind::Date,
            },
            Moment::Wall {
                zone: zone @ Zone::Iana(Tz::UTC),
                ..
            } => Self {
                params: String::new(),
                kind: FormKind::Utc(zone),
            },
            Moment::Wall { zone, .. } => Self {
                params: zone
                    .name()
                    .map(|name| format!(";TZID={}", quoted(name)))
                    .unwrap_or_default(),
                kind: FormKind::Local,
            },
        }
    }

    /// The form `written` has, when `moment` can be said in it: the same zone under the same name.
    pub(super) fn same(written: &Property<'_>, zones: &Zones<'_>, moment: Moment) -> Option<Self> {
        let first = written.value.split(',').next().unwrap_or_default();
        let one = Property {
            written_params: written.written_params,
            value: first,
        };
        let kind = match (moment_of(&one, zones, &mut Vec::new())?, moment) {
            (Moment::Date(_), Moment::Date(_)) => FormKind::Date,
            (Moment::Wall { zone: was, .. }, Moment::Wall { zone, .. }) if was == zone => {
                match Stamp::read(first) {
                    Some(Stamp::Utc(_)) => FormKind::Utc(zone),
                    _ => FormKind::Local,
                }
            }
            _ => return None,
        };
        let params = match written.written_params {
            "" => String::new(),
            params => format!(";{params}"),
        };
        Some(Self { params, kind })
    }

    /// The form `written` has, else a fresh one that keeps the parameters which say nothing about time.
    pub(super) fn like(written: &Property<'_>, zones: &Zones<'_>, moment: Moment) -> Self {
        Self::same(written, zones, moment).unwrap_or_else(|| {
            let mut fresh = Self::fresh(moment);
            for (name, value) in written.params() {
                if !(name.eq_ignore_ascii_case("TZID") || name.eq_ignore_ascii_case("VALUE")) {
                    fresh.params.push_str(&format!(";{name}={value}"));
                }
            }
            fresh
        })
    }

    /// A whole content line.
    pub(super) fn line(&self, name: &str, moment: Moment, home: Tz) -> String {
        format!("{name}{}:{}", self.params, self.value(moment, home))
    }

    /// A content line of several moments.
    pub(super) fn lines(&self, name: &str, moments: &[Moment], home: Tz) -> String {
        let values: Vec<String> = moments.iter().map(|m| self.value(*m, home)).collect();
        format!("{name}{}:{}", self.params, values.join(","))
    }

    fn value(&self, moment: Moment, home: Tz) -> String {
        match self.kind {
            FormKind::Date => moment.wall().format("%Y%m%d").to_string(),
            FormKind::Local => moment.wall().format("%Y%m%dT%H%M%S").to_string(),
            FormKind::Utc(zone) => utc(zone.instant(moment.wall(), false, home).0),
        }
    }
}

/// An instant, as DTSTAMP and its sisters want it.
pub(super) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A nominal length.
pub(super) fn duration(seconds: u32, whole_days: bool) -> String {
    if whole_days {
        return format!("P{}D", seconds / 86_400);
    }
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let part = |count: u32, unit: char| match count {
        0 => String::new(),
        count => format!("{count}{unit}"),
    };
    match (hours, minutes, seconds) {
        (0, 0, 0) => "PT0S".to_owned(),
        _ => format!(
            "PT{}{}{}",
            part(hours, 'H'),
            part(minutes, 'M'),
            part(seconds, 'S')
        ),
    }
}
