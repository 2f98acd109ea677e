//! What a record came from: the files it came in, and the merges that made it.

use domain::{Contact, Merge, SourceFile};
use store::{Index, Key};

use crate::fault::Fault;
use crate::house::House;

/// The names of the files a contact came in, each once.
pub(crate) fn names_of_sources(house: &House, contact: &Contact) -> Result<Vec<String>, Fault> {
    let mut names: Vec<String> = Vec::new();
    for source in &contact.sources {
        let file: Option<SourceFile> = house.store.get(source.file.to_bytes())?;
        if let Some(file) = file.filter(|file| !names.contains(&file.name)) {
            names.push(file.name);
        }
    }
    Ok(names)
}

/// The merges that made the record with this key, the latest first.
pub(crate) fn merges_into(house: &House, made: Key) -> Result<Vec<Merge>, Fault> {
    let mut merges = Vec::new();
    for key in house.store.starting_with(Index::MergeInto, &made)? {
        merges.extend(house.store.get::<Merge>(key)?);
    }
    merges.reverse();
    Ok(merges)
}
