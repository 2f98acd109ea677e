//! Whether something can be read off the disk by whoever has no key.

use std::fs;
use std::path::{Path, PathBuf};

/// In every text that is planted; it is found whatever its case, so that folded names show too.
pub(crate) const NEEDLE: &str = "Zqxaiguille";

/// The files under `folder` in which it stands: as UTF-8 or UTF-16, in hexadecimal, or compressed.
/// Names of files count as well. `unpack` is what undoes a compression.
pub(crate) fn found_in(folder: &Path, unpack: &dyn Fn(&[u8]) -> Vec<u8>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        let named = shows(entry.file_name().to_string_lossy().as_bytes());
        if path.is_dir() {
            found.extend(named.then(|| path.clone()));
            found.extend(found_in(&path, unpack));
            continue;
        }
        // A file may go while the book is open.
        let bytes = fs::read(&path).unwrap_or_default();
        if named || shows(&bytes) || shows(&unpack(&bytes)) {
            found.push(path);
        }
    }
    found
}

fn shows(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let plain = NEEDLE.to_ascii_lowercase();
    let wide: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide_other: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
    // The needle's own letters in hexadecimal, whatever their case was: the first is a capital.
    let hex: String = NEEDLE.bytes().map(|byte| format!("{byte:02x}")).collect();
    let hex_lower: String = plain.bytes().map(|byte| format!("{byte:02x}")).collect();
    let escaped: String = plain
        .chars()
        .map(|one| format!("\\u{:04x}", one as u32))
        .collect();
    let forms = [
        plain.as_bytes(),
        &wide,
        &wide_other,
        hex.as_bytes(),
        hex_lower.as_bytes(),
        escaped.as_bytes(),
    ];
    forms.iter().any(|form| has(&lower, form))
}

fn has(bytes: &[u8], form: &[u8]) -> bool {
    let (first, length) = (form[0], form.len());
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first) {
        let at = from + at;
        if bytes.get(at..at + length) == Some(form) {
            return true;
        }
        from = at + 1;
    }
    false
}

#[test]
fn it_is_found_in_every_form_it_may_have() {
    let wide: Vec<u8> = NEEDLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex: String = NEEDLE.bytes().map(|byte| format!("{byte:02X}")).collect();
    for form in [b"xx zqxAIGUILLE".as_slice(), &wide, hex.as_bytes()] {
        assert!(shows(form));
    }
    assert!(!shows(b"Zqxaiguill"));
}
