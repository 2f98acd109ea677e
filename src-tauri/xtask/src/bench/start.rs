//! Start and memory: the app at each size of history in turns with an empty Tauri window.
//!
//! Cold processes, warm page cache. Each round starts every candidate once, so that whatever slows
//! the machine for a minute slows all of them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::frame::Frames;
use super::house::NOW;
use super::table::{Line, median};
use super::{calendar, house, process};
use crate::app::{self, Profile};
use crate::cli::BenchOptions;
use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::screen::Screen;
use crate::trouble::{Result, Trouble, While};

/// How long each start is watched: painting must be over well before.
const SPAN: Duration = Duration::from_secs(4);

/// Before memory is read, so that what only the start needed is given back.
const IDLE: Duration = Duration::from_secs(3);

/// Times the empty window, at every size: the history must not be felt.
const GOAL_START: f64 = 1.15;

/// Times the empty window's memory, up to so many touchpoints.
const GOAL_MEMORY: [(usize, f64); 3] = [(10_000, 1.09), (100_000, 1.15), (1_000_000, 1.79)];

struct Candidate {
    name: String,
    size: usize,
    binary: PathBuf,
    args: Vec<String>,
    painted: Vec<f64>,
    first: Vec<f64>,
    memory: Vec<f64>,
}

/// Measures and compares; the first candidate is the baseline of the others.
pub(super) fn measure(place: &Place, options: &BenchOptions) -> Result<Vec<Line>> {
    needs::ensure(place, Purpose::Window)?;
    let mut candidates = candidates(place, &options.sizes)?;
    let screen = Screen::start(place)?;
    // One start of each that does not count: it fills the page cache.
    for round in 0..=options.rounds {
        for candidate in &mut candidates {
            let (first, painted, memory) = once(place, &screen, candidate)?;
            if round == 0 {
                continue;
            }
            println!(
                "  round {round}: {:28} painted {painted:6.0} ms, {memory:4.0} MB",
                candidate.name
            );
            candidate.first.push(first);
            candidate.painted.push(painted);
            candidate.memory.push(memory);
        }
    }
    Ok(lines(&candidates))
}

fn candidates(place: &Place, sizes: &[usize]) -> Result<Vec<Candidate>> {
    let binary = app::binary(place, Profile::Release)?;
    let empty = app::example(place, "sentier", "empty_window")?;
    let mut all = vec![candidate("empty Tauri window", 0, empty, Vec::new())];
    for size in sizes {
        let file = calendar::write(&place.kept("bench"), *size)?;
        let data = house::lived_in(place, &binary, &format!("house-{size}"), &[file])?;
        let args = vec![
            "--now".to_owned(),
            NOW.to_owned(),
            "--data-dir".to_owned(),
            data.display().to_string(),
        ];
        all.push(candidate(
            &format!("Sentier, {size} touchpoints"),
            *size,
            binary.clone(),
            args,
        ));
    }
    Ok(all)
}

fn candidate(name: &str, size: usize, binary: PathBuf, args: Vec<String>) -> Candidate {
    Candidate {
        name: name.to_owned(),
        size,
        binary,
        args,
        painted: vec![],
        first: vec![],
        memory: vec![],
    }
}

/// Milliseconds to the first pixel, milliseconds until painted, megabytes when idle.
fn once(place: &Place, screen: &Screen, candidate: &Candidate) -> Result<(f64, f64, f64)> {
    let mut frames = Frames::open(&screen.frame())?;
    let mut command = Call::new(place, &candidate.binary)
        .args(&candidate.args)
        .envs(screen.env())
        .env("HOME", screen.home())
        .env("LANG", "fr_FR.UTF-8")
        .env("TZ", "Europe/Paris")
        .into_command();
    let began = Instant::now();
    let mut child = command
        .spawn()
        .while_(format!("start {}", candidate.name))?;
    let seen = frames.watch(began, SPAN);
    std::thread::sleep(IDLE);
    let alive = child
        .try_wait()
        .while_("ask whether it still runs")?
        .is_none();
    let tree = process::tree(child.id());
    let memory = process::memory(child.id());
    end(place, &mut child, &tree)?;
    let seen = seen?;
    if !alive {
        return Err(Trouble::new(format!("{} ended by itself", candidate.name)));
    }
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    Ok((ms(seen.first), ms(seen.last), memory))
}

/// Ends a process and waits until nothing of its tree is left, so that the next start is cold.
fn end(place: &Place, child: &mut std::process::Child, tree: &[u32]) -> Result<()> {
    Call::new(place, "kill")
        .args([child.id().to_string()])
        .status()?;
    child.wait().while_("wait for its end")?;
    let began = Instant::now();
    while tree
        .iter()
        .any(|id| std::path::Path::new(&format!("/proc/{id}")).exists())
    {
        if began.elapsed() > Duration::from_secs(10) {
            return Err(Trouble::new(
                "a process of the last start is still there after 10 s",
            ));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(300));
    Ok(())
}

fn lines(candidates: &[Candidate]) -> Vec<Line> {
    let Some((empty, apps)) = candidates.split_first() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for app in apps {
        lines.push(Line {
            figure: format!("start → painted week: {}", app.name),
            value: median(&app.painted),
            unit: "ms".to_owned(),
            baseline: Some((empty.name.clone(), median(&empty.painted))),
            goal: Some(GOAL_START),
            most: None,
        });
    }
    for app in apps {
        lines.push(Line {
            figure: format!("idle memory of the tree (PSS): {}", app.name),
            value: median(&app.memory),
            unit: "MB".to_owned(),
            baseline: Some((empty.name.clone(), median(&empty.memory))),
            goal: GOAL_MEMORY
                .iter()
                .find(|(most, _)| app.size <= *most)
                .map(|(_, goal)| *goal),
            most: None,
        });
    }
    lines
}
