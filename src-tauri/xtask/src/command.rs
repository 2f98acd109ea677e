//! Running other programs, and saying which one failed.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place::Place;
use crate::trouble::{Result, Trouble, While};

/// A program about to be run from the root of the checkout.
pub(crate) struct Call {
    command: Command,
    shown: String,
}

impl Call {
    /// `program` as found on the PATH (or an absolute path), run from the checkout's root.
    pub(crate) fn new(place: &Place, program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.current_dir(place.root());
        let shown = Path::new(program)
            .file_name()
            .unwrap_or(program)
            .to_string_lossy()
            .into_owned();
        Self { command, shown }
    }

    /// The cargo that started this workshop.
    pub(crate) fn cargo(place: &Place) -> Self {
        Self::new(
            place,
            std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        )
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    pub(crate) fn folder(mut self, inside: impl AsRef<Path>) -> Self {
        self.command.current_dir(inside);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn envs(mut self, all: impl IntoIterator<Item = (String, String)>) -> Self {
        self.command.envs(all);
        self
    }

    /// Runs it with its output shown; `true` when it ended well.
    pub(crate) fn status(mut self) -> Result<bool> {
        let status = self
            .command
            .status()
            .while_(format!("start `{}`", self.shown))?;
        Ok(status.success())
    }

    /// Runs it with its output shown; ending badly is an error.
    pub(crate) fn run(self) -> Result<()> {
        let shown = self.shown.clone();
        if self.status()? {
            Ok(())
        } else {
            Err(Trouble::new(format!("`{shown}` failed")))
        }
    }

    /// Runs it silently; `Some(stdout)` when it ended well.
    pub(crate) fn output(mut self) -> Result<Option<String>> {
        let output = self
            .command
            .output()
            .while_(format!("start `{}`", self.shown))?;
        Ok(output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
    }

    /// Runs it silently and returns what it printed, well ended or not.
    pub(crate) fn stdout(mut self) -> Result<String> {
        let output = self
            .command
            .output()
            .while_(format!("start `{}`", self.shown))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it with its standard output both shown and handed to `line`, one line at a time.
    pub(crate) fn tee(mut self, mut line: impl FnMut(&str)) -> Result<bool> {
        let doing = format!("run `{}`", self.shown);
        let mut child = self.command.stdout(Stdio::piped()).spawn().while_(&doing)?;
        if let Some(stdout) = child.stdout.take() {
            for text in BufReader::new(stdout).split(b'\n') {
                let text = text.while_(&doing)?;
                let text = String::from_utf8_lossy(&text);
                println!("{text}");
                line(&text);
            }
        }
        Ok(child.wait().while_(&doing)?.success())
    }

    /// The command itself, for a process that lives on.
    pub(crate) fn into_command(self) -> Command {
        self.command
    }
}

/// `always` where a person reads along, so that a piped cargo keeps its colours.
pub(crate) fn colours() -> &'static str {
    if std::io::stdout().is_terminal() {
        "always"
    } else {
        "never"
    }
}

/// Whether a program of that name is on the PATH.
pub(crate) fn is_there(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| {
            folder.join(program).is_file() || folder.join(format!("{program}.exe")).is_file()
        })
    })
}
