//! The person's rights: objection, the list of who is long silent, everything about one in a file, erasing.

use std::sync::Arc;

use tauri::State;
use wire::{
    Done, Erased, ErasureLine, ErasureLook, Objection, Objector, Problem, SilentLines, Topic, text,
};
use workflows::Fault;
use workflows::rights::{self, erase, export, review};

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];

/// Writes down that somebody does not want to be contacted; `null` takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn object(
    door: State<'_, Arc<Door>>,
    who: Objector,
    objection: Option<Objection>,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let objection = objection.map(TryInto::try_into).transpose()?;
            rights::object(house, who.try_into()?, objection)
        },
        |eye, done| eye.done(done),
    )
}

/// People nobody heard of for three years, the longest silent first.
#[tauri::command(async)]
#[specta::specta]
pub fn silent_people(
    door: State<'_, Arc<Door>>,
    from: u32,
    limit: u32,
) -> Result<SilentLines, Problem> {
    door.read(|house, eye| {
        let (total, lines) = review::list(house, from as usize, limit as usize)?;
        Ok(eye.silent(total, &lines))
    })
}

/// Keeps people in the book, and asks again on a day.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_people(
    door: State<'_, Arc<Door>>,
    ids: Vec<String>,
    until: String,
    why: String,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let ids = ids
                .iter()
                .map(|id| text::id(id))
                .collect::<Result<Vec<_>, _>>()?;
            review::keep(house, &ids, text::date(&until)?, &why)
        },
        |eye, done| eye.done(done),
    )
}

/// Asks where with the system's dialog, and writes everything held about a person there; `None` when one changed one's
/// mind.
#[tauri::command(async)]
#[specta::specta]
pub fn export_person(door: State<'_, Arc<Door>>, id: String) -> Result<Option<String>, Problem> {
    let house = door.house()?;
    let words = house.words();
    let (title, filter) = (
        words.say("dialog-person", &[]),
        words.say("dialog-archives", &[]),
    );
    let name = export::file_name(&house);
    let Some(path) = door.desktop.choose_save(&title, &filter, &name) else {
        return Ok(None);
    };
    door.read(|house, _| export::to(house, text::id(&id)?, &path))?;
    Ok(Some(path.to_string_lossy().into_owned()))
}

/// What erasing a person would do.
#[tauri::command(async)]
#[specta::specta]
pub fn look_at_erasure(door: State<'_, Arc<Door>>, id: String) -> Result<ErasureLook, Problem> {
    door.read(|house, eye| Ok(eye.erasure(&erase::look(house, text::id(&id)?)?)))
}

/// Erases a person. `keep` are the mentions that stay; `soon` lets it reach snapshots and journals at the next start.
#[tauri::command(async)]
#[specta::specta]
pub fn erase_person(
    door: State<'_, Arc<Door>>,
    id: String,
    keep: Vec<String>,
    soon: bool,
) -> Result<Erased, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let choice = erase::Choice {
                keep: keep.into_iter().collect(),
                soon,
            };
            erase::run(house, text::id(&id)?, &choice)
        },
        |eye, (look, done)| Erased {
            look: eye.erasure(&look),
            done: eye.done(done),
        },
    )
}

/// What was erased so far, nameless, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn erasures(door: State<'_, Arc<Door>>) -> Result<Vec<ErasureLine>, Problem> {
    door.read(|house, eye| {
        let mut all = erase::remembered(house)?;
        all.reverse();
        Ok::<_, Fault>(all.iter().map(|one| eye.erasure_line(one)).collect())
    })
}
