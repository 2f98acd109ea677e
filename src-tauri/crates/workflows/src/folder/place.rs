//! Whose disk a folder is on, and who else writes in it.

use std::path::{Component, Path, Prefix};

/// Where a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a disk of this machine, alone.
    Here,
    /// On a disk of another machine.
    Network,
    /// Where a program of this name copies it to other machines.
    Synced(&'static str),
}

/// The name of a folder, or how it begins, and the program whose it is.
const NAMES: [(&str, &str); 15] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mon drive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("kdrive", "kDrive"),
    ("pcloud", "pCloud"),
    ("syncthing", "Syncthing"),
    ("megasync", "MEGA"),
];

/// What such a program leaves in a folder it copies.
const MARKS: [(&str, &str); 9] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
    (".megaignore", "MEGA"),
];

impl Place {
    /// Where `folder` is.
    pub(super) fn of(folder: &Path) -> Self {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        if let Some(service) = service(&folder, &|path| path.exists()) {
            Self::Synced(service)
        } else if is_network(&folder) {
            Self::Network
        } else {
            Self::Here
        }
    }
}

/// Which program copies `folder`, by the names on the way to it and by what lies there.
fn service(folder: &Path, exists: &dyn Fn(&Path) -> bool) -> Option<&'static str> {
    let named = folder.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        let known = NAMES.iter().find(|(known, _)| {
            let rest = name.strip_prefix(known);
            // `OneDrive - Fromagerie du Lac`, `GoogleDrive-anne@example.org`, `Dropbox (2)`.
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '_', '(']))
        });
        known.map(|(_, service)| *service)
    });
    named.or_else(|| {
        folder.ancestors().find_map(|above| {
            let left = MARKS.iter().find(|(mark, _)| exists(&above.join(mark)));
            left.map(|(_, service)| *service)
        })
    })
}

/// Whether `folder`, as the system says it in full, is on another machine's disk.
fn is_network(folder: &Path) -> bool {
    // A letter that stands for a share is said as the share.
    let share = matches!(
        folder.components().next(),
        Some(Component::Prefix(prefix))
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    );
    share || mounted_as(folder).is_some_and(|kind| is_remote(&kind))
}

/// What kind of file system `folder` is on, as the system names it.
#[cfg(target_os = "linux")]
fn mounted_as(folder: &Path) -> Option<String> {
    let table = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    kind_in_mountinfo(&table, folder)
}

#[cfg(target_os = "macos")]
fn mounted_as(folder: &Path) -> Option<String> {
    let said = std::process::Command::new("/sbin/mount").output().ok()?;
    kind_in_mount(&String::from_utf8_lossy(&said.stdout), folder)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn mounted_as(_: &Path) -> Option<String> {
    None
}

/// `36 35 98:0 / /mnt/x rw,noatime shared:1 - nfs4 server:/x rw` (proc(5)).
#[cfg(any(target_os = "linux", test))]
fn kind_in_mountinfo(table: &str, folder: &Path) -> Option<String> {
    let mounts = table.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        let point = unescaped(before.split(' ').nth(4)?);
        let kind = after.split(' ').next()?.to_owned();
        folder.starts_with(&point).then_some((point.len(), kind))
    });
    // The later of two on one place is the one that is seen.
    mounts
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

/// A blank in a path is written `\040`.
#[cfg(any(target_os = "linux", test))]
fn unescaped(path: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(path.to_owned(), |path, (written, meant)| {
        path.replace(written, meant)
    })
}

