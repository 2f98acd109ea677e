//! What the rules of its day say of a meeting one invites others to, before it comes in: the same judge as the drag's.
//! It is said and never enforced, for nothing that is brought in is refused.

use chrono::NaiveDateTime;
use domain::{Kind, Participant, Slot, Takes};
use exchange::ReadEvent;
use planner::Level;

use super::{File, Match, Row};
use crate::done::Answer;
use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::{self, Reschedule, Scope, Subject, Target};
use crate::rights;

/// How an entry takes its time, and who calls the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asks {
    kind: Kind,
    /// The organiser's address; empty where the file names none.
    organizer: String,
    /// Who takes part.
    with: Vec<Participant>,
}

impl Asks {
    /// What an event asks of its day; `None` when it leaves the time free, or repeats.
    pub(super) fn of(event: &ReadEvent) -> Option<Self> {
        let takes = !event.transparent && event.recurrence.is_none();
        takes.then(|| Self {
            kind: event.kind,
            organizer: event
                .participants
                .iter()
                .find(|one| one.organizer)
                .map(|one| one.email.clone())
                .unwrap_or_default(),
            with: event.participants.clone(),
        })
    }
}

/// The same rows, each with what the rules say of it where they say something: new meetings to come that one calls
/// oneself, at hours.
pub(super) fn judged(house: &House, files: &[File], mut rows: Vec<Row>) -> Result<Vec<Row>, Fault> {
    for row in &mut rows {
        let own = files.get(row.file).and_then(|file| file.own.as_deref());
        let Some((start, target)) = target(house, row) else {
            continue;
        };
        let Some(asks) = row.asks.as_ref().filter(|asks| is_ours(house, asks, own)) else {
            continue;
        };
        if row.verdict != Match::New || start < house.now_wall() {
            continue;
        }
        // Said and not refused: what was agreed elsewhere is there to be seen, and called off.
        row.barred = rights::may_contact(house, None, &asks.with)
            .err()
            .map(|fault| fault.say(&house.words()).0);
        let answer = reschedule::judge(
            house,
            Reschedule {
                subject: Subject::New {
                    takes: Takes::Meeting(asks.kind),
                    confidential: false,
                },
                to: target,
                scope: Scope::This,
                copy: false,
                // Asked without a look at other places: it comes in where it is.
                force: true,
            },
        )?;
        row.answer = (answer.verdict.level > Level::Free).then(|| Box::new(answer));
    }
    Ok(rows)
}

fn target(house: &House, row: &Row) -> Option<(NaiveDateTime, Target)> {
    let slot @ Slot::Timed { seconds, .. } = row.slot.filter(|slot| slot.is_in_range())? else {
        return None;
    };
    let start = reschedule::home_start(house, slot);
    let minutes = seconds.div_ceil(60).clamp(1, 60 * 24 * 14);
    Some((start, Target::Timed { start, minutes }))
}

/// Whether one calls the meeting oneself: nobody else is named, or it is one's own address.
fn is_ours(house: &House, asks: &Asks, own: Option<&str>) -> bool {
    let settings = house.rules();
    let me = &settings.me.email;
    let organizer = asks.organizer.as_str();
    organizer.is_empty()
        || own.is_some_and(|own| own.eq_ignore_ascii_case(organizer))
        || (!me.is_empty() && me.eq_ignore_ascii_case(organizer))
}

/// What a row says of it.
impl Row {
    /// What the rules of its day say of it, where they say something.
    pub fn answer(&self) -> Option<&Answer> {
        self.answer.as_deref()
    }
}
