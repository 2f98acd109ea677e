//! What the person chose, and the first start.

use chrono::NaiveDate;
use domain::{Client, Half, Holiday, Leave, Mailbox, Settings, Spot, clean_line};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::{examples, note, reminders, travel};

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
    if !settings.leave.iter().all(Leave::is_some) {
        return Err(Fault::invalid("error-leave"));
    }
    let mut settings = settings;
    settings.spots.prune(house.now_wall().date());
    let me = Mailbox {
        name: clean_line(&settings.me.name, Client::NAME_MOST),
        email: settings.me.email.trim().to_owned(),
    };
    if !me.email.is_empty() && !Mailbox::is_address(&me.email) {
        return Err(Fault::invalid("error-email").with("given", me.email));
    }
    let began = settings.reminding.on && !house.rules().reminding.on;
    let before = house.settings();
    // Once there is a home it stays one; and who chooses another needs not be asked about it.
    let home = settings
        .home
        .or(before.home)
        .or_else(|| before.welcomed.then(|| house.home()));
    let settings = Settings {
        air: settings.air.within_reason(),
        locking: settings.locking.within_reason(),
        home,
        stayed: if home == before.home {
            before.stayed
        } else {
            Some(travel::here())
        },
        welcomed: before.welcomed,
        me,
        ..settings
    };
    if began {
        reminders::begin(house)?;
    }
    write(house, &settings, "settings", Said::new("said-settings"))
}

/// Says where one is in a half of a day; `None` is as usual.
pub fn stand(
    house: &House,
    date: NaiveDate,
    half: Half,
    spot: Option<Spot>,
) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut settings = house.settings();
    settings.spots.set(date, half, spot);
    settings.spots.prune(house.now_wall().date());
    write(house, &settings, "stood", Said::new("said-stood"))
}

/// Answers the first start's two choices.
pub fn welcome(house: &House, with_examples: bool) -> Result<Done, Fault> {
    let settings = Settings {
        welcomed: true,
        // From now on the hours are those of here, wherever the machine goes.
        home: Some(house.home()),
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

pub(crate) fn write(
    house: &House,
    settings: &Settings,
    label: &str,
    said: Said,
) -> Result<Done, Fault> {
    let note = note::of(house, label, &note::changes(&*house.rules(), settings));
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

/// The next public holidays of the region that is kept, today included: as many as one looks ahead to.
pub fn next_holidays(house: &House) -> Vec<(NaiveDate, Holiday)> {
    const AS_MANY: usize = 5;
    let today = house.now_wall().date();
    let region = house.rules().region;
    region.coming(today).take(AS_MANY).collect()
}
