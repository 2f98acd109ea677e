//! What a card says once: the first line that says it counts.

use domain::{ReachKind, clean_line};

use crate::card::content::{Content, split_unescaped};
use crate::card::gather::{About, Gather};
use crate::card::known::Known;
use crate::card::when::{Birthday, birthday, revised};
use crate::card::{types, values};
use crate::person::PersonWarning;
use crate::text::unescape;

/// The most labels of groups that are remembered in one card.
const LABELS_MOST: usize = 1_000;
/// The longest UID, in characters.
const UID_MOST: usize = 1_000;

impl Gather {
    /// What a card says once: the first line that says it counts. Tells whether it was this one.
    pub(super) fn take_once(&mut self, known: Known, content: &Content<'_>, value: &str) -> bool {
        match known {
            Known::Fn => first(&mut self.name, || values::line(value)),
            Known::N => {
                let new = self.names.iter().all(String::is_empty);
                if new {
                    let mut parts = split_unescaped(value, b';');
                    self.names = std::array::from_fn(|_| {
                        parts.next().map(values::words).unwrap_or_default()
                    });
                }
                new
            }
            Known::Nickname => first(&mut self.nickname, || values::nickname(value)),
            Known::Org => {
                let new = self.company.is_empty() && self.department.is_empty();
                if new {
                    let mut units = split_unescaped(value, b';');
                    self.company = units.next().map(values::line).unwrap_or_default();
                    self.department = values::department(units);
                }
                new
            }
            Known::Title => first(&mut self.title, || values::line(value)),
            Known::Role => first(&mut self.role, || values::line(value)),
            Known::Uid => first(&mut self.uid, || clean_line(&unescape(value), UID_MOST)),
            Known::OwnObjection => {
                let said = values::objection(value).filter(|_| self.objection.is_none());
                let new = said.is_some();
                self.objection = said.or(self.objection.take());
                new
            }
            Known::Bday => match birthday(content, value) {
                Birthday::Known(date) if self.birthday.is_none() => {
                    self.birthday = Some(date);
                    true
                }
                Birthday::Known(_) | Birthday::Partly => false,
                Birthday::Broken => {
                    self.warn(PersonWarning::Date);
                    false
                }
            },
            Known::Rev => {
                self.revised = self.revised.or_else(|| revised(value));
                false
            }
            Known::Kind => {
                self.about = match value.trim().to_ascii_lowercase().as_str() {
                    "org" | "organization" => Some(About::Company),
                    "group" | "location" | "thing" | "application" | "device" => Some(About::Else),
                    "individual" => Some(About::Person),
                    _ => self.about,
                };
                true
            }
            Known::ShowAs => {
                if value.trim().eq_ignore_ascii_case("COMPANY") {
                    self.about = Some(About::Company);
                }
                true
            }
            Known::Label => {
                let kind = types::kind_of_label(&values::line(value));
                if kind != ReachKind::Other && self.labels.len() < LABELS_MOST {
                    self.labels.push((content.group.to_ascii_lowercase(), kind));
                }
                false
            }
            _ => false,
        }
    }
}

/// Fills what is empty; tells whether it says something now and did not before.
fn first(slot: &mut String, value: impl FnOnce() -> String) -> bool {
    let was_empty = slot.is_empty();
    if was_empty {
        *slot = value();
    }
    was_empty && !slot.is_empty()
}
