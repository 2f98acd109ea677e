//! The real window, driven on a screen of its own, with the network cut.

use super::tally::Tally;
use super::{script, vitest};
use crate::app::{self, Profile};
use crate::cli::TestOptions;
use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::node;
use crate::place::Place;
use crate::screen::Screen;
use crate::trouble::Result;

const FOLDER: &str = "tests/window";

pub(super) fn lints(place: &Place, _: &TestOptions) -> Result<Tally> {
    script(place, FOLDER, "lint")
}

/// Being offline is the normal state, so that is how every journey runs: in a network namespace
/// that has loopback and nothing else, wherever the system lets us make one.
pub(super) fn tests(place: &Place, options: &TestOptions) -> Result<Tally> {
    if !cfg!(target_os = "linux") {
        println!("the window is driven with WebKitWebDriver, which only Linux has");
        return Ok(Tally {
            skipped: 1,
            ..Tally::default()
        });
    }
    needs::ensure(place, Purpose::Window)?;
    let binary = app::binary(place, Profile::Debug)?;
    let source = app::helper(place, "drag_source")?;
    let services = app::helper(place, "desktop_services")?;
    let screen = Screen::start(place)?;
    let mut call = match cut(place)? {
        Some(prefix) => {
            let script = "ip link set lo up && exec \"$@\"";
            Call::new(place, "unshare")
                .args(prefix)
                .args(["sh", "-c", script, "sh", "npm"])
                .env("SENTIER_OFFLINE", "1")
        }
        None => {
            println!(
                "this system refuses a network namespace: the journeys run with the network on"
            );
            Call::new(place, "npm")
        }
    };
    call = call
        .folder(place.at(FOLDER))
        .env("SENTIER_BIN", binary)
        .env("SENTIER_DRAG_SOURCE", source)
        .env("SENTIER_DESKTOP_SERVICES", services)
        .envs(screen.env());
    if options.long {
        call = call.env("SENTIER_LONG", "1").env("SENTIER_KILLS", "200");
    }
    node::packages(place, FOLDER)?;
    let filters: Vec<&str> = options.window.as_deref().into_iter().collect();
    vitest::run(place, FOLDER, call, &filters)
}

/// The arguments that make `unshare` work here, if any do: root may, others need user namespaces.
fn cut(place: &Place) -> Result<Option<Vec<&'static str>>> {
    for args in [
        vec!["--net"],
        vec!["--map-current-user", "--keep-caps", "--net"],
    ] {
        let works = Call::new(place, "unshare")
            .args(&args)
            .args(["ip", "link", "set", "lo", "up"])
            .output()?
            .is_some();
        if works {
            return Ok(Some(args));
        }
    }
    Ok(None)
}
