//! Who can be named.

use domain::{ClientId, ContactId, fold};

/// A client or a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// An organisation one sells to.
    Client(ClientId),
    /// A person at one.
    Contact(ContactId),
}

/// Somebody who can be named.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// Which record.
    pub who: Who,
    /// The name as it is shown.
    pub name: String,
}

/// Where names are looked up.
pub trait People {
    /// Everybody a word of whose name, folded, is `word`, begins with it, or is it but for one slip.
    ///
    /// `word` comes folded ([`domain::fold`]). More people than that do no harm: each is held against the sentence.
    fn about(&self, word: &str) -> Vec<Person>;
}

/// A list of people in memory, sorted by the words of their names.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    people: Vec<Person>,
    /// Folded words and whose they are, sorted.
    words: Vec<(String, usize)>,
}

impl Roster {
    /// A roster of these.
    pub fn new(people: impl IntoIterator<Item = Person>) -> Self {
        let people: Vec<Person> = people.into_iter().collect();
        let mut words: Vec<(String, usize)> = people
            .iter()
            .enumerate()
            .flat_map(|(at, person)| words(&person.name).into_iter().map(move |word| (word, at)))
            .collect();
        words.sort_unstable();
        Self { people, words }
    }

    /// The words that begin with `start`, as a stretch of the sorted ones.
    fn beginning(&self, start: &str) -> impl Iterator<Item = &(String, usize)> {
        let from = self
            .words
            .partition_point(|(word, _)| word.as_str() < start);
        let words = self.words.get(from..).unwrap_or_default().iter();
        words.take_while(move |(word, _)| word.starts_with(start))
    }
}

impl People for Roster {
    fn about(&self, word: &str) -> Vec<Person> {
        let first = word.chars().next().map(String::from).unwrap_or_default();
        let near = self
            .beginning(&first)
            .filter(|(name, _)| is_slip(word, name));
        let mut found: Vec<usize> = self
            .beginning(word)
            .chain(near)
            .map(|(_, at)| *at)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .filter_map(|at| self.people.get(at).cloned())
            .collect()
    }
}

/// The folded words of a name, in their order.
pub(crate) fn words(name: &str) -> Vec<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether two folded words of five letters or more differ by one slip: a letter too many, too few, another, or two
/// that changed places. The first letter is the same: nobody mistypes it and goes on.
pub(crate) fn is_slip(typed: &str, name: &str) -> bool {
    let (typed, name): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
    if typed.len() < 5 || name.len() < 5 || typed.first() != name.first() || typed == name {
        return false;
    }
    let same = typed.iter().zip(&name).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char], from: usize| word.get(from..).map(<[char]>::to_vec);
    let (left, right) = (&typed, &name);
    match left.len().cmp(&right.len()) {
        std::cmp::Ordering::Less => rest(left, same) == rest(right, same + 1),
        std::cmp::Ordering::Greater => rest(left, same + 1) == rest(right, same),
        std::cmp::Ordering::Equal => {
            let turned =
                left.get(same) == right.get(same + 1) && left.get(same + 1) == right.get(same);
            rest(left, same + 1) == rest(right, same + 1)
                || turned && rest(left, same + 2) == rest(right, same + 2)
        }
    }
}
