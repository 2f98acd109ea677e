//! SQLite as one sets it up to lose nothing: write-ahead log, a sync with every transaction.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use chrono::NaiveDateTime;
use domain::{Id, Touchpoint, TouchpointId};
use rusqlite::{Connection, ToSql, Transaction, params};

use super::{AT_ONCE, Engine, Kept, later, pack, start_key};

pub(super) struct Sqlite {
    db: Mutex<Connection>,
    path: PathBuf,
}

impl Sqlite {
    pub(super) fn open(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).expect("a folder");
        let path = folder.join("book.sqlite");
        let db = Mutex::new(connect(&path));
        Self { db, path }
    }
}

fn connect(path: &Path) -> Connection {
    let db = Connection::open(path).expect("opens");
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE IF NOT EXISTS touchpoint (id BLOB PRIMARY KEY, start BLOB, client BLOB, record BLOB) WITHOUT ROWID;
         CREATE INDEX IF NOT EXISTS by_start ON touchpoint (start);
         CREATE INDEX IF NOT EXISTS by_client ON touchpoint (client, start);
         CREATE TABLE IF NOT EXISTS client (id BLOB PRIMARY KEY, name TEXT, record BLOB) WITHOUT ROWID;
         CREATE INDEX IF NOT EXISTS by_name ON client (name);
         CREATE TABLE IF NOT EXISTS contact (id BLOB PRIMARY KEY, client BLOB, name TEXT, record BLOB) WITHOUT ROWID;
         CREATE INDEX IF NOT EXISTS of_client ON contact (client, name);",
    )
    .expect("tables");
    db
}

fn put(tx: &Transaction<'_>, thing: &Kept) {
    match thing {
        Kept::Touchpoint(one) => {
            let client = one.client.map(|client| client.to_bytes());
            let values = params![one.id.to_bytes(), start_key(one), client, pack(one)];
            write(
                tx,
                "INSERT OR REPLACE INTO touchpoint VALUES (?, ?, ?, ?)",
                values,
            );
        }
        Kept::Client(one) => {
            let values = params![one.id.to_bytes(), one.name, pack(one)];
            write(tx, "INSERT OR REPLACE INTO client VALUES (?, ?, ?)", values);
        }
        Kept::Contact(one) => {
            let client = one.client.map(|client| client.to_bytes());
            let values = params![one.id.to_bytes(), client, one.name, pack(one)];
            write(
                tx,
                "INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?)",
                values,
            );
        }
    }
}

fn write(tx: &Transaction<'_>, how: &str, values: &[&dyn ToSql]) {
    let put = tx.prepare_cached(how);
    put.and_then(|mut put| put.execute(values)).expect("writes");
}

impl Engine for Sqlite {
    fn load(&self, things: &mut dyn Iterator<Item = Kept>) {
        let mut db = self.db.lock().expect("no panic");
        let mut things = things.peekable();
        while things.peek().is_some() {
            let tx = db.transaction().expect("begins");
            things
                .by_ref()
                .take(AT_ONCE)
                .for_each(|thing| put(&tx, &thing));
            tx.commit().expect("commits");
        }
    }

    fn week(&self, from: NaiveDateTime, until: NaiveDateTime) -> usize {
        let db = self.db.lock().expect("no panic");
        let mut rows = db
            .prepare_cached(
                "SELECT record FROM touchpoint WHERE start >= ? AND start < ? ORDER BY start",
            )
            .expect("a question");
        let window = params![store::wall_key(from), store::wall_key(until)];
        let found = rows
            .query_map(window, |row| row.get::<_, Vec<u8>>(0))
            .expect("an answer");
        let whole = |bytes: Vec<u8>| rmp_serde::from_slice::<Touchpoint>(&bytes).expect("reads");
        found.map(|bytes| whole(bytes.expect("a row"))).count()
    }

    fn shift_many(&self, numbers: &mut dyn Iterator<Item = u64>) {
        let mut db = self.db.lock().expect("no panic");
        let tx = db.transaction().expect("begins");
        for n in numbers {
            let id: TouchpointId = Id::from_number_for_testing(n);
            let bytes: Vec<u8> = tx
                .prepare_cached("SELECT record FROM touchpoint WHERE id = ?")
                .and_then(|mut get| get.query_row(params![id.to_bytes()], |row| row.get(0)))
                .expect("reads");
            let one = rmp_serde::from_slice(&bytes).expect("reads");
            put(&tx, &Kept::Touchpoint(later(one, n)));
        }
        tx.commit().expect("commits");
    }

    fn copy(&self, to: &Path) {
        // Beside the writer, as its users are told to.
        let db = Connection::open(&self.path).expect("opens");
        db.execute("VACUUM INTO ?", params![to.to_string_lossy()])
            .expect("copies");
    }
}
