//! A client's path: what happened and what is to come, where it leads, and what it asks for next. Everything here is
//! read from the client and its touchpoints, so that it is never older than the last write.

mod brief;
mod call;
mod closing;
mod material;
mod next;
mod owed;
mod today;

pub use brief::{Brief, brief};
pub use closing::{Closed, Closing, close};
pub use material::{From, Material, material};
pub(crate) use next::{wanted, was_step};
pub use owed::{NeedGiven, Owed, PromiseGiven, need, owed, promise};
pub use today::{Today, today, without_reason};

use chrono::NaiveDate;
use domain::{
    Advice, Aim, Client, ClientId, Clock, Course, Ghost, Happened, Market, Rhythm, Silence, Step,
    Template, Touchpoint, clean_line, clocks,
};

use crate::clients;
use crate::done::Done;
use crate::fault::Fault;
use crate::house::House;
use crate::markets;
use crate::seen::Seen;

/// What a path shows beside its touchpoints.
#[derive(Debug, Clone)]
pub struct Trail {
    /// The three clocks, as far as they run.
    pub clocks: Vec<Clock>,
    /// The steps to come, and what the clocks ask for: suggestions, by day.
    pub ghosts: Vec<Ghost>,
    /// Where one did not meet for too long, oldest first.
    pub silences: Vec<Silence>,
    /// What missed touchpoints say.
    pub advice: Option<Advice>,
    /// Whether nothing comes next, and no day to look again.
    pub lacks_next: bool,
}

impl Trail {
    /// The trail of a client, from its touchpoints past and coming.
    pub(crate) fn of<'a>(
        house: &House,
        client: &Client,
        touchpoints: impl Iterator<Item = &'a Seen> + Clone,
    ) -> Self {
        let today = house.now_wall().date();
        let placed = touchpoints.filter_map(|one| Some((one, one.days(house.home())?.0)));
        let mut happened: Vec<Happened> = placed
            .clone()
            .map(|(one, on)| Happened {
                kind: one.touchpoint.kind,
                state: one.touchpoint.state,
                on,
            })
            .collect();
        happened.sort_by_key(|one| one.on);
        let clocks = clocks(
            client.intervals(),
            placed.map(|(one, on)| (&one.touchpoint, on.and_time(chrono::NaiveTime::MIN))),
            today,
        );
        let mut ghosts = client
            .course
            .as_ref()
            .map_or_else(Vec::new, |course| course.ghosts(&happened, today));
        let asked = domain::asked_by_clocks(&clocks, &happened, today);
        let missing = |one: &Ghost| !ghosts.iter().any(|ghost| ghost.kind == one.kind);
        let asked: Vec<Ghost> = asked.into_iter().filter(missing).collect();
        ghosts.extend(asked);
        ghosts.sort_by_key(|ghost| ghost.on);
        let objects = client.objection.is_some();
        if objects {
            // Nothing is proposed to whoever does not want to be contacted.
            ghosts.clear();
        }
        let silences = match objects {
            true => Vec::new(),
            false => domain::silences(client.intervals(), &happened, today),
        };
        Self {
            clocks,
            ghosts,
            silences,
            advice: domain::advice(&happened),
            lacks_next: !objects
                && client.is_living()
                && domain::lacks_next(client.look_again, &happened, today),
        }
    }
}

/// A client's path whole, read once for everything that is said of it.
struct Walked {
    client: Client,
    /// The nearest first.
    coming: Vec<Seen>,
    /// The latest first.
    past: Vec<Seen>,
    trail: Trail,
    /// The market it is in; open when nothing was said of it.
    market: Option<Market>,
}

fn walked(house: &House, id: ClientId) -> Result<Walked, Fault> {
    let client = clients::client(house, id)?;
    let (coming, past) = clients::timeline(house, id)?;
    Ok(Walked {
        trail: Trail::of(house, &client, coming.iter().chain(&past)),
        market: markets::of_client(house, &client)?,
        client,
        coming,
        past,
    })
}

/// Which steps a path is given.
#[derive(Debug, Clone)]
pub enum Steps {
    /// None.
    Nothing,
    /// Those of a template, in the person's words.
    Template(Template),
    /// These.
    Given(Vec<Step>),
}

/// What to change of a path; `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Where it leads.
    pub aim: Option<Aim>,
    /// Which steps it has.
    pub steps: Option<Steps>,
    /// How often one meets.
    pub rhythm: Option<Rhythm>,
    /// The day to look again; `Some(None)` takes it away.
    pub look_again: Option<Option<NaiveDate>>,
}

/// Changes a path.
pub fn edit(house: &House, id: ClientId, edit: Edit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut client = clients::client(house, id)?;
    let today = house.now_wall().date();
    if let Some(day) = edit.look_again.flatten()
        && day < today
    {
        return Err(Fault::invalid("error-look-again"));
    }
    client.aim = edit.aim.unwrap_or(client.aim);
    client.rhythm = edit.rhythm.unwrap_or(client.rhythm);
    client.look_again = edit.look_again.unwrap_or(client.look_again);
    if let Some(steps) = edit.steps {
        if let Steps::Template(template) = steps
            && edit.aim.is_none()
        {
            client.aim = template.aim();
        }
        client.course = course(house, steps, client.course.as_ref(), today);
    }
    let done = clients::write(house, client, "path-edited", "said-path-edited")?;
    match edit.look_again {
        Some(None) => done.leaving(house, Some(id)),
        Some(Some(_)) | None => Ok(done),
    }
}

/// The course with these steps. What counts for it counts since it was begun; only a new beginning sets that day.
fn course(
    house: &House,
    steps: Steps,
    before: Option<&Course>,
    today: NaiveDate,
) -> Option<Course> {
    match steps {
        Steps::Nothing => None,
        Steps::Template(template) => Some(begun(house, template)),
        Steps::Given(steps) => Some(Course {
            since: before.map_or(today, |before| before.since),
            steps: steps
                .into_iter()
                .take(Course::STEPS_MOST)
                .map(|step| Step {
                    aim: clean_line(&step.aim, Touchpoint::LINE_MOST),
                    after: step.after.min(domain::Interval::LONGEST),
                    ..step
                })
                .collect(),
        }),
    }
}

/// A template's course, begun today.
pub(crate) fn begun(house: &House, template: Template) -> Course {
    Course {
        since: house.now_wall().date(),
        steps: of_template(house, template),
    }
}

fn of_template(house: &House, template: Template) -> Vec<Step> {
    let words = house.words();
    let name = match template {
        Template::Discovery => "discovery",
        Template::Care => "care",
        Template::Renewal => "renewal",
        Template::Return => "return",
    };
    template
        .steps()
        .iter()
        .enumerate()
        .map(|(at, (kind, after))| Step {
            kind: *kind,
            aim: words.say(&format!("path-{name}-{}", at + 1), &[]),
            after: *after,
        })
        .collect()
}
