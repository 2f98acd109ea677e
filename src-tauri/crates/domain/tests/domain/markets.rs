use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{Market, MarketState};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

fn market(state: MarketState, since: Option<NaiveDate>) -> Market {
    Market {
        state,
        since,
        ..Market::new("Restauration".to_owned(), DateTime::<Utc>::UNIX_EPOCH)
    }
}

#[test]
fn a_market_is_the_same_however_its_name_is_accented_or_cased() {
    assert_eq!(Market::id_of("Santé"), Market::id_of("SANTE"));
    assert_ne!(Market::id_of("Santé"), Market::id_of("Santé animale"));
}

#[test]
fn a_market_nobody_said_anything_of_is_open_and_no_news() {
    assert!(!market(MarketState::Open, None).has_news(today()));
}

#[test]
fn a_state_of_a_later_version_reads_as_open() {
    let later = r#"{"id":"mk_00000000000000000000000000000000","name":"Bois","state":"by_appointment",
        "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}"#;
    let read: Market = serde_json::from_str(later).expect("a market");
    assert_eq!(read.state, MarketState::Open);
    assert_eq!((read.since, read.cause, read.changes), Default::default());
}

proptest! {
    #[test]
    fn what_is_not_open_is_news_however_long_ago_it_closed(days in 0_u64..20_000) {
        let since = today().checked_sub_days(Days::new(days));
        prop_assert!(market(MarketState::Closed, since).has_news(today()));
        prop_assert!(market(MarketState::Restricted, since).has_news(today()));
    }

    #[test]
    fn a_market_that_opened_again_is_news_for_sixty_days_around_it(days in 0_u64..400) {
        for since in [today().checked_sub_days(Days::new(days)), today().checked_add_days(Days::new(days))] {
            prop_assert_eq!(market(MarketState::Open, since).has_news(today()), days <= 60);
        }
    }
}
