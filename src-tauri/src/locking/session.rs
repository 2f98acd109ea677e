//! What the system says of sleep and of the session's lock. Linux: logind, where it is there; elsewhere, and where it is
//! not, the watch's clocks notice a sleep by themselves.

use std::sync::Arc;

use crate::door::Door;

/// Listens until the process ends, and locks when it is told to.
pub(crate) fn hear(door: Arc<Door>) {
    #[cfg(target_os = "linux")]
    {
        let heard = std::thread::Builder::new()
            .name("session".into())
            .spawn(move || {
                if let Err(error) = logind::hear(&door) {
                    log::info!("the system says nothing of sleep: {error}");
                }
            });
        if let Err(error) = heard {
            log::warn!("the system is not listened to: {error}");
        }
    }
    #[cfg(not(target_os = "linux"))]
    drop(door);
}

/// org.freedesktop.login1 over the system's bus.
#[cfg(target_os = "linux")]
mod logind {
    use zbus::blocking::{Connection, MessageIterator, Proxy};
    use zbus::zvariant::{OwnedFd, OwnedObjectPath};
    use zbus::{MatchRule, message};

    use crate::door::Door;

    const BUS: &str = "org.freedesktop.login1";
    const PATH: &str = "/org/freedesktop/login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";

    pub(super) fn hear(door: &Door) -> zbus::Result<()> {
        let bus = Connection::system()?;
        let manager = Proxy::new(&bus, BUS, PATH, MANAGER)?;
        // The one this process is in, or the one its user sees.
        let session: Option<OwnedObjectPath> = manager.call("GetSession", &("auto",)).ok();
        let rule = MatchRule::builder()
            .msg_type(message::Type::Signal)
            .sender(BUS)?
            .build();
        let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
        // As long as it is held, sleep waits a moment for us.
        let mut held = hold(&manager);
        for signal in signals {
            let signal = signal?;
            let header = signal.header();
            let is = |interface: &str, member: &str| {
                header.interface().is_some_and(|name| name == interface)
                    && header.member().is_some_and(|name| name == member)
            };
            if is(MANAGER, "PrepareForSleep") {
                if signal.body().deserialize::<bool>()? {
                    if door.locks_on_sleep() {
                        door.lock_kindly();
                    }
                    drop(held.take());
                } else {
                    held = hold(&manager);
                }
            } else if is(SESSION, "Lock")
                && door.locks_on_sleep()
                && header.path().map(|path| path.as_str())
                    == session.as_ref().map(|path| path.as_str())
            {
                door.lock_kindly();
            }
        }
        Ok(())
    }

    fn hold(manager: &Proxy<'_>) -> Option<OwnedFd> {
        let what = ("sleep", "Sentier", "Locks the book", "delay");
        manager
            .call("Inhibit", &what)
            .inspect_err(|error| log::info!("sleep will not wait: {error}"))
            .ok()
    }
}
