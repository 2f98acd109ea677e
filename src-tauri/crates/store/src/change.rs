//! What a write changes, field by field: the one shape behind journal, undo and history.

use rmpv::Value;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::record;
use crate::tree::{Key, Tree};

/// A change of one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Change {
    pub(crate) tree: Tree,
    #[serde(with = "serde_bytes_key")]
    pub(crate) key: Key,
    pub(crate) delta: Delta,
}

/// What happened to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Delta {
    /// It was made, with these fields.
    Made(#[serde(with = "serde_bytes_vec")] Vec<u8>),
    /// It was taken away; these were its fields.
    Gone(#[serde(with = "serde_bytes_vec")] Vec<u8>),
    /// Some of its fields changed.
    Fields(Vec<Field>),
}

/// A field before and after; `None` where it was not there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
}

/// What changed between two states of a record; `None` when nothing did.
pub(crate) fn between(
    tree: Tree,
    key: Key,
    before: Option<&[u8]>,
    after: Option<&[u8]>,
) -> Result<Option<Change>, StoreError> {
    let delta = match (before, after) {
        (None, None) => return Ok(None),
        (None, Some(after)) => Delta::Made(after.to_vec()),
        (Some(before), None) => Delta::Gone(before.to_vec()),
        (Some(before), Some(after)) if before == after => return Ok(None),
        (Some(before), Some(after)) => Delta::Fields(fields(
            &record::map(tree, before)?,
            &record::map(tree, after)?,
        )),
    };
    Ok(Some(Change { tree, key, delta }))
}

fn fields(before: &[(Value, Value)], after: &[(Value, Value)]) -> Vec<Field> {
    let value = |map: &[(Value, Value)], name: &Value| {
        map.iter()
            .find(|(other, _)| other == name)
            .map(|(_, v)| v.clone())
    };
    let gone = before
        .iter()
        .filter(|(name, _)| value(after, name).is_none());
    let names = after.iter().chain(gone).map(|(name, _)| name);
    names
        .filter_map(|name| {
            let (before, after) = (value(before, name), value(after, name));
            (before != after).then(|| Field {
                name: name.as_str().unwrap_or_default().to_owned(),
                before,
                after,
            })
        })
        .collect()
}

impl Change {
    /// The change that takes this one back.
    pub(crate) fn inverse(self) -> Self {
        let delta = match self.delta {
            Delta::Made(fields) => Delta::Gone(fields),
            Delta::Gone(fields) => Delta::Made(fields),
            Delta::Fields(fields) => Delta::Fields(
                fields
                    .into_iter()
                    .map(
                        |Field {
                             name,
                             before,
                             after,
                         }| Field {
                            name,
                            before: after,
                            after: before,
                        },
                    )
                    .collect(),
            ),
        };
        Self { delta, ..self }
    }

    /// The record's fields once it is applied. Applying twice is applying once.
    pub(crate) fn applied_to(&self, now: Option<&[u8]>) -> Result<Option<Vec<u8>>, StoreError> {
        match (&self.delta, now) {
            (Delta::Made(fields), _) => Ok(Some(fields.clone())),
            (Delta::Gone(_), _) => Ok(None),
            (Delta::Fields(_), None) => {
                Err(record::damaged(self.tree, &"a change of what is not there"))
            }
            (Delta::Fields(fields), Some(now)) => {
                let mut map = record::map(self.tree, now)?;
                for field in fields {
                    let place = map
                        .iter()
                        .position(|(name, _)| name.as_str() == Some(&field.name));
                    match (place, &field.after) {
                        (Some(at), Some(value)) => map[at].1 = value.clone(),
                        (Some(at), None) => {
                            map.remove(at);
                        }
                        (None, Some(value)) => {
                            map.push((field.name.as_str().into(), value.clone()))
                        }
                        (None, None) => {}
                    }
                }
                record::unmap(self.tree, map).map(Some)
            }
        }
    }

    /// Whether the record still is what this change made of it, in the fields it touched.
    pub(crate) fn still_holds(&self, now: Option<&[u8]>) -> Result<bool, StoreError> {
        Ok(match (&self.delta, now) {
            (Delta::Gone(_), now) => now.is_none(),
            (Delta::Made(fields), Some(now)) => fields == now,
            (Delta::Fields(fields), Some(now)) => {
                let map = record::map(self.tree, now)?;
                fields.iter().all(|field| {
                    let value = map
                        .iter()
                        .find(|(name, _)| name.as_str() == Some(&field.name))
                        .map(|(_, value)| value);
                    value == field.after.as_ref()
                })
            }
            (Delta::Made(_) | Delta::Fields(_), None) => false,
        })
    }
}

/// Bytes as MessagePack bytes, not as a list of numbers.
mod serde_bytes_vec {
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<u8>, D::Error> {
        deserializer.deserialize_byte_buf(Bytes)
    }

    pub(super) struct Bytes;

    impl serde::de::Visitor<'_> for Bytes {
        type Value = Vec<u8>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }

        fn visit_byte_buf<E: serde::de::Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
}

mod serde_bytes_key {
    use serde::{Deserializer, Serializer};

    use crate::tree::Key;

    pub(super) fn serialize<S: Serializer>(key: &Key, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(key)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        let bytes = deserializer.deserialize_byte_buf(super::serde_bytes_vec::Bytes)?;
        bytes
            .try_into()
            .map_err(|_| serde::de::Error::custom("a key of another length"))
    }
}
