//! Archives made by hand: a good one taken apart, changed, and put together again, with a manifest that agrees or not.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use serde_json::{Value, json};
use store::ContentHash;
use xxhash_rust::xxh3::xxh3_128;
use zip::write::SimpleFileOptions;

/// An archive's files, by name.
#[derive(Debug, Clone)]
pub(crate) struct Craft {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Craft {
    pub(crate) fn of(path: &Path) -> Self {
        let mut zip = zip::ZipArchive::new(File::open(path).expect("open")).expect("a zip");
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut entry = zip.by_index(at).expect("an entry");
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("read");
            let name = entry.name().expect("a name").into_owned();
            files.insert(name, bytes);
        }
        Self { files }
    }

    pub(crate) fn text(&self, file: &str) -> String {
        String::from_utf8(self.files[file].clone()).expect("text")
    }

    /// Changes a file's text; it must change.
    pub(crate) fn change(&mut self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        let changed = text.replacen(from, to, 1);
        assert_ne!(text, changed, "{from} is in {file}");
        self.files.insert(file.to_owned(), changed.into_bytes());
    }

    pub(crate) fn manifest(&self) -> Value {
        serde_json::from_slice(&self.files["manifest.json"]).expect("JSON")
    }

    pub(crate) fn set_manifest(&mut self, change: impl FnOnce(&mut Value)) {
        let mut manifest = self.manifest();
        change(&mut manifest);
        let text = serde_json::to_vec(&manifest).expect("JSON");
        self.files.insert("manifest.json".to_owned(), text);
    }

    /// Makes the manifest say what is there: sizes, hashes, content.
    pub(crate) fn agree(&mut self) {
        let files = self.files.clone();
        let mut content = ContentHash::default();
        self.set_manifest(|manifest| {
            let parts = manifest["records"].as_array_mut().expect("parts");
            for part in parts {
                let bytes = &files[part["file"].as_str().expect("a file")];
                let lines = bytes.split(|byte| *byte == b'\n');
                let lines: Vec<&[u8]> = lines.filter(|line| !line.is_empty()).collect();
                lines.iter().for_each(|line| content.add(line));
                part["records"] = json!(lines.len());
                describe(part, bytes);
            }
            manifest["content"] = json!(content.to_string());
            if let Some(list) = files.get("files.jsonl") {
                let lines = list.iter().filter(|byte| **byte == b'\n').count();
                manifest["files"]["files"] = json!(lines);
                describe(&mut manifest["files"], list);
            }
        });
    }

    pub(crate) fn write(&self, path: &Path) {
        let mut zip = zip::ZipWriter::new(File::create(path).expect("made"));
        for (name, bytes) in &self.files {
            zip.start_file(name.as_str(), SimpleFileOptions::default())
                .expect("begun");
            zip.write_all(bytes).expect("written");
        }
        zip.finish().expect("finished");
    }
}

fn describe(part: &mut Value, bytes: &[u8]) {
    part["bytes"] = json!(bytes.len());
    part["xxh3"] = json!(format!("{:032x}", xxh3_128(bytes)));
}
