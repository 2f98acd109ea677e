//! Search everywhere: what a few words find among clients, contacts, touchpoints and files.
//!
//! The index says which records match; what is shown of them is read from the book, so that a hit never shows what
//! is no more. A query waits a moment for the index when something was just written, and says so when it could not
//! wait long enough.

mod documents;
mod follower;
mod shown;
mod writing;

use std::time::{Duration, Instant};

use domain::{Attachment, Client, ClientId, Contact};
use search::{Key, Kind, Query, Within};

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

pub(crate) use follower::Follower;
pub use search::Marked;

/// The most hits of a kind that are shown.
const SHOWN_MOST: u32 = 100;
/// How long somebody who types waits for the index.
const TYPING: Duration = Duration::from_millis(300);
/// How long a sentence waits for it, all of its words together: what it does not find it takes for not understood.
const READING: Duration = Duration::from_secs(1);
/// How long a verb of the command line waits: it is asked once, and wants everything.
const ASKED_ONCE: Duration = Duration::from_secs(3_600);

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

/// What `words` find, at most `limit` of a kind, soon: with less than everything when the index is still being made.
pub fn find(house: &House, words: &str, limit: u32) -> Result<Found, Fault> {
    find_within(house, words, limit, TYPING)
}

/// The same, however long the index takes.
pub fn find_all(house: &House, words: &str, limit: u32) -> Result<Found, Fault> {
    find_within(house, words, limit, ASKED_ONCE)
}

fn find_within(house: &House, words: &str, limit: u32, within: Duration) -> Result<Found, Fault> {
    let query = Query::new(words);
    if query.is_empty() {
        return Ok(Found {
            revision: house.store.last_seq(),
            ..Found::default()
        });
    }
    let read = house.search.find(&query, within);
    let most = limit.clamp(1, SHOWN_MOST) as usize;
    let mut groups = Vec::with_capacity(read.found.len());
    for found in &read.found {
        let mut gone = 0;
        let mut hits = Vec::with_capacity(most);
        for hit in &found.hits {
            if hits.len() == most {
                break;
            }
            match shown::hit(&house.store, &query, found.kind, hit)? {
                Some(hit) => hits.push(hit),
                None => gone += 1,
            }
        }
        if !hits.is_empty() {
            groups.push(Group {
                total: found.hits.len() - gone,
                capped: found.capped,
                hits,
            });
        }
    }
    Ok(Found {
        groups,
        catching_up: read.catching_up,
        revision: read.reached,
    })
}

/// What a sentence names.
pub(crate) const PEOPLE: [Kind; 2] = [Kind::Client, Kind::Contact];

/// Who words can name, asked several times while one sentence is read: the index is waited for once in all.
pub(crate) struct Named<'a> {
    house: &'a House,
    until: Instant,
}

impl<'a> Named<'a> {
    pub(crate) fn of(house: &'a House) -> Self {
        Self {
            house,
            until: Instant::now() + READING,
        }
    }

    /// The clients and contacts that `words` find, the best first, and whether there are more than are counted.
    pub(crate) fn by(&self, words: &str, within: Within) -> (Vec<(Kind, Key)>, bool) {
        let query = Query::new(words);
        let read = self.house.search.ask(self.until, |index| {
            index.find_within(&query, &PEOPLE, within)
        });
        let keys = read
            .found
            .iter()
            .flat_map(|hits| hits.hits.iter().map(|hit| (hits.kind, hit.key)));
        (keys.collect(), read.found.iter().any(|hits| hits.capped))
    }
}

impl House {
    /// Starts to keep the index in the background, so that the first search need not wait for it.
    pub fn follow_search(&self) {
        self.search.start();
    }

    /// Tells the index that something was written.
    pub fn nudge_search(&self) {
        self.search.nudge();
    }

    /// Lets go of the index, then closes the book.
    ///
    /// # Errors
    /// When the book could not be closed in order; nothing is lost by it.
    pub fn close(&self) -> Result<(), store::StoreError> {
        self.search.stop();
        self.store.close()
    }
}
