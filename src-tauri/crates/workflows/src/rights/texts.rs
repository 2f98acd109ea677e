//! The texts of a record that a person writes freely, each with the word that names it.

use domain::{
    Attachment, CardField, Client, Contact, CustomField, Departure, Field, Market, Objection,
    Place, Touchpoint,
};

/// A text, and what it is called: a message of `fields.ftl`.
pub(crate) type Text<'a> = (&'static str, &'a mut String);

pub(crate) fn of_touchpoint(one: &mut Touchpoint) -> Vec<Text<'_>> {
    let mut texts: Vec<Text<'_>> = vec![
        ("field-title", &mut one.title),
        ("field-reason", &mut one.reason.bring),
        ("field-reason", &mut one.reason.astonish),
        ("field-reason", &mut one.reason.clarify),
        ("field-place", &mut one.place),
        ("field-notes", &mut one.notes),
        ("field-outcome", &mut one.outcome),
        ("field-sights", &mut one.sights.mood),
    ];
    texts.extend(
        one.sights
            .colleagues
            .iter_mut()
            .map(|name| ("field-sights", name)),
    );
    if let Some(link) = &mut one.link {
        texts.push(("field-link", &mut link.url));
    }
    texts
}

/// What clients and contacts have alike.
fn alike<'a>(
    custom: &'a mut [CustomField],
    attachments: &'a mut [Attachment],
    objection: &'a mut Option<Objection>,
) -> impl Iterator<Item = Text<'a>> {
    let custom = custom
        .iter_mut()
        .map(|field| ("field-custom", &mut field.value));
    let attachments = attachments
        .iter_mut()
        .map(|file| ("field-attachments", &mut file.name));
    let objection = objection
        .iter_mut()
        .map(|objection| ("field-rights", &mut objection.source));
    custom.chain(attachments).chain(objection)
}

pub(crate) fn of_client(one: &mut Client) -> Vec<Text<'_>> {
    let mut texts: Vec<Text<'_>> = vec![
        ("field-name", &mut one.name),
        ("field-notes", &mut one.notes),
    ];
    texts.extend(alike(
        &mut one.custom,
        &mut one.attachments,
        &mut one.objection,
    ));
    for need in &mut one.needs {
        texts.push(("field-needs", &mut need.words));
        texts.push(("field-needs", &mut need.answer));
    }
    texts.extend(
        one.promises
            .iter_mut()
            .map(|promise| ("field-promises", &mut promise.words)),
    );
    if let Some(course) = &mut one.course {
        texts.extend(
            course
                .steps
                .iter_mut()
                .map(|step| ("field-steps", &mut step.aim)),
        );
    }
    texts
}

pub(crate) fn of_contact(one: &mut Contact) -> Vec<Text<'_>> {
    let mut texts: Vec<Text<'_>> = vec![
        ("field-role", &mut one.role),
        ("field-role", &mut one.department),
        ("field-notes", &mut one.notes),
    ];
    texts.extend(alike(
        &mut one.custom,
        &mut one.attachments,
        &mut one.objection,
    ));
    texts.extend(
        one.consents
            .iter_mut()
            .map(|consent| ("field-rights", &mut consent.source)),
    );
    if let Some(stays) = &mut one.stays {
        texts.push(("field-rights", &mut stays.why));
    }
    texts
}

pub(crate) fn of_place(one: &mut Place) -> Vec<Text<'_>> {
    vec![
        ("field-name", &mut one.name),
        ("field-notes", &mut one.notes),
    ]
}

pub(crate) fn of_market(one: &mut Market) -> Vec<Text<'_>> {
    vec![
        ("field-market", &mut one.cause),
        ("field-market", &mut one.changes),
    ]
}

pub(crate) fn of_departure(one: &mut Departure) -> Vec<Text<'_>> {
    vec![
        ("field-title", &mut one.told.title),
        ("field-place", &mut one.told.place),
        ("field-link", &mut one.told.link),
    ]
}

/// The field of a calendar file that says this of a touchpoint.
pub(crate) fn calendar_field(text: &str) -> Option<Field> {
    Some(match text {
        "field-title" => Field::Title,
        "field-reason" => Field::Reason,
        "field-place" => Field::Place,
        "field-notes" => Field::Notes,
        "field-outcome" => Field::Outcome,
        "field-link" => Field::Link,
        _ => return None,
    })
}

/// The field of a card that says this of a contact.
pub(crate) fn card_field(text: &str) -> Option<CardField> {
    Some(match text {
        "field-role" => CardField::Role,
        "field-notes" => CardField::Notes,
        "field-custom" => CardField::Custom,
        "field-rights" => CardField::Rights,
        _ => return None,
    })
}
