//! Which zone of the IANA database a TZID means.

mod names;
mod observed;

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDateTime;
use chrono_tz::Tz;

use crate::doc::Doc;
use crate::parts::{Part, own_lines};
use crate::property::Property;

/// The zones a file speaks of. Resolved once each, when first met.
#[derive(Debug)]
pub struct Zones<'a> {
    bytes: &'a [u8],
    defined: HashMap<String, Part>,
    home: Tz,
    calendar: Option<Tz>,
    met: RefCell<HashMap<String, Option<Tz>>>,
}

/// More zone names than this in one file are not remembered.
const MET_MOST: usize = 10_000;

impl<'a> Zones<'a> {
    /// The zones of a file. `home` is preferred where several zones fit a definition.
    pub fn of(doc: &Doc<'a>, home: Tz) -> Self {
        let mut defined = HashMap::new();
        for part in &doc.zones {
            if let Some(id) = zone_id(doc.bytes(), part) {
                defined.entry(id).or_insert(*part);
            }
        }
        Self {
            bytes: doc.bytes(),
            defined,
            home,
            calendar: doc.zone_name().and_then(names::named),
            met: RefCell::new(HashMap::new()),
        }
    }

    /// The zone of the IANA database that `written` means, or nothing (its times float then).
    ///
    /// In order: an IANA name, also behind a prefix (`/freeassociation.sourceforge.net/Europe/Paris`); a name of
    /// Windows (CLDR) or of Outlook's lists; the file's own definition: the place it names, else the zone whose clock
    /// runs as it says over the two years around `near`; a bare offset.
    pub fn resolve(&self, written: &str, near: NaiveDateTime) -> Option<Tz> {
        let written = names::bare(written);
        if let Some(known) = self.met.borrow().get(written) {
            return *known;
        }
        let found = names::named(written)
            .or_else(|| self.by_definition(written, near))
            .or_else(|| names::fixed(written));
        let mut met = self.met.borrow_mut();
        if met.len() < MET_MOST {
            met.insert(written.to_owned(), found);
        }
        found
    }

    /// The names met so far and what they mean, for the preview of an import.
    pub fn met(&self) -> Vec<(String, Option<Tz>)> {
        let mut met: Vec<_> = self
            .met
            .borrow()
            .iter()
            .map(|(name, zone)| (name.clone(), *zone))
            .collect();
        met.sort_by(|a, b| a.0.cmp(&b.0));
        met
    }

    /// The zone a Google calendar means by its UTC and floating times (X-WR-TIMEZONE).
    pub(crate) fn calendar(&self) -> Option<Tz> {
        self.calendar
    }

    fn by_definition(&self, written: &str, near: NaiveDateTime) -> Option<Tz> {
        let part = self.defined.get(written)?;
        for line in own_lines(self.bytes, part) {
            if !(line.is("X-LIC-LOCATION") || line.is("X-MICROSOFT-CDO-TZID")) {
                continue;
            }
            let text = line.text()?;
            let value = Property::of(&text)?.value.trim().to_owned();
            let place = if line.is("X-LIC-LOCATION") {
                names::named(&value)
            } else {
                names::microsoft(&value)
            };
            if place.is_some() {
                return place;
            }
        }
        observed::zone_like(self.bytes, part, near, self.home)
    }
}

/// The TZID of a VTIMEZONE.
pub(crate) fn zone_id(bytes: &[u8], part: &Part) -> Option<String> {
    let line = own_lines(bytes, part).find(|line| line.is("TZID"))?;
    let text = line.text()?;
    Some(names::bare(Property::of(&text)?.value).to_owned())
}

/// Whether a name means the same zone to everyone, whatever a file defines under it.
pub(crate) fn is_known(name: &str) -> bool {
    names::named(name).is_some()
}
