//! What vCard has no word for, on lines of our own (RFC 6350 §3.3, x-name).
//!
//! | property | value |
//! |---|---|
//! | X-SENTIER-FIELD | `name;value`, both TEXT: a field the person named |
//! | X-SENTIER-MET | `date;how;by`: `2026-11-24` or nothing; IN-PERSON, VIDEO, PHONE or OTHER; a name or nothing |
//! | X-SENTIER-CONSENT | `channel;agreed;date;basis;source`: EMAIL, PHONE, TEXT, POST or OTHER; GIVEN, WITHDRAWN or UNKNOWN; a date or nothing; CONSENT, CONTRACT, LEGITIMATE-INTEREST or nothing; TEXT |
//! | X-SENTIER-OBJECTION | `date;source`: the day they said they do not want to be contacted, and how |

use domain::{Consent, CustomField, Met, MetHow};

use crate::card::write::Version;
use crate::card::write::draft::{Draft, line_part};
use crate::card::write::many::Listed;
use crate::rights::consent_parts;

impl Listed for CustomField {
    const RANKED: bool = false;

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn alike(&self, other: &Self) -> bool {
        self.name == other.name
    }

    fn edit(&self, _old: &Self, draft: &mut Draft, version: Version) {
        draft.value = self.fresh(version).value;
    }

    fn fresh(&self, version: Version) -> Draft {
        let (name, value) = (
            line_part(&self.name, version),
            line_part(&self.value, version),
        );
        Draft::new("X-SENTIER-FIELD", format!("{name};{value}"))
    }
}

impl Listed for Met {
    const RANKED: bool = false;

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn alike(&self, other: &Self) -> bool {
        self.by == other.by
    }

    fn edit(&self, _old: &Self, draft: &mut Draft, version: Version) {
        draft.value = self.fresh(version).value;
    }

    fn fresh(&self, version: Version) -> Draft {
        let on = self.on.map(|on| on.to_string()).unwrap_or_default();
        let how = match self.how {
            MetHow::InPerson => "IN-PERSON",
            MetHow::Video => "VIDEO",
            MetHow::Phone => "PHONE",
            MetHow::Other => "OTHER",
        };
        let by = line_part(&self.by, version);
        Draft::new("X-SENTIER-MET", format!("{on};{how};{by}"))
    }
}

impl Listed for Consent {
    const RANKED: bool = false;

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn alike(&self, other: &Self) -> bool {
        self.channel == other.channel
    }

    fn edit(&self, _old: &Self, draft: &mut Draft, version: Version) {
        draft.value = self.fresh(version).value;
    }

    fn fresh(&self, version: Version) -> Draft {
        let parts = consent_parts(self).map(|part| line_part(&part, version));
        Draft::new("X-SENTIER-CONSENT", parts.join(";"))
    }
}
