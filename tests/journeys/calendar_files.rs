use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use wire::{Done, ImportPreview, Match};

use crate::window::{Window, blocks, done, drop_at, fresh};

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ics");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the corpus")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "ics"))
        .collect();
    files.sort();
    assert!(files.len() >= 15, "the corpus is there");
    files
}

fn preview(window: &Window, file: &Path) -> ImportPreview {
    window.call("preview_import", json!({ "paths": [window.given(file)] }))
}

pub(crate) fn bring_in(window: &Window, file: &Path) -> Done {
    let preview = preview(window, file);
    let choice = json!({ "skip": [], "takeDiffering": true });
    window.call(
        "run_import",
        json!({ "ticket": preview.ticket, "choice": choice }),
    )
}

fn export(window: &Window, to: &Path) -> Vec<u8> {
    *window.heard.save_to.lock() = Some(to.to_owned());
    window.call::<Option<String>>("export_calendar", Value::Null);
    std::fs::read(to).expect("the export")
}

#[test]
fn every_file_of_the_corpus_comes_back_byte_for_byte() {
    for file in corpus() {
        let (folder, window) = fresh();
        bring_in(&window, &file);
        let out = export(&window, &folder.path().join("out.ics"));
        assert!(
            out == std::fs::read(&file).expect("the file"),
            "{} came back changed",
            file.display()
        );
        window.close();
    }
}

#[test]
fn the_same_file_three_times_changes_nothing() {
    for file in corpus() {
        let (folder, window) = fresh();
        bring_in(&window, &file);
        let once = export(&window, &folder.path().join("once.ics"));
        for _ in 0..2 {
            let again = preview(&window, &file);
            assert_eq!(
                (again.counts.new, again.counts.differs),
                (0, 0),
                "{} is already here",
                file.display()
            );
            bring_in(&window, &file);
        }
        assert!(
            export(&window, &folder.path().join("again.ics")) == once,
            "{}",
            file.display()
        );
        window.close();
    }
}

#[test]
fn a_whole_import_is_one_step_to_undo() {
    let (folder, window) = fresh();
    let file = folder.path().join("trois.ics");
    let event = |n: u32| {
        format!(
            "BEGIN:VEVENT\r\nUID:{n}@exemple.test\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:202611{}T090000Z\r\nSUMMARY:N{n}\r\nEND:VEVENT\r\n",
            23 + n
        )
    };
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}{}END:VCALENDAR\r\n",
        event(0),
        event(1),
        event(2)
    );
    std::fs::write(&file, text).expect("written");
    let said = bring_in(&window, &file).said;
    assert_eq!(said, "3 rendez-vous apportés");
    assert_eq!(blocks(&window, "2026-11-23", "2026-11-30").len(), 3);
    window.call::<Option<Done>>("undo", Value::Null);
    assert!(
        blocks(&window, "2026-11-23", "2026-11-30").is_empty(),
        "one press"
    );
    window.call::<Option<Done>>("redo", Value::Null);
    assert_eq!(blocks(&window, "2026-11-23", "2026-11-30").len(), 3);
}

#[test]
fn a_moved_meeting_changes_only_the_lines_it_must() {
    let (folder, window) = fresh();
    let file = folder.path().join("un.ics");
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Pro\r\nBEGIN:VEVENT\r\nUID:1@exemple.test\r\nX-ODD;P=1:gardé\r\n\
        DTSTAMP:20261101T080000Z\r\nDTSTART;TZID=Europe/Paris:20261123T100000\r\nDTEND;TZID=Europe/Paris:20261123T110000\r\n\
        SUMMARY:Visio\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    std::fs::write(&file, text).expect("written");
    bring_in(&window, &file);
    let block = blocks(&window, "2026-11-23", "2026-11-24")
        .pop()
        .expect("the meeting");
    done(window.call(
        "reschedule",
        drop_at(&block, "2026-11-26T13:00", 60, "this"),
    ));
    let out = String::from_utf8(export(&window, &folder.path().join("out.ics"))).expect("text");
    assert!(
        out.contains("DTSTART;TZID=Europe/Paris:20261126T130000\r\n"),
        "moved, in its own zone:\n{out}"
    );
    let kept = |line: &&str| out.lines().any(|other| other == *line);
    let gone: Vec<&str> = text.lines().filter(|line| !kept(line)).collect();
    assert!(
        gone.len() <= 3,
        "only the start, the end and the stamp: {gone:?}"
    );

    window.call::<Option<Done>>("undo", Value::Null);
    assert_eq!(
        export(&window, &folder.path().join("back.ics")),
        text.as_bytes(),
        "a move undone leaves no trace"
    );
}

