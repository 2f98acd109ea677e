//! The gate every message of the page comes through, before any command reads it.

use std::sync::Arc;

use tauri::ipc::{Invoke, InvokeBody};
use tauri::{Manager, Runtime};
use wire::Problem;
use wire::checked::{self, Refused};
use words::Words;
use workflows::Fault;

use crate::door::Door;

/// What answers the page: the commands of a surface behind the gate; while the book is locked, only those of the lock.
/// What a message may not hold ([`wire::checked`]) is answered with a [`Problem`], and no command runs.
pub fn handler<R: Runtime>(
    surface: &tauri_specta::Builder<R>,
) -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    let commands = surface.invoke_handler();
    move |invoke| match answered(&invoke) {
        None => commands(invoke),
        Some(problem) => {
            invoke.resolver.reject(problem);
            true
        }
    }
}

/// What is answered instead of the command.
fn answered<R: Runtime>(invoke: &Invoke<R>) -> Option<Problem> {
    let command = invoke.message.command();
    let door = invoke.message.webview_ref().try_state::<Arc<Door>>();
    if let Some(problem) = door.as_ref().and_then(|door| door.bars(command)) {
        return Some(problem);
    }
    let refused = checked(invoke).err()?;
    // Which command, and no more: the rest is what somebody may have written.
    log::warn!(
        "a message to {} was refused",
        domain::clean_line(command, 60)
    );
    let house = door.as_ref().and_then(|door| door.house_if_open());
    let words = house.map_or_else(
        || Arc::new(Words::new(words::system_language())),
        |house| house.words(),
    );
    Some(Problem::of(&Fault::from(refused), &words))
}

fn checked<R: Runtime>(invoke: &Invoke<R>) -> Result<(), Refused> {
    match invoke.message.payload() {
        // A command without arguments.
        InvokeBody::Json(serde_json::Value::Null) => Ok(()),
        InvokeBody::Json(arguments) => checked::message(invoke.message.command(), arguments),
        InvokeBody::Raw(_) => Err(Refused::Shapeless),
    }
}
