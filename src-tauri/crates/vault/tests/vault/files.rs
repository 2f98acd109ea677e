use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;
use vault::{Purpose, SealedFile, SealedWriter, Sealer};

use crate::{key, sealer};

const PIECE: usize = 64 << 10;
const ON_DISK: usize = PIECE + 16;
const HEADER: usize = 32;

fn text(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 % 251) as u8).collect()
}

fn written(sealer: &Sealer, plain: &[u8], step: usize) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    let file = File::create(&path).expect("made");
    let mut writer = SealedWriter::new(sealer, Purpose::Attic, b"it", file).expect("begun");
    for part in plain.chunks(step) {
        writer.write_all(part).expect("written");
    }
    writer.finish().expect("finished");
    (folder, path)
}

fn open(sealer: &Sealer, path: &Path) -> std::io::Result<SealedFile> {
    SealedFile::open(sealer, Purpose::Attic, b"it", path)
}

fn read(sealer: &Sealer, path: &Path) -> std::io::Result<Vec<u8>> {
    open(sealer, path)?.read_all()
}

fn refused(sealer: &Sealer, path: &Path) -> bool {
    read(sealer, path).is_err_and(|error| error.kind() == ErrorKind::InvalidData)
}

/// Around where pieces begin and end.
fn length() -> impl Strategy<Value = usize> {
    let near = |pieces: usize| {
        let edge = pieces * PIECE;
        edge.saturating_sub(2)..edge + 3
    };
    prop_oneof![0..400_usize, near(1), near(2), 0..3 * PIECE]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_is_read_anywhere(
        length in length(), step in 1_000..200_000_usize,
        from in any::<prop::sample::Index>(), most in 0..2 * PIECE,
    ) {
        let (sealer, plain) = (sealer(), text(length));
        let (_folder, path) = written(&sealer, &plain, step);
        let mut file = open(&sealer, &path).expect("opens");
        prop_assert!(file.is_sealed());
        prop_assert_eq!(file.len(), length as u64);
        prop_assert_eq!(file.read_all().expect("read"), &plain[..]);
        let from = from.index(length + 10);
        let wanted = plain.get(from..).unwrap_or_default();
        let wanted = &wanted[..wanted.len().min(most)];
        prop_assert_eq!(file.read_at(from as u64, most).expect("read"), wanted);
        file.seek(SeekFrom::Start(from as u64)).expect("sought");
        let mut rest = Vec::new();
        file.read_to_end(&mut rest).expect("read");
        prop_assert_eq!(&rest[..], plain.get(from..).unwrap_or_default());
        let on_disk = fs::read(&path).expect("read");
        prop_assert!(length < 64 || !on_disk.windows(64).any(|part| part == &plain[..64]));
    }

    #[test]
    fn a_flipped_bit_anywhere_is_noticed(
        length in length(), at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let sealer = sealer();
        let (_folder, path) = written(&sealer, &text(length), PIECE);
        let mut bytes = fs::read(&path).expect("read");
        let at = at.index(bytes.len());
        bytes[at] ^= 1_u8 << bit;
        fs::write(&path, bytes).expect("written");
        prop_assert!(refused(&sealer, &path), "byte {at} of a text of {length}");
    }

    #[test]
    fn a_file_that_was_cut_or_made_longer_does_not_open(
        length in length(), at in any::<prop::sample::Index>(), more in 1..40_usize,
    ) {
        let sealer = sealer();
        let (_folder, path) = written(&sealer, &text(length), PIECE);
        let mut bytes = fs::read(&path).expect("read");
        let cut = at.index(bytes.len());
        fs::write(&path, &bytes[..cut]).expect("written");
        prop_assert!(open(&sealer, &path).is_err(), "cut at {cut} of a text of {length}");
        bytes.extend(vec![0; more]);
        fs::write(&path, &bytes).expect("written");
        prop_assert!(refused(&sealer, &path));
    }

    #[test]
    fn the_clear_one_writes_and_reads_files_as_they_are(length in length()) {
        let (clear, plain) = (Sealer::clear(), text(length));
        let (_folder, path) = written(&clear, &plain, PIECE);
        prop_assert_eq!(fs::read(&path).expect("read"), &plain[..]);
        prop_assert_eq!(read(&clear, &path).expect("read"), &plain[..]);
        let key = key();
        prop_assert!(refused(&Sealer::under(&key), &path), "nothing unsealed stands in a sealed book");
        prop_assert_eq!(read(&Sealer::turning(&key), &path).expect("read"), plain);
    }
}

