//! One VEVENT, read from its own lines.
//!
//! calcard, which knows every property, is not asked here: it would parse each event a second time, and what the
//! calendar needs of one is a dozen properties, some of which it loses (`field/exchange.md` part 2).

use chrono::{DateTime, Utc};
use domain::{
    Id, Link, Moment, Participant, Recurrence, State, Touchpoint, clean_line, clean_text,
};

use crate::parts::{Part, own_lines};
use crate::property::Property;
use crate::read::event::{DATES_MOST, ReadEvent, Warning};
use crate::read::guess;
use crate::read::invalid::Unreadable;
use crate::read::lists::{LinkPlace, PEOPLE_MOST, add_participant, participant};
use crate::read::ours::Ours;
use crate::read::when::{moment_of, moments_of, note, of_the_second_hour, slot_of};
use crate::stamp::Stamp;
use crate::text::unescape;
use crate::zone::Zones;

/// RRULE lines an event may have.
const RULES_MOST: usize = 16;

/// What the lines of an event give before it is put together.
#[derive(Default)]
struct Gathered {
    uid: Option<String>,
    recurrence_id: Option<Moment>,
    start: Option<Moment>,
    end: Option<Moment>,
    length: Option<String>,
    ours: Ours,
    status_cancelled: bool,
    title: String,
    place: String,
    notes: String,
    link: Option<(LinkPlace, Option<Link>)>,
    mentions_tel: bool,
    participants: Vec<Participant>,
    recurrence: Recurrence,
    transparent: bool,
    sequence: u32,
    created_at: Option<DateTime<Utc>>,
    modified_at: Option<DateTime<Utc>>,
    stamped_at: Option<DateTime<Utc>>,
    warnings: Vec<Warning>,
}

pub(crate) fn read_event(
    bytes: &[u8],
    part: &Part,
    zones: &Zones<'_>,
    cancels: bool,
) -> Result<ReadEvent, Unreadable> {
    let mut gathered = Gathered::default();
    for line in own_lines(bytes, part) {
        let name = line.name();
        let mut upper = [0_u8; 40];
        let Some(known) = upper.get_mut(..name.len()) else {
            continue;
        };
        known.copy_from_slice(&name);
        known.make_ascii_uppercase();
        if !is_read(known) {
            continue;
        }
        let text = line.text().ok_or(Unreadable::LineTooLong)?;
        if let Some(property) = Property::of(&text) {
            gathered.take(known, &property, zones)?;
        }
    }
    gathered.put_together(bytes, part, cancels)
}

/// The properties that are read; the others are not even unfolded.
fn is_read(name: &[u8]) -> bool {
    matches!(
        name,
        b"UID"
            | b"RECURRENCE-ID"
            | b"DTSTART"
            | b"DTEND"
            | b"DURATION"
            | b"SUMMARY"
            | b"LOCATION"
            | b"DESCRIPTION"
            | b"STATUS"
            | b"TRANSP"
            | b"SEQUENCE"
            | b"CREATED"
            | b"LAST-MODIFIED"
            | b"DTSTAMP"
            | b"RRULE"
            | b"EXRULE"
            | b"RDATE"
            | b"EXDATE"
            | b"ATTENDEE"
            | b"ORGANIZER"
    ) || name.starts_with(b"X-SENTIER-")
        || LinkPlace::of(name).is_some()
}

