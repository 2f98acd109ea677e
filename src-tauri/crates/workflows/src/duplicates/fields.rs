//! Records field by field: what each says, whether two say the same, and how one field is made of two.

use domain::ClientId;

use crate::aspect::Aspect;

/// A record that can become one with another of its kind.
pub(crate) trait Fielded: Clone + PartialEq {
    /// The fields it has, in the order they are shown.
    const ASPECTS: &'static [Aspect];

    /// Whether nothing is said.
    fn is_silent(&self, field: Aspect) -> bool;

    /// Whether everything `other` says is said here too, in whatever letters.
    fn covers(&self, other: &Self, field: Aspect) -> bool;

    /// Replaces what is said by what `other` says.
    fn take(&mut self, other: &Self, field: Aspect);

    /// Adds what only `other` says; of what only one can say, this one's stays.
    fn unite(&mut self, other: &Self, field: Aspect);

    /// What is said, on few lines; `name` gives the name of a client.
    fn said(&self, field: Aspect, name: &dyn Fn(ClientId) -> String) -> String;
}

/// Whether several values of a field can stand side by side.
pub(crate) fn holds_many(field: Aspect) -> bool {
    matches!(
        field,
        Aspect::Phones
            | Aspect::Emails
            | Aspect::Addresses
            | Aspect::Links
            | Aspect::Notes
            | Aspect::Tags
            | Aspect::Custom
            | Aspect::Met
            | Aspect::Attachments
    )
}

/// Whether everything `there` says is said `here` too.
pub(crate) fn covers_all<R: Fielded>(here: &R, there: &R) -> bool {
    R::ASPECTS.iter().all(|field| here.covers(there, *field))
}

/// Whether two say the same of a field.
pub(crate) fn agree<R: Fielded>(a: &R, b: &R, field: Aspect) -> bool {
    a.covers(b, field) && b.covers(a, field)
}

/// The values of `from` that `into` has not, behind its own; two are the same when `same` gives the same of both.
pub(super) fn add<T: Clone, K: PartialEq>(into: &mut Vec<T>, from: &[T], same: impl Fn(&T) -> K) {
    for value in from {
        if !into.iter().any(|own| same(own) == same(value)) {
            into.push(value.clone());
        }
    }
}

/// Whether every value of `there` is in `here`.
pub(super) fn has_all<T, K: PartialEq>(here: &[T], there: &[T], same: impl Fn(&T) -> K) -> bool {
    there
        .iter()
        .all(|value| here.iter().any(|own| same(own) == same(value)))
}

/// Fills a text that is empty.
pub(super) fn fill(into: &mut String, from: &str) {
    if into.is_empty() {
        from.clone_into(into);
    }
}

/// Adds a text below another, unless it is in it.
pub(super) fn add_text(into: &mut String, from: &str) {
    let from = from.trim();
    if into.contains(from) {
        return;
    }
    if !into.is_empty() {
        into.push_str("\n\n");
    }
    into.push_str(from);
}

/// Whether a folded text is empty or the same.
pub(super) fn text_covers(here: &str, there: &str) -> bool {
    let there = domain::fold(there.trim());
    there.is_empty() || domain::fold(here.trim()) == there
}

/// Adds the words that are not there in other letters.
pub(super) fn add_tags(
    into: &mut std::collections::BTreeSet<String>,
    from: &std::collections::BTreeSet<String>,
) {
    for tag in from {
        if !has_tag(into, tag) {
            into.insert(tag.clone());
        }
    }
}

/// Whether a word is there, in whatever letters.
pub(super) fn has_tag(tags: &std::collections::BTreeSet<String>, tag: &str) -> bool {
    tags.contains(tag)
        || tags
            .iter()
            .any(|own| domain::fold(own) == domain::fold(tag))
}

/// Lines of a field, one under the other.
pub(super) fn lines<I: IntoIterator<Item = String>>(all: I) -> String {
    all.into_iter()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
