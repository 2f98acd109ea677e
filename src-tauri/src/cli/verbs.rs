//! The verbs. Each opens the house, calls the workflow the window calls, and says what came of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::Origin;
use serde_json::json;
use wire::Problem;
use words::Words;
use workflows::archive::is_one as is_archive;
use workflows::backup::Extent;
use workflows::export::PeopleFormat;
use workflows::{Fault, House, check, export, import};

use super::{
    Common, Exit, Format, Verb, archive, backup, file_name, judging, listing, locking, passphrase,
    person, undoing,
};
use crate::opening;

/// Does `verb` on the data in `folder`.
pub(super) fn run(verb: Verb, folder: &Path, common: &Common, words: &Words) -> Exit {
    let key = match passphrase::key(folder, common.passphrase_file.as_deref(), words) {
        Ok(key) => key,
        Err(fault) => return locking::complain(&fault, common, words),
    };
    let house = match opening::open(
        folder,
        common.clock(),
        common.language(),
        Origin::CommandLine,
        key,
    ) {
        Ok((house, notices)) => {
            notices.iter().for_each(|notice| eprintln!("{notice}"));
            house
        }
        Err(closed) => {
            complain(&closed.problem, common);
            return if closed.busy {
                Exit::Busy
            } else {
                Exit::Failed
            };
        }
    };
    let done = match verb {
        Verb::Import {
            files,
            dry_run,
            report,
            replace,
        } => {
            let (archives, others): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|file| is_archive(file));
            let archives = archive::bring_in(&house, &archives, dry_run, replace, common);
            archives.and_then(|done| match others.as_slice() {
                [] => Ok(done),
                others => bring_in(&house, others, dry_run, report.as_deref(), common),
            })
        }
        Verb::Export {
            format: Format::Person,
            contact,
            out,
        } => person::take_out(&house, contact.as_deref().unwrap_or_default(), &out, common),
        Verb::Export { format, out, .. } => take_out(&house, format, &out, common),
        Verb::List { what, from, to } => listing::print(&house, what, from, to, common),
        Verb::Judge {
            at,
            minutes,
            kind,
            confidential,
        } => judging::print(&house, (at, minutes), kind, confidential, common),
        Verb::Search { words } => listing::print_found(&house, &words.join(" "), common),
        Verb::Backup { out } => backup::save(&house, &out, common),
        Verb::Restore {
            copy,
            dry_run,
            missing,
        } => {
            let extent = match missing {
                true => Extent::Missing,
                false => Extent::Whole,
            };
            backup::restore(&house, &copy, extent, dry_run, common)
        }
        Verb::Check => checked(&house, common, words),
        Verb::Repair => repaired(&house, common),
        Verb::Undo { step } => undoing::run(&house, step, common),
        // It works on a closed book, and was done before one is opened.
        Verb::Lock { .. } => Ok(Exit::Usage),
    };
    let closed = house.close();
    match (done, closed) {
        (Ok(exit), Ok(())) => exit,
        (Ok(_), Err(error)) => {
            complain(&Problem::of(&error.into(), &house.words()), common);
            Exit::Failed
        }
        (Err(fault), _) => {
            complain(
                &Problem::of(&fault.in_folder(house.folder()), &house.words()),
                common,
            );
            Exit::Failed
        }
    }
}

fn complain(problem: &Problem, common: &Common) {
    if common.json {
        eprintln!(
            "{}",
            json!({ "code": problem.code, "message": problem.message, "hint": problem.hint })
        );
    } else {
        eprintln!("{}", problem.message);
        if !problem.hint.is_empty() {
            eprintln!("{}", problem.hint);
        }
    }
}

