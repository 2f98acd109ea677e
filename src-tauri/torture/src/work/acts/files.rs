//! What comes in from files, goes out into files, and hangs on people as files.

use std::path::PathBuf;

use workflows::attachments::{self, Owner};
use workflows::import::{self, Choice};
use workflows::{Fault, archive, export};

use super::Hand;
use crate::needle::NEEDLE;

/// A file to be brought in. Where files cannot be written there is none to bring in.
fn file(hand: &Hand, name: &str, text: &str) -> Option<PathBuf> {
    let path = hand.files.join(name);
    std::fs::write(&path, text).ok().map(|()| path)
}

fn bring_in(hand: &Hand, path: Option<PathBuf>) -> Result<(), Fault> {
    let Some(path) = path else { return Ok(()) };
    let preview = import::preview(&hand.house, &[path], &mut |_, _, _| ())?;
    let choice = Choice {
        take_differing: true,
        ..Choice::default()
    };
    import::run(&hand.house, &preview.ticket, &choice, &mut |_, _| ()).map(drop)
}

pub(super) fn import_ics(hand: &mut Hand) -> Result<(), Fault> {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//FR\r\n");
    let number = hand.number();
    for event in 0..10 + hand.dice.below(50) {
        let (day, hour) = (1 + event % 28, 8 + event % 10);
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{number}-{event}@exemple.test\r\nDTSTAMP:20261101T080000Z\r\n\
             DTSTART:202612{day:02}T{hour:02}0000Z\r\nDTEND:202612{day:02}T{hour:02}3000Z\r\n\
             SUMMARY:Rendez-vous {NEEDLE} {event}\r\nDESCRIPTION:apporté {number}\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    let path = file(hand, "agenda.ics", &text);
    bring_in(hand, path)
}

pub(super) fn import_vcf(hand: &mut Hand) -> Result<(), Fault> {
    let mut text = String::new();
    for _ in 0..3 + hand.dice.below(12) {
        let number = hand.number();
        text.push_str(&format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{number}\r\nFN:Paul {NEEDLE} {number}\r\n\
             ORG:Fromagerie {}\r\nEMAIL:paul{}@exemple.test\r\nX-ODD:gardé\r\nEND:VCARD\r\n",
            number % 30,
            number % 90
        ));
    }
    let path = file(hand, "fiches.vcf", &text);
    bring_in(hand, path)
}

pub(super) fn import_csv(hand: &mut Hand) -> Result<(), Fault> {
    let mut text = String::from("Nom;Société;E-mail;Téléphone\n");
    for _ in 0..3 + hand.dice.below(12) {
        let number = hand.number();
        text.push_str(&format!(
            "Lise {NEEDLE} {number};Carrière {};lise{number}@exemple.test;+332380{:05}\n",
            number % 30,
            number % 100_000
        ));
    }
    let path = file(hand, "table.csv", &text);
    bring_in(hand, path)
}

pub(super) fn attach(hand: &mut Hand) -> Result<(), Fault> {
    let Some(client) = hand.client()? else {
        return super::people::create_client(hand);
    };
    let owner = Owner::Client(client.id);
    if let Some(one) = client.attachments.first().filter(|_| hand.dice.one_in(4)) {
        return attachments::remove(&hand.house, owner, &one.blob).map(drop);
    }
    let number = hand.number();
    let text = format!("offre {NEEDLE} {number}\n").repeat(1 + hand.dice.index(20_000));
    match file(hand, &format!("offre-{NEEDLE}-{number}.txt"), &text) {
        Some(path) => {
            let done = attachments::add(&hand.house, owner, std::slice::from_ref(&path)).map(drop);
            // The attic has it by now, or nobody wants it.
            let _ = std::fs::remove_file(path);
            done
        }
        None => Ok(()),
    }
}

fn archive_path(hand: &Hand) -> PathBuf {
    hand.files.join("carnet.sentier.zip")
}

pub(super) fn export_archive(hand: &mut Hand) -> Result<(), Fault> {
    archive::export_to(&hand.house, &archive_path(hand)).map(drop)
}

pub(super) fn import_archive(hand: &mut Hand) -> Result<(), Fault> {
    let path = archive_path(hand);
    if !path.exists() {
        return export_archive(hand);
    }
    let preview = archive::preview(&hand.house, &path, &mut |_, _, _| ())?;
    if let Some(fault) = preview.files.into_iter().find_map(|file| file.problem) {
        return Err(fault);
    }
    let choice = Choice {
        take_differing: true,
        ..Choice::default()
    };
    archive::run(&hand.house, &preview.ticket, &choice, &mut |_, _| ()).map(drop)
}

pub(super) fn export_calendar(hand: &mut Hand) -> Result<(), Fault> {
    export::calendar_to(&hand.house, &hand.files.join("sorti.ics")).map(drop)
}
