//! The invented book: clients with two contacts, needs, promises and a path each, and touchpoints that are held, missed
//! and to come. One client in a hundred is an old one: a fifth of the touchpoints is theirs, which makes four hundred
//! each. The twelve weeks around now are one person's, eight touchpoints a working day, whatever the size; the rest is
//! history of twenty years, and a year to come. The same number always gives the same record.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use domain::{
    Attendance, Client, Contact, Course, Email, Id, Kind, Need, Owner, Participant, Promise,
    PromiseState, ReachKind, Reason, Sights, Slot, State, Step, StepKind, Tier, Touchpoint, Zone,
};

use super::names;

/// Touchpoints of a working day around now, and how many weeks of them, now in their middle.
const A_DAY: u64 = 8;
const WEEKS: i64 = 12;
const NEAR: u64 = A_DAY * 5 * WEEKS as u64;
/// One client in so many is an old one, and one touchpoint in so many is with one of those.
const OLD: u64 = 100;
const WITH_OLD: u64 = 5;

/// How large the book is, and when it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Book {
    pub(crate) clients: u64,
    pub(crate) touchpoints: u64,
    pub(crate) now: DateTime<Utc>,
    /// The same on the wall of the home zone.
    pub(crate) wall: NaiveDateTime,
}

impl Book {
    pub(crate) fn today(&self) -> NaiveDate {
        self.wall.date()
    }

    /// The number of an old client.
    pub(crate) fn old(&self, nth: u64) -> u64 {
        (nth * OLD + 7) % self.clients
    }

    /// The id number of a touchpoint: clients and contacts have the first ones.
    pub(crate) fn id(&self, n: u64) -> u64 {
        4 * self.clients + n
    }

    pub(crate) fn client(&self, n: u64) -> Client {
        let mut one = Client::new(Id::from_number_for_testing(n), names::client(n), self.now);
        let dice = mixed(n);
        one.tier = [Tier::A, Tier::B, Tier::C, Tier::None][(n % 4) as usize];
        one.look_again = dice
            .is_multiple_of(10)
            .then(|| self.day(dice / 10, 60, -20));
        for nth in 0..dice % 4 {
            one.needs.push(Need {
                id: Id::from_number_for_testing(4 * n + nth),
                on: self.day(dice >> nth, 300, -300),
                words: format!("{} avant la rentrée", names::subject(dice >> nth)),
                answer: String::new(),
                answered_on: (nth % 2 == 1).then(|| self.today()),
                touchpoint: None,
            });
        }
        for nth in 0..(dice >> 8) % 3 {
            // One client in fifty has one that is due by now or in the days to come.
            let due = match n % 50 {
                0 if nth == 0 => self.day(dice >> nth, 40, -32),
                _ => self.day(dice >> nth, 300, 10),
            };
            one.promises.push(Promise {
                id: Id::from_number_for_testing(4 * n + nth),
                owner: [Owner::Us, Owner::Them][((dice >> nth) % 2) as usize],
                words: format!("envoyer {}", names::subject(dice >> (nth + 3))),
                on: self.day(dice, 60, -60),
                due: Some(due),
                state: PromiseState::Open,
                touchpoint: None,
            });
        }
        one.course = n.is_multiple_of(4).then(|| Course {
            since: self.day(dice, 200, -200),
            steps: [
                (StepKind::Phone, 0),
                (StepKind::Video, 7),
                (StepKind::InPerson, 14),
            ]
            .map(|(kind, after)| Step {
                kind,
                aim: format!("clarifier {}", names::subject(dice >> after)),
                after,
            })
            .to_vec(),
        });
        one
    }

    pub(crate) fn contacts(&self, n: u64) -> [Contact; 2] {
        [0, 1].map(|nth| {
            let number = 2 * n + nth;
            Contact {
                client: Some(Id::from_number_for_testing(n)),
                emails: vec![Email {
                    kind: ReachKind::Work,
                    address: address(number),
                }],
                ..Contact::new(
                    Id::from_number_for_testing(self.clients + number),
                    names::contact(number),
                    self.now,
                )
            }
        })
    }

