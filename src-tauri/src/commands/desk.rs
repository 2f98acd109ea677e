//! The start, the settings, undo and redo.

use std::sync::Arc;

use tauri::State;
use wire::{
    Desk, Done, Half, HistoryLine, HolidaySheet, Now, Problem, Regions, SettingsSheet, Spot, Start,
    Topic, Turned, Welcome, text, undo_state,
};
use workflows::{House, examples, history, settings, travel, undo};

use crate::door::Door;

const EVERYTHING: [Topic; 3] = [Topic::Touchpoints, Topic::Clients, Topic::Settings];

/// Everything the window needs for its first frame.
#[tauri::command(async)]
#[specta::specta]
pub fn start(door: State<'_, Arc<Door>>) -> Result<Start, Problem> {
    door.read(|house, _| {
        let settings = house.settings();
        Ok(Start {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            language: house.words().language().into(),
            settings: SettingsSheet::from(&settings),
            desk: door.desk.read(),
            now: read_clock(house),
            first_start: !settings.welcomed && house.store.is_empty(),
            notices: door.notices.lock().clone(),
            files: std::mem::take(&mut *door.files.lock()),
            undo: undo_state(undo::state(house)),
            examples: examples::are_here(house)?,
        })
    })
}

/// The clock as the house reads it.
#[tauri::command(async)]
#[specta::specta]
pub fn now(door: State<'_, Arc<Door>>) -> Result<Now, Problem> {
    door.read(|house, _| Ok(read_clock(house)))
}

fn read_clock(house: &House) -> Now {
    let home = house.home();
    Now {
        at: house.clock.now().with_timezone(&home).to_rfc3339(),
        wall: wire::text::of_wall(house.now_wall()),
        zone: home.name().to_owned(),
        fixed: house.clock.is_fixed(),
        elsewhere: travel::question(house, travel::here()).map(|zone| zone.name().to_owned()),
    }
}

/// Keeps what the window remembers between two starts.
#[tauri::command(async)]
#[specta::specta]
pub fn remember_desk(door: State<'_, Arc<Door>>, desk: Desk) -> Result<(), Problem> {
    if let Err(error) = door.desk.write(&desk) {
        // Forgetting which week was open is no reason to trouble anybody.
        log::warn!("the desk was not remembered: {error}");
    }
    Ok(())
}

/// Saves the settings.
#[tauri::command(async)]
#[specta::specta]
pub fn save_settings(door: State<'_, Arc<Door>>, settings: SettingsSheet) -> Result<Done, Problem> {
    door.write(
        &EVERYTHING,
        |house| settings::save(house, settings.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Every zone a person may choose as home, by IANA name.
#[tauri::command(async)]
#[specta::specta]
pub fn zones() -> Result<Vec<String>, Problem> {
    Ok(settings::zones())
}

/// Every region whose public holidays are known, by country.
#[tauri::command(async)]
#[specta::specta]
pub fn regions() -> Result<Vec<Regions>, Problem> {
    Ok(wire::regions())
}

/// The next public holidays of the region that is kept.
#[tauri::command(async)]
#[specta::specta]
pub fn next_holidays(door: State<'_, Arc<Door>>) -> Result<Vec<HolidaySheet>, Problem> {
    door.read(|house, eye| Ok(eye.holidays(&settings::next_holidays(house))))
}

/// Says where one is in a half of a day; `null` is as usual.
#[tauri::command(async)]
#[specta::specta]
pub fn stand(
    door: State<'_, Arc<Door>>,
    date: String,
    half: Half,
    spot: Option<Spot>,
) -> Result<Done, Problem> {
    door.write(
        &EVERYTHING,
        |house| {
            let date = wire::text::date(&date)?;
            settings::stand(house, date, half.into(), spot.map(Into::into))
        },
        |eye, done| eye.done(done),
    )
}

/// Answers whether the calendar moves along to the zone the machine is in, or stays at home's hours.
#[tauri::command(async)]
#[specta::specta]
pub fn travel(door: State<'_, Arc<Door>>, zone: String, moves: bool) -> Result<Done, Problem> {
    door.write(
        &EVERYTHING,
        |house| travel::answer(house, wire::text::zone(&zone)?, moves),
        |eye, done| eye.done(done),
    )
}

/// Answers the first start's two choices.
#[tauri::command(async)]
#[specta::specta]
pub fn welcome(door: State<'_, Arc<Door>>, choice: Welcome) -> Result<Done, Problem> {
    door.write(
        &EVERYTHING,
        |house| settings::welcome(house, choice == Welcome::Examples),
        |eye, done| eye.done(done),
    )
}

/// Takes the examples away, in one press and one undo.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_examples(door: State<'_, Arc<Door>>) -> Result<Done, Problem> {
    door.write(&EVERYTHING, examples::remove, |eye, done| eye.done(done))
}

/// Takes the last step back.
#[tauri::command(async)]
#[specta::specta]
pub fn undo(door: State<'_, Arc<Door>>) -> Result<Option<Done>, Problem> {
    door.write(&EVERYTHING, undo::undo, |eye, done| {
        done.map(|done| eye.done(done))
    })
}

/// Takes the last undone step again.
#[tauri::command(async)]
#[specta::specta]
pub fn redo(door: State<'_, Arc<Door>>) -> Result<Option<Done>, Problem> {
    door.write(&EVERYTHING, undo::redo, |eye, done| {
        done.map(|done| eye.done(done))
    })
}

/// Takes steps of the history back by themselves, `together` with what depends on them; or says what does.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back(
    door: State<'_, Arc<Door>>,
    steps: Vec<u32>,
    together: bool,
) -> Result<Turned, Problem> {
    let steps: Vec<u64> = steps.into_iter().map(u64::from).collect();
    door.write(
        &EVERYTHING,
        |house| undo::take_back(house, &steps, together),
        |eye, turned| eye.turned(turned),
    )
}

/// Does steps of the history that were taken back again.
#[tauri::command(async)]
#[specta::specta]
pub fn do_again(door: State<'_, Arc<Door>>, steps: Vec<u32>) -> Result<Turned, Problem> {
    let steps: Vec<u64> = steps.into_iter().map(u64::from).collect();
    door.write(
        &EVERYTHING,
        |house| undo::do_again(house, &steps),
        |eye, turned| eye.turned(turned),
    )
}

/// What was done, the latest first; to one client, or said in some words, where that is asked.
#[tauri::command(async)]
#[specta::specta]
pub fn history(
    door: State<'_, Arc<Door>>,
    before: Option<u32>,
    limit: u32,
    client: Option<String>,
    words: Option<String>,
) -> Result<Vec<HistoryLine>, Problem> {
    door.read(|house, _| {
        let asked = history::Asked {
            before: before.map(u64::from),
            limit: limit as usize,
            client: client.as_deref().map(text::id).transpose()?,
            words: words.unwrap_or_default(),
        };
        let lines = history::lines(house, &asked)?;
        Ok(lines.into_iter().map(HistoryLine::from).collect())
    })
}
