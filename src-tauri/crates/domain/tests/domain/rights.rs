use chrono::{DateTime, Datelike, Days, Months, NaiveDate};
use domain::{
    Client, Contact, Email, Erasure, Id, Objection, Participant, Stays, asks_review, barred,
    last_sign, review_from,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..73_000_u64).prop_map(|n| day("1950-01-01") + Days::new(n))
}

fn kept_until(until: NaiveDate) -> Stays {
    Stays {
        on: day("2026-01-01"),
        until,
        why: String::new(),
    }
}

#[test]
fn three_years_are_the_same_day_three_years_on_and_a_leap_day_is_the_first_of_march() {
    for (last, from) in [
        ("2023-11-24", "2026-11-24"),
        ("2024-02-29", "2027-03-01"),
        ("2021-02-28", "2024-02-28"),
        ("2021-03-01", "2024-03-01"),
        ("2023-12-31", "2026-12-31"),
    ] {
        assert_eq!(review_from(day(last)), Some(day(from)), "after {last}");
    }
    assert_eq!(
        review_from(NaiveDate::MAX),
        None,
        "past the calendar nobody is asked"
    );
}

proptest! {
    #[test]
    fn never_before_three_whole_years_and_never_more_than_a_day_after(last in any_day()) {
        let from = review_from(last).expect("within the calendar");
        // chrono's own months end a leap day on the 28th: a day too soon for a year that is whole.
        let months = last.checked_add_months(Months::new(36)).expect("within the calendar");
        let leap = (last.month(), last.day()) == (2, 29);
        prop_assert_eq!(from, months + Days::new(u64::from(leap)));
        prop_assert!(asks_review(last, None, from));
        prop_assert!(!asks_review(last, None, from - Days::new(1)));
    }

    #[test]
    fn a_later_sign_never_asks_sooner(one in any_day(), other in any_day()) {
        let (early, late) = (one.min(other), one.max(other));
        prop_assert!(review_from(early) <= review_from(late));
    }

    #[test]
    fn whoever_is_kept_is_not_asked_about_until_that_day(last in any_day(), today in any_day(), after in 0..4_000_u64) {
        let until = today + Days::new(after);
        let asked = asks_review(last, Some(&kept_until(until)), today);
        prop_assert_eq!(asked, after == 0 && asks_review(last, None, today));
    }

    #[test]
    fn the_last_sign_is_the_latest_that_is_no_plan(signs in prop::collection::vec(any_day(), 0..6), created in any_day(), today in any_day()) {
        let last = last_sign(signs.iter().copied(), created, today);
        let past: Vec<NaiveDate> = signs.into_iter().filter(|sign| *sign <= today).collect();
        if past.is_empty() {
            prop_assert_eq!(last, created, "nobody was heard: since they came into the book");
        } else {
            prop_assert!(past.contains(&last) && past.iter().all(|sign| *sign <= last));
        }
    }

    #[test]
    fn an_erasure_reaches_within_thirty_days(today in any_day()) {
        let due = Erasure::due_from(today);
        prop_assert_eq!((due - today).num_days(), 30);
    }
}

fn client(objects: bool) -> Client {
    let mut client = Client::new(
        Id::from_number_for_testing(1),
        "Atelier".into(),
        DateTime::UNIX_EPOCH,
    );
    client.objection = objects.then(objection);
    client
}

fn objection() -> Objection {
    Objection {
        on: day("2026-11-23"),
        source: String::new(),
    }
}

fn person(number: u64, objects: bool) -> Contact {
    let mut contact = Contact::new(
        Id::from_number_for_testing(number),
        format!("Personne {number}"),
        DateTime::UNIX_EPOCH,
    );
    contact.client = Some(Id::from_number_for_testing(1));
    contact.emails = vec![Email {
        address: format!("P{number}@x.example"),
        ..Email::default()
    }];
    contact.objection = objects.then(objection);
    contact
}

fn with(number: u64) -> Participant {
    Participant {
        email: format!("p{number}@x.example"),
        ..Participant::default()
    }
}

proptest! {
    #[test]
    fn nothing_is_barred_where_nobody_objects_and_everything_where_the_house_does(
        numbers in prop::collection::vec(2..9_u64, 0..5), named in prop::collection::vec(2..9_u64, 0..4)
    ) {
        let people: Vec<Contact> = numbers.iter().map(|n| person(*n, false)).collect();
        let participants: Vec<Participant> = named.iter().map(|n| with(*n)).collect();
        prop_assert_eq!(barred(Some(&client(false)), &people, &participants), None);
        let whole = barred(Some(&client(true)), &people, &participants).expect("barred");
        prop_assert!(whole.whole);
    }

    #[test]
    fn with_somebody_who_objects_it_is_barred_whoever_else_takes_part(
        others in prop::collection::btree_set(2..9_u64, 1..5), who in 20..30_u64
    ) {
        let mut people: Vec<Contact> = others.iter().map(|n| person(*n, false)).collect();
        people.push(person(who, true));
        let mut participants: Vec<Participant> = others.iter().map(|n| with(*n)).collect();
        let free = barred(Some(&client(false)), &people, &participants);
        prop_assert_eq!(free, None, "they are left out, and others are there");
        participants.push(with(who));
        let barred = barred(Some(&client(false)), &people, &participants).expect("barred");
        prop_assert_eq!(barred.name, format!("Personne {who}"));
    }
}

#[test]
fn with_nobody_named_it_is_barred_only_when_everybody_there_objects() {
    let at = client(false);
    let some = [person(2, true), person(3, false)];
    assert_eq!(barred(Some(&at), &some, &[]), None);
    let all = [person(2, true), person(3, true)];
    assert!(barred(Some(&at), &all, &[]).is_some());
    assert_eq!(
        barred(Some(&at), &[], &[]),
        None,
        "nobody known is nobody who objects"
    );
}
