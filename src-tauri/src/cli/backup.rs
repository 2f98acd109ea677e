//! `sentier backup OUT` and `sentier restore FILE`.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use store::Progress;
use workflows::backup::{self, Extent, Look, Source};
use workflows::rights::days_of;
use workflows::{Fault, House};

use super::{Common, Exit, archive};

/// Backs the whole book up to a file, or under a dated name in a folder.
pub(super) fn save(house: &House, out: &Path, common: &Common) -> Result<Exit, Fault> {
    say_clear(house);
    let said = &mut |_, _| ();
    let (saved, exported) = if out.is_dir() {
        backup::save_into(house, out, said)?
    } else {
        backup::save_to(house, out, said)?
    };
    archive::tell_written(house, &saved.path, &exported, common);
    Ok(Exit::Done)
}

/// Of a book that is encrypted, an archive is not: said before it is written.
pub(super) fn say_clear(house: &House) {
    if backup::status(house).sealed {
        eprintln!("{}", house.words().say("backup-sealed", &[]));
    }
}

/// Makes the book what it was in a backup, or says what that would change.
pub(super) fn restore(
    house: &House,
    file: &Path,
    extent: Extent,
    dry_run: bool,
    common: &Common,
) -> Result<Exit, Fault> {
    let go = &mut |_, _| Progress::Go;
    let look = backup::look(house, &Source::File(file.to_owned()), go)?;
    if !common.json {
        tell(house, &look);
    }
    let done = if dry_run {
        None
    } else {
        Some(backup::run(house, &look, extent, go)?)
    };
    if common.json {
        println!("{}", said(&look, done.is_some()));
    } else if let Some(done) = done {
        println!("{}", done.said);
    }
    Ok(Exit::Done)
}

fn tell(house: &House, look: &Look) {
    let words = house.words();
    let number = |count: u64| wire::number(count).into();
    let today = house.now_wall().date();
    let when = domain::Zone::Floating.wall(look.at, house.home());
    let args = [
        ("name", look.name.clone().unwrap_or_default().into()),
        ("when", words.wall(when, today).into()),
        ("records", number(look.records)),
    ];
    println!("{}", words.say("cli-restore-of", &args));
    for (tree, moves) in &look.nouns {
        let noun = words.say(&format!("restore-noun-{}", tree.name()), &[]);
        let args = [
            ("noun", noun.into()),
            ("back", number(moves.back)),
            ("changes", number(moves.changes)),
            ("goes", number(moves.goes)),
        ];
        println!("{}", words.say("cli-restore-noun", &args));
    }
    if look.nouns.is_empty() {
        println!("{}", words.say("cli-restore-same", &[]));
    }
    tell_erased(house, &look.erased);
    for (id, count) in [
        ("restore-unreadable", look.unreadable),
        ("restore-missing", look.missing),
    ] {
        if count > 0 {
            eprintln!("{}", words.say(id, &[("count", number(count))]));
        }
    }
}

/// Says who was erased here since a copy was made, and stays away from it.
pub(super) fn tell_erased(house: &House, erased: &[DateTime<Utc>]) {
    if !erased.is_empty() {
        let args = [
            ("count", erased.len().into()),
            ("days", days_of(house, erased).into()),
        ];
        eprintln!("{}", house.words().say("restore-erased", &args));
    }
}

fn said(look: &Look, written: bool) -> Value {
    let nouns: Map<String, Value> = look
        .nouns
        .iter()
        .map(|(tree, moves)| {
            let said = json!({ "back": moves.back, "changes": moves.changes, "goes": moves.goes });
            (tree.name().to_owned(), said)
        })
        .collect();
    json!({ "at": look.at, "records": look.records, "nouns": nouns, "unreadable": look.unreadable,
        "missing": look.missing, "erased": look.erased, "written": written })
}
