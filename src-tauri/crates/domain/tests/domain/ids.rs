use domain::{Client, Id, Touchpoint, TouchpointId};
use proptest::prelude::*;

#[test]
fn an_id_of_one_noun_is_refused_where_another_is_meant() {
    let client: Id<Client> = Id::from_number_for_testing(1);
    let error = client
        .to_string()
        .parse::<TouchpointId>()
        .expect_err("a client is no touchpoint");
    assert_eq!(
        error.prefix, "tp",
        "the message says which noun was asked for"
    );
}

#[test]
fn the_same_content_has_the_same_id() {
    let one: Id<Touchpoint> = Id::from_content(b"BEGIN:VEVENT");
    assert_eq!(
        one,
        Id::from_content(b"BEGIN:VEVENT"),
        "bringing it in twice is one thing"
    );
    assert_ne!(
        one,
        Id::from_content(b"BEGIN:VTODO"),
        "other content is another thing"
    );
}

proptest! {
    #[test]
    fn an_id_reads_back_as_it_prints(bytes: [u8; 16]) {
        let id: TouchpointId = Id::from_bytes(bytes);
        prop_assert_eq!(id.to_string().parse::<TouchpointId>(), Ok(id));
    }

    #[test]
    fn ids_made_later_sort_later(first in 0_u64..1 << 47, apart in 1_u64..1 << 20, a: [u8; 10], b: [u8; 10]) {
        let (one, two): (TouchpointId, TouchpointId) = (Id::from_parts(first, a), Id::from_parts(first + apart, b));
        prop_assert!(one < two, "lists by id are lists by time");
    }

    #[test]
    fn no_text_makes_reading_an_id_panic(text in ".{0,80}") {
        let _ = text.parse::<TouchpointId>();
    }
}
