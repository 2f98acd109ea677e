//! The list of clients against reading everything, over any edits.

#![allow(clippy::expect_used, clippy::panic)] // a law that cannot be told has failed

use chrono::{DateTime, Days, NaiveDate};
use domain::{
    Ask, Client, ClientId, ClockState, Column, Contact, Filter, Kind, Language, Origin, Owner,
    PromiseState, Reason, Sights, Sort, State, fold,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tempfile::TempDir;
use workflows::clients::{self, BulkEdit, Query};
use workflows::path::{self, Closing, PromiseGiven};
use workflows::reschedule::{Scope, Target};
use workflows::touchpoints::{self, ClientChoice, Draft, Which};
use workflows::{Clock, Fault, House, Outcome, contacts, undo};

const NAMES: [&str; 6] = ["Étoile", "eden", "Zénith", "Œuvre", "Lac", "Atelier du Lac"];

#[derive(Debug, Clone)]
enum Step {
    Create(usize),
    Rename(usize, usize),
    Tag(usize, bool),
    Archive(usize, bool),
    Trash(usize),
    Restore(usize),
    Person(usize, usize),
    Plan(usize, i8, Kind),
    /// The last one that is past took place, and this much was seen.
    Close(usize, bool),
    /// A promise is due in so many days.
    Promise(usize, i8),
    LookAgain(usize, u8),
    Undo,
    /// The list is asked, so that what follows is followed and not read anew.
    Ask,
}

fn step() -> impl Strategy<Value = Step> {
    let (client, name) = (0_usize..6, 0..NAMES.len());
    prop_oneof![
        3 => name.clone().prop_map(Step::Create),
        1 => (client.clone(), name.clone()).prop_map(|(c, n)| Step::Rename(c, n)),
        1 => (client.clone(), any::<bool>()).prop_map(|(c, on)| Step::Tag(c, on)),
        1 => (client.clone(), any::<bool>()).prop_map(|(c, on)| Step::Archive(c, on)),
        1 => client.clone().prop_map(Step::Trash),
        1 => client.clone().prop_map(Step::Restore),
        1 => (client.clone(), name).prop_map(|(c, n)| Step::Person(c, n)),
        1 => (client.clone(), any::<bool>()).prop_map(|(c, seen)| Step::Close(c, seen)),
        1 => (client.clone(), -3_i8..3).prop_map(|(c, day)| Step::Promise(c, day)),
        1 => (client.clone(), 0_u8..3).prop_map(|(c, day)| Step::LookAgain(c, day)),
        2 => (client, (-126_i8..9), kind()).prop_map(|(c, day, kind)| Step::Plan(c, day, kind)),
        1 => Just(Step::Undo),
        2 => Just(Step::Ask),
    ]
}

fn house() -> (TempDir, House) {
    let folder = tempfile::tempdir().expect("a folder");
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00").expect("an instant");
    let (house, _) = House::open(
        folder.path(),
        Clock::Fixed(now.to_utc()),
        Some(Language::Fr),
        Origin::Window,
        None,
    )
    .expect("it opens");
    (folder, house)
}

fn query(by: Column, words: &str, filter: Filter) -> Query {
    Query {
        words: words.to_owned(),
        filter,
        sort: Sort {
            by,
            descending: false,
        },
        from: 0,
        limit: 500,
    }
}

/// What a step does; one that cannot be done does nothing.
fn take(house: &House, ids: &mut Vec<ClientId>, step: &Step) {
    let of = |at: &usize| ids.get(*at).copied();
    match step {
        Step::Create(name) => {
            let made = clients::create(house, NAMES[*name]).expect("made").client;
            ids.extend(made.map(|client| client.id));
        }
        Step::Rename(at, name) => {
            let edit = clients::Edit {
                name: Some(NAMES[*name].to_owned()),
                ..Default::default()
            };
            let _ = of(at).map(|id| clients::edit(house, id, edit));
        }
        Step::Tag(at, on) => {
            let tags = vec!["salon".to_owned()];
            let edit = if *on {
                BulkEdit {
                    add_tags: tags,
                    ..Default::default()
                }
            } else {
                BulkEdit {
                    remove_tags: tags,
                    ..Default::default()
                }
            };
            let _ = of(at).map(|id| clients::bulk(house, &[id], edit));
        }
        Step::Archive(at, on) => {
            let _ = of(at).map(|id| clients::archive(house, id, *on));
        }
        Step::Trash(at) => {
            let _ = of(at).map(|id| clients::trash(house, id));
        }
        Step::Restore(at) => {
            let _ = of(at).map(|id| clients::restore(house, id));
        }
        Step::Person(at, name) => {
            let edit = |id| contacts::Edit {
                client: Some(ClientChoice::Existing(id)),
                name: Some(format!("Hélène {}", NAMES[*name])),
                ..Default::default()
            };
            let _ = of(at).map(|id| contacts::create(house, edit(id)));
        }
        Step::Plan(at, day, kind) => {
            let _ = of(at).map(|id| plan(house, id, *day, *kind));
        }
        Step::Close(at, seen) => {
            let _ = of(at).map(|id| close(house, id, *seen));
        }
        Step::Promise(at, days) => {
            let _ = of(at).map(|id| path::promise(house, id, promised(shifted(house, *days))));
        }
        Step::LookAgain(at, days) => {
            let edit = path::Edit {
                look_again: Some(Some(shifted(house, *days as i8))),
                ..Default::default()
            };
            let _ = of(at).map(|id| path::edit(house, id, edit));
        }
        Step::Undo => {
            let _ = undo::undo(house);
        }
        Step::Ask => {
            for by in [Column::Name, Column::Next, Column::Clocks] {
                clients::ids(house, &query(by, "", Filter::default())).expect("the list");
            }
        }
    }
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Phone), Just(Kind::Video), Just(Kind::InPerson)]
}

