//! Files of clients and contacts. Their bytes stand in the attic, synced before anything refers to them; they are opened
//! as copies, so that nothing another program does to one touches the book.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use domain::{Attachment, Client, ClientId, Contact, ContactId, clean_line};
use parking_lot::Mutex;
use tempfile::TempDir;

use store::StoreError;

use crate::done::{Done, Said};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::{clients, contacts, note};

/// Whose files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A client's.
    Client(ClientId),
    /// A contact's.
    Contact(ContactId),
}

/// The biggest file that is kept, in megabytes.
pub const MEGABYTES_MOST: u64 = 200;
/// The most files of one record.
const MOST: usize = 500;
/// The longest name of a file, in characters: what every file system takes.
const NAME_MOST: usize = 120;

/// Copies that were opened, by the address of their bytes; they go with the house.
#[derive(Debug, Default)]
pub(crate) struct Opened(Mutex<Vec<(String, PathBuf, TempDir)>>);

/// A record with files.
enum Record {
    Client(Box<Client>),
    Contact(Box<Contact>),
}

/// Keeps files with a client or a contact: one step to undo. When one can't be, none is.
pub fn add(house: &House, owner: Owner, paths: &[PathBuf]) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut record = record(house, owner)?;
    let mut names = Vec::new();
    for path in paths {
        let attachment = kept(house, path)?;
        let files = record.files();
        let same =
            |one: &Attachment| (&one.blob, &one.name) == (&attachment.blob, &attachment.name);
        if files.iter().any(same) {
            continue;
        }
        if files.len() >= MOST {
            return Err(Fault::invalid("error-files-many").with("most", MOST));
        }
        names.push(attachment.name.clone());
        files.push(attachment);
    }
    let said = match names.len() {
        0 => Said::new("said-attached-already"),
        count => Said::new("said-attached")
            .with("count", count)
            .with("name", names.first().cloned().unwrap_or_default()),
    };
    record.write(house, "attached", names.join(", "), said)
}

/// Takes a file away. Its bytes stay in the attic, so that undo has them.
pub fn remove(house: &House, owner: Owner, blob: &str) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut record = record(house, owner)?;
    let files = record.files();
    let at = files
        .iter()
        .position(|one| one.blob == blob)
        .ok_or_else(Fault::gone)?;
    let gone = files.remove(at);
    let said = Said::new("said-detached").with("name", gone.name.clone());
    record.write(house, "detached", gone.name, said)
}

/// A read-only copy of a file under its name, for the system to open. What the system would run is refused.
pub fn copy_out(house: &House, owner: Owner, blob: &str) -> Result<PathBuf, Fault> {
    let mut record = record(house, owner)?;
    let found = record.files().iter().find(|one| one.blob == blob).cloned();
    let attachment = found.ok_or_else(Fault::gone)?;
    let read = |error: &io::Error| {
        Fault::new(FaultKind::Failed, "error-file-read")
            .with("name", attachment.name.clone())
            .with("detail", error.to_string())
    };
    let mut opened = house.opened.0.lock();
    let known = opened.iter().find(|(address, path, _)| {
        *address == attachment.blob
            && path
                .file_name()
                .is_some_and(|name| name == &*attachment.name)
            && path.exists()
    });
    if let Some((_, path, _)) = known {
        return Ok(path.clone());
    }
    let mut bytes = house
        .store
        .attic()
        .open(&attachment.blob)
        .map_err(|error| read(&error))?;
    let mut head = [0; 4];
    let length = bytes.read(&mut head).map_err(|error| read(&error))?;
    if is_program(&attachment.name, &head[..length]) {
        return Err(Fault::invalid("error-file-program").with("name", attachment.name));
    }
    let folder = tempfile::Builder::new()
        .prefix(&copies_of(house.folder()))
        .tempdir()
        .map_err(|error| read(&error))?;
    let path = folder.path().join(safe_name(&attachment.name));
    let copied = File::create(&path).and_then(|mut copy| {
        copy.write_all(&head[..length])?;
        io::copy(&mut bytes, &mut copy)?;
        let mut rights = copy.metadata()?.permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights)
    });
    copied.map_err(|error| read(&error))?;
    opened.push((attachment.blob, path.clone(), folder));
    Ok(path)
}

