//! Days that are not worked, as the window shows and sends them.

use domain as d;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::convert::twin;

twin! {
    /// Whose holidays are kept.
    Region of d::Region {
        /// The eleven national days of France.
        France,
        /// Bas-Rhin, Haut-Rhin and Moselle: the national days, Good Friday and 26 December.
        AlsaceMoselle,
        /// Guadeloupe.
        Guadeloupe,
        /// Martinique.
        Martinique,
        /// French Guiana.
        Guyane,
        /// Réunion.
        Reunion,
        /// Mayotte.
        Mayotte,
        /// Saint Barthélemy.
        SaintBarthelemy,
        /// The French part of Saint Martin.
        SaintMartin,
        /// Saint Pierre and Miquelon, which has the national days alone.
        SaintPierreEtMiquelon,
        /// French Polynesia.
        Polynesie,
        /// New Caledonia.
        NouvelleCaledonie,
        /// Wallis and Futuna.
        WallisEtFutuna,
        /// Switzerland, the days every canton keeps: for the cantons that are not named.
        Switzerland,
        /// Basel-Stadt.
        BaleVille,
        /// Bern.
        Berne,
        /// Fribourg.
        Fribourg,
        /// Geneva.
        Geneve,
        /// Jura.
        Jura,
        /// Neuchâtel.
        Neuchatel,
        /// Ticino.
        Tessin,
        /// Valais.
        Valais,
        /// Vaud.
        Vaud,
        /// Zurich.
        Zurich,
        /// Belgium.
        Belgium,
        /// Luxembourg.
        Luxembourg,
        /// Baden-Württemberg.
        BadenWurttemberg,
        /// Bavaria.
        Bavaria,
        /// Berlin.
        Berlin,
        /// Brandenburg.
        Brandenburg,
        /// Bremen.
        Bremen,
        /// Hamburg.
        Hamburg,
        /// Hesse.
        Hesse,
        /// Lower Saxony.
        LowerSaxony,
        /// Mecklenburg-Vorpommern.
        Mecklenburg,
        /// North Rhine-Westphalia.
        NorthRhine,
        /// Rhineland-Palatinate.
        Rhineland,
        /// Saarland.
        Saarland,
        /// Saxony.
        Saxony,
        /// Saxony-Anhalt.
        SaxonyAnhalt,
        /// Schleswig-Holstein.
        SchleswigHolstein,
        /// Thuringia.
        Thuringia,
        /// Austria.
        Austria,
        /// Italy.
        Italy,
        /// Spain, the days of the whole country.
        Spain,
        /// Portugal.
        Portugal,
        /// The Netherlands.
        Netherlands,
        /// England and Wales.
        EnglandAndWales,
        /// Scotland.
        Scotland,
        /// Northern Ireland.
        NorthernIreland,
    }
}

twin! {
    /// A country with holidays of its own.
    Country of d::Country {
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
}

/// A country and its regions, as a person looks for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Regions {
    /// The country.
    pub country: Country,
    /// At least one.
    pub regions: Vec<Region>,
}

/// A public holiday to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HolidaySheet {
    /// `2026-12-25`.
    pub date: String,
    /// What it is called.
    pub name: String,
}

/// Days on which one is away, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LeaveSheet {
    /// `2026-12-24`.
    pub first: String,
    /// `2027-01-03`.
    pub last: String,
    /// Whether one is there in the morning of the first day.
    pub from_noon: bool,
    /// Whether one is back in the afternoon of the last day.
    pub until_noon: bool,
}
