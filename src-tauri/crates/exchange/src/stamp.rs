//! DATE, DATE-TIME, DURATION and UTC-OFFSET values (RFC 5545 §3.3.4–6, §3.3.14), read liberally.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// A DATE or DATE-TIME value as written, before any zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// `20261124`.
    Date(NaiveDate),
    /// `20261124T090000`.
    Local(NaiveDateTime),
    /// `20261124T090000Z`.
    Utc(NaiveDateTime),
}

impl Stamp {
    /// Reads a value. Liberal: lower case, ISO 8601 separators, missing seconds, a leap second, a stray letter at the
    /// end (`20131009T170000T` is in real files).
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(exact) = Self::read_exact(text.as_bytes()) {
            return Some(exact);
        }
        let compact: String = text
            .chars()
            .filter(|c| !matches!(c, '-' | ':' | ' '))
            .collect::<String>()
            .to_ascii_uppercase();
        let (date, rest) = compact.split_at_checked(8)?;
        let date = read_date(date.as_bytes())?;
        let rest = rest.strip_prefix('T').unwrap_or(rest);
        if rest.is_empty() {
            return Some(Self::Date(date));
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (time, tail) = rest.split_at(digits);
        let padded = format!("{time:0<6}");
        let time = read_time(padded.as_bytes().get(..6)?)?;
        if digits > 6 || !matches!(digits, 4 | 6) {
            return None;
        }
        let at = date.and_time(time);
        // Fractions of a second (`.000`) stand between the time and its `Z` in some exports.
        let tail = tail
            .trim_start_matches('.')
            .trim_start_matches(|c: char| c.is_ascii_digit());
        match tail {
            "Z" => Some(Self::Utc(at)),
            "" | "T" => Some(Self::Local(at)),
            _ => None,
        }
    }

    fn read_exact(text: &[u8]) -> Option<Self> {
        match text.len() {
            8 => Some(Self::Date(read_date(text)?)),
            15 | 16 if text[8] == b'T' => {
                let at = read_date(&text[..8])?.and_time(read_time(&text[9..15])?);
                match text.get(15) {
                    None => Some(Self::Local(at)),
                    Some(b'Z') => Some(Self::Utc(at)),
                    Some(_) => None,
                }
            }
            _ => None,
        }
    }

    /// Its date and time without a zone, midnight for a date.
    pub(crate) fn local(self) -> NaiveDateTime {
        match self {
            Self::Date(date) => date.and_time(NaiveTime::MIN),
            Self::Local(at) | Self::Utc(at) => at,
        }
    }
}

fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0_u32, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + u32::from(byte - b'0'))
    })
}

fn read_date(text: &[u8]) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        i32::try_from(digits(text.get(..4)?)?).ok()?,
        digits(text.get(4..6)?)?,
        digits(text.get(6..8)?)?,
    )
}

fn read_time(text: &[u8]) -> Option<NaiveTime> {
    let (hour, minute, second) = (
        digits(text.get(..2)?)?,
        digits(text.get(2..4)?)?,
        digits(text.get(4..6)?)?,
    );
    NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second })
}

/// A DURATION such as `PT4H30M`, `P1DT12H`, `-P2W`.
pub(crate) fn read_duration(text: &str) -> Option<Duration> {
    let text = text.trim().to_ascii_uppercase();
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut total, mut number, mut in_time, mut any) = (0_i64, None::<i64>, false, false);
    for c in rest.chars() {
        if let Some(digit) = c.to_digit(10) {
            number = Some(
                number
                    .unwrap_or(0)
                    .checked_mul(10)?
                    .checked_add(i64::from(digit))?,
            );
            continue;
        }
        if c == 'T' {
            in_time = true;
            continue;
        }
        let unit = match (c, in_time) {
            ('W', _) => 604_800,
            ('D', _) => 86_400,
            ('H', _) => 3_600,
            ('M', _) => 60,
            ('S', _) => 1,
            _ => return None,
        };
        total = total.checked_add(number.take()?.checked_mul(unit)?)?;
        any = true;
    }
    (any && number.is_none())
        .then(|| Duration::try_seconds(if negative { -total } else { total }))
        .flatten()
}

/// A UTC-OFFSET such as `+0100` or `-000115`, in seconds east of Greenwich.
pub(crate) fn read_offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let rest = rest.as_bytes();
    if !matches!(rest.len(), 4 | 6) {
        return None;
    }
    let seconds = digits(&rest[..2])? * 3_600
        + digits(&rest[2..4])? * 60
        + if rest.len() == 6 {
            digits(&rest[4..])?
        } else {
            0
        };
    (seconds < 86_400 * 2).then(|| sign * i32::try_from(seconds).unwrap_or(0))
}
