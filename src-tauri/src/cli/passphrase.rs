//! Where a verb has a passphrase from: a file, the environment, or the terminal.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use vault::{BookKey, Passphrase};
use words::Words;
use workflows::lock::{self, LockFault};

/// The variable that holds the passphrase, for whoever has no terminal to ask.
const VARIABLE: &str = "SENTIER_PASSPHRASE";
/// The one that holds a new passphrase.
const NEW_VARIABLE: &str = "SENTIER_NEW_PASSPHRASE";

/// The key of the book in `folder`; none when it has no lock.
pub(super) fn key(
    folder: &Path,
    file: Option<&Path>,
    words: &Words,
) -> Result<Option<BookKey>, LockFault> {
    match lock::standing(folder) {
        Ok(Some(_)) => {}
        // The folder itself says what is wrong with it, in more words.
        Ok(None) | Err(LockFault::Failed(_)) => return Ok(None),
        Err(fault) => return Err(fault),
    }
    lock::unlock(folder, &known(file, words)?).map(Some)
}

/// The passphrase a book has.
pub(super) fn known(file: Option<&Path>, words: &Words) -> Result<Passphrase, LockFault> {
    match given(file, VARIABLE)? {
        Some(passphrase) => Ok(passphrase),
        None => typed("cli-ask-passphrase", LockFault::Locked, words).map(Passphrase::new),
    }
}

/// The passphrase a book is to have: typed twice, where it is typed.
pub(super) fn new(file: Option<&Path>, words: &Words) -> Result<Passphrase, LockFault> {
    if let Some(passphrase) = given(file, NEW_VARIABLE)? {
        return Ok(passphrase);
    }
    let one = typed("cli-ask-new", LockFault::NewUnsaid, words)?;
    let other = typed("cli-ask-again", LockFault::NewUnsaid, words)?;
    if one != other {
        return Err(LockFault::Unlike);
    }
    Ok(Passphrase::new(one))
}

/// The recovery code, as it was printed.
pub(super) fn code(file: Option<&Path>, words: &Words) -> Result<String, LockFault> {
    match file {
        Some(file) => Ok(fs::read_to_string(file)?),
        None => typed("cli-ask-code", LockFault::CodeUnsaid, words),
    }
}

fn given(file: Option<&Path>, variable: &str) -> Result<Option<Passphrase>, LockFault> {
    if let Some(file) = file {
        let text = fs::read_to_string(file)?;
        // An editor ends the line; the passphrase is what stands on it.
        let line = text.lines().next().unwrap_or_default();
        return Ok(Some(Passphrase::new(line.to_owned())));
    }
    Ok(std::env::var(variable).ok().map(Passphrase::new))
}

/// What is typed on the terminal, unseen; `nobody` is what is wrong where there is none.
fn typed(what: &str, nobody: LockFault, words: &Words) -> Result<String, LockFault> {
    if !io::stdin().is_terminal() {
        return Err(nobody);
    }
    Ok(rpassword::prompt_password(words.say(what, &[]))?)
}
