use domain::{clean_line, clean_text, fold, is_hidden};
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

#[test]
fn what_nobody_sees_goes_and_what_joins_letters_stays() {
    for kept in [
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "👩\u{200d}💻 Zoé",
        "Œuvre d’été",
    ] {
        assert_eq!(clean_line(kept, 100), kept, "its letters need it");
        assert_eq!(clean_text(kept, 100), kept);
    }
    let hidden = [
        '\u{ad}', '\u{61c}', '\u{180e}', '\u{200b}', '\u{200d}', '\u{200e}', '\u{2060}', '\u{2066}',
    ]
    .into_iter()
    .chain([
        '\u{feff}',
        '\u{fdd0}',
        '\u{fffe}',
        '\u{e0041}',
        '\u{10ffff}',
    ]);
    for c in hidden {
        assert!(is_hidden(c));
        assert_eq!(clean_line(&format!("La{c}c"), 100), "Lac", "{c:?}");
        assert_eq!(clean_text(&format!("La{c}c\n{c}"), 100), "Lac", "{c:?}");
    }
    assert_eq!(
        clean_line("un\u{2028}deux\u{85}trois", 100),
        "un deux trois"
    );
    assert_eq!(clean_text("un\u{2028}deux", 100), "un\ndeux");
}

proptest! {
    #[test]
    fn nothing_hidden_is_ever_kept(text in "[a-zé\u{ad}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fdd0}क👩]{0,24}", most in 0_usize..24) {
        for clean in [clean_line(&text, most), clean_text(&text, most)] {
            let joiner = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
            prop_assert!(!clean.contains(|c: char| is_hidden(c) && !joiner(c)), "{:?}", clean);
            prop_assert!(!clean.starts_with(joiner) && !clean.ends_with(joiner), "{:?}", clean);
            prop_assert_eq!(clean_text(&clean, most), clean.clone(), "cleaning twice is cleaning once");
        }
    }

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
