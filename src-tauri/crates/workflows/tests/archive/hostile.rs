use std::fs;
use std::path::PathBuf;

use serde_json::json;
use workflows::FaultKind;
use workflows::archive::{self, Look};

use crate::book::{full, write};
use crate::craft::Craft;
use crate::paper::{Own, bring_in, look, said};

/// A good archive, and a house nobody wrote to.
fn good() -> (Own, PathBuf, Own) {
    let here = Own::new();
    write(&here.house, &full());
    let out = here.export();
    (here, out, Own::new())
}

/// What is said of a good archive that was changed so; nothing of it is there.
fn refused(change: impl FnOnce(&mut Craft)) -> String {
    let (here, out, there) = good();
    let mut craft = Craft::of(&out);
    change(&mut craft);
    let path = here.folder.path().join("bad.sentier.zip");
    craft.write(&path);
    let fault = bring_in(&there.house, &path, true).expect_err("it is refused");
    assert_eq!(fault.kind, FaultKind::Invalid);
    assert!(there.is_untouched(), "nothing of it is there");
    said(&fault)
}

/// What is found in a good archive that was changed so.
fn looked(change: impl FnOnce(&mut Craft)) -> Look {
    let (here, out, there) = good();
    let mut craft = Craft::of(&out);
    change(&mut craft);
    let path = here.folder.path().join("odd.sentier.zip");
    craft.write(&path);
    bring_in(&there.house, &path, true).expect("brought in")
}

#[test]
fn an_archive_that_was_only_taken_apart_and_packed_again_comes_in() {
    assert_eq!(looked(|_| ()).counts.new, 14);
    let folded = looked(|craft| {
        let files = std::mem::take(&mut craft.files);
        craft.files = files
            .into_iter()
            .map(|(name, bytes)| (format!("carnet/{name}"), bytes))
            .collect();
        let strange = ("__MACOSX/._carnet".to_owned(), b"x".to_vec());
        craft.files.extend([strange]);
    });
    assert_eq!(folded.counts.new, 14, "in a folder, with what systems add");
}

#[test]
fn what_is_cut_or_no_archive_at_all_is_told() {
    let (here, out, there) = good();
    let bytes = fs::read(&out).expect("read");
    let path = here.folder.path().join("cut.sentier.zip");
    let tried = |bytes: &[u8]| {
        fs::write(&path, bytes).expect("written");
        let fault = look(&there.house, &path).expect_err("refused");
        assert!(there.is_untouched());
        said(&fault)
    };
    for part in 0..20 {
        let said = tried(&bytes[..bytes.len() * part / 20]);
        assert!(said.contains("tronquée"), "cut at {part}/20: {said}");
    }
    assert!(tried(b"PK\x03\x04 nothing else").contains("tronquée"));
    assert!(tried(b"BEGIN:VCALENDAR").contains("tronquée"));
    assert!(
        refused(|craft| drop(craft.files.remove("manifest.json")))
            .contains("n’est pas une archive")
    );
    let gone = here.folder.path().join("gone.sentier.zip");
    let fault = look(&there.house, &gone).expect_err("not there");
    assert_eq!(fault.kind, FaultKind::Failed);
}

#[test]
fn every_flipped_byte_is_either_noticed_or_nobodys_loss() {
    let (here, out, there) = good();
    let bytes = fs::read(&out).expect("read");
    let wanted = here.content();
    let path = here.folder.path().join("flipped.sentier.zip");
    let mut noticed = 0;
    for at in (0..bytes.len()).step_by(37) {
        let mut bad = bytes.clone();
        bad[at] ^= 0x40;
        fs::write(&path, &bad).expect("written");
        match look(&there.house, &path) {
            Err(_) => noticed += 1,
            // A flip in a date or in the README: what is read is what was written.
            Ok(look) => assert_eq!(look.counts.new, 14, "byte {at}"),
        }
    }
    assert!(noticed > 50, "{noticed}");
    assert!(there.is_untouched(), "a look writes nothing");
    assert_eq!(here.content(), wanted);
}

#[test]
fn a_path_that_leads_out_is_refused_by_name() {
    for name in [
        "../evil.txt",
        "files/../../evil",
        "/etc/evil",
        "C:/evil",
        "files\\..\\evil",
    ] {
        let said = refused(|craft| drop(craft.files.insert(name.to_owned(), b"x".to_vec())));
        assert!(said.contains("sortirait de son dossier"), "{said}");
    }
}

#[test]
fn a_list_cannot_point_outside_the_folder_of_attachments() {
    let said = refused(|craft| {
        craft.change("files.jsonl", "\"files/", "\"clients.jsonl/");
        craft.agree();
    });
    assert!(said.contains("files.jsonl"), "{said}");
}

#[test]
fn what_would_fill_the_disk_is_not_begun() {
    let said = refused(|craft| {
        craft.set_manifest(|manifest| manifest["records"][0]["bytes"] = json!(300_u64 << 30));
    });
    assert!(
        said.contains("307") && said.contains("remplirait le disque"),
        "{said}"
    );
    let said = refused(|craft| {
        craft.change("files.jsonl", "\"bytes\":", "\"bytes\":9999999999");
        craft.agree();
    });
    assert!(said.contains("remplirait le disque"), "{said}");
}

