//! Books to be archived: one with everything in it, and any.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use domain::{
    Address, Agreed, Aim, Apart, Attachment, Basis, CardField, CardForm, CardSource, Channel,
    Client, ClientLink, Column, Consent, Contact, Course, Cue, CustomField, Departing, Departure,
    Email, Erasure, Field, Filter, Half, Holds, HoldsBySpot, Id, Interval, Kind, Lead, Leave,
    LinkKind, Locking, Mailbox, Mapping, Market, MarketState, Merge, Merged, Met, MetHow, Method,
    Moment, Moved, Need, Objection, Occurrence, Origin, Owner, Participant, Phone, Place, Promise,
    PromiseState, PutOff, ReachKind, Reason, Recurrence, Region, Reminders, Reminding, Settings,
    Slot, Sort, SourceFile, Spot, SpotOn, Spots, Stays, Step, StepKind, TableField, Tier, Told,
    Touchpoint, Unnamed, View, Zone,
};
use proptest::prelude::*;
use store::{Note, StoreError};
use workflows::House;

use crate::paper::now;

/// A record to be made: which noun, which number, and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    noun: u8,
    number: u64,
    text: String,
}

impl Piece {
    /// Says something else.
    pub(crate) fn say(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    /// A client.
    pub(crate) fn client(number: u64, name: &str) -> Self {
        Self {
            noun: 0,
            number,
            text: name.to_owned(),
        }
    }
}

/// Any book: up to forty records, of any noun, saying anything.
pub(crate) fn any() -> impl Strategy<Value = Vec<Piece>> {
    let text = prop_oneof![
        "[a-zé' ]{0,20}",
        "\\PC{0,40}",
        Just("ligne\nautre \"citée\" \\ \u{2028} 🌿".to_owned()),
        Just("é".repeat(9_000)),
    ];
    let piece =
        (0..14_u8, 0..30_u64, text).prop_map(|(noun, number, text)| Piece { noun, number, text });
    prop::collection::vec(piece, 0..40)
}

/// A book with every noun, and everything a record of it can say.
pub(crate) fn full() -> Vec<Piece> {
    (0..14)
        .map(|noun| Piece {
            noun,
            number: 7,
            text: "Hélène « Lac »".to_owned(),
        })
        .collect()
}

/// Writes a book, all in one step.
pub(crate) fn write(house: &House, pieces: &[Piece]) {
    let note = Note {
        label: "examples".to_owned(),
        args: BTreeMap::new(),
        origin: Origin::Window,
        at: now(),
    };
    let attic = house.store.attic();
    let keep = |text: &str| attic.keep(text.as_bytes()).expect("kept");
    house
        .store
        .commit::<_, StoreError>(note, |tx| {
            for Piece { noun, number, text } in pieces {
                let blob = keep(text);
                match noun {
                    0 => tx.put(&client(*number, text, blob))?,
                    1 => tx.put(&contact(*number, text, blob))?,
                    2 => tx.put(&place(*number, text))?,
                    3 => tx.put(&touchpoint(*number, text))?,
                    4 => tx.put(&source(text, blob))?,
                    5 => tx.put(&settings(*number))?,
                    6 => tx.put(&merge(*number, text, blob))?,
                    7 => tx.put(&Apart::of::<Client>(
                        Id::from_number_for_testing(*number),
                        Id::from_number_for_testing(99),
                        now(),
                    ))?,
                    8 => tx.put(&view(*number, text))?,
                    9 => tx.put(&mapping(text))?,
                    10 => tx.put(&market(*number, text))?,
                    11 => tx.put(&reminders(*number))?,
                    12 => tx.put(&departure(*number, text))?,
                    _ => tx.put(&erasure(*number, text))?,
                }
            }
            Ok(())
        })
        .expect("written");
}

fn attachment(text: &str, blob: String) -> Attachment {
    Attachment {
        name: "offre.pdf".to_owned(),
        blob,
        size: text.len() as u64,
        added_at: now(),
    }
}

fn phones(number: u64) -> Vec<Phone> {
    vec![Phone {
        kind: ReachKind::Work,
        e164: format!("+332380000{number:02}"),
        written: format!("02 38 00 00 {number:02}"),
    }]
}

fn emails(number: u64) -> Vec<Email> {
    vec![Email {
        kind: ReachKind::Home,
        address: format!("p{number}@exemple.test"),
    }]
}

fn custom(text: &str) -> Vec<CustomField> {
    vec![CustomField {
        name: "Couleur".to_owned(),
        value: text.to_owned(),
    }]
}

pub(crate) fn client(number: u64, text: &str, blob: String) -> Client {
    let mut client = Client::new(Id::from_number_for_testing(number), text.to_owned(), now());
    client.notes = text.to_owned();
    client.market = "Bois".to_owned();
    client.tier = Tier::A;
    client.tags = BTreeSet::from(["à revoir".to_owned(), text.to_owned()]);
    client.siren = "732829320".to_owned();
    client.siret = "73282932000074".to_owned();
    client.website = "https://exemple.test".to_owned();
    client.phones = phones(number);
    client.emails = emails(number);
    client.custom = custom(text);
    client.links = BTreeSet::from([ClientLink {
        kind: LinkKind::SuppliedBy,
        to: Id::from_number_for_testing(number + 1),
    }]);
    client.attachments = vec![attachment(text, blob)];
    client.objection = Some(Objection {
        on: now().date_naive(),
        source: text.to_owned(),
    });
    client.archived_at = Some(now());
    path_of(&mut client, number, text);
    client
}

/// Where it leads, what is needed and what is owed.
fn path_of(client: &mut Client, number: u64, text: &str) {
    let on = now().date_naive();
    client.aim = Aim::Conclude;
    client.course = Some(Course {
        since: on,
        steps: vec![Step {
            kind: StepKind::InPerson,
            aim: text.to_owned(),
            after: 7,
        }],
    });
    client.rhythm.phone = Some(Interval::new(10, 20));
    client.look_again = Some(on);
    client.needs = vec![Need {
        id: Id::from_number_for_testing(number),
        on,
        words: text.to_owned(),
        answer: "oui".to_owned(),
        answered_on: Some(on),
        touchpoint: Some(Id::from_number_for_testing(number)),
    }];
    client.promises = vec![Promise {
        id: Id::from_number_for_testing(number),
        owner: Owner::Them,
        words: text.to_owned(),
        on,
        due: Some(on),
        state: PromiseState::Kept,
        touchpoint: None,
    }];
}

fn contact(number: u64, text: &str, blob: String) -> Contact {
    let mut contact = Contact::new(Id::from_number_for_testing(number), text.to_owned(), now());
    contact.client = Some(Id::from_number_for_testing(number));
    contact.phones = phones(number);
    contact.emails = emails(number);
    contact.addresses = vec![address()];
    contact.links = vec!["https://exemple.test/h".to_owned()];
    contact.birthday = NaiveDate::from_ymd_opt(1980, 2, 29);
    contact.tags = BTreeSet::from(["salon".to_owned()]);
    contact.custom = custom(text);
    contact.met = BTreeSet::from([Met {
        by: "Paul".to_owned(),
        how: MetHow::InPerson,
        on: NaiveDate::from_ymd_opt(2026, 5, 4),
    }]);
    contact.consents = vec![Consent {
        channel: Channel::Email,
        agreed: Agreed::Withdrawn,
        on: NaiveDate::from_ymd_opt(2026, 3, 1),
        basis: Basis::LegitimateInterest,
        source: text.to_owned(),
    }];
    contact.objection = (number.is_multiple_of(3)).then(|| Objection {
        on: now().date_naive(),
        source: text.to_owned(),
    });
    contact.stays = Some(Stays {
        on: now().date_naive(),
        until: now().date_naive(),
        why: text.to_owned(),
    });
    contact.photo = blob.clone();
    contact.attachments = vec![attachment(text, blob)];
    contact.sources = vec![CardSource {
        file: Id::from_content(text.as_bytes()),
        form: CardForm::Row,
        offset: 12,
        length: 34,
        uid: "u-1".to_owned(),
    }];
    contact.edits.insert(CardField::Phones);
    contact.trashed_at = (number % 5 == 1).then(now);
    contact
}

fn address() -> Address {
    Address {
        kind: ReachKind::Work,
        street: "12, rue de l’Œuvre\nBâtiment B".to_owned(),
        postcode: "01000".to_owned(),
        city: "Bourg-en-Bresse".to_owned(),
        region: "Ain".to_owned(),
        country: "France".to_owned(),
    }
}

fn place(number: u64, text: &str) -> Place {
    let mut place = Place::new(
        Id::from_number_for_testing(number),
        Id::from_number_for_testing(number + 2),
        now(),
    );
    place.name = text.to_owned();
    place.address = address();
    place
}

fn touchpoint(number: u64, text: &str) -> Touchpoint {
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

fn source(text: &str, blob: String) -> SourceFile {
    SourceFile {
        id: Id::from_content(text.as_bytes()),
        name: "contacts.vcf".to_owned(),
        blob,
        size: text.len() as u64,
        brought_at: now(),
    }
}

fn settings(number: u64) -> Settings {
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

fn reminders(number: u64) -> Reminders {
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

fn departure(number: u64, text: &str) -> Departure {
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

fn erasure(number: u64, text: &str) -> Erasure {
    Erasure {
        id: Id::from_number_for_testing(number),
        at: now(),
        due: now().date_naive(),
        reached_at: number.is_multiple_of(2).then(now),
        touchpoints: 3,
        texts: 2,
        lines: vec![Unnamed {
            seq: number,
            args: [("title".to_owned(), text.to_owned())].into(),
        }],
    }
}

fn merge(number: u64, text: &str, blob: String) -> Merge {
    let side = |n| Box::new(client(n, text, blob.clone()));
    Merge {
        id: Id::from_number_for_testing(number),
        at: now(),
        quiet: false,
        of: if number % 2 == 1 {
            Merged::Clients {
                kept: side(1),
                gone: side(2),
                made: side(1),
                moved: Moved {
                    contacts: vec![Id::from_number_for_testing(3)],
                    ..Moved::default()
                },
            }
        } else {
            let side = |n| Box::new(contact(n, text, blob.clone()));
            Merged::Contacts {
                kept: side(1),
                gone: side(2),
                made: side(1),
            }
        },
    }
}

fn view(number: u64, text: &str) -> View {
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

fn market(number: u64, text: &str) -> Market {
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

fn mapping(text: &str) -> Mapping {
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
