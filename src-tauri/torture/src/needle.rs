//! What of a locked book can be read without its key, however its process ended.

use std::fs;
use std::path::Path;

use vault::{SealedFile, Standing};
use workflows::lock;

/// In every text the acts write; whatever its case, so that folded names show too.
pub(crate) const NEEDLE: &str = "Zqxaiguille";
/// Fields that every record of their kind says: one that lies open shows by these as well.
const FIELDS: [&str; 4] = ["trashed_at", "participants", "attachments", "recurrence"];
/// What begins a frame of zstd, and a file in a zip.
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
const ZIP: &[u8] = b"PK\x03\x04";
/// As much is unpacked of what begins like something packed.
const UNPACKED: u64 = 8 << 20;
/// What is sealed whole, file by file; `.new` is what one is called until it has its name.
const SEALED_WHOLE: [&str; 5] = ["attic", "clean", "clean.new", "index", "snapshots"];

/// What shows: the first file of `data` in which a text or a field can be read, with what it was;
/// and of a book whose lock is on, the first that ought to be sealed and does not begin so.
pub(crate) fn shown_in(data: &Path) -> Option<String> {
    let on = matches!(lock::standing(data), Ok(Some(Standing::On)));
    read_in(data).or_else(|| on.then(|| open_in(data)).flatten())
}

/// The first file under `folder` in which something can be read. Names of files count as well.
pub(crate) fn read_in(folder: &Path) -> Option<String> {
    let forms = Forms::of_all();
    // Where nothing is, nothing shows; what goes while it is looked at was seen before.
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        let shown = match entry.file_type() {
            Ok(kind) if kind.is_dir() => read_in(&path),
            _ => {
                let bytes = fs::read(&path).unwrap_or_default();
                forms.shows(&bytes).or_else(|| unpacked(&forms, &bytes))
            }
        };
        let shown = shown.or_else(|| forms.shows(entry.file_name().to_string_lossy().as_bytes()));
        if let Some(what) = shown {
            return Some(format!("{what} in {}", path.display()));
        }
    }
    None
}

/// What somebody said aloud, on the error output or in a log.
pub(crate) fn said_in(text: &[u8]) -> Option<String> {
    Forms::of_all().shows(text)
}

/// The first file of those that are sealed whole that does not begin as one. What the power took
/// the bytes of is empty, or zeros.
fn open_in(data: &Path) -> Option<String> {
    for name in SEALED_WHOLE {
        let path = data.join(name);
        let files = if path.is_dir() {
            crate::books::files_under(&path).unwrap_or_default()
        } else {
            vec![path]
        };
        for file in files {
            let bytes = fs::read(&file).unwrap_or_default();
            let head = &bytes[..bytes.len().min(8)];
            if head.len() == 8 && !SealedFile::looks_sealed(head) && head != [0; 8] {
                return Some(format!("no seal on {}", file.display()));
            }
        }
    }
    None
}

/// What stands packed somewhere in a file: any frame of zstd that unpacks, a file in a zip.
fn unpacked(forms: &Forms, bytes: &[u8]) -> Option<String> {
    use std::io::Read;
    for at in places_of(bytes, ZSTD) {
        let mut text = Vec::new();
        if let Ok(frame) = zstd::Decoder::new(&bytes[at..]) {
            // What unpacks before it breaks counts; sealed bytes that only begin like one say nothing.
            let _ = frame.take(UNPACKED).read_to_end(&mut text);
        }
        if let Some(what) = forms.shows(&text) {
            return Some(format!("{what}, packed,"));
        }
    }
    let of_a_zip = |at: usize| {
        // The version that unpacks it, and how it is packed: stored or deflated.
        let head = bytes.get(at + 4..at + 10)?;
        (head[0] <= 63 && head[1] == 0 && matches!(head[4], 0 | 8) && head[5] == 0).then_some(())
    };
    let zip = places_of(bytes, ZIP).find_map(of_a_zip);
    zip.map(|()| "a file of a zip".to_owned())
}

fn places_of<'a>(bytes: &'a [u8], form: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let places = bytes.windows(form.len()).enumerate();
    places
        .filter(move |(_, window)| *window == form)
        .map(|(at, _)| at)
}

