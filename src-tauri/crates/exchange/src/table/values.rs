//! What stands in a cell.

use std::borrow::Cow;

use chrono::NaiveDate;
use domain::{ReachKind, fold};

/// The characters a spreadsheet takes for the beginning of a formula (OWASP, *CSV Injection*).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet reckons with: an apostrophe before what would be a formula. One before apostrophes
/// before a formula too, so that [`restored`] gives every text back as it was.
pub(super) fn neutral(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// What a cell said before [`neutral`].
pub(super) fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// Which of day and month is written first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// The day, as nearly everywhere.
    #[default]
    DayFirst,
    /// The month, as in the United States.
    MonthFirst,
}

/// A date written in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// No date: nothing, or Outlook's `0/0/00`.
    Nothing,
    /// A date.
    Date(NaiveDate),
    /// Something else.
    Odd,
}

/// `1980-07-14` (a time behind it left out), `14/07/1980`, `14.7.80`; years of two digits are 1930 to 2029.
pub(super) fn date(cell: &str, order: DayOrder) -> Written {
    let cell = cell.trim();
    if is_no_date(cell) {
        return Written::Nothing;
    }
    let Some((parts, year_first)) = parts(cell) else {
        return Written::Odd;
    };
    let [first, second, third] = parts;
    let (year, month, day) = if year_first {
        (first, second, third)
    } else {
        let month_first = match order {
            DayOrder::DayFirst => second > 12,
            DayOrder::MonthFirst => first <= 12,
        };
        let (month, day) = if month_first {
            (first, second)
        } else {
            (second, first)
        };
        (full_year(third), month, day)
    };
    i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .map_or(Written::Odd, Written::Date)
}

/// Whether a cell tells in which order its day and month are.
pub(super) fn order_of(cell: &str) -> Option<DayOrder> {
    match parts(cell.trim())? {
        ([first, second, _], false) if first > 12 && second <= 12 => Some(DayOrder::DayFirst),
        ([first, second, _], false) if second > 12 && first <= 12 => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// Nothing, or a date of noughts, as programs write that none is known.
pub(super) fn is_no_date(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || parts(cell).is_some_and(|(parts, _)| parts == [0, 0, 0])
}

/// The three numbers of a date, and whether the year comes first.
fn parts(cell: &str) -> Option<([u32; 3], bool)> {
    let day = cell.split(['T', ' ']).next().unwrap_or_default();
    let mut numbers = day.split(['/', '-', '.']);
    let mut next = || {
        let part = numbers.next()?;
        let plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (plain && part.len() <= 4).then_some(part)
    };
    let (first, second, third) = (next()?, next()?, next()?);
    if numbers.next().is_some() {
        return None;
    }
    let number = |part: &str| part.parse().ok();
    Some((
        [number(first)?, number(second)?, number(third)?],
        first.len() == 4,
    ))
}

fn full_year(year: u32) -> u32 {
    match year {
        0..=29 => 2000 + year,
        30..=99 => 1900 + year,
        _ => year,
    }
}

/// What Google puts between several values of one cell.
pub(super) const GOOGLE: &str = " ::: ";

/// The tags of a cell: apart by `;` where there is one, else by `,`. `\;` and `\\` are characters of a tag.
pub(super) fn tags(cell: &str) -> Vec<String> {
    // What `tagged` wrote ends so.
    let ours = cell.ends_with(';');
    if !ours && (cell.contains(GOOGLE) || cell.starts_with("* ")) {
        return cell
            .split(GOOGLE)
            .map(|tag| tag.trim_start_matches("* ").to_owned())
            .collect();
    }
    let delimiter = if cell.contains(';') { ';' } else { ',' };
    let mut tags = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(next @ (';' | '\\'))) => {
                push(&mut tags, *next);
                chars.next();
            }
            (c, _) if c == delimiter => tags.push(String::new()),
            (c, _) => push(&mut tags, c),
        }
    }
    tags
}

fn push(tags: &mut [String], c: char) {
    if let Some(tag) = tags.last_mut() {
        tag.push(c);
    }
}

/// Tags as one cell that [`tags`] takes apart again.
pub(super) fn tagged<'t>(tags: impl Iterator<Item = &'t String>) -> String {
    // Every tag has its end, so that one with a comma is not taken for two.
    tags.map(|tag| tag.replace('\\', "\\\\").replace(';', "\\;") + ";")
        .collect()
}

/// The addresses of a cell. None holds a blank, a comma or a semicolon.
pub(super) fn emails(cell: &str) -> impl Iterator<Item = &str> {
    let several = cell.matches('@').count() > 1 || cell.contains(GOOGLE);
    let delimiters: &[char] = if several {
        &[',', ';', ' ', '\n']
    } else {
        &['\n']
    };
    cell.split(delimiters)
        .map(str::trim)
        .filter(|part| !part.is_empty() && *part != ":::")
}

/// The numbers of a cell: one a line, or apart by ` / `, `;` or ` ou ` when each side has digits enough.
pub(super) fn phones(cell: &str) -> Vec<&str> {
    let enough = |part: &&str| part.bytes().filter(u8::is_ascii_digit).count() >= 6;
    for delimiter in [GOOGLE, "\n", " / ", ";", " ou ", " or "] {
        let parts: Vec<&str> = cell.split(delimiter).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| enough(part) || part.is_empty()) {
            return parts.into_iter().filter(|part| !part.is_empty()).collect();
        }
    }
    vec![cell.trim()]
}

/// What a label says a number or an address is for.
pub(super) fn kind(label: &str) -> Option<ReachKind> {
    let label = fold(label);
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if has(&["fax", "telecop", "pager"]) {
        Some(ReachKind::Fax)
    } else if has(&["mobile", "portable", "cell", "iphone"]) {
        Some(ReachKind::Mobile)
    } else if has(&["work", "bureau", "travail", "pro", "main", "principal"]) {
        Some(ReachKind::Work)
    } else if has(&["home", "domicile", "perso", "maison", "prive"]) {
        Some(ReachKind::Home)
    } else if has(&["other", "autre"]) {
        Some(ReachKind::Other)
    } else {
        None
    }
}
