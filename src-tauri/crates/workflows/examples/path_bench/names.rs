//! Names of the invented book, and what is talked about in it.

const KINDS: [&str; 5] = ["Maison", "Atelier", "Étude", "Fromagerie", "Clinique"];
const GIVEN: [&str; 8] = [
    "Hélène", "Luc", "Zoé", "Benoît", "Aïcha", "Théo", "Camille", "Noémie",
];
/// How many families there are: each has as many bearers as a common name among one's own clients.
const FAMILIES: u64 = 5_000;
const SUBJECTS: [&str; 12] = [
    "les délais de l'atelier nord",
    "le budget de l'an prochain",
    "un échantillon de la nouvelle gamme",
    "les chiffres de leur premier essai",
    "le calendrier des travaux",
    "une visite chez un confrère",
    "la reprise de l'ancien stock",
    "le devis détaillé",
    "l'étude de leur marché voisin",
    "la formation des équipes",
    "un plan de maintenance",
    "le contrat cadre",
];

/// No two clients have one name.
pub(crate) fn client(n: u64) -> String {
    format!("{} {}", KINDS[(n % 5) as usize], word(n))
}

pub(crate) fn contact(number: u64) -> String {
    format!("{} {}", GIVEN[(number % 8) as usize], family(number))
}

/// A name about twenty contacts of fifty thousand clients share.
pub(crate) fn family(number: u64) -> String {
    // Behind every client's own name.
    word(100_000 + number % FAMILIES)
}

pub(crate) fn subject(dice: u64) -> &'static str {
    SUBJECTS[(dice % 12) as usize]
}

/// Three syllables; none has an m, so that no name is a `samedi`.
fn word(n: u64) -> String {
    const HEADS: &[u8; 12] = b"bdfgklnprtvz";
    const TAILS: &[u8; 5] = b"aeiou";
    const SYLLABLES: u64 = 60;
    // Neighbours sound apart: a prime step walks through all of them.
    let mut rest = n.wrapping_mul(7_919) % SYLLABLES.pow(3);
    let mut text = String::new();
    for _ in 0..3 {
        let syllable = (rest % SYLLABLES) as usize;
        text.push(HEADS[syllable / 5].into());
        text.push(TAILS[syllable % 5].into());
        rest /= SYLLABLES;
    }
    text[..1].make_ascii_uppercase();
    text
}
