//! A window without a screen: the real commands behind Tauri's mock runtime, on a temporary folder and a fixed clock.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use chrono::{DateTime, Utc};
use domain::Language;
use parking_lot::Mutex;
use sentier_shell::{
    BackupProgress, Changed, Desktop, Door, ImportProgress, Opening, Rang, SealProgress, handler,
    surface,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;
use vault::Cost;
use workflows::reminders::Said;
use workflows::{Clock, House, Pulse};
use zeroize::Zeroizing;

/// The instant of every journey: Tuesday 24 November 2026, 09:12 in Paris.
pub(crate) const NOW: &str = "2026-11-24T09:12:00+01:00";

/// What the desktop was asked, and what it answers.
#[derive(Default)]
pub(crate) struct Heard {
    pub(crate) changes: Mutex<Vec<Changed>>,
    pub(crate) progress: Mutex<Vec<ImportProgress>>,
    pub(crate) opened: Mutex<Vec<String>>,
    pub(crate) rang: Mutex<Vec<Said>>,
    /// The desktop shows no notification.
    pub(crate) deaf: Mutex<bool>,
    pub(crate) with_session: Mutex<bool>,
    pub(crate) save_to: Mutex<Option<PathBuf>>,
    /// What is chosen where files to bring in are asked for.
    pub(crate) files: Mutex<Vec<PathBuf>>,
    pub(crate) working: Mutex<Vec<BackupProgress>>,
    /// The house that opened last.
    pub(crate) house: Mutex<Option<Weak<House>>>,
    /// How often the page was told that it is locked.
    pub(crate) locked: Mutex<usize>,
    pub(crate) sealing: Mutex<Vec<SealProgress>>,
    /// The desktop has no keychain.
    pub(crate) keeps_nothing: Mutex<bool>,
    pub(crate) kept: Mutex<Option<Vec<u8>>>,
    /// The folder that is chosen when one is asked for, and the one it was started on.
    pub(crate) chosen: Mutex<Option<PathBuf>>,
    pub(crate) relaunched: Mutex<Option<PathBuf>>,
    pub(crate) quitted: Mutex<bool>,
}

struct Ear(Arc<Heard>);

impl Desktop for Ear {
    fn opened(&self, house: Weak<House>) {
        *self.0.house.lock() = Some(house);
    }
    fn locking(&self) -> bool {
        false
    }
    fn locked(&self) {
        *self.0.locked.lock() += 1;
    }
    fn sealing(&self, progress: SealProgress) {
        self.0.sealing.lock().push(progress);
    }
    fn can_keep_key(&self) -> bool {
        !*self.0.keeps_nothing.lock()
    }
    fn kept_key(&self) -> Option<Zeroizing<Vec<u8>>> {
        self.0.kept.lock().clone().map(Zeroizing::new)
    }
    fn keep_key(&self, key: Option<&[u8]>) -> bool {
        let can = self.can_keep_key();
        *self.0.kept.lock() = key.filter(|_| can).map(<[u8]>::to_vec);
        can
    }
    fn print(&self) -> bool {
        false
    }
    fn changed(&self, changed: Changed) {
        self.0.changes.lock().push(changed);
    }
    fn progress(&self, progress: ImportProgress) {
        self.0.progress.lock().push(progress);
    }
    fn working(&self, progress: BackupProgress) {
        self.0.working.lock().push(progress);
    }
    fn rang(&self, said: Said, _: Rang) -> bool {
        self.0.rang.lock().push(said);
        !*self.0.deaf.lock()
    }
    fn has_tray(&self) -> bool {
        false
    }
    fn starts_with_session(&self) -> bool {
        *self.0.with_session.lock()
    }
    fn start_with_session(&self, on: bool) -> Result<(), String> {
        *self.0.with_session.lock() = on;
        Ok(())
    }
    fn choose_files(&self, _: &str, _: &str) -> Vec<PathBuf> {
        self.0.files.lock().clone()
    }
    fn choose_folder(&self, _: &str) -> Option<PathBuf> {
        self.0.chosen.lock().clone()
    }
    fn choose_any(&self, _: &str) -> Vec<PathBuf> {
        Vec::new()
    }
    fn choose_save(&self, _: &str, _: &str, _: &str) -> Option<PathBuf> {
        self.0.save_to.lock().clone()
    }
    fn open_link(&self, url: &str) -> bool {
        self.0.opened.lock().push(url.to_owned());
        true
    }
    fn open_file(&self, path: &Path) -> bool {
        self.0
            .opened
            .lock()
            .push(path.to_string_lossy().into_owned());
        true
    }
    fn relaunch(&self, folder: &Path) -> bool {
        *self.0.relaunched.lock() = Some(folder.to_owned());
        true
    }
    fn quit(&self) {
        *self.0.quitted.lock() = true;
    }
}

/// One launch of the app on a folder.
pub(crate) struct Window {
    pub(crate) house: Arc<House>,
    page: Page,
}

impl Window {
    /// Opens the app on `folder`.
    pub(crate) fn open(folder: &Path) -> Self {
        Self::open_at(folder, NOW)
    }

    /// Opens the app on `folder` at another instant.
    pub(crate) fn open_at(folder: &Path, now: &str) -> Self {
        let now: DateTime<Utc> = DateTime::parse_from_rfc3339(now)
            .expect("an instant")
            .to_utc();
        let page = Page::open_at(folder, now, Heard::default());
        let house = page.house();
        Self { house, page }
    }

    /// A client as the book keeps it.
    pub(crate) fn client(&self, id: &str) -> domain::Client {
        let id: domain::ClientId = wire::text::id(id).expect("an id");
        let found = self.house.store.get(id.to_bytes());
        found.expect("the store answers").expect("it is there")
    }

    /// Closes the app as a person does.
    pub(crate) fn close(self) {
        self.house.store.close().expect("the store closes");
    }
}

impl Deref for Window {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

/// The page of an app that may be locked.
pub(crate) struct Page {
    pub(crate) door: Arc<Door>,
    webview: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    pub(crate) heard: Arc<Heard>,
}

impl Page {
    /// Opens the app on `folder` at an instant, on a desktop that is as `heard` says.
    pub(crate) fn open_at(folder: &Path, now: DateTime<Utc>, heard: Heard) -> Self {
        let heard = Arc::new(heard);
        let opening = Opening::of(folder, Clock::Fixed(now), Some(Language::Fr));
        let door = Arc::new(Door::new(
            opening.at_cost(Cost::LEAST),
            Box::new(Ear(heard.clone())),
            Vec::new(),
        ));
        door.open();
        let app = mock_builder()
            .invoke_handler(handler(&surface::<MockRuntime>()))
            .build(mock_context(noop_assets()))
            .expect("the app builds");
        app.manage(door.clone());
        let webview = WebviewWindowBuilder::new(&app, "main", Default::default())
            .build()
            .expect("a window");
        Self {
            door,
            webview,
            _app: app,
            heard,
        }
    }

    /// A file is dropped on the window: from then on the page may ask for it.
    pub(crate) fn given(&self, file: impl AsRef<Path>) -> String {
        let mut called = self.door.give([file.as_ref().to_owned()]);
        called.pop().expect("one was given")
    }

    /// The house that is open.
    pub(crate) fn house(&self) -> Arc<House> {
        let house = self.heard.house.lock().as_ref().and_then(Weak::upgrade);
        house.expect("the house opens")
    }

    /// Calls a command as the page does, and reads its answer.
    pub(crate) fn call<T: DeserializeOwned>(&self, command: &str, arguments: Value) -> T {
        self.try_call(command, arguments)
            .unwrap_or_else(|problem| panic!("{command}: {problem}"))
    }

    /// Calls a command that may fail.
    pub(crate) fn try_call<T: DeserializeOwned>(
        &self,
        command: &str,
        arguments: Value,
    ) -> Result<T, Value> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: tauri::ipc::CallbackFn(0),
            error: tauri::ipc::CallbackFn(1),
            url: "tauri://localhost".parse().expect("an address"),
            body: arguments.into(),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_string(),
        };
        get_ipc_response(&self.webview, request).map(|body| {
            body.deserialize::<T>()
                .expect("the shape the wire promises")
        })
    }

    /// The watch looks at these clocks.
    pub(crate) fn watch(&self, now: Pulse) {
        sentier_shell::watch(&self.door, now);
    }

    /// The timer of reminders wakes at that instant, while it is locked.
    pub(crate) fn rings_at(&self, at: DateTime<Utc>) {
        self.door.ring_locked(at);
    }

    /// The timer of reminders wakes.
    pub(crate) fn wake(&self) -> Option<DateTime<Utc>> {
        sentier_shell::ring(&self.door).expect("reminders are looked at")
    }

    /// The timer of copies wakes in a quiet moment.
    pub(crate) fn keep_safe(&self) {
        sentier_shell::keep_safe(&self.door, true).expect("copies are looked at");
    }
}

