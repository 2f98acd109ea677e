//! Agreement with an oracle nobody here wrote: `recurring-ical-events` (PyPI), on the corpus and on a set of nasty rules.
//!
//! Its answers are recorded in `tests/fixtures/oracle`, made by `tests/oracle/occurrences.py`. When
//! `SENTIER_ORACLE_PYTHON` names a Python that has `tests/oracle/requirements.txt`, it is asked again
//! (`oracle_live.rs`), and what is recorded must still be what it says.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{Moment, Slot, Span, Zone};
use exchange::{Doc, Entry, ReadEvent, read};

use crate::support::{calendars, fixtures};

/// An occurrence as the oracle prints it: UID, start, end.
pub(crate) type Shown = (String, String, String);

/// Where we read something else on purpose.
struct Elsewise {
    file: &'static str,
    uid: &'static str,
    /// What is not compared.
    what: What,
    why: &'static str,
}

#[derive(PartialEq)]
enum What {
    /// The ends: the starts still are.
    Ends,
    /// The whole series.
    Series,
}

const IN_THE_GAP: &str = "a start in a spring gap shows later by the gap; the oracle ends it before it starts, or as it starts";
const ELSEWISE: [Elsewise; 5] = [
    Elsewise {
        file: "clock-changes.ics",
        uid: "sunday-half-past-two-spring",
        what: What::Ends,
        why: IN_THE_GAP,
    },
    Elsewise {
        file: "clock-changes.ics",
        uid: "daily-at-half-past-two",
        what: What::Ends,
        why: IN_THE_GAP,
    },
    Elsewise {
        file: "clock-changes.ics",
        uid: "new-york",
        what: What::Ends,
        why: IN_THE_GAP,
    },
    Elsewise {
        file: "clock-changes.ics",
        uid: "lord-howe",
        what: What::Ends,
        why: IN_THE_GAP,
    },
    Elsewise {
        file: "exdate.ics",
        uid: "what-never-was",
        what: What::Series,
        why: "the oracle also compares an EXDATE's UTC time with the start's wall time: 11:00 in Paris (10:00Z) takes \
              out 10:00 in Paris; RFC 5545 §3.8.5.1 knows no such thing",
    },
];

impl Elsewise {
    /// The occurrence as far as it is compared; nothing when it is not.
    fn compared(file: &str, one: &Shown) -> Option<Shown> {
        match ELSEWISE
            .iter()
            .find(|known| known.file == file && known.uid == one.0)
        {
            None => Some(one.clone()),
            Some(known) if known.what == What::Ends => {
                Some((one.0.clone(), one.1.clone(), known.why.to_owned()))
            }
            Some(_) => None,
        }
    }
}

/// What the oracle says of one window of one file.
pub(crate) struct Answer {
    file: String,
    pub(crate) window: Option<(NaiveDate, NaiveDate)>,
    pub(crate) occurrences: BTreeSet<Shown>,
}

pub(crate) fn answers(text: &str) -> Vec<Answer> {
    text.lines()
        .map(|line| {
            let line: serde_json::Value =
                serde_json::from_str(line).expect("one JSON value a line");
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            let window = line.get("refused").is_none().then(|| {
                (
                    text(&line["from"]).parse().unwrap(),
                    text(&line["until"]).parse().unwrap(),
                )
            });
            let occurrences = line["occurrences"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|one| (text(&one[0]), text(&one[1]), text(&one[2])))
                .collect();
            Answer {
                file: text(&line["file"]),
                window,
                occurrences,
            }
        })
        .collect()
}

