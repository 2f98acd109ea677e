//! What is said of a fault of ours: where it happened, and nothing of what was being worked on.

use std::panic::PanicHookInfo;

/// From now on a panic says its place alone, to the log and to the terminal. Its message may quote what it stumbled over
/// (a name, a note), and would stand in the log, in the system's journal, in a report somebody sends.
///
/// A debug build says all of it: whoever runs one works on Sentier.
pub(crate) fn say_where_only() {
    if cfg!(debug_assertions) {
        return;
    }
    std::panic::set_hook(Box::new(|info| {
        let said = place_of(info);
        log::error!("{said}");
        eprintln!("sentier: {said}");
    }));
}

fn place_of(info: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("unnamed");
    match info.location() {
        Some(at) => format!(
            "a fault of Sentier's own in {}:{}:{} (thread {name})",
            at.file(),
            at.line(),
            at.column()
        ),
        None => format!("a fault of Sentier's own (thread {name})"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::place_of;

    #[test]
    fn a_panic_says_its_place_and_not_what_it_stumbled_over() {
        let said = Arc::new(Mutex::new(String::new()));
        let heard = said.clone();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if let Ok(mut heard) = heard.lock() {
                heard.push_str(&place_of(info));
            }
        }));
        let name = "Hélène Riou";
        let fell = std::panic::catch_unwind(|| name[..2].len());
        std::panic::set_hook(before);
        let said = said.lock().map(|said| said.clone()).unwrap_or_default();
        assert!(fell.is_err(), "it falls in the middle of a letter");
        assert!(said.contains("crash.rs"), "{said}");
        assert!(!said.contains("Riou"), "{said}");
    }
}
