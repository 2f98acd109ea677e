//! A record as a line of JSON: what snapshots and archives are made of, and what any program can
//! read in ten years.
//!
//! `{"tree":"client","key":"0193…","schema":1,"fields":{…}}`. Names and values stand as they are
//! kept, in their order, so that a line gives the very bytes back it was made of. A record that
//! JSON cannot say without loss has its MessagePack in hexadecimal as its `fields`, a text.

use std::fmt;

use rmpv::Value;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use crate::StoreError;
use crate::error::without_values;
use crate::record::{self, Bytes};
use crate::tree::{Key, Tree};

/// A record as a line of JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordLine {
    tree: Tree,
    key: String,
    schema: u16,
    fields: Value,
}

/// The fields that hold the address of a file in the attic. A new field that does takes one of
/// these names; whatever moves a book finds its files by them.
const ADDRESSES: [&str; 2] = ["blob", "photo"];

impl RecordLine {
    /// The line of a sealed record.
    pub(crate) fn of(tree: Tree, key: &[u8], sealed: &[u8]) -> Result<Self, StoreError> {
        let (schema, packed) = record::unseal(tree, sealed)?;
        Self::new(tree, key, schema, packed)
    }

    /// The line of a record with these fields.
    pub(crate) fn new(
        tree: Tree,
        key: &[u8],
        schema: u16,
        packed: &[u8],
    ) -> Result<Self, StoreError> {
        let fields = Value::Map(record::map(tree, packed)?);
        let plain = is_plain(&fields) && repacks(&fields, packed);
        Ok(Self {
            tree,
            key: hex(key),
            schema,
            fields: if plain { fields } else { hex(packed).into() },
        })
    }

    /// A line as it was written.
    ///
    /// # Errors
    /// When it is no line of a record, or one of a noun this version does not know.
    pub fn read(line: &[u8]) -> Result<Self, StoreError> {
        serde_json::from_slice(line).map_err(|error| StoreError::State(without_values(&error)))
    }

    /// As it is written, without a line's end.
    pub fn write(&self) -> Result<Vec<u8>, StoreError> {
        serde_json::to_vec(self).map_err(|error| StoreError::State(error.to_string()))
    }

    /// Which noun it is.
    pub fn tree(&self) -> Tree {
        self.tree
    }

    /// The record's key.
    pub fn key(&self) -> Result<Key, StoreError> {
        unhex(&self.key)
            .and_then(|key| key.try_into().ok())
            .ok_or_else(|| record::damaged(self.tree, &"its key is of another length"))
    }

    /// The schema its fields are of.
    pub fn schema(&self) -> u16 {
        self.schema
    }

    /// Whether its fields are in hexadecimal.
    pub(crate) fn is_packed(&self) -> bool {
        self.fields.as_str().is_some()
    }

    /// Its fields as MessagePack.
    pub(crate) fn packed(&self) -> Result<Vec<u8>, StoreError> {
        match &self.fields {
            Value::Map(map) => record::unmap(self.tree, map.clone()),
            Value::String(text) => text
                .as_str()
                .and_then(unhex)
                .ok_or_else(|| record::damaged(self.tree, &"its fields are not hexadecimal")),
            _ => Err(record::damaged(self.tree, &"it has no fields")),
        }
    }

    /// The sealed record it was made of.
    pub(crate) fn sealed(&self) -> Result<Bytes, StoreError> {
        Ok(record::seal(self.schema, &self.packed()?))
    }

    /// A field of its own that is a text; nothing for what is in hexadecimal.
    pub fn text(&self, field: &str) -> Option<&str> {
        text(self.fields.as_map()?, field)
    }

    /// The addresses of the files in the attic that it speaks of, each with the name that stands
    /// beside it.
    pub fn files(&self, each: &mut dyn FnMut(&str, &str)) -> Result<(), StoreError> {
        if self.is_packed() {
            return files_of(self.tree, &self.packed()?, each);
        }
        files_in(&self.fields, each);
        Ok(())
    }
}

fn text<'a>(map: &'a [(Value, Value)], field: &str) -> Option<&'a str> {
    map.iter()
        .find(|(name, _)| name.as_str() == Some(field))
        .and_then(|(_, value)| value.as_str())
}

/// The files a record's fields speak of, as [`RecordLine::files`] gives them.
pub(crate) fn files_of(
    tree: Tree,
    packed: &[u8],
    each: &mut dyn FnMut(&str, &str),
) -> Result<(), StoreError> {
    files_in(&Value::Map(record::map(tree, packed)?), each);
    Ok(())
}

