//! What crosses of the data folder.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use workflows::folder;

/// Something to know of the data folder or the clock, as long as it is true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Notice {
    /// Which one it is, for putting it away.
    pub id: String,
    /// What it is: a word of `folder.ftl`.
    pub word: String,
    /// What is so, in the person's language.
    pub said: String,
    /// What to do about it.
    pub hint: String,
}

impl From<folder::Notice> for Notice {
    fn from(notice: folder::Notice) -> Self {
        Self {
            id: notice.id,
            word: notice.word.name().to_owned(),
            said: notice.said,
            hint: notice.hint,
        }
    }
}

/// What is offered while the house could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Closure {
    /// Where it was looked for.
    pub folder: String,
    /// Whether there is anything there to be shown.
    pub is_there: bool,
    /// Whether only another folder helps.
    pub elsewhere: bool,
}

impl Closure {
    /// What is offered before a folder; `elsewhere` when only another one helps.
    pub fn before(folder: &Path, elsewhere: bool) -> Self {
        Self {
            folder: folder.display().to_string(),
            is_there: folder.exists(),
            elsewhere,
        }
    }
}
