//! A sentence made from a meaning is read back to it.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};
use domain::{Kind, Language, Workdays};
use phrase::{Context, Question, read};
use proptest::prelude::*;

use crate::{at, roster};

const FR_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FR_DAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];
const EN_DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// What is meant, and how it is put.
#[derive(Debug, Clone)]
struct Meant {
    kind: Kind,
    person: usize,
    day: NaiveDate,
    hour: NaiveTime,
    minutes: u32,
    question: Question,
    object: usize,
    /// Which of the ways of saying each is taken.
    way: usize,
    /// Whether the time stands behind the reason.
    late: bool,
}

prop_compose! {
    fn meant()(
        kind in prop::sample::select(vec![Kind::Phone, Kind::Video, Kind::InPerson]),
        person in 0_usize..5,
        ahead in 1_u64..700,
        quarter in 0_u32..96,
        minutes in prop::sample::select(vec![15_u32, 20, 30, 45, 60, 75, 90, 120, 150, 180]),
        question in prop::sample::select(vec![Question::Bring, Question::Astonish, Question::Clarify]),
        object in 0_usize..4,
        way in 0_usize..60,
        late in any::<bool>(),
    ) -> Meant {
        let day = at("2026-11-25T09:12").date() + Days::new(ahead);
        let hour = NaiveTime::from_hms_opt(quarter / 4, quarter % 4 * 15, 0).expect("a quarter of an hour");
        Meant { kind, person, day, hour, minutes, question, object, way, late }
    }
}

/// People's names as they are typed, and as they are.
const PEOPLE: [(&str, &str); 5] = [
    ("Dupont", "Dupont Menuiserie"),
    ("la Scop Les Fougères", "Scop Les Fougères"),
    ("Orange", "Orange"),
    ("Mme Leroy", "Hélène Leroy"),
    ("Emma Smith", "Emma Smith"),
];

