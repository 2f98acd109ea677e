//! Italy, Spain and Portugal. What a town or a Spanish community keeps, and where it puts off a Sunday, is said anew each
//! year by decree: leave.

use crate::workdays::Holiday;
use crate::workdays::rule::{Rule, When};

/// Legge 260/1949, with Saint Francis since 2026 (legge 151/2025).
pub(in crate::workdays) const ITALY: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::Epiphany, When::On(1, 6)),
    (Holiday::LiberationDay, When::On(4, 25)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::RepublicDay, When::On(6, 2)),
    (Holiday::Assumption, When::On(8, 15)),
    (Holiday::SaintFrancis, When::On(10, 4)),
    (Holiday::AllSaints, When::On(11, 1)),
    (Holiday::ImmaculateConception, When::On(12, 8)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::SaintStephen, When::On(12, 26)),
    (Holiday::EasterMonday, When::Easter(1)),
];

/// Real Decreto 2001/1983, art. 45: what the whole country keeps.
pub(in crate::workdays) const SPAIN: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::Epiphany, When::On(1, 6)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::Assumption, When::On(8, 15)),
    (Holiday::NationalDay, When::On(10, 12)),
    (Holiday::AllSaints, When::On(11, 1)),
    (Holiday::ConstitutionDay, When::On(12, 6)),
    (Holiday::ImmaculateConception, When::On(12, 8)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::GoodFriday, When::Easter(-2)),
];

/// Código do Trabalho, art. 234.
pub(in crate::workdays) const PORTUGAL: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::FreedomDay, When::On(4, 25)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::PortugalDay, When::On(6, 10)),
    (Holiday::Assumption, When::On(8, 15)),
    (Holiday::RepublicDay, When::On(10, 5)),
    (Holiday::AllSaints, When::On(11, 1)),
    (Holiday::IndependenceDay, When::On(12, 1)),
    (Holiday::ImmaculateConception, When::On(12, 8)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::GoodFriday, When::Easter(-2)),
    (Holiday::CorpusChristi, When::Easter(60)),
];
