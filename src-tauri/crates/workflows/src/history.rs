//! The line of what was done: each in a sentence, what one did in one sitting as one line.

use std::collections::{BTreeMap, HashSet};

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::{ClientId, Origin, Zone, fold};
use store::{Entry, Index, Key, Note};
use words::{Arg, Words};

use crate::fault::Fault;
use crate::house::House;
use crate::trash::{self, Counts};

/// A line of the history.
#[derive(Debug, Clone)]
pub struct Line {
    /// The store's number for it: that of the last of its steps.
    pub seq: u64,
    /// All its steps, the latest first: several where one thing was edited again and again.
    pub steps: Vec<u64>,
    /// When, on the wall at home.
    pub at: NaiveDateTime,
    /// `mar. 24 nov. 14:02`.
    pub when: String,
    /// `Déplacé « Visio Dupont » de mar. 24 nov. 14:00 à jeu. 26 nov. 10:00`.
    pub said: String,
    /// Who wrote it.
    pub by: Origin,
    /// Whether it was undone.
    pub undone: bool,
    /// What can be done about it.
    pub way: Way,
}

/// What can be done about a line of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It can be taken back, when nothing depends on it.
    Back,
    /// It was taken back, and can be done again.
    Again,
    /// The journal that says what it changed was let go.
    TooOld,
    /// It is no step: it stays.
    Never,
}

/// Which part of the history.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What was done before this line; the latest when nothing is said.
    pub before: Option<u64>,
    /// How many lines, at most.
    pub limit: usize,
    /// What was done to this client, its contacts, places and touchpoints only.
    pub client: Option<ClientId>,
    /// Lines in whose sentence each of these words begins or is, accents and case aside.
    pub words: String,
}

/// The most lines at once.
const MOST: usize = 500;
/// What the house writes for itself, many times a day: no deed of anybody's.
const SILENT: [&str; 3] = ["reminded", "view-left", "mapped"];
/// Edits of one thing with no more than this between them are one sitting.
const SITTING: Duration = Duration::minutes(10);
/// What a sitting is made of.
const EDITS: [&str; 8] = [
    "edited",
    "client-edited",
    "contact-edited",
    "place-edited",
    "market-saved",
    "settings",
    "path-edited",
    "view-saved",
];
/// How many lines are looked through for words.
const LOOKED_THROUGH: usize = 20_000;

/// What was done, the latest first; fewer than asked for when there is no more.
pub fn lines(house: &House, asked: &Asked) -> Result<Vec<Line>, Fault> {
    let limit = asked.limit.min(MOST);
    let wanted: Vec<String> = fold(&asked.words)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let speaker = Speaker::of(house);
    let matches = |line: &Line| {
        let said = fold(&line.said);
        wanted.iter().all(|word| said.contains(word.as_str()))
    };
    if let Some(client) = asked.client {
        let mut lines = speaker.sittings(of_client(house, client, MOST)?);
        lines.retain(|line| matches(line) && asked.before.is_none_or(|before| line.seq < before));
        lines.truncate(limit);
        return Ok(lines);
    }
    let (mut lines, mut before, mut seen): (Vec<Line>, _, usize) = (Vec::new(), asked.before, 0);
    let mut open: Vec<Entry> = Vec::new();
    while lines.len() <= limit && seen < LOOKED_THROUGH {
        let entries = house.store.history(before, MOST)?;
        let Some(last) = entries.last() else { break };
        before = Some(last.seq);
        seen += entries.len();
        open.extend(entries.into_iter().filter(is_told));
        // The last sitting may go on in what is not read yet.
        let mut some = speaker.sittings(std::mem::take(&mut open));
        if let Some(cut) = some.pop() {
            for seq in cut.steps {
                open.extend(house.store.entry(seq)?);
            }
        }
        lines.extend(some.into_iter().filter(matches));
    }
    lines.extend(speaker.sittings(open).into_iter().filter(matches));
    lines.truncate(limit);
    Ok(lines)
}

/// What was done lately to a client, its contacts, its places and its touchpoints, the latest first.
pub fn of_client_lately(house: &House, id: ClientId) -> Result<Vec<Line>, Fault> {
    const LATELY: usize = 50;
    Ok(Speaker::of(house).sittings(of_client(house, id, LATELY)?))
}

