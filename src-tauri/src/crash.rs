//! What is left of a fault of ours: where it happened, and nothing of what was being worked on.

use std::panic::{self, PanicHookInfo};

/// From now on a panic says its place alone, to the log and to the terminal. Its message may quote what it stumbled over
/// (a name, a note), and would stand in the log, in the system's journal, in a report somebody sends.
///
/// A debug build says all of it to the terminal, and to nothing else: whoever runs one works on Sentier.
pub(crate) fn say_where_only() {
    let all = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let said = place_of(info);
        log::error!("{said}");
        if cfg!(debug_assertions) {
            all(info);
        } else {
            eprintln!("sentier: {said}");
        }
    }));
}

/// From now on a crash of this process, or of one it starts (the web view's), leaves no picture of its memory behind: the
/// book would be in it, in the clear. The system's own collectors of crashes keep to the same limit.
pub(crate) fn leave_no_core() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let maximum = getrlimit(Resource::Core).maximum;
        let none = Rlimit {
            current: Some(0),
            maximum,
        };
        // What may not be lowered stays as the system has it.
        if let Err(error) = setrlimit(Resource::Core, none) {
            eprintln!("sentier: a crash would leave its memory behind: {error}");
        }
    }
}

fn place_of(info: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("unnamed");
    match info.location() {
        Some(at) => format!(
            "a fault of Sentier's own in {}:{}:{} (thread {name})",
            at.file(),
            at.line(),
            at.column()
        ),
        None => format!("a fault of Sentier's own (thread {name})"),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::path::PathBuf;
    use std::process::Command;

    /// Where the process that falls keeps its log.
    const FOLDER: &str = "SENTIER_TEST_FALLS_IN";
    const NAME: &str = "Zqxaiguille";

    /// Keeps a log in a file, as the window does.
    struct Log(PathBuf);

    impl log::Log for Log {
        fn enabled(&self, _: &log::Metadata<'_>) -> bool {
            true
        }

        fn log(&self, record: &log::Record<'_>) {
            let mut open = std::fs::OpenOptions::new();
            let mut file = open.create(true).append(true).open(&self.0).expect("a log");
            writeln!(file, "{}", record.args()).expect("written");
        }

        fn flush(&self) {}
    }

    #[test]
    fn a_panic_writes_its_place_in_the_log_and_not_what_it_stumbled_over() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let log = folder.path().join("log");
        let fell = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "crash::tests::falls", "--ignored", "--nocapture"])
            .env(FOLDER, &log)
            .output()
            .expect("it ran");
        assert!(!fell.status.success(), "it fell");
        let said = std::fs::read_to_string(&log).expect("a log");
        assert!(said.contains("crash.rs"), "{said}");
        assert!(said.contains("thread worker"), "{said}");
        assert!(!said.contains(NAME), "{said}");
        let heard = String::from_utf8_lossy(&fell.stderr);
        assert_eq!(
            heard.contains(NAME),
            cfg!(debug_assertions),
            "only who works on it is told: {heard}"
        );
    }

    /// Run by the test above, in a process of its own.
    #[test]
    #[ignore = "falls on purpose"]
    fn falls() {
        let Some(file) = std::env::var_os(FOLDER) else {
            return;
        };
        log::set_boxed_logger(Box::new(Log(file.into()))).expect("one logger");
        log::set_max_level(log::LevelFilter::Info);
        super::say_where_only();
        let worker = std::thread::Builder::new().name("worker".into());
        let name = format!("é{NAME}");
        let worker = worker.spawn(move || name[1..].len()).expect("started");
        assert!(worker.join().is_ok(), "a letter was cut in two");
    }

    #[cfg(unix)]
    #[test]
    fn a_crash_leaves_no_picture_of_the_memory_behind() {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        // As on a system that keeps them.
        let maximum = getrlimit(Resource::Core).maximum;
        let whole = Rlimit {
            current: maximum,
            maximum,
        };
        setrlimit(Resource::Core, whole).expect("as many as may be");
        super::leave_no_core();
        let now = getrlimit(Resource::Core);
        assert_eq!((now.current, now.maximum), (Some(0), maximum));
        // What it starts keeps to the same: the web view's processes.
        let said = Command::new("sh")
            .args(["-c", "ulimit -c"])
            .output()
            .expect("a shell");
        assert_eq!(said.stdout.trim_ascii(), b"0");
    }
}
