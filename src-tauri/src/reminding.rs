//! The timer of reminders: it wakes at the next due instant and at least every minute, so that a sleep of the machine, a
//! changed clock or a changed zone is never heard of late; and after every write, which may have moved anything.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use parking_lot::{Condvar, Mutex};
use tauri::{AppHandle, Manager};
use wire::{Code, Problem, Reminded, Topic};
use workflows::{reminders, trash, travel};

use crate::door::Door;
use crate::events::Rang;
use crate::tray::{Lines, Tray};
use crate::window;

/// After the house opened: the first picture has the machine to itself.
const FIRST: Duration = Duration::from_secs(2);
/// The longest it sleeps.
const LONGEST: Duration = Duration::from_secs(60);
/// How often it looks what leaves the trash.
const SWEEP_EVERY: chrono::Duration = chrono::Duration::hours(6);
/// How often it looks for the tray of a session that is still starting, and how many times.
const TRAY_EVERY: Duration = Duration::from_secs(2);
const TRAY_TRIES: u32 = 10;

/// Wakes the timer before its time.
#[derive(Debug, Default)]
pub(crate) struct Alarm {
    rung: Mutex<bool>,
    hear: Condvar,
}

impl Alarm {
    /// Something may be due earlier than was known.
    pub(crate) fn nudge(&self) {
        *self.rung.lock() = true;
        self.hear.notify_all();
    }

    fn wait(&self, longest: Duration) {
        let mut rung = self.rung.lock();
        if !*rung {
            self.hear.wait_for(&mut rung, longest);
        }
        *rung = false;
    }
}

/// Tells the desktop what rings now, and gives back when something rings next. What nobody could be told of is missed.
pub fn ring(door: &Door) -> Result<Option<DateTime<Utc>>, Problem> {
    let topics = [Topic::Reminders];
    let (turned, reminders) = door.write(&topics, reminders::turn, |eye, turned| {
        let reminders = eye.reminded(&turned.rings);
        (turned, reminders)
    })?;
    door.guard.expect(turned.next);
    let said = door.read(|house, _| Ok(reminders::said(house, &turned.rings)))?;
    keep_for_page(door, &reminders);
    if let Some(said) = said
        && !door.desktop.rang(said, Rang { reminders })
    {
        door.write(
            &topics,
            |house| reminders::unheard(house, &turned.rings),
            |_, ()| (),
        )?;
    }
    Ok(turned.next)
}

/// A page that is still loading asks for what it did not hear.
fn keep_for_page(door: &Door, reminders: &[Reminded]) {
    /// A window that is never looked at is owed no more.
    const MOST: usize = 20;
    let mut rung = door.rung.lock();
    rung.extend_from_slice(reminders);
    let over = rung.len().saturating_sub(MOST);
    rung.drain(..over);
}

/// Looks whether the machine came back from where it was asked about.
fn settle(door: &Door) {
    let here = travel::here();
    let settled = door.write(
        &[Topic::Settings],
        |house| travel::settle(house, here),
        |_, _| (),
    );
    if let Err(problem) = settled {
        log::warn!("where the machine is was not kept: {}", problem.message);
    }
}

/// Lets go of what has been in the trash for thirty days.
fn sweep(door: &Door) {
    let topics = [Topic::Touchpoints, Topic::Clients];
    if let Err(problem) = door.write(&topics, trash::sweep, |_, _| ()) {
        // A book that can only be read keeps everything.
        log::warn!("the trash was not swept: {}", problem.message);
    }
}

/// Keeps ringing what is due until the process ends, and the tray's menu current. A window that was opened `hidden` is
/// shown when there is no tray to open it from.
pub(crate) fn keep(app: &AppHandle, door: &Arc<Door>, hidden: bool) {
    if !door.is_waiting_or_open() {
        // It may be opened later, once what kept it from opening is gone.
        window::come_forward(app);
        door.inside.wait_open();
    }
    std::thread::sleep(FIRST);
    dress(app, door);
    if hidden {
        for _ in 0..TRAY_TRIES {
            if app.state::<Tray>().is_there() {
                break;
            }
            std::thread::sleep(TRAY_EVERY);
            dress(app, door);
        }
        if !app.state::<Tray>().is_there() {
            window::come_forward(app);
        }
    }
    let mut swept: Option<DateTime<Utc>> = None;
    loop {
        let next = match ring(door) {
            Ok(next) => {
                settle(door);
                let now = door.opening.clock.now();
                if swept.is_none_or(|at| (now - at).abs() >= SWEEP_EVERY) {
                    sweep(door);
                    swept = Some(now);
                }
                next
            }
            Err(problem) if problem.code == Code::Locked => {
                door.ring_locked(door.opening.clock.now())
            }
            Err(problem) => {
                log::warn!("reminders were not looked at: {}", problem.message);
                None
            }
        };
        dress(app, door);
        let until = next.and_then(|next| (next - door.opening.clock.now()).to_std().ok());
        door.alarm.wait(until.unwrap_or(LONGEST).min(LONGEST));
    }
}

/// Says in the tray's menu what comes next.
fn dress(app: &AppHandle, door: &Door) {
    let words = door.words();
    let next = match door.read(|house, _| reminders::next_line(house)) {
        Ok(next) => next,
        Err(problem) if problem.code == Code::Locked => Some(words.say("locked-tray", &[])),
        Err(_) => None,
    };
    let lines = Lines {
        open: words.say("reminder-open-window", &[]),
        next: next.unwrap_or_else(|| words.say("reminder-nothing-next", &[])),
        quit: words.say("reminder-quit", &[]),
    };
    app.state::<Tray>().keep(app, lines);
}
