//! Germany: Unity Day is the Federation's (Einigungsvertrag, art. 2), the others are each Land's own law; and Austria.

use crate::workdays::Holiday;
use crate::workdays::rule::{Rule, When};

/// What every Land keeps.
pub(in crate::workdays) const EVERYWHERE: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::LabourDay, When::On(5, 1)),
    (Holiday::GermanUnity, When::On(10, 3)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::SaintStephen, When::On(12, 26)),
    (Holiday::GoodFriday, When::Easter(-2)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::Ascension, When::Easter(39)),
    (Holiday::WhitMonday, When::Easter(50)),
];

const EPIPHANY: Rule = (Holiday::Epiphany, When::On(1, 6));
const WOMENS_DAY: Rule = (Holiday::WomensDay, When::On(3, 8));
const CORPUS_CHRISTI: Rule = (Holiday::CorpusChristi, When::Easter(60));
const ASSUMPTION: Rule = (Holiday::Assumption, When::On(8, 15));
const REFORMATION: Rule = (Holiday::Reformation, When::On(10, 31));
const ALL_SAINTS: Rule = (Holiday::AllSaints, When::On(11, 1));

/// Baden-Württemberg.
pub(in crate::workdays) const BADEN_WURTTEMBERG: &[Rule] = &[EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS];
/// Bavaria; the Assumption as its catholic communes keep it, which are most. Augsburg's own day is not here.
pub(in crate::workdays) const BAVARIA: &[Rule] =
    &[EPIPHANY, CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS];
/// Berlin.
pub(in crate::workdays) const BERLIN: &[Rule] = &[WOMENS_DAY];
/// Brandenburg, Bremen, Hamburg, Lower Saxony and Schleswig-Holstein.
pub(in crate::workdays) const NORTH: &[Rule] = &[REFORMATION];
/// Hesse.
pub(in crate::workdays) const HESSE: &[Rule] = &[CORPUS_CHRISTI];
/// Mecklenburg-Vorpommern.
pub(in crate::workdays) const MECKLENBURG: &[Rule] = &[WOMENS_DAY, REFORMATION];
/// North Rhine-Westphalia and Rhineland-Palatinate.
pub(in crate::workdays) const RHINE: &[Rule] = &[CORPUS_CHRISTI, ALL_SAINTS];
/// Saarland.
pub(in crate::workdays) const SAARLAND: &[Rule] = &[CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS];
/// Saxony.
pub(in crate::workdays) const SAXONY: &[Rule] = &[
    REFORMATION,
    (
        Holiday::Repentance,
        When::Before(chrono::Weekday::Wed, 11, 23),
    ),
];
/// Saxony-Anhalt.
pub(in crate::workdays) const SAXONY_ANHALT: &[Rule] = &[EPIPHANY, REFORMATION];
/// Thuringia; Corpus Christi, of a few communes, is not here.
pub(in crate::workdays) const THURINGIA: &[Rule] =
    &[(Holiday::ChildrensDay, When::On(9, 20)), REFORMATION];

/// Austria: Arbeitsruhegesetz § 7.
pub(in crate::workdays) const AUSTRIA: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    EPIPHANY,
    (Holiday::LabourDay, When::On(5, 1)),
    ASSUMPTION,
    (Holiday::NationalDay, When::On(10, 26)),
    ALL_SAINTS,
    (Holiday::ImmaculateConception, When::On(12, 8)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::SaintStephen, When::On(12, 26)),
    (Holiday::EasterMonday, When::Easter(1)),
    (Holiday::Ascension, When::Easter(39)),
    (Holiday::WhitMonday, When::Easter(50)),
    CORPUS_CHRISTI,
];
