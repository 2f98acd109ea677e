//! The system's notifications. They say the reason and offer nothing to press: a click may never arrive, so everything
//! that can be done of a reminder is in the window.

use notify_rust::Notification;
use workflows::reminders::Said;

/// Shows a notification; whether the system took it.
pub(crate) fn show(said: &Said) -> bool {
    let mut notification = Notification::new();
    notification.appname("Sentier").summary(&said.title);
    dress(&mut notification, &said.body);
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
