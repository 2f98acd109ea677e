//! The ways of looking at the list of clients that are kept.

use domain::{View, ViewId, clean_line, fold};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// The longest name of a view, in characters.
const NAME_MOST: usize = 60;
/// The most views that are kept.
const MOST: usize = 200;

/// The views that were given a name, by name.
pub fn all(house: &House) -> Result<Vec<View>, Fault> {
    let left = View::left().id;
    let mut views: Vec<View> = house.store.all()?;
    views.retain(|view| view.id != left);
    views.sort_by_key(|view| (fold(&view.name), view.id));
    Ok(views)
}

/// Keeps a view under its name; `None` makes a new one, and a name that is there already means that one.
pub fn save(house: &House, (id, view): (Option<ViewId>, View)) -> Result<(ViewId, Done), Fault> {
    let _gate = house.gate();
    let name = clean_line(&view.name, NAME_MOST);
    if name.is_empty() {
        return Err(Fault::invalid("error-view-name"));
    }
    let known = all(house)?;
    let same = known.iter().find(|one| fold(&one.name) == fold(&name));
    let id = id
        .filter(|id| known.iter().any(|one| one.id == *id))
        .or(same.map(|one| one.id))
        .unwrap_or_else(|| house.clock.new_id());
    if known.len() >= MOST && !known.iter().any(|one| one.id == id) {
        return Err(Fault::invalid("error-views-many").with("most", MOST));
    }
    let view = View { id, name, ..view };
    let note = note::of(house, "view-saved", &[("title", view.name.clone())]);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&view))?;
    let said = Said::new("said-view-saved").with("name", view.name);
    Ok((id, Done::of(house, said, None, receipt.seq)?))
}

/// Takes a view away.
pub fn delete(house: &House, id: ViewId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let view: View = house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)?;
    let note = note::of(house, "view-deleted", &[("title", view.name.clone())]);
    let ((), receipt) = house
        .store
        .commit(note, |tx| tx.remove::<View>(id.to_bytes()))?;
    let said = Said::new("said-view-deleted").with("name", view.name);
    Done::of(house, said, None, receipt.seq)
}

/// The way the list was left.
pub fn left(house: &House) -> Result<View, Fault> {
    let usual = View::left();
    Ok(house.store.get(usual.id.to_bytes())?.unwrap_or(usual))
}

/// Keeps the way the list is left: the desk's, so it is no step of undo.
pub fn leave(house: &House, (_, view): (Option<ViewId>, View)) -> Result<(), Fault> {
    let _gate = house.gate();
    let view = View {
        id: View::left().id,
        name: String::new(),
        ..view
    };
    if left(house)? == view {
        return Ok(());
    }
    let note = note::of(house, "view-left", &[]);
    house.store.commit_aside(note, |tx| tx.put(&view))?;
    Ok(())
}
