//! What can go wrong around the app: always a sentence a person can act on.

use std::fmt;

/// A sentence, and what to do about it where that is known.
#[derive(Debug)]
pub(crate) struct Trouble {
    what: String,
    hint: Option<String>,
}

/// The outcome of a piece of work of the workshop.
pub(crate) type Result<T> = std::result::Result<T, Trouble>;

impl Trouble {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            hint: None,
        }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  {hint}")?;
        }
        Ok(())
    }
}

/// Says what was being done when the system refused.
pub(crate) trait While<T> {
    /// Turns a failure into "could not {doing}: {reason}".
    fn while_(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> While<T> for std::result::Result<T, E> {
    fn while_(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Trouble::new(format!("could not {doing}: {error}")))
    }
}
