//! What the worker says: lines on its standard output, each write whole.

use std::io::Write;

/// Says a line.
pub(crate) fn flush_line(line: &str) {
    say(&format!("{}\n", line.replace('\n', " ")));
}

/// Says lines in one write. A listener that has gone needs nothing more.
pub(crate) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    if write_all(&mut out, text.as_bytes()).is_err() {
        std::process::exit(5);
    }
}

/// Standard output is buffered by lines; what goes around it goes whole.
fn write_all(out: &mut std::io::StdoutLock<'_>, bytes: &[u8]) -> std::io::Result<()> {
    out.write_all(bytes)?;
    out.flush()
}
