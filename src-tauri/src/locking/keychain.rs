//! The key of a book, kept by the system for as long as its session lasts: Sentier closed and opened again in between
//! asks for nothing. Where a system has no such place, it says so, and the passphrase is asked for at every start.

use std::path::Path;

use zeroize::Zeroizing;

/// Where the key of one data folder would be.
#[derive(Debug, Clone)]
pub(crate) struct Keychain {
    name: String,
}

impl Keychain {
    /// The place of the book in `folder`.
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            name: format!("sentier:{:016x}", crate::paths::mark(folder)),
        }
    }

    /// Whether the system has such a place.
    pub(crate) fn is_there(&self) -> bool {
        system::is_there()
    }

    /// What is kept, if anything is.
    pub(crate) fn read(&self) -> Option<Zeroizing<Vec<u8>>> {
        system::read(&self.name)
    }

    /// Keeps it; whether the system took it.
    pub(crate) fn keep(&self, secret: &[u8]) -> bool {
        system::keep(&self.name, secret)
    }

    /// Keeps nothing any more.
    pub(crate) fn forget(&self) {
        system::forget(&self.name);
    }
}

/// Linux: the kernel's session keyring. It is memory that is never written out, and goes with the session.
#[cfg(target_os = "linux")]
mod system {
    use linux_keyutils::{KeyError, KeyRing, KeyRingIdentifier};
    use zeroize::Zeroizing;

    fn ring() -> Result<KeyRing, KeyError> {
        KeyRing::from_special_id(KeyRingIdentifier::Session, true)
    }

    pub(super) fn is_there() -> bool {
        ring().is_ok()
    }

    pub(super) fn read(name: &str) -> Option<Zeroizing<Vec<u8>>> {
        let key = ring().ok()?.search(name).ok()?;
        key.read_to_vec().ok().map(Zeroizing::new)
    }

    pub(super) fn keep(name: &str, secret: &[u8]) -> bool {
        ring()
            .and_then(|ring| ring.add_key(name, secret))
            .inspect_err(|error| log::warn!("the session keeps no key: {error}"))
            .is_ok()
    }

    pub(super) fn forget(name: &str) {
        // What is not there needs no forgetting.
        if let Ok(key) = ring().and_then(|ring| ring.search(name))
            && let Err(error) = key.invalidate()
        {
            log::error!("the session still keeps the key: {error}");
        }
    }
}

/// Windows: a credential that lasts as long as the logon session (`CRED_PERSIST_SESSION`).
#[cfg(windows)]
mod system {
    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Entry, Error};
    use zeroize::Zeroizing;

    fn entry(name: &str) -> Result<Entry, Error> {
        let store: Arc<CredentialStore> = windows_native_keyring_store::Store::new()?;
        let session = HashMap::from([("persistence", "session")]);
        Entry::new_in_store_with_modifiers(&store, "Sentier", name, &session)
    }

    pub(super) fn is_there() -> bool {
        entry("sentier:probe").is_ok()
    }

    pub(super) fn read(name: &str) -> Option<Zeroizing<Vec<u8>>> {
        entry(name).ok()?.get_secret().ok().map(Zeroizing::new)
    }

    pub(super) fn keep(name: &str, secret: &[u8]) -> bool {
        entry(name)
            .and_then(|entry| entry.set_secret(secret))
            .inspect_err(|error| log::warn!("the session keeps no key: {error}"))
            .is_ok()
    }

    pub(super) fn forget(name: &str) {
        match entry(name).and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(error) => log::error!("the session still keeps the key: {error}"),
        }
    }
}

