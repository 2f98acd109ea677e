//! Whether the house is open, and who is in it.
//!
//! Whoever works on the house is its guest. It is left in order: nobody comes in any more, whoever is in it finishes,
//! and only then its doors close.

use std::ops::Deref;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};
use wire::Problem;
use workflows::House;

/// How the house stands.
pub(crate) enum Standing {
    /// It is being opened, or made over: whoever comes waits.
    Opening,
    /// It is open.
    Open(Arc<House>),
    /// It waits for its passphrase.
    Locked,
    /// It could not be opened.
    Closed(Problem),
}

/// Why nobody comes in.
pub(crate) enum Shut {
    /// It waits for its passphrase.
    Locked,
    /// It could not be opened.
    Closed(Problem),
}

/// The house, and who is in it.
pub(crate) struct Inside {
    now: Mutex<Now>,
    turned: Condvar,
}

struct Now {
    standing: Standing,
    guests: usize,
    /// It was shut, and is still being closed.
    leaving: bool,
}

impl Inside {
    /// A house that is still to be opened.
    pub(crate) fn new() -> Self {
        Self {
            now: Mutex::new(Now {
                standing: Standing::Opening,
                guests: 0,
                leaving: false,
            }),
            turned: Condvar::new(),
        }
    }

    /// It stands so from now on. A house that was open is left by [`Inside::shut`] only.
    pub(crate) fn stand(&self, standing: Standing) {
        self.now.lock().standing = standing;
        self.turned.notify_all();
    }

    /// Comes in, once it is known whether one may.
    pub(crate) fn enter(&self) -> Result<Guest<'_>, Shut> {
        let mut now = self.now.lock();
        loop {
            match &now.standing {
                Standing::Opening => self.turned.wait(&mut now),
                Standing::Open(house) => {
                    let house = house.clone();
                    now.guests += 1;
                    return Ok(Guest {
                        house,
                        inside: self,
                    });
                }
                Standing::Locked => return Err(Shut::Locked),
                Standing::Closed(problem) => return Err(Shut::Closed(problem.clone())),
            }
        }
    }

    /// Comes in when it is open at this moment.
    pub(crate) fn enter_if_open(&self) -> Option<Guest<'_>> {
        let mut now = self.now.lock();
        let Standing::Open(house) = &now.standing else {
            return None;
        };
        let house = house.clone();
        now.guests += 1;
        Some(Guest {
            house,
            inside: self,
        })
    }

    /// Shuts it, at once: whoever comes finds it standing as `meanwhile`, and what it held is closed once nobody is in it
    /// any more ([`Inside::wait_left`]). Whether it was open.
    pub(crate) fn shut(self: &Arc<Self>, meanwhile: Standing) -> bool {
        let house = {
            let mut now = self.now.lock();
            if !matches!(now.standing, Standing::Open(_)) {
                return false;
            }
            now.leaving = true;
            std::mem::replace(&mut now.standing, meanwhile)
        };
        self.turned.notify_all();
        let (inside, left) = (self.clone(), house);
        let closing = move || inside.close(left);
        // Not here: whoever shuts it may still be in it.
        if let Err(error) = std::thread::Builder::new()
            .name("closing".into())
            .spawn(closing)
        {
            log::error!("nobody closes the house: {error}");
        }
        true
    }

    fn close(&self, left: Standing) {
        let mut now = self.now.lock();
        while now.guests > 0 {
            self.turned.wait(&mut now);
        }
        drop(now);
        if let Standing::Open(house) = left
            && let Err(error) = house.close()
        {
            log::error!("closing the store: {error}");
        }
        self.now.lock().leaving = false;
        self.turned.notify_all();
    }

    /// Waits until what was shut is closed.
    pub(crate) fn wait_left(&self) {
        let mut now = self.now.lock();
        while now.leaving {
            self.turned.wait(&mut now);
        }
    }

    /// Whether it is open at this moment.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.now.lock().standing, Standing::Open(_))
    }

    /// Waits until it is not open any more, at most `longest`.
    pub(crate) fn wait_shut(&self, longest: Duration) {
        let mut now = self.now.lock();
        let until = Instant::now() + longest;
        while matches!(now.standing, Standing::Open(_))
            && !self.turned.wait_until(&mut now, until).timed_out()
        {}
    }

    /// Whether it waits for its passphrase at this moment.
    pub(crate) fn is_shut_by_lock(&self) -> bool {
        matches!(self.now.lock().standing, Standing::Locked)
    }

    /// Whether it waits for its passphrase, once that is known.
    pub(crate) fn is_locked(&self) -> bool {
        let mut now = self.now.lock();
        while matches!(now.standing, Standing::Opening) {
            self.turned.wait(&mut now);
        }
        matches!(now.standing, Standing::Locked)
    }

    /// Waits until it is open.
    pub(crate) fn wait_open(&self) {
        let mut now = self.now.lock();
        while !matches!(now.standing, Standing::Open(_)) {
            self.turned.wait(&mut now);
        }
    }
}

/// Somebody who works on the house, and whom its closing waits for.
pub struct Guest<'a> {
    house: Arc<House>,
    inside: &'a Inside,
}

impl Deref for Guest<'_> {
    type Target = House;

    fn deref(&self) -> &House {
        &self.house
    }
}

impl Drop for Guest<'_> {
    fn drop(&mut self) {
        let mut now = self.inside.now.lock();
        now.guests -= 1;
        if now.guests == 0 {
            self.inside.turned.notify_all();
        }
    }
}
