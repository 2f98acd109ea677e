use domain::{Id, Market, MarketState, Touchpoint};
use store::{Index, OpenError, Store, StoreError, wall_key};

use crate::paper::{client, note, now, open, options, put, sound, title, touchpoint};

#[test]
fn what_is_acknowledged_is_read_at_once_and_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, report) = open(folder.path());
    // A locked book was made when it was locked.
    assert_eq!(report.fresh, !crate::LOCKED);
    put(&store, &touchpoint(1, "Lac"));
    assert_eq!(
        title(&store, 1).as_deref(),
        Some("Lac"),
        "the overlay shows it before the state has it"
    );
    store.close().expect("closed");
    let (store, report) = open(folder.path());
    assert_eq!(
        (report.replayed, report.fresh),
        (0, false),
        "a clean close leaves nothing to replay"
    );
    assert_eq!(title(&store, 1).as_deref(), Some("Lac"));
    sound(&store);
}

#[test]
fn a_market_is_found_by_its_name_after_a_restart_and_what_was_said_of_it_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let market = Market {
        state: MarketState::Closed,
        since: Some(now().date_naive()),
        changes: "vente à emporter permise".to_owned(),
        ..Market::new("Restauration".to_owned(), now())
    };
    store
        .commit::<_, StoreError>(note("market"), |tx| tx.put(&market))
        .expect("written");
    store.close().expect("closed");
    let (store, _) = open(folder.path());
    let found: Option<Market> = store
        .get(Market::id_of("restauration").to_bytes())
        .expect("read");
    assert_eq!(found, Some(market));
    sound(&store);
}

#[test]
fn a_write_that_fails_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let failed = store.commit::<(), StoreError>(note("half"), |tx| {
        tx.put(&touchpoint(1, "un"))?;
        tx.put(&touchpoint(2, "deux"))?;
        Err(StoreError::Stopped)
    });
    assert!(failed.expect_err("it was stopped").is_stopped());
    assert_eq!(
        (title(&store, 1), title(&store, 2), store.last_seq()),
        (None, None, 0)
    );
}

#[test]
fn an_order_sees_what_moved_whether_or_not_the_state_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    for number in 0..200 {
        put(&store, &touchpoint(number, "x"));
    }
    let mut moved = touchpoint(7, "x");
    moved.slot = moved
        .slot
        .map(|slot| slot.starting(slot.start_wall() + chrono::Duration::days(400)));
    put(&store, &moved);
    let from = touchpoint(0, "x").slot.expect("placed").start_wall();
    let until = from + chrono::Duration::days(30);
    let week = || {
        store
            .range(Index::Start, &wall_key(from), &wall_key(until))
            .expect("the range")
            .len()
    };
    assert_eq!(week(), 199, "one went away");
    sound(&store);
    assert_eq!(
        week(),
        199,
        "and the state says the same once it has everything"
    );
}

#[test]
fn a_long_text_comes_back_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let mut long = touchpoint(1, "Lac");
    long.notes = "é".repeat(90_000);
    put(&store, &long);
    store.close().expect("closed");
    let (store, _) = open(folder.path());
    let back: Touchpoint = store.get(long.id.to_bytes()).expect("read").expect("there");
    assert_eq!(back, long);
    sound(&store);
}

#[test]
fn two_openings_of_one_book_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_store, _) = open(folder.path());
    let second = Store::open(folder.path(), options(folder.path()));
    assert!(
        matches!(second, Err(OpenError::Busy { .. })),
        "the second one says so"
    );
}

#[test]
fn a_folder_with_other_things_in_it_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("photo.jpg"), b"not a book").expect("written");
    let opened = Store::open(folder.path(), options(folder.path()));
    assert!(matches!(opened, Err(OpenError::Foreign { .. })));
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("listed").collect();
    assert_eq!(left.len(), 1, "nothing was put beside it");
}

#[test]
fn ten_thousand_records_are_one_group_and_one_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    store
        .commit::<_, StoreError>(note("imported"), |tx| {
            (0..10_000).try_for_each(|number| tx.put(&touchpoint(number, "x")))?;
            tx.put(&client(1, "Lac"))
        })
        .expect("the bulk write");
    assert_eq!(store.history(None, 10).expect("the history").len(), 1);
    sound(&store);
    store.undo(note("undo")).expect("undone").expect("a step");
    assert!(store.is_empty(), "one press");
    sound(&store);
    let id: domain::ClientId = Id::from_number_for_testing(1);
    store.redo(note("redo")).expect("redone").expect("a step");
    assert!(
        store
            .get::<domain::Client>(id.to_bytes())
            .expect("read")
            .is_some()
    );
}
