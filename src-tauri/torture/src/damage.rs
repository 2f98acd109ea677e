//! Files are damaged: cut short, bits flipped, pages zeroed, gone, exchanged, or as they were
//! earlier. A single fault must cost nothing that was acknowledged; after several, whatever is
//! lost must have been told: on opening, by the check, or by refusing to open.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::books::{self, Book, files_under};
use crate::child::{Call, copy_folder};
use crate::dice::Dice;
use crate::needle;
use crate::run::Plan;
use crate::table::Count;

/// Trials on copies of one book.
const TRIALS: u64 = 20;

/// What a fault is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    State,
    Journal,
    Snapshots,
    /// `VERSION`, `clean`, and the index of a search.
    Marks,
    /// Files that were brought in: there is one copy of each.
    Attic,
    /// Fields too long for the state: they are in journal and snapshots as well.
    Long,
}

impl Where {
    fn of(path: &Path, data: &Path) -> Self {
        let inside = path.strip_prefix(data).unwrap_or(path).to_string_lossy();
        let inside = inside.replace('\\', "/");
        match inside.split('/').next().unwrap_or_default() {
            name if name.starts_with("state.") => Self::State,
            name if name.starts_with("journal-") => Self::Journal,
            "snapshots" => Self::Snapshots,
            "attic" if inside.starts_with("attic/long") => Self::Long,
            "attic" => Self::Attic,
            _ => Self::Marks,
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Harm {
    Flip,
    Truncate,
    ZeroPage,
    Gone,
    /// As the file of this name was earlier.
    Older,
    /// In the place of another of its kind.
    Exchanged,
}

const HARMS: [Harm; 8] = [
    Harm::Flip,
    Harm::Flip,
    Harm::Flip,
    Harm::Truncate,
    Harm::ZeroPage,
    Harm::Gone,
    Harm::Older,
    Harm::Exchanged,
];

pub(crate) fn run(plan: &Plan) -> Vec<Count> {
    let began = Instant::now();
    let books = plan.damages.div_ceil(TRIALS);
    let lives = plan.lanes.share(books, |number| {
        let left = plan.damages.saturating_sub(number * TRIALS).min(TRIALS);
        let tried = trials(plan, number, left).unwrap_or_else(|error| Tried {
            failures: vec![format!("damage, book {number}: {error}")],
            ..Tried::default()
        });
        plan.progress("damage", left);
        tried
    });
    let mut single = Count::named("damage, one fault");
    let mut several = Count::named("damage, several faults");
    let mut all = Tried::default();
    for tried in lives {
        single.times += tried.single;
        several.times += tried.several;
        single.acked += tried.acked;
        all.mended += tried.mended;
        all.named += tried.named;
        all.lost += tried.lost;
        all.refused += tried.refused;
        single.failures.extend(tried.failures);
    }
    several.acked = single.acked;
    single.notes = vec![
        format!("{} seen by the check and mended", all.mended),
        format!("{} files of the attic lost and named", all.named),
    ];
    several.notes = vec![
        format!("{} lost something and said so", all.lost),
        format!("{} refused to open, nothing changed", all.refused),
        "silent losses count as failures of the line above".to_owned(),
    ];
    single.took = began.elapsed();
    vec![single, several]
}

#[derive(Default)]
struct Tried {
    single: u64,
    several: u64,
    acked: u64,
    mended: u64,
    named: u64,
    lost: u64,
    refused: u64,
    failures: Vec<String>,
}

fn trials(plan: &Plan, number: u64, wanted: u64) -> io::Result<Tried> {
    let mut dice = Dice::of(plan.seed, "damage", number);
    let mut tried = Tried::default();
    let mut book = Book::made(plan.locked, dice.next(), 12, dice.one_in(2))?;
    let earlier = book.home.path().join("earlier");
    copy_folder(&book.data(), &earlier)?;
    // Closed in order, or left as a kill leaves it.
    let acts = 12 + dice.below(20);
    book.more(dice.next(), acts, dice.one_in(2))?;
    tried.acked = book.acked;
    for trial in 0..wanted {
        let faults = if dice.one_in(4) { 2 + dice.below(2) } else { 1 };
        let home = books::folder()?;
        let copy = Book {
            home,
            ledger: book.ledger.clone(),
            acked: 0,
            locked: plan.locked,
        };
        copy_folder(&book.data(), &copy.data())?;
        let mut done = Vec::new();
        for _ in 0..faults {
            if let Some(fault) = fault(&mut dice, &copy.data(), &earlier)? {
                done.push(fault);
            }
        }
        let at = format!("damage, book {number}, trial {trial}, {done:?}");
        judge(&copy, &done, dice.next(), &at, &mut tried)?;
    }
    Ok(tried)
}

/// Does one harm, and says where, and what.
fn fault(
    dice: &mut Dice,
    data: &Path,
    earlier: &Path,
) -> io::Result<Option<(Where, Harm, String)>> {
    let all = files_under(data)?;
    // Each place as often as another, however many files it has.
    let places = [
        Where::State,
        Where::State,
        Where::Journal,
        Where::Journal,
        Where::Snapshots,
        Where::Marks,
        Where::Attic,
        Where::Long,
    ];
    let place = places[dice.index(places.len())];
    let there: Vec<&PathBuf> = all
        .iter()
        .filter(|path| Where::of(path, data) == place)
        .collect();
    let Some(path) = dice.pick(&there).copied() else {
        return Ok(None);
    };
    let harm = HARMS[dice.index(HARMS.len())];
    let name = path
        .strip_prefix(data)
        .unwrap_or(path)
        .display()
        .to_string();
    let older = earlier.join(path.strip_prefix(data).unwrap_or(path));
    let mut bytes = fs::read(path)?;
    match harm {
        Harm::Flip if !bytes.is_empty() => {
            let at = dice.index(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
        Harm::Truncate => bytes.truncate(dice.index(bytes.len())),
        Harm::ZeroPage => {
            let at = dice.index(bytes.len());
            bytes
                .iter_mut()
                .skip(at)
                .take(4_096)
                .for_each(|byte| *byte = 0);
        }
        Harm::Gone => {
            fs::remove_file(path)?;
            return Ok(Some((place, harm, name)));
        }
        Harm::Older => match fs::read(&older) {
            Ok(older) => bytes = older,
            Err(_) => return Ok(None),
        },
        Harm::Exchanged => match dice.pick(&there) {
            Some(other) if *other != path => {
                let others = fs::read(other)?;
                fs::write(other, &bytes)?;
                bytes = others;
            }
            _ => return Ok(None),
        },
        Harm::Flip => return Ok(None),
    }
    fs::write(path, bytes)?;
    Ok(Some((place, harm, name)))
}

fn judge(
    copy: &Book,
    done: &[(Where, Harm, String)],
    seed: u64,
    at: &str,
    tried: &mut Tried,
) -> io::Result<()> {
    // Two files that changed places are two faults.
    let exchanged = done
        .iter()
        .any(|(_, harm, _)| matches!(harm, Harm::Exchanged));
    let single = done.len() <= 1 && !exchanged;
    if single {
        tried.single += 1;
    } else {
        tried.several += 1;
    }
    let call = Call {
        acts: Some(1),
        repair: true,
        close: true,
        ..copy.call(seed)
    };
    let heard = call.finish()?;
    // A damaged file need not look sealed; there is nothing to be read in it all the same.
    let shown = copy.locked.then(|| needle::read_in(&copy.data())).flatten();
    if let Some(what) = shown {
        tried.failures.push(format!("{at}: it shows {what}"));
        return Ok(());
    }
    if let Some(trouble) = heard.trouble.as_ref().or(heard.broke.as_ref()) {
        tried.failures.push(format!("{at}: {trouble}"));
        return Ok(());
    }
    if let Some(why) = &heard.refused {
        if single {
            tried.failures.push(format!("{at}: refused: {why}"));
        } else {
            tried.refused += 1;
        }
        return Ok(());
    }
    let told = heard
        .opened
        .as_ref()
        .is_some_and(|opened| opened.damaged > 0)
        || !heard.flaws.is_empty();
    // What counts is what is there once it was mended.
    let now = heard.again.as_ref().or(heard.first.as_ref());
    let (Some(now), Some(touched)) = (now, heard.touched.as_ref()) else {
        tried
            .failures
            .push(format!("{at}: it said nothing of what is there"));
        return Ok(());
    };
    let lost = copy.ledger.lost_in(now, touched);
    let in_attic = done.iter().any(|(place, ..)| *place == Where::Attic);
    match lost {
        Some(lost) if !told => tried
            .failures
            .push(format!("{at}: lost in silence: {lost}")),
        Some(lost) if single => tried.failures.push(format!("{at}: a single fault: {lost}")),
        Some(_) => tried.lost += 1,
        None if !heard.left.is_empty() && in_attic => tried.named += 1,
        None if !heard.left.is_empty() && single => {
            tried
                .failures
                .push(format!("{at}: not mended: {:?}", heard.left));
        }
        None if told => tried.mended += 1,
        None => {}
    }
    Ok(())
}
