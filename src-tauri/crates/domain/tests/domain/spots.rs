use chrono::{Days, NaiveDate};
use domain::{Half, Holds, Kind, Settings, Spot, SpotOn, Spots, Unfit};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

fn telework() -> Spots {
    let mut spots = Spots::default();
    spots.usual[0] = [Some(Spot::Office); 2];
    spots.usual[4] = [Some(Spot::Home), None];
    spots
}

#[test]
fn one_is_where_one_usually_is_unless_that_day_says_otherwise() {
    let mut settings = Settings {
        spots: telework(),
        ..Settings::default()
    };
    let (monday, friday) = (day("2026-11-23"), day("2026-11-27"));
    assert_eq!(
        settings.spot_at(monday, Half::Afternoon),
        Some(Spot::Office)
    );
    assert_eq!(settings.spot_at(friday, Half::Morning), Some(Spot::Home));
    assert_eq!(
        settings.spot_at(friday, Half::Afternoon),
        None,
        "nothing was said"
    );
    settings
        .spots
        .set(monday, Half::Afternoon, Some(Spot::Train));
    assert_eq!(settings.spot_at(monday, Half::Morning), Some(Spot::Office));
    assert_eq!(settings.spot_at(monday, Half::Afternoon), Some(Spot::Train));
    settings.spots.set(monday, Half::Afternoon, None);
    assert_eq!(
        settings.spot_at(monday, Half::Afternoon),
        Some(Spot::Office)
    );
    assert_eq!(settings.spots, telework(), "nothing is left behind");
}

#[test]
fn what_is_as_usual_is_no_exception() {
    let mut spots = telework();
    spots.set(day("2026-11-23"), Half::Morning, Some(Spot::Office));
    assert_eq!(spots, telework());
}

#[test]
fn a_train_holds_no_video_and_an_open_office_no_secret() {
    let against =
        |spot, kind, confidential| Spots::default().holds.of(spot).against(kind, confidential);
    assert_eq!(against(Spot::Train, Kind::Video, false), Some(Unfit::Video));
    assert_eq!(against(Spot::Train, Kind::Phone, false), None);
    assert_eq!(
        against(Spot::Train, Kind::Phone, true),
        Some(Unfit::Confidential)
    );
    assert_eq!(against(Spot::Office, Kind::Video, false), None);
    assert_eq!(
        against(Spot::Office, Kind::Video, true),
        Some(Unfit::Confidential)
    );
    assert_eq!(against(Spot::Booth, Kind::Video, true), None);
    assert_eq!(
        against(Spot::Client, Kind::Video, false),
        Some(Unfit::Video)
    );
    assert_eq!(
        against(Spot::Train, Kind::InPerson, true),
        None,
        "it is where it is"
    );
    let none = Holds {
        video: false,
        confidential: false,
    };
    assert_eq!(none.against(Kind::Other, true), None);
}

#[test]
fn settings_of_before_say_nothing_of_where() {
    let read: Settings = serde_json::from_str(r#"{"welcomed":true}"#).expect("reads");
    assert_eq!(read.spots, Spots::default());
    let read: Spot = serde_json::from_str(r#""boat""#).expect("a place of later reads");
    assert_eq!(read, Spot::Other);
}

proptest! {
    #[test]
    fn exceptions_are_one_a_half_in_order_and_never_too_many(
        said in prop::collection::vec((0_u64..900, any::<bool>(), 0..Spot::ALL.len()), 0..1000),
    ) {
        let today = day("2026-11-23");
        let mut spots = telework();
        spots.except = said
            .into_iter()
            .map(|(days, late, spot)| SpotOn {
                date: day("2026-06-01") + Days::new(days),
                half: Half::BOTH[usize::from(late)],
                spot: Spot::ALL[spot],
            })
            .collect();
        spots.prune(today);
        prop_assert!(spots.except.len() <= Spots::MOST);
        prop_assert!(spots.except.iter().all(|one| one.date + Days::new(Spots::KEPT) >= today));
        prop_assert!(spots.except.windows(2).all(|two| (two[0].date, two[0].half) < (two[1].date, two[1].half)));
        let mut again = spots.clone();
        again.prune(today);
        prop_assert_eq!(again, spots);
    }
}
