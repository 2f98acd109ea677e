//! What the person chose, and the first start.

use domain::{Client, Mailbox, Settings, clean_line};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::{examples, note, reminders};

/// Saves the settings.
pub fn save(house: &House, settings: Settings) -> Result<Done, Fault> {
    let _gate = house.gate();
    if settings
        .hours
        .iter()
        .flatten()
        .any(|hours| hours.from >= hours.until)
    {
        return Err(Fault::invalid("error-hours"));
    }
    if settings.leave.len() > Settings::LEAVE_MOST {
        return Err(Fault::invalid("error-leave-many").with("most", Settings::LEAVE_MOST));
    }
    if settings.leave.iter().any(|leave| leave.last < leave.first) {
        return Err(Fault::invalid("error-leave"));
    }
    let me = Mailbox {
        name: clean_line(&settings.me.name, Client::NAME_MOST),
        email: settings.me.email.trim().to_owned(),
    };
    if !me.email.is_empty() && !Mailbox::is_address(&me.email) {
        return Err(Fault::invalid("error-email").with("given", me.email));
    }
    let began = settings.reminding.on && !house.settings().reminding.on;
    let settings = Settings {
        welcomed: house.settings().welcomed,
        me,
        ..settings
    };
    if began {
        reminders::begin(house)?;
    }
    write(house, &settings, "settings", Said::new("said-settings"))
}

/// Answers the first start's two choices.
pub fn welcome(house: &House, with_examples: bool) -> Result<Done, Fault> {
    let settings = Settings {
        welcomed: true,
        ..house.settings()
    };
    let done = {
        let _gate = house.gate();
        write(house, &settings, "welcomed", Said::new("said-welcomed"))?
    };
    if with_examples {
        examples::plant(house)
    } else {
        Ok(done)
    }
}

fn write(house: &House, settings: &Settings, label: &str, said: Said) -> Result<Done, Fault> {
    let note = note::of(house, label, &[]);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(settings))?;
    house.settle();
    Done::of(house, said, None, receipt.seq)
}

/// Every zone a person may choose as home, by IANA name.
pub fn zones() -> Vec<String> {
    chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name().to_owned())
        .collect()
}
