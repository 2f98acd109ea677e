//! One id type per noun, so that a client's id cannot be given where a touchpoint's is meant.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// A kind of thing that has an identity. `PREFIX` is how its ids begin when they are printed.
pub trait Noun {
    /// Two or three letters, without the underscore.
    const PREFIX: &'static str;
}

/// The identity of one `N`: a UUIDv7, printed as `tp_0193…` (prefix, underscore, 32 hex digits).
pub struct Id<N> {
    bytes: [u8; 16],
    noun: PhantomData<fn() -> N>,
}

/// The id of a [`crate::Touchpoint`].
pub type TouchpointId = Id<crate::Touchpoint>;
/// The id of a [`crate::Client`].
pub type ClientId = Id<crate::Client>;
/// The id of a [`crate::Contact`].
pub type ContactId = Id<crate::Contact>;
/// The id of a [`crate::Place`].
pub type PlaceId = Id<crate::Place>;
/// The id of a [`crate::Merge`].
pub type MergeId = Id<crate::Merge>;
/// The id of a [`crate::Apart`].
pub type ApartId = Id<crate::Apart>;
/// The id of a [`crate::Market`].
pub type MarketId = Id<crate::Market>;
/// The id of a [`crate::View`].
pub type ViewId = Id<crate::View>;
/// The id of a [`crate::Mapping`].
pub type MappingId = Id<crate::Mapping>;
/// The id of a [`crate::SourceFile`].
pub type SourceId = Id<crate::SourceFile>;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{given}' is not an id that begins with '{prefix}_'")]
pub struct IdError {
    /// What was read, cut to 64 characters.
    pub given: String,
    /// The prefix of the noun that was asked for.
    pub prefix: &'static str,
}

impl<N> Id<N> {
    /// The id with these bytes, as the store keeps them.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self {
            bytes,
            noun: PhantomData,
        }
    }

    /// A new id made of a UUIDv7's parts: milliseconds since 1970 (UTC) and ten random bytes.
    ///
    /// Ids made later sort later; the clock and the dice are the caller's.
    pub fn from_parts(unix_millis: u64, random: [u8; 10]) -> Self {
        Self::from_bytes(
            uuid::Builder::from_unix_timestamp_millis(unix_millis, &random)
                .into_uuid()
                .into_bytes(),
        )
    }

    /// An id that depends on `content` alone (UUIDv5), so that the same thing brought in twice is one thing.
    pub fn from_content(content: &[u8]) -> Self {
        Self::from_bytes(Uuid::new_v5(&Uuid::NAMESPACE_OID, content).into_bytes())
    }

    /// The sixteen bytes, big-endian.
    pub const fn to_bytes(self) -> [u8; 16] {
        self.bytes
    }

    /// Id number `n`, for tests and examples that must be repeatable.
    pub fn from_number_for_testing(n: u64) -> Self {
        let mut random = [0; 10];
        random[2..].copy_from_slice(&n.to_be_bytes());
        Self::from_parts(n, random)
    }
}

impl<N> Clone for Id<N> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<N> Copy for Id<N> {}
impl<N> PartialEq for Id<N> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}
impl<N> Eq for Id<N> {}
impl<N> PartialOrd for Id<N> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<N> Ord for Id<N> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes.cmp(&other.bytes)
    }
}
impl<N> Hash for Id<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}
impl<N: Noun> fmt::Display for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", N::PREFIX, Uuid::from_bytes(self.bytes).simple())
    }
}
impl<N: Noun> fmt::Debug for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<N: Noun> FromStr for Id<N> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.strip_prefix(N::PREFIX)
            .and_then(|rest| rest.strip_prefix('_'))
            .filter(|hex| hex.len() == 32)
            .and_then(|hex| Uuid::try_parse(hex).ok())
            .map(|uuid| Self::from_bytes(uuid.into_bytes()))
            .ok_or_else(|| IdError {
                given: text.chars().take(64).collect(),
                prefix: N::PREFIX,
            })
    }
}
impl<N: Noun> Serialize for Id<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, N: Noun> Deserialize<'de> for Id<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
