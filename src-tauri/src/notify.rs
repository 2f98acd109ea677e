//! The system's notifications. They say the reason and offer nothing to press: a click may never arrive, so everything
//! that can be done of a reminder is in the window.

use domain::{clean_line, clean_text};
use notify_rust::Notification;
use workflows::reminders::Said;

/// The longest title and body, in characters: more is no notification.
const LINE_MOST: usize = 200;
const TEXT_MOST: usize = 1_000;

/// Shows a notification; whether the system took it.
pub(crate) fn show(said: &Said) -> bool {
    let mut notification = Notification::new();
    // A record of an archive somebody made may hold what nobody could have typed.
    let (title, body) = (
        clean_line(&said.title, LINE_MOST),
        clean_text(&said.body, TEXT_MOST),
    );
    notification.appname("Sentier").summary(&title);
    dress(&mut notification, &body);
    match notification.show() {
        Ok(_) => true,
        Err(error) => {
            log::warn!("the notification was not shown: {error}");
            false
        }
    }
}

#[cfg(target_os = "linux")]
fn dress(notification: &mut Notification, body: &str) {
    // Where bodies are read as markup, a client called "A & B" must not be.
    let marked = notify_rust::get_capabilities()
        .is_ok_and(|able| able.iter().any(|one| one == "body-markup"));
    let body = if marked {
        escaped(body)
    } else {
        body.to_owned()
    };
    notification
        .body(&body)
        .icon("sentier")
        .hint(notify_rust::Hint::DesktopEntry("Sentier".into()));
}

#[cfg(not(target_os = "linux"))]
fn dress(notification: &mut Notification, body: &str) {
    notification.body(body);
}

#[cfg(target_os = "linux")]
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
