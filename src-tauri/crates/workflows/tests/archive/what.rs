//! What is done with clients, and what belongs to the book and the desk, with everything it can say.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate};
use domain::{
    Column, Cue, Departing, Departure, Erased, Erasure, Field, Filter, Half, Holds, HoldsBySpot,
    Id, Kind, Lead, Leave, Locking, Mailbox, Mapping, Market, MarketState, Method, Moment,
    Occurrence, Participant, PutOff, ReachKind, Reason, Recurrence, Region, Reminders, Reminding,
    Settings, Slot, Sort, SourceFile, Spot, SpotOn, Spots, TableField, Told, Touchpoint, Unnamed,
    View, Zone,
};

use crate::paper::now;

pub(crate) fn touchpoint(number: u64, text: &str) -> Touchpoint {
    let start = NaiveDate::from_ymd_opt(2026, 11, 23)
        .and_then(|day| day.and_hms_opt(8, 0, 0))
        .expect("a wall time")
        + Duration::minutes(15 * number as i64);
    let mut one = Touchpoint::received(Id::from_number_for_testing(number), Kind::Video, now());
    one.title = text.to_owned();
    one.reason = Reason {
        bring: text.to_owned(),
        astonish: "étonner".to_owned(),
        clarify: String::new(),
        urgent: number.is_multiple_of(2),
    };
    one.client = Some(Id::from_number_for_testing(number));
    one.participants = vec![Participant {
        name: "Marc".to_owned(),
        email: "marc@exemple.test".to_owned(),
        ..Participant::default()
    }];
    one.slot = match number % 3 {
        0 => None,
        1 => Some(Slot::timed(start, 45, Zone::Iana(chrono_tz::Europe::Paris))),
        _ => Some(Slot::AllDay {
            first: start.date(),
            days: 2,
        }),
    };
    one.link = domain::Link::parse("https://meet.jit.si/sentier-lac");
    one.notes = text.to_owned();
    one.lead = Lead::Minutes(30);
    one.confidential = true;
    one.purpose = domain::Purpose::Work;
    one.hangs_on = Some(Id::from_number_for_testing(number + 2));
    one.concludes = Some(Id::from_number_for_testing(number + 3));
    one.debt = 35;
    if number % 3 == 1 {
        one.recurrence = Some(Recurrence {
            rules: vec!["FREQ=WEEKLY;COUNT=12".to_owned()],
            dates: vec![Moment::Date(start.date())],
            except: vec![Moment::Wall {
                at: start,
                zone: Zone::Floating,
            }],
            ends: Some(start),
        });
        one.occurrence = Some(Occurrence {
            series: Some(Id::from_number_for_testing(number + 1)),
            at: Moment::Date(start.date()),
        });
    }
    one.mark(Field::Title, now());
    one
}

pub(crate) fn source(text: &str, blob: String) -> SourceFile {
    SourceFile {
        id: Id::from_content(text.as_bytes()),
        name: "contacts.vcf".to_owned(),
        blob,
        size: text.len() as u64,
        brought_at: now(),
    }
}

pub(crate) fn settings(number: u64) -> Settings {
    Settings {
        welcomed: number % 2 == 1,
        home: Some(chrono_tz::America::Montreal),
        stayed: Some(chrono_tz::Europe::London),
        region: Region::AlsaceMoselle,
        air: domain::AirRules {
            day: 75,
            ..domain::AirRules::default()
        },
        leave: vec![Leave {
            first: now().date_naive(),
            last: now().date_naive() + Duration::days(3),
            from_noon: true,
            until_noon: number % 2 == 1,
        }],
        spots: Spots {
            usual: [[Some(Spot::Office), Some(Spot::Home)]; 7],
            except: vec![SpotOn {
                date: now().date_naive(),
                half: Half::Afternoon,
                spot: Spot::Train,
            }],
            holds: HoldsBySpot {
                train: Holds {
                    video: number % 2 == 1,
                    confidential: false,
                },
                ..HoldsBySpot::default()
            },
        },
        reminding: Reminding {
            to_tray: number % 3 == 1,
            ..Reminding::default()
        },
        locking: Locking {
            idle: (!number.is_multiple_of(4)).then_some(5),
            on_sleep: !number.is_multiple_of(3),
            keep: number.is_multiple_of(5),
        },
        ..Settings::default()
    }
}

