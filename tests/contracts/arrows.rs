//! Which room may lean on which: the table of ARCHITECTURE.md, held.

use crate::sources::{metadata, packages};

/// Our rooms, each with the rooms it may use. What only tests use is not an arrow.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("planner", &["domain"]),
    ("series", &["domain"]),
    ("exchange", &["domain"]),
    ("reach", &["domain"]),
    ("phrase", &["domain"]),
    ("vault", &[]),
    ("store", &["domain", "vault"]),
    ("search", &["domain", "vault"]),
    ("words", &["domain"]),
    (
        "workflows",
        &[
            "domain", "planner", "series", "exchange", "reach", "phrase", "vault", "store",
            "search", "words",
        ],
    ),
    (
        "wire",
        &["domain", "phrase", "planner", "words", "workflows"],
    ),
    (
        "sentier",
        &["domain", "store", "vault", "words", "workflows", "wire"],
    ),
    ("torture", &["domain", "store", "vault", "workflows"]),
    // No part of the app: nothing leans on it.
    (
        "hostile",
        &["domain", "exchange", "store", "wire", "workflows"],
    ),
    ("xtask", &[]),
];

/// Foreign crates that stop in one room, so that each could be replaced there.
const WALLS: &[(&str, &str)] = &[
    ("sled", "store"),
    ("aes", "vault"),
    ("argon2", "vault"),
    ("chacha20poly1305", "vault"),
    ("hkdf", "vault"),
    ("tantivy", "search"),
    ("rrule", "series"),
    ("calcard", "exchange"),
    ("rlibphonenumber", "reach"),
    ("email_address", "reach"),
    ("fluent-bundle", "words"),
    ("zip", "workflows"),
    ("notify-rust", "sentier"),
    ("auto-launch", "sentier"),
    ("ksni", "sentier"),
    ("linux-keyutils", "sentier"),
    ("keyring-core", "sentier"),
    ("tauri", "sentier"),
    ("tauri-specta", "sentier"),
];

/// All the domain may use: words and laws need no more.
const DOMAIN: &[&str] = &[
    "chrono",
    "chrono-tz",
    "serde",
    "strsim",
    "thiserror",
    "uuid",
];

#[test]
fn the_rooms_lean_on_each_other_only_as_the_architecture_says() {
    let packages = packages(metadata());
    let rooms: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let mut strange = Vec::new();
    for package in &packages {
        let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == package.name) else {
            strange.push(format!("{} is not in the table", package.name));
            continue;
        };
        for (dependency, only_tests) in &package.dependencies {
            let ours = rooms.contains(&dependency.as_str());
            if ours && !only_tests && !allowed.contains(&dependency.as_str()) {
                strange.push(format!("{} → {dependency}", package.name));
            }
        }
    }
    assert!(
        strange.is_empty(),
        "arrows that ARCHITECTURE.md does not have: {strange:#?}"
    );
}

#[test]
fn a_foreign_crate_with_a_wall_is_met_in_its_room_only() {
    let packages = packages(metadata());
    for (foreign, room) in WALLS {
        let users: Vec<&str> = packages
            .iter()
            .filter(|package| package.dependencies.iter().any(|(name, _)| name == foreign))
            .map(|package| package.name.as_str())
            .collect();
        assert_eq!(users, [*room], "{foreign} stops in {room}, tests included");
    }
}

#[test]
fn the_domain_knows_no_input_and_no_output() {
    let packages = packages(metadata());
    let domain = packages
        .iter()
        .find(|package| package.name == "domain")
        .expect("the domain is a room");
    for (name, only_tests) in &domain.dependencies {
        assert!(
            *only_tests || DOMAIN.contains(&name.as_str()),
            "{name} is more than words and laws need"
        );
    }
}
