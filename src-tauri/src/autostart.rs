//! Starting with the session, hidden in the tray: an entry of the system's own, so that it can be seen and taken away
//! there too. The entry is the truth; no setting repeats it.

use std::path::Path;

use auto_launch::{AutoLaunch, AutoLaunchBuilder};

/// The entry of the data in `folder`; `given` when it is not the usual one.
pub(crate) struct Autostart {
    entry: Option<AutoLaunch>,
}

impl Autostart {
    pub(crate) fn of(folder: &Path, given: bool) -> Self {
        let mut arguments = vec!["--hidden".to_owned()];
        if given {
            arguments.push("--data-dir".to_owned());
            arguments.push(quoted(&folder.to_string_lossy()));
        }
        let program = crate::paths::program();
        let entry = program.and_then(|program| {
            AutoLaunchBuilder::new()
                .set_app_name("Sentier")
                .set_app_path(&quoted(&program.to_string_lossy()))
                .set_args(&arguments)
                .build()
                .map_err(|error| log::warn!("no entry to start with the session: {error}"))
                .ok()
        });
        Self { entry }
    }

    /// Whether Sentier starts with the session.
    pub(crate) fn is_on(&self) -> bool {
        self.entry
            .as_ref()
            .is_some_and(|entry| entry.is_enabled().unwrap_or_default())
    }

    /// Starts it with the session from now on, or no more; what went wrong, in the system's words.
    pub(crate) fn set(&self, on: bool) -> Result<(), String> {
        let entry = self.entry.as_ref().ok_or("no entry")?;
        let set = if on { entry.enable() } else { entry.disable() };
        set.map_err(|error| error.to_string())
    }
}

/// An argument as the system's entry reads it back: of a desktop entry, quoted as its `Exec` key asks (Desktop Entry
/// Specification, "The Exec key"); of the registry, as a command line.
fn quoted(argument: &str) -> String {
    if cfg!(target_os = "macos") {
        // Each argument is an entry of its own there.
        return argument.to_owned();
    }
    let mut out = String::from('"');
    for letter in argument.chars() {
        let special = cfg!(not(windows)) && matches!(letter, '"' | '`' | '$' | '\\');
        match letter {
            // The value is unescaped once as a string, then once as a quoted argument.
            '\\' if special => out.push_str("\\\\\\\\"),
            _ if special => {
                out.push_str("\\\\");
                out.push(letter);
            }
            '%' if cfg!(not(windows)) => out.push_str("%%"),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::quoted;

    #[test]
    fn an_entry_reads_back_every_path() {
        assert_eq!(quoted("/opt/sentier"), "\"/opt/sentier\"");
        assert_eq!(quoted("/home/Zoé Roux/s"), "\"/home/Zoé Roux/s\"");
        assert_eq!(quoted("100%"), "\"100%%\"");
        assert_eq!(quoted(r"a\b"), r#""a\\\\b""#);
        assert_eq!(quoted("a$b"), r#""a\\$b""#);
    }
}
