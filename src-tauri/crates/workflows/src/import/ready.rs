//! A person of a file with all that only the house knows.

use domain::{CardForm, CardSource, ClientId, Contact, Phone, ReachKind, SourceId};
use exchange::{ReadCompany, ReadPerson, ReadPhoto};
use reach::Region;

use super::Detail;
use crate::fault::Fault;

/// A person of a file with all that only the house knows: the client, E.164, the picture's address, the source.
pub(super) struct Ready {
    pub(super) contact: Contact,
    pub(super) company: ReadCompany,
    pub(super) photo: Option<ReadPhoto>,
    pub(super) detail: Detail,
}

/// A person of a file with all that only the house knows; `client` gives the client of a company's name.
pub(super) fn ready(
    person: ReadPerson,
    file: SourceId,
    form: CardForm,
    client: impl FnOnce(&str) -> Result<ClientId, Fault>,
) -> Result<Ready, Fault> {
    let ReadPerson {
        mut contact,
        company,
        photo,
        offset,
        length,
        warnings,
        ..
    } = person;
    if !company.name.is_empty() {
        contact.client = Some(client(&company.name)?);
    }
    contact.phones.iter_mut().for_each(dial);
    if let Some(photo) = &photo {
        contact.photo = store::Attic::address_of(&photo.bytes);
    }
    contact.sources = vec![CardSource {
        file,
        form,
        offset,
        length,
        uid: contact.uid.clone(),
    }];
    Ok(Ready {
        contact,
        company,
        photo,
        detail: Detail::Person(warnings),
    })
}

/// Gives a number what it is dialled by; what it is for is the file's to say, where it does.
pub(super) fn dial(phone: &mut Phone) {
    let read = reach::phone(&phone.written, Region::FRANCE);
    phone.e164 = read.e164;
    if phone.kind == ReachKind::Other {
        phone.kind = read.kind;
    }
}

/// What tells a person from others of that name, before they are in the book.
pub(super) fn subtitle(person: &ReadPerson) -> String {
    let email = person.contact.emails.first().map(|one| one.address.trim());
    let parts = [person.company.name.as_str(), email.unwrap_or_default()];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|part| !part.is_empty() && *part != person.contact.name)
        .collect();
    parts.join(" · ")
}
