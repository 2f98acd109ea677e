//! A worker from outside: how it is started, what it says, and how it ends.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::ledger::{Ledger, Touched};

/// How long a worker may take for what it was asked to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(180);

/// What a worker is asked to do.
#[derive(Debug, Clone, Default)]
pub(crate) struct Call {
    pub(crate) data: PathBuf,
    pub(crate) files: PathBuf,
    pub(crate) seed: u64,
    pub(crate) since: u64,
    /// None: until it is killed.
    pub(crate) acts: Option<u64>,
    pub(crate) only: Option<&'static str>,
    pub(crate) check: bool,
    pub(crate) repair: bool,
    pub(crate) close: bool,
    pub(crate) armed: bool,
    pub(crate) day: i64,
    /// Environment besides: the shim's.
    pub(crate) with: Vec<(&'static str, String)>,
}

impl Call {
    fn command(&self) -> std::io::Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        let (seed, since) = (self.seed.to_string(), self.since.to_string());
        let day = self.day.to_string();
        command.args(["work", "--seed", &seed, "--since", &since, "--day", &day]);
        command.arg("--data").arg(&self.data);
        command.arg("--files").arg(&self.files);
        if let Some(acts) = self.acts {
            command.args(["--acts", &acts.to_string()]);
        }
        if let Some(only) = self.only {
            command.args(["--only", only]);
        }
        let flags = [
            (self.check, "--check"),
            (self.repair, "--repair"),
            (self.close, "--close"),
            (self.armed, "--armed"),
        ];
        command.args(flags.iter().filter(|(set, _)| *set).map(|(_, flag)| flag));
        command.envs(self.with.iter().map(|(name, value)| (name, value)));
        command.env("RUST_BACKTRACE", "0").env("TZ", "Europe/Paris");
        Ok(command)
    }

    /// Starts it.
    pub(crate) fn start(&self) -> std::io::Result<Worker> {
        std::fs::create_dir_all(&self.files)?;
        let began = Instant::now();
        let mut child = self
            .command()?
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let opened = Arc::new(AtomicBool::new(false));
        let seen = opened.clone();
        let mut out = child.stdout.take();
        let words = std::thread::spawn(move || {
            let mut heard = Vec::new();
            let mut room = vec![0; 1 << 16];
            while let Some(read) = out.as_mut().and_then(|out| out.read(&mut room).ok()) {
                if read == 0 {
                    break;
                }
                heard.extend_from_slice(&room[..read]);
                if !seen.load(Ordering::Relaxed) && heard.starts_with(b"open ") {
                    seen.store(true, Ordering::Release);
                }
            }
            heard
        });
        let mut err = child.stderr.take();
        let troubles = std::thread::spawn(move || {
            let mut text = Vec::new();
            // What cannot be read of it is not missed.
            let _ = err.as_mut().map(|err| err.read_to_end(&mut text));
            text
        });
        Ok(Worker {
            child,
            words,
            troubles,
            opened,
            began,
        })
    }

    /// Starts it and lets it come to its end.
    pub(crate) fn finish(&self) -> std::io::Result<Heard> {
        self.start()?.finish()
    }
}

/// A worker that lives.
pub(crate) struct Worker {
    child: std::process::Child,
    words: JoinHandle<Vec<u8>>,
    troubles: JoinHandle<Vec<u8>>,
    opened: Arc<AtomicBool>,
    began: Instant,
}

