//! What a write changes, field by field: the one shape behind journal, undo and history.

use rmpv::Value;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::beside;
use crate::record::{self, Bytes, Map};
use crate::tree::{Key, Tree};
use crate::upgrade::Ladder;

/// A change of one record. The names on disk are one letter: a bulk import writes many of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Change {
    #[serde(rename = "t")]
    pub(crate) tree: Tree,
    #[serde(rename = "k", with = "bytes")]
    pub(crate) key: Key,
    /// The schema its fields are of.
    #[serde(rename = "s")]
    pub(crate) schema: u16,
    #[serde(rename = "d")]
    pub(crate) delta: Delta,
}

/// What happened to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Delta {
    /// It was made, with these fields.
    #[serde(rename = "m")]
    Made(#[serde(with = "bytes")] Vec<u8>),
    /// It was taken away; these were its fields.
    #[serde(rename = "g")]
    Gone(#[serde(with = "bytes")] Vec<u8>),
    /// Some of its fields changed.
    #[serde(rename = "f")]
    Fields(Vec<Field>),
}

/// A field before and after; `None` where it was not there, which is another thing than one that holds nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "FieldLine", into = "FieldLine")]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
}

/// A field as the journal writes it. What was not there is not written, so that what held nothing comes back holding
/// nothing: a step that is undone leaves the very bytes there were.
#[derive(Serialize, Deserialize)]
struct FieldLine {
    #[serde(rename = "n")]
    name: String,
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "there")]
    was: Option<Value>,
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "there")]
    is: Option<Value>,
    /// As journals were written before 2026-12: nothing for both.
    #[serde(rename = "b", default, skip_serializing)]
    before: Option<Value>,
    #[serde(rename = "a", default, skip_serializing)]
    after: Option<Value>,
}

/// A value that is written is there, nil as any other.
fn there<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl From<FieldLine> for Field {
    fn from(line: FieldLine) -> Self {
        Self {
            name: line.name,
            before: line.was.or(line.before),
            after: line.is.or(line.after),
        }
    }
}

impl From<Field> for FieldLine {
    fn from(field: Field) -> Self {
        Self {
            name: field.name,
            was: field.before,
            is: field.after,
            before: None,
            after: None,
        }
    }
}

/// What changed between a sealed record and its fields now; `None` when nothing did.
///
/// Unless these are its `whole` fields, one that is only in `before` is a later version's that this
/// one does not know: it stays.
pub(crate) fn between(
    ladder: Ladder,
    tree: Tree,
    key: Key,
    before: Option<&[u8]>,
    after: Option<Vec<u8>>,
    whole: bool,
) -> Result<Option<Change>, StoreError> {
    let before = before
        .map(|sealed| ladder.fields(tree, sealed))
        .transpose()?;
    let delta = match (before, after) {
        (None, None) => return Ok(None),
        (None, Some(after)) => Delta::Made(after),
        (Some(before), None) => Delta::Gone(before.into_owned()),
        (Some(before), Some(after)) => {
            let (before, after) = (record::map(tree, &before)?, record::map(tree, &after)?);
            let fields = differing(&before, after, whole);
            if fields.is_empty() {
                return Ok(None);
            }
            Delta::Fields(fields)
        }
    };
    let schema = ladder.schema(tree);
    Ok(Some(Change {
        tree,
        key,
        schema,
        delta,
    }))
}

fn differing(before: &Map, after: Map, whole: bool) -> Vec<Field> {
    let field = |name: &Value, before: Option<&Value>, after: Option<Value>| Field {
        name: name.as_str().unwrap_or_default().to_owned(),
        before: before.cloned(),
        after,
    };
    let gone: Vec<Field> = before
        .iter()
        .filter(|(name, _)| whole && !after.iter().any(|(other, _)| other == name))
        .map(|(name, value)| field(name, Some(value), None))
        .collect();
    after
        .into_iter()
        .filter_map(|(name, after)| {
            let was = before.iter().find(|(other, _)| *other == name);
            let was = was.map(|(_, value)| value);
            (was != Some(&after)).then(|| field(&name, was, Some(after)))
        })
        .chain(gone)
        .collect()
}

impl Change {
    /// The change that takes this one back.
    pub(crate) fn inverse(self) -> Self {
        let turned = |field: Field| Field {
            name: field.name,
            before: field.after,
            after: field.before,
        };
        let delta = match self.delta {
            Delta::Made(fields) => Delta::Gone(fields),
            Delta::Gone(fields) => Delta::Made(fields),
            Delta::Fields(fields) => Delta::Fields(fields.into_iter().map(turned).collect()),
        };
        Self { delta, ..self }
    }

    /// The sealed record once it is applied to `now`.
    pub(crate) fn applied_to(
        &self,
        ladder: Ladder,
        now: Option<&[u8]>,
    ) -> Result<Option<Bytes>, StoreError> {
        match (&self.delta, now) {
            (Delta::Made(fields), _) => Ok(Some(record::seal(self.schema, fields))),
            (Delta::Gone(_), _) => Ok(None),
            (Delta::Fields(_), None) => {
                Err(record::damaged(self.tree, &"a change of what is not there"))
            }
            (Delta::Fields(fields), Some(now)) => {
                let mut map = self.map_of(ladder, now)?;
                fields.iter().for_each(|field| set(&mut map, field));
                let fields = record::unmap(self.tree, map)?;
                Ok(Some(record::seal(self.schema, &fields)))
            }
        }
    }