fn of_client(house: &House, id: ClientId, most: usize) -> Result<Vec<Entry>, Fault> {
    let store = &house.store;
    let mut keys: HashSet<Key> = HashSet::from([id.to_bytes()]);
    for index in [
        Index::ContactOfClient,
        Index::PlaceOfClient,
        Index::OfClient,
    ] {
        keys.extend(store.starting_with(index, &id.to_bytes())?);
    }
    let mut entries = store.history_of(&keys, most)?;
    entries.retain(is_told);
    Ok(entries)
}

fn is_told(entry: &Entry) -> bool {
    !SILENT.contains(&entry.note.label.as_str())
}

/// Lines of their own, one by one: what depends on another is named so.
pub(crate) fn each(house: &House, entries: Vec<Entry>) -> Vec<Line> {
    let speaker = Speaker::of(house);
    entries
        .into_iter()
        .map(|entry| speaker.line(&[entry]))
        .collect()
}

/// A note as undo and redo name it: `Déplacer « Visio Dupont »`.
pub(crate) fn name(words: &Words, note: &Note) -> String {
    let own: Vec<(&str, Arg)> = note
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), Arg::from(value.as_str())))
        .collect();
    match note.args.get("of") {
        Some(of) => {
            let what = words.say(&format!("history-{of}"), &own);
            words.say(&format!("history-{}", note.label), &[("what", what.into())])
        }
        None => words.say(&format!("history-{}", note.label), &own),
    }
}

/// A note as the history tells it.
pub(crate) fn tell(house: &House, note: &Note) -> String {
    Speaker::of(house).tell(&note.label, &note.args)
}

struct Speaker<'a> {
    house: &'a House,
    words: std::sync::Arc<Words>,
    today: NaiveDate,
}

impl<'a> Speaker<'a> {
    fn of(house: &'a House) -> Self {
        let (words, today) = (house.words(), house.now_wall().date());
        Self {
            house,
            words,
            today,
        }
    }

    /// Lines with the edits of a sitting as one; entries stand the latest first.
    fn sittings(&self, entries: Vec<Entry>) -> Vec<Line> {
        let groups = entries.chunk_by(is_one_sitting);
        groups.map(|group| self.line(group)).collect()
    }

    fn line(&self, group: &[Entry]) -> Line {
        let last = &group[0];
        let at = Zone::Floating.wall(last.note.at, self.house.home());
        let way = if last.aside {
            Way::Never
        } else if last.undone {
            Way::Again
        } else if group.iter().all(|entry| entry.undoable) {
            Way::Back
        } else {
            Way::TooOld
        };
        Line {
            seq: last.seq,
            steps: group.iter().map(|entry| entry.seq).collect(),
            at,
            when: self.words.wall(at, self.today),
            said: self.tell(&last.note.label, &together(group)),
            by: last.note.origin,
            undone: last.undone,
            way,
        }
    }

    fn tell(&self, label: &str, noted: &BTreeMap<String, String>) -> String {
        let said = |name: &str, value: &str| -> Arg {
            match name {
                "from" | "to" | "at" => self.time(value).into(),
                "fields" => self.fields(value).into(),
                "clients" | "contacts" | "places" | "touchpoints" | "count" | "work" => value
                    .parse::<i64>()
                    .map_or_else(|_| value.into(), Arg::from),
                "was" | "is" if label == "resized" => value.parse().map_or_else(
                    |_| value.into(),
                    |length: u32| self.words.length(length).into(),
                ),
                "was" | "is" => self.value(value).into(),
                _ => value.into(),
            }
        };
        let mut args: Vec<(&str, Arg)> = noted
            .iter()
            .map(|(name, value)| (name.as_str(), said(name, value)))
            .collect();
        // A note of before these were kept says less, and its sentence too.
        for name in ["from", "to", "at", "fields", "was", "is", "client", "what"] {
            if noted.get(name).is_none_or(String::is_empty) {
                args.retain(|(known, _)| *known != name);
                args.push((name, "none".into()));
            }
        }
        if ["contacts", "places", "touchpoints"]
            .iter()
            .all(|name| noted.contains_key(*name))
        {
            let count = |name: &str| {
                noted
                    .get(name)
                    .and_then(|count| count.parse().ok())
                    .unwrap_or_default()
            };
            let counts = Counts {
                clients: count("clients"),
                contacts: count("contacts"),
                places: count("places"),
                touchpoints: count("touchpoints"),
            };
            let what = trash::say(&self.words, counts);
            args.retain(|(known, _)| *known != "what");
            args.push((
                "what",
                if what.is_empty() {
                    "none".into()
                } else {
                    what.into()
                },
            ));
        }
        if noted
            .get("fields")
            .is_some_and(|fields| self.fields(fields).is_empty())
        {
            args.retain(|(known, _)| !["fields", "was", "is"].contains(known));
            args.extend(["fields", "was", "is"].map(|name| (name, Arg::from("none"))));
        }
        // One side that is empty is said to be.
        if noted.contains_key("was") {
            for (name, arg) in &mut args {
                if ["was", "is"].contains(name) && matches!(arg, Arg::Text(text) if text == "none")
                {
                    *arg = self.words.say("did-nothing", &[]).into();
                }
            }
        }
        if let Some(of) = noted.get("of") {
            let mut inner = noted.clone();
            inner.remove("of");
            let what = self.tell(of, &inner);
            args.retain(|(name, _)| *name != "what");
            args.push(("what", what.into()));
        }
        self.words.say(&format!("did-{label}"), &args)
    }

