//! France: Code du travail L3133-1; overseas L3422-2, and the labour codes of the Pacific as the government's open
//! dataset « Jours fériés en France » (Etalab, zones) has them.
//!
//! What the Antilles keep by custom (Good Friday, Victor Schœlcher's day) is not law, and is not here.

use crate::workdays::Holiday;
use crate::workdays::rule::{Rule, When};

/// The eleven of the whole country.
pub(in crate::workdays) const EVERYWHERE: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::VictoryDay, When::On(5, 8)),
    (Holiday::NationalDay, When::On(7, 14)),
    (Holiday::Assumption, When::On(8, 15)),
    (Holiday::AllSaints, When::On(11, 1)),
    (Holiday::Armistice, When::On(11, 11)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::Ascension, When::Easter(39)),
    (Holiday::WhitMonday, When::Easter(50)),
];

/// Bas-Rhin, Haut-Rhin and Moselle: Code du travail L3134-13.
pub(in crate::workdays) const ALSACE_MOSELLE: &[Rule] = &[
    (Holiday::SaintStephen, When::On(12, 26)),
    (Holiday::GoodFriday, When::Easter(-2)),
];

/// L3422-2.
pub(in crate::workdays) const GUADELOUPE: &[Rule] = &[(Holiday::Abolition, When::On(5, 27))];
/// L3422-2.
pub(in crate::workdays) const MARTINIQUE: &[Rule] = &[(Holiday::Abolition, When::On(5, 22))];
/// L3422-2.
pub(in crate::workdays) const GUYANE: &[Rule] = &[(Holiday::Abolition, When::On(6, 10))];
/// L3422-2.
pub(in crate::workdays) const REUNION: &[Rule] = &[(Holiday::Abolition, When::On(12, 20))];
/// L3422-2.
pub(in crate::workdays) const MAYOTTE: &[Rule] = &[(Holiday::Abolition, When::On(4, 27))];
/// L3422-2.
pub(in crate::workdays) const SAINT_BARTHELEMY: &[Rule] = &[(Holiday::Abolition, When::On(10, 9))];
/// L3422-2.
pub(in crate::workdays) const SAINT_MARTIN: &[Rule] = &[(Holiday::Abolition, When::On(5, 28))];

/// Code du travail de la Polynésie française; Matari’i i ni’a took the place of the day of autonomy (29 June) in 2025.
pub(in crate::workdays) const POLYNESIE: &[Rule] = &[
    (Holiday::GospelDay, When::On(3, 5)),
    (Holiday::GoodFriday, When::Easter(-2)),
    (Holiday::Matarii, When::On(11, 20)),
];

/// Code du travail de Nouvelle-Calédonie.
pub(in crate::workdays) const NOUVELLE_CALEDONIE: &[Rule] =
    &[(Holiday::CitizenshipDay, When::On(9, 24))];

/// Etalab's dataset, zone « Wallis-et-Futuna ».
pub(in crate::workdays) const WALLIS_ET_FUTUNA: &[Rule] = &[
    (Holiday::PeterChanel, When::On(4, 28)),
    (Holiday::PeterAndPaul, When::On(6, 29)),
    (Holiday::TerritoryDay, When::On(7, 29)),
];