/// `//anne@nas/livres on /Volumes/livres (smbfs, nodev, nosuid, mounted by anne)`.
#[cfg(any(target_os = "macos", test))]
fn kind_in_mount(table: &str, folder: &Path) -> Option<String> {
    let mounts = table.lines().filter_map(|line| {
        let (_, rest) = line.split_once(" on ")?;
        let (point, about) = rest.rsplit_once(" (")?;
        let kind = about.split([',', ')']).next()?.to_owned();
        folder.starts_with(point).then_some((point.len(), kind))
    });
    mounts
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

/// Whether a file system of this kind is another machine's.
fn is_remote(kind: &str) -> bool {
    const KINDS: [&str; 20] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "ncpfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.s3fs",
    ];
    KINDS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_a_program_copies_is_known_by_its_names_and_by_what_lies_there() {
        for (path, wanted) in [
            ("/home/anne/Dropbox/Sentier", Some("Dropbox")),
            ("/home/anne/Dropbox (Personnel)/carnet", Some("Dropbox")),
            (
                "/Users/anne/OneDrive - Fromagerie du Lac/carnet",
                Some("OneDrive"),
            ),
            (
                "/Users/anne/Library/CloudStorage/GoogleDrive-anne@example.org/My Drive/x",
                Some("Google Drive"),
            ),
            (
                "/Users/anne/Library/Mobile Documents/com~apple~CloudDocs/carnet",
                Some("iCloud Drive"),
            ),
            ("/home/anne/Nextcloud/carnet", Some("Nextcloud")),
            ("/home/anne/kDrive/carnet", Some("kDrive")),
            ("/home/anne/.local/share/app.sentier.desktop", None),
            ("/home/anne/Dropboxes/carnet", None),
            ("/home/anne/Clients de Dropbox/carnet", None),
        ] {
            assert_eq!(service(Path::new(path), &|_| false), wanted, "{path}");
        }
        let marked = |path: &Path| path == Path::new("/home/anne/partage/.stfolder");
        let below = Path::new("/home/anne/partage/sentier/carnet");
        assert_eq!(service(below, &marked), Some("Syncthing"));
        assert_eq!(service(Path::new("/home/anne/carnet"), &marked), None);
    }

    #[test]
    fn the_table_of_mounts_says_whose_disk_a_folder_is_on() {
        let table = "22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw\n\
            90 22 0:45 / /home/anne/nas rw shared:40 - nfs4 nas:/livres rw,vers=4.2\n\
            91 22 0:46 / /home/anne/le\\040bureau rw - cifs //nas/bureau rw\n\
            92 22 0:47 / /home/anne/ntfs rw - fuseblk /dev/sda1 rw\n\
            93 22 0:48 / /home/anne/loin rw - fuse.sshfs anne@example.org: rw\n\
            94 22 0:49 / /tmp rw shared:2 - tmpfs tmpfs rw\n";
        for (folder, kind, remote) in [
            ("/home/anne/carnet", "ext4", false),
            ("/home/anne/nas/carnet", "nfs4", true),
            ("/home/anne/nasse/carnet", "ext4", false),
            ("/home/anne/le bureau/carnet", "cifs", true),
            ("/home/anne/ntfs/carnet", "fuseblk", false),
            ("/home/anne/loin/carnet", "fuse.sshfs", true),
            ("/tmp/carnet", "tmpfs", false),
        ] {
            let found = kind_in_mountinfo(table, Path::new(folder));
            assert_eq!(found.as_deref(), Some(kind), "{folder}");
            assert_eq!(is_remote(kind), remote, "{folder}");
        }
        let table = "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)\n\
            /dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n\
            //anne@nas/livres on /Volumes/livres (smbfs, nodev, nosuid, mounted by anne)\n\
            /dev/disk4s1 on /Volumes/CLE (exfat, local, nodev)\n";
        for (folder, kind) in [
            ("/Volumes/livres/x", "smbfs"),
            ("/Volumes/CLE/x", "exfat"),
            ("/Users/anne", "apfs"),
        ] {
            assert_eq!(
                kind_in_mount(table, Path::new(folder)).as_deref(),
                Some(kind)
            );
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_temporary_folder_of_this_machine_is_here() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(Place::of(folder.path()), Place::Here);
        let below = folder.path().join("Nextcloud/carnet");
        std::fs::create_dir_all(&below).expect("made");
        assert_eq!(Place::of(&below), Place::Synced("Nextcloud"));
    }
}