impl Worker {
    /// Waits until it has the book open, and says how long that took; nothing when it ended before.
    pub(crate) fn opened(&mut self) -> Option<Duration> {
        while !self.opened.load(Ordering::Acquire) {
            if self.began.elapsed() > PATIENCE || !matches!(self.child.try_wait(), Ok(None)) {
                return None;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Some(self.began.elapsed())
    }

    /// Kills it, as `kill -9` does.
    pub(crate) fn kill(mut self) -> std::io::Result<Heard> {
        // It may have come to its end by itself.
        let _ = self.child.kill();
        self.heard(true)
    }

    /// Waits for its end; one that does not come to it hangs.
    pub(crate) fn finish(mut self) -> std::io::Result<Heard> {
        while matches!(self.child.try_wait(), Ok(None)) {
            if self.began.elapsed() > PATIENCE {
                let _ = self.child.kill();
                let heard = self.heard(true)?;
                return Ok(Heard {
                    trouble: Some(format!("it hung in {:?}", heard.doing)),
                    ..heard
                });
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        self.heard(false)
    }

    fn heard(mut self, killed: bool) -> std::io::Result<Heard> {
        let status = self.child.wait()?;
        let words = self.words.join().unwrap_or_default();
        let troubles = self.troubles.join().unwrap_or_default();
        let mut heard = Heard::of(&words);
        let died = !killed && !status.success() && heard.refused.is_none();
        let panicked = String::from_utf8_lossy(&troubles).contains("panicked");
        if (died && heard.broke.is_none()) || panicked {
            let text = String::from_utf8_lossy(&troubles);
            let end: String = text.lines().rev().take(12).collect::<Vec<_>>().join(" ← ");
            heard.trouble = Some(format!("{status} in {:?}: {end}", heard.doing));
        }
        Ok(heard)
    }
}

/// What happened on opening, as the worker says it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Opened {
    pub(crate) damaged: u64,
    pub(crate) quarantined: bool,
    pub(crate) upgraded: bool,
}

/// Everything a worker said.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) opened: Option<Opened>,
    pub(crate) touched: Option<Touched>,
    /// What there was once it was open.
    pub(crate) first: Option<Ledger>,
    /// What there was after a repair.
    pub(crate) again: Option<Ledger>,
    /// What there was at the last acknowledgement.
    pub(crate) ledger: Ledger,
    pub(crate) acked: u64,
    /// Acts that ended in a typed no: kind and words.
    pub(crate) nos: Vec<String>,
    /// Acts acknowledged while something had gone wrong with the journal before.
    pub(crate) after_no: u64,
    /// What it had begun last and not said to be done.
    pub(crate) doing: Option<String>,
    pub(crate) flaws: Vec<String>,
    pub(crate) checked: usize,
    pub(crate) lost: Vec<String>,
    pub(crate) left: Vec<String>,
    /// Archives that have their name and are not whole.
    pub(crate) half: Vec<String>,
    pub(crate) refused: Option<String>,
    pub(crate) broke: Option<String>,
    pub(crate) bye: bool,
    /// The disk did say no.
    pub(crate) fired: bool,
    /// It panicked, hung, or died by itself.
    pub(crate) trouble: Option<String>,
}

impl Heard {
    /// What was said, whole lines only.
    pub(crate) fn of(said: &[u8]) -> Self {
        let end = said
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let text = String::from_utf8_lossy(&said[..end]);
        let mut heard = Self::default();
        let mut changes: Vec<(String, Option<u64>)> = Vec::new();
        let mut writes_failed = false;
        for line in text.lines() {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "open" => heard.opened = Some(opened(rest)),
                "touched" => {
                    let keys: BTreeSet<String> = rest.split(' ').map(str::to_owned).collect();
                    heard.touched = Some(Touched::Known(keys));
                }
                "touched-too-much" => heard.touched = Some(Touched::TooMuch),
                "all" => changes.clear(),
                "+" => {
                    if let Some((key, hash)) = rest.split_once(' ') {
                        changes.push((key.to_owned(), hash.parse().ok()));
                    }
                }
                "-" => changes.push((rest.to_owned(), None)),
                "is" => {
                    heard.ledger.records.clear();
                    heard.take(&mut changes, rest);
                    if heard.first.is_none() {
                        heard.first = Some(heard.ledger.clone());
                    } else {
                        heard.again = Some(heard.ledger.clone());
                    }
                }
                "ack" => {
                    let wrote = !changes.is_empty();
                    heard.take(&mut changes, rest);
                    heard.acked += 1;
                    heard.doing = None;
                    heard.after_no += u64::from(writes_failed && wrote);
                }
                "no" => {
                    heard.take(&mut changes, rest);
                    heard.doing = None;
                    heard.nos.push(rest.to_owned());
                    writes_failed |= rest.contains("os error 5") || rest.contains("durable");
                }
                "begin" => heard.doing = Some(rest.to_owned()),
                "flaw" => heard.flaws.push(rest.to_owned()),
                "checked" => heard.checked += 1,
                "lost" => heard.lost.push(rest.to_owned()),
                "left" => heard.left.push(rest.to_owned()),
                "half" => heard.half.push(rest.to_owned()),
                "refused" => heard.refused = Some(rest.to_owned()),
                "broke" => heard.broke = Some(rest.to_owned()),
                "bye" => heard.bye = true,
                "fired" => heard.fired = true,
                _ => {}
            }
        }
        heard
    }

    fn take(&mut self, changes: &mut Vec<(String, Option<u64>)>, rest: &str) {
        for (key, hash) in changes.drain(..) {
            match hash {
                Some(hash) => self.ledger.records.insert(key, hash),
                None => self.ledger.records.remove(&key),
            };
        }
        let seq = rest.split(' ').next().and_then(|seq| seq.parse().ok());
        self.ledger.seq = seq.unwrap_or(self.ledger.seq);
    }

    /// What is wrong with this opening of a book of which `acked` was acknowledged; nothing when it
    /// is all there. Without damage there is nothing to forgive.
    pub(crate) fn wrong(&self, acked: &Ledger) -> Option<String> {
        if let Some(trouble) = &self.trouble {
            return Some(trouble.clone());
        }
        if let Some(why) = &self.refused {
            return Some(format!("the book was refused: {why}"));
        }
        if let Some(why) = &self.broke {
            return Some(format!("the worker broke: {why}"));
        }
        let damaged = self.opened.as_ref().map_or(0, |opened| opened.damaged);
        if damaged > 0 {
            return Some(format!("{damaged} frames were damaged"));
        }
        if let Some(flaw) = self.flaws.first() {
            return Some(format!("the check found: {flaw}"));
        }
        if let Some(half) = self.half.first() {
            return Some(format!("half an archive has its name: {half}"));
        }
        self.lost(acked)
    }

    /// What was acknowledged and is not there.
    pub(crate) fn lost(&self, acked: &Ledger) -> Option<String> {
        let (first, touched) = (self.first.as_ref()?, self.touched.as_ref()?);
        acked.lost_in(first, touched)
    }
}

fn opened(rest: &str) -> Opened {
    let numbers: Vec<u64> = rest.split(' ').filter_map(|n| n.parse().ok()).collect();
    let at = |n: usize| numbers.get(n).copied().unwrap_or(0);
    Opened {
        damaged: at(2),
        quarantined: at(3) > 0,
        upgraded: at(6) > 0,
    }
}

/// Copies a folder as it lies.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