#[test]
fn a_cut_where_a_piece_ends_is_noticed_at_once() {
    let sealer = sealer();
    let (_folder, path) = written(&sealer, &text(3 * PIECE), PIECE);
    let bytes = fs::read(&path).expect("read");
    for pieces in 0..3 {
        fs::write(&path, &bytes[..HEADER + pieces * ON_DISK]).expect("written");
        assert!(open(&sealer, &path).is_err(), "{pieces} pieces of three");
    }
}

#[test]
fn pieces_that_change_places_are_noticed() {
    let sealer = sealer();
    let (_folder, path) = written(&sealer, &text(3 * PIECE), PIECE);
    let whole = fs::read(&path).expect("read");
    let piece = |at: usize| HEADER + at * ON_DISK..HEADER + (at + 1) * ON_DISK;
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let mut bytes = whole.clone();
        bytes[piece(one)].copy_from_slice(&whole[piece(other)]);
        bytes[piece(other)].copy_from_slice(&whole[piece(one)]);
        fs::write(&path, &bytes).expect("written");
        assert!(refused(&sealer, &path), "{one} and {other}");
    }
}

#[test]
fn a_piece_of_another_file_of_the_same_book_is_noticed() {
    let sealer = sealer();
    let (_one, path) = written(&sealer, &text(2 * PIECE), PIECE);
    let (_other, donor) = written(&sealer, &text(2 * PIECE), PIECE);
    let mut bytes = fs::read(&path).expect("read");
    let donor = fs::read(donor).expect("read");
    bytes[HEADER..HEADER + ON_DISK].copy_from_slice(&donor[HEADER..HEADER + ON_DISK]);
    fs::write(&path, bytes).expect("written");
    assert!(refused(&sealer, &path));
}

#[test]
fn another_key_purpose_or_context_opens_no_file() {
    let sealer = sealer();
    let (_folder, path) = written(&sealer, b"text", PIECE);
    let opened = |sealer: &Sealer, purpose, context: &[u8]| {
        SealedFile::open(sealer, purpose, context, &path).is_ok()
    };
    assert!(opened(&sealer, Purpose::Attic, b"it"));
    assert!(!opened(&sealer, Purpose::Attic, b"another"));
    assert!(!opened(&sealer, Purpose::Snapshot, b"it"));
    assert!(!opened(&Sealer::under(&key()), Purpose::Attic, b"it"));
}

#[test]
fn a_context_that_is_known_only_at_the_end_binds_as_well() {
    let sealer = sealer();
    for length in [0, 10, PIECE, PIECE + 1] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let file = File::create(&path).expect("made");
        let mut writer = SealedWriter::new(&sealer, Purpose::Attic, b"", file).expect("begun");
        writer.write_all(&text(length)).expect("written");
        writer.finish_as(b"it").expect("finished");
        assert_eq!(read(&sealer, &path).expect("read"), text(length));
        assert!(SealedFile::open(&sealer, Purpose::Attic, b"", &path).is_err());
    }
}

#[test]
fn a_file_that_was_never_finished_does_not_open() {
    let sealer = sealer();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    let file = File::create(&path).expect("made");
    let mut writer = SealedWriter::new(&sealer, Purpose::Attic, b"it", file).expect("begun");
    writer.write_all(&text(PIECE + 10)).expect("written");
    drop(writer);
    assert!(open(&sealer, &path).is_err());
}

#[test]
fn somebodys_file_that_begins_as_a_sealed_one_is_read_while_a_book_turns() {
    let key = key();
    let (_folder, sealed) = written(&Sealer::under(&key), b"text", PIECE);
    let theirs = fs::read(sealed).expect("read");
    let (_folder, path) = written(&Sealer::clear(), &theirs, PIECE);
    let other = Sealer::turning(&crate::key());
    assert_eq!(read(&other, &path).expect("read"), theirs);
}