/// What we make of a file in a window.
pub(crate) fn ours(bytes: &[u8], window: Span) -> BTreeSet<Shown> {
    let mut newest: HashMap<(String, Option<String>), ReadEvent> = HashMap::new();
    let events = read(&Doc::new(bytes), Tz::UTC).entries.into_iter();
    for event in events.filter_map(|entry| match entry {
        Entry::Event(event) => Some(*event),
        Entry::Invalid(_) => None,
    }) {
        let name = (
            event.uid.clone(),
            event.recurrence_id.map(|at| format!("{at:?}")),
        );
        match newest.get(&name) {
            Some(known) if known.supersedes(&event) => {}
            _ => {
                newest.insert(name, event);
            }
        }
    }
    let mut all = BTreeSet::new();
    for event in newest.values() {
        let slot = event.slot.expect("events of others have a slot");
        let Some(recurrence) = &event.recurrence else {
            if slot.span(Tz::UTC).overlaps(window) {
                all.insert(shown(&event.uid, slot));
            }
            continue;
        };
        let overridden: Vec<Moment> = newest
            .values()
            .filter(|other| other.uid == event.uid)
            .filter_map(|other| other.recurrence_id)
            .map(|at| series::key(slot, at, Tz::UTC))
            .collect();
        let found = series::expand(slot, recurrence, window, Tz::UTC, 100_000)
            .expect("the rule can be followed");
        assert!(!found.cut, "{}: everything in the window", event.uid);
        all.extend(
            found
                .starts
                .iter()
                .filter(|start| !overridden.contains(&start.key))
                .map(|start| shown(&event.uid, start.slot)),
        );
    }
    all
}

fn shown(uid: &str, slot: Slot) -> Shown {
    let (start, end) = match slot {
        Slot::AllDay { .. } => (
            slot.start_wall().date().to_string(),
            slot.end_wall().date().to_string(),
        ),
        Slot::Timed {
            zone: Zone::Floating,
            ..
        } => (
            slot.start_wall().format("%Y-%m-%dT%H:%M:%S").to_string(),
            slot.end_wall().format("%Y-%m-%dT%H:%M:%S").to_string(),
        ),
        Slot::Timed { .. } => {
            let span = slot.span(Tz::UTC);
            let utc = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
            (utc(span.start), utc(span.end))
        }
    };
    (uid.to_owned(), start, end)
}

fn compare(folder: &str) {
    let recorded =
        std::fs::read_to_string(fixtures().join("oracle").join(format!("{folder}.json"))).unwrap();
    let files: HashMap<String, Vec<u8>> = calendars(folder).into_iter().collect();
    let (mut windows, mut occurrences) = (0, 0);
    let mut wrong = Vec::new();
    for answer in answers(&recorded) {
        let Some((from, until)) = answer.window else {
            continue;
        };
        let span = days(from, until);
        let compared = |all: BTreeSet<Shown>| -> BTreeSet<Shown> {
            all.iter()
                .filter_map(|one| Elsewise::compared(&answer.file, one))
                .collect()
        };
        let ours = compared(ours(&files[&answer.file], span));
        let theirs = compared(answer.occurrences.clone());
        let missing: Vec<_> = theirs.difference(&ours).collect();
        let surplus: Vec<_> = ours.difference(&theirs).collect();
        if !(missing.is_empty() && surplus.is_empty()) {
            let first = |list: &[&Shown]| {
                list.iter()
                    .take(6)
                    .map(|one| format!("{one:?}"))
                    .collect::<Vec<_>>()
            };
            wrong.push(format!(
                "{} {from}..{until}: {} missing {:#?}, {} too many {:#?}",
                answer.file,
                missing.len(),
                first(&missing),
                surplus.len(),
                first(&surplus)
            ));
        }
        windows += 1;
        occurrences += theirs.len();
    }
    assert!(
        wrong.is_empty(),
        "the oracle says otherwise:\n{}",
        wrong.join("\n")
    );
    assert!(
        windows > 10 && occurrences > 50,
        "{windows} windows, {occurrences} occurrences were compared"
    );
}

#[test]
fn we_agree_with_the_oracle_on_the_corpus() {
    compare("ics");
}

#[test]
fn we_agree_with_the_oracle_on_nasty_rules() {
    compare("recurrence");
}

pub(crate) fn days(from: NaiveDate, until: NaiveDate) -> Span {
    let at = |date: NaiveDate| date.and_hms_opt(0, 0, 0).unwrap().and_utc();
    Span {
        start: at(from),
        end: at(until),
    }
}
