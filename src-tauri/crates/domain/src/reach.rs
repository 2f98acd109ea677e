//! How somebody is reached: phones, e-mail addresses, postal addresses, links.
//!
//! What a number or an address *is* takes a library's tables (the `reach` crate checks and shows them); here is only
//! what is kept.

use serde::{Deserialize, Serialize};

/// What a number or an address is for.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ReachKind {
    /// At work.
    Work,
    /// In the pocket.
    Mobile,
    /// At home.
    Home,
    /// A fax, or a pager: written to, not called.
    Fax,
    /// Nothing says.
    #[default]
    #[serde(other)]
    Other,
}

/// A phone number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Phone {
    /// What it is for.
    #[serde(default)]
    pub kind: ReachKind,
    /// `+33238000000` (ITU-T E.164); empty when no country's plan has it, and then only `written` is shown.
    #[serde(default)]
    pub e164: String,
    /// As it was written or came.
    pub written: String,
}

impl Phone {
    /// What it is dialled and compared by: E.164 when there is one, else the digits that were written.
    pub fn dialled(&self) -> String {
        if self.e164.is_empty() {
            self.written
                .chars()
                .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'))
                .collect()
        } else {
            self.e164.clone()
        }
    }
}

/// An e-mail address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Email {
    /// What it is for.
    #[serde(default)]
    pub kind: ReachKind,
    /// Without `mailto:`, as written.
    pub address: String,
}

impl Email {
    /// How two addresses are compared: lower case, spaces trimmed. Servers that tell the case of the part before the
    /// `@` apart (RFC 5321 §2.4) are not met in practice.
    pub fn folded(&self) -> String {
        self.address.trim().to_lowercase()
    }

    /// What stands behind the `@`, in lower case; empty when nothing does.
    pub fn domain(&self) -> String {
        self.address
            .rsplit_once('@')
            .map(|(_, domain)| domain.trim().to_lowercase())
            .unwrap_or_default()
    }
}

/// A postal address (vCard ADR, RFC 6350 §6.3.1). Every part is text: `01000` keeps its zero.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// What it is for.
    pub kind: ReachKind,
    /// Number and street; several lines stay several.
    pub street: String,
    /// Postal code, as text.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// State, canton or department.
    pub region: String,
    /// Country, as written.
    pub country: String,
}

impl Address {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        [
            &self.street,
            &self.postcode,
            &self.city,
            &self.region,
            &self.country,
        ]
        .iter()
        .all(|part| part.trim().is_empty())
    }

    /// On one line, the French way: `12, rue de l'Œuvre, 45000 Orléans, France`.
    pub fn line(&self) -> String {
        let town = [self.postcode.trim(), self.city.trim()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let street = self.street.lines().map(str::trim).filter(|l| !l.is_empty());
        street
            .chain([town.as_str(), self.region.trim(), self.country.trim()])
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// A field the person named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CustomField {
    /// Its name, one line.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A file that belongs to a client or a contact; its bytes stand in the attic, under their content's address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attachment {
    /// The file's name when it came, without its folders.
    pub name: String,
    /// The address of its bytes in the attic.
    pub blob: String,
    /// How many bytes.
    pub size: u64,
    /// When it was added, UTC.
    pub added_at: chrono::DateTime<chrono::Utc>,
}
