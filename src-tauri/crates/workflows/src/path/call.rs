//! Whom one calls for a touchpoint.

use domain::{Client, Contact, Email, Phone, ReachKind, Touchpoint, fold, folded_name};

/// Whom one calls for a touchpoint, and the number: who takes part, else who is named in its title, else the first of the
/// client's people who has one, else the house itself.
pub(super) fn whom(
    touchpoint: &Touchpoint,
    client: &Client,
    people: &[Contact],
) -> Option<(String, Phone)> {
    let title = words(&touchpoint.title);
    let named = |one: &Contact| {
        [&one.name, &one.family].into_iter().any(|name| {
            let name = words(name);
            !name.is_empty() && name.iter().all(|word| title.contains(word))
        })
    };
    let mut reached: Vec<(u8, &Contact, &Phone)> = people
        .iter()
        .filter_map(|one| Some((one, number(&one.phones)?)))
        .map(|(one, phone)| {
            let nearness = if takes_part(touchpoint, one) {
                0
            } else if named(one) {
                1
            } else {
                2
            };
            (nearness, one, phone)
        })
        .collect();
    // Stable: among equals, as they are listed.
    reached.sort_by_key(|(nearness, ..)| *nearness);
    reached
        .first()
        .map(|(_, one, phone)| (one.name.clone(), (*phone).clone()))
        .or_else(|| Some((client.name.clone(), number(&client.phones)?.clone())))
}

/// The first number that can be called; a fax is not.
fn number(phones: &[Phone]) -> Option<&Phone> {
    phones
        .iter()
        .find(|phone| phone.kind != ReachKind::Fax && !phone.dialled().is_empty())
}

fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn takes_part(touchpoint: &Touchpoint, contact: &Contact) -> bool {
    touchpoint.participants.iter().any(|one| {
        let address = one.email.trim();
        let same = |email: &Email| email.address.trim().eq_ignore_ascii_case(address);
        if address.is_empty() {
            !one.name.is_empty() && folded_name(&one.name) == folded_name(&contact.name)
        } else {
            contact.emails.iter().any(same)
        }
    })
}
