use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Asked, Departing, Departure, Id, Kind, Mailbox, Method, Moment, Occurrence, Participant, Slot,
    State, Subject, Told, Touchpoint, Zone, last_informed, still_invited,
};
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")
        .expect("an instant")
        .to_utc()
}

fn at(hour: u32) -> Option<Slot> {
    let start = NaiveDate::from_ymd_opt(2026, 11, 26)?.and_hms_opt(hour, 0, 0)?;
    Some(Slot::timed(start, 60, Zone::Iana(chrono_tz::Europe::Paris)))
}

fn marc() -> Vec<Mailbox> {
    vec![Mailbox {
        name: "Marc".to_owned(),
        email: "marc@exemple.test".to_owned(),
    }]
}

fn asked(what: Method, sequence: u32, hour: u32) -> Asked {
    Asked {
        what,
        about: Subject {
            touchpoint: Id::from_number_for_testing(1),
            occurrence: None,
        },
        sequence,
        to: marc(),
        told: Told {
            slot: at(hour),
            ..Told::default()
        },
    }
}

/// A queue about one touchpoint, as a house keeps it.
#[derive(Default)]
struct Queue {
    known: Vec<Departure>,
    made: u64,
}

impl Queue {
    fn now(&self) -> DateTime<Utc> {
        now() + TimeDelta::minutes(self.made as i64)
    }

    fn ask(&mut self, asked: Asked) {
        self.made += 2;
        let id = |more| Id::from_number_for_testing(self.made + more);
        let uninvites = Departure::uninvite(&self.known, &asked, id(0), self.now());
        let next = Departure::ask(&self.known, asked, id(1), self.now());
        self.put(next);
        self.put(uninvites);
    }

    fn put(&mut self, next: Option<Departure>) {
        let Some(next) = next else { return };
        match self.known.iter_mut().find(|one| one.id == next.id) {
            Some(one) => *one = next,
            None => self.known.push(next),
        }
    }

    /// What waits for those who are invited.
    fn waiting(&self) -> Option<&Departure> {
        let mut waiting = self.known.iter().filter(|one| one.is_waiting());
        waiting.find(|one| !one.uninvites)
    }

    /// What waits for those who no longer are.
    fn parting(&self) -> Option<&Departure> {
        let mut waiting = self.known.iter().filter(|one| one.is_waiting());
        waiting.find(|one| one.uninvites)
    }

    fn inform(&mut self) {
        self.made += 2;
        let next = self.waiting().and_then(|one| one.informed(self.now()));
        self.put(next);
    }

    fn part(&mut self) {
        self.made += 2;
        let next = self.parting().and_then(|one| one.informed(self.now()));
        self.put(next);
    }

    fn withdraw(&mut self) {
        self.made += 2;
        let next = self.waiting().and_then(|one| one.withdrawn(self.now()));
        self.put(next);
    }
}

#[test]
fn a_new_invitation_takes_the_place_of_the_one_that_waits() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 0, 10));
    let first = queue.waiting().expect("it waits").clone();
    queue.ask(asked(Method::Request, 1, 14));
    let second = queue.waiting().expect("it waits");
    assert_eq!(queue.known.len(), 1, "three drags are one message");
    assert_eq!(
        (second.id, second.prepared_at),
        (first.id, first.prepared_at),
        "and it keeps its place"
    );
    assert_eq!((second.sequence, second.told.slot), (1, at(14)));
}

#[test]
fn calling_off_what_nobody_was_told_of_leaves_nothing_to_say() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 0, 10));
    queue.ask(asked(Method::Cancel, 0, 10));
    assert_eq!(queue.waiting(), None);
    assert_eq!(queue.known[0].state, Departing::Withdrawn);
    queue.ask(asked(Method::Cancel, 0, 10));
    assert_eq!(queue.known.len(), 1, "and again nothing");
}

