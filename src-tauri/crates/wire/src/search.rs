//! Search everywhere, as the window shows it: groups of hits, the matching characters marked.

use serde::{Deserialize, Serialize};
use specta::Type;

use workflows::search as work;

use crate::{BlockSlot, ClientRef, Eye, Kind, State, number};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HitKind {
    /// An organisation.
    Client,
    /// A person.
    Contact,
    /// A touchpoint, or a series of them.
    Touchpoint,
    /// A file that belongs to a client or a contact.
    File,
}

/// Characters of a text that match what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mark {
    /// The first, counted in UTF-16 units as JavaScript counts.
    pub from: u32,
    /// The one behind the last.
    pub until: u32,
}

/// A text and what matches in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Marked {
    /// What is shown; may be empty.
    pub text: String,
    /// What matches, in order, apart from each other.
    pub marks: Vec<Mark>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// Unique among the hits of an answer.
    pub key: String,
    /// What it is.
    pub kind: HitKind,
    /// Its id: `cl_…`, `ct_…` or `tp_…`. For a file, the client's or the contact's whose it is.
    pub id: String,
    /// The name, the touchpoint's title or the file's name; never empty.
    pub title: Marked,
    /// One line beside it: what they do and where, the client and when, whose file it is; may be empty.
    pub subtitle: Marked,
    /// What matched that neither of the two shows: a number, an address, a line of notes; may be empty.
    pub snippet: Marked,
    /// The client whose page leads to it: itself, the contact's, the touchpoint's, the file's.
    pub client: Option<ClientRef>,
    /// When a touchpoint is; `None` in the tray and for everything else.
    pub slot: Option<BlockSlot>,
    /// How one meets, for a touchpoint.
    pub meets: Option<Kind>,
    /// Where it stands, for a touchpoint.
    pub state: Option<State>,
    /// Whether the touchpoint is a series.
    pub repeats: bool,
    /// The address of a file's bytes in the attic.
    pub blob: Option<String>,
    /// Whether it was put aside.
    pub archived: bool,
}

/// The hits of a kind, the best first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SearchGroup {
    /// What they are.
    pub kind: HitKind,
    /// How many there are, counted no further than `capped` says.
    pub total: u32,
    /// Whether there are more than `total`.
    pub capped: bool,
    /// The best ones, as many as were asked for.
    pub hits: Vec<SearchHit>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SearchAnswer {
    /// The groups that have hits: clients, contacts, touchpoints, files, in this order.
    pub groups: Vec<SearchGroup>,
    /// Whether the index is still being made: the answer is right as far as it goes, and there may be more soon.
    pub catching_up: bool,
    /// The store's revision the answer was read at.
    pub revision: u32,
}

impl Eye<'_> {
    /// What was found, for the window.
    pub fn search_answer(&self, found: &work::Found) -> SearchAnswer {
        SearchAnswer {
            groups: found
                .groups
                .iter()
                .filter_map(|group| self.search_group(group))
                .collect(),
            catching_up: found.catching_up,
            revision: number(found.revision),
        }
    }

    fn search_group(&self, group: &work::Group) -> Option<SearchGroup> {
        let hits: Vec<SearchHit> = group.hits.iter().map(|hit| self.search_hit(hit)).collect();
        Some(SearchGroup {
            kind: hits.first()?.kind,
            total: number(group.total as u64),
            capped: group.capped,
            hits,
        })
    }

    fn search_hit(&self, hit: &work::Hit) -> SearchHit {
        let mut shown = SearchHit {
            key: String::new(),
            kind: HitKind::Client,
            id: String::new(),
            title: marked(&hit.title),
            subtitle: marked(&hit.subtitle),
            snippet: marked(&hit.snippet),
            client: hit.client.as_ref().map(|(id, name)| ClientRef {
                id: id.to_string(),
                name: name.clone(),
            }),
            slot: None,
            meets: None,
            state: None,
            repeats: false,
            blob: None,
            archived: false,
        };
        match &hit.what {
            work::What::Client(client) => {
                shown.id = client.id.to_string();
                shown.archived = client.archived_at.is_some();
            }
            work::What::Contact(contact) => {
                shown.kind = HitKind::Contact;
                shown.id = contact.id.to_string();
                shown.archived = contact.archived_at.is_some();
            }
            work::What::Touchpoint(seen) => {
                let block = self.block(seen);
                shown.kind = HitKind::Touchpoint;
                shown.id = block.id;
                shown.slot = block.slot;
                shown.meets = Some(block.kind);
                shown.state = Some(block.state);
                shown.repeats = block.repeats;
                if shown.title.text.is_empty() {
                    shown.title.text = block.title;
                }
                if let Some(slot) = seen.slot() {
                    let beside = if shown.subtitle.text.is_empty() {
                        ""
                    } else {
                        " · "
                    };
                    shown.subtitle.text =
                        format!("{}{beside}{}", shown.subtitle.text, self.when(slot));
                }
            }
            work::What::File(owner, attachment) => {
                shown.kind = HitKind::File;
                shown.id = owner.clone();
                shown.blob = Some(attachment.blob.clone());
            }
        }
        shown.key = match &shown.blob {
            Some(blob) => format!("{}@{blob}@{}", shown.id, shown.title.text),
            None => shown.id.clone(),
        };
        shown
    }
}

fn marked(marked: &work::Marked) -> Marked {
    Marked {
        text: marked.text.clone(),
        marks: marked
            .marks
            .iter()
            .map(|(from, until)| Mark {
                from: *from,
                until: *until,
            })
            .collect(),
    }
}
