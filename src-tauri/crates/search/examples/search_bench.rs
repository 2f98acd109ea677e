//! Search as typed over a large book, one JSON object a line: `search_bench [CLIENTS CONTACTS TOUCHPOINTS]`.
//!
//! The same texts are given to SQLite's FTS5 through Python's own `sqlite3`, which nobody here wrote: a table a kind,
//! prefix lists of the same lengths, accents removed, the first fifty hits. Needs a release build to say anything.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::error::Error;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use search::{Document, Home, Index, Kind, Query, Stamp, Weight, rank_by_name, rank_by_time};
use vault::{BookKey, Sealer};

const TURNS: usize = 200;
const GIVEN: [&str; 12] = [
    "Hélène",
    "Jean-Pierre",
    "Camille",
    "Zoé",
    "François",
    "Noémie",
    "Luc",
    "Aïcha",
    "Benoît",
    "Marie",
    "Théo",
    "Anaïs",
];
const FAMILY: [&str; 12] = [
    "Lefèvre",
    "Martin",
    "Dubois",
    "Garcia",
    "Moreau",
    "Lambert",
    "Fontaine",
    "Rousseau",
    "Guérin",
    "Boyer",
    "Chevalier",
    "Marchand",
];
const TRADES: [&str; 10] = [
    "Boulangerie",
    "Menuiserie",
    "Atelier",
    "Garage",
    "Pharmacie",
    "Librairie",
    "Imprimerie",
    "Clinique",
    "Fonderie",
    "Brasserie",
];
const TOWNS: [&str; 8] = [
    "Orléans",
    "Angers",
    "Nîmes",
    "Épinal",
    "Béziers",
    "Évreux",
    "Saint-Étienne",
    "Lyon",
];
const NOTES: [&str; 12] = [
    "devis",
    "relance",
    "échantillons",
    "contrat",
    "livraison",
    "œuvre",
    "réunion",
    "budget",
    "séminaire",
    "catalogue",
    "chêne",
    "maintenance",
];
/// What is typed: each beginning of it is a search.
const TYPED: [&str; 7] = [
    "lefevre",
    "helene lefevre",
    "boulangerie",
    "visio martin",
    "devis chene",
    "saint-etienne",
    "lefvre",
];

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|text| text.parse().ok())
        .collect();
    let [clients, contacts, touchpoints] = given.try_into().unwrap_or([50_000, 100_000, 1_000_000]);
    let folder = tempfile::tempdir()?;
    let size = format!("{} documents", clients + contacts + touchpoints);
    let begin = Instant::now();
    // Sealed as a locked book's is, to be held beside the other.
    let sealer = match std::env::var_os("SENTIER_SEALED") {
        Some(_) => Sealer::under(&BookKey::from_bytes([7; 32].into())),
        None => Sealer::clear(),
    };
    let index = Index::create(&Home::Folder(folder.path().join("index"), sealer))?;
    let mut pen = index.broad_pen()?;
    let mut rows = BufWriter::new(std::fs::File::create(folder.path().join("rows"))?);
    for (kind, count) in [
        (Kind::Client, clients),
        (Kind::Contact, contacts),
        (Kind::Touchpoint, touchpoints),
    ] {
        for number in 0..count {
            let document = document(kind, number);
            pen.add(&document)?;
            let texts: Vec<&str> = document
                .texts
                .iter()
                .map(|(_, text)| text.as_str())
                .collect();
            writeln!(rows, "{}\t{}", kind as u8, texts.join("\t"))?;
        }
    }
    pen.commit(&Stamp::new(1, String::new(), true))?;
    pen.close()?;
    rows.flush()?;
    say(
        &format!("search: index made, {size}"),
        begin.elapsed().as_secs_f64(),
        "s",
        None,
        None,
    );
    say(
        &format!("search: index on disk, {size}"),
        disk(&folder.path().join("index"))?,
        "MB",
        None,
        None,
    );
    let typed = typed();
    let mut letters = Vec::new();
    let mut words = Vec::new();
    for turn in 0..TURNS {
        for text in &typed {
            let begin = Instant::now();
            index.find(&Query::new(text))?;
            let took = begin.elapsed().as_secs_f64() * 1e3;
            // The first turns bring the pages of the file in.
            match text.chars().count() {
                _ if turn < 3 => {}
                1 => letters.push(took),
                _ => words.push(took),
            }
        }
    }
    let judged = judge(folder.path(), &typed)?;
    let lines = [
        ("one letter, p50", at(&mut letters, 0.50), judged[0], 10.0),
        ("one letter, p99", at(&mut letters, 0.99), judged[1], 10.0),
        ("as typed, p50", at(&mut words, 0.50), judged[2], 1.0),
        ("as typed, p99", at(&mut words, 0.99), judged[3], 5.0),
    ];
    for (name, value, fts, goal) in lines {
        let figure = format!("search {name}, {size}");
        say(&figure, value, "ms", None, Some(goal));
        say(
            &format!("{figure}, beside SQLite"),
            value,
            "ms",
            Some(("SQLite FTS5", fts)),
            None,
        );
    }
    Ok(())
}

