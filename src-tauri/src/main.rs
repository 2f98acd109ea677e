//! `sentier` opens the window; `sentier <verb>` works without one.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    sentier_shell::cli::main()
}