#[test]
fn calling_off_what_was_told_waits_with_a_higher_sequence_and_says_what_they_know() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 2, 10));
    queue.inform();
    queue.ask(asked(Method::Request, 3, 14));
    queue.ask(asked(Method::Cancel, 3, 14));
    let cancel = queue.waiting().expect("it waits");
    assert_eq!((cancel.what, cancel.sequence), (Method::Cancel, 3));
    assert_eq!(cancel.told.slot, at(10), "the time they were told of");
}

#[test]
fn taken_back_before_anybody_was_told_there_is_nothing_to_say() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 0, 10));
    queue.inform();
    queue.ask(asked(Method::Request, 1, 14));
    queue.ask(asked(Method::Request, 2, 10));
    assert_eq!(queue.waiting(), None, "they know ten o’clock already");
    queue.ask(asked(Method::Cancel, 2, 10));
    queue.ask(asked(Method::Request, 2, 10));
    assert_eq!(queue.waiting(), None, "nor of an annulment taken back");
}

#[test]
fn a_meeting_called_off_and_on_again_is_a_new_version() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 0, 10));
    queue.inform();
    queue.ask(asked(Method::Cancel, 0, 10));
    queue.inform();
    queue.ask(asked(Method::Request, 0, 10));
    let again = queue.waiting().expect("it waits");
    assert_eq!((again.what, again.sequence), (Method::Request, 2));
}

#[test]
fn a_new_link_is_said_in_the_same_version() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 4, 10));
    queue.inform();
    let mut with_link = asked(Method::Request, 4, 10);
    with_link.told.link = "https://meet.jit.si/lac".to_owned();
    queue.ask(with_link);
    assert_eq!(queue.waiting().map(|one| one.sequence), Some(4));
}

#[test]
fn nobody_left_to_invite_calls_off_what_was_told() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 0, 10));
    queue.inform();
    queue.ask(Asked {
        to: Vec::new(),
        ..asked(Method::Request, 0, 10)
    });
    let cancel = queue.waiting().expect("it waits");
    assert_eq!((cancel.what, &cancel.to), (Method::Cancel, &marc()));
}

fn guests(names: &[&str]) -> Vec<Mailbox> {
    let guest = |name: &&str| Mailbox {
        name: (*name).to_owned(),
        email: format!("{name}@exemple.test"),
    };
    names.iter().map(guest).collect()
}

fn inviting(names: &[&str], hour: u32) -> Asked {
    Asked {
        to: guests(names),
        ..asked(Method::Request, 0, hour)
    }
}

#[test]
fn who_was_told_and_is_no_longer_invited_waits_to_be_told_alone() {
    let mut queue = Queue::default();
    queue.ask(inviting(&["marc", "lea"], 10));
    queue.ask(inviting(&["marc"], 10));
    assert_eq!(queue.parting(), None, "nobody knew");
    queue.ask(inviting(&["marc", "lea"], 10));
    queue.inform();
    queue.ask(inviting(&["marc"], 14));
    let parting = queue.parting().expect("it waits").clone();
    assert_eq!(
        (parting.what, &parting.to),
        (Method::Cancel, &guests(&["lea"]))
    );
    assert_eq!(
        (parting.sequence, parting.told.slot),
        (1, at(10)),
        "as she knows it"
    );
    let next = queue.waiting().expect("it waits beside");
    assert_eq!((next.what, &next.to), (Method::Request, &guests(&["marc"])));
    queue.inform();
    assert_eq!(queue.parting(), Some(&parting), "it is not said to her yet");
    queue.ask(inviting(&["marc", "lea"], 14));
    assert_eq!(
        queue.parting(),
        None,
        "she is invited again, and never heard otherwise"
    );
}

#[test]
fn who_is_invited_again_after_being_told_otherwise_is_told_a_newer_version() {
    let mut queue = Queue::default();
    queue.ask(inviting(&["marc", "lea"], 10));
    queue.inform();
    queue.ask(inviting(&["marc"], 10));
    queue.part();
    assert_eq!(still_invited(&queue.known), guests(&["marc"]));
    queue.ask(inviting(&["marc", "lea"], 10));
    let again = queue.waiting().expect("the same words, and news to her");
    assert_eq!((again.what, again.sequence), (Method::Request, 2));
}

