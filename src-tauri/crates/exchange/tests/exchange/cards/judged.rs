//! What others read in the cards written here: `vobject` and `khard` (PyPI), which nobody here wrote. Asked only where
//! `SENTIER_ORACLE_PYTHON` names a Python that has them.

use std::process::Command;

use domain::{Contact, ReachKind};
use exchange::{CardVersion, compose_card, convert_card};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::made::{company, contact};
use super::support::{corpus, person};
use crate::support::fixtures;

/// How many contacts the judges are shown, in each version.
const CONTACTS: usize = 150;

/// What the judges themselves cannot read, put aside: both take a folded line of nothing but blanks (a no-break space
/// among them) for the end of its property, and vobject splits N, ADR and ORG before it undoes `\\`, and takes a comma
/// in a link for the end of it.
fn for_judges(contact: &mut Contact, company: &mut String) {
    let plain = |text: &mut String| {
        *text = text.replace(
            [
                '\\', '\u{202f}', '\u{a0}', '\u{2028}', '\u{2029}', '\u{3000}',
            ],
            "-",
        );
    };
    let blanks = |text: &mut String| {
        let shown: String = text
            .chars()
            .map(|c| {
                if c.is_whitespace() && c != ' ' && c != '\n' {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        *text = shown;
    };
    plain(company);
    let Contact {
        given,
        family,
        additional,
        prefix,
        suffix,
        department,
        ..
    } = contact;
    for text in [given, family, additional, prefix, suffix, department] {
        plain(text);
        blanks(text);
    }
    for address in &mut contact.addresses {
        for text in [
            &mut address.street,
            &mut address.city,
            &mut address.region,
            &mut address.country,
        ] {
            plain(text);
            blanks(text);
        }
    }
    for text in [
        &mut contact.name,
        &mut contact.nickname,
        &mut contact.role,
        &mut contact.notes,
    ] {
        blanks(text);
    }
    contact.tags = contact
        .tags
        .iter()
        .cloned()
        .map(|mut tag| {
            blanks(&mut tag);
            tag
        })
        .collect();
    for field in &mut contact.custom {
        plain(&mut field.name);
        blanks(&mut field.value);
        plain(&mut field.value);
    }
    for link in &mut contact.links {
        *link = link.replace(',', ".");
    }
    contact.met.clear();
}

fn asked(files: &[std::path::PathBuf]) -> Option<Vec<Value>> {
    let Ok(python) = std::env::var("SENTIER_ORACLE_PYTHON") else {
        eprintln!("SENTIER_ORACLE_PYTHON is not set: nobody judges");
        return None;
    };
    let said = Command::new(python)
        .arg(fixtures().join("../oracle/cards.py"))
        .args(files)
        .output()
        .expect("the judges' Python runs");
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let text = String::from_utf8(said.stdout).unwrap();
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

/// What both judges must say of a contact in a card of a version.
fn expected(contact: &Contact, company: &str, version: CardVersion) -> (Value, Value) {
    let types = |kind: ReachKind, usual: Option<&str>| -> Vec<String> {
        let word = match kind {
            ReachKind::Work => Some("work"),
            ReachKind::Mobile => Some("cell"),
            ReachKind::Home => Some("home"),
            ReachKind::Fax => Some("fax"),
            ReachKind::Other => None,
        };
        let mut all: Vec<String> = word.into_iter().chain(usual).map(str::to_owned).collect();
        all.sort();
        all
    };
    let voice = |kind| (!matches!(kind, ReachKind::Mobile | ReachKind::Fax)).then_some("voice");
    let internet = (version == CardVersion::V3).then_some("internet");
    let parts = |address: &domain::Address| {
        let domain::Address {
            street,
            city,
            region,
            postcode,
            country,
            ..
        } = address;
        json!(["", "", street, city, region, postcode, country])
    };
    let said = |text: &str| -> Vec<String> {
        Some(text.to_owned())
            .filter(|t| !t.is_empty())
            .into_iter()
            .collect()
    };
    let organisation: Vec<&str> = match (company, contact.department.as_str()) {
        ("", "") => vec![],
        (company, "") => vec![company],
        (company, department) => vec![company, department],
    };
    let form = if version == CardVersion::V3 {
        "%Y-%m-%d"
    } else {
        "%Y%m%d"
    };
    let mut tags: Vec<&String> = contact.tags.iter().collect();
    tags.sort();
    let sorted = |mut all: Vec<String>| {
        all.sort();
        all
    };
    let mut places: Vec<Value> = contact.addresses.iter().map(parts).collect();
    places.sort_by_key(|place| {
        let parts = place.as_array().unwrap().iter();
        parts
            .map(|part| part.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    });
    let vobject = json!({
        "uid": contact.uid,
        "name": contact.name,
        "names": [contact.family, contact.given, contact.additional, contact.prefix, contact.suffix],
        "nickname": contact.nickname,
        "organisation": organisation,
        "role": contact.role,
        "phones": contact.phones.iter().map(|phone| json!([types(phone.kind, voice(phone.kind)), phone.written])).collect::<Vec<_>>(),
        "emails": contact.emails.iter().map(|email| json!([types(email.kind, internet), email.address])).collect::<Vec<_>>(),
        "addresses": contact.addresses.iter().map(|address| json!([types(address.kind, None), parts(address)])).collect::<Vec<_>>(),
        "links": contact.links,
        "birthday": contact.birthday.map(|date| date.format(form).to_string()).unwrap_or_default(),
        "notes": said(&contact.notes),
        "tags": tags,
    });
    let khard = json!({
        "uid": contact.uid,
        "name": contact.name,
        "family": said(&contact.family),
        "given": said(&contact.given),
        "organisation": if organisation.is_empty() { vec![] } else { vec![organisation] },
        "role": said(&contact.role),
        "phones": sorted(contact.phones.iter().map(|phone| phone.written.clone()).collect()),
        "emails": sorted(contact.emails.iter().map(|email| email.address.clone()).collect()),
        "addresses": places,
        "links": sorted(contact.links.clone()),
        "birthday": contact.birthday.map(|date| date.to_string()),
        "notes": said(&contact.notes),
        "tags": tags,
    });
    (vobject, khard)
}

#[test]
fn vobject_and_khard_read_what_is_written_here_and_agree_on_every_field() {
    let mut runner = TestRunner::deterministic();
    let strategy = (contact(), company());
    let folder = tempfile::tempdir().unwrap();
    for version in [CardVersion::V3, CardVersion::V4] {
        let mut all = Vec::new();
        let mut bytes = Vec::new();
        for _ in 0..CONTACTS {
            let (mut contact, mut company) = strategy.new_tree(&mut runner).unwrap().current();
            for_judges(&mut contact, &mut company);
            bytes.extend(compose_card(&contact, Some(&company), None, version));
            all.push((contact, company));
        }
        let file = folder.path().join("ours.vcf");
        std::fs::write(&file, &bytes).unwrap();
        let Some(said) = asked(&[file]) else { return };
        assert_eq!(said.len(), all.len(), "every card is one to them too");
        for (said, (contact, company)) in said.iter().zip(&all) {
            let (vobject, khard) = expected(contact, company, version);
            assert_eq!(said["vobject"], vobject, "vobject, {version:?}");
            assert_eq!(said["khard"], khard, "khard, {version:?}");
        }
    }
}

#[test]
fn vobject_and_khard_read_cards_of_other_versions_once_converted() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in corpus() {
        let read = person(&bytes);
        for version in [CardVersion::V3, CardVersion::V4] {
            let file = folder.path().join("ours.vcf");
            std::fs::write(
                &file,
                convert_card(&bytes, &read.contact, None, None, version),
            )
            .unwrap();
            let Some(said) = asked(&[file]) else { return };
            let (contact, said) = (&read.contact, &said[0]["vobject"]);
            assert_eq!(said["name"], json!(contact.name), "{name} as {version:?}");
            let mut theirs: Vec<String> = said["phones"]
                .as_array()
                .unwrap()
                .iter()
                .map(|phone| phone[1].as_str().unwrap().to_owned())
                .collect();
            let mut ours: Vec<String> = contact
                .phones
                .iter()
                .map(|phone| phone.written.clone())
                .collect();
            theirs.sort();
            ours.sort();
            assert_eq!(theirs, ours, "{name} as {version:?}");
        }
    }
}
