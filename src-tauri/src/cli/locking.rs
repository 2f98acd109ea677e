//! `sentier lock`: the lock of the closed book, on the workflows the window calls.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Value, json};
use store::{Progress, Turned};
use vault::Cost;
use words::Words;
use workflows::lock::{self, LockFault};

use super::{Common, Exit, passphrase};

/// What can be done with a lock. Its words are in `cli.ftl`.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum Lock {
    /// Seals the book.
    On {
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Opens it for good.
    Off,
    /// Another passphrase.
    Change {
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Another recovery code.
    Code,
    /// Another passphrase, by the recovery code.
    Recover {
        #[arg(long, value_name = "FILE")]
        code_file: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Whether there is a lock.
    Status,
}

/// Does `what` to the book in `folder`.
pub(super) fn run(what: &Lock, folder: &Path, common: &Common, words: &Words) -> Exit {
    let done = perform(what, folder, common, words);
    match done {
        Ok((said, value)) => {
            match common.json {
                true => println!("{value}"),
                false => println!("{said}"),
            }
            Exit::Done
        }
        Err(fault) => complain(&fault, common, words),
    }
}

/// Says why something of the lock did not go.
pub(super) fn complain(fault: &LockFault, common: &Common, words: &Words) -> Exit {
    let (message, hint) = fault.say(words);
    let (busy, code) = match fault {
        LockFault::Busy => (true, "busy"),
        LockFault::Wrong => (false, "wrong"),
        _ => (false, "lock"),
    };
    if common.json {
        let value = json!({ "code": code, "message": message, "hint": hint });
        eprintln!("{value}");
    } else {
        eprintln!("{message}");
        if !hint.is_empty() {
            eprintln!("{hint}");
        }
    }
    if busy { Exit::Busy } else { Exit::Failed }
}

fn perform(
    what: &Lock,
    folder: &Path,
    common: &Common,
    words: &Words,
) -> Result<(String, Value), LockFault> {
    let file = common.passphrase_file.as_deref();
    let say = |id: &str| words.say(id, &[]);
    match what {
        Lock::On {
            new_passphrase_file,
        } => {
            if lock::standing(folder)?.is_some() {
                return Err(LockFault::AlreadyLocked);
            }
            let new = passphrase::new(new_passphrase_file.as_deref().or(file), words)?;
            let mut progress = told(common);
            let on = lock::turn_on(folder, &new, Cost::USUAL, &mut progress)?;
            Ok(printed("cli-lock-on", &on.code.shown(), words))
        }
        Lock::Off => {
            let key = passphrase::key(folder, file, words)?.ok_or(LockFault::NotLocked)?;
            lock::turn_off(folder, &key, &mut told(common))?;
            Ok((say("cli-lock-off"), json!({ "locked": false })))
        }
        Lock::Change {
            new_passphrase_file,
        } => {
            lock::standing(folder)?.ok_or(LockFault::NotLocked)?;
            let old = passphrase::known(file, words)?;
            let new = passphrase::new(new_passphrase_file.as_deref(), words)?;
            lock::change(folder, &old, &new)?;
            Ok((say("cli-lock-changed"), json!({ "locked": true })))
        }
        Lock::Code => {
            lock::standing(folder)?.ok_or(LockFault::NotLocked)?;
            let code = lock::new_code(folder, &passphrase::known(file, words)?)?;
            Ok(printed("cli-lock-code", &code.shown(), words))
        }
        Lock::Recover {
            code_file,
            new_passphrase_file,
        } => {
            lock::standing(folder)?.ok_or(LockFault::NotLocked)?;
            let code = passphrase::code(code_file.as_deref(), words)?;
            let new = passphrase::new(new_passphrase_file.as_deref(), words)?;
            lock::recover(folder, &code, &new)?;
            Ok((say("cli-lock-changed"), json!({ "locked": true })))
        }
        Lock::Status => {
            let locked = lock::standing(folder)?.is_some();
            let id = if locked {
                "cli-lock-is"
            } else {
                "cli-lock-none"
            };
            Ok((say(id), json!({ "locked": locked })))
        }
    }
}

/// A code, to be written down: it is shown this once.
fn printed(id: &str, code: &str, words: &Words) -> (String, Value) {
    let said = words.say(id, &[("code", code.into())]);
    (said, json!({ "locked": true, "code": code }))
}

/// Says on the terminal how far a turn has come, a tenth at a time.
fn told(common: &Common) -> impl FnMut(Turned) -> Progress + use<> {
    let quiet = common.json;
    let mut tenths = 0;
    move |turned: Turned| {
        let now = turned.done * 10 / turned.total.max(1);
        if !quiet && now > tenths {
            tenths = now;
            eprintln!("{} %", now * 10);
        }
        Progress::Go
    }
}
