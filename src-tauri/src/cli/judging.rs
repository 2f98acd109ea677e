//! `sentier judge`: what the rules of a day say of a place in it, as the drag asks them.

use chrono::NaiveDateTime;
use domain::{Kind, Takes};
use wire::Eye;
use workflows::reschedule::{self, Reschedule, Scope, Subject, Target};
use workflows::{Fault, House};

use super::listing::print_json;
use super::{Common, Exit, Met};

/// Prints the verdict; refused is exit 1.
pub(super) fn print(
    house: &House,
    (start, minutes): (NaiveDateTime, u32),
    kind: Met,
    confidential: bool,
    common: &Common,
) -> Result<Exit, Fault> {
    let kind = match kind {
        Met::Phone => Kind::Phone,
        Met::Video => Kind::Video,
        Met::InPerson => Kind::InPerson,
    };
    let answer = reschedule::judge(
        house,
        Reschedule {
            subject: Subject::New {
                takes: Takes::Meeting(kind),
                confidential,
            },
            to: Target::Timed {
                start,
                minutes: minutes.clamp(5, 24 * 60),
            },
            scope: Scope::This,
            copy: false,
            force: false,
        },
    )?;
    let verdict = Eye::on(house).verdict(&answer);
    let exit = match verdict.level {
        wire::Level::Free | wire::Level::Tight => Exit::Done,
        wire::Level::Refused => Exit::Failed,
    };
    if common.json {
        return print_json(&verdict).map(|_| exit);
    }
    let mark = match verdict.level {
        wire::Level::Free => "✓",
        wire::Level::Tight => "~",
        wire::Level::Refused => "×",
    };
    println!("{mark}  {}", verdict.when);
    verdict.why.iter().for_each(|why| println!("   {why}"));
    for near in &verdict.nearest {
        println!("→  {}", near.label);
    }
    Ok(exit)
}