impl Meant {
    fn take<'a>(&self, ways: &[&'a str]) -> &'a str {
        ways[self.way % ways.len()]
    }

    fn french(&self) -> (String, String) {
        let kind = match self.kind {
            Kind::Video => self.take(&[
                "visio",
                "Visio avec",
                "appel vidéo avec",
                "réunion Teams avec",
            ]),
            Kind::Phone => self.take(&[
                "tel",
                "appel à",
                "téléphone avec",
                "coup de fil à",
                "appeler",
            ]),
            _ => self.take(&[
                "visite chez",
                "rdv sur place avec",
                "visiter",
                "en personne avec",
            ]),
        };
        let (d, m, y) = (self.day.day(), self.day.month0() as usize, self.day.year());
        let weekday = FR_DAYS[self.day.weekday().num_days_from_monday() as usize];
        let day = match self.way % 5 {
            0 => format!("le {d} {} {y}", FR_MONTHS[m]),
            1 => format!("{weekday} {d} {} {y}", FR_MONTHS[m]),
            2 => format!("le {d:02}/{:02}/{y}", m + 1),
            3 => format!("{}", self.day),
            _ => format!("le {weekday} {d:02}.{:02}.{y}", m + 1),
        };
        let (h, min) = (self.hour.hour(), self.hour.minute());
        let hour = match (self.way % 4, min) {
            (0, _) => format!("à {h:02}:{min:02}"),
            (1, 0) => format!("à {h:02} h"),
            (2, 0) => format!("{h:02} heures"),
            (3, _) => format!("vers {h:02}h{min:02}"),
            _ => format!("{h:02}h{min:02}"),
        };
        let (lh, lm) = (self.minutes / 60, self.minutes % 60);
        let length = match (self.way % 3, lh, lm) {
            (_, 0, _) | (0, ..) => format!("{} min", self.minutes),
            (1, _, 0) => format!("pendant {lh} h"),
            (1, ..) => format!("pendant {lh}h{lm:02}"),
            (_, _, 0) => format!("durée {lh} heures"),
            _ => format!("{lh} h {lm} min"),
        };
        let verb = match self.question {
            Question::Bring => self.take(&["apporter", "leur montrer", "présenter"]),
            Question::Astonish => self.take(&["étonner avec", "les surprendre avec"]),
            Question::Clarify => self.take(&["clarifier", "mieux comprendre", "éclaircir"]),
        };
        let object = [
            "le budget",
            "les échantillons",
            "la maquette du hall",
            "l'offre de l'atelier",
        ][self.object];
        let pour = self.take(&["pour", "afin de"]);
        self.whole(
            [kind, PEOPLE[self.person].0],
            [&day, &hour, &length],
            [pour, verb, object],
        )
    }

    fn english(&self) -> (String, String) {
        let kind = match self.kind {
            Kind::Video => self.take(&[
                "video with",
                "Video call with",
                "Zoom with",
                "Teams call with",
            ]),
            Kind::Phone => self.take(&["call", "phone", "ring", "phone call with"]),
            _ => self.take(&[
                "visit",
                "on-site with",
                "meeting in person with",
                "visit to",
            ]),
        };
        let (d, m, y) = (self.day.day(), self.day.month0() as usize, self.day.year());
        let weekday = EN_DAYS[self.day.weekday().num_days_from_monday() as usize];
        let ending = match d {
            1 | 21 | 31 => "st",
            2 | 22 => "nd",
            3 | 23 => "rd",
            _ => "th",
        };
        let day = match self.way % 5 {
            0 => format!("on {} {d}, {y}", EN_MONTHS[m]),
            1 => format!("on {weekday}, {d} {} {y}", EN_MONTHS[m]),
            2 => format!("on the {d}{ending} of {} {y}", EN_MONTHS[m]),
            3 => format!("{}", self.day),
            _ => format!("{weekday} {} {d}{ending} {y}", EN_MONTHS[m]),
        };
        let (h, min) = (self.hour.hour(), self.hour.minute());
        let (twelve, half) = (
            if h % 12 == 0 { 12 } else { h % 12 },
            if h < 12 { "am" } else { "pm" },
        );
        let dotted = if h < 12 { "a.m." } else { "p.m." };
        let hour = match (self.way % 4, min) {
            (0, _) => format!("at {h:02}:{min:02}"),
            (1, 0) => format!("at {twelve}{half}"),
            (2, _) => format!("at {twelve}:{min:02} {dotted}"),
            (3, 30) => format!("at half past {twelve} {half}"),
            _ => format!("around {twelve}:{min:02}{half}"),
        };
        let (lh, lm) = (self.minutes / 60, self.minutes % 60);
        let length = match (self.way % 3, lh, lm) {
            (0, ..) | (_, 0, _) => format!("for {} minutes", self.minutes),
            (1, 1, 30) => "for an hour and a half".to_owned(),
            (_, _, 0) => format!("for {lh} hours"),
            _ => format!("{lh} hours {lm} minutes"),
        };
        let verb = match self.question {
            Question::Bring => self.take(&["bring", "show them", "present"]),
            Question::Astonish => self.take(&["astonish them with", "surprise them with"]),
            Question::Clarify => self.take(&["clarify", "better understand", "ask about"]),
        };
        let object = [
            "the budget",
            "the samples",
            "a model of the hall",
            "their offer",
        ][self.object];
        let to = self.take(&["to", "in order to"]);
        let name = [
            "Dupont",
            "Scop Les Fougères",
            "Orange",
            "Mrs Leroy",
            "Emma Smith",
        ][self.person];
        self.whole([kind, name], [&day, &hour, &length], [to, verb, object])
    }

    /// The sentence, and the text of its reason.
    fn whole(&self, who: [&str; 2], when: [&str; 3], why: [&str; 3]) -> (String, String) {
        let (who, when) = (who.join(" "), when.join(" "));
        let sentence = if self.late {
            format!("{who} {} {when}", why.join(" "))
        } else {
            format!("{who} {when} {}", why.join(" "))
        };
        (sentence, why[1..].join(" "))
    }
}

proptest! {
    // Two long sentences a case.
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_sentence_made_from_a_meaning_is_read_back_to_it(meant in meant(), window in any::<bool>()) {
        let known = roster();
        let workdays = Workdays::default();
        let language = if window { Language::Fr } else { Language::En };
        let context = Context { now: at("2026-11-25T09:12"), language, known: &known, workdays: &workdays };
        for (sentence, reason) in [meant.french(), meant.english()] {
            let reading = read(&sentence, &context);
            prop_assert!(reading.is_sure(), "{sentence}: {reading:#?}");
            prop_assert_eq!(reading.kind(), Some(meant.kind), "{}", sentence);
            prop_assert_eq!(reading.day(), Some(meant.day), "{}", sentence);
            prop_assert_eq!(reading.hour(), Some(meant.hour), "{}", sentence);
            prop_assert_eq!(reading.minutes(), Some(meant.minutes), "{}", sentence);
            let names: Vec<&str> = reading.people().map(|person| person.name.as_str()).collect();
            prop_assert_eq!(names, [PEOPLE[meant.person].1], "{}", sentence);
            let said = reading.reason();
            let line = match meant.question {
                Question::Bring => said.bring,
                Question::Astonish => said.astonish,
                Question::Clarify => said.clarify,
            };
            prop_assert_eq!(line, reason, "{}", sentence);
        }
    }
}
