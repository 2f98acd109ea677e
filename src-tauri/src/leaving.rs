//! Leaving in order when the system says so.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::AppHandle;

static HURRY: AtomicBool = AtomicBool::new(false);

/// Whether the system ends the process, and will not wait long.
pub(crate) fn in_a_hurry() -> bool {
    HURRY.load(Ordering::Acquire)
}

/// Closes the window's house when the session ends or somebody ends the process: the next start then trusts what it
/// finds, instead of reading every row to be sure.
#[cfg(unix)]
pub(crate) fn when_told(app: &AppHandle) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let app = app.clone();
    let told = Signals::new([SIGTERM, SIGINT, SIGHUP]).and_then(|mut signals| {
        std::thread::Builder::new()
            .name("leaving".into())
            .spawn(move || {
                if signals.forever().next().is_some() {
                    HURRY.store(true, Ordering::Release);
                    app.exit(0);
                }
            })
    });
    if let Err(error) = told {
        log::warn!("the end of the session will not be heard: {error}");
    }
}

/// Windows tells the window itself.
#[cfg(not(unix))]
pub(crate) fn when_told(_: &AppHandle) {}
