//! What is kept: a salesperson's twenty years, the same for every engine.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::{Client, Contact, Id, Kind, Slot, Touchpoint, Zone};

/// A year has so many minutes, and the book so many years.
const MINUTES: i64 = 20 * 365 * 24 * 60;

/// Touchpoints to a client, and contacts to a client.
pub const TOUCHPOINTS_A_CLIENT: u64 = 20;
pub const CONTACTS_A_CLIENT: u64 = 2;

/// The nth touchpoint; their starts are spread evenly over the book.
pub fn touchpoint(n: u64, of: u64) -> Touchpoint {
    let minutes = (n as i64).wrapping_mul(7_919 * 15).rem_euclid(MINUTES);
    let mut one = Touchpoint::received(Id::from_number_for_testing(n), Kind::Video, instant(n));
    one.title = format!("Point d'étape numéro {n}");
    one.notes = "Ce qui a été dit la dernière fois, et ce qu'on a promis.".into();
    one.client = Some(Id::from_number_for_testing(n % clients(of)));
    let paris = Zone::Iana("Europe/Paris".parse().expect("a zone"));
    one.slot = Some(Slot::timed(
        start() + TimeDelta::minutes(minutes),
        30,
        paris,
    ));
    one
}

/// How many clients a book of so many touchpoints has.
pub fn clients(touchpoints: u64) -> u64 {
    (touchpoints / TOUCHPOINTS_A_CLIENT).max(1)
}

pub fn client(n: u64) -> Client {
    Client::new(
        Id::from_number_for_testing(n),
        format!("Menuiserie numéro {n}"),
        instant(n),
    )
}

pub fn contact(n: u64, of: u64) -> Contact {
    let mut one = Contact::new(
        Id::from_number_for_testing(n),
        format!("Camille Kerbrat {n}"),
        instant(n),
    );
    one.client = Some(Id::from_number_for_testing(n % clients(of)));
    one
}

/// The first day of the book.
pub fn start() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2007, 1, 1).expect("a day");
    day.and_hms_opt(0, 0, 0).expect("midnight")
}

/// When the nth thing was made, UTC.
pub fn instant(n: u64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_100_000_000 + n as i64)
}
