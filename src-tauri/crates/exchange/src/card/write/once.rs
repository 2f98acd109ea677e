//! What a card says once, made to say what the contact has now.

use std::collections::BTreeSet;

use base64::Engine as _;
use chrono::NaiveDate;
use domain::{Contact, Objection};

use crate::card::content::split_unescaped;
use crate::card::item::Item;
use crate::card::known::Known;
use crate::card::photo::BASE64;
use crate::card::values;
use crate::card::write::Version;
use crate::card::write::draft::{Draft, line_part, part, whole};
use crate::card::write::sheet::Sheet;
use crate::person::ReadPhoto;

/// FN, N, NICKNAME. Of N only the parts that say something else are written anew.
pub(super) fn name(sheet: &mut Sheet<'_>, contact: &Contact) {
    let version = sheet.version();
    let wanted = [
        &contact.family,
        &contact.given,
        &contact.additional,
        &contact.prefix,
        &contact.suffix,
    ];
    if sheet.said.names.iter().ne(wanted) {
        let at = sheet.find(Known::N);
        let draft = at.and_then(|at| sheet.draft(at));
        let mut draft = draft.unwrap_or_else(|| Draft::new("N", ";;;;".to_owned()));
        let written = draft.value.clone();
        let mut parts: Vec<String> = split_unescaped(&written, b';').map(str::to_owned).collect();
        parts.resize(parts.len().max(5), String::new());
        for (written, text) in parts.iter_mut().zip(wanted) {
            if values::words(written) != *text {
                *written = part(text, version);
            }
        }
        draft.value = parts.join(";");
        match at {
            Some(at) => sheet.set(at, &draft),
            None => sheet.add(&draft),
        }
        sheet.said.names = wanted.map(Clone::clone);
    }
    if sheet.said.nickname != contact.nickname {
        let value = (!contact.nickname.is_empty()).then(|| part(&contact.nickname, version));
        sheet.say(Known::Nickname, "NICKNAME", value);
        sheet.said.nickname.clone_from(&contact.nickname);
    }
    if sheet.said.shown_name() != contact.name {
        sheet.say(Known::Fn, "FN", Some(whole(&contact.name, version)));
        sheet.said.name.clone_from(&contact.name);
    }
}

/// ORG: the name of the company and the department, each when it is given; a part that says it already stays.
pub(super) fn organisation(sheet: &mut Sheet<'_>, company: Option<&str>, department: Option<&str>) {
    let company = company.filter(|company| sheet.said.company != *company);
    let department = department.filter(|department| sheet.said.department != *department);
    if company.is_none() && department.is_none() {
        return;
    }
    let version = sheet.version();
    let written = sheet.find(Known::Org).and_then(|at| sheet.draft(at));
    let value = written.map(|draft| draft.value).unwrap_or_default();
    let mut units: Vec<String> = split_unescaped(&value, b';').map(str::to_owned).collect();
    if let Some(company) = company {
        units[0] = part(company, version);
        sheet.said.company = company.to_owned();
    }
    if let Some(department) = department {
        units.truncate(1);
        if !department.is_empty() {
            units.push(part(department, version));
        }
        sheet.said.department = department.to_owned();
    }
    let says = units.iter().any(|unit| !unit.is_empty());
    sheet.say(Known::Org, "ORG", says.then(|| units.join(";")));
}

/// TITLE, or ROLE where only that was said.
pub(super) fn role(sheet: &mut Sheet<'_>, contact: &Contact) {
    let version = sheet.version();
    let (known, name, shown) = if sheet.said.title.is_empty() && !sheet.said.role.is_empty() {
        (Known::Role, "ROLE", &sheet.said.role)
    } else {
        (Known::Title, "TITLE", &sheet.said.title)
    };
    if *shown != contact.role {
        let value = (!contact.role.is_empty()).then(|| whole(&contact.role, version));
        if value.is_none() {
            // Else the other one would be shown.
            sheet.remove_all(Known::Role);
        }
        sheet.say(known, name, value);
    }
}

