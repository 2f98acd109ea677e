//! A record as bytes: `[format u8][crc32 u32][schema u16][MessagePack map with names]`.
//!
//! Names make the map readable without the struct, and let fields come and go. The checksum is
//! ours: one flipped bit decodes to a wrong value about half the time. *Sealed* is that form with
//! its fields in it, the one everything but the engine deals with; *stored* is what the engine
//! keeps, where long fields have gone to the attic and left their address.

use std::borrow::Cow;
use std::sync::Arc;

use rmpv::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;
use crate::attic::Attic;
use crate::tree::{Index, Key, Tree};

/// Shared bytes.
pub(crate) type Bytes = Arc<[u8]>;
/// Fields, in their order.
pub(crate) type Map = Vec<(Value, Value)>;

/// The fields follow.
const INLINE: u8 = 1;
/// The address of the fields in the attic follows.
const AWAY: u8 = 2;
/// Longer fields than this go to the attic, in bytes.
///
/// sled keeps long values as blob files, and those are where its own syncs are weakest (measured).
pub(crate) const LONG: usize = 4_096;
const HEAD: usize = 7;

/// Something that is kept.
pub trait Record: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
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

/// Fields with their head.
pub(crate) fn seal(schema: u16, fields: &[u8]) -> Bytes {
    framed(INLINE, schema, fields).into()
}

fn framed(format: u8, schema: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.push(format);
    bytes.extend_from_slice(&[0; 4]);
    bytes.extend_from_slice(&schema.to_be_bytes());
    bytes.extend_from_slice(body);
    let crc = crc32fast::hash(&bytes[5..]);
    bytes[1..5].copy_from_slice(&crc.to_be_bytes());
    bytes
}

/// Format, schema and body, once the checksum holds.
fn parts(tree: Tree, bytes: &[u8]) -> Result<(u8, u16, &[u8]), StoreError> {
    let (Some(head), Some(covered)) = (bytes.get(..HEAD), bytes.get(5..)) else {
        return Err(damaged(tree, &"it is too short"));
    };
    if head[1..5] != crc32fast::hash(covered).to_be_bytes() {
        return Err(damaged(tree, &"its checksum does not match"));
    }
    let schema = u16::from_be_bytes([head[5], head[6]]);
    Ok((head[0], schema, &bytes[HEAD..]))
}

/// The schema and the fields of a sealed record.
pub(crate) fn unseal(tree: Tree, sealed: &[u8]) -> Result<(u16, &[u8]), StoreError> {
    match parts(tree, sealed)? {
        (INLINE, schema, fields) => Ok((schema, fields)),
        (other, ..) => Err(damaged(tree, &format!("its format is {other}"))),
    }
}

/// What the engine keeps of a sealed record.
pub(crate) fn stored<'a>(sealed: &'a [u8], attic: &Attic) -> Result<Cow<'a, [u8]>, StoreError> {
    let (Some(schema), Some(fields)) = (sealed.get(5..HEAD), sealed.get(HEAD..)) else {
        return Ok(Cow::Borrowed(sealed));
    };
    if fields.len() <= LONG {
        return Ok(Cow::Borrowed(sealed));
    }
    let schema = u16::from_be_bytes([schema[0], schema[1]]);
    let address = attic.keep_long(fields)?;
    Ok(Cow::Owned(framed(AWAY, schema, address.as_bytes())))
}

/// The sealed form of what the engine keeps.
pub(crate) fn sealed(tree: Tree, stored: Vec<u8>, attic: &Attic) -> Result<Bytes, StoreError> {
    match away(tree, &stored)? {
        None => Ok(stored.into()),
        Some(address) => {
            let (_, schema, _) = parts(tree, &stored)?;
            let fields = attic
                .read_long(address)
                .map_err(|error| damaged(tree, &format!("its file in the attic: {error}")))?;
            Ok(seal(schema, &fields))
        }
    }
}

/// The address of a stored record's fields when they are in the attic.
fn away(tree: Tree, stored: &[u8]) -> Result<Option<&str>, StoreError> {
    match stored.first() {
        Some(&AWAY) => {
            let (_, _, address) = parts(tree, stored)?;
            std::str::from_utf8(address)
                .map(Some)
                .map_err(|error| damaged(tree, &error))
        }
        _ => Ok(None),
    }
}

/// Fields as a map, in their order.
pub(crate) fn map(tree: Tree, fields: &[u8]) -> Result<Map, StoreError> {
    let mut fields = fields;
    match rmpv::decode::read_value(&mut fields) {
        Ok(Value::Map(map)) => Ok(map),
        Ok(_) => Err(damaged(tree, &"it is no map")),
        Err(error) => Err(damaged(tree, &error)),
    }
}

/// A map as fields.
pub(crate) fn unmap(tree: Tree, map: Map) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    rmpv::encode::write_value(&mut bytes, &Value::Map(map))
        .map_err(|error| damaged(tree, &error))?;
    Ok(bytes)
}

pub(crate) fn damaged(tree: Tree, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Damaged {
        tree: tree.name(),
        why: crate::error::without_values(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flipped_bit_of_a_sealed_record_is_noticed() {
        let good = seal(1, b"\x81\xa1a\x01");
        assert!(
            unseal(Tree::Client, &good).is_ok(),
            "what was sealed unseals"
        );
        for bit in 0..good.len() * 8 {
            let mut bad = good.to_vec();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert!(
                unseal(Tree::Client, &bad).is_err(),
                "bit {bit} flipped must not read as a record"
            );
        }
    }

    #[test]
    fn long_fields_go_to_the_attic_and_come_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let attic = Attic::of(folder.path());
        let long = seal(1, &vec![7; LONG + 1]);
        let kept = stored(&long, &attic).expect("stores").into_owned();
        assert!(kept.len() < 100, "the engine keeps only the address");
        let back = sealed(Tree::Client, kept, &attic).expect("comes back");
        assert_eq!(back, long, "callers never notice");
        let short = seal(1, &vec![7; LONG]);
        let kept = stored(&short, &attic).expect("stores");
        assert!(
            matches!(kept, Cow::Borrowed(_)),
            "what is short stays in its record"
        );
    }
}
