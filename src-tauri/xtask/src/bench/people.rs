//! Address books to measure with: people of a thousand houses, one in fifty of them twice.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Result, While};

const GIVEN: [&str; 12] = [
    "Zoé", "Hélène", "Luc", "Marie", "Jean", "Ana", "Paul", "Chloé", "Noé", "Inès", "Hugo", "Léa",
];
const FAMILY: [&str; 14] = [
    "Noël", "Lefèvre", "Petit", "Martin", "D'Été", "Guérin", "Morel", "Faure", "Blanc", "Œuvrard",
    "Bernard", "Dubois", "Roux", "Lambert",
];
const TOWNS: [(&str, &str); 4] = [
    ("45000", "Orléans"),
    ("01000", "Bourg-en-Bresse"),
    ("44000", "Nantes"),
    ("25000", "Besançon"),
];
/// One in this many says again who the one before is.
const AGAIN: usize = 50;
const HOUSES: usize = 1_000;

/// Somebody of the book, the same one each time.
struct Person {
    given: &'static str,
    family: String,
    company: String,
    email: String,
    phone: String,
    mobile: String,
    town: (&'static str, &'static str),
}

impl Person {
    fn number(index: usize) -> Self {
        let index = if index % AGAIN == AGAIN - 1 {
            index - 1
        } else {
            index
        };
        Self::at(index, index % HOUSES)
    }

    /// That person, at that house.
    fn at(index: usize, house: usize) -> Self {
        Self {
            given: GIVEN[index % GIVEN.len()],
            family: format!("{}{}", FAMILY[index % FAMILY.len()], letters(index)),
            company: format!("Maison {}", letters(house)),
            email: format!("p{index}@maison{house}.example"),
            phone: format!(
                "02 38 {:02} {:02} {:02}",
                index / 10_000 % 100,
                index / 100 % 100,
                index % 100
            ),
            mobile: format!(
                "+33 6 {:02} {:02} {:02} {:02}",
                10,
                index / 10_000 % 100,
                index / 100 % 100,
                index % 100
            ),
            town: TOWNS[index % TOWNS.len()],
        }
    }
}

/// A number in letters, so that names differ by more than digits.
fn letters(number: usize) -> String {
    let mut text = String::new();
    let mut rest = number;
    while text.len() < 4 {
        text.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    text
}

/// Writes an address book of `count` people into `folder` as cards and as a table, and says where.
pub(super) fn write(folder: &Path, count: usize) -> Result<[String; 2]> {
    fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
    let cards = folder.join(format!("p{count}.vcf"));
    let table = folder.join(format!("p{count}.csv"));
    for (path, text) in [
        (&cards, self::cards as fn(usize) -> String),
        (&table, self::table),
    ] {
        if !path.is_file() {
            fs::write(path, text(count)).while_(format!("write {}", path.display()))?;
        }
    }
    Ok([cards.display().to_string(), table.display().to_string()])
}

/// Writes a table of `count` people, each at a client of their own, into `folder`, and says where.
pub(super) fn clients(folder: &Path, count: usize) -> Result<PathBuf> {
    fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
    let path = folder.join(format!("c{count}.csv"));
    if !path.is_file() {
        let text = rows((0..count).map(|index| Person::at(index, index)));
        fs::write(&path, text).while_(format!("write {}", path.display()))?;
    }
    Ok(path)
}

fn cards(count: usize) -> String {
    let mut file = String::new();
    for index in 0..count {
        let Person {
            given,
            family,
            company,
            email,
            phone,
            mobile,
            town,
        } = Person::number(index);
        // Writing to a String never fails.
        let _ = write!(
            file,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{given} {family}\r\nN:{family};{given};;;\r\nORG:{company}\r\n\
             TITLE:Achats\r\nEMAIL;TYPE=WORK:{email}\r\nTEL;TYPE=WORK:{phone}\r\nTEL;TYPE=CELL:{mobile}\r\n\
             ADR;TYPE=WORK:;;12 rue de la Paix;{};;{};France\r\nCATEGORIES:Client,Salon\r\n\
             NOTE:Budget à revoir après la rentrée\r\nEND:VCARD\r\n",
            town.1, town.0
        );
    }
    file
}

fn table(count: usize) -> String {
    rows((0..count).map(Person::number))
}

fn rows(people: impl Iterator<Item = Person>) -> String {
    let mut file = String::from(
        "\u{feff}Prénom;Nom;Société;Titre;Adresse de messagerie;Téléphone (bureau);Tél. mobile;Rue (bureau);\
         Code postal (bureau);Ville (bureau);Pays (bureau);Notes\r\n",
    );
    for person in people {
        let Person {
            given,
            family,
            company,
            email,
            phone,
            mobile,
            town,
        } = person;
        let _ = write!(
            file,
            "{given};{family};{company};Achats;{email};{phone};{mobile};12 rue de la Paix;{};{};France;\
             Budget à revoir après la rentrée\r\n",
            town.0, town.1
        );
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_in_fifty_says_again_who_the_one_before_is() {
        let emails: std::collections::BTreeSet<String> = (0..1_000)
            .map(|index| Person::number(index).email)
            .collect();
        assert_eq!(emails.len(), 980, "twenty of a thousand are there twice");
    }

    #[test]
    fn both_files_tell_of_as_many() {
        assert_eq!(cards(30).matches("BEGIN:VCARD").count(), 30);
        assert_eq!(table(30).lines().count(), 31, "and a head");
    }

    #[test]
    fn every_client_of_a_long_list_is_another_one() {
        let names: std::collections::BTreeSet<String> = (0..50_000)
            .map(|index| Person::at(index, index).company)
            .collect();
        assert_eq!(names.len(), 50_000, "no two of them have one name");
    }
}