    /// A time as [`crate::note::time`] noted it.
    fn time(&self, noted: &str) -> String {
        if let Ok(wall) = NaiveDateTime::parse_from_str(noted, "%Y-%m-%dT%H:%M") {
            self.words.wall(wall, self.today)
        } else if let Ok(day) = noted.parse::<NaiveDate>() {
            self.words.day(day, self.today)
        } else {
            noted.to_owned()
        }
    }

    /// The names of fields, those that nobody has a word for left out.
    fn fields(&self, noted: &str) -> String {
        let named = noted.split(',').filter_map(|name| {
            let id = format!("field-{}", name.replace('_', "-"));
            let said = self.words.say(&id, &[]);
            (said != id).then_some(said)
        });
        named.collect::<Vec<_>>().join(", ")
    }

    /// A value of a field: what is a word of the record's has one of the person's.
    fn value(&self, noted: &str) -> String {
        let id = format!("value-{}", noted.replace('_', "-"));
        let plain = !noted.is_empty()
            && noted
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let said = if plain {
            self.words.say(&id, &[])
        } else {
            id.clone()
        };
        if said == id { self.time(noted) } else { said }
    }
}

/// Whether two lines that follow each other are edits of one thing in one sitting.
fn is_one_sitting(later: &Entry, earlier: &Entry) -> bool {
    let key = |entry: &Entry| {
        let Note {
            label,
            args,
            origin,
            ..
        } = &entry.note;
        let named = |name: &str| args.get(name).cloned();
        (
            label.clone(),
            named("title"),
            named("client"),
            *origin,
            entry.undone,
            entry.undoable,
        )
    };
    EDITS.contains(&later.note.label.as_str())
        && key(later) == key(earlier)
        && later.note.at - earlier.note.at <= SITTING
        && later.note.at >= earlier.note.at
}

/// What a sitting changed: all its fields, and from where to where when it is one.
fn together(group: &[Entry]) -> BTreeMap<String, String> {
    let (Some(last), Some(first)) = (group.first(), group.last()) else {
        return BTreeMap::new();
    };
    let mut args = last.note.args.clone();
    if group.len() == 1 {
        return args;
    }
    let mut fields: Vec<&str> = Vec::new();
    for entry in group.iter().rev() {
        let named = entry
            .note
            .args
            .get("fields")
            .map(String::as_str)
            .unwrap_or_default();
        for field in named.split(',').filter(|field| !field.is_empty()) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    }
    let was = first
        .note
        .args
        .get("was")
        .filter(|_| fields.len() == 1)
        .cloned();
    args.insert("fields".to_owned(), fields.join(","));
    match was {
        Some(was) if args.contains_key("is") => drop(args.insert("was".to_owned(), was)),
        _ => {
            args.remove("was");
            args.remove("is");
        }
    }
    args
}

#[cfg(test)]
mod tests {
    /// The ids of a file of messages that begin so.
    fn ids(text: &str, begins: &str) -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.strip_prefix(begins));
        lines
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id.to_owned())
            .collect()
    }

    #[test]
    fn every_label_has_its_sentence() {
        let files = [
            include_str!("../../words/ftl/fr/history.ftl"),
            include_str!("../../words/ftl/fr/departures.ftl"),
            include_str!("../../words/ftl/fr/rights.ftl"),
        ];
        let told = ids(include_str!("../../words/ftl/fr/did.ftl"), "did-");
        for label in files.iter().flat_map(|file| ids(file, "history-")) {
            assert!(told.contains(&label), "no sentence tells {label}");
        }
    }
}