    pub(crate) fn touchpoint(&self, n: u64) -> Touchpoint {
        let (dice, client) = (mixed(!n), self.whose(n));
        let kind = match dice % 10 {
            0..5 => Kind::Phone,
            5..8 => Kind::Video,
            _ => Kind::InPerson,
        };
        let id = Id::from_number_for_testing(self.id(n));
        let mut one = Touchpoint::received(id, kind, self.now);
        let start = self.start(n, dice);
        one.client = Some(Id::from_number_for_testing(client));
        one.slot = Some(Slot::timed(start, 45, Zone::Iana(chrono_tz::Europe::Paris)));
        one.title = format!("Point {}", names::subject(dice >> 20));
        if !(dice >> 8).is_multiple_of(10) {
            let answer = format!(
                "{} de {}",
                names::subject(dice >> 12),
                names::subject(dice >> 16)
            );
            one.reason = match n % 3 {
                0 => Reason {
                    bring: answer,
                    ..Reason::default()
                },
                1 => Reason {
                    astonish: answer,
                    ..Reason::default()
                },
                _ => Reason {
                    clarify: answer,
                    ..Reason::default()
                },
            };
        }
        if start + Duration::minutes(45) > self.wall {
            return one;
        }
        one.state = match (dice >> 24) % 20 {
            0 => State::Missed,
            1 => State::Cancelled,
            // Somebody has yet to say what came of it.
            2 if n < NEAR => State::Planned,
            _ => State::Held,
        };
        if one.state == State::Held {
            self.happened(&mut one, dice >> 32, client);
        }
        one
    }

    /// What came of one: every second client has met its second contact.
    fn happened(&self, one: &mut Touchpoint, dice: u64, client: u64) {
        one.outcome = format!("Ils attendent {}", names::subject(dice));
        let with = match dice % 4 {
            0 | 1 => Some(2 * client),
            2 if client.is_multiple_of(2) => Some(2 * client + 1),
            _ => None,
        };
        one.participants.extend(with.map(|contact| Participant {
            name: names::contact(contact),
            email: address(contact),
            attendance: Attendance::Accepted,
            organizer: false,
        }));
        if one.kind == Kind::InPerson {
            one.sights = Sights {
                premises: dice.is_multiple_of(3),
                workshop: dice.is_multiple_of(7),
                ..Sights::default()
            };
        }
    }

    /// The client a touchpoint is with.
    pub(crate) fn whose(&self, n: u64) -> u64 {
        let dice = mixed(n);
        if n.is_multiple_of(WITH_OLD) {
            self.old(dice % (self.clients / OLD).max(1))
        } else {
            dice % self.clients
        }
    }

    /// In working hours of the home zone.
    fn start(&self, n: u64, dice: u64) -> NaiveDateTime {
        let hour = Duration::hours(9 + (n % A_DAY) as i64);
        if n < NEAR {
            let at = (n / A_DAY) as i64;
            let monday = self.today()
                - Duration::days(
                    chrono::Datelike::weekday(&self.today())
                        .num_days_from_monday()
                        .into(),
                );
            let day = monday + Duration::days((at / 5 - WEEKS / 2) * 7 + at % 5);
            return day.and_time(NaiveTime::MIN) + hour;
        }
        let day = if (dice >> 40).is_multiple_of(25) {
            self.day(dice >> 44, 320, 45)
        } else {
            self.day(dice >> 44, 7_300, -7_345)
        };
        day.and_time(NaiveTime::MIN) + hour
    }

    /// One of the `width` days that begin `from` days after today.
    fn day(&self, dice: u64, width: u64, from: i64) -> NaiveDate {
        self.today() + Duration::days((dice % width) as i64 + from)
    }
}

fn address(contact: u64) -> String {
    format!("contact{contact}@maison.example")
}

/// SplitMix64.
pub(crate) fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
