//! Making a touchpoint.

use domain::{Takes, Touchpoint, clean_line, clean_text};
use planner::Level;

use super::{ClientChoice, Draft, clean_participants, clean_reason, link, title_of};
use crate::done::{Done, Outcome, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::{self, Reschedule, Scope, Subject};
use crate::{clients, days, grounds, note, rights};

/// Makes a touchpoint, and its client when it is new: one step to undo.
pub fn plan(house: &House, draft: Draft) -> Result<Outcome, Fault> {
    let _gate = house.gate();
    let known = match &draft.client {
        ClientChoice::Existing(id) => Some(*id),
        ClientChoice::Nobody | ClientChoice::New(_) => None,
    };
    rights::may_contact(house, known, &draft.participants)?;
    let proposal = Reschedule {
        subject: Subject::New {
            takes: Takes::Meeting(draft.kind),
            confidential: draft.confidential,
        },
        to: draft.to,
        scope: Scope::This,
        copy: false,
        force: draft.force,
    };
    let answer = reschedule::judge(house, proposal)?;
    if answer.verdict.level == Level::Refused && !draft.force {
        return Ok(Outcome::Refused(answer));
    }
    let now = house.clock.now();
    let made = clients::chosen(house, &draft.client)?;
    let grounds = grounds::of(house, clean_reason(&draft.reason), made.id(), None)?;
    let mut touchpoint = Touchpoint::plan(house.clock.new_id(), draft.kind, grounds, now);
    touchpoint.client = made.id();
    touchpoint.slot = answer.slot;
    if answer.verdict.level == Level::Refused {
        touchpoint.debt = answer.verdict.debt();
    }
    let given = reschedule::on_air(house, &answer)?;
    touchpoint.wanted_minutes = draft.minutes.clamp(5, 24 * 60);
    touchpoint.title = clean_line(&draft.title, Touchpoint::LINE_MOST);
    touchpoint.place = clean_line(&draft.place, Touchpoint::LINE_MOST);
    touchpoint.link = link(&draft.link)?;
    touchpoint.notes = clean_text(&draft.notes, Touchpoint::TEXT_MOST);
    touchpoint.participants = clean_participants(draft.participants);
    touchpoint.confidential = draft.confidential;
    let title = title_of(house, &touchpoint, made.client())?;
    let args = [("title", title), ("at", note::time(house, touchpoint.slot))];
    let note = note::of(house, "planned", &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        if let clients::Chosen::New(client) = &made {
            tx.put(&**client)?;
        }
        given.iter().try_for_each(|air| tx.put(air))?;
        tx.put(&touchpoint)
    })?;
    let said = match answer.slot {
        Some(slot) => {
            let start = reschedule::home_start(house, slot);
            let (words, today) = (house.words(), house.now_wall().date());
            let when = if slot.is_all_day() {
                words.day(start.date(), today)
            } else {
                words.wall(start, today)
            };
            Said::new("said-planned").with("when", when)
        }
        None => Said::new("said-planned-tray"),
    };
    let done = Done::of(house, said, Some(days::single(touchpoint)), receipt.seq)?;
    Ok(Outcome::Done(Box::new(Done {
        client: made.into_client(),
        ..done
    })))
}