/// Takes away the copies that were opened from the book in `folder` by a Sentier that was killed, and could not do it
/// itself: they stand in the clear. For who knows that no other one has the book open; a copy that is missed is made anew.
pub fn forget_copies(folder: &Path) {
    let ours = copies_of(folder);
    let Ok(inside) = fs::read_dir(std::env::temp_dir()) else {
        return;
    };
    let left = inside
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&ours));
    for copy in left {
        if let Err(error) = fs::remove_dir_all(copy.path()) {
            log::warn!("a copy of an attached file stays: {}", error.kind());
        }
    }
}

/// How the folders begin that hold copies of one book's files.
fn copies_of(folder: &Path) -> String {
    // One book, by whatever way one comes to it.
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    let mark = xxhash_rust::xxh3::xxh3_64(folder.as_os_str().as_encoded_bytes());
    format!("sentier-{mark:016x}-")
}

/// The file at `path`, kept.
fn kept(house: &House, path: &Path) -> Result<Attachment, Fault> {
    let name = name_of(path);
    let read = |error: io::Error| {
        Fault::new(FaultKind::Failed, "error-file-read")
            .with("name", name.clone())
            .with("detail", error.to_string())
    };
    let mut file = File::open(path).map_err(read)?;
    let about = file.metadata().map_err(read)?;
    if !about.is_file() {
        return Err(Fault::invalid("error-file-folder").with("name", name));
    }
    let most = MEGABYTES_MOST << 20;
    if about.len() > most {
        return Err(too_big(&name, about.len()));
    }
    // A file that grows while it is read must not fill the disk.
    let mut bounded = (&mut file).take(most + 1);
    let blob = house.store.attic().keep_from(&mut bounded);
    let blob = blob.map_err(|error| not_kept(&name, error))?;
    let size = most + 1 - bounded.limit();
    if size > most {
        return Err(too_big(&name, size));
    }
    Ok(Attachment {
        name,
        blob,
        size,
        added_at: house.clock.now(),
    })
}

/// A full disk is the book's own, not a fault of the file that is to be kept.
fn not_kept(name: &str, error: io::Error) -> Fault {
    let refused = StoreError::Disk(error);
    if refused.is_disk_full() || refused.is_read_only() {
        return refused.into();
    }
    Fault::new(FaultKind::Failed, "error-file-read")
        .with("name", name.to_owned())
        .with("detail", refused.to_string())
}

fn too_big(name: &str, size: u64) -> Fault {
    Fault::invalid("error-file-big")
        .with("name", name)
        .with("size", (size >> 20) as usize)
        .with("most", MEGABYTES_MOST as usize)
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = clean_line(&name.to_string_lossy(), NAME_MOST * 4);
    if name.chars().count() <= NAME_MOST {
        return name;
    }
    // What a file is stands at the end of its name: the middle goes.
    let ending: Vec<char> = name.chars().rev().take(20).collect();
    let begin = name.chars().take(NAME_MOST - ending.len() - 1);
    begin.chain(['…']).chain(ending.into_iter().rev()).collect()
}

