//! `sentier list history` and `sentier undo`: what was done, and the way back.

use chrono::NaiveDate;
use wire::{Eye, HistoryLine};
use workflows::undo::Turned;
use workflows::{Fault, House, history, undo};

use super::listing::print_json;
use super::{Common, Exit};

/// What was done on the days asked for, the latest first.
pub(super) fn print(
    house: &House,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    common: &Common,
) -> Result<Exit, Fault> {
    const AT_ONCE: usize = 500;
    let mut lines = Vec::new();
    let mut asked = history::Asked {
        limit: AT_ONCE,
        ..history::Asked::default()
    };
    loop {
        let some = history::lines(house, &asked)?;
        let Some(last) = some.last() else { break };
        asked.before = last.steps.last().copied();
        let over = from.is_some_and(|from| last.at.date() < from);
        lines.extend(some.into_iter().filter(|line| {
            let day = line.at.date();
            from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
        }));
        if over {
            break;
        }
    }
    let lines: Vec<HistoryLine> = lines.into_iter().map(HistoryLine::from).collect();
    if common.json {
        return print_json(&lines);
    }
    lines
        .iter()
        .for_each(|line| println!("{}", said(house, line)));
    Ok(Exit::Done)
}

/// Takes the last step back, or the one of this number when nothing later depends on it.
pub(super) fn run(house: &House, step: Option<u64>, common: &Common) -> Result<Exit, Fault> {
    let Some(step) = step else {
        let done = undo::undo(house)?;
        let nothing = || house.words().say("cli-undo-nothing", &[]);
        if common.json {
            print_json(&done.map(|done| Eye::on(house).done(done)))?;
        } else {
            println!("{}", done.map_or_else(nothing, |done| done.said));
        }
        return Ok(Exit::Done);
    };
    let turned = undo::take_back(house, &[step], false)?;
    let exit = match &turned {
        Turned::Done(_) => Exit::Done,
        Turned::Depends { .. } => Exit::Failed,
    };
    match turned {
        turned if common.json => drop(print_json(&Eye::on(house).turned(turned))?),
        Turned::Done(done) => println!("{}", done.said),
        Turned::Depends { on, .. } => {
            eprintln!("{}", house.words().say("cli-undo-depends", &[]));
            for line in on.into_iter().map(HistoryLine::from) {
                eprintln!("  {}", said(house, &line));
            }
        }
    }
    Ok(exit)
}

fn said(house: &House, line: &HistoryLine) -> String {
    let HistoryLine {
        seq, when, said, ..
    } = line;
    let undone = if line.undone {
        format!("  ({})", house.words().say("cli-undone", &[]))
    } else {
        String::new()
    };
    format!("{seq:>8}  {when}  {said}{undone}")
}
