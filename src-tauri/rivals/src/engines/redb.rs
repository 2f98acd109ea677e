//! redb, every transaction durable at once.

use std::path::Path;

use chrono::NaiveDateTime;
use domain::{Id, Touchpoint, TouchpointId};
use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition, WriteTransaction};

use super::{AT_ONCE, Engine, Kept, later, pack, start_key};

type Records = TableDefinition<'static, &'static [u8], &'static [u8]>;
type Orders = TableDefinition<'static, &'static [u8], ()>;

const TOUCHPOINT: Records = TableDefinition::new("touchpoint");
const BY_START: Orders = TableDefinition::new("by_start");
const BY_CLIENT: Orders = TableDefinition::new("by_client");
const CLIENT: Records = TableDefinition::new("client");
const BY_NAME: Orders = TableDefinition::new("by_name");
const CONTACT: Records = TableDefinition::new("contact");
const OF_CLIENT: Orders = TableDefinition::new("of_client");

pub(super) struct Redb(Database);

impl Redb {
    pub(super) fn open(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).expect("a folder");
        let db = Database::create(folder.join("book.redb")).expect("opens");
        let tx = db.begin_write().expect("begins");
        for table in [TOUCHPOINT, CLIENT, CONTACT] {
            tx.open_table(table).expect("a table");
        }
        for table in [BY_START, BY_CLIENT, BY_NAME, OF_CLIENT] {
            tx.open_table(table).expect("a table");
        }
        tx.commit().expect("commits");
        Self(db)
    }
}

fn record(tx: &WriteTransaction, table: Records, id: [u8; 16], bytes: &[u8]) {
    let mut records = tx.open_table(table).expect("a table");
    records.insert(id.as_slice(), bytes).expect("writes");
}

fn order(tx: &WriteTransaction, table: Orders, key: &[u8]) {
    let mut orders = tx.open_table(table).expect("a table");
    orders.insert(key, ()).expect("writes");
}

fn orders_of(one: &Touchpoint) -> [(Orders, Vec<u8>); 2] {
    let id = one.id.to_bytes();
    let start = start_key(one);
    let client = one
        .client
        .map(|client| client.to_bytes())
        .unwrap_or_default();
    [
        (BY_START, [&start[..], &id].concat()),
        (BY_CLIENT, [&client[..], &start, &id].concat()),
    ]
}

fn put(tx: &WriteTransaction, thing: &Kept) {
    match thing {
        Kept::Touchpoint(one) => {
            for (table, key) in orders_of(one) {
                order(tx, table, &key);
            }
            record(tx, TOUCHPOINT, one.id.to_bytes(), &pack(one));
        }
        Kept::Client(one) => {
            let id = one.id.to_bytes();
            order(tx, BY_NAME, &[one.name.as_bytes(), &id].concat());
            record(tx, CLIENT, id, &pack(one));
        }
        Kept::Contact(one) => {
            let id = one.id.to_bytes();
            let client = one
                .client
                .map(|client| client.to_bytes())
                .unwrap_or_default();
            order(
                tx,
                OF_CLIENT,
                &[&client[..], one.name.as_bytes(), &id].concat(),
            );
            record(tx, CONTACT, id, &pack(one));
        }
    }
}

impl Engine for Redb {
    fn load(&self, things: &mut dyn Iterator<Item = Kept>) {
        let mut things = things.peekable();
        while things.peek().is_some() {
            let tx = self.0.begin_write().expect("begins");
            things
                .by_ref()
                .take(AT_ONCE)
                .for_each(|thing| put(&tx, &thing));
            tx.commit().expect("commits");
        }
    }

    fn week(&self, from: NaiveDateTime, until: NaiveDateTime) -> usize {
        let tx = self.0.begin_read().expect("begins");
        let by_start = tx.open_table(BY_START).expect("a table");
        let records = tx.open_table(TOUCHPOINT).expect("a table");
        let (from, until) = (store::wall_key(from), store::wall_key(until));
        let keys = by_start.range::<&[u8]>(from.as_slice()..until.as_slice());
        let whole = |key: &[u8]| {
            let record = records.get(&key[8..]).expect("reads").expect("there");
            rmp_serde::from_slice::<Touchpoint>(record.value()).expect("reads")
        };
        keys.expect("reads")
            .map(|pair| whole(pair.expect("a row").0.value()))
            .count()
    }

    fn shift_many(&self, numbers: &mut dyn Iterator<Item = u64>) {
        let tx = self.0.begin_write().expect("begins");
        for n in numbers {
            let id: TouchpointId = Id::from_number_for_testing(n);
            let before: Touchpoint = {
                let records = tx.open_table(TOUCHPOINT).expect("a table");
                let found = records
                    .get(id.to_bytes().as_slice())
                    .expect("reads")
                    .expect("there");
                rmp_serde::from_slice(found.value()).expect("reads")
            };
            for (table, key) in orders_of(&before) {
                let mut orders = tx.open_table(table).expect("a table");
                orders.remove(key.as_slice()).expect("removes");
            }
            put(&tx, &Kept::Touchpoint(later(before, n)));
        }
        tx.commit().expect("commits");
    }

    fn copy(&self, to: &Path) {
        // It has no copy of its own: everything is read as of one moment and written to another database.
        let tx = self.0.begin_read().expect("begins");
        let other = Database::create(to).expect("opens");
        let into = other.begin_write().expect("begins");
        for table in [TOUCHPOINT, CLIENT, CONTACT] {
            let from = tx.open_table(table).expect("a table");
            let mut to = into.open_table(table).expect("a table");
            for pair in from.iter().expect("reads") {
                let (key, value) = pair.expect("a row");
                to.insert(key.value(), value.value()).expect("writes");
            }
        }
        into.commit().expect("commits");
    }
}