/// A name that is one file's on every system.
fn safe_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            c if c.is_control() || domain::is_hidden(c) => '_',
            c => c,
        })
        .collect();
    let safe = safe.trim_matches([' ', '.']);
    let stem = safe.split('.').next().unwrap_or_default().trim_end();
    // What Windows takes for a device, whatever ending it has.
    if safe.is_empty() || is_device(stem) {
        format!("_{safe}")
    } else {
        safe.to_owned()
    }
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_uppercase();
    let numbered = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered.is_some_and(|number| {
            matches!(
                number,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
}

/// Whether a system would run it rather than show it: by its ending, or by how it begins.
fn is_program(name: &str, head: &[u8]) -> bool {
    const ENDINGS: [&str; 46] = [
        "action",
        "app",
        "appimage",
        "apk",
        "application",
        "appref-ms",
        "bash",
        "bat",
        "bin",
        "chm",
        "cmd",
        "com",
        "command",
        "cpl",
        "csh",
        "deb",
        "desktop",
        "dll",
        "dmg",
        "exe",
        "gadget",
        "hta",
        "inf",
        "jar",
        "js",
        "jse",
        "jnlp",
        "ksh",
        "lnk",
        "msc",
        "msi",
        "msp",
        "pif",
        "ps1",
        "py",
        "reg",
        "rpm",
        "run",
        "scf",
        "scr",
        "sh",
        "url",
        "vb",
        "vbs",
        "wsf",
        "zsh",
    ];
    const HEADS: [&[u8]; 7] = [
        b"MZ",
        b"\x7fELF",
        b"#!",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
    ];
    // Windows drops dots and spaces at the end of a name before it looks at the ending.
    let name = name.trim_end_matches([' ', '.']).to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) || HEADS.iter().any(|program| head.starts_with(program))
}

fn record(house: &House, owner: Owner) -> Result<Record, Fault> {
    Ok(match owner {
        Owner::Client(id) => Record::Client(Box::new(clients::client(house, id)?)),
        Owner::Contact(id) => Record::Contact(Box::new(contacts::contact(house, id)?)),
    })
}

impl Record {
    fn files(&mut self) -> &mut Vec<Attachment> {
        match self {
            Self::Client(client) => &mut client.attachments,
            Self::Contact(contact) => &mut contact.attachments,
        }
    }

    fn write(self, house: &House, label: &str, what: String, said: Said) -> Result<Done, Fault> {
        let now = house.clock.now();
        let note = |whose: &str| {
            note::of(
                house,
                label,
                &[("what", what.clone()), ("title", whose.to_owned())],
            )
        };
        let ((), receipt) = match self {
            Self::Client(client) => {
                let client = Client {
                    updated_at: now,
                    ..*client
                };
                let note = note(&client.name);
                house.store.commit(note, |tx| tx.put(&client))?
            }
            Self::Contact(contact) => {
                let contact = Contact {
                    updated_at: now,
                    ..*contact
                };
                let note = note(&contact.name);
                house.store.commit(note, |tx| tx.put(&contact))?
            }
        };
        Done::of(house, said, None, receipt.seq)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_system_would_run_is_told_by_its_ending_and_by_its_beginning() {
        assert!(
            is_program("facture.pdf.exe", b"%PDF"),
            "the last ending counts"
        );
        assert!(is_program("facture.exe. ", b""), "Windows drops the tail");
        assert!(
            is_program("devis.pdf", b"MZ\x90\0"),
            "a program in disguise"
        );
        assert!(is_program("notes", b"#!/b"), "a script needs no ending");
        assert!(!is_program("devis.pdf", b"%PDF"), "a document is shown");
        assert!(!is_program("plan.dwg", b"AC10"), "and so is a drawing");
    }

    #[test]
    fn a_long_name_keeps_its_ending_and_a_strange_one_is_no_path() {
        let long = format!("{}.pdf", "a".repeat(300));
        let name = name_of(Path::new(&long));
        assert!(name.ends_with(".pdf"), "what it is stays: {name}");
        assert!(name.chars().count() <= NAME_MOST, "and it is short enough");
        assert_eq!(safe_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(safe_name(".."), "_", "never a folder");
        assert_eq!(safe_name("facture\u{202e}fdp.exe"), "facture_fdp.exe");
        for device in ["nul", "CON.txt", "com1.tar.gz", "LPT³", "aux ."] {
            assert!(safe_name(device).starts_with('_'), "{device}");
        }
        assert_eq!(safe_name("console.txt"), "console.txt");
    }
}