#[test]
fn bad_entries_are_named_and_the_good_ones_come() {
    let (folder, window) = fresh();
    let file = folder.path().join("abime.ics");
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:mal@exemple.test\r\nDTSTART:hier\r\nSUMMARY:Mal\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:bien@exemple.test\r\nDTSTART:20261124T090000Z\r\nSUMMARY:Bien\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    std::fs::write(&file, text).expect("written");
    let preview = preview(&window, &file);
    assert_eq!((preview.counts.new, preview.counts.invalid), (1, 1));
    let bad = preview
        .rows
        .iter()
        .find(|row| row.verdict == Match::Invalid)
        .expect("the bad entry");
    assert!(!bad.detail.is_empty(), "it says why");
    bring_in(&window, &file);
    assert_eq!(
        blocks(&window, "2026-11-24", "2026-11-25").len(),
        1,
        "the good one is kept"
    );
}

#[test]
fn a_file_that_is_no_calendar_gets_a_sentence() {
    let (folder, window) = fresh();
    let file = folder.path().join("photo.ics");
    std::fs::write(&file, [0xff_u8, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]).expect("written");
    let preview = preview(&window, &file);
    assert!(
        preview.files[0]
            .problem
            .as_deref()
            .expect("a sentence")
            .contains("photo.ics")
    );
    let missing = self::preview(&window, &folder.path().join("absent.ics"));
    assert!(
        missing.files[0].problem.is_some(),
        "a file that went away is said, not thrown"
    );
}

#[test]
fn what_one_calls_oneself_is_judged_before_it_comes_in_and_comes_in_all_the_same() {
    let (folder, window) = fresh();
    let mut settings: Value = window.call::<Value>("start", Value::Null)["settings"].clone();
    settings["me"] = json!({ "name": "Camille", "email": "camille@nous.example" });
    window.call::<Value>("save_settings", json!({ "settings": settings }));
    crate::window::plan(&window, "Visio du Lac", "2026-11-26T10:00", 60);
    let event = |uid: &str, start: &str, organizer: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:{uid}\r\n\
             DTSTART;TZID=Europe/Paris:{start}\r\nDURATION:PT1H\r\nORGANIZER:mailto:{organizer}\r\n\
             ATTENDEE:mailto:lac@eux.example\r\nEND:VEVENT\r\n"
        )
    };
    let file = folder.path().join("invitations.ics");
    let lines = [
        event("le-mien", "20261126T103000", "Camille@nous.example"),
        event("le-leur", "20261126T103000", "marc@eux.example"),
        event("libre", "20261126T150000", "camille@nous.example"),
        event("passe", "20261123T100000", "camille@nous.example"),
    ];
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//\r\n{}END:VCALENDAR\r\n",
        lines.concat()
    );
    std::fs::write(&file, text).expect("written");

    let looked = preview(&window, &file);
    let detail = |title: &str| {
        let row = looked.rows.iter().find(|row| row.title == title);
        row.expect("the row").detail.clone()
    };
    assert!(
        detail("le-mien").contains("Chevauche"),
        "{}",
        detail("le-mien")
    );
    assert_eq!(
        detail("le-leur"),
        "",
        "another one's meeting is theirs to place"
    );
    assert_eq!(detail("libre"), "");
    assert_eq!(detail("passe"), "", "what is over is over");

    let choice = json!({ "skip": [], "takeDiffering": true });
    let ticket = json!({ "ticket": looked.ticket, "choice": choice });
    window.call::<Done>("run_import", ticket);
    assert_eq!(
        blocks(&window, "2026-11-26", "2026-11-27").len(),
        4,
        "nothing that is brought in is refused"
    );
}
