//! Opening the door with a passphrase, and giving a book one, another one, or none.

use wire::{Coded, Problem, Secret, Tried};
use workflows::lock::{self, BookKey, Cost, Passphrase, RecoveryCode};
use workflows::{Fault, FaultKind, Progress};
use zeroize::Zeroizing;

use super::pause;
use crate::door::Door;
use crate::events::SealProgress;
use crate::inside::Standing;
use crate::opening;

/// What trying a key came to.
enum Key<T> {
    Right(T),
    Wrong { wait: u32 },
}

impl Door {
    /// Opens the house as a start does: at once where there is no passphrase or the session keeps the key, else it stays
    /// locked.
    pub fn open(&self) {
        let _turning = self.guard.turning.lock();
        match lock::is_sealed(&self.opening.folder) {
            Ok(false) => self.come_in(None),
            Ok(true) => match self.kept() {
                Some(key) => {
                    self.come_in(Some(key));
                }
                None => self.stay_locked(),
            },
            Err(fault) => {
                let problem = self.problem(&fault);
                self.inside.stand(Standing::Closed(problem));
            }
        }
    }

    fn kept(&self) -> Option<BookKey> {
        let bytes = self.desktop.kept_key()?;
        let bytes: [u8; BookKey::BYTES] = bytes.as_slice().try_into().ok()?;
        Some(BookKey::from_bytes(Zeroizing::new(bytes)))
    }

    fn stay_locked(&self) {
        self.guard.state.lock().sealed = true;
        self.inside.stand(Standing::Locked);
    }

    /// Opens it with what is known to be its key; locked when it is not.
    fn come_in(&self, key: Option<BookKey>) {
        let sealed = key.is_some();
        let standing = match opening::open(&self.opening, key.clone()) {
            Ok((house, notices)) => {
                *self.notices.lock() = notices;
                self.take_settings(&house);
                let keep = house.settings().locking.keep;
                if let Some(key) = key.filter(|_| keep) {
                    self.desktop.keep_key(Some(key.to_bytes().as_slice()));
                }
                Standing::Open(house)
            }
            Err(closed) if closed.wrong_key => {
                self.desktop.keep_key(None);
                return self.stay_locked();
            }
            Err(closed) => Standing::Closed(closed.problem),
        };
        self.guard.begin(sealed);
        let open = match &standing {
            Standing::Open(house) => Some(std::sync::Arc::downgrade(house)),
            _ => None,
        };
        self.inside.stand(standing);
        if let Some(open) = open {
            self.desktop.opened(open);
            self.alarm.nudge();
        }
    }

    /// Tries a passphrase.
    pub(crate) fn unlock(&self, typed: &Secret) -> Result<Tried, Problem> {
        let passphrase = self.passphrase(typed)?;
        self.unlock_by(|door| {
            door.tried(lock::unlock(&door.opening.folder, &passphrase))
        })
    }

    /// Tries the recovery code; when it is the one, the passphrase is `new` from then on.
    pub(crate) fn recover(&self, code: &Secret, new: &Secret) -> Result<Tried, Problem> {
        let new = self.new_passphrase(new)?;
        let code = RecoveryCode::parse(code.expose()).map_err(|_| {
            self.problem(&Fault::invalid("error-code"))
        })?;
        self.unlock_by(|door| {
            door.tried(lock::recover(&door.opening.folder, &code, &new, Cost::USUAL))
        })
    }

    fn unlock_by(
        &self,
        run: impl FnOnce(&Self) -> Result<Key<BookKey>, Problem>,
    ) -> Result<Tried, Problem> {
        // Not while it is still being opened, which would wait for us.
        if !self.inside.is_locked() {
            return Ok(Tried::Right);
        }
        let _turning = self.guard.turning.lock();
        self.inside.wait_left();
        if !self.inside.is_locked() {
            return Ok(Tried::Right);
        }
        Ok(match run(self)? {
            Key::Right(key) => {
                self.come_in(Some(key));
                Tried::Right
            }
            Key::Wrong { wait } => Tried::Wrong { wait },
        })
    }

    /// Gives the book a passphrase: everything of it is sealed, and the code is given once.
    pub(crate) fn seal(&self, typed: &Secret) -> Result<Coded, Problem> {
        let passphrase = self.new_passphrase(typed)?;
        let code = self.make_over(None, |folder, progress| {
            let (key, code) = lock::turn_on(folder, &passphrase, Cost::USUAL, progress)?;
            Ok((Some(key), code))
        })?;
        Ok(Coded::Done {
            code: code.shown().to_string(),
        })
    }