fn shifted(house: &House, days: i8) -> NaiveDate {
    let today = house.now_wall().date();
    let by = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { today - by } else { today + by }
}

fn promised(due: NaiveDate) -> PromiseGiven {
    PromiseGiven {
        id: None,
        owner: Owner::Us,
        words: "le devis".to_owned(),
        due: Some(due),
        state: PromiseState::Open,
        touchpoint: None,
    }
}

fn close(house: &House, client: ClientId, seen: bool) -> Result<(), Fault> {
    let page = clients::page(house, client)?;
    let Some(last) = page.past.first() else {
        return Ok(());
    };
    let which = Which {
        id: last.touchpoint.id,
        occurrence: None,
        scope: Scope::This,
    };
    let closing = Closing {
        state: State::Held,
        outcome: String::new(),
        sights: Sights {
            premises: seen,
            ..Sights::default()
        },
        needs: Vec::new(),
        answered: Vec::new(),
        promises: Vec::new(),
        kept: Vec::new(),
        look_again: None,
    };
    path::close(house, which, closing).map(|_| ())
}

fn plan(house: &House, client: ClientId, day: i8, kind: Kind) -> Result<Outcome, Fault> {
    let day = shifted(house, day);
    let draft = Draft {
        kind,
        title: "Visio".to_owned(),
        reason: Reason {
            urgent: true,
            ..Reason::default()
        },
        client: ClientChoice::Existing(client),
        to: Target::Timed {
            start: day.and_hms_opt(14, 0, 0).expect("a time"),
            minutes: 30,
        },
        minutes: 30,
        place: String::new(),
        link: String::new(),
        notes: String::new(),
        participants: Vec::new(),
        confidential: false,
        force: true,
    };
    touchpoints::plan(house, draft)
}

