//! ATTENDEE and ORGANIZER (RFC 5545 §3.8.4).

use domain::{Attendance, Participant};

use crate::property::quoted;
use crate::read::participant;
use crate::write::sheet::Sheet;

/// The lines of one participant. Who calls the meeting has an ATTENDEE line too once they have answered.
pub(super) fn lines(one: &Participant) -> Vec<String> {
    let name = match one.name.as_str() {
        "" => String::new(),
        name => format!(";CN={}", quoted(name)),
    };
    // A calendar address must be one (§3.3.3); this is how others write that there is none.
    let address = match one.email.as_str() {
        "" => "invalid:nomail".to_owned(),
        email => format!("mailto:{email}"),
    };
    let mut lines = Vec::new();
    if one.organizer {
        lines.push(format!("ORGANIZER{name}:{address}"));
    }
    if !one.organizer || one.attendance != Attendance::Waiting {
        lines.push(format!(
            "ATTENDEE{name};PARTSTAT={}:{address}",
            answer(one.attendance)
        ));
    }
    lines
}

fn answer(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Accepted => "ACCEPTED",
        Attendance::Declined => "DECLINED",
        Attendance::Tentative => "TENTATIVE",
        Attendance::Waiting => "NEEDS-ACTION",
    }
}

fn is_same(a: &Participant, b: &Participant) -> bool {
    if a.email.is_empty() && b.email.is_empty() {
        a.name == b.name
    } else {
        a.email.eq_ignore_ascii_case(&b.email)
    }
}

/// Rewrites the lines of those who changed, takes those away who are gone, adds those who are new.
pub(super) fn patch(sheet: &mut Sheet<'_>, old: &[Participant], new: &[Participant]) {
    let changed = |one: &Participant| {
        let before = old.iter().find(|old| is_same(old, one));
        let now = new.iter().find(|new| is_same(new, one));
        (before != now, now.cloned())
    };
    let mut written: Vec<Participant> = Vec::new();
    for at in sheet.matching(|name| matches!(name, "ATTENDEE" | "ORGANIZER")) {
        let organizer = sheet.text(at).to_ascii_uppercase().starts_with("ORGANIZER");
        let Some(Some(one)) = sheet.look(at, |property| participant(property, organizer)) else {
            continue;
        };
        match changed(&one) {
            (false, _) => {}
            (true, None) => sheet.remove(at),
            (true, Some(now)) => {
                let first = !written.iter().any(|known| is_same(known, &now));
                let lines = lines(&now);
                match lines.split_first() {
                    Some((line, more)) if first => {
                        sheet.replace(at, line.clone());
                        for line in more {
                            sheet.add_at(at, line.clone());
                        }
                        written.push(now);
                    }
                    _ => sheet.remove(at),
                }
            }
        }
    }
    for one in new {
        let is_new = !old.iter().any(|old| is_same(old, one));
        if is_new {
            for line in lines(one) {
                sheet.add(line, &["ATTENDEE", "ORGANIZER"]);
            }
        }
    }
}
