//! Being elsewhere: whether the calendar moves along is asked, never assumed.

use chrono_tz::Tz;
use domain::Settings;

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::{House, system_zone};
use crate::{note, settings};

/// The zone this machine is in now, as the system says.
pub fn here() -> Tz {
    system_zone()
}

/// The zone to ask about, when the machine is in one whose clocks are not home's and nobody answered there.
pub fn question(house: &House, here: Tz) -> Option<Tz> {
    house
        .rules()
        .asks_of(here, house.clock.now())
        .then_some(here)
}

/// Answers: the calendar moves along to `here`, or stays at home's hours for as long as the machine is there.
pub fn answer(house: &House, here: Tz, moves: bool) -> Result<Done, Fault> {
    let _gate = house.gate();
    let now = house.settings();
    let (settings, label, said) = if moves {
        let moved = Settings {
            home: Some(here),
            ..now
        };
        (moved, "moved-along", "said-moved-along")
    } else {
        let stayed = Settings {
            stayed: Some(here),
            ..now
        };
        (stayed, "stayed", "said-stayed")
    };
    settings::write(house, &settings, label, Said::new(said))
}

/// Keeps what needs no answer, aside from undo: a book of before this was asked keeps the zone it shows, and an answer is
/// forgotten once the machine is back. Whether anything was written.
pub fn settle(house: &House, here: Tz) -> Result<bool, Fault> {
    let _gate = house.gate();
    if house.store.reading().is_some() {
        return Ok(false);
    }
    let mut settings = house.settings();
    if settings.welcomed && settings.home.is_none() {
        settings.home = Some(here);
    } else if settings.is_back(here, house.clock.now()) {
        settings.stayed = None;
    } else {
        return Ok(false);
    }
    let note = note::of(house, "settings", &[]);
    house.store.commit_aside(note, |tx| tx.put(&settings))?;
    house.settle();
    Ok(true)
}
