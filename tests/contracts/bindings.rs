//! The TypeScript the window is checked against is the one the shell speaks.

use std::path::Path;

#[test]
fn the_committed_bindings_are_what_the_shell_speaks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = root.join("ui/src/ipc/bindings.gen.ts");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let fresh = folder.path().join("bindings.gen.ts");
    sentier_shell::surface::<tauri::Wry>()
        .export(specta_typescript::Typescript::default(), &fresh)
        .expect("the surface exports to TypeScript");
    let text = std::fs::read_to_string(&fresh).expect("the export is text");
    if std::env::var_os("SENTIER_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(committed.parent().expect("a folder"))
            .expect("the folder can be made");
        std::fs::write(&committed, &text).expect("the bindings can be written");
    }
    let there = std::fs::read_to_string(&committed).unwrap_or_default();
    assert!(
        there == text,
        "ui/src/ipc/bindings.gen.ts has drifted: run `cargo xtask bindings` and commit it"
    );
}
