use proptest::prelude::*;
use reach::{EmailError, email};

#[test]
fn an_address_is_taken_out_of_what_people_write_around_it() {
    for (text, address) in [
        ("zoe@example.com", "zoe@example.com"),
        ("  ZOE@Example.COM ", "ZOE@Example.COM"),
        ("mailto:zoe@example.com?subject=Bonjour", "zoe@example.com"),
        ("MAILTO:zoe@example.com", "zoe@example.com"),
        ("<zoe@example.com>", "zoe@example.com"),
        ("Noël, Zoé <zoe@example.com>", "zoe@example.com"),
        ("zoe+devis@sous.exemple.fr", "zoe+devis@sous.exemple.fr"),
        ("zoé@café.fr", "zoé@café.fr"),
        ("\"zoe noel\"@example.com", "\"zoe noel\"@example.com"),
        ("o'brien@example.ie", "o'brien@example.ie"),
    ] {
        assert_eq!(email(text).unwrap().address, address, "{text:?}");
    }
}

#[test]
fn what_cannot_be_an_address_says_where() {
    for (text, why) in [
        ("", EmailError::Empty),
        ("   ", EmailError::Empty),
        ("<>", EmailError::Empty),
        ("zoe", EmailError::NoAt),
        ("zoe.example.com", EmailError::NoAt),
        ("@example.com", EmailError::Local),
        ("zoe noel@example.com", EmailError::Local),
        ("zoe..noel@example.com", EmailError::Local),
        (".zoe@example.com", EmailError::Local),
        ("zoe@", EmailError::Domain),
        ("zoe@localhost", EmailError::Domain),
        ("zoe@example..com", EmailError::Domain),
        ("zoe@-example-.com", EmailError::Domain),
        ("zoe@exam ple.com", EmailError::Domain),
        ("zoe@[127.0.0.1]", EmailError::Domain),
        ("zoe@example.com,", EmailError::Domain),
        ("zoe@example.com, jean@example.org", EmailError::Several),
        ("zoe@example.com;jean@example.org", EmailError::Several),
    ] {
        assert_eq!(email(text), Err(why), "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in ".*") {
        if let Ok(email) = email(&text) {
            prop_assert!(email.address.contains('@'));
            prop_assert_eq!(reach::email(&email.address), Ok(email), "taken out once, it is bare");
        }
    }

    #[test]
    fn a_plain_address_is_one(local in "[a-z][a-z0-9]{0,9}([._+-][a-z0-9]{1,8}){0,2}", domain in "([a-z][a-z0-9]{0,9}\\.){1,3}[a-z]{2,6}") {
        let address = format!("{local}@{domain}");
        prop_assert_eq!(email(&address).unwrap().address, address);
    }
}