impl Gathered {
    fn take(
        &mut self,
        name: &[u8],
        property: &Property<'_>,
        zones: &Zones<'_>,
    ) -> Result<(), Unreadable> {
        let value = property.value;
        match name {
            b"UID" if self.uid.is_none() => {
                self.uid = read_uid(value);
            }
            b"RECURRENCE-ID" => {
                if property.param_is("RANGE", "THISANDFUTURE") {
                    note(&mut self.warnings, Warning::ThisAndFuture);
                }
                self.recurrence_id = Some(
                    moment_of(property, zones, &mut self.warnings)
                        .ok_or(Unreadable::BadOccurrence)?,
                );
            }
            b"DTSTART" if self.start.is_none() => {
                self.start = Some(
                    moment_of(property, zones, &mut self.warnings).ok_or(Unreadable::BadStart)?,
                );
            }
            b"DTEND" => self.end = moment_of(property, zones, &mut self.warnings),
            b"DURATION" => self.length = Some(value.to_owned()),
            b"SUMMARY" => self.title = self.line(value),
            b"LOCATION" => {
                self.place = self.line(value);
                self.mention(LinkPlace::Location, property);
            }
            b"DESCRIPTION" => {
                let text = unescape(value);
                if text.chars().nth(Touchpoint::TEXT_MOST).is_some() {
                    note(&mut self.warnings, Warning::Shortened);
                }
                self.notes = clean_text(&text, Touchpoint::TEXT_MOST);
                self.mention(LinkPlace::Description, property);
            }
            b"STATUS" => self.status_cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            b"TRANSP" => self.transparent = value.trim().eq_ignore_ascii_case("TRANSPARENT"),
            b"SEQUENCE" => {
                let number: i64 = value.trim().parse().unwrap_or(0);
                self.sequence = u32::try_from(number.max(0)).unwrap_or(u32::MAX);
            }
            b"CREATED" => self.created_at = instant(value),
            b"LAST-MODIFIED" => self.modified_at = instant(value),
            b"DTSTAMP" => self.stamped_at = instant(value),
            b"RRULE" if self.recurrence.rules.len() < RULES_MOST => {
                self.recurrence.rules.push(clean_line(value, 2_000));
            }
            b"EXRULE" => note(&mut self.warnings, Warning::ExclusionRule),
            b"RDATE" | b"EXDATE" => self.dates(name == b"RDATE", property, zones)?,
            b"ATTENDEE" | b"ORGANIZER" => {
                if self.participants.len() >= PEOPLE_MOST {
                    note(&mut self.warnings, Warning::ManyPeople);
                } else if let Some(one) = participant(property, name == b"ORGANIZER") {
                    add_participant(&mut self.participants, one);
                }
            }
            _ if name.starts_with(b"X-SENTIER-") && name != b"X-SENTIER-LINK" => {
                self.ours.take(&name[b"X-SENTIER-".len()..], property);
            }
            _ => {
                if let Some(place) = LinkPlace::of(name) {
                    self.mention(place, property);
                }
            }
        }
        Ok(())
    }

    fn line(&mut self, value: &str) -> String {
        let text = unescape(value);
        let line = clean_line(&text, Touchpoint::LINE_MOST);
        if line.len() + 4 < text.trim().len() && line.chars().count() >= Touchpoint::LINE_MOST - 1 {
            note(&mut self.warnings, Warning::Shortened);
        }
        line
    }

    /// A place where the link of the meeting may stand; the best place wins, and ours is the last word.
    fn mention(&mut self, place: LinkPlace, property: &Property<'_>) {
        let text;
        let plain = match place {
            LinkPlace::Location | LinkPlace::Description => {
                text = unescape(property.value);
                self.mentions_tel |= text.contains("tel:+") || text.contains("tel:0");
                Property {
                    written_params: property.written_params,
                    value: &text,
                }
            }
            _ => property.clone(),
        };
        if place == LinkPlace::Conference {
            self.mentions_tel |= plain.value.trim().to_ascii_lowercase().starts_with("tel:");
        }
        let better = self.link.as_ref().is_none_or(|(known, _)| place < *known);
        let link = place.link(&plain);
        if better && (link.is_some() || place == LinkPlace::Ours) {
            self.link = Some((place, link));
        }
    }

    fn dates(
        &mut self,
        is_rdate: bool,
        property: &Property<'_>,
        zones: &Zones<'_>,
    ) -> Result<(), Unreadable> {
        let mut warnings = std::mem::take(&mut self.warnings);
        let list = if is_rdate {
            &mut self.recurrence.dates
        } else {
            &mut self.recurrence.except
        };
        let mut bad = false;
        for (_, moment) in moments_of(property, zones, &mut warnings) {
            match moment {
                Some(moment) => list.push(moment),
                None => bad = true,
            }
            if list.len() > DATES_MOST {
                return Err(Unreadable::TooManyDates);
            }
        }
        // An empty list is written by some as an empty value.
        if bad && !property.value.trim().is_empty() {
            note(&mut warnings, Warning::BadDate);
        }
        self.warnings = warnings;
        Ok(())
    }

