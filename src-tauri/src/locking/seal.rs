//! Opening the door with a passphrase, and giving a book one, another one, or none.

use std::path::Path;
use std::sync::Arc;

use store::{Progress, Turned};
use vault::{BookKey, Passphrase};
use wire::{Closure, Code, Coded, Problem, Secret, Topic, Tried};
use workflows::Fault;
use workflows::lock::{self, LockFault};
use zeroize::Zeroizing;

use super::pause;
use crate::door::Door;
use crate::events::{Changed, SealProgress};
use crate::inside::Standing;

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
        // What a kill left of a book that may be locked by now. A second start hardly gets here: it is told by the first.
        workflows::attachments::forget_copies(&self.opening.folder);
        match lock::standing(&self.opening.folder) {
            Ok(None) => self.come_in(None),
            Ok(Some(_)) => match self.kept() {
                Some(key) => self.come_in(Some(key)),
                None => self.stay_locked(),
            },
            // The folder itself says what is wrong with it, in more words.
            Err(LockFault::Failed(_)) => self.come_in(None),
            Err(fault) => {
                let folder = &self.opening.folder;
                *self.closure.lock() = Some(Closure::before(folder, false));
                self.inside.stand(Standing::Closed(self.unlocking(&fault)));
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
        let standing = match self.opening.open(key.clone()) {
            Ok((house, notices)) => {
                *self.notices.lock() = notices;
                self.take_settings(&house);
                if let Some(key) = &key
                    && house.settings().locking.keep
                {
                    self.desktop.keep_key(Some(key.to_bytes().as_slice()));
                }
                Standing::Open(Arc::new(house))
            }
            Err(closed) if closed.wrong_key => {
                self.desktop.keep_key(None);
                return self.stay_locked();
            }
            Err(closed) => {
                *self.closure.lock() = Some(closed.closure(&self.opening.folder));
                Standing::Closed(closed.problem)
            }
        };
        self.guard.begin(key);
        let open = match &standing {
            Standing::Open(house) => Some(Arc::downgrade(house)),
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
        self.unlock_by(|folder| lock::unlock(folder, &passphrase))
    }

    /// Tries the recovery code; when it is the one, the passphrase is `new` from then on.
    pub(crate) fn recover(&self, code: &Secret, new: &Secret) -> Result<Tried, Problem> {
        let new = self.passphrase(new)?;
        self.unlock_by(|folder| lock::recover(folder, code.expose(), &new))
    }

    fn unlock_by(
        &self,
        run: impl FnOnce(&Path) -> Result<BookKey, LockFault>,
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
        Ok(match self.tried(run(&self.opening.folder))? {
            Key::Right(key) => {
                self.come_in(Some(key));
                Tried::Right
            }
            Key::Wrong { wait } => Tried::Wrong { wait },
        })
    }

    /// Gives the book a passphrase: everything of it is sealed, and the code is given once.
    pub(crate) fn seal(&self, typed: &Secret) -> Result<Coded, Problem> {
        let passphrase = self.passphrase(typed)?;
        // Known before anybody is asked to leave.
        if self.is_sealed() {
            return Err(self.unlocking(&LockFault::AlreadyLocked));
        }
        if !passphrase.is_long_enough() {
            return Err(self.unlocking(&LockFault::Short));
        }
        let code = self.make_over(None, |folder, progress| {
            let on = lock::turn_on(folder, &passphrase, self.opening.cost, progress)?;
            Ok((Some(on.key), on.code))
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
        let (old, new) = (self.passphrase(old)?, self.passphrase(new)?);
        let _turning = self.guard.turning.lock();
        let changed = lock::change(&self.opening.folder, &old, &new);
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
        let _turning = self.guard.turning.lock();
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
            &Path,
            &mut dyn FnMut(Turned) -> Progress,
        ) -> Result<(Option<BookKey>, T), LockFault>,
    ) -> Result<T, Problem> {
        let _turning = self.guard.turning.lock();
        if !self.inside.shut(Standing::Opening) {
            return Err(self.locked());
        }
        self.inside.wait_left();
        let mut progress = |Turned { done, total }: Turned| {
            self.desktop.sealing(SealProgress {
                done: wire::number(done >> 10),
                total: wire::number(total >> 10),
            });
            Progress::Go
        };
        match run(&self.opening.folder, &mut progress) {
            Ok((key, made)) => {
                self.come_in(key);
                self.say_made_over();
                Ok(made)
            }
            Err(fault) => {
                // As it was, where all of it could be taken back; else the passphrase opens it, and it goes on then.
                match lock::standing(&self.opening.folder) {
                    Ok(None) => self.come_in(None),
                    _ if before.is_some() => self.come_in(before),
                    _ => {
                        self.stay_locked();
                        self.desktop.locked();
                    }
                }
                Err(self.unlocking(&fault))
            }
        }
    }

    /// Whoever shows how the book stands reads it again.
    fn say_made_over(&self) {
        if let Some(house) = self.inside.enter_if_open() {
            self.desktop.changed(Changed {
                topics: vec![Topic::Settings],
                revision: wire::number(house.store.last_seq()),
            });
        }
    }

    /// What was typed, while there is no pause.
    fn passphrase(&self, typed: &Secret) -> Result<Passphrase, Problem> {
        let wait = self.pause();
        if wait > 0 {
            let fault = Fault::invalid("passphrase-wait").with("seconds", wait);
            return Err(self.problem(&fault));
        }
        if typed.expose().len() > Secret::MOST {
            return Err(self.problem(&Fault::invalid("passphrase-long")));
        }
        Ok(Passphrase::new(typed.expose().to_owned()))
    }

    fn unlocking(&self, fault: &LockFault) -> Problem {
        let (message, hint) = fault.say(&self.words());
        Problem {
            code: Code::Failed,
            message,
            hint,
        }
    }

    /// Counts a wrong one; anything else that went wrong is a problem.
    fn tried<T>(&self, tried: Result<T, LockFault>) -> Result<Key<T>, Problem> {
        let now = self.guard.clock.pulse().steady;
        match tried {
            Ok(right) => {
                self.guard.state.lock().pause.right();
                Ok(Key::Right(right))
            }
            Err(LockFault::Wrong) => {
                let pause = self.guard.state.lock().pause.wrong(now);
                Ok(Key::Wrong {
                    wait: pause::seconds(pause),
                })
            }
            Err(fault) => Err(self.unlocking(&fault)),
        }
    }
}
