//! What arrives at a window that is there: files that are dropped on it, and a second start of Sentier.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tauri::{AppHandle, DragDropEvent, Manager};

use crate::door::Door;
use crate::events::{FilesGiven, FilesHover};
use crate::paths;
use crate::window::{come_forward, say};

/// Sentier was started again on this book: the window comes forward, with the files that start named. One that was to
/// stay hidden (a session's) asks for nothing.
pub(crate) fn second_launch(app: &AppHandle, arguments: &[String], from: &Path) {
    let launch = crate::cli::launch_of(arguments);
    if !launch.hidden || !launch.files.is_empty() {
        come_forward(app);
    }
    let files = launch.files.iter();
    give(app, files.map(|file| paths::given_file(from, file).into()));
}

/// Follows what is dragged over the window, and takes the files that are dropped. What is no file of this machine (a link,
/// a picture of a page) is no business of the window's: nothing is offered for it, and nothing comes of it.
pub(crate) fn files_over(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } if files_among(paths).next().is_some() => {
            say(app, FilesHover { over: true })
        }
        DragDropEvent::Leave => say(app, FilesHover { over: false }),
        DragDropEvent::Drop { paths, .. } if files_among(paths).next().is_some() => {
            say(app, FilesHover { over: false });
            give(app, files_among(paths).cloned());
        }
        _ => {}
    }
}

/// What of a drop are files: the web view hands over the addresses of links as if they were paths.
fn files_among(paths: &[PathBuf]) -> impl Iterator<Item = &PathBuf> {
    paths.iter().filter(|path| path.is_absolute())
}

/// Tells the page of files the person gave; while the book is locked, the page that will be there once it is open. From
/// now on it may ask for them.
fn give(app: &AppHandle, files: impl Iterator<Item = PathBuf>) {
    let Some(door) = app.try_state::<Arc<Door>>() else {
        return;
    };
    let paths = door.give(files);
    if paths.is_empty() {
        return;
    }
    if door.inside.is_open() {
        say(app, FilesGiven { paths });
    } else {
        door.files.lock().extend(paths);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_is_dropped_is_no_file() {
        let dropped = [
            "https://example.com/contract.ics",
            "mailto:zoe@example.com",
            "server/share/week.ics",
            "",
            "/home/zoe/week.ics",
        ]
        .map(PathBuf::from);
        let files: Vec<_> = files_among(&dropped).collect();
        assert_eq!(files, [Path::new("/home/zoe/week.ics")]);
    }
}