#[test]
fn calling_it_off_tells_whoever_still_believes_in_it() {
    let mut queue = Queue::default();
    queue.ask(inviting(&["marc", "lea", "paul"], 10));
    queue.inform();
    queue.ask(inviting(&["marc", "lea"], 10));
    queue.part();
    queue.inform();
    queue.ask(inviting(&["marc"], 10));
    queue.ask(Asked {
        what: Method::Cancel,
        ..inviting(&["marc"], 10)
    });
    assert_eq!(queue.parting(), None, "one word is enough");
    let cancel = queue.waiting().expect("it waits");
    assert_eq!(
        (cancel.what, &cancel.to),
        (Method::Cancel, &guests(&["marc", "lea"]))
    );
}

#[test]
fn whoever_calls_the_meeting_and_what_is_no_address_is_told_nothing() {
    let person = |email: &str, organizer| Participant {
        email: email.to_owned(),
        organizer,
        ..Participant::default()
    };
    let mut meeting = Touchpoint::received(Id::from_number_for_testing(1), Kind::Video, now());
    meeting.slot = at(10);
    meeting.participants = vec![
        person("moi@exemple.test", true),
        person("marc@exemple.test", false),
        person("MARC@exemple.test", false),
        person("", false),
        person("marc", false),
        person("a@b,bcc@exemple.test", false),
    ];
    let asked = Asked::of(&meeting);
    let to: Vec<&str> = asked.to.iter().map(|one| one.email.as_str()).collect();
    assert_eq!(
        (asked.what, to),
        (Method::Request, vec!["marc@exemple.test"])
    );
    meeting.state = State::Cancelled;
    assert_eq!(Asked::of(&meeting).what, Method::Cancel);
    meeting.state = State::Planned;
    meeting.slot = None;
    assert_eq!(
        Asked::of(&meeting).what,
        Method::Cancel,
        "no time, no meeting"
    );
}

#[test]
fn one_of_a_series_is_the_same_subject_whatever_record_stands_for_it() {
    let series = Id::from_number_for_testing(7);
    let key = Moment::Date(now().date_naive());
    let mut one = Touchpoint::received(Id::from_number_for_testing(8), Kind::Video, now());
    one.occurrence = Some(Occurrence {
        series: Some(series),
        at: key,
    });
    assert_eq!(
        Subject::of(&one),
        Subject {
            touchpoint: series,
            occurrence: Some(key)
        }
    );
}

#[test]
fn what_a_later_version_calls_otherwise_does_not_leave() {
    let mut queue = Queue::default();
    queue.ask(asked(Method::Request, 0, 10));
    let mut written = serde_json::to_value(queue.waiting()).expect("written");
    written["state"] = "scheduled".into();
    let read: Departure = serde_json::from_value(written).expect("read");
    assert_eq!(read.state, Departing::Withdrawn);
}

