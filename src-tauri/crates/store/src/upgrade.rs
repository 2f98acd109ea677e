//! Bringing records of earlier versions to this one's schema, a step a version, when they are read.
//!
//! A new optional field needs no step: `#[serde(default)]` is enough. A step is for a field that is renamed, split or
//! means something else.

use rmpv::Value;

use crate::StoreError;
use crate::record::{self, SCHEMA};
use crate::tree::Tree;

/// From schema `n` to `n + 1`, on the fields of one noun.
pub(crate) type Step = fn(Tree, &mut Vec<(Value, Value)>);

/// The steps there are: the first leads from schema 1 to 2.
const STEPS: &[Step] = &[];

/// `fields` of `schema`, brought to this version's.
pub(crate) fn fields(tree: Tree, schema: u16, fields: &[u8]) -> Result<Vec<u8>, StoreError> {
    if schema == SCHEMA {
        return Ok(fields.to_vec());
    }
    climb(tree, schema, fields, STEPS)
}

fn climb(tree: Tree, schema: u16, fields: &[u8], steps: &[Step]) -> Result<Vec<u8>, StoreError> {
    let known = schema >= 1 && usize::from(schema - 1) <= steps.len();
    if !known {
        return Err(record::damaged(
            tree,
            &format!("it is of schema {schema}, a later version's"),
        ));
    }
    let mut map = record::map(tree, fields)?;
    steps[usize::from(schema - 1)..]
        .iter()
        .for_each(|step| step(tree, &mut map));
    record::unmap(tree, map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::ptr_arg)] // a step may add fields: its type is the one of every step
    fn rename(tree: Tree, map: &mut Vec<(Value, Value)>) {
        if tree == Tree::Client {
            map.iter_mut()
                .filter(|(name, _)| name.as_str() == Some("nom"))
                .for_each(|(name, _)| *name = "name".into());
        }
    }

    #[test]
    fn an_old_record_climbs_every_step_since() {
        let old = record::unmap(Tree::Client, vec![("nom".into(), "Lac".into())]).expect("packs");
        let new = climb(Tree::Client, 1, &old, &[rename]).expect("one step");
        assert_eq!(
            record::map(Tree::Client, &new).expect("a map")[0]
                .0
                .as_str(),
            Some("name")
        );
        let untouched = climb(Tree::Client, 2, &old, &[rename]).expect("no step left");
        assert_eq!(untouched, old, "what is of this schema stays as it is");
    }

    #[test]
    fn a_later_schema_is_said_not_guessed() {
        let error = climb(Tree::Client, 3, &[0x80], &[rename]).expect_err("schema 3 is unknown");
        assert!(error.to_string().contains("later version"), "{error}");
    }
}