/// A temporary folder and the app open on it, past the first start, in Paris.
pub(crate) fn fresh() -> (TempDir, Window) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = begun(folder.path());
    (folder, window)
}

/// The app open on `folder`, past the first start, in Paris.
pub(crate) fn begun(folder: &Path) -> Window {
    let window = Window::open(folder);
    let hours = json!({ "from": 540, "until": 1080 });
    let settings = json!({
        "language": "fr", "theme": "light", "home": "Europe/Paris",
        "hours": [hours, hours, hours, hours, hours, null, null],
        "air": wire::AirSheet::from(domain::AirRules::default()),
        "region": "france",
        "leave": [],
        "spots": wire::SpotsSheet::from(&domain::Spots::default()),
        "reminding": { "on": true, "phone": 5, "video": 10, "inPerson": 60, "other": 15, "toTray": false },
        "me": { "name": "", "email": "" },
        "locking": { "idle": 15, "onSleep": true, "keep": false },
    });
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    window.call::<Value>("welcome", json!({ "choice": "mine" }));
    window
}

/// The blocks of the days from `from` to `until`.
pub(crate) fn blocks(window: &Page, from: &str, until: &str) -> Vec<wire::Block> {
    window
        .call::<wire::CalendarDays>(
            "calendar_days",
            json!({ "range": { "from": from, "until": until } }),
        )
        .blocks
}

