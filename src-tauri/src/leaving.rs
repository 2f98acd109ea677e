//! Leaving in order when the system says so.

use tauri::AppHandle;

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
