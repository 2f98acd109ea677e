//! Switzerland: the Confederation has one day (1 August), the cantons the others (Labour Act, art. 20a). Read from the
//! Federal Office of Justice's « Jours fériés légaux dans les cantons »; half days are worked here.

use crate::workdays::Holiday;
use crate::workdays::rule::{Rule, When};

/// What every canton keeps.
pub(in crate::workdays) const EVERYWHERE: &[Rule] = &[
    (Holiday::NewYear, When::On(1, 1)),
    (Holiday::NationalDay, When::On(8, 1)),
    (Holiday::Christmas, When::On(12, 25)),
    (Holiday::Ascension, When::Easter(39)),
];

const SECOND_JANUARY: Rule = (Holiday::SecondJanuary, When::On(1, 2));
const SAINT_JOSEPH: Rule = (Holiday::SaintJoseph, When::On(3, 19));
const GOOD_FRIDAY: Rule = (Holiday::GoodFriday, When::Easter(-2));
const EASTER_MONDAY: Rule = (Holiday::EasterMonday, When::Easter(1));
const LABOUR_DAY: Rule = (Holiday::LabourDay, When::On(5, 1));
const WHIT_MONDAY: Rule = (Holiday::WhitMonday, When::Easter(50));
const CORPUS_CHRISTI: Rule = (Holiday::CorpusChristi, When::Easter(60));
const ASSUMPTION: Rule = (Holiday::Assumption, When::On(8, 15));
const ALL_SAINTS: Rule = (Holiday::AllSaints, When::On(11, 1));
const IMMACULATE_CONCEPTION: Rule = (Holiday::ImmaculateConception, When::On(12, 8));
const SAINT_STEPHEN: Rule = (Holiday::SaintStephen, When::On(12, 26));

/// Geneva.
pub(in crate::workdays) const GENEVE: &[Rule] = &[
    GOOD_FRIDAY,
    EASTER_MONDAY,
    WHIT_MONDAY,
    (Holiday::GenevanFast, When::AfterSunday(1, 9, 4)),
    (Holiday::RestorationDay, When::On(12, 31)),
];
/// Vaud.
pub(in crate::workdays) const VAUD: &[Rule] = &[
    SECOND_JANUARY,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    WHIT_MONDAY,
    (Holiday::FederalFast, When::AfterSunday(3, 9, 1)),
];
/// Valais.
pub(in crate::workdays) const VALAIS: &[Rule] = &[
    SAINT_JOSEPH,
    CORPUS_CHRISTI,
    ASSUMPTION,
    ALL_SAINTS,
    IMMACULATE_CONCEPTION,
];
/// Neuchâtel; Corpus Christi, of Le Landeron alone, is not here.
pub(in crate::workdays) const NEUCHATEL: &[Rule] = &[
    (Holiday::SecondJanuary, When::AfterIfSunday(1, 1)),
    (Holiday::RepublicDay, When::On(3, 1)),
    GOOD_FRIDAY,
    LABOUR_DAY,
    (Holiday::SaintStephen, When::AfterIfSunday(12, 25)),
];
/// Fribourg, as its catholic communes keep it, which are most.
pub(in crate::workdays) const FRIBOURG: &[Rule] = &[
    GOOD_FRIDAY,
    CORPUS_CHRISTI,
    ASSUMPTION,
    ALL_SAINTS,
    IMMACULATE_CONCEPTION,
];
/// Jura.
pub(in crate::workdays) const JURA: &[Rule] = &[
    SECOND_JANUARY,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    LABOUR_DAY,
    WHIT_MONDAY,
    CORPUS_CHRISTI,
    (Holiday::JuraDay, When::On(6, 23)),
    ASSUMPTION,
    ALL_SAINTS,
];
/// Bern.
pub(in crate::workdays) const BERNE: &[Rule] = &[
    SECOND_JANUARY,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    WHIT_MONDAY,
    SAINT_STEPHEN,
];
/// Zurich.
pub(in crate::workdays) const ZURICH: &[Rule] = &[
    GOOD_FRIDAY,
    EASTER_MONDAY,
    LABOUR_DAY,
    WHIT_MONDAY,
    SAINT_STEPHEN,
];
/// Basel-Stadt keeps what Zurich keeps.
pub(in crate::workdays) const BALE_VILLE: &[Rule] = ZURICH;
/// Ticino.
pub(in crate::workdays) const TESSIN: &[Rule] = &[
    (Holiday::Epiphany, When::On(1, 6)),
    SAINT_JOSEPH,
    EASTER_MONDAY,
    LABOUR_DAY,
    WHIT_MONDAY,
    CORPUS_CHRISTI,
    (Holiday::PeterAndPaul, When::On(6, 29)),
    ASSUMPTION,
    ALL_SAINTS,
    IMMACULATE_CONCEPTION,
    SAINT_STEPHEN,
];
