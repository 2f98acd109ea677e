//! What the head of a column means, by its words.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::{ReachKind, TableField, fold};

/// What a head may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One thing.
    Field(TableField),
    /// A whole name, or a family name, or a company's: its neighbours tell.
    AskName,
    /// A civility, or what somebody does: its neighbours tell.
    AskTitle,
}

/// The known heads, folded.
static KNOWN: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    include_str!("heads.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut parts = line.split('\t');
            let meaning = meaning(parts.next()?, parts.next()?)?;
            Some((meaning, parts.next()?))
        })
        .flat_map(|(meaning, heads)| heads.split('|').map(move |head| (head, meaning.clone())))
        .collect()
});

/// A field by its name in `heads.tsv`.
fn meaning(field: &str, what: &str) -> Option<Meaning> {
    let kind = match what {
        "work" => ReachKind::Work,
        "mobile" => ReachKind::Mobile,
        "home" => ReachKind::Home,
        "fax" => ReachKind::Fax,
        _ => ReachKind::Other,
    };
    Some(Meaning::Field(match field {
        "ask" if what == "name" => return Some(Meaning::AskName),
        "ask" => return Some(Meaning::AskTitle),
        "name" => TableField::Name,
        "given" => TableField::Given,
        "family" => TableField::Family,
        "additional" => TableField::Additional,
        "prefix" => TableField::Prefix,
        "suffix" => TableField::Suffix,
        "nickname" => TableField::Nickname,
        "company" => TableField::Company,
        "role" => TableField::Role,
        "department" => TableField::Department,
        "phone" => TableField::Phone(kind),
        "email" => TableField::Email(kind),
        "street" => TableField::Street(kind),
        "postcode" => TableField::Postcode(kind),
        "city" => TableField::City(kind),
        "region" => TableField::Region(kind),
        "country" => TableField::Country(kind),
        "link" => TableField::Link,
        "birthday" => TableField::Birthday,
        "notes" => TableField::Notes,
        "tags" => TableField::Tags,
        "market" => TableField::Market,
        "tier" => TableField::Tier,
        "siren" => TableField::Siren,
        "siret" => TableField::Siret,
        "consents" => TableField::Consents,
        "objection" => TableField::Objection,
        "uid" => TableField::Uid,
        "leave" => TableField::Leave,
        _ => return None,
    }))
}

/// A head as it is compared, and the first number in it: `E-mail 2 - Value` is `email # value`, 2.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) folded: String,
    pub(super) number: u32,
}

impl Head {
    pub(super) fn of(head: &str) -> Self {
        let mut folded = String::with_capacity(head.len());
        let mut number = None;
        for word in fold(&apart(head))
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            if !folded.is_empty() {
                folded.push(' ');
            }
            match word.parse::<u32>() {
                Ok(value) => {
                    number.get_or_insert(value);
                    folded.push('#');
                }
                Err(_) => folded.push_str(word),
            }
        }
        Self {
            folded: folded.replace("e mail", "email"),
            number: number.unwrap_or_default(),
        }
    }

    /// What it means, when that is known.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        KNOWN.get(self.folded.as_str()).cloned()
    }
}

/// `FirstName` and `Telephone2` as the words they are made of.
fn apart(head: &str) -> String {
    let mut out = String::with_capacity(head.len() + 4);
    let mut before = ' ';
    for c in head.chars() {
        // Of ASCII alone: `TÈlÈphone` is one word, that a Macintosh broke.
        let new_word = before.is_lowercase() && c.is_ascii_uppercase();
        let new_number = before.is_alphabetic() && c.is_ascii_digit();
        let after_number = before.is_ascii_digit() && c.is_alphabetic();
        if new_word || new_number || after_number {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}
