//! A card that came in a file, written again: the lines it came as, with those changed that must be.

use domain::{CardField, Contact};

use crate::card::finish::is_company;
use crate::card::known::Known;
use crate::card::wide::Order;
use crate::card::write::draft::Draft;
use crate::card::write::sheet::Sheet;
use crate::card::write::{Version, many, once};
use crate::person::ReadPhoto;

/// Every field a card can say.
pub(super) const EVERY_FIELD: [CardField; 14] = [
    CardField::Name,
    CardField::Client,
    CardField::Role,
    CardField::Phones,
    CardField::Emails,
    CardField::Addresses,
    CardField::Links,
    CardField::Birthday,
    CardField::Tags,
    CardField::Notes,
    CardField::Custom,
    CardField::Met,
    CardField::Rights,
    CardField::Photo,
];

/// The card `original` with the fields of `contact.edits` written as the contact has them now, and nothing else changed
/// but REV, where it stands. When the contact says what the card says already, it comes back byte for byte.
///
/// `company` is the name of the contact's client and `photo` its picture; each counts only when its field was edited.
/// The card keeps its version, its encoding (UTF-16 too), its line ends, the order of its lines, their groups and the
/// parameters nobody here knows. Of several numbers, addresses or fields only the lines that say something else change.
/// What is no card comes back as it is.
pub fn patch_card(
    original: &[u8],
    contact: &Contact,
    company: Option<&str>,
    photo: Option<&ReadPhoto>,
) -> Vec<u8> {
    let edits: Vec<CardField> = contact.edits.iter().copied().collect();
    let Some((order, mark)) = Order::of(original) else {
        return patched(original, contact, company, photo, &edits);
    };
    let text = order.read(&original[mark..]);
    let now = patched(&text, contact, company, photo, &edits);
    if now == text {
        return original.to_vec();
    }
    let mut out = original[..mark].to_vec();
    out.extend(order.write(&String::from_utf8_lossy(&now)));
    out
}

/// The card with some fields as the contact has them.
pub(super) fn patched(
    original: &[u8],
    contact: &Contact,
    company: Option<&str>,
    photo: Option<&ReadPhoto>,
    fields: &[CardField],
) -> Vec<u8> {
    let Some(mut sheet) = Sheet::new(original) else {
        return original.to_vec();
    };
    let has = |field| fields.contains(&field);
    once::organisation(
        &mut sheet,
        has(CardField::Client).then(|| company.unwrap_or_default()),
        has(CardField::Role).then_some(contact.department.as_str()),
    );
    for field in fields {
        change(&mut sheet, *field, contact, photo);
    }
    if !sheet.touched {
        return original.to_vec();
    }
    say_somebody(&mut sheet, contact);
    if let Some(at) = sheet.find(Known::Rev) {
        let written = sheet.draft(at).map(|draft| draft.value).unwrap_or_default();
        let form = if written.trim().as_bytes().get(4) == Some(&b'-') {
            "%Y-%m-%dT%H:%M:%SZ"
        } else {
            "%Y%m%dT%H%M%SZ"
        };
        sheet.set_value(at, contact.updated_at.format(form).to_string());
    }
    sheet.bytes()
}

fn change(sheet: &mut Sheet<'_>, field: CardField, contact: &Contact, photo: Option<&ReadPhoto>) {
    match field {
        CardField::Name => once::name(sheet, contact),
        CardField::Role => once::role(sheet, contact),
        CardField::Birthday => once::birthday(sheet, contact.birthday),
        CardField::Notes => once::notes(sheet, &contact.notes),
        CardField::Photo => once::photo(sheet, photo),
        CardField::Phones => {
            let items = std::mem::take(&mut sheet.said.phones);
            many::put(sheet, &items, &contact.phones);
        }
        CardField::Emails => {
            let items = std::mem::take(&mut sheet.said.emails);
            many::put(sheet, &items, &contact.emails);
        }
        CardField::Addresses => {
            let items = std::mem::take(&mut sheet.said.addresses);
            many::put(sheet, &items, &contact.addresses);
        }
        CardField::Links => {
            let items = std::mem::take(&mut sheet.said.links);
            many::put(sheet, &items, &contact.links);
        }
        CardField::Tags => {
            let items = std::mem::take(&mut sheet.said.tags);
            once::tags(sheet, &items, &contact.tags);
        }
        CardField::Custom => {
            let items = std::mem::take(&mut sheet.said.fields);
            many::put(sheet, &items, &contact.custom);
        }
        CardField::Met => {
            let mut items = std::mem::take(&mut sheet.said.met);
            items.sort_by(|one, other| one.value.cmp(&other.value));
            let wanted: Vec<domain::Met> = contact.met.iter().cloned().collect();
            many::put(sheet, &items, &wanted);
        }
        CardField::Rights => {
            let items = std::mem::take(&mut sheet.said.consents);
            many::put(sheet, &items, &contact.consents);
            once::objection(sheet, contact.objection.as_ref());
        }
        CardField::Client | CardField::Unknown => {}
    }
}

/// Somebody who is called what their company is called would be taken for the company.
fn say_somebody(sheet: &mut Sheet<'_>, contact: &Contact) {
    if sheet.said.about.is_some() || !is_company(&sheet.said, &contact.name) {
        return;
    }
    let name = match sheet.version() {
        Version::Four => "KIND",
        Version::Old | Version::Three => "X-ADDRESSBOOKSERVER-KIND",
    };
    sheet.add(&Draft::new(name, "individual".to_owned()));
}
