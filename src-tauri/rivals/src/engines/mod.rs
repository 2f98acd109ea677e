//! The three, behind what a calendar asks of its store.

mod ours;
mod redb;
mod sqlite;

use std::path::Path;

use chrono::NaiveDateTime;
use domain::{Client, Contact, Touchpoint};

/// One thing that is kept.
pub enum Kept {
    Touchpoint(Touchpoint),
    Client(Client),
    Contact(Contact),
}

/// A store with a book in it.
pub trait Engine: Sync {
    /// Writes many things in small transactions, durable at the end.
    fn load(&self, things: &mut dyn Iterator<Item = Kept>);
    /// Reads every touchpoint that starts from `from` to `until`, whole, and says how many there are.
    fn week(&self, from: NaiveDateTime, until: NaiveDateTime) -> usize;
    /// Moves touchpoints by a quarter of an hour: read, changed, written with their orders, in one transaction that is
    /// durable on return.
    fn shift_many(&self, numbers: &mut dyn Iterator<Item = u64>);
    /// A copy of everything that another program can read, while others write.
    fn copy(&self, to: &Path);
    /// Closes in order.
    fn close(&self) {}
}

/// Opens the engine of that name in `folder`.
pub fn open(name: &str, folder: &Path) -> Box<dyn Engine> {
    match name {
        "sentier" => Box::new(ours::Ours::open(folder)),
        "sqlite" => Box::new(sqlite::Sqlite::open(folder)),
        "redb" => Box::new(redb::Redb::open(folder)),
        other => panic!("{other} is no engine"),
    }
}

/// Rows a transaction of a load.
const AT_ONCE: usize = 2_000;

/// A record as bytes, the same in every engine.
fn pack<R: serde::Serialize>(record: &R) -> Vec<u8> {
    rmp_serde::to_vec_named(record).expect("packs")
}

/// A touchpoint a quarter of an hour later.
fn later(mut one: Touchpoint, n: u64) -> Touchpoint {
    let slot = one
        .slot
        .and_then(|slot| slot.shifted(chrono::TimeDelta::minutes(15)));
    one.place_at(slot, crate::book::instant(n));
    one
}

/// Where a touchpoint's start sorts, eight bytes.
fn start_key(one: &Touchpoint) -> [u8; 8] {
    let wall = one.slot.as_ref().map(|slot| slot.start_wall());
    store::wall_key(wall.unwrap_or_else(crate::book::start))
}
