//! Many clients at once: one commit, one step to undo.

use std::collections::{BTreeSet, HashSet};

use domain::{Client, ClientId, Tier, fold};

use crate::clean;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::markets;
use crate::{note, trash};

/// What to change of many clients.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkEdit {
    /// Tags to add.
    pub add_tags: Vec<String>,
    /// Tags to take away, accents and case aside.
    pub remove_tags: Vec<String>,
    /// Their market; empty for none.
    pub market: Option<String>,
    /// How much they weigh.
    pub tier: Option<Tier>,
    /// Put aside, or taken back.
    pub archived: Option<bool>,
    /// Put in the trash.
    pub trash: bool,
}

/// Changes many clients. Those that are gone or in the trash are passed over, those that are so already are not counted.
pub fn bulk(house: &House, ids: &[ClientId], edit: BulkEdit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let edit = BulkEdit {
        add_tags: clean::tags(&edit.add_tags)?.into_iter().collect(),
        market: edit
            .market
            .as_deref()
            .map(|name| markets::clean_name(house, name))
            .transpose()?,
        ..edit
    };
    let mut changed = Vec::new();
    let mut known = HashSet::new();
    for id in ids.iter().filter(|id| known.insert(**id)) {
        let Some(before) = house.store.get::<Client>(id.to_bytes())? else {
            continue;
        };
        if before.trashed_at.is_some() {
            continue;
        }
        let after = applied(house, &before, &edit)?;
        if after != before {
            changed.push(Client {
                updated_at: house.clock.now(),
                ..after
            });
        }
    }
    // What is theirs goes to the trash with them.
    let going = if edit.trash {
        let ids: Vec<ClientId> = changed.iter().map(|client| client.id).collect();
        Some(trash::clients(house, &ids)?)
    } else {
        None
    };
    let (label, said) = words_of(&edit);
    let what = name_of(house, &edit);
    let count = changed.len();
    let note = note::of(
        house,
        label,
        &[("count", count.to_string()), ("what", what.clone())],
    );
    let ((), receipt) = house.store.commit(note, |tx| match &going {
        Some(going) => going.put(house, tx),
        None => changed.iter().try_for_each(|client| tx.put(client)),
    })?;
    let said = Said::new(if count == 0 {
        "said-bulk-nothing"
    } else {
        said
    })
    .with("count", count)
    .with("what", what);
    Done::of(house, said, None, receipt.seq)
}

fn applied(house: &House, client: &Client, edit: &BulkEdit) -> Result<Client, Fault> {
    let mut client = client.clone();
    let gone: BTreeSet<String> = edit.remove_tags.iter().map(|tag| fold(tag)).collect();
    client.tags.retain(|tag| !gone.contains(&fold(tag)));
    clean::add_tags(&mut client.tags, &edit.add_tags)?;
    if let Some(market) = &edit.market {
        client.market.clone_from(market);
    }
    client.tier = edit.tier.unwrap_or(client.tier);
    match edit.archived {
        Some(true) => client.archived_at = client.archived_at.or(Some(house.clock.now())),
        Some(false) => client.archived_at = None,
        None => {}
    }
    if edit.trash {
        client.trashed_at = Some(house.clock.now());
    }
    Ok(client)
}

/// The label of the history and the sentence of the toast: the most that was done to them.
fn words_of(edit: &BulkEdit) -> (&'static str, &'static str) {
    if edit.trash {
        ("bulk-trashed", "said-bulk-trashed")
    } else if edit.archived == Some(true) {
        ("bulk-archived", "said-bulk-archived")
    } else if edit.archived == Some(false) {
        ("bulk-unarchived", "said-bulk-unarchived")
    } else if !edit.add_tags.is_empty() {
        ("bulk-tagged", "said-bulk-tagged")
    } else if !edit.remove_tags.is_empty() {
        ("bulk-untagged", "said-bulk-untagged")
    } else if edit.market.is_some() {
        ("bulk-market", "said-bulk-market")
    } else {
        ("bulk-tier", "said-bulk-tier")
    }
}

/// What the sentence names: the tags, the market, the tier.
fn name_of(house: &House, edit: &BulkEdit) -> String {
    let none = |text: &str| match text {
        "" => house.words().say("bulk-none", &[]),
        text => text.to_owned(),
    };
    if !edit.add_tags.is_empty() {
        edit.add_tags.join(", ")
    } else if !edit.remove_tags.is_empty() {
        edit.remove_tags.join(", ")
    } else if let Some(market) = &edit.market {
        none(market)
    } else {
        none(match edit.tier {
            Some(Tier::A) => "A",
            Some(Tier::B) => "B",
            Some(Tier::C) => "C",
            Some(Tier::None) | None => "",
        })
    }
}