    /// Takes the passphrase away: nothing of the book is sealed any more.
    pub(crate) fn unseal(&self, typed: &Secret) -> Result<Tried, Problem> {
        let key = match self.prove(typed)? {
            Key::Right(key) => key,
            Key::Wrong { wait } => return Ok(Tried::Wrong { wait }),
        };
        self.desktop.keep_key(None);
        self.make_over(Some(key.clone()), |folder, progress| {
            lock::turn_off(folder, &key, progress)?;
            Ok((None, ()))
        })?;
        Ok(Tried::Right)
    }

    /// Changes the passphrase; nothing else is written.
    pub(crate) fn change_passphrase(&self, old: &Secret, new: &Secret) -> Result<Tried, Problem> {
        let new = self.new_passphrase(new)?;
        let old = self.passphrase(old)?;
        let changed = lock::change(&self.opening.folder, &old, &new, Cost::USUAL);
        Ok(match self.tried(changed)? {
            Key::Right(()) => {
                self.desktop.keep_key(None);
                Tried::Right
            }
            Key::Wrong { wait } => Tried::Wrong { wait },
        })
    }

    /// Makes a new recovery code; the one before opens nothing any more.
    pub(crate) fn new_code(&self, typed: &Secret) -> Result<Coded, Problem> {
        let passphrase = self.passphrase(typed)?;
        let made = lock::new_code(&self.opening.folder, &passphrase);
        Ok(match self.tried(made)? {
            Key::Right(code) => Coded::Done {
                code: code.shown().to_string(),
            },
            Key::Wrong { wait } => Coded::Wrong { wait },
        })
    }

    /// Seconds before the next try.
    pub(crate) fn pause(&self) -> u32 {
        let now = self.guard.clock.pulse().steady;
        pause::seconds(self.guard.state.lock().pause.left(now))
    }

    fn prove(&self, typed: &Secret) -> Result<Key<BookKey>, Problem> {
        let passphrase = self.passphrase(typed)?;
        self.tried(lock::unlock(&self.opening.folder, &passphrase))
    }

    /// Runs `run` on the folder while nobody is in the house, who wait meanwhile, and opens it again: with the key it has
    /// afterwards, or, when nothing came of it, as it was.
    fn make_over<T>(
        &self,
        before: Option<BookKey>,
        run: impl FnOnce(
            &std::path::Path,
            &mut dyn FnMut(u64, u64) -> Progress,
        ) -> Result<(Option<BookKey>, T), Fault>,
    ) -> Result<T, Problem> {
        let _turning = self.guard.turning.lock();
        if !self.inside.shut(Standing::Opening) {
            return Err(self.locked());
        }
        self.inside.wait_left();
        let mut progress = |done: u64, total: u64| {
            self.desktop.sealing(SealProgress {
                done: wire::number(done >> 10),
                total: wire::number(total >> 10),
            });
            Progress::Go
        };
        match run(&self.opening.folder, &mut progress) {
            Ok((key, made)) => {
                self.come_in(key);
                Ok(made)
            }
            Err(fault) => {
                let problem = self.problem(&fault);
                self.come_in(before);
                Err(problem)
            }
        }
    }

    /// What was typed, while there is no pause.
    fn passphrase(&self, typed: &Secret) -> Result<Passphrase, Problem> {
        let wait = self.pause();
        if wait > 0 {
            let fault = Fault::invalid("error-passphrase-wait").with("seconds", wait);
            return Err(self.problem(&fault));
        }
        if typed.expose().len() > Secret::MOST {
            return Err(self.problem(&Fault::invalid("error-passphrase-long")));
        }
        Ok(Passphrase::new(typed.expose().to_owned()))
    }

    fn new_passphrase(&self, typed: &Secret) -> Result<Passphrase, Problem> {
        let passphrase = self.passphrase(typed)?;
        if !passphrase.is_long_enough() {
            let fault = Fault::invalid("error-passphrase-short").with("least", Passphrase::LEAST);
            return Err(self.problem(&fault));
        }
        Ok(passphrase)
    }

    /// Counts a wrong one; anything else that went wrong is a problem.
    fn tried<T>(&self, tried: Result<T, Fault>) -> Result<Key<T>, Problem> {
        let now = self.guard.clock.pulse().steady;
        match tried {
            Ok(right) => {
                self.guard.state.lock().pause.right();
                Ok(Key::Right(right))
            }
            Err(fault) if fault.kind == FaultKind::Locked => {
                let pause = self.guard.state.lock().pause.wrong(now);
                Ok(Key::Wrong {
                    wait: pause::seconds(pause),
                })
            }
            Err(fault) => Err(self.problem(&fault)),
        }
    }
}
