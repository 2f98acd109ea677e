//! The United Kingdom: Banking and Financial Dealings Act 1971, sch. 1, and what proclamations made yearly. A day at a
//! weekend is kept on the next weekday too; what is proclaimed for one year alone cannot be known here.

use chrono::Weekday;

use crate::workdays::Holiday;
use crate::workdays::rule::{Rule, When};

/// What the three have in common.
pub(in crate::workdays) const EVERYWHERE: &[Rule] = &[
    (
        Holiday::Christmas,
        When::KeptPair(12, 25, Holiday::SaintStephen),
    ),
    (Holiday::GoodFriday, When::Easter(-2)),
    (Holiday::EarlyMay, When::Nth(1, Weekday::Mon, 5)),
    (Holiday::SpringHoliday, When::Last(Weekday::Mon, 5)),
];

/// England and Wales.
pub(in crate::workdays) const ENGLAND_AND_WALES: &[Rule] = &[
    (Holiday::NewYear, When::Kept(1, 1)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::SummerHoliday, When::Last(Weekday::Mon, 8)),
];
/// Scotland.
pub(in crate::workdays) const SCOTLAND: &[Rule] = &[
    (
        Holiday::NewYear,
        When::KeptPair(1, 1, Holiday::SecondJanuary),
    ),
    (Holiday::SummerHoliday, When::Nth(1, Weekday::Mon, 8)),
    (Holiday::SaintAndrew, When::Kept(11, 30)),
];
/// Northern Ireland.
pub(in crate::workdays) const NORTHERN_IRELAND: &[Rule] = &[
    (Holiday::NewYear, When::Kept(1, 1)),
    (Holiday::SaintPatrick, When::Kept(3, 17)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::BattleOfTheBoyne, When::Kept(7, 12)),
    (Holiday::SummerHoliday, When::Last(Weekday::Mon, 8)),
];
