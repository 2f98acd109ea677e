//! What was acknowledged, what is there, and what lies between the two.

use std::collections::{BTreeMap, BTreeSet};

/// Every record, by noun and key, with the hash of what it says, as of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ledger {
    pub(crate) seq: u64,
    pub(crate) records: BTreeMap<String, u64>,
}

/// What was touched by writes behind the acknowledged ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Touched {
    /// These records.
    Known(BTreeSet<String>),
    /// It cannot be told any more.
    TooMuch,
}

impl Ledger {
    /// What of this is not in `now`, though nothing in doubt touched it; nothing when all is there.
    pub(crate) fn lost_in(&self, now: &Self, touched: &Touched) -> Option<String> {
        if now.seq < self.seq {
            return Some(format!(
                "group {} was acknowledged, and the book ends at {}",
                self.seq, now.seq
            ));
        }
        let differing = self.differing(now);
        let in_doubt = match touched {
            Touched::Known(keys) => keys,
            Touched::TooMuch if differing.is_empty() => return None,
            Touched::TooMuch => {
                return Some("what was written since cannot be told any more".to_owned());
            }
        };
        let lost: Vec<&String> = differing
            .into_iter()
            .filter(|key| !in_doubt.contains(*key))
            .collect();
        if lost.is_empty() {
            return None;
        }
        let named: Vec<&str> = lost.iter().take(5).map(|key| key.as_str()).collect();
        Some(format!(
            "{} records are not as acknowledged at group {} (now {}): {}",
            lost.len(),
            self.seq,
            now.seq,
            named.join(", ")
        ))
    }

    /// The records that differ.
    pub(crate) fn differing<'a>(&'a self, other: &'a Self) -> Vec<&'a String> {
        let here = self.records.keys();
        let keys: BTreeSet<&String> = here.chain(other.records.keys()).collect();
        keys.into_iter()
            .filter(|key| self.records.get(*key) != other.records.get(*key))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(seq: u64, records: &[(&str, u64)]) -> Ledger {
        let records = records.iter().map(|(key, hash)| ((*key).to_owned(), *hash));
        Ledger {
            seq,
            records: records.collect(),
        }
    }

    #[test]
    fn what_is_in_doubt_may_differ_and_nothing_else() {
        let acked = ledger(7, &[("client:a", 1), ("client:b", 2)]);
        let none = Touched::Known(BTreeSet::new());
        let of_b = Touched::Known(BTreeSet::from(["client:b".to_owned()]));
        assert_eq!(acked.lost_in(&acked, &none), None);
        let changed = ledger(8, &[("client:a", 1), ("client:b", 3)]);
        assert_eq!(acked.lost_in(&changed, &of_b), None);
        assert!(acked.lost_in(&changed, &none).is_some(), "nobody wrote it");
        let gone = ledger(8, &[("client:b", 2)]);
        assert!(acked.lost_in(&gone, &of_b).is_some(), "a was not touched");
        let more = ledger(8, &[("client:a", 1), ("client:b", 2), ("client:c", 3)]);
        assert!(acked.lost_in(&more, &of_b).is_some(), "nobody made c");
        let behind = ledger(6, &[("client:a", 1), ("client:b", 2)]);
        assert!(acked.lost_in(&behind, &none).is_some(), "it ends too early");
        assert!(acked.lost_in(&changed, &Touched::TooMuch).is_some());
    }
}
