//! A worker from outside: how it is started, and how it ends.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::heard::Heard;
use crate::needle;
use crate::work::LOGGED;

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
    /// The book is locked, or gets its lock first.
    pub(crate) locked: bool,
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
            (self.locked, "--locked"),
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
            locked: self.locked,
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
    locked: bool,
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
        // sled's own panics stop at the store's wall, and are printed all the same.
        let panicked = String::from_utf8_lossy(&troubles).lines().any(|line| {
            let logged = line.starts_with(LOGGED);
            !logged && line.contains("panicked") && !line.contains("/sled-0.34")
        });
        if (died && heard.broke.is_none()) || panicked {
            let text = String::from_utf8_lossy(&troubles);
            let end: String = text.lines().rev().take(12).collect::<Vec<_>>().join(" ← ");
            heard.trouble = Some(format!("{status} in {:?}: {end}", heard.doing));
        }
        if let Some(said) = needle::said_in(&troubles).filter(|_| self.locked) {
            heard.trouble = Some(format!("it said {said} aloud in {:?}", heard.doing));
        }
        Ok(heard)
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
