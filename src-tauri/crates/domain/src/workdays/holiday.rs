//! What the days are called by those who made them holidays.

use serde::{Deserialize, Serialize};

/// A day nobody is expected to work, by law. What it is called is said elsewhere (`holidays.ftl`).
///
/// One variant a meaning, not a date: Belgium, France and Switzerland each have a [`Holiday::NationalDay`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 2 January, or where 1 January fell on a Sunday, the day after it.
    SecondJanuary,
    /// 6 January.
    Epiphany,
    /// 1 March in Neuchâtel, 2 June in Italy, 5 October in Portugal.
    RepublicDay,
    /// 5 March in French Polynesia.
    GospelDay,
    /// 8 March.
    WomensDay,
    /// 17 March.
    SaintPatrick,
    /// 19 March.
    SaintJoseph,
    /// The Friday before Easter.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// The day slavery ended, on a day of its own in each of the French overseas.
    Abolition,
    /// 25 April in Italy, 5 May in the Netherlands.
    LiberationDay,
    /// 25 April in Portugal.
    FreedomDay,
    /// The King's Day of the Netherlands, 27 April.
    KingsDay,
    /// 28 April in Wallis and Futuna.
    PeterChanel,
    /// 1 May.
    LabourDay,
    /// The first Monday of May in the United Kingdom.
    EarlyMay,
    /// 8 May.
    VictoryDay,
    /// 9 May.
    EuropeDay,
    /// The Thursday 39 days after Easter.
    Ascension,
    /// The Monday 50 days after Easter.
    WhitMonday,
    /// The last Monday of May in the United Kingdom.
    SpringHoliday,
    /// The Thursday 60 days after Easter.
    CorpusChristi,
    /// 10 June in Portugal.
    PortugalDay,
    /// 23 June in the Jura.
    JuraDay,
    /// 29 June.
    PeterAndPaul,
    /// 12 July in Northern Ireland.
    BattleOfTheBoyne,
    /// The day of the country: 14 July in France.
    NationalDay,
    /// 29 July in Wallis and Futuna.
    TerritoryDay,
    /// A Monday of August in the United Kingdom.
    SummerHoliday,
    /// 15 August.
    Assumption,
    /// The Thursday after the first Sunday of September.
    GenevanFast,
    /// The Monday after the third Sunday of September.
    FederalFast,
    /// 20 September in Thuringia.
    ChildrensDay,
    /// 24 September in New Caledonia.
    CitizenshipDay,
    /// 3 October.
    GermanUnity,
    /// 4 October in Italy.
    SaintFrancis,
    /// 31 October.
    Reformation,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// The Wednesday before 23 November.
    Repentance,
    /// 20 November in French Polynesia.
    Matarii,
    /// 30 November in Scotland.
    SaintAndrew,
    /// 1 December in Portugal.
    IndependenceDay,
    /// 6 December in Spain.
    ConstitutionDay,
    /// 8 December.
    ImmaculateConception,
    /// 25 December.
    Christmas,
    /// 26 December.
    SaintStephen,
    /// 31 December in Geneva.
    RestorationDay,
}

impl Holiday {
    /// Its word in messages and on the wire: `new-year`.
    pub fn word(self) -> String {
        let debug = format!("{self:?}");
        let mut word = String::with_capacity(debug.len() + 4);
        for letter in debug.chars() {
            if letter.is_uppercase() && !word.is_empty() {
                word.push('-');
            }
            word.extend(letter.to_lowercase());
        }
        word
    }
}
