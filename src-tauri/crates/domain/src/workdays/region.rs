//! Whose law says which days are holidays.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Holiday;
use super::lands::{benelux, france, germany, south, switzerland, united_kingdom};
use super::rule::{Rule, holiday_by};

/// A country with holidays of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Country {
    /// France, its overseas set apart.
    France,
    /// The French overseas.
    Overseas,
    /// Switzerland.
    Switzerland,
    /// Belgium.
    Belgium,
    /// Luxembourg.
    Luxembourg,
    /// Germany.
    Germany,
    /// Austria.
    Austria,
    /// Italy.
    Italy,
    /// Spain.
    Spain,
    /// Portugal.
    Portugal,
    /// The Netherlands.
    Netherlands,
    /// The United Kingdom.
    UnitedKingdom,
}

/// The regions, each with its country and the rules it has beside those of the country.
macro_rules! regions {
    ($($(#[$doc:meta])* $name:ident = $country:ident, $everywhere:expr, $own:expr;)*) => {
        /// Whose law says which days are holidays.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Region {
            $($(#[$doc])* $name,)*
            /// The eleven national days of France; also what a region of a later version is read as.
            #[default]
            #[serde(other)]
            France,
        }

        impl Region {
            /// Every region, those of a country together, as a person looks for them.
            pub const ALL: &[Self] = &[Self::France, $(Self::$name,)*];

            /// The country it is part of.
            pub fn country(self) -> Country {
                match self {
                    Self::France => Country::France,
                    $(Self::$name => Country::$country,)*
                }
            }

            /// The rules of the country, and its own.
            fn rules(self) -> [&'static [Rule]; 2] {
                match self {
                    Self::France => [france::EVERYWHERE, &[]],
                    $(Self::$name => [$everywhere, $own],)*
                }
            }
        }
    };
}

regions! {
    /// Bas-Rhin, Haut-Rhin and Moselle: the national days, Good Friday and 26 December.
    AlsaceMoselle = France, france::EVERYWHERE, france::ALSACE_MOSELLE;
    /// Guadeloupe.
    Guadeloupe = Overseas, france::EVERYWHERE, france::GUADELOUPE;
    /// Martinique.
    Martinique = Overseas, france::EVERYWHERE, france::MARTINIQUE;
    /// French Guiana.
    Guyane = Overseas, france::EVERYWHERE, france::GUYANE;
    /// Réunion.
    Reunion = Overseas, france::EVERYWHERE, france::REUNION;
    /// Mayotte.
    Mayotte = Overseas, france::EVERYWHERE, france::MAYOTTE;
    /// Saint Barthélemy.
    SaintBarthelemy = Overseas, france::EVERYWHERE, france::SAINT_BARTHELEMY;
    /// The French part of Saint Martin.
    SaintMartin = Overseas, france::EVERYWHERE, france::SAINT_MARTIN;
    /// Saint Pierre and Miquelon, which has the national days alone.
    SaintPierreEtMiquelon = Overseas, france::EVERYWHERE, &[];
    /// French Polynesia.
    Polynesie = Overseas, france::EVERYWHERE, france::POLYNESIE;
    /// New Caledonia.
    NouvelleCaledonie = Overseas, france::EVERYWHERE, france::NOUVELLE_CALEDONIE;
    /// Wallis and Futuna.
    WallisEtFutuna = Overseas, france::EVERYWHERE, france::WALLIS_ET_FUTUNA;
    /// Switzerland, the days every canton keeps: for the cantons that are not named.
    Switzerland = Switzerland, switzerland::EVERYWHERE, &[];
    /// Basel-Stadt.
    BaleVille = Switzerland, switzerland::EVERYWHERE, switzerland::BALE_VILLE;
    /// Bern.
    Berne = Switzerland, switzerland::EVERYWHERE, switzerland::BERNE;
    /// Fribourg.
    Fribourg = Switzerland, switzerland::EVERYWHERE, switzerland::FRIBOURG;
    /// Geneva.
    Geneve = Switzerland, switzerland::EVERYWHERE, switzerland::GENEVE;
    /// Jura.
    Jura = Switzerland, switzerland::EVERYWHERE, switzerland::JURA;
    /// Neuchâtel.
    Neuchatel = Switzerland, switzerland::EVERYWHERE, switzerland::NEUCHATEL;
    /// Ticino.
    Tessin = Switzerland, switzerland::EVERYWHERE, switzerland::TESSIN;
    /// Valais.
    Valais = Switzerland, switzerland::EVERYWHERE, switzerland::VALAIS;
    /// Vaud.
    Vaud = Switzerland, switzerland::EVERYWHERE, switzerland::VAUD;
    /// Zurich.
    Zurich = Switzerland, switzerland::EVERYWHERE, switzerland::ZURICH;
    /// Belgium.
    Belgium = Belgium, benelux::BELGIUM, &[];
    /// Luxembourg.
    Luxembourg = Luxembourg, benelux::LUXEMBOURG, &[];
    /// Baden-Württemberg.
    BadenWurttemberg = Germany, germany::EVERYWHERE, germany::BADEN_WURTTEMBERG;
    /// Bavaria.
    Bavaria = Germany, germany::EVERYWHERE, germany::BAVARIA;
    /// Berlin.
    Berlin = Germany, germany::EVERYWHERE, germany::BERLIN;
    /// Brandenburg.
    Brandenburg = Germany, germany::EVERYWHERE, germany::NORTH;
    /// Bremen.
    Bremen = Germany, germany::EVERYWHERE, germany::NORTH;
    /// Hamburg.
    Hamburg = Germany, germany::EVERYWHERE, germany::NORTH;
    /// Hesse.
    Hesse = Germany, germany::EVERYWHERE, germany::HESSE;
    /// Lower Saxony.
    LowerSaxony = Germany, germany::EVERYWHERE, germany::NORTH;
    /// Mecklenburg-Vorpommern.
    Mecklenburg = Germany, germany::EVERYWHERE, germany::MECKLENBURG;
    /// North Rhine-Westphalia.
    NorthRhine = Germany, germany::EVERYWHERE, germany::RHINE;
    /// Rhineland-Palatinate.
    Rhineland = Germany, germany::EVERYWHERE, germany::RHINE;
    /// Saarland.
    Saarland = Germany, germany::EVERYWHERE, germany::SAARLAND;
    /// Saxony.
    Saxony = Germany, germany::EVERYWHERE, germany::SAXONY;
    /// Saxony-Anhalt.
    SaxonyAnhalt = Germany, germany::EVERYWHERE, germany::SAXONY_ANHALT;
    /// Schleswig-Holstein.
    SchleswigHolstein = Germany, germany::EVERYWHERE, germany::NORTH;
    /// Thuringia.
    Thuringia = Germany, germany::EVERYWHERE, germany::THURINGIA;
    /// Austria.
    Austria = Austria, germany::AUSTRIA, &[];
    /// Italy.
    Italy = Italy, south::ITALY, &[];
    /// Spain, the days of the whole country.
    Spain = Spain, south::SPAIN, &[];
    /// Portugal.
    Portugal = Portugal, south::PORTUGAL, &[];
    /// The Netherlands.
    Netherlands = Netherlands, benelux::NETHERLANDS, &[];
    /// England and Wales.
    EnglandAndWales = UnitedKingdom, united_kingdom::EVERYWHERE, united_kingdom::ENGLAND_AND_WALES;
    /// Scotland.
    Scotland = UnitedKingdom, united_kingdom::EVERYWHERE, united_kingdom::SCOTLAND;
    /// Northern Ireland.
    NorthernIreland = UnitedKingdom, united_kingdom::EVERYWHERE, united_kingdom::NORTHERN_IRELAND;
}

impl Region {
    /// How far ahead a holiday is looked for, in days: every region has more than one a year.
    const AHEAD: u64 = 400;

    /// The holiday on `date`. Where two fall together (Ascension on 1 or 8 May) the one with a date of its own is said.
    pub fn holiday(self, date: NaiveDate) -> Option<Holiday> {
        holiday_by(self.rules().into_iter().flatten().copied(), date)
    }

    /// The holidays from `date` on, that day included, in their order: those of a little more than a year.
    pub fn coming(self, date: NaiveDate) -> impl Iterator<Item = (NaiveDate, Holiday)> {
        (0..Self::AHEAD)
            .map_while(move |days| date.checked_add_days(Days::new(days)))
            .filter_map(move |day| Some((day, self.holiday(day)?)))
    }
}