/// Every beginning of what is typed that ends in a letter.
fn typed() -> Vec<String> {
    let beginnings = TYPED
        .iter()
        .flat_map(|text| (1..=text.len()).map(move |length| &text[..length]));
    beginnings
        .filter(|text| text.ends_with(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// A document like those of a real book; the same number always gives the same one.
fn document(kind: Kind, number: u64) -> Document {
    let of = |list: &[&'static str], salt: u64| {
        list[(mixed(number ^ (salt << 40)) % list.len() as u64) as usize]
    };
    let family = format!(
        "{}{}",
        of(&FAMILY, 1),
        if number.is_multiple_of(3) {
            ""
        } else {
            of(&["eau", "ier", "in"], 2)
        }
    );
    let company = format!("{} {family} {}", of(&TRADES, 3), of(&TOWNS, 4));
    let notes = (0..8)
        .map(|salt| of(&NOTES, 10 + salt))
        .collect::<Vec<_>>()
        .join(" ");
    let id = (u128::from(mixed(number)) << 64) | (u128::from(number) << 2) | kind as u128;
    let (rank, name, line) = match kind {
        Kind::Client | Kind::File => (
            rank_by_name(false, &company),
            company.clone(),
            of(&TOWNS, 5).to_owned(),
        ),
        Kind::Contact => {
            let name = format!("{} {family}", of(&GIVEN, 6));
            let line = format!(
                "{company} 02{:08} contact{number}@{}.fr",
                mixed(number) % 100_000_000,
                of(&TRADES, 7)
            );
            (rank_by_name(false, &name), name, line)
        }
        Kind::Touchpoint => {
            let kind = of(&["Visio", "Appel", "Visite"], 8);
            (
                rank_by_time(false, number as i64 * 3_600),
                format!("{kind} {family}"),
                company.clone(),
            )
        }
    };
    let mut document = Document::new(kind, id.to_be_bytes(), rank);
    document.say(Weight::Name, &name);
    document.say(Weight::Line, &line);
    document.say(Weight::Text, &notes);
    document
}

/// SplitMix64.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One letter p50 and p99, more letters p50 and p99, in milliseconds, of SQLite on the same rows.
fn judge(folder: &Path, typed: &[String]) -> Result<[f64; 4], Box<dyn Error>> {
    let mut python = Command::new("python3")
        .args(["-c", include_str!("fts5.py")])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut asked = python.stdin.take().ok_or("a pipe")?;
    asked.write_all(typed.join("\n").as_bytes())?;
    drop(asked);
    let said = python.wait_with_output()?;
    let figures: Vec<f64> = String::from_utf8(said.stdout)?
        .split_whitespace()
        .filter_map(|text| text.parse().ok())
        .collect();
    figures
        .try_into()
        .map_err(|_| "the judge says four figures".into())
}

fn disk(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes as f64 / 1e6)
}

fn at(values: &mut [f64], rank: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len().saturating_sub(1)) as f64 * rank;
    values.get(at.round() as usize).copied().unwrap_or_default()
}

fn say(figure: &str, value: f64, unit: &str, baseline: Option<(&str, f64)>, goal: Option<f64>) {
    let baseline = baseline
        .map(|(name, value)| format!(", \"baseline\": \"{name}\", \"baseline_value\": {value:.4}"))
        .unwrap_or_default();
    let goal = goal
        .map(|goal| format!(", \"goal\": {goal}"))
        .unwrap_or_default();
    println!(
        "{{\"figure\": \"{figure}\", \"value\": {value:.4}, \"unit\": \"{unit}\"{baseline}{goal}}}"
    );
}
