//! What is said or changed of a contact, and which lines of their card it makes stale.

use domain::{
    Address, CardField, Client, Consent, Contact, CustomField, Email, Met, Phone, clean_line,
};

use crate::clean;
use crate::clients::{self, Chosen};
use crate::fault::Fault;
use crate::house::House;
use crate::rights;
use crate::touchpoints::ClientChoice;

/// The most people of ours who have met one.
const MET_MOST: usize = 200;

/// What to say or change of a contact; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// At which client.
    pub client: Option<ClientChoice>,
    /// The name as it is shown; when it is not given, it follows the parts below.
    pub name: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Family name.
    pub family: Option<String>,
    /// Further first names.
    pub additional: Option<String>,
    /// `Mme`, `Dr`.
    pub prefix: Option<String>,
    /// `Jr`, `MBA`.
    pub suffix: Option<String>,
    /// What they are called.
    pub nickname: Option<String>,
    /// What they do at the client.
    pub role: Option<String>,
    /// Where in the house.
    pub department: Option<String>,
    /// All numbers, as written.
    pub phones: Option<Vec<Phone>>,
    /// All e-mail addresses.
    pub emails: Option<Vec<Email>>,
    /// All postal addresses.
    pub addresses: Option<Vec<Address>>,
    /// All pages on the web.
    pub links: Option<Vec<String>>,
    /// Birthday; `Some(None)` for none.
    pub birthday: Option<Option<chrono::NaiveDate>>,
    /// Free text, in Markdown.
    pub notes: Option<String>,
    /// All tags.
    pub tags: Option<Vec<String>>,
    /// All own fields.
    pub custom: Option<Vec<CustomField>>,
    /// Everybody of ours who has met them.
    pub met: Option<Vec<Met>>,
    /// Everything known of their consent.
    pub consents: Option<Vec<Consent>>,
}

/// The contact with the edit done, each field a card can say marked when it changed; the client when it is new.
pub(super) fn applied(
    house: &House,
    mut to: Contact,
    edit: Edit,
) -> Result<(Contact, Option<Client>), Fault> {
    let chosen = edit
        .client
        .as_ref()
        .map(|choice| clients::chosen(house, choice))
        .transpose()?;
    let before = to.clone();
    name(&mut to, &edit);
    let line = |field: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            *field = clean::line(given);
        }
    };
    line(&mut to.role, &edit.role);
    line(&mut to.department, &edit.department);
    if let Some(chosen) = &chosen {
        to.client = chosen.id();
    }
    if let Some(phones) = edit.phones {
        to.phones = clean::phones(phones, &to.phones)?;
    }
    if let Some(emails) = edit.emails {
        to.emails = clean::emails(emails, &to.emails)?;
    }
    if let Some(addresses) = edit.addresses {
        to.addresses = clean::addresses(addresses)?;
    }
    if let Some(links) = edit.links {
        to.links = clean::links(&links)?;
    }
    to.birthday = edit.birthday.unwrap_or(to.birthday);
    if let Some(notes) = edit.notes {
        to.notes = clean::text(&notes);
    }
    if let Some(tags) = edit.tags {
        to.tags = clean::tags(&tags)?;
    }
    if let Some(custom) = edit.custom {
        to.custom = clean::custom(custom)?;
    }
    if let Some(met) = edit.met {
        let met = met.into_iter().take(MET_MOST);
        to.met = met
            .map(|met| Met {
                by: clean::line(&met.by),
                ..met
            })
            .collect();
    }
    if let Some(consents) = edit.consents {
        to.consents = rights::consents(consents);
    }
    if to.name.is_empty() {
        // Somebody of whom only an address or a number is known is called by it.
        let known = to.emails.first().map(|email| email.address.clone());
        let known = known.or_else(|| to.phones.first().map(|phone| phone.written.clone()));
        to.name = known.ok_or_else(|| Fault::invalid("error-contact-name"))?;
    }
    mark(&mut to, &before, house.clock.now());
    Ok((to, chosen.and_then(Chosen::into_client)))
}

/// The name and its parts. One that is not given follows the parts as long as it did before.
fn name(to: &mut Contact, edit: &Edit) {
    let followed = to.name.is_empty() || to.name == composed(to);
    let parts = [
        (&mut to.given, &edit.given),
        (&mut to.family, &edit.family),
        (&mut to.additional, &edit.additional),
        (&mut to.prefix, &edit.prefix),
        (&mut to.suffix, &edit.suffix),
        (&mut to.nickname, &edit.nickname),
    ];
    for (field, given) in parts {
        if let Some(given) = given {
            *field = clean::line(given);
        }
    }
    match &edit.name {
        Some(name) => to.name = clean_line(name, Client::NAME_MOST),
        None if followed => to.name = composed(to),
        None => {}
    }
}

/// First and family name, else what they are called.
fn composed(contact: &Contact) -> String {
    let whole = format!("{} {}", contact.given, contact.family);
    match whole.trim() {
        "" => contact.nickname.clone(),
        name => name.to_owned(),
    }
}

/// Notes which fields no longer say what their card says.
fn mark(to: &mut Contact, before: &Contact, now: chrono::DateTime<chrono::Utc>) {
    let names = |one: &Contact| {
        [
            &one.name,
            &one.given,
            &one.family,
            &one.additional,
            &one.prefix,
            &one.suffix,
            &one.nickname,
        ]
        .map(Clone::clone)
    };
    let changed = [
        (CardField::Name, names(to) != names(before)),
        (CardField::Client, to.client != before.client),
        (
            CardField::Role,
            (&to.role, &to.department) != (&before.role, &before.department),
        ),
        (CardField::Phones, to.phones != before.phones),
        (CardField::Emails, to.emails != before.emails),
        (CardField::Addresses, to.addresses != before.addresses),
        (CardField::Links, to.links != before.links),
        (CardField::Birthday, to.birthday != before.birthday),
        (CardField::Notes, to.notes != before.notes),
        (CardField::Tags, to.tags != before.tags),
        (CardField::Custom, to.custom != before.custom),
        (CardField::Met, to.met != before.met),
        (
            CardField::Rights,
            (&to.consents, &to.objection) != (&before.consents, &before.objection),
        ),
        (CardField::Photo, to.photo != before.photo),
    ];
    for (field, _) in changed.into_iter().filter(|(_, changed)| *changed) {
        to.mark(field, now);
    }
}
