//! A record as bytes: `[format u8][crc32 u32][schema u16][MessagePack map with names]`.
//!
//! Names make the map readable without the struct, and let fields come and go (a record of a later version keeps the
//! fields this one does not know only in the journal; it is opened for reading only). The checksum is ours: one
//! flipped bit decodes to a wrong value about half the time.

use rmpv::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;
use crate::attic::Attic;
use crate::tree::{Index, Key, Tree};
use crate::upgrade;

/// The schema this version writes.
pub(crate) const SCHEMA: u16 = 1;
/// The fields follow.
const INLINE: u8 = 1;
/// The address of the fields in the attic follows.
const AWAY: u8 = 2;
/// Longer fields than this go to the attic, in bytes.
const LONG: usize = 4_096;
const HEAD: usize = 7;

/// Something that is kept.
pub trait Record: Serialize + DeserializeOwned + Clone {
    /// Which noun it is.
    const TREE: Tree;
    /// Its key.
    fn key(&self) -> Key;
    /// Where the orders put it: each with the bytes that come before its key.
    fn indexes(&self, put: &mut dyn FnMut(Index, &[u8]));
}

/// A record's fields as MessagePack.
pub(crate) fn pack<R: Record>(record: &R) -> Result<Vec<u8>, StoreError> {
    rmp_serde::to_vec_named(record).map_err(|error| damaged(R::TREE, &error))
}

/// A record from its fields.
pub(crate) fn unpack<R: Record>(fields: &[u8]) -> Result<R, StoreError> {
    rmp_serde::from_slice(fields).map_err(|error| damaged(R::TREE, &error))
}

/// Fields with their head, as the state keeps them; long ones go to the attic and leave their address.
///
/// sled keeps what is longer as blobs, and blobs are where its own syncs are weakest (measured).
pub(crate) fn seal(fields: &[u8], attic: &Attic) -> Result<Vec<u8>, StoreError> {
    if fields.len() <= LONG {
        return Ok(sealed(INLINE, fields));
    }
    let address = attic.keep(fields)?;
    Ok(sealed(AWAY, address.as_bytes()))
}

fn sealed(format: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.push(format);
    bytes.extend_from_slice(&[0; 4]);
    bytes.extend_from_slice(&SCHEMA.to_be_bytes());
    bytes.extend_from_slice(body);
    let crc = crc32fast::hash(&bytes[5..]);
    bytes[1..5].copy_from_slice(&crc.to_be_bytes());
    bytes
}

/// The fields of a sealed record, brought to this version's schema.
pub(crate) fn open(tree: Tree, bytes: &[u8], attic: &Attic) -> Result<Vec<u8>, StoreError> {
    let (Some(&format), Some(crc), Some(covered)) =
        (bytes.first(), bytes.get(1..5), bytes.get(5..))
    else {
        return Err(damaged(tree, &"it is too short"));
    };
    let (Some(schema), Some(body)) = (covered.get(..2), covered.get(2..)) else {
        return Err(damaged(tree, &"it is too short"));
    };
    if crc != crc32fast::hash(covered).to_be_bytes() {
        return Err(damaged(tree, &"its checksum does not match"));
    }
    let schema = u16::from_be_bytes([schema[0], schema[1]]);
    match format {
        INLINE => upgrade::fields(tree, schema, body),
        AWAY => {
            let address = std::str::from_utf8(body).map_err(|error| damaged(tree, &error))?;
            upgrade::fields(tree, schema, &attic.read(address)?)
        }
        other => Err(damaged(tree, &format!("its format is {other}"))),
    }
}

/// Fields as a map, in their order.
pub(crate) fn map(tree: Tree, fields: &[u8]) -> Result<Vec<(Value, Value)>, StoreError> {
    let mut fields = fields;
    match rmpv::decode::read_value(&mut fields) {
        Ok(Value::Map(map)) => Ok(map),
        Ok(_) => Err(damaged(tree, &"it is no map")),
        Err(error) => Err(damaged(tree, &error)),
    }
}

/// A map as fields.
pub(crate) fn unmap(tree: Tree, map: Vec<(Value, Value)>) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    rmpv::encode::write_value(&mut bytes, &Value::Map(map))
        .map_err(|error| damaged(tree, &error))?;
    Ok(bytes)
}

pub(crate) fn damaged(tree: Tree, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Damaged {
        tree: tree.name(),
        why: why.to_string(),
    }
}
