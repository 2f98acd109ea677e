//! Belgium, Luxembourg and the Netherlands.

use crate::workdays::Holiday;
use crate::workdays::rule::{Rule, When};

/// Arrêté royal du 18 avril 1974, art. 1. Which day stands in for one on a Sunday is each house's choice: leave.
pub(in crate::workdays) const BELGIUM: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::NationalDay, When::On(7, 21)),
    (Holiday::Assumption, When::On(8, 15)),
    (Holiday::AllSaints, When::On(11, 1)),
    (Holiday::Armistice, When::On(11, 11)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::Ascension, When::Easter(39)),
    (Holiday::WhitMonday, When::Easter(50)),
];

/// Code du travail L.232-2, with Europe Day since 2019.
pub(in crate::workdays) const LUXEMBOURG: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::EuropeDay, When::On(5, 9)),
    (Holiday::NationalDay, When::On(6, 23)),
    (Holiday::Assumption, When::On(8, 15)),
    (Holiday::AllSaints, When::On(11, 1)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::SaintStephen, When::On(12, 26)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::Ascension, When::Easter(39)),
    (Holiday::WhitMonday, When::Easter(50)),
];

/// Algemene termijnenwet, art. 3. Good Friday counts for its delays alone, and people work; the fifth of May is off
/// every five years, as the collective agreements have it.
pub(in crate::workdays) const NETHERLANDS: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::KingsDay, When::OnOrSaturday(4, 27)),
    (Holiday::LiberationDay, When::Every(5, 5, 5)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::SaintStephen, When::On(12, 26)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::Ascension, When::Easter(39)),
    (Holiday::WhitMonday, When::Easter(50)),
];