/// macOS: an entry of the login keychain. It outlives the session there, so it is marked with this start of the machine
/// and thrown away at the next.
#[cfg(target_os = "macos")]
mod system {
    use std::process::Command;
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Entry, Error};
    use zeroize::Zeroizing;

    fn entry(name: &str) -> Result<Entry, Error> {
        let store: Arc<CredentialStore> = apple_native_keyring_store::keychain::Store::new()?;
        Entry::new_in_store(&store, "Sentier", name)
    }

    /// What names this start of the machine, and no other.
    fn boot() -> Option<Vec<u8>> {
        let said = Command::new("/usr/sbin/sysctl")
            .args(["-n", "kern.bootsessionuuid"])
            .output()
            .ok()?;
        let mark = said.stdout.trim_ascii().to_vec();
        (said.status.success() && !mark.is_empty()).then_some(mark)
    }

    pub(super) fn is_there() -> bool {
        entry("sentier:probe").is_ok() && boot().is_some()
    }

    pub(super) fn read(name: &str) -> Option<Zeroizing<Vec<u8>>> {
        let kept = Zeroizing::new(entry(name).ok()?.get_secret().ok()?);
        let boot = boot()?;
        match kept.strip_prefix(boot.as_slice()) {
            Some(secret) => Some(Zeroizing::new(secret.to_vec())),
            None => {
                forget(name);
                None
            }
        }
    }

    pub(super) fn keep(name: &str, secret: &[u8]) -> bool {
        let Some(boot) = boot() else { return false };
        let marked = Zeroizing::new([boot.as_slice(), secret].concat());
        entry(name)
            .and_then(|entry| entry.set_secret(&marked))
            .inspect_err(|error| log::warn!("the session keeps no key: {error}"))
            .is_ok()
    }

    pub(super) fn forget(name: &str) {
        match entry(name).and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(error) => log::error!("the session still keeps the key: {error}"),
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
mod system {
    use zeroize::Zeroizing;

    pub(super) fn is_there() -> bool {
        false
    }

    pub(super) fn read(_: &str) -> Option<Zeroizing<Vec<u8>>> {
        None
    }

    pub(super) fn keep(_: &str, _: &[u8]) -> bool {
        false
    }

    pub(super) fn forget(_: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_session_keeps_is_read_back_until_it_is_forgotten() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let keychain = Keychain::of(folder.path());
        if !keychain.is_there() {
            assert!(!keychain.keep(&[7; 32]), "what is not there keeps nothing");
            return;
        }
        assert!(
            keychain.read().is_none(),
            "nothing was kept for this folder"
        );
        assert!(keychain.keep(&[7; 32]));
        assert_eq!(keychain.read().as_deref(), Some(&vec![7; 32]));
        keychain.forget();
        assert!(keychain.read().is_none());
        keychain.forget();
    }

    #[cfg(target_os = "linux")]
    const FOLDER: &str = "SENTIER_TEST_KEPT_FOR";

    /// Whether another process reads the key that is kept for that folder: one of this session, or of one it begins.
    #[cfg(target_os = "linux")]
    fn is_read_by_another(folder: &Path, of_this_session: bool) -> bool {
        use std::process::Command;
        let program = std::env::current_exe().expect("this program");
        let mut run = if of_this_session {
            Command::new(program)
        } else {
            // keyctl(KEYCTL_JOIN_SESSION_KEYRING, NULL), which is what a login does.
            let number = if cfg!(target_arch = "x86_64") {
                "250"
            } else {
                "219"
            };
            let join = "syscall(shift(@ARGV) + 0, 1, 0) < 0 and die $!; exec @ARGV";
            let mut perl = Command::new("perl");
            perl.args(["-e", join, number]).arg(program);
            perl
        };
        let ran = run
            .args(["--exact", "locking::keychain::tests::reads", "--ignored"])
            .arg("--nocapture")
            .env(FOLDER, folder)
            .output()
            .expect("it ran");
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success(), "{said}");
        assert!(said.contains("read: "), "{said}");
        said.contains("read: true")
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_process_of_the_session_reads_the_key_and_one_of_another_session_does_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let keychain = Keychain::of(folder.path());
        if !keychain.is_there() {
            return;
        }
        assert!(keychain.keep(&[7; 32]));
        let (same, other) = (
            is_read_by_another(folder.path(), true),
            is_read_by_another(folder.path(), false),
        );
        keychain.forget();
        assert!(same, "Sentier that is started again is in the session");
        assert!(!other, "who begins another one is not");
    }

    /// Run by the test above, in a process of its own: says whether it reads the key.
    #[cfg(target_os = "linux")]
    #[test]
    #[ignore = "part of another test"]
    fn reads() {
        let Some(folder) = std::env::var_os(FOLDER) else {
            return;
        };
        let read = Keychain::of(Path::new(&folder)).read();
        println!("read: {}", read.is_some());
    }
}
