//! The lock on the command line: the program itself, as a shell runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const FIRST: &str = "une phrase de passe";
const SECOND: &str = "une toute autre phrase";
const NEEDLE: &str = "Zqxaiguille";

struct Shell {
    folder: TempDir,
}

impl Shell {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let calendar = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\n\
             DTSTAMP:20261101T100000Z\r\nDTSTART:20261126T100000Z\r\nDTEND:20261126T110000Z\r\n\
             SUMMARY:{NEEDLE}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        fs::write(folder.path().join("agenda.ics"), calendar).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// Runs a verb where nobody sits at a terminal.
    fn run(&self, arguments: &[&str], secrets: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sentier"));
        command
            .args(arguments)
            .args(["--json", "--lang", "fr", "--now", crate::window::NOW])
            .env("SENTIER_DATA_DIR", self.path("book"))
            .env_remove("SENTIER_PASSPHRASE")
            .env_remove("SENTIER_NEW_PASSPHRASE")
            .envs(secrets.iter().copied())
            .stdin(Stdio::null());
        command.output().expect("it runs")
    }

    fn well(&self, arguments: &[&str], secrets: &[(&str, &str)]) -> Value {
        let output = self.run(arguments, secrets);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    /// It fails with exit 1 and a sentence, and gives nothing away.
    fn fails(&self, arguments: &[&str], secrets: &[(&str, &str)]) -> String {
        let output = self.run(arguments, secrets);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let said: Value = serde_json::from_slice(&output.stderr).expect("a sentence");
        said["message"].as_str().expect("a sentence").to_owned()
    }

    fn shows(&self) -> bool {
        shows(Path::new(&self.path("book")))
    }
}

fn shows(folder: &Path) -> bool {
    fs::read_dir(folder)
        .expect("listed")
        .flatten()
        .any(|entry| {
            let path = entry.path();
            if path.is_dir() {
                return shows(&path);
            }
            let bytes = fs::read(path).expect("read");
            let needle = NEEDLE.as_bytes();
            bytes
                .windows(needle.len())
                .any(|part| part.eq_ignore_ascii_case(needle))
        })
}

#[test]
fn a_locked_book_asks_for_its_passphrase_whatever_the_verb() {
    let shell = Shell::new();
    let agenda = shell.path("agenda.ics");
    let list = [
        "list",
        "touchpoints",
        "--from",
        "2026-11-23",
        "--to",
        "2026-11-27",
    ];
    shell.well(&["import", &agenda], &[]);
    assert!(shell.shows(), "a book without a lock can be read");
    assert_eq!(
        shell.fails(&["lock", "off"], &[]),
        "Ce carnet n’a pas de verrou"
    );
    let message = shell.fails(&["lock", "on"], &[]);
    assert_eq!(message, "Il manque la nouvelle phrase de passe");
    let short = [("SENTIER_NEW_PASSPHRASE", "court")];
    shell.fails(&["lock", "on"], &short);
    assert_eq!(
        shell.well(&["lock", "status"], &[])["locked"],
        false,
        "and it stays so"
    );

    let on = shell.well(&["lock", "on"], &[("SENTIER_NEW_PASSPHRASE", FIRST)]);
    let code = on["code"].as_str().expect("a code").to_owned();
    assert!(!shell.shows());
    assert_eq!(shell.well(&["lock", "status"], &[])["locked"], true);
    assert_eq!(shell.fails(&list, &[]), "Ce carnet est verrouillé");
    let wrong = [("SENTIER_PASSPHRASE", SECOND)];
    assert_eq!(shell.fails(&list, &wrong), "Cela n’ouvre pas ce carnet");
    assert_eq!(
        shell.fails(&["lock", "off"], &wrong),
        "Cela n’ouvre pas ce carnet"
    );
    let right = [("SENTIER_PASSPHRASE", FIRST)];
    assert!(shell.well(&list, &right).to_string().contains(NEEDLE));
    fs::write(shell.path("phrase"), format!("{FIRST}\n")).expect("written");
    let phrase = shell.path("phrase");
    shell.well(&["check", "--passphrase-file", &phrase], &[]);
    assert!(!shell.shows());

    let both = [
        ("SENTIER_PASSPHRASE", FIRST),
        ("SENTIER_NEW_PASSPHRASE", SECOND),
    ];
    shell.well(&["lock", "change"], &both);
    assert_eq!(shell.fails(&list, &right), "Cela n’ouvre pas ce carnet");
    shell.well(&list, &wrong);
    assert_eq!(
        shell.fails(&["lock", "recover"], &[]),
        "Il manque le code de secours"
    );
    fs::write(shell.path("code"), code.to_lowercase()).expect("written");
    let recover = ["lock", "recover", "--code-file", &shell.path("code")];
    shell.well(&recover, &[("SENTIER_NEW_PASSPHRASE", FIRST)]);
    shell.well(&["lock", "code"], &right);
    let message = shell.fails(&recover, &[("SENTIER_NEW_PASSPHRASE", SECOND)]);
    assert_eq!(
        message, "Cela n’ouvre pas ce carnet",
        "the code before opens no longer"
    );

    shell.well(&["lock", "off"], &right);
    assert!(shell.shows());
    assert!(shell.well(&list, &[]).to_string().contains(NEEDLE));
}