/// A draft of a video meeting at a wall time.
pub(crate) fn draft(title: &str, start: &str, minutes: u32) -> Value {
    json!({ "draft": {
        "kind": "video", "title": title, "client": { "type": "new", "name": "Fromagerie du Lac" },
        // A story plans many for one client: that a reason is said once is a story of its own.
        "reason": { "bring": "", "astonish": "", "clarify": "le budget de la deuxième ligne", "urgent": true },
        "to": { "type": "timed", "start": start, "minutes": minutes }, "minutes": minutes,
        "place": "", "link": "", "notes": "", "participants": [], "force": false,
    } })
}

/// Plans a meeting, and gives its block.
pub(crate) fn plan(window: &Window, title: &str, start: &str, minutes: u32) -> wire::Block {
    done(window.call("plan_touchpoint", draft(title, start, minutes)))
        .block
        .expect("the block of what was planned")
}

/// A drop of `block` at a wall time.
pub(crate) fn drop_at(block: &wire::Block, start: &str, minutes: u32, scope: &str) -> Value {
    json!({ "proposal": {
        "subject": { "type": "existing", "id": block.id, "occurrence": block.occurrence },
        "to": { "type": "timed", "start": start, "minutes": minutes },
        "scope": scope, "copy": false, "force": false,
    } })
}

/// What an outcome that must be done is.
pub(crate) fn done(outcome: wire::Outcome) -> wire::Done {
    match outcome {
        wire::Outcome::Done(done) => *done,
        wire::Outcome::Refused(verdict) => panic!("refused: {:?}", verdict.why),
    }
}

/// Where a block starts, in the home zone.
pub(crate) fn start(block: &wire::Block) -> &str {
    &block.slot.as_ref().expect("it is placed").start
}