#[derive(Debug, Clone)]
enum Deed {
    Ask(Method, u32, u32, Vec<&'static str>),
    Inform,
    Part,
    Withdraw,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let what = prop_oneof![3 => Just(Method::Request), 2 => Just(Method::Cancel)];
    prop_oneof![
        4 => (what, 0..2_u32, 8..11_u32, prop::sample::subsequence(vec!["marc", "lea", "paul"], 0..=3))
            .prop_map(|(what, up, hour, guests)| Deed::Ask(what, up, hour, guests)),
        2 => Just(Deed::Inform),
        1 => Just(Deed::Part),
        1 => Just(Deed::Withdraw),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn the_queue_keeps_its_laws_whatever_is_asked(deeds in prop::collection::vec(any_deed(), 0..30)) {
        let mut queue = Queue::default();
        let (mut sequence, mut invited, mut withdrew) = (0, Vec::new(), false);
        for deed in deeds {
            let before = queue.known.clone();
            match deed {
                Deed::Ask(what, up, hour, names) => {
                    sequence += up;
                    queue.ask(Asked { to: guests(&names), ..asked(what, sequence, hour) });
                    withdrew = false;
                    invited = if what == Method::Cancel { Vec::new() } else { guests(&names) };
                }
                Deed::Inform => queue.inform(),
                Deed::Part => queue.part(),
                Deed::Withdraw => {
                    queue.withdraw();
                    withdrew = true;
                }
            }
            let waiting = |parts| queue.known.iter().filter(move |one| one.is_waiting() && one.uninvites == parts);
            prop_assert!(waiting(false).count() <= 1 && waiting(true).count() <= 1, "at most one of each waits");
            for old in before.iter().filter(|one| !one.is_waiting()) {
                prop_assert!(queue.known.contains(old), "what was told or withdrawn is final");
            }
            for old in before.iter().filter(|one| one.is_waiting()) {
                let kept = queue.known.iter().find(|one| one.id == old.id).expect("nothing is lost");
                prop_assert_eq!(kept.prepared_at, old.prepared_at, "and keeps its place");
            }
            let last = last_informed(&queue.known);
            let still = still_invited(&queue.known);
            if let Some(one) = queue.waiting() {
                match one.what {
                    Method::Cancel => {
                        let invited = last.expect("an annulment follows an invitation");
                        prop_assert_eq!(invited.what, Method::Request);
                        prop_assert!(one.sequence > invited.sequence);
                        prop_assert_eq!(&one.told, &invited.told);
                        prop_assert!(queue.parting().is_none(), "all of them are told that way");
                    }
                    Method::Request => {
                        let newer = last.is_none_or(|last| {
                            one.sequence > last.sequence || (one.sequence == last.sequence && one.told == last.told)
                        });
                        prop_assert!(newer, "a new time is a new version");
                    }
                }
            }
            if let Some(one) = queue.parting() {
                prop_assert_eq!(one.what, Method::Cancel);
                for guest in &one.to {
                    prop_assert!(still.contains(guest) && !invited.contains(guest), "{:?} knows already", guest);
                    let words = words_to(&queue, guest);
                    prop_assert!(words.iter().all(|word| word.sequence < one.sequence), "newer than all they heard");
                }
            }
            for guest in guests(&["marc", "lea", "paul"]) {
                let words = words_to(&queue, &guest);
                prop_assert!(words.is_sorted_by_key(|word| word.sequence), "each as new as the one before");
                prop_assert!(
                    words.windows(2).all(|two| two[0].what == Method::Request || two[1].what == Method::Request),
                    "nothing is called off twice"
                );
                prop_assert!(words.first().is_none_or(|word| word.what == Method::Request), "nor before it was said");
            }
            let mut informed: Vec<&Departure> =
                queue.known.iter().filter(|one| one.state == Departing::Informed && !one.uninvites).collect();
            informed.sort_by_key(|one| one.informed_at());
            prop_assert!(informed.is_sorted_by_key(|one| one.sequence), "each as new as the one before");
            prop_assert!(informed.is_sorted_by(|a, b| a.prepared_at < b.prepared_at), "in the order of the queue");
        }
        // Everything that waits is told: whoever is invited knows it, and nobody else believes it.
        queue.part();
        queue.inform();
        let believed = still_invited(&queue.known);
        prop_assert!(believed.iter().all(|guest| invited.contains(guest)) || withdrew, "{:?} of {:?}", believed, invited);
    }
}

/// Everything a guest was told, in its order.
fn words_to<'a>(queue: &'a Queue, guest: &Mailbox) -> Vec<&'a Departure> {
    let mut words: Vec<&Departure> = queue
        .known
        .iter()
        .filter(|one| one.state == Departing::Informed && one.to.contains(guest))
        .collect();
    words.sort_by_key(|one| one.informed_at());
    words
}