    fn put_together(
        mut self,
        bytes: &[u8],
        part: &Part,
        cancels: bool,
    ) -> Result<ReadEvent, Unreadable> {
        let slot = match (self.start, self.ours.minutes) {
            (Some(start), _) => {
                let slot = slot_of(start, self.end, self.length.as_deref(), &mut self.warnings)
                    .ok_or(Unreadable::YearOutOfRange)?;
                Some(
                    self.ours
                        .zone
                        .map_or(slot, |zone| of_the_second_hour(slot, zone)),
                )
            }
            (None, Some(_)) => None,
            (None, None) => return Err(Unreadable::NoStart),
        };
        let uid = self.uid.unwrap_or_else(|| {
            note(&mut self.warnings, Warning::NoUid);
            made_uid(&bytes[part.start..part.end])
        });
        let link = self.link.and_then(|(_, link)| link);
        let kind = self.ours.kind.unwrap_or_else(|| {
            guess::kind(link.as_ref(), &self.title, &self.place, self.mentions_tel)
        });
        let state = match self.ours.state {
            _ if self.status_cancelled => State::Cancelled,
            Some(state) => state,
            None if cancels => State::Cancelled,
            None => State::Planned,
        };
        let repeats = !(self.recurrence.rules.is_empty() && self.recurrence.dates.is_empty());
        Ok(ReadEvent {
            uid,
            // An override that carries the rule of its series (seen in khal's corpus) is no series itself.
            recurrence: (repeats && self.recurrence_id.is_none()).then_some(self.recurrence),
            recurrence_id: self.recurrence_id,
            wanted_minutes: self.ours.minutes.unwrap_or_else(|| {
                slot.filter(|slot| !slot.is_all_day())
                    .map_or(Touchpoint::USUAL_MINUTES, |slot| {
                        slot.seconds().div_ceil(60)
                    })
            }),
            slot,
            kind_is_said: self.ours.kind.is_some(),
            purpose: self.ours.purpose,
            kind,
            state,
            title: self.title,
            place: self.place,
            notes: self.notes,
            outcome: self.ours.outcome,
            reason: self.ours.reason,
            client: self.ours.client,
            link,
            participants: self.participants,
            transparent: self.transparent,
            sequence: self.sequence,
            created_at: self.created_at,
            updated_at: self.modified_at.or(self.stamped_at),
            offset: part.start as u64,
            length: (part.end - part.start) as u64,
            line: part.line,
            warnings: self.warnings,
        })
    }
}

/// The UID of a component, also of one that has none.
pub(crate) fn uid_of(bytes: &[u8], part: &Part) -> String {
    // As it is gathered: the first that says one, not the first that would.
    own_lines(bytes, part)
        .filter(|line| line.is("UID"))
        .find_map(|line| {
            let text = line.text()?;
            Property::of(&text).and_then(|property| read_uid(property.value))
        })
        .unwrap_or_else(|| made_uid(&bytes[part.start..part.end]))
}

/// Whether a component stands for one occurrence of a series.
pub(crate) fn is_occurrence(bytes: &[u8], part: &Part) -> bool {
    own_lines(bytes, part).any(|line| line.is("RECURRENCE-ID"))
}

fn read_uid(value: &str) -> Option<String> {
    Some(clean_line(&unescape(value), 1_000)).filter(|uid| !uid.is_empty())
}

/// A UID for an event without one: the same content is the same event, however often it is brought in.
fn made_uid(content: &[u8]) -> String {
    let id = Id::<Touchpoint>::from_content(content);
    let hex: String = id
        .to_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{hex}@sentier")
}

fn instant(value: &str) -> Option<DateTime<Utc>> {
    Stamp::read(value).map(|stamp| stamp.local().and_utc())
}
