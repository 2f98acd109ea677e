use serde_json::{Value, json};

use crate::window::fresh;

#[test]
fn a_press_opens_a_page_a_message_or_a_number_and_nothing_else() {
    let (_folder, window) = fresh();
    for address in [
        "https://exemple.fr/",
        "mailto:zoe@example.com",
        "tel:+33238000000",
    ] {
        window.call::<Value>("open_link", json!({ "address": address }));
    }
    for address in ["file:///etc/passwd", "javascript:alert(1)", "exemple.fr"] {
        let refused = window
            .try_call::<Value>("open_link", json!({ "address": address }))
            .expect_err("it stays closed");
        assert_eq!(refused["code"], "invalid", "{address} is refused calmly");
    }
    assert_eq!(
        *window.heard.opened.lock(),
        [
            "https://exemple.fr/",
            "mailto:zoe@example.com",
            "tel:+33238000000"
        ],
        "the desktop was asked for what may be opened, and for nothing else"
    );
}
