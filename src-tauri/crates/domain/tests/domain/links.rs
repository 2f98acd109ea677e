use domain::{Link, LinkService};
use proptest::prelude::*;

#[test]
fn the_five_services_are_recognised_in_what_others_write() {
    let cases = [
        (
            "Rejoindre : https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d",
            LinkService::Teams,
        ),
        ("<https://teams.live.com/meet/93>", LinkService::Teams),
        (
            "Participer : https://meet.google.com/abc-defg-hij.",
            LinkService::Meet,
        ),
        (
            "https://us02web.zoom.us/j/81234567890?pwd=abc (code 123)",
            LinkService::Zoom,
        ),
        (
            "https://acme.webex.com/acme/j.php?MTID=m1",
            LinkService::Webex,
        ),
        (
            "Salle https://meet.jit.si/sentier-x, à tout de suite",
            LinkService::Jitsi,
        ),
        ("https://jitsi.exemple.test/salle", LinkService::Jitsi),
    ];
    for (text, service) in cases {
        let link = Link::find(text).expect(text);
        assert_eq!(link.service, service, "in {text}");
        assert!(
            !link.url.ends_with(['.', ',', ')', '>']),
            "prose is no part of {}",
            link.url
        );
    }
}

#[test]
fn an_address_that_pretends_is_not_taken_for_a_service() {
    for text in [
        "https://teams.microsoft.com@mechant.test/l/meetup-join/",
        "https://teams.microsoft.com.mechant.test/l/",
        "https://zoom.us.mechant.test/j/1",
        "https://exemple.test/?u=https://",
    ] {
        assert!(Link::find(text).is_none(), "{text} is not one of the five");
    }
}

#[test]
fn only_addresses_a_browser_may_open_are_links() {
    for text in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https:// deux mots.test",
        "ftp://x.test",
    ] {
        assert!(
            Link::parse(text).is_none(),
            "{text} must never reach the system"
        );
    }
    assert!(
        Link::parse(" https://exemple.test/salle?x=1 ").is_some(),
        "spaces around are the hand's"
    );
}

proptest! {
    #[test]
    fn a_room_made_here_is_recognised_and_unguessable(a: [u8; 15], b: [u8; 15]) {
        let (one, two) = (Link::jitsi(a), Link::jitsi(b));
        prop_assert_eq!(Link::parse(&one.url), Some(one.clone()), "our own link is one we know");
        prop_assert_eq!(a == b, one == two, "every bit of the dice is in the name");
    }

    #[test]
    fn no_text_makes_finding_a_link_panic(text in "\\PC{0,200}") {
        if let Some(link) = Link::find(&text) {
            prop_assert!(link.url.starts_with("http"));
        }
    }
}

#[test]
fn a_page_a_message_and_a_number_may_be_opened() {
    for address in [
        "https://exemple.fr/a?b=c#d",
        " http://exemple.fr ",
        "mailto:zoe@example.com",
        "MAILTO:zoe@example.com?Subject=Bonjour&body=%C3%A0%20lundi",
        "tel:+33238000000",
        "tel:02-38-00-00-00",
    ] {
        assert!(domain::opens(address), "{address} is opened");
    }
}

#[test]
fn nothing_else_may_be_opened() {
    for address in [
        "",
        "exemple.fr",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "smb://server/share",
        "ms-msdt:/id",
        "https://",
        "https://teams.microsoft.com@elsewhere.example/",
        "https://exemple.fr/a b",
        "https://exemple.fr/\u{7}",
        "mailto:",
        "mailto:zoe@example.com?attach=/etc/passwd",
        "mailto:zoe@example.com?subject=a&attachment=/etc/passwd",
        "tel:",
        "tel:+33 6;phone-context=x",
        "tel:$(id)",
    ] {
        assert!(!domain::opens(address), "{address:?} stays closed");
    }
}

proptest! {
    #[test]
    fn whatever_is_opened_is_a_page_a_message_or_a_number_and_shows_all_of_itself(
        address in "(?i:https?://|mailto:|tel:|file:///|javascript:|data:|[a-z]{1,6}:)?[a-z0-9@.:/?=&%+#\\\\ \\t\\r\\n\\x00\u{202e}\u{200b}\u{feff}é-]{0,40}",
    ) {
        if domain::opens(&address) {
            let address = address.trim();
            let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
            prop_assert!(["http", "https", "mailto", "tel"].contains(&scheme.as_str()), "{:?}", address);
            let unseen = |c: char| c.is_control() || c.is_whitespace() || domain::is_hidden(c);
            prop_assert!(!address.contains(unseen), "{:?}", address);
        }
    }
}
