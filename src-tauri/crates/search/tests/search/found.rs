use std::collections::HashSet;

use search::{COUNTED, Document, Kind, Query};

use crate::book::{document, index_of, key, numbers, write};

#[test]
fn accents_case_ligatures_and_articles_do_not_matter() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = index_of(
        folder.path(),
        &[
            document(Kind::Contact, 1, ["Hélène Lefèvre", "", ""]),
            document(Kind::Client, 2, ["L’Atelier d'Été", "", ""]),
            document(Kind::Client, 3, ["Cœur & Œuvre", "", ""]),
            document(Kind::Contact, 4, ["Jean-Pierre O'Brien", "", ""]),
            document(Kind::Contact, 5, ["He\u{301}lo\u{ef}se Strauß", "", ""]),
        ],
    );
    for (typed, number) in [
        ("helene", 1),
        ("LEFEVRE", 1),
        ("Lefe\u{300}vre hel", 1),
        ("atelier", 2),
        ("l'atelier", 2),
        ("l atelier", 2),
        ("ete", 2),
        ("d’été", 2),
        ("coeur", 3),
        ("œuv", 3),
        ("jean-pierre", 4),
        ("jeanpierre", 4),
        ("pierre jean", 4),
        ("obrien", 4),
        ("heloise strauss", 5),
    ] {
        assert_eq!(numbers(&index, typed), [number], "{typed}");
    }
    assert!(
        numbers(&index, "helene atelier").is_empty(),
        "all words, of one document"
    );
}

#[test]
fn names_come_before_lines_before_texts_and_whole_words_before_beginnings() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = index_of(
        folder.path(),
        &[
            document(Kind::Client, 1, ["Autre", "", "martin y pense"]),
            document(Kind::Client, 2, ["Encore", "Martin", ""]),
            document(Kind::Client, 3, ["Martine", "", ""]),
            document(Kind::Client, 4, ["Martin", "", ""]),
        ],
    );
    assert_eq!(numbers(&index, "martin"), [4, 3, 2, 1], "the best first");
}

#[test]
fn one_wrong_letter_is_forgiven_when_nothing_is_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = index_of(
        folder.path(),
        &[
            document(Kind::Client, 1, ["Boulangerie Lefèvre", "", ""]),
            document(Kind::Contact, 2, ["Marc", "02 38 12 34 56", ""]),
        ],
    );
    for typed in [
        "lefvre",
        "lefever",
        "lefèvvre",
        "boulangr",
        "bolangerie lef",
    ] {
        assert_eq!(numbers(&index, typed), [1], "{typed} is nearly right");
    }
    assert!(
        numbers(&index, "mefevre").is_empty(),
        "the first letter is kept"
    );
    assert!(
        numbers(&index, "0239").is_empty(),
        "a number is right or another one"
    );
}

#[test]
fn a_number_is_found_however_it_is_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut contact = Document::new(Kind::Contact, key(1), 0);
    contact.say_phone("+33238123456", "02.38.12.34.56");
    let index = index_of(folder.path(), &[contact]);
    for typed in [
        "0238123456",
        "02 38 12 34 56",
        "02.38",
        "0238",
        "+33 2 38 12",
        "+33 (0)2 38",
        "0033238123456",
        "33238123456",
    ] {
        assert_eq!(numbers(&index, typed), [1], "{typed}");
    }
}

#[test]
fn what_was_removed_or_changed_is_not_found_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = index_of(
        folder.path(),
        &[
            document(Kind::Client, 1, ["Avant", "", ""]),
            document(Kind::Client, 2, ["Avant", "", ""]),
        ],
    );
    let changed = document(Kind::Client, 1, ["Après", "", ""]);
    write(&index, &[changed], HashSet::from([key(1)]), 2);
    assert_eq!(numbers(&index, "avant"), [2], "the old text is gone");
    assert_eq!(numbers(&index, "apres"), [1], "the new one is there");
    write(&index, &[], HashSet::from([key(1), key(2)]), 3);
    assert!(numbers(&index, "a").is_empty(), "nothing is left");
    assert!(index.is_empty(), "not even for the count");
}

#[test]
fn no_more_than_a_hundred_are_counted_and_they_are_the_first_by_rank() {
    let folder = tempfile::tempdir().expect("a folder");
    let documents: Vec<Document> = (0..=250)
        .rev()
        .map(|number| document(Kind::Touchpoint, number, ["Visio", "", ""]))
        .collect();
    let index = index_of(folder.path(), &documents);
    let found = index.find(&Query::new("vi")).expect("reads");
    assert!(found[0].capped, "there are more");
    let ranks: Vec<u64> = found[0].hits.iter().map(|hit| hit.rank).collect();
    assert_eq!(
        ranks,
        (0..COUNTED as u64).collect::<Vec<_>>(),
        "the first by rank"
    );
}
