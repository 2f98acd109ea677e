//! How to join: CONFERENCE (RFC 7986 §5.11) and wherever else a link was found.

use domain::{Link, Touchpoint};

use crate::property::Property;
use crate::read::LinkPlace;
use crate::text::{escape, unescape};
use crate::write::sheet::Sheet;

/// The lines that say how to join: CONFERENCE (RFC 7986 §5.11), and URL for those who do not know it.
pub(super) fn lines(touchpoint: &Touchpoint) -> Vec<String> {
    let Some(link) = &touchpoint.link else {
        return Vec::new();
    };
    let line = format!("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:{}", link.url);
    let read_back = Property::of(&line).and_then(|property| LinkPlace::Conference.link(&property));
    let mut lines = vec![line, format!("URL:{}", link.url)];
    if read_back.as_ref() != Some(link) {
        lines.push(format!("X-SENTIER-LINK:{}", link.url));
    }
    lines
}

/// Makes a sheet that gave `old` give the link of `new`.
pub(super) fn patch(sheet: &mut Sheet<'_>, old: Option<&Link>, new: &Touchpoint) {
    sheet.remove_all("X-SENTIER-LINK");
    let mut next = new.link.as_ref();
    // The lines that gave the old link give the new one, or go.
    for at in sheet.matching(|name| LinkPlace::of(name.as_bytes()).is_some()) {
        let gives = sheet.look(at, |property| {
            let name = sheet_name(&sheet.text(at));
            LinkPlace::of(name.as_bytes()).and_then(|place| place.link(property))
        });
        if gives.flatten().is_none_or(|link| old != Some(&link)) {
            continue;
        }
        let is_standard = matches!(sheet_name(&sheet.text(at)).as_str(), "CONFERENCE" | "URL");
        match next {
            Some(link) if is_standard => {
                sheet.set_value(at, &link.url, &["LABEL"]);
                next = None;
            }
            _ => sheet.remove(at),
        }
    }
    // An address in the place is read by people: it must not lead to the old room.
    if let (Some(before), Some(at)) = (old, sheet.find("LOCATION")) {
        let place = sheet
            .look(at, |property| unescape(property.value).into_owned())
            .unwrap_or_default();
        if place.contains(&before.url) {
            let url = new.link.as_ref().map_or("", |link| link.url.as_str());
            let changed = place.replace(&before.url, url);
            match changed.trim() {
                "" => sheet.remove(at),
                changed => sheet.set_value(at, &escape(changed), &["ALTREP"]),
            }
        }
    }
    if next.is_some() {
        for line in lines(new) {
            let is_url = line.starts_with("URL:");
            if !(is_url && sheet.find("URL").is_some()) {
                sheet.add(line, &["LOCATION", "SUMMARY", "DTSTART"]);
            }
        }
    }
}

fn sheet_name(text: &str) -> String {
    text[..text.find([':', ';']).unwrap_or(0)].to_ascii_uppercase()
}
