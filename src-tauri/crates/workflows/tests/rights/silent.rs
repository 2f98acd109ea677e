use chrono::{Duration, Months};
use domain::{Contact, Met, MetHow, State};
use workflows::rights::review;
use workflows::touchpoints::{self, Edit};
use workflows::{House, contacts, undo};

use crate::book::{
    CARDS, bring_in, client_of, day, draft, fresh, named, open, paul, planned, which,
};

fn names(house: &House) -> Vec<String> {
    let (total, lines) = review::list(house, 0, 100).expect("a list");
    assert_eq!(total, lines.len());
    lines.into_iter().map(|line| line.contact.name).collect()
}

#[test]
fn three_years_to_the_day_after_the_last_sign_one_is_asked_and_not_a_day_before() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let client = client_of(&house);
    // Paul was met ten months after the file came.
    house.close().expect("closed");
    let house = open(&folder, "2027-09-30T08:00:00Z");
    let held = planned(&house, draft(client, "2027-09-29T10:00:00", vec![paul()]));
    let edit = Edit {
        state: Some(State::Held),
        ..Edit::default()
    };
    touchpoints::edit(&house, which(held), edit).expect("held");
    house.close().expect("closed");
    for (now, expected) in [
        ("2029-11-23T12:00:00Z", vec![]),
        (
            "2029-11-24T12:00:00Z",
            vec!["Jeanne Quillfeather", "Zo\u{e9} Noel"],
        ),
        (
            "2030-09-28T12:00:00Z",
            vec!["Jeanne Quillfeather", "Zo\u{e9} Noel"],
        ),
        (
            "2030-09-29T12:00:00Z",
            vec!["Jeanne Quillfeather", "Zo\u{e9} Noel", "Paul Martin"],
        ),
    ] {
        let house = open(&folder, now);
        assert_eq!(names(&house), expected, "on {now}");
        house.close().expect("closed");
    }
}

#[test]
fn a_touchpoint_that_names_nobody_is_a_sign_of_all_of_them_and_a_missed_one_of_none() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    let client = client_of(&house);
    let old = day("2020-03-01");
    for contact in house.store.all::<Contact>().expect("contacts") {
        let met = Met {
            by: String::new(),
            how: MetHow::InPerson,
            on: Some(old),
        };
        let edit = contacts::Edit {
            met: Some(vec![met]),
            ..contacts::Edit::default()
        };
        contacts::edit(&house, contact.id, edit).expect("met");
    }
    assert_eq!(
        names(&house).len(),
        3,
        "what is known beats the day they came into the book"
    );
    let one = planned(&house, draft(client, "2026-11-20T10:00:00", Vec::new()));
    for (state, left) in [(State::Missed, 3), (State::Held, 0)] {
        let edit = Edit {
            state: Some(state),
            ..Edit::default()
        };
        touchpoints::edit(&house, which(one), edit).expect("said");
        assert_eq!(names(&house).len(), left, "{state:?}");
    }
}

#[test]
fn those_one_keeps_are_asked_about_again_on_the_day_one_said() {
    let (folder, house) = fresh();
    bring_in(&house, &folder, "trois.vcf", CARDS);
    house.close().expect("closed");
    let house = open(&folder, "2030-01-07T08:00:00Z");
    let ids: Vec<_> = house
        .store
        .all::<Contact>()
        .expect("contacts")
        .iter()
        .map(|one| one.id)
        .collect();
    let until = house.clock.now().date_naive() + Months::new(12);
    assert!(
        review::keep(&house, &ids, house.clock.now().date_naive(), "").is_err(),
        "not until today"
    );
    let done = review::keep(&house, &ids[..2], until, "toujours clients").expect("kept");
    assert_eq!(
        done.said,
        "2 personnes gard\u{e9}es jusqu\u{2019}au 7 janv. 2031"
    );
    assert_eq!(names(&house).len(), 1);
    undo::undo(&house).expect("undone");
    assert_eq!(names(&house).len(), 3, "one press takes both back");
    undo::redo(&house).expect("again");
    house.close().expect("closed");
    for (after, left) in [(-1, 1), (0, 3)] {
        let now = (until + Duration::days(after))
            .and_hms_opt(12, 0, 0)
            .expect("noon")
            .and_utc();
        let house = open(&folder, &now.to_rfc3339());
        assert_eq!(names(&house).len(), left, "{after} days after");
        house.close().expect("closed");
    }
    let house = open(&folder, "2030-01-08T08:00:00Z");
    assert_eq!(
        named(&house, "Paul Martin").stays.is_some() as usize
            + named(&house, "Jeanne Quillfeather").stays.is_some() as usize
            + named(&house, "Zo\u{e9} Noel").stays.is_some() as usize,
        2
    );
}
