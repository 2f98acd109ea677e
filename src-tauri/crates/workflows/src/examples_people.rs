//! The people of the example week: invented names, numbers out of the ranges kept for fiction (Arcep 2018-0881), addresses
//! at domains nobody can have (RFC 2606).

use std::collections::BTreeSet;

use domain::{Address, Client, Contact, Email, Phone, Place, ReachKind, Template, Tier, fold};
use words::Words;

use crate::house::House;
use crate::{path, reaching};

/// A client of the example week. Its words are in `examples.ftl`.
pub(crate) struct Company {
    pub(crate) name: &'static str,
    market: &'static str,
    tier: Tier,
    tag: &'static str,
    street: &'static str,
    postcode: &'static str,
    city: &'static str,
    /// First name, family name, what they do.
    people: &'static [(&'static str, &'static str, &'static str)],
}

macro_rules! company {
    ($name:literal, $market:literal, $tier:ident, $tag:literal, $street:literal, $postcode:literal, $city:literal, $people:expr) => {
        Company {
            name: $name,
            market: $market,
            tier: Tier::$tier,
            tag: $tag,
            street: $street,
            postcode: $postcode,
            city: $city,
            people: &$people,
        }
    };
}

pub(crate) const COMPANIES: [Company; 8] = [
    company!(
        "Fromagerie du Lac",
        "food",
        A,
        "fair",
        "4, chemin des Alpages",
        "74000",
        "Annecy",
        [("Hélène", "Riou", "buys"), ("Marc", "Besson", "makes")]
    ),
    company!(
        "Clinique Saint-Roch",
        "health",
        A,
        "pilot",
        "18, avenue des Tilleuls",
        "45000",
        "Orléans",
        [("Noémie", "Lacaze", "leads"), ("Yves", "Arnoux", "buys")]
    ),
    company!(
        "Atelier Morel",
        "craft",
        B,
        "fair",
        "3, rue des Forges",
        "37000",
        "Tours",
        [("Hugo", "Lefèvre", "signs"), ("Inès", "Morel", "leads")]
    ),
    company!(
        "Brasserie du Port",
        "food",
        B,
        "takeaway",
        "27, quai des Bateliers",
        "44000",
        "Nantes",
        [("Camille", "Kerbrat", "leads"), ("Loïc", "Tanguy", "makes")]
    ),
    company!(
        "Hôtel des Arts",
        "food",
        C,
        "season",
        "9, place du Théâtre",
        "35000",
        "Rennes",
        [("Sophie", "Dubois", "buys")]
    ),
    company!(
        "Pharmacie Blanc",
        "health",
        B,
        "season",
        "52, rue de la République",
        "69001",
        "Lyon",
        [("Élise", "Blanc", "leads"), ("Karim", "Haddad", "buys")]
    ),
    company!(
        "Scop Les Fougères",
        "craft",
        A,
        "pilot",
        "1, allée du Bocage",
        "35300",
        "Fougères",
        [("Jérôme", "Noël", "signs")]
    ),
    company!(
        "Imprimerie Faure",
        "craft",
        C,
        "fair",
        "14, rue Gutenberg",
        "01000",
        "Bourg-en-Bresse",
        [("Agnès", "Faure", "leads"), ("Théo", "Vidal", "makes")]
    ),
];

/// The client, its place and its people; `order` tells their numbers apart.
pub(crate) fn made(
    house: &House,
    order: usize,
    company: &Company,
) -> (Client, Place, Vec<Contact>) {
    let (words, now) = (house.words(), house.clock.now());
    let site = site_of(company.name);
    let template = template_of(company);
    let client = Client {
        market: words.say(&format!("example-market-{}", company.market), &[]),
        tier: company.tier,
        tags: BTreeSet::from([words.say(&format!("example-tag-{}", company.tag), &[])]),
        notes: words.say(&format!("example-notes-{}", company.market), &[]),
        phones: vec![phone(ReachKind::Work, format!("01 99 00 {order:02} 10"))],
        emails: vec![email(format!("bonjour@{site}"))],
        aim: template.map(Template::aim).unwrap_or_default(),
        course: template.map(|template| path::begun(house, template)),
        example: true,
        ..Client::new(house.clock.new_id(), company.name.to_owned(), now)
    };
    let place = Place {
        address: Address {
            kind: ReachKind::Work,
            street: company.street.to_owned(),
            postcode: company.postcode.to_owned(),
            city: company.city.to_owned(),
            country: "France".to_owned(),
            ..Address::default()
        },
        example: true,
        ..Place::new(house.clock.new_id(), client.id, now)
    };
    let people = company.people.iter().enumerate();
    let people = people
        .map(|(nth, (given, family, role))| Contact {
            client: Some(client.id),
            given: (*given).to_owned(),
            family: (*family).to_owned(),
            role: role_of(&words, role),
            phones: vec![phone(
                ReachKind::Mobile,
                format!("06 39 98 {order:02} {:02}", nth + 1),
            )],
            emails: vec![email(format!("{}@{site}", fold(given)))],
            example: true,
            ..Contact::new(house.clock.new_id(), format!("{given} {family}"), now)
        })
        .collect();
    (client, place, people)
}

/// Whoever tries something out is on the way to a conclusion, whoever was met at a fair is kept; the others have no steps
/// yet, so that one sees both.
fn template_of(company: &Company) -> Option<Template> {
    match company.tag {
        "pilot" => Some(Template::Discovery),
        "fair" => Some(Template::Care),
        _ => None,
    }
}

fn role_of(words: &Words, role: &str) -> String {
    words.say(&format!("example-role-{role}"), &[])
}

fn phone(kind: ReachKind, written: String) -> Phone {
    let read = reaching::phone(&written).unwrap_or_default();
    Phone {
        kind,
        e164: read.e164,
        written,
    }
}

fn email(address: String) -> Email {
    Email {
        kind: ReachKind::Work,
        address,
    }
}

fn site_of(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!("{}.example", words.join("-"))
}
