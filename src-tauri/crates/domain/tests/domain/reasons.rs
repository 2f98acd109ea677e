use domain::{Question, Reason, Weak};
use proptest::prelude::*;

fn bring(text: &str) -> Reason {
    Reason {
        bring: text.into(),
        ..Reason::default()
    }
}

#[test]
fn nothing_is_no_reason() {
    assert_eq!(
        Reason::default().grounds(None),
        Err(Weak::Missing),
        "no question is answered"
    );
    assert_eq!(
        bring("   ").grounds(None),
        Err(Weak::Missing),
        "spaces answer nothing"
    );
}

#[test]
fn what_could_be_said_to_anybody_is_refused_in_both_languages() {
    for hollow in [
        "je prends des nouvelles",
        "Juste prendre de vos nouvelles.",
        "PRENDS DES NOUVELLES !!",
        "Bonjour, je prends des nouvelles de votre société",
        "faire un point",
        "Petit point rapide avec vous",
        "Suivi client",
        "garder le contact",
        "Relance",
        "voir où vous en êtes",
        "appel de courtoisie",
        "prendre un café ensemble",
        "just checking in",
        "Just touching base with you",
        "Quick catch up",
        "to see how things are going",
        "Follow-up call",
        "…",
        "42",
        "x",
    ] {
        assert_eq!(
            bring(hollow).grounds(None),
            Err(Weak::Hollow(Question::Bring)),
            "“{hollow}” says nothing of this client"
        );
    }
}

#[test]
fn what_speaks_of_this_client_passes() {
    for good in [
        "le budget",
        "Prendre des nouvelles de l’extension de l’atelier",
        "Les chiffres de la boulangerie de Nantes",
        "Clarifier qui décide",
        "See how the new line copes with the night shift",
        "Faire le point sur les retards de livraison",
        "KPI",
    ] {
        assert!(bring(good).grounds(None).is_ok(), "“{good}” says something");
    }
}

#[test]
fn one_good_answer_is_enough() {
    let reason = Reason {
        bring: "prendre des nouvelles".into(),
        clarify: "qui tranche entre les deux ateliers".into(),
        ..Reason::default()
    };
    assert!(
        reason.grounds(None).is_ok(),
        "the hollow one beside it harms nothing"
    );
}

#[test]
fn the_reason_of_last_time_is_not_one_again() {
    let last = bring("Les chiffres de la boulangerie de Nantes");
    for same in [
        "Les chiffres de la boulangerie de Nantes",
        "les chiffres de la boulangerie, de Nantes !",
        "Chiffres boulangerie Nantes",
        "Les chiffres des boulangeries de Nantes",
    ] {
        let clarify = Reason {
            clarify: same.into(),
            ..Reason::default()
        };
        assert_eq!(
            clarify.grounds(Some(&last)),
            Err(Weak::Repeats(Question::Clarify)),
            "“{same}” was said already, under whichever question"
        );
    }
    assert!(
        bring("Le retour de la fromagerie d’Angers")
            .grounds(Some(&last))
            .is_ok(),
        "something new passes"
    );
}

#[test]
fn urgency_is_one_press_and_says_so() {
    let urgent = Reason {
        urgent: true,
        ..Reason::default()
    };
    let grounds = urgent.grounds(None).expect("urgency passes");
    assert!(grounds.reason().urgent, "and is marked");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_grounds_without_a_word_unless_it_is_urgent(
        bring in "\\PC{0,60}", astonish in "\\PC{0,60}", clarify in "\\PC{0,60}", urgent: bool,
    ) {
        let reason = Reason { bring, astonish, clarify, urgent };
        if let Ok(grounds) = reason.clone().grounds(None) {
            let says = grounds.reason().answers().any(|(_, answer)| answer.chars().any(char::is_alphabetic));
            prop_assert!(says || urgent, "a planned touchpoint stands on words: {reason:?}");
            prop_assert_eq!(grounds.into_reason(), reason, "and keeps them as they were written");
        }
    }

    #[test]
    fn a_reason_that_passed_once_never_passes_as_its_own_successor(
        words in proptest::collection::vec("[a-zà-ü]{3,9}", 1..8), shout: bool,
    ) {
        let first = bring(&words.join(" "));
        prop_assume!(first.clone().grounds(None).is_ok());
        let again = if shout { first.bring.to_uppercase() } else { format!(" {} !", first.bring) };
        prop_assert_eq!(bring(&again).grounds(Some(&first)), Err(Weak::Repeats(Question::Bring)));
    }

    #[test]
    fn empty_words_around_it_neither_make_a_reason_nor_unmake_one(
        word in "[b-df-hj-np-tv-xz]{5,9}", before in "(bonjour|je|juste|pour|the|please){0,1}",
    ) {
        let with_word = [before.as_str(), &word].join(" ");
        prop_assert!(bring(&with_word).grounds(None).is_ok());
        prop_assert!(bring(&before).grounds(None).is_err());
    }
}
