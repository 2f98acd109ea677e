//! `sentier export --format archive` and `sentier import X.sentier.zip`.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use store::Progress;
use workflows::{Fault, House, archive, import};

use super::{Common, Exit, file_name};

/// Writes the whole book to an archive.
pub(super) fn take_out(house: &House, out: &Path, common: &Common) -> Result<Exit, Fault> {
    super::backup::say_clear(house);
    let exported = archive::export_to(house, out)?;
    tell_written(house, out, &exported, common);
    Ok(Exit::Done)
}

/// Says what was written, and what the book had lost.
pub(super) fn tell_written(
    house: &House,
    out: &Path,
    exported: &archive::Exported,
    common: &Common,
) {
    let missing = &exported.missing;
    if common.json {
        println!(
            "{}",
            json!({ "records": exported.records, "files": exported.files, "missing": missing, "path": out,
                "content": exported.content })
        );
        return;
    }
    let words = house.words();
    let args = [
        ("name", file_name(out).into()),
        ("records", wire::number(exported.records).into()),
        ("files", wire::number(exported.files).into()),
    ];
    println!("{}", words.say("cli-archive-exported", &args));
    if !missing.is_empty() {
        let args = [
            ("count", missing.len().into()),
            ("names", missing.join(", ").into()),
        ];
        eprintln!("{}", words.say("cli-archive-missing", &args));
    }
}

/// Brings archives in, one after the other; `replace` takes what differs too.
pub(super) fn bring_in(
    house: &House,
    files: &[PathBuf],
    dry_run: bool,
    replace: bool,
    common: &Common,
) -> Result<Exit, Fault> {
    for file in files {
        let look = archive::look(house, file, &mut |_, _| Progress::Go)?;
        if !common.json {
            tell(house, &look);
        }
        let take = archive::Take {
            differing: replace,
            ..archive::Take::default()
        };
        let done = if dry_run {
            None
        } else {
            let go = &mut |_, _| Progress::Go;
            Some(archive::bring_in(house, &look, &take, go)?)
        };
        if common.json {
            let nouns: Map<String, Value> = look
                .nouns
                .iter()
                .map(|(tree, counts)| (tree.name().to_owned(), said(counts)))
                .collect();
            println!(
                "{}",
                json!({ "counts": said(&look.counts), "nouns": nouns, "files": look.files, "missing": look.missing,
                    "erased": look.erased, "written": done.is_some() })
            );
        } else if let Some(done) = done {
            println!("{}", done.said);
        }
    }
    Ok(Exit::Done)
}

fn tell(house: &House, look: &archive::Look) {
    let words = house.words();
    for (tree, counts) in &look.nouns {
        let args = [
            ("name", archive::file_of(*tree).into()),
            ("new", counts.new.into()),
            ("same", counts.same.into()),
            ("differs", counts.differs.into()),
            ("near", counts.near.into()),
            ("invalid", counts.invalid.into()),
        ];
        println!("{}", words.say("cli-previewed", &args));
    }
    super::backup::tell_erased(house, &look.erased);
    if look.files > 0 {
        let size = usize::try_from(look.bytes.div_ceil(1 << 20)).unwrap_or(usize::MAX);
        let args = [("count", look.files.into()), ("size", size.into())];
        println!("{}", words.say("cli-archive-files", &args));
    }
}

fn said(counts: &import::Counts) -> Value {
    json!({ "new": counts.new, "same": counts.same, "differs": counts.differs, "invalid": counts.invalid })
}
