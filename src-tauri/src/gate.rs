//! The gate every message of the page comes through, before any command reads it.

use std::sync::Arc;

use tauri::ipc::{Invoke, InvokeBody};
use tauri::{Manager, Runtime};
use wire::Problem;
use wire::checked::{self, Refused};
use words::Words;
use workflows::Fault;

use crate::door::Door;

/// The commands of a surface behind the gate ([`wire::checked`]): what a message may not hold is answered with a
/// [`Problem`], and no command runs.
pub fn gated<R: Runtime>(
    surface: &tauri_specta::Builder<R>,
) -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    let commands = surface.invoke_handler();
    move |invoke| match checked(&invoke) {
        Ok(()) => commands(invoke),
        Err(refused) => {
            // Which command, and no more: the rest is what somebody may have written.
            log::warn!(
                "a message to {} was refused",
                domain::clean_line(invoke.message.command(), 60)
            );
            let fault = Fault::from(refused);
            let view = invoke.message.webview_ref();
            let door = view.try_state::<Arc<Door>>();
            let house = door.and_then(|door| door.house_if_open());
            let words = house.map_or_else(
                || Arc::new(Words::new(words::system_language())),
                |house| house.words(),
            );
            invoke.resolver.reject(Problem::of(&fault, &words));
            true
        }
    }
}

fn checked<R: Runtime>(invoke: &Invoke<R>) -> Result<(), Refused> {
    match invoke.message.payload() {
        // A command without arguments.
        InvokeBody::Json(serde_json::Value::Null) => Ok(()),
        InvokeBody::Json(arguments) => checked::message(invoke.message.command(), arguments),
        InvokeBody::Raw(_) => Err(Refused::Shapeless),
    }
}
