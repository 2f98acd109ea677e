//! Archives, which may be anybody's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::json;
use store::{ContentHash, Flaw, Progress, RecordLine, Tree};
use workflows::archive::{Take, bring_in, file_of, look};
use xxhash_rust::xxh3::xxh3_128;

use crate::stage::{self, Stage};
use crate::zip;

/// The most lines of one trial: what many records cost is measured elsewhere.
const LINES_MOST: usize = 200;

/// Looks at an archive and brings it in.
///
/// What begins as a zip does is tried as it is. Anything else is taken for lines of records (and of names of files,
/// behind a `>`), around which an archive is made whose sums all hold: so that what stands behind the sums is reached.
pub fn try_bytes(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        stage::bare(|stage| one(stage, bytes));
    } else {
        let made = around(bytes);
        stage::bare(|stage| one(stage, &made));
    }
}

fn one(stage: &Stage, bytes: &[u8]) {
    let path = stage.put("given.sentier.zip", bytes);
    let before = stage.house.store.last_seq();
    let looked = look(&stage.house, &path, &mut |_, _| Progress::Go);
    assert_eq!(
        stage.house.store.last_seq(),
        before,
        "looking writes nothing"
    );
    if let Ok(shown) = looked {
        let wanted = shown.counts.new;
        match bring_in(&stage.house, &shown, &Take::default(), &mut |_, _| {
            Progress::Go
        }) {
            Ok(_) => {
                let again = look(&stage.house, &path, &mut |_, _| Progress::Go);
                let counts = again.map(|again| again.counts);
                assert!(
                    counts.as_ref().is_ok_and(|counts| counts.new == 0),
                    "all {wanted} that were new are here now: {counts:?}"
                );
            }
            Err(_) => assert_eq!(
                stage.house.store.last_seq(),
                before,
                "what is refused writes nothing"
            ),
        }
        let report = stage.house.store.check();
        // Files that a record speaks of and no archive brought are missing, and said to be.
        let whole = |flaw: &Flaw| matches!(flaw, Flaw::Attic { .. });
        assert!(
            report
                .as_ref()
                .is_ok_and(|report| report.flaws.iter().all(whole)),
            "the book is whole: {report:?}"
        );
    }
    stage.take_away(&path);
    let beside = names_in(stage.folder());
    assert_eq!(
        beside,
        BTreeSet::from(["house".to_owned()]),
        "nothing was written beside the house"
    );
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

/// An archive around lines, with a manifest that agrees.
fn around(bytes: &[u8]) -> Vec<u8> {
    let mut records: BTreeMap<Tree, BTreeMap<Vec<u8>, Vec<u8>>> = BTreeMap::new();
    let mut names: Vec<String> = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').take(LINES_MOST) {
        if let Some(name) = line.strip_prefix(b">") {
            names.push(String::from_utf8_lossy(name).into_owned());
            continue;
        }
        let read = RecordLine::read(line).ok();
        let tree = read.as_ref().map_or(Tree::Client, RecordLine::tree);
        let key = read.and_then(|record| record.key().ok());
        let key = key.map_or_else(|| line.to_vec(), |key| key.to_vec());
        records.entry(tree).or_default().insert(key, line.to_vec());
    }
    let mut content = ContentHash::default();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut parts = Vec::new();
    for (tree, lines) in records {
        let mut text = Vec::new();
        for line in lines.values() {
            content.add(line);
            text.extend(line);
            text.push(b'\n');
        }
        parts.push(json!({
            "file": file_of(tree),
            "noun": tree.name(),
            "records": lines.len(),
            "bytes": text.len(),
            "xxh3": format!("{:032x}", xxh3_128(&text)),
        }));
        files.push((file_of(tree), text));
    }
    let manifest = json!({
        "format": 1,
        "app": "0",
        "at": "2026-11-24T08:12:00Z",
        "content": content.to_string(),
        "records": parts,
    });
    files.push((
        "manifest.json".to_owned(),
        manifest.to_string().into_bytes(),
    ));
    files.extend(names.into_iter().map(|name| (name, b"x".to_vec())));
    zip::stored(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    )
}
