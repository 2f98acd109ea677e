//! Sudden death: `kill -9` at random instants, half of them before the book is open.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::books::{Book, age};
use crate::child::Call;
use crate::dice::Dice;
use crate::heard::Heard;
use crate::run::Plan;
use crate::table::Count;

/// Deaths in one life: the next life begins with a brand-new book.
const DEATHS: u64 = 40;
/// Acts that are long enough to be met by a kill only when they are looked for.
const LONG: [&str; 5] = [
    "snapshot",
    "export-archive",
    "import-ics",
    "import-archive",
    "bulk",
];

/// What a life came to.
#[derive(Default)]
struct Life {
    kills: u64,
    before_open: u64,
    acked: u64,
    /// Openings that met a state they had to build again, or bring to this version.
    rebuilt: u64,
    upgraded: u64,
    /// How many kills met each act.
    met: BTreeMap<String, u64>,
    failures: Vec<String>,
}

pub(crate) fn run(plan: &Plan) -> Count {
    let began = Instant::now();
    let wanted = plan.kills;
    let lives = plan.lanes.share(wanted.div_ceil(DEATHS), |number| {
        let left = wanted.saturating_sub(number * DEATHS).min(DEATHS);
        let life = live(plan, number, left);
        plan.progress("kills", left);
        life
    });
    let mut count = Count::named("kill -9");
    let mut all = Life::default();
    for life in lives {
        count.times += life.kills;
        count.acked += life.acked;
        count.failures.extend(life.failures);
        all.before_open += life.before_open;
        all.rebuilt += life.rebuilt;
        all.upgraded += life.upgraded;
        for (act, times) in life.met {
            *all.met.entry(act).or_default() += times;
        }
    }
    let of = |act: &str| all.met.get(act).copied().unwrap_or(0);
    let during: u64 = all.met.values().sum();
    count.notes = vec![
        format!("{} before open was complete", all.before_open),
        format!("{during} in the middle of an act ({} kinds)", all.met.len()),
        format!(
            "{} of a snapshot, {} of an export",
            of("snapshot"),
            of("export-archive")
        ),
        format!(
            "{} states built again, {} brought up, on the way",
            all.rebuilt, all.upgraded
        ),
    ];
    count.took = began.elapsed();
    count
}

fn live(plan: &Plan, number: u64, deaths: u64) -> Life {
    let mut life = Life::default();
    if let Err(error) = go_on(plan, number, deaths, &mut life) {
        life.failures.push(format!("kills, life {number}: {error}"));
    }
    life
}

fn go_on(plan: &Plan, number: u64, deaths: u64, life: &mut Life) -> io::Result<()> {
    let mut dice = Dice::of(plan.seed, "kills", number);
    let mut book = Book::nowhere(plan.locked)?;
    let mut opens_in = Duration::from_millis(120);
    for death in 0..deaths {
        harm(&mut dice, &book.data())?;
        let only = dice.one_in(5).then(|| LONG[dice.index(LONG.len())]);
        let call = Call {
            only,
            check: dice.one_in(3),
            day: i64::try_from(death / 4).unwrap_or(0),
            ..book.call(dice.next())
        };
        let mut worker = call.start()?;
        // Some of those that should die before come to be open all the same: a few more are sent.
        if dice.below(20) < 11 {
            std::thread::sleep(opens_in.mul_f64(dice.share()));
        } else {
            if let Some(took) = worker.opened() {
                // The quicker ones count: who waits too long meets an open book.
                opens_in = opens_in.mul_f64(1.05).min(took);
            }
            std::thread::sleep(Duration::from_millis(dice.below(500)));
        }
        let heard = worker.kill()?;
        life.kills += 1;
        judge(
            &heard,
            &book,
            life,
            &format!("kills, life {number}, death {death}"),
        );
        book.take(heard);
        if !life.failures.is_empty() {
            // A book that lost something would be blamed again and again.
            keep(&book, number);
            return Ok(());
        }
    }
    let last = Call {
        acts: Some(3),
        check: true,
        close: true,
        ..book.call(dice.next())
    };
    let heard = last.finish()?;
    judge(
        &heard,
        &book,
        life,
        &format!("kills, life {number}, its last opening"),
    );
    book.take(heard);
    life.acked = book.acked;
    Ok(())
}

fn judge(heard: &Heard, book: &Book, life: &mut Life, at: &str) {
    match &heard.opened {
        None => life.before_open += 1,
        Some(opened) => {
            life.rebuilt += u64::from(opened.quarantined);
            life.upgraded += u64::from(opened.upgraded);
        }
    }
    if let Some(act) = &heard.doing {
        *life.met.entry(act.clone()).or_default() += 1;
    }
    if let Some(wrong) = book.wrong(heard) {
        life.failures.push(format!("{at}: {wrong}"));
    }
}

/// Now and then the next opening has more to do: a state that is gone, wrecked, or of an earlier
/// version. The kill may come while it is built again.
fn harm(dice: &mut Dice, data: &Path) -> io::Result<()> {
    let state = match fs::read_dir(data) {
        Ok(entries) => entries
            .flatten()
            .map(|entry| entry.path())
            .find(|path| path.to_string_lossy().contains("state.") && path.join("db").exists()),
        Err(_) => None,
    };
    let Some(state) = state else { return Ok(()) };
    // The journal must have everything: nothing but the state is harmed.
    match dice.below(16) {
        0 => fs::remove_dir_all(state),
        1 => fs::write(state.join("db"), vec![0xa5; 70_000]),
        2 | 3 => age(data),
        _ => Ok(()),
    }
}

/// What was lost is worth looking at: with `SENTIER_TORTURE_KEEP` the folder stays.
fn keep(book: &Book, number: u64) {
    if let Some(to) = std::env::var_os("SENTIER_TORTURE_KEEP") {
        let to = Path::new(&to).join(format!("kills-{number}"));
        // Keeping it is a help, no more.
        let _ = crate::child::copy_folder(book.home.path(), &to);
    }
}
