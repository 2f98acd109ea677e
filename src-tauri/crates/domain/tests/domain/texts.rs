use domain::{clean_line, clean_text, fold};
use proptest::prelude::*;

#[test]
fn folding_finds_the_name_one_types_without_accents() {
    assert_eq!(fold("Hélène LEFÈVRE"), "helene lefevre");
    assert_eq!(fold("Cœur d’Ægir"), "coeur d'aegir");
    assert_eq!(
        fold("e\u{301}te\u{301}"),
        "ete",
        "text that came decomposed folds alike"
    );
}

#[test]
fn a_line_that_turns_its_reader_around_is_turned_back() {
    assert_eq!(
        clean_line("facture\u{202e}fdp.exe", 100),
        "facturefdp.exe",
        "direction overrides disguise names"
    );
    assert_eq!(clean_line("  deux\r\n\tmots  ", 100), "deux mots");
}

proptest! {
    #[test]
    fn what_is_clean_already_is_cleaned_like_the_rest(
        text in "[a-zé \u{80}-\u{a5}\u{2000}-\u{2070}]{0,12}|\\PC{0,80}|[\\s\\S]{0,80}",
        most in 0_usize..100,
    ) {
        // Spaces at the end take the long way, and change nothing.
        prop_assert_eq!(clean_line(&text, most), clean_line(&format!("{text}  "), most));
        prop_assert_eq!(clean_text(&text, 200), clean_text(&format!("\u{202a}{text}"), 200));
    }

    #[test]
    fn a_clean_line_is_one_line_within_its_length(text in "\\PC{0,80}|[\\s\\S]{0,80}", most in 0_usize..60) {
        let line = clean_line(&text, most);
        prop_assert!(!line.chars().any(char::is_control));
        prop_assert!(line.chars().count() <= most);
        prop_assert_eq!(clean_line(&line, most), line.clone(), "cleaning twice is cleaning once");
    }

    #[test]
    fn a_clean_text_has_only_line_ends_and_tabs(text in "[\\s\\S]{0,200}", most in 0_usize..150) {
        let clean = clean_text(&text, most);
        prop_assert!(clean.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()));
        prop_assert!(clean.chars().count() <= most);
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,80}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}
