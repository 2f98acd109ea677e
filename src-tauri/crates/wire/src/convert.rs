//! Between the domain's words and the wire's. Every domain value is taken apart field by field, so that a new one
//! does not compile until somebody decides what the window sees of it.

use domain as d;
use workflows::{import as i, reschedule as w};

use crate as x;

/// A pair of enums that say the same thing.
macro_rules! same {
    ($domain:path, $wire:path: $($variant:ident),*) => {
        impl From<$domain> for $wire {
            fn from(value: $domain) -> Self {
                use $domain as D;
                match value { $(D::$variant => Self::$variant),* }
            }
        }
        impl From<$wire> for $domain {
            fn from(value: $wire) -> Self {
                use $wire as W;
                match value { $(W::$variant => Self::$variant),* }
            }
        }
    };
}

/// An enum of the wire with the variants of one of the domain: listed here only.
macro_rules! twin {
    ($(#[$doc:meta])* $name:ident of $domain:path { $($(#[$says:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
        #[serde(rename_all = "camelCase")]
        pub enum $name {
            $($(#[$says])* $variant,)*
        }

        $crate::convert::same!($domain, $name: $($variant),*);
    };
}

/// A pair of structs with the same fields, taken apart both ways: fields that are the same, those that turn `into` each
/// other, those of which what is in them does (`maybe` one, `all` of them), and those that are no good sometimes on the
/// way in (`tried`).
macro_rules! alike {
    ($domain:path, $wire:path: $($same:ident),* $(; into $($into:ident),*)? $(; maybe $($maybe:ident),*)?) => {
        impl From<$domain> for $wire {
            fn from(value: $domain) -> Self {
                use $domain as D;
                let D { $($same,)* $($($into,)*)? $($($maybe,)*)? } = value;
                Self {
                    $($same,)*
                    $($($into: $into.into(),)*)?
                    $($($maybe: $maybe.map(Into::into),)*)?
                }
            }
        }
        impl From<$wire> for $domain {
            fn from(value: $wire) -> Self {
                use $wire as W;
                let W { $($same,)* $($($into,)*)? $($($maybe,)*)? } = value;
                Self {
                    $($same,)*
                    $($($into: $into.into(),)*)?
                    $($($maybe: $maybe.map(Into::into),)*)?
                }
            }
        }
    };
    ($domain:path, $wire:path: $($same:ident),*; into $($into:ident),*; all $($all:ident),*; tried $($tried:ident),*) => {
        impl From<$domain> for $wire {
            fn from(value: $domain) -> Self {
                use $domain as D;
                let D { $($same,)* $($into,)* $($all,)* $($tried,)* } = value;
                Self {
                    $($same,)*
                    $($into: $into.into(),)*
                    $($all: $all.into_iter().map(Into::into).collect(),)*
                    $($tried: $tried.into(),)*
                }
            }
        }
        impl TryFrom<$wire> for $domain {
            type Error = $crate::Malformed;

            fn try_from(value: $wire) -> Result<Self, $crate::Malformed> {
                use $wire as W;
                let W { $($same,)* $($into,)* $($all,)* $($tried,)* } = value;
                Ok(Self {
                    $($same,)*
                    $($into: $into.into(),)*
                    $($all: $all.into_iter().map(Into::into).collect(),)*
                    $($tried: $tried.try_into()?,)*
                })
            }
        }
    };
}

pub(crate) use {alike, same, twin};

same!(d::Kind, x::Kind: Phone, Video, InPerson, Other);
same!(d::State, x::State: Planned, Held, Missed, Cancelled);
same!(d::Attendance, x::Attendance: Waiting, Accepted, Declined, Tentative);
same!(d::LinkService, x::LinkService: Jitsi, Teams, Meet, Zoom, Webex, Other);
same!(d::Language, x::Language: Fr, En);
same!(d::Theme, x::Theme: System, Light, Dark);
same!(i::Match, x::Match: New, Same, Differs, Near, Invalid);
same!(d::ReachKind, x::ReachKind: Work, Mobile, Home, Fax, Other);
same!(i::What, x::ImportWhat: Touchpoint, Contact, Client);
same!(i::Into, x::RowInto: Known, Apart);
same!(i::Side, x::Side: Here, There);
same!(workflows::export::PeopleFormat, x::PeopleFormat: AsTheyCame, Vcard3, Vcard4, Csv);
same!(workflows::Aspect, x::Aspect: Name, Client, Role, Phones, Emails, Addresses, Links, Birthday, Notes, Tags, Photo,
    Custom, Met, Rights, Attachments, Market, Tier, Siren, Siret, Website, Slot, Title, Place, Link, State, Recurrence,
    Participants, Transparency, Kind, Reason, Outcome);
same!(workflows::duplicates::Take, x::Take: Kept, Gone, Both);
same!(workflows::duplicates::Likeness, x::Likeness: Uid, Email, Phone, Name);
same!(w::Scope, x::Scope: This, Following, All);

alike!(d::Reason, x::Reason: bring, astonish, clarify, urgent);
alike!(d::Participant, x::Participant: name, email, organizer; into attendance);

impl TryFrom<x::Target> for w::Target {
    type Error = x::Malformed;

    fn try_from(target: x::Target) -> Result<Self, x::Malformed> {
        Ok(match target {
            x::Target::Timed { start, minutes } => Self::Timed {
                start: x::text::wall(&start)?,
                minutes: minutes.clamp(1, 60 * 24 * 14),
            },
            x::Target::AllDay { first, days } => Self::AllDay {
                first: x::text::date(&first)?,
                days: days.clamp(1, 366),
            },
            x::Target::Tray => Self::Tray,
        })
    }
}
impl From<w::Target> for x::Target {
    fn from(target: w::Target) -> Self {
        match target {
            w::Target::Timed { start, minutes } => Self::Timed {
                start: x::text::of_wall(start),
                minutes,
            },
            w::Target::AllDay { first, days } => Self::AllDay {
                first: first.to_string(),
                days,
            },
            w::Target::Tray => Self::Tray,
        }
    }
}

impl TryFrom<x::Subject> for w::Subject {
    type Error = x::Malformed;

    fn try_from(subject: x::Subject) -> Result<Self, x::Malformed> {
        Ok(match subject {
            x::Subject::Existing { id, occurrence } => Self::Existing {
                id: x::text::id(&id)?,
                occurrence: x::text::occurrence(occurrence.as_deref())?,
            },
            x::Subject::New { kind, confidential } => Self::New {
                takes: d::Takes::Meeting(kind.into()),
                confidential,
            },
        })
    }
}

impl TryFrom<x::Reschedule> for w::Reschedule {
    type Error = x::Malformed;

    fn try_from(
        x::Reschedule {
            subject,
            to,
            scope,
            copy,
            force,
        }: x::Reschedule,
    ) -> Result<Self, x::Malformed> {
        Ok(Self {
            subject: subject.try_into()?,
            to: to.try_into()?,
            scope: scope.into(),
            copy,
            force,
        })
    }
}