/// BDAY, in the form it had. A day without its year stays as long as there is no other.
pub(super) fn birthday(sheet: &mut Sheet<'_>, birthday: Option<NaiveDate>) {
    if sheet.said.birthday == birthday {
        return;
    }
    let Some(date) = birthday else {
        return sheet.remove_all(Known::Bday);
    };
    let at = sheet.find(Known::Bday);
    let draft = at.and_then(|at| sheet.draft(at));
    let is_extended = match &draft {
        Some(draft) => draft.value.trim().as_bytes().get(4) == Some(&b'-'),
        None => sheet.version() == Version::Three,
    };
    let mut draft = draft.unwrap_or_else(|| Draft::new("BDAY", String::new()));
    draft.without(&["VALUE", "X-APPLE-OMIT-YEAR"]);
    let form = if is_extended { "%Y-%m-%d" } else { "%Y%m%d" };
    draft.value = date.format(form).to_string();
    match at {
        Some(at) => sheet.set(at, &draft),
        None => sheet.add(&draft),
    }
}

/// X-SENTIER-OBJECTION.
pub(super) fn objection(sheet: &mut Sheet<'_>, objection: Option<&Objection>) {
    if sheet.said.objection.as_ref() == objection {
        return;
    }
    let Some(one) = objection else {
        return sheet.remove_all(Known::OwnObjection);
    };
    let value = format!("{};{}", one.on, line_part(&one.source, sheet.version()));
    sheet.say(Known::OwnObjection, "X-SENTIER-OBJECTION", Some(value));
}

/// NOTE: several become one when they are edited.
pub(super) fn notes(sheet: &mut Sheet<'_>, notes: &str) {
    if sheet.said.notes == notes {
        return;
    }
    let version = sheet.version();
    let first = sheet.find(Known::Note);
    for at in sheet.all(Known::Note) {
        if Some(at) != first || notes.is_empty() {
            sheet.remove(at);
        }
    }
    if !notes.is_empty() {
        sheet.say(Known::Note, "NOTE", Some(whole(notes, version)));
    }
}

/// CATEGORIES: a line that loses none of its words stays; new ones join the last line.
pub(super) fn tags(sheet: &mut Sheet<'_>, items: &[Item<String>], wanted: &BTreeSet<String>) {
    let version = sheet.version();
    let mut new: Vec<&String> = wanted
        .iter()
        .filter(|tag| !items.iter().any(|item| item.value == **tag))
        .collect();
    let mut lines: Vec<usize> = items.iter().map(|item| item.line).collect();
    lines.dedup();
    let goes = |tag: &str| items.iter().any(|item| item.value == tag) && !wanted.contains(tag);
    for (nth, at) in lines.iter().enumerate() {
        let Some(mut draft) = sheet.draft(*at) else {
            continue;
        };
        let mut words: Vec<String> = split_unescaped(&draft.value, b',')
            .filter(|word| !goes(&values::line(word)))
            .map(str::to_owned)
            .collect();
        if nth + 1 == lines.len() {
            words.extend(new.drain(..).map(|tag| part(tag, version)));
        }
        if words.is_empty() {
            sheet.remove(*at);
        } else {
            draft.value = words.join(",");
            if sheet.draft(*at).as_ref() != Some(&draft) {
                sheet.set(*at, &draft);
            }
        }
    }
    if !new.is_empty() {
        let words: Vec<String> = new.iter().map(|tag| part(tag, version)).collect();
        sheet.add(&Draft::new("CATEGORIES", words.join(",")));
    }
}

/// PHOTO, in the form of the card's version.
pub(super) fn photo(sheet: &mut Sheet<'_>, photo: Option<&ReadPhoto>) {
    if sheet.said.photo.as_ref() == photo {
        return;
    }
    let at = sheet.find(Known::Photo);
    match (at, photo) {
        (Some(_), None) => sheet.remove_all(Known::Photo),
        (None, None) => {}
        (at, Some(photo)) => {
            let mut draft = picture(photo, sheet.version());
            match at {
                Some(at) => {
                    draft.group = sheet.draft(at).map(|old| old.group).unwrap_or_default();
                    sheet.set(at, &draft);
                }
                None => sheet.add(&draft),
            }
        }
    }
}

/// A picture as a property.
pub(super) fn picture(photo: &ReadPhoto, version: Version) -> Draft {
    let base64 = BASE64.encode(&photo.bytes);
    if version == Version::Four {
        return Draft::new("PHOTO", format!("data:{};base64,{base64}", photo.media));
    }
    let word = photo.media.trim_start_matches("image/").to_uppercase();
    let mut draft = Draft::new("PHOTO", base64);
    draft.params.push(("TYPE".to_owned(), word));
    draft.base64 = true;
    draft
}
