//! What is opened outside the window, by a press.

use std::sync::Arc;

use tauri::State;
use wire::Problem;
use workflows::Fault;

use crate::door::Door;

/// Opens an address with the system: a page, a message to write, a number to call. Anything else is refused.
#[tauri::command(async)]
#[specta::specta]
pub fn open_link(door: State<'_, Arc<Door>>, address: String) -> Result<(), Problem> {
    let address = address.trim();
    if !domain::opens(address) {
        return Err(door.problem(&Fault::invalid("error-address")));
    }
    if door.desktop.open_link(address) {
        Ok(())
    } else {
        Err(door.problem(&Fault::invalid("error-opening")))
    }
}