fn files_in(value: &Value, each: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| files_in(value, each)),
        Value::Map(map) => {
            for (name, value) in map {
                let named = name.as_str().is_some_and(|name| ADDRESSES.contains(&name));
                match value.as_str().filter(|address| !address.is_empty()) {
                    Some(address) if named => each(address, text(map, "name").unwrap_or_default()),
                    _ => files_in(value, each),
                }
            }
        }
        _ => {}
    }
}

/// What is in a book, as one number: the sum (modulo 2¹²⁸) of the XXH3-128 of every record's line.
///
/// The order of the records does not matter; orders, history and files do not count, but what a
/// record says of its files does, by their content's address. Printed as 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct ContentHash(u128);

impl ContentHash {
    /// Takes a record's line in, as [`RecordLine::write`] gives it.
    pub fn add(&mut self, line: &[u8]) {
        self.0 = self.0.wrapping_add(xxh3_128(line));
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// Whether JSON says all of it: no bytes, no fractions, no keys but texts.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Nil | Value::Boolean(_) | Value::Integer(_) => true,
        Value::String(text) => text.as_str().is_some(),
        Value::Array(values) => values.iter().all(is_plain),
        Value::Map(map) => map
            .iter()
            .all(|(key, value)| key.as_str().is_some() && is_plain(value)),
        Value::F32(_) | Value::F64(_) | Value::Binary(_) | Value::Ext(..) => false,
    }
}

/// Whether it packs to the very same bytes, so that a state built again has the same sum.
fn repacks(value: &Value, packed: &[u8]) -> bool {
    let mut again = Vec::with_capacity(packed.len());
    rmpv::encode::write_value(&mut again, value).is_ok_and(|()| again == packed)
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Bytes from hexadecimal.
fn unhex(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = hex
        .chars()
        .map(|digit| {
            digit
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|two| two[0] << 4 | two[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &Value) -> (RecordLine, Bytes) {
        let mut packed = Vec::new();
        rmpv::encode::write_value(&mut packed, fields).expect("packs");
        let sealed = record::seal(3, &packed);
        let line = RecordLine::of(Tree::Client, &[7; 16], &sealed).expect("a line");
        (line, sealed)
    }

    #[test]
    fn a_line_gives_back_the_bytes_it_was_made_of_whatever_the_order_of_its_fields() {
        for fields in [
            r#"{"name":"Lac","id":"cl_1","tags":["b","a"],"none":null,"n":-5}"#,
            r#"{"tags":["b","a"],"n":-5,"id":"cl_1","name":"Lac","none":null}"#,
        ] {
            let value: Value = serde_json::from_str(fields).expect("JSON");
            let (line, sealed) = of(&value);
            let text = line.write().expect("written");
            assert!(
                String::from_utf8_lossy(&text).contains(fields),
                "the fields stand in it as they are"
            );
            let back = RecordLine::read(&text).expect("read");
            assert_eq!(back.key().expect("a key"), [7; 16]);
            assert_eq!(back.sealed().expect("sealed"), sealed);
        }
    }

    #[test]
    fn what_json_cannot_say_goes_in_hexadecimal_and_comes_back() {
        let fields = Value::Map(vec![("half".into(), Value::F64(0.5))]);
        let (line, sealed) = of(&fields);
        assert!(line.is_packed(), "a fraction is not trusted to JSON");
        let back = RecordLine::read(&line.write().expect("written")).expect("read");
        assert_eq!(back.sealed().expect("sealed"), sealed);
    }

    #[test]
    fn the_files_of_a_record_are_found_however_deep() {
        let value: Value = serde_json::from_str(
            r#"{"name":"Hélène","photo":"aa","of":{"kept":{"photo":"","name":"x",
            "attachments":[{"name":"offre.pdf","blob":"bb"}]}},"blob":7}"#,
        )
        .expect("JSON");
        let mut found = Vec::new();
        let (line, _) = of(&value);
        line.files(&mut |address, name| found.push(format!("{address} {name}")))
            .expect("read");
        assert_eq!(found, ["aa Hélène", "bb offre.pdf"]);
    }

    #[test]
    fn the_content_does_not_depend_on_the_order_and_counts_twice_what_stands_twice() {
        let hash = |lines: &[&str]| {
            let mut hash = ContentHash::default();
            lines.iter().for_each(|line| hash.add(line.as_bytes()));
            hash.to_string()
        };
        assert_eq!(hash(&["a", "b"]), hash(&["b", "a"]));
        assert_ne!(hash(&["a"]), hash(&["a", "a"]));
        assert_eq!(hash(&[]), "0".repeat(32));
    }
}
