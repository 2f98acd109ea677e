//! The VTIMEZONEs of a calendar that is being written: which are there, which must be added.

use std::collections::HashMap;

use chrono::Datelike;
use chrono_tz::Tz;
use domain::{Moment, Touchpoint, Zone};

use crate::parts::{Part, PartKind, Shape, own_lines};
use crate::property::{Property, quoted};
use crate::write::sheet::Sheet;
use crate::zone::{is_known, zone_id};

/// The zones defined so far, by TZID, each with its definition without line ends.
#[derive(Debug, Default)]
pub(super) struct Defined {
    zones: HashMap<String, Vec<u8>>,
}

impl Defined {
    /// Notes a definition that stands already.
    pub(super) fn note(&mut self, id: String, definition: &[u8]) {
        self.zones.entry(id).or_insert_with(|| squeezed(definition));
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.zones.contains_key(id)
    }

    /// What must be done so that a component planted from another file means the same zones: definitions to plant
    /// before it, and the component, its names changed where the calendar means another zone by them already
    /// (Outlook calls every zone it was given "Customized Time Zone").
    pub(super) fn bring(
        &mut self,
        component: Vec<u8>,
        definitions: &HashMap<String, &[u8]>,
    ) -> (Vec<Vec<u8>>, Vec<u8>) {
        let mut planted = Vec::new();
        let mut component = component;
        for id in zone_names(&component) {
            let Some(definition) = definitions.get(&id) else {
                continue;
            };
            match self.zones.get(&id) {
                None => {
                    planted.push(definition.to_vec());
                    self.note(id, definition);
                }
                // A name everyone knows means what everyone knows by it.
                Some(known) if is_known(&id) || *known == squeezed(definition) => {}
                Some(_) => {
                    let (other, is_new) = self.other_name(&id, definition);
                    if is_new {
                        planted.push(renamed(definition, &id, &other));
                    }
                    component = renamed(&component, &id, &other);
                }
            }
        }
        (planted, component)
    }

    /// A name for a second zone of the same name, and whether it is new.
    fn other_name(&mut self, id: &str, definition: &[u8]) -> (String, bool) {
        let wanted = squeezed(definition);
        for number in 2.. {
            let name = format!("{id} {number}");
            match self.zones.get(&name) {
                Some(known) if *known == wanted => return (name, false),
                Some(_) => {}
                None => {
                    self.zones.insert(name.clone(), wanted);
                    return (name, true);
                }
            }
        }
        (id.to_owned(), false)
    }
}

fn squeezed(definition: &[u8]) -> Vec<u8> {
    definition
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect()
}

/// The zone names a component's own properties use, in order, each once.
pub(super) fn zone_names(raw: &[u8]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in own_lines(raw, &whole(raw)) {
        let name = line
            .text()
            .and_then(|text| Some(Property::of(&text)?.param("TZID")?.into_owned()));
        if let Some(name) = name
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// A component with one zone name changed, in a definition or where it is used.
fn renamed(raw: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut sheet = Sheet::new(raw);
    let is_definition = zone_id(raw, &whole(raw)).as_deref() == Some(from);
    for at in sheet.matching(|_| true) {
        let text = sheet.text(at).into_owned();
        if is_definition && text.to_ascii_uppercase().starts_with("TZID:") {
            sheet.replace(at, format!("TZID:{to}"));
            continue;
        }
        let uses = Property::of(&text).is_some_and(|p| p.param("TZID").as_deref() == Some(from));
        if uses {
            sheet.set_param(at, "TZID", &quoted(to));
        }
    }
    sheet.bytes()
}

fn whole(raw: &[u8]) -> Part {
    Part {
        kind: PartKind::Other,
        start: 0,
        end: raw.len(),
        line: 1,
        shape: Shape::Whole,
    }
}

/// The zones that touchpoints written here need, and for which years.
#[derive(Debug, Default)]
pub(super) struct Needs {
    pub(super) zones: Vec<(Tz, (i32, i32))>,
}

impl Needs {
    /// The rules of today's zones go back so far; a definition from then on is short.
    const SINCE: i32 = 1996;
    /// Years a series is defined for, where its zone has no yearly rule.
    const AHEAD: i32 = 10;

    /// Adds what a touchpoint needs.
    pub(super) fn touchpoint(&mut self, touchpoint: &Touchpoint) {
        let Some(slot) = touchpoint.slot else { return };
        let repeats = touchpoint.recurrence.is_some();
        let last = slot.end_wall().year() + if repeats { Self::AHEAD } else { 2 };
        self.add(slot.zone(), slot.start_wall().year(), last);
        let lists = touchpoint
            .recurrence
            .iter()
            .flat_map(|recurrence| recurrence.dates.iter().chain(&recurrence.except));
        for moment in lists.chain(
            touchpoint
                .occurrence
                .iter()
                .map(|occurrence| &occurrence.at),
        ) {
            if let Moment::Wall { at, zone } = moment {
                self.add(*zone, at.year(), at.year() + 2);
            }
        }
    }

    /// Adds what a touchpoint needs of the names its new lines use and its old ones did not: a name a file left
    /// undefined stays so.
    pub(super) fn names(&mut self, old: &[u8], new: &[u8], touchpoint: &Touchpoint) {
        let before = zone_names(old);
        let added: Vec<String> = zone_names(new)
            .into_iter()
            .filter(|name| !before.contains(name))
            .collect();
        if added.is_empty() {
            return;
        }
        let mut all = Self::default();
        all.touchpoint(touchpoint);
        for (zone, years) in all.zones {
            if added.iter().any(|name| name == zone.name()) {
                self.add(Zone::Iana(zone), years.0, years.1);
            }
        }
    }

    fn add(&mut self, zone: Zone, first: i32, last: i32) {
        let Zone::Iana(zone) = zone else { return };
        if zone == Tz::UTC {
            return;
        }
        let years = (first.min(Self::SINCE), last.max(Self::SINCE + 1));
        match self.zones.iter_mut().find(|(known, _)| *known == zone) {
            Some((_, known)) => *known = (known.0.min(years.0), known.1.max(years.1)),
            None => self.zones.push((zone, years)),
        }
    }
}
