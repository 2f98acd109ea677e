//! Which language a sentence speaks, and the words that carry it and say nothing themselves.

use domain::Language;

use crate::token::{Shape, Token, Tokens};

/// Words that tell French from English.
const FRENCH: &str = "\
    afin ai appel appeler apporter apres au aujourd avant avec ce chez clarifier comprendre dans \
    de demain des dimanche du en et etonner heure heures hui jeudi jour jours le les lundi \
    madame mardi matin mercredi midi minuit mme mois monsieur montrer ouvres par pendant pour \
    prochain prochaine rdv samedi semaine semaines soir sur tel telephone une vendredi vers \
    visio visite janvier fevrier mars avril mai juin juillet aout septembre octobre novembre \
    decembre";
/// Words that tell English from French.
const ENGLISH: &str = "\
    a afternoon an and april around ask at august before bring by call clarify day days december \
    evening february for friday half hour hours in january july june may meet meeting monday \
    month morning mr mrs ms next noon november october of phone ring saturday september show \
    sunday surprise the this thursday to today tomorrow tonight tuesday understand visit \
    wednesday week weeks with working";

/// French words that hold a sentence together. They are no chip, and need no understanding.
const FRENCH_GLUE: &str = "\
    le la les l un une des du de d au aux et ou dans en par sur pour avec chez ce cet cette ces \
    mon ma mes son sa ses notre nos votre vos leur leurs je j nous vous il elle on me m se s est \
    sera ai y vers pendant afin rdv rendez reunion entretien entrevue rencontre point faire fais \
    prevoir planifier caler fixer mettre prendre organiser noter client cliente svp stp merci \
    puis alors";
/// The same of English.
const ENGLISH_GLUE: &str = "\
    a an the of at in on by with and or to for from via my our your his her their i we you they \
    us it is be will have do make set up schedule plan book arrange please meeting appointment \
    around about then thanks so";

/// What most telling words of a sentence speak; `hint` when they are as many.
pub(crate) fn spoken(tokens: &[Token], hint: Language) -> Language {
    let count = |list: &str| {
        let words = tokens.iter().filter(|token| token.shape == Shape::Word);
        words.filter(|token| holds(list, &token.folded)).count()
    };
    match count(FRENCH).cmp(&count(ENGLISH)) {
        std::cmp::Ordering::Less => Language::En,
        std::cmp::Ordering::Equal => hint,
        std::cmp::Ordering::Greater => Language::Fr,
    }
}

fn holds(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// Whether the token at `at` needs no understanding: glue, a title, or a mark of ordinary writing.
pub(crate) fn is_glue(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glue)
}

/// Whether a token of these letters needs none.
pub(crate) fn holds_together(shape: Shape, folded: &str) -> bool {
    match shape {
        Shape::Word => [FRENCH_GLUE, ENGLISH_GLUE]
            .iter()
            .any(|glue| holds(glue, folded)),
        Shape::Number { .. } => false,
        Shape::Mark => folded.chars().all(is_plain_mark),
    }
}

/// Marks one writes without meaning anything by them; others (an emoji, `@`, `%`) are said to be unknown.
fn is_plain_mark(c: char) -> bool {
    matches!(
        c,
        ',' | '.' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '\'' | '/' | '-' | '«' | '»' | '…'
            | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}'
    ) || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
}
