//! Putting a reminder off.

use chrono::{DateTime, Utc};
use domain::{Delay, Moment, Presence, TouchpointId};

use super::said::when;
use super::{book, write};
use crate::fault::Fault;
use crate::house::House;
use crate::reads;

/// One way to put a reminder off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How long.
    pub delay: Delay,
    /// Until when, UTC.
    pub until: DateTime<Utc>,
    /// When that is: `14:40`, or `jeu. 26 nov. 09:00` on another day.
    pub when: String,
}

/// The ways a reminder can be put off now.
pub fn choices(
    house: &House,
    id: TouchpointId,
    occurrence: Option<Moment>,
) -> Result<Vec<Choice>, Fault> {
    let seen = reads::seen(house, id, occurrence)?;
    let cue = book::cue(house, &seen).ok_or_else(Fault::gone)?;
    let (now, home, settings) = (house.clock.now(), house.home(), house.rules());
    let video = book::next_video(house, &settings, &cue, now)?;
    let presence = Presence::of(&settings, home);
    let words = house.words();
    let choice = |delay: Delay| {
        let until = delay.until(now, &presence, video)?;
        Some(Choice {
            delay,
            until,
            when: when(house, &words, until),
        })
    };
    Ok(Delay::ALL.into_iter().filter_map(choice).collect())
}

/// Puts a reminder off, and says until when.
pub fn snooze(
    house: &House,
    id: TouchpointId,
    occurrence: Option<Moment>,
    delay: Delay,
) -> Result<Choice, Fault> {
    let found = choices(house, id, occurrence)?;
    let choice = found.into_iter().find(|one| one.delay == delay);
    let choice = choice.ok_or_else(|| Fault::invalid("error-snooze"))?;
    let _gate = house.gate();
    let seen = reads::seen(house, id, occurrence)?;
    let cue = book::cue(house, &seen).ok_or_else(Fault::gone)?;
    let mut kept = book::kept(house)?;
    kept.put_off(cue, choice.until);
    write(house, &kept)?;
    Ok(choice)
}
