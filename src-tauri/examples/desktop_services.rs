//! What a desktop offers over its session bus, for the journeys of the window: it shows notifications, holds the tray,
//! and says when the machine sleeps (what logind says on the system's bus). It says on its output, a line of JSON each, what it was asked; a word a line on its input makes it press:
//! `activate` the tray's picture, `menu` to read its menu, or `press <label>` of a line of it; `leave` takes the tray away;
//! `sleep`, `wake` and `lock` are what befalls the session.

#[cfg(target_os = "linux")]
fn main() -> zbus::Result<()> {
    linux::run()
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::HashMap;
    use std::io::BufRead;
    use std::os::unix::net::UnixStream;
    use std::sync::{Arc, Mutex};

    use serde_json::json;
    use zbus::blocking::connection::Builder;
    use zbus::blocking::{Connection, Proxy};
    use zbus::message::Header;
    use zbus::zvariant::{ObjectPath, OwnedFd, OwnedValue, Structure, Value};

    type Shared = Arc<Mutex<Vec<(String, String)>>>;

    fn say(said: &serde_json::Value) {
        println!("{said}");
    }

    /// Desktop Notifications Specification 1.2.
    struct Notifications {
        count: u32,
    }

    #[zbus::interface(name = "org.freedesktop.Notifications")]
    impl Notifications {
        #[expect(clippy::too_many_arguments, reason = "the specification's own")]
        fn notify(
            &mut self,
            app: &str,
            _replaces: u32,
            _icon: &str,
            summary: &str,
            body: &str,
            _actions: Vec<String>,
            _hints: HashMap<String, OwnedValue>,
            _timeout: i32,
        ) -> u32 {
            self.count += 1;
            say(&json!({ "what": "notified", "app": app, "title": summary, "body": body }));
            self.count
        }

        fn get_capabilities(&self) -> Vec<&str> {
            vec!["body", "body-markup"]
        }

        fn close_notification(&self, _id: u32) {}

        fn get_server_information(&self) -> (&str, &str, &str, &str) {
            ("journeys", "Sentier", "1", "1.2")
        }
    }

    /// Status Notifier Item, its watcher and host in one.
    struct Watcher {
        items: Shared,
    }

    #[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
    impl Watcher {
        fn register_status_notifier_item(&self, item: &str, #[zbus(header)] header: Header<'_>) {
            let sender = header.sender().map(ToString::to_string).unwrap_or_default();
            // A path of the caller's own bus name, or a bus name with the usual path.
            let found = if item.starts_with('/') {
                (sender, item.to_owned())
            } else {
                (item.to_owned(), "/StatusNotifierItem".to_owned())
            };
            say(&json!({ "what": "tray", "item": item }));
            if let Ok(mut items) = self.items.lock() {
                items.push(found);
            }
        }

        fn register_status_notifier_host(&self, _host: &str) {}

        #[zbus(property)]
        fn registered_status_notifier_items(&self) -> Vec<String> {
            let items = self.items.lock();
            items
                .map(|items| {
                    items
                        .iter()
                        .map(|(name, path)| format!("{name}{path}"))
                        .collect()
                })
                .unwrap_or_default()
        }

        #[zbus(property)]
        fn is_status_notifier_host_registered(&self) -> bool {
            true
        }

        #[zbus(property)]
        fn protocol_version(&self) -> i32 {
            0
        }
    }

    const LOGIN: &str = "/org/freedesktop/login1";
    const SESSION: &str = "/org/freedesktop/login1/session/journey";

    /// org.freedesktop.login1, as far as a program asks of it what befalls the session.
    struct Login;

    #[zbus::interface(name = "org.freedesktop.login1.Manager")]
    impl Login {
        fn get_session(&self, _id: &str) -> ObjectPath<'static> {
            ObjectPath::from_static_str_unchecked(SESSION)
        }

        /// Sleep waits as long as what is given is held; who lets go of it is seen to.
        fn inhibit(
            &self,
            what: &str,
            _who: &str,
            _why: &str,
            mode: &str,
        ) -> zbus::fdo::Result<OwnedFd> {
            let failed = |error: std::io::Error| zbus::fdo::Error::Failed(error.to_string());
            let (ours, theirs) = UnixStream::pair().map_err(failed)?;
            say(&json!({ "what": "inhibited", "lines": [what, mode] }));
            std::thread::spawn(move || {
                // It reads as ended once nobody holds the other side.
                let _ = std::io::copy(&mut &ours, &mut std::io::sink());
                say(&json!({ "what": "released" }));
            });
            Ok(std::os::fd::OwnedFd::from(theirs).into())
        }
    }

    pub(crate) fn run() -> zbus::Result<()> {
        let items: Shared = Arc::default();
        let mut serving = Builder::session()?
            .name("org.freedesktop.Notifications")?
            .serve_at("/org/freedesktop/Notifications", Notifications { count: 0 })?;
        let tray = !std::env::args().any(|argument| argument == "--no-tray");
        if tray {
            let watcher = Watcher {
                items: items.clone(),
            };
            serving = serving
                .name("org.kde.StatusNotifierWatcher")?
                .serve_at("/StatusNotifierWatcher", watcher)?;
        }
        serving = serving
            .name("org.freedesktop.login1")?
            .serve_at(LOGIN, Login)?;
        let bus = serving.build()?;
        let sleeping = |sleeps: bool| {
            let manager = "org.freedesktop.login1.Manager";
            bus.emit_signal(None::<&str>, LOGIN, manager, "PrepareForSleep", &(sleeps,))
        };
        say(&json!({ "what": "ready" }));
        for line in std::io::stdin().lock().lines() {
            let line = line.map_err(|error| zbus::Error::InputOutput(Arc::new(error)))?;
            let (word, rest) = line.split_once(' ').unwrap_or((&line, ""));
            let item = items.lock().ok().and_then(|items| items.last().cloned());
            match (word, item) {
                ("leave", _) => {
                    bus.release_name("org.kde.StatusNotifierWatcher")?;
                }
                ("sleep", _) => sleeping(true)?,
                ("wake", _) => sleeping(false)?,
                ("lock", _) => {
                    let session = "org.freedesktop.login1.Session";
                    bus.emit_signal(None::<&str>, SESSION, session, "Lock", &())?;
                }
                ("activate", Some((name, path))) => {
                    Proxy::new(&bus, name, path, "org.kde.StatusNotifierItem")?
                        .call_method("Activate", &(0, 0))?;
                }
                ("menu", Some(item)) => {
                    let labels: Vec<String> = menu(&bus, &item)?
                        .into_iter()
                        .map(|(_, label)| label)
                        .collect();
                    say(&json!({ "what": "menu", "lines": labels }));
                }
                ("press", Some(item)) => press(&bus, &item, rest)?,
                _ => say(&json!({ "what": "unknown", "line": line })),
            }
        }
        Ok(())
    }

    /// The menu of an item, by number (com.canonical.dbusmenu).
    fn menu(bus: &Connection, (name, _): &(String, String)) -> zbus::Result<Vec<(i32, String)>> {
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let menu = Proxy::new(bus, name.as_str(), "/MenuBar", "com.canonical.dbusmenu")?;
        let none: Vec<&str> = Vec::new();
        let (_, (_, _, children)): Layout = menu.call("GetLayout", &(0, -1, none))?;
        let mut lines = Vec::new();
        for child in children {
            let Value::Structure(child) = Value::from(child) else {
                continue;
            };
            lines.extend(line(&child));
        }
        Ok(lines)
    }

    fn line(child: &Structure<'_>) -> Option<(i32, String)> {
        let [Value::I32(number), Value::Dict(fields), ..] = child.fields() else {
            return None;
        };
        let label: Option<String> = fields.get::<_, String>(&"label").ok().flatten();
        Some((*number, label?))
    }

    fn press(bus: &Connection, item: &(String, String), label: &str) -> zbus::Result<()> {
        let lines = menu(bus, item)?;
        let Some((number, _)) = lines.iter().find(|(_, one)| one == label) else {
            say(&json!({ "what": "unknown", "line": label }));
            return Ok(());
        };
        Proxy::new(bus, item.0.as_str(), "/MenuBar", "com.canonical.dbusmenu")?
            .call_method("Event", &(number, "clicked", Value::from(0), 0_u32))?;
        Ok(())
    }
}