/// What is looked for, by its first byte.
struct Forms {
    all: Vec<(String, Vec<u8>)>,
    first: [bool; 256],
}

impl Forms {
    fn of_all() -> Self {
        let mut all = Vec::new();
        let plain = NEEDLE.to_ascii_lowercase();
        let wide = |bytes: fn(u16) -> [u8; 2]| plain.encode_utf16().flat_map(bytes).collect();
        let hex = |text: &str| -> String { text.bytes().map(|one| format!("{one:02x}")).collect() };
        let escaped = plain.chars().map(|one| format!("\\u{:04x}", one as u32));
        all.push(("the needle".to_owned(), plain.clone().into_bytes()));
        all.push(("the needle (UTF-16)".to_owned(), wide(u16::to_le_bytes)));
        all.push(("the needle (UTF-16)".to_owned(), wide(u16::to_be_bytes)));
        for text in [NEEDLE, &plain] {
            all.push(("the needle (in hex)".to_owned(), hex(text).into_bytes()));
        }
        let escaped: String = escaped.collect();
        all.push(("the needle (escaped)".to_owned(), escaped.into_bytes()));
        for field in FIELDS {
            all.push((format!("a field ({field})"), field.as_bytes().to_vec()));
        }
        let mut first = [false; 256];
        for (_, form) in &all {
            let byte = form.first().copied().unwrap_or_default();
            first[usize::from(byte)] = true;
        }
        Self { all, first }
    }

    /// The first of them that stands in `bytes`, whatever their case.
    fn shows(&self, bytes: &[u8]) -> Option<String> {
        for (at, byte) in bytes.iter().enumerate() {
            if !self.first[usize::from(byte.to_ascii_lowercase())] {
                continue;
            }
            let rest = &bytes[at..];
            for (name, form) in &self.all {
                let here = rest.get(..form.len());
                if here.is_some_and(|here| here.eq_ignore_ascii_case(form)) {
                    return Some(name.clone());
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> Option<String> {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("state.1")).expect("made");
        fs::write(folder.path().join("state.1/db"), bytes).expect("written");
        read_in(folder.path())
    }

    #[test]
    fn what_lies_open_is_seen_in_every_form_it_may_have() {
        let noise: Vec<u8> = (0..5_000_u32).map(|n| ((n * n) >> 3) as u8).collect();
        let wide: Vec<u8> = NEEDLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let hex: String = NEEDLE.bytes().map(|byte| format!("{byte:02X}")).collect();
        let text = format!("{{\"name\":\"Scierie {NEEDLE}\"}}\n").repeat(40);
        let packed = zstd::encode_all(text.as_bytes(), 3).expect("packed");
        let half = packed[..packed.len() - 4].to_vec();
        let shown: [&[u8]; 7] = [
            b"a Scierie zqxAIGUILLE b",
            &wide,
            hex.as_bytes(),
            b"\xa9trashed_at\xc0",
            &packed,
            &half,
            b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        ];
        for form in shown {
            assert!(seen(form).is_some(), "{form:?}");
            let inside = [&noise[..], form, &noise[..]].concat();
            assert!(seen(&inside).is_some(), "inside: {form:?}");
        }
        assert_eq!(seen(&noise), None);
        assert_eq!(seen(b"Zqxaiguill"), None);
    }

    #[test]
    fn a_file_that_ought_to_be_sealed_and_is_not_is_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("snapshots")).expect("made");
        let path = folder.path().join("snapshots/1.json.new");
        for (bytes, open) in [
            (b"{\"seq\": 12}".as_slice(), true),
            (b"\x89SNTSEAL and more", false),
            (b"", false),
            (&[0; 40], false),
        ] {
            fs::write(&path, bytes).expect("written");
            assert_eq!(open_in(folder.path()).is_some(), open, "{bytes:?}");
        }
    }

    #[test]
    fn it_is_seen_in_a_name() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(format!("offre-{NEEDLE}.txt")), b"x").expect("written");
        assert!(read_in(folder.path()).is_some());
    }
}
