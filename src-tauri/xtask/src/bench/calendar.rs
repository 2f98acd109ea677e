//! Calendars to measure with: about forty appointments in the week shown, whatever the size. What
//! grows is the history behind it (80 %) and the plans ahead (20 %), as it does for a person.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Result, While};

/// Days from 1970-01-01 to the Monday of the week shown, 2026-11-23.
const ANCHOR: i64 = 20_780;

const PER_WEEK: usize = 40;

const WHAT: [&str; 8] = [
    "Visite",
    "Rappel",
    "Démonstration",
    "Relance devis",
    "Point trimestriel",
    "Livraison échantillons",
    "Réunion de négociation",
    "Prise de contact",
];
const WHOM: [&str; 10] = [
    "Menuiserie Lefèvre",
    "Fromagerie du Lac",
    "Garage Noël",
    "Clinique Saint-Roch",
    "Imprimerie Faure",
    "Brasserie du Port",
    "Atelier Morel",
    "Pharmacie Blanc",
    "Transports Guérin",
    "Hôtel des Arts",
];
const WHERE: [&str; 5] = [
    "12 rue de la République\\, 44000 Nantes",
    "3 quai de la Loire\\, 45000 Orléans",
    "https://meet.jit.si/sentier-mesure-4f7a",
    "8 place de l'Hôtel-de-Ville\\, 25000 Besançon",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_mesure",
];
const HOURS: [u32; 14] = [8, 8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 15, 16, 17];
const MINUTES: [u32; 6] = [0, 0, 15, 30, 30, 45];
const LENGTHS: [u32; 8] = [15, 30, 30, 45, 60, 60, 90, 120];
const WEEKDAYS: [i64; 12] = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5];

const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sentier//bench//FR\r\n\
BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n\
BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19700329T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19701025T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Writes a calendar of `count` events into `folder`, the same one each time, and says where.
pub(super) fn write(folder: &Path, count: usize) -> Result<PathBuf> {
    fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
    let path = folder.join(format!("e{count}.ics"));
    if !path.is_file() {
        fs::write(&path, text(count)).while_(format!("write {}", path.display()))?;
    }
    Ok(path)
}

fn text(count: usize) -> String {
    let mut file = String::from(HEAD);
    for index in 0..count {
        event(&mut file, index);
    }
    file.push_str("END:VCALENDAR\r\n");
    file
}

fn event(file: &mut String, index: usize) {
    let mut dice = Dice::thrown(index);
    let day = ANCHOR + 7 * week(index) + dice.pick(&WEEKDAYS);
    let (year, month, date) = civil(day);
    let (hour, minute) = (dice.pick(&HOURS), dice.pick(&MINUTES));
    let end = hour * 60 + minute + dice.pick(&LENGTHS);
    let (what, whom, place) = (dice.pick(&WHAT), dice.pick(&WHOM), dice.pick(&WHERE));
    // Writing to a String never fails.
    let _ = write!(
        file,
        "BEGIN:VEVENT\r\nUID:e{index:07}@bench.test\r\nDTSTAMP:20261101T080000Z\r\n\
         DTSTART;TZID=Europe/Paris:{year:04}{month:02}{date:02}T{hour:02}{minute:02}00\r\n\
         DTEND;TZID=Europe/Paris:{year:04}{month:02}{date:02}T{:02}{:02}00\r\n\
         SUMMARY:{what} – {whom}\r\nLOCATION:{place}\r\n\
         DESCRIPTION:Devis envoyé. À rappeler après la rentrée.\r\n",
        end / 60,
        end % 60,
    );
    if index % 97 == 96 {
        file.push_str("RRULE:FREQ=WEEKLY;COUNT=12\r\n");
    }
    if index.is_multiple_of(4) {
        file.push_str("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Rappel\r\nEND:VALARM\r\n");
    }
    file.push_str("END:VEVENT\r\n");
}

/// Which week an event lies in, from the one shown: one in five ahead, the others behind.
fn week(index: usize) -> i64 {
    let block = i64::try_from(index / PER_WEEK).unwrap_or(0);
    if block == 0 {
        0
    } else if block % 5 == 0 {
        block / 5
    } else {
        block / 5 - block
    }
}

/// A small generator (splitmix64), thrown anew for each event so that size changes nothing before it.
struct Dice(u64);

impl Dice {
    fn thrown(index: usize) -> Self {
        Self((index as u64).wrapping_mul(7_000_003).wrapping_add(7))
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        from[((mixed ^ (mixed >> 31)) % from.len() as u64) as usize]
    }
}

/// Year, month and day of a day counted from 1970-01-01 (Howard Hinnant's `civil_from_days`).
fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, date)
}

#[cfg(test)]
mod tests {
    use super::{ANCHOR, civil, text, week};

    #[test]
    fn the_anchor_is_the_monday_of_the_week_shown() {
        assert_eq!(
            civil(ANCHOR),
            (2026, 11, 23),
            "the week every journey takes place in"
        );
        assert_eq!(civil(0), (1970, 1, 1), "days are counted from there");
    }

    #[test]
    fn the_week_shown_holds_forty_whatever_the_size() {
        for size in [1_000, 10_000] {
            let shown = (0..size).filter(|index| week(*index) == 0).count();
            assert_eq!(shown, 40, "only the history grows");
        }
        let ahead = (0..10_000).filter(|index| week(*index) > 0).count();
        assert!(
            (1_500..2_500).contains(&ahead),
            "about a fifth lies ahead: {ahead}"
        );
    }

    #[test]
    fn a_bigger_calendar_begins_with_the_smaller_one() {
        let (small, big) = (text(10), text(20));
        let body = small.trim_end_matches("END:VCALENDAR\r\n");
        assert!(
            big.starts_with(body),
            "so that two sizes show the same week"
        );
    }
}