pub(crate) fn reminders(number: u64) -> Reminders {
    let cue = |number| Cue {
        touchpoint: Id::from_number_for_testing(number),
        occurrence: Some(Moment::Date(now().date_naive())),
        start: now(),
    };
    Reminders {
        since: Some(now()),
        rung: vec![cue(number)],
        put_off: vec![PutOff {
            cue: cue(2),
            until: now(),
        }],
        missed: vec![cue(3)],
        behind: Some(now()),
    }
}

pub(crate) fn departure(number: u64, text: &str) -> Departure {
    let at = Moment::Date(now().date_naive());
    Departure {
        id: Id::from_number_for_testing(number),
        touchpoint: Id::from_number_for_testing(number),
        occurrence: Some(at),
        what: Method::Cancel,
        uninvites: true,
        sequence: 3,
        to: vec![Mailbox {
            name: text.to_owned(),
            email: "marc@exemple.test".to_owned(),
        }],
        told: Told {
            slot: Some(Slot::AllDay {
                first: now().date_naive(),
                days: 1,
            }),
            repeats: Some(Recurrence {
                rules: vec!["FREQ=WEEKLY;COUNT=12".to_owned()],
                dates: vec![at],
                except: vec![at],
                ends: None,
            }),
            title: text.to_owned(),
            place: "Atelier".to_owned(),
            link: "https://meet.jit.si/sentier-lac".to_owned(),
        },
        state: if number.is_multiple_of(2) {
            Departing::Waiting
        } else {
            Departing::Informed
        },
        prepared_at: now(),
        updated_at: now(),
    }
}

pub(crate) fn erasure(number: u64, text: &str) -> Erasure {
    Erasure {
        id: Id::from_number_for_testing(number),
        of: match number.is_multiple_of(3) {
            true => Erased::Trash,
            false => Erased::Person,
        },
        at: now(),
        due: now().date_naive(),
        reached_at: number.is_multiple_of(2).then(now),
        touchpoints: 3,
        texts: 2,
        marks: vec![format!("{number:032x}")],
        lines: vec![Unnamed {
            seq: number,
            args: [("title".to_owned(), text.to_owned())].into(),
        }],
    }
}

pub(crate) fn view(number: u64, text: &str) -> View {
    View {
        id: Id::from_number_for_testing(number),
        name: text.to_owned(),
        filter: Filter {
            tags: BTreeSet::from([text.to_owned()]),
            next: Some(false),
            asks: BTreeSet::from([domain::Ask::Promise]),
            ..Filter::default()
        },
        sort: Sort {
            by: Column::Last,
            descending: true,
        },
        columns: vec![Column::City, Column::Tags],
    }
}

pub(crate) fn market(number: u64, text: &str) -> Market {
    Market {
        state: match number % 3 {
            0 => MarketState::Open,
            1 => MarketState::Closed,
            _ => MarketState::Restricted,
        },
        since: (!number.is_multiple_of(4)).then(|| now().date_naive()),
        cause: "arrêté préfectoral".to_owned(),
        changes: text.to_owned(),
        ..Market::new(format!("Bois {number}"), now())
    }
}

pub(crate) fn mapping(text: &str) -> Mapping {
    let heads = vec!["Nom".to_owned(), text.to_owned(), "Tél.".to_owned()];
    Mapping {
        id: Mapping::id_of(&heads),
        heads,
        fields: vec![
            TableField::Family,
            TableField::Custom(text.to_owned()),
            TableField::Phone(ReachKind::Mobile),
        ],
        at: now(),
    }
}
