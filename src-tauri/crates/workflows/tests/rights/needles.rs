//! Looking for words in every file under a folder.

use std::path::{Path, PathBuf};

/// Where under a folder any of these stands: as it is, in hexadecimal, in UTF-16, or within what is compressed by zstd.
pub(crate) fn found(folder: &Path, needles: &[&str]) -> Vec<String> {
    let mut hits = Vec::new();
    for entry in walk(folder) {
        let bytes = std::fs::read(&entry).expect("a file");
        let mut texts = vec![bytes.clone()];
        if bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
            texts.push(zstd::decode_all(bytes.as_slice()).expect("a snapshot"));
        }
        let name = entry.to_string_lossy().into_owned();
        for needle in needles {
            let hex: String = needle.bytes().map(|byte| format!("{byte:02x}")).collect();
            let wide: Vec<u8> = needle.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let forms = [
                needle.as_bytes().to_vec(),
                needle.to_lowercase().into_bytes(),
                hex.into_bytes(),
                wide,
            ];
            let is_in = |text: &Vec<u8>| {
                forms
                    .iter()
                    .any(|form| text.windows(form.len()).any(|window| window == form))
            };
            if texts.iter().any(is_in)
                || forms
                    .iter()
                    .any(|form| name.as_bytes().windows(form.len()).any(|w| w == form))
            {
                hits.push(format!("{needle} in {name}"));
            }
        }
    }
    hits
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            files.push(path);
        }
    }
    files
}