#[test]
fn what_is_longer_than_it_announces_is_left_where_it_is_found_out() {
    // 80 MB that take 80 kB, announced as a few hundred bytes.
    let said = refused(|craft| {
        let file = "clients.jsonl".to_owned();
        let long = vec![b' '; 80 << 20];
        craft.files.insert(file, long);
    });
    assert!(said.contains("clients.jsonl"), "{said}");
    let said = refused(|craft| {
        let file = "clients.jsonl".to_owned();
        craft.files.insert(file, vec![b' '; 80 << 20]);
        craft.agree();
        // Announced, agreed, and no line of a book.
    });
    assert!(said.contains("clients.jsonl"), "{said}");
}

#[test]
fn what_is_not_what_the_manifest_says_is_told_by_file() {
    let said = refused(|craft| craft.change("clients.jsonl", "Bois", "Boid"));
    assert!(said.contains("clients.jsonl"), "another content: {said}");
    let said = refused(|craft| drop(craft.files.remove("places.jsonl")));
    assert!(said.contains("places.jsonl"), "not there: {said}");
    let said = refused(|craft| {
        craft.agree();
        craft.set_manifest(|manifest| manifest["records"][0]["records"] = json!(2));
    });
    assert!(said.contains("jsonl"), "another count: {said}");
    let said = refused(|craft| {
        craft.set_manifest(|manifest| manifest["content"] = json!("0".repeat(32)));
    });
    assert!(said.contains("manifest.json"), "another sum: {said}");
    let said = refused(|craft| {
        let line = craft.text("clients.jsonl");
        let twice = format!("{line}{line}").into_bytes();
        craft.files.insert("clients.jsonl".to_owned(), twice);
        craft.agree();
    });
    assert!(said.contains("clients.jsonl"), "twice the same: {said}");
    let said = refused(|craft| {
        let line = craft.text("clients.jsonl");
        let open = line.trim_end().as_bytes().to_vec();
        craft.files.insert("clients.jsonl".to_owned(), open);
        craft.agree();
    });
    assert!(said.contains("clients.jsonl"), "no line's end: {said}");
}

#[test]
fn an_attachment_that_is_not_its_address_is_not_kept() {
    let said = refused(|craft| {
        let file = craft
            .files
            .keys()
            .find(|name| name.starts_with("files/"))
            .expect("an attachment")
            .clone();
        let bytes = craft.files.get_mut(&file).expect("bytes");
        bytes[0] ^= 1;
    });
    assert!(said.contains("files/"), "{said}");
    let said = refused(|craft| craft.files.retain(|name, _| !name.starts_with("files/")));
    assert!(said.contains("files/"), "not there: {said}");
}

#[test]
fn an_archive_that_changes_between_the_look_and_the_write_is_looked_at_again() {
    let (here, out, there) = good();
    let looked = look(&there.house, &out).expect("looked at");
    let take = archive::Take::default();
    let mut go = |_, _| store::Progress::Go;
    let mut craft = Craft::of(&out);
    craft.set_manifest(|manifest| manifest["app"] = json!("99"));
    craft.write(&out);
    let fault = archive::bring_in(&there.house, &looked, &take, &mut go).expect_err("another one");
    assert!(said(&fault).contains("n’existe plus"));
    // The manifest is the same, and what it speaks of is not.
    here.export();
    let mut craft = Craft::of(&out);
    craft.change("touchpoints.jsonl", "étonner", "étonnez");
    craft.write(&out);
    let fault = archive::bring_in(&there.house, &looked, &take, &mut go).expect_err("damaged");
    assert!(said(&fault).contains("touchpoints.jsonl"));
    assert!(there.is_untouched(), "attachments went again");
}

#[test]
fn a_later_version_is_told_from_a_damaged_one() {
    let newer = "plus récente";
    let said = refused(|craft| craft.set_manifest(|manifest| manifest["format"] = json!(2)));
    assert!(said.contains(newer), "a later format: {said}");
    let said = refused(|craft| {
        craft.set_manifest(|manifest| {
            manifest.take();
            *manifest = json!({ "format": 7, "shape": "nobody knows" });
        });
    });
    assert!(said.contains(newer), "whatever its shape: {said}");
    let said = refused(|craft| {
        craft.set_manifest(|manifest| manifest["records"][0]["noun"] = json!("rocket"));
    });
    assert!(said.contains(newer), "a noun of later: {said}");
    let said = refused(|craft| {
        craft.change("clients.jsonl", "\"schema\":1", "\"schema\":9");
        craft.agree();
    });
    assert!(said.contains(newer), "records of later: {said}");
}

#[test]
fn a_field_of_a_later_version_comes_along() {
    let look = looked(|craft| {
        craft.change(
            "clients.jsonl",
            "\"notes\":",
            "\"colour\":\"rouge\",\"notes\":",
        );
        craft.agree();
    });
    assert_eq!((look.counts.new, look.counts.invalid), (14, 0));
}

#[test]
fn a_line_that_is_no_record_is_counted_and_the_others_come_in() {
    for (from, to) in [
        ("{\"tree\"", "[\"tree\""),
        ("\"tree\":\"client\"", "\"tree\":\"contact\""),
        ("\"created_at\":\"2026", "\"created_at\":\"never"),
        ("\"name\":", "\"nom\":"),
        ("\"id\":\"cl_", "\"id\":\"ct_"),
        ("\"links\":[{", "\"links\":[7,{"),
    ] {
        let look = looked(|craft| {
            craft.change("clients.jsonl", from, to);
            craft.agree();
        });
        assert_eq!((look.counts.new, look.counts.invalid), (13, 1), "{to}");
        let bad = look
            .entries
            .iter()
            .find(|entry| entry.line == 1 && entry.key.is_none());
        let shown = look
            .entries
            .iter()
            .any(|entry| entry.verdict == workflows::import::Match::Invalid);
        assert!(shown, "it is listed: {bad:?}");
    }
}
