//! How the program reads what a shell gives it, before any verb works.

use std::process::{Command, Output};

fn sentier(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sentier"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("SENTIER_DATA_DIR")
        .output()
        .expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_every_verb_takes_may_stand_before_it_or_after() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_string_lossy();
    let common = ["--data-dir", &data, "--lang", "fr", "--json"];
    let before = sentier(&[&common[..], &["check"]].concat());
    assert_eq!(before.status.code(), Some(0), "{}", said(&before));
    let after = sentier(&[&["check"], &common[..]].concat());
    assert_eq!(before.stdout, after.stdout);
    assert!(!before.stdout.is_empty());
}

#[test]
fn what_is_for_the_window_alone_is_refused_before_a_verb() {
    let output = sentier(&["--lang", "fr", "--hidden", "check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = said(&output);
    assert!(said.starts_with("--hidden n’a de sens"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_screen_it_says_so_and_makes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let output = sentier(&["--lang", "fr", "--data-dir", &data.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("Il n’y a pas d’écran"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(!data.exists());
}
