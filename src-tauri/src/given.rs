//! The files the person gave in this session: chosen in a dialog, dropped on the window, named when it was started.
//!
//! The page asks for files by path, and a page can be made to ask for any. What nobody gave is not read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use parking_lot::Mutex;
use workflows::Fault;

/// What was given, by what the page calls it.
#[derive(Debug, Default)]
pub(crate) struct Given(Mutex<HashMap<String, PathBuf>>);

impl Given {
    /// Notes what was given; what the page calls each, in order. A name that is no Unicode is called by what of it is.
    pub(crate) fn note(&self, paths: impl IntoIterator<Item = PathBuf>) -> Vec<String> {
        let mut given = self.0.lock();
        paths
            .into_iter()
            .map(|path| {
                let called = path.to_string_lossy().into_owned();
                given.insert(called.clone(), path);
                called
            })
            .collect()
    }

    /// The path of what the page calls so.
    ///
    /// # Errors
    /// When nobody gave it.
    pub(crate) fn path(&self, called: &str) -> Result<PathBuf, Fault> {
        self.0.lock().get(called).cloned().ok_or_else(|| {
            let name = Path::new(called).file_name().unwrap_or_default();
            let name = domain::clean_line(&name.to_string_lossy(), 80);
            Fault::invalid("error-not-given").with("name", name)
        })
    }

    /// The paths of all of them.
    ///
    /// # Errors
    /// When nobody gave one of them.
    pub(crate) fn paths(&self, called: &[String]) -> Result<Vec<PathBuf>, Fault> {
        called.iter().map(|called| self.path(called)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_gave_is_not_read_and_neither_is_what_lies_beside_it() {
        let given = Given::default();
        let called = given.note([PathBuf::from("/home/zoe/week.ics")]);
        assert_eq!(called, ["/home/zoe/week.ics"]);
        assert!(given.paths(&called).is_ok());
        for other in [
            "/etc/passwd",
            "/home/zoe",
            "/home/zoe/../zoe/week.ics",
            "/home/zoe/week.ics/",
            "week.ics",
            "",
        ] {
            assert!(given.path(other).is_err(), "{other}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_unicode_is_found_again() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let odd = Path::new(OsStr::from_bytes(b"/home/zoe/caf\xe9.ics"));
        let given = Given::default();
        let called = given.note([odd.to_path_buf()]);
        assert_eq!(given.paths(&called).ok(), Some(vec![odd.to_path_buf()]));
    }
}
