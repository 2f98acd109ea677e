//! What is to be said of an entry, in the person's words.

use domain::Field;
use exchange::{PersonProblem, PersonWarning, Unreadable, Warning};
use words::{Arg, Words};

use super::Row;

/// What is to be said of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// It was read, and these things were noticed.
    Noticed(Vec<Warning>),
    /// These fields are not what is here.
    Differs(Vec<Field>),
    /// It could not be read, from this line of the file on.
    Unreadable(Unreadable, u32),
    /// What is here is later.
    Older,
    /// It is here, in the trash.
    InTrash,
    /// It stands again, later, in the same files.
    Twice,
    /// A person that was read, and what was noticed.
    Person(Vec<PersonWarning>),
    /// It says nothing that somebody known does not say: the two become one.
    OneWith,
    /// It is somebody known, and says more or other things of them.
    DiffersFrom,
    /// It looks like somebody known.
    LooksLike,
    /// A card or row that could not be read, from this line of the file on.
    NoPerson(PersonProblem, u32),
}

/// The sentence; empty when there is nothing to say.
pub fn detail(row: &Row, words: &Words) -> String {
    let said = of_entry(row, words);
    match &row.barred {
        Some(barred) if said.is_empty() => barred.clone(),
        Some(barred) => format!("{barred} · {said}"),
        None => said,
    }
}

fn of_entry(row: &Row, words: &Words) -> String {
    let list = |ids: Vec<String>| {
        ids.iter()
            .map(|id| words.say(id, &[]))
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let name = row.known.as_ref().map_or("", |known| known.name.as_str());
    match &row.detail {
        Detail::Noticed(warnings) => warnings
            .iter()
            .map(|warning| noticed(warning, words))
            .collect::<Vec<_>>()
            .join(" · "),
        Detail::Differs(fields) => {
            let names = list(
                fields
                    .iter()
                    .map(|field| format!("field-{}", field_id(*field)))
                    .collect(),
            );
            words.say("import-differs", &[("fields", names.into())])
        }
        Detail::Unreadable(why, line) => {
            let why = words.say(&format!("import-{}", unreadable_id(*why)), &[]);
            words.say(
                "import-line",
                &[("line", Arg::from(*line)), ("why", why.into())],
            )
        }
        Detail::Older => words.say("import-older", &[]),
        Detail::InTrash => words.say("import-in-trash", &[]),
        Detail::Twice => words.say("import-twice", &[]),
        Detail::Person(warnings) => list(
            warnings
                .iter()
                .map(|warning| person_noticed(*warning).to_owned())
                .collect(),
        ),
        Detail::OneWith => words.say("import-one-with", &[("name", name.into())]),
        Detail::DiffersFrom => {
            let fields: Vec<String> = row
                .differing
                .iter()
                .map(|one| one.field.label(words))
                .collect();
            words.say(
                "import-differs-from",
                &[("name", name.into()), ("fields", fields.join(" · ").into())],
            )
        }
        Detail::LooksLike => words.say("import-looks-like", &[("name", name.into())]),
        Detail::NoPerson(why, line) => {
            let why = words.say(no_person(*why), &[]);
            words.say(
                "import-line",
                &[("line", Arg::from(*line)), ("why", why.into())],
            )
        }
    }
}

fn person_noticed(warning: PersonWarning) -> &'static str {
    match warning {
        PersonWarning::Encoding => "import-encoding",
        PersonWarning::Date => "import-person-date",
        PersonWarning::Photo => "import-photo",
        PersonWarning::TooMany => "import-too-many",
        PersonWarning::CompanyNumber => "import-company-number",
        PersonWarning::Email => "import-email",
        PersonWarning::Cells => "import-cells",
    }
}

fn no_person(why: PersonProblem) -> &'static str {
    match why {
        PersonProblem::Unfinished => "import-unfinished",
        PersonProblem::Empty => "import-nobody",
        PersonProblem::TooWide => "import-too-wide",
        PersonProblem::Nobody => "import-no-person",
    }
}

fn noticed(warning: &Warning, words: &Words) -> String {
    let id = match warning {
        Warning::UnknownZone(zone) => {
            return words.say("import-unknown-zone", &[("zone", Arg::from(zone.as_str()))]);
        }
        Warning::EndBeforeStart => "import-end-before-start",
        Warning::ThisAndFuture => "import-this-and-future",
        Warning::ExclusionRule => "import-exclusion-rule",
        Warning::PeriodDates => "import-period-dates",
        Warning::BadDate => "import-bad-date",
        Warning::Shortened => "import-shortened",
        Warning::NoUid => "import-no-uid",
        Warning::ManyPeople => "import-many-people",
    };
    words.say(id, &[])
}

fn unreadable_id(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Unfinished => "unfinished",
        Unreadable::TooDeep => "too-deep",
        Unreadable::LineTooLong => "line-too-long",
        Unreadable::NoStart => "no-start",
        Unreadable::BadStart => "bad-start",
        Unreadable::BadOccurrence => "bad-occurrence",
        Unreadable::YearOutOfRange => "year",
        Unreadable::TooManyDates => "too-many-dates",
    }
}

fn field_id(field: Field) -> &'static str {
    match field {
        Field::Slot => "slot",
        Field::Title => "title",
        Field::Place => "place",
        Field::Link => "link",
        Field::Notes => "notes",
        Field::State => "state",
        Field::Recurrence => "recurrence",
        Field::Participants => "participants",
        Field::Transparency => "transparency",
        Field::Kind => "kind",
        Field::Reason => "reason",
        Field::Outcome => "outcome",
        Field::Client => "client",
        Field::Unknown => "other",
    }
}