fn bring_in(
    house: &House,
    files: &[PathBuf],
    dry_run: bool,
    report: Option<&Path>,
    common: &Common,
) -> Result<Exit, Fault> {
    let preview = import::preview(house, files, &mut |_, _, _| ())?;
    let words = house.words();
    for file in &preview.files {
        let counts = file.counts;
        if !common.json {
            let args = [
                ("name", file.name.as_str().into()),
                ("new", counts.new.into()),
                ("same", counts.same.into()),
                ("differs", counts.differs.into()),
                ("near", counts.near.into()),
                ("invalid", counts.invalid.into()),
            ];
            println!("{}", words.say("cli-previewed", &args));
        }
        if let Some(problem) = &file.problem {
            eprintln!("{}", problem.say(&words).0);
        }
    }
    for row in import::rows(
        house,
        &preview.ticket,
        Some(import::Match::Invalid),
        0,
        1_000,
    )?
    .rows
    {
        eprintln!("  {}", import::detail(&row, &words));
    }
    let failed = preview.files.iter().all(|file| file.problem.is_some());
    let total = preview.counts;
    let done = if dry_run || failed {
        None
    } else {
        let choice = import::Choice {
            skip: Vec::new(),
            take_differing: true,
            rows: BTreeMap::new(),
        };
        Some(import::run(
            house,
            &preview.ticket,
            &choice,
            &mut |_, _| (),
        )?)
    };
    if let Some(path) = report {
        import::report_to(house, Some(&preview.ticket), path)?;
    }
    if common.json {
        let counts = json!({
            "new": total.new, "same": total.same, "differs": total.differs, "near": total.near, "invalid": total.invalid
        });
        println!("{}", json!({ "counts": counts, "written": done.is_some() }));
    } else if let Some(done) = done {
        println!("{}", done.said);
    }
    Ok(if failed { Exit::Failed } else { Exit::Done })
}

fn take_out(house: &House, format: Format, out: &Path, common: &Common) -> Result<Exit, Fault> {
    let people = |format| export::people_to(house, format, out);
    let (count, what, said) = match format {
        Format::Ics => (
            export::calendar_to(house, out)?,
            "touchpoints",
            "cli-exported",
        ),
        Format::Vcf => (
            people(PeopleFormat::AsTheyCame)?,
            "contacts",
            "cli-exported-people",
        ),
        Format::Vcf3 => (
            people(PeopleFormat::Vcard3)?,
            "contacts",
            "cli-exported-people",
        ),
        Format::Vcf4 => (
            people(PeopleFormat::Vcard4)?,
            "contacts",
            "cli-exported-people",
        ),
        Format::Csv => (
            people(PeopleFormat::Csv)?,
            "contacts",
            "cli-exported-people",
        ),
        Format::Archive => return archive::take_out(house, out, common),
        Format::Person => return person::take_out(house, "", out, common),
    };
    if common.json {
        println!("{}", json!({ what: count, "path": out }));
    } else {
        let args = [("count", count.into()), ("name", file_name(out).into())];
        println!("{}", house.words().say(said, &args));
    }
    Ok(Exit::Done)
}

fn checked(house: &House, common: &Common, _: &Words) -> Result<Exit, Fault> {
    let report = check::check(house)?;
    if common.json {
        println!(
            "{}",
            json!({ "whole": report.faults.is_empty(), "records": report.records, "faults": report.faults })
        );
    } else {
        let words = house.words();
        report.faults.iter().for_each(|fault| println!("- {fault}"));
        let id = if report.faults.is_empty() {
            "cli-whole"
        } else {
            "cli-not-whole"
        };
        println!(
            "{}",
            words.say(
                id,
                &[
                    ("records", report.records.into()),
                    ("faults", report.faults.len().into())
                ]
            )
        );
    }
    Ok(if report.faults.is_empty() {
        Exit::Done
    } else {
        Exit::Failed
    })
}

fn repaired(house: &House, common: &Common) -> Result<Exit, Fault> {
    let mended = check::repair(house)?;
    if common.json {
        println!(
            "{}",
            json!({
                "whole": mended.left.is_empty(), "found": mended.found, "done": mended.done, "lost": mended.lost,
                "left": mended.left, "kept": mended.kept
            })
        );
    } else {
        let words = house.words();
        let list = |lines: &[String]| lines.iter().for_each(|line| println!("- {line}"));
        list(&mended.found);
        mended.done.iter().for_each(|line| println!("{line}"));
        list(&mended.lost);
        if mended.found.is_empty() {
            println!("{}", words.say("cli-repair-nothing", &[]));
        } else if mended.left.is_empty() {
            println!("{}", words.say("cli-repair-whole", &[]));
        } else {
            println!("{}", words.say("cli-repair-left", &[]));
            list(&mended.left);
        }
    }
    Ok(if mended.left.is_empty() {
        Exit::Done
    } else {
        Exit::Failed
    })
}