    /// This change with what is kept beside read as it stands now, so that its inverse leaves what later writes did to
    /// that; `None` when the record is no longer what it made of it.
    pub(crate) fn on_what_stands(
        self,
        ladder: Ladder,
        now: Option<&[u8]>,
    ) -> Result<Option<Self>, StoreError> {
        if !self.still_holds(ladder, now)? {
            return Ok(None);
        }
        let (Delta::Fields(_), Some(sealed)) = (&self.delta, now) else {
            return Ok(Some(self));
        };
        let map = self.map_of(ladder, sealed)?;
        let Self {
            tree,
            key,
            schema,
            delta,
        } = self;
        let delta = match delta {
            Delta::Fields(fields) => Delta::Fields(
                fields
                    .into_iter()
                    .filter_map(|field| {
                        let now = value(&map, &field.name);
                        beside::met(tree, field, now)
                    })
                    .collect(),
            ),
            whole => whole,
        };
        Ok(Some(Self {
            tree,
            key,
            schema,
            delta,
        }))
    }

    /// Whether the record still is what this change made of it, in the fields it touched.
    pub(crate) fn still_holds(
        &self,
        ladder: Ladder,
        now: Option<&[u8]>,
    ) -> Result<bool, StoreError> {
        let Some(now) = now else {
            return Ok(matches!(self.delta, Delta::Gone(_)));
        };
        let (schema, _) = record::unseal(self.tree, now)?;
        if schema > self.schema {
            // Its fields have other names or other meanings by now.
            return Ok(false);
        }
        let map = self.map_of(ladder, now)?;
        Ok(match &self.delta {
            Delta::Gone(_) => false,
            Delta::Made(fields) => same(self.tree, &record::map(self.tree, fields)?, &map),
            Delta::Fields(fields) => fields.iter().all(|field| {
                let now = value(&map, &field.name);
                beside::stands(self.tree, &field.name, now, field.after.as_ref())
            }),
        })
    }

    /// Whether `other` touches a field that this one touches.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        if (self.tree, self.key) != (other.tree, other.key) {
            return false;
        }
        match (&self.delta, &other.delta) {
            (Delta::Fields(ours), Delta::Fields(theirs)) => ours
                .iter()
                .any(|field| theirs.iter().any(|other| other.name == field.name)),
            _ => true,
        }
    }

    fn map_of(&self, ladder: Ladder, sealed: &[u8]) -> Result<Map, StoreError> {
        let (schema, fields) = record::unseal(self.tree, sealed)?;
        let fields = ladder.climb(self.tree, schema, self.schema, fields)?;
        record::map(self.tree, &fields)
    }
}

fn value<'a>(map: &'a Map, name: &str) -> Option<&'a Value> {
    map.iter()
        .find(|(other, _)| other.as_str() == Some(name))
        .map(|(_, value)| value)
}

fn set(map: &mut Map, field: &Field) {
    let place = map
        .iter()
        .position(|(name, _)| name.as_str() == Some(&field.name));
    match (place, &field.after) {
        (Some(at), Some(value)) => map[at].1 = value.clone(),
        (Some(at), None) => {
            map.remove(at);
        }
        (None, Some(value)) => map.push((field.name.as_str().into(), value.clone())),
        (None, None) => {}
    }
}

/// What a field says. Nothing, where it holds nothing as where it is not there: journals before 2026-12 wrote both alike, so
/// that a slot or a day that was taken away reads back as one that never was.
pub(crate) fn said(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_nil())
}

/// The same fields, in whatever order, those that say nothing left aside.
fn same(tree: Tree, one: &Map, other: &Map) -> bool {
    let names = one
        .iter()
        .chain(other)
        .filter_map(|(name, _)| name.as_str());
    names
        .into_iter()
        .all(|name| beside::stands(tree, name, value(one, name), value(other, name)))
}

/// Bytes as MessagePack bytes, not as a list of numbers.
mod bytes {
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer, B: AsRef<[u8]>>(
        bytes: &B,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes.as_ref())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>, B: TryFrom<Vec<u8>>>(
        deserializer: D,
    ) -> Result<B, D::Error> {
        let bytes = deserializer.deserialize_byte_buf(Bytes)?;
        B::try_from(bytes).map_err(|_| D::Error::custom("bytes of another length"))
    }

    struct Bytes;

    impl serde::de::Visitor<'_> for Bytes {
        type Value = Vec<u8>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)] // a test that cannot build its case has failed
mod tests {
    use super::*;

    fn again(field: &Field) -> Field {
        let bytes = rmp_serde::to_vec_named(field).expect("written");
        rmp_serde::from_slice(&bytes).expect("read")
    }

    #[test]
    fn a_field_that_held_nothing_is_not_one_that_was_not_there() {
        for before in [None, Some(Value::Nil), Some(Value::from(7))] {
            for after in [None, Some(Value::Nil), Some(Value::from("là"))] {
                let field = Field {
                    name: "slot".to_owned(),
                    before: before.clone(),
                    after,
                };
                assert_eq!(again(&field), field);
            }
        }
    }

    #[test]
    fn a_field_of_an_earlier_journal_is_read_as_it_was_then() {
        #[derive(Serialize)]
        struct Earlier {
            n: &'static str,
            b: Option<Value>,
            a: Option<Value>,
        }
        let earlier = Earlier {
            n: "slot",
            b: Some(Value::from(7)),
            a: None,
        };
        let bytes = rmp_serde::to_vec_named(&earlier).expect("written");
        let field: Field = rmp_serde::from_slice(&bytes).expect("read");
        assert_eq!(field.before, Some(Value::from(7)));
        assert_eq!(field.after, None);
    }
}
