//! The floor of every start: the same shell with one word on its page, no store and no plugin.
//! `cargo xtask bench` starts it in turns with the app, so that each figure has its baseline from
//! the same minute.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Sentier")
                .inner_size(1280.0, 820.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!(
            "src-tauri/examples/empty/tauri.conf.json"
        ))
}