/// The living clients whose texts hold `word`, in the order of names, by reading everything.
fn brute(house: &House, word: &str) -> Vec<Client> {
    let people: Vec<Contact> = house.store.all().expect("contacts");
    let mut found: Vec<Client> = house.store.all().expect("clients");
    found.retain(|client| {
        let own = [client.name.clone()].into_iter().chain(client.tags.clone());
        let theirs = people
            .iter()
            .filter(|one| one.client == Some(client.id) && one.trashed_at.is_none())
            .map(|one| one.name.clone());
        client.is_living() && own.chain(theirs).any(|text| fold(&text).contains(word))
    });
    found.sort_by_key(|client| (fold(&client.name), client.name.clone(), client.id));
    found
}

fn ids_of(clients: &[Client]) -> Vec<ClientId> {
    clients.iter().map(|client| client.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_roster_says_what_reading_everything_says(steps in prop::collection::vec(step(), 1..40)) {
        let (_folder, house) = house();
        let mut ids = Vec::new();
        for step in &steps {
            take(&house, &mut ids, step);
        }
        let asked = |by, word, filter| clients::ids(&house, &query(by, word, filter)).expect("the list");
        for word in ["", "lac", "helene", "salon", "oeuvre"] {
            prop_assert_eq!(asked(Column::Name, word, Filter::default()), ids_of(&brute(&house, word)), "{}", word);
        }
        let next = |client: &Client| {
            let page = clients::page(&house, client.id).expect("a page");
            page.coming.first().and_then(|seen| seen.slot()).map(|slot| slot.start_wall())
        };
        let mut by_next = brute(&house, "");
        by_next.sort_by_key(|client| (next(client).is_none(), next(client)));
        prop_assert_eq!(asked(Column::Next, "", Filter::default()), ids_of(&by_next), "by the next one");
        let mut without = brute(&house, "");
        let today = house.now_wall().date();
        without.retain(|client| next(client).is_none() && client.look_again.is_none_or(|day| day < today));
        let filter = Filter { next: Some(false), ..Filter::default() };
        prop_assert_eq!(asked(Column::Name, "", filter), ids_of(&without), "those with nothing to come");
        let clocks = |client: &Client| clients::page(&house, client.id).expect("a page").trail.clocks;
        let worn = |client: &Client| {
            let gone = |clock: &domain::Clock| Some((today - clock.last?).num_days() * 1_000 / i64::from(clock.interval.most));
            clocks(client).iter().filter_map(gone).max()
        };
        let mut by_clocks = brute(&house, "");
        by_clocks.sort_by_key(|client| (worn(client).is_none(), worn(client)));
        prop_assert_eq!(asked(Column::Clocks, "", Filter::default()), ids_of(&by_clocks), "by how worn its clocks are");
        for ask in [Ask::SeeInPerson, Ask::Promise, Ask::Reason] {
            let mut asking = brute(&house, "");
            asking.retain(|client| match ask {
                Ask::Promise => client.promises.iter().any(|one| one.is_open() && one.due.is_some_and(|due| due <= today)),
                Ask::Reason => false,
                Ask::SeeInPerson => clocks(client).iter().any(|clock| clock.kind == Kind::InPerson && match clock.state {
                    ClockState::Soon | ClockState::Overdue => true,
                    ClockState::OnTrack => false,
                    ClockState::Never => !clients::page(&house, client.id).expect("a page").past.is_empty(),
                }),
            });
            let filter = Filter { asks: BTreeSet::from([ask]), ..Filter::default() };
            prop_assert_eq!(asked(Column::Name, "", filter), ids_of(&asking), "{:?}", ask);
        }
        let rows = clients::window(&house, &query(Column::Name, "", Filter::default())).expect("a window").rows;
        for row in rows {
            let page = clients::page(&house, row.client.id).expect("a page");
            let key = |seen: Option<&workflows::Seen>| seen.and_then(|seen| seen.slot());
            prop_assert_eq!(key(row.next.as_ref()), key(page.coming.first()), "the row's next");
            prop_assert_eq!(key(row.last.as_ref()), key(page.past.first()), "the row's last");
            prop_assert_eq!(&row.clocks, &page.trail.clocks, "the row's clocks");
        }
    }
}
