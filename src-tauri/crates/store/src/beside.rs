//! What a write keeps beside what it says: when it was, the version that leaves (iCalendar's SEQUENCE), which lines of a
//! calendar file no longer hold. Nobody means these, so that nothing depends on them: what is taken back leaves them to
//! whoever wrote them last.

use rmpv::Value;

use crate::change::{Field, said};
use crate::tree::Tree;

/// What holds, among other things, which lines of its file were edited since.
const SOURCE: &str = "source";
const EDITS: &str = "edits";

/// Whether a field says nothing a person means.
pub(crate) fn is_beside(tree: Tree, name: &str) -> bool {
    name == "updated_at" || (tree == Tree::Touchpoint && name == "sequence")
}

/// Whether a change of a field means anything.
pub(crate) fn is_meant(tree: Tree, field: &Field) -> bool {
    !stands(
        tree,
        &field.name,
        field.before.as_ref(),
        field.after.as_ref(),
    )
}

/// Whether two values of a field are the same as far as anything depends on them.
pub(crate) fn stands(tree: Tree, name: &str, one: Option<&Value>, other: Option<&Value>) -> bool {
    said(one) == said(other)
        || is_beside(tree, name)
        || (tree == Tree::Touchpoint
            && name == SOURCE
            && one.is_some()
            && other.is_some()
            && without_edits(one) == without_edits(other))
}

/// A field's change as it would have been on the value there is `now`; `None` when that is left alone. The value stands.
pub(crate) fn met(tree: Tree, field: Field, now: Option<&Value>) -> Option<Field> {
    if said(now) == said(field.after.as_ref()) {
        return Some(field);
    }
    if is_beside(tree, &field.name) {
        return None;
    }
    let (was, is) = (edits(field.before.as_ref()), edits(field.after.as_ref()));
    let left = edits(now)
        .into_iter()
        .filter(|edit| !is.contains(edit) || was.contains(edit));
    let back = was.iter().filter(|edit| !is.contains(edit)).cloned();
    let back: Vec<Value> = left.chain(back).collect();
    Some(Field {
        before: now.map(|value| with_edits(value, back)),
        after: now.cloned(),
        ..field
    })
}

fn edits(source: Option<&Value>) -> Vec<Value> {
    let map = source.and_then(Value::as_map);
    let found = map.and_then(|map| map.iter().find(|(name, _)| name.as_str() == Some(EDITS)));
    let list = found.and_then(|(_, value)| value.as_array());
    list.cloned().unwrap_or_default()
}

fn without_edits(source: Option<&Value>) -> Option<Vec<(Value, Value)>> {
    let mut map = source?.as_map()?.clone();
    map.retain(|(name, _)| name.as_str() != Some(EDITS));
    Some(map)
}

fn with_edits(source: &Value, edits: Vec<Value>) -> Value {
    let mut source = source.clone();
    if let Value::Map(map) = &mut source {
        for (name, value) in map {
            if name.as_str() == Some(EDITS) {
                *value = Value::Array(edits);
                break;
            }
        }
    }
    source
}
