//! What is asked of the list, and what of the roster answers it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Ask, ClientId, ClockState, Column, Filter, Kind, Sort, Tier, fold};

use super::by_id::ById;
use super::line::Line;
use super::near::Near;

/// Which clients of the list, in what order, and which of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Each word must stand in the name, a contact's name, the town or a tag, accents and case aside.
    pub words: String,
    /// Which clients.
    pub filter: Filter,
    /// In what order.
    pub sort: Sort,
    /// The first row wanted, from 0.
    pub from: usize,
    /// How many at most.
    pub limit: usize,
}

impl Query {
    /// Whether what is near now of every client must be known for it.
    pub(super) fn needs_near(&self) -> bool {
        self.filter.next.is_some()
            || !self.filter.asks.is_empty()
            || matches!(self.sort.by, Column::Last | Column::Next | Column::Clocks)
    }

    /// Whether tomorrow answers it otherwise, were nothing written until then.
    pub(super) fn needs_today(&self) -> bool {
        self.filter.next.is_some() || !self.filter.asks.is_empty() || self.sort.by == Column::Clocks
    }

    /// Whether another window of the same answer is asked.
    pub(super) fn is_same_list(&self, other: &Self) -> bool {
        (&self.words, &self.filter, &self.sort) == (&other.words, &other.filter, &other.sort)
    }

    /// The clients that match `today`, in order. `by_name` has every client in the order of names.
    pub(super) fn answer(
        &self,
        by_name: &[ClientId],
        lines: &ById<Line>,
        near: &ById<Near>,
        today: NaiveDate,
    ) -> Vec<ClientId> {
        let words = words(&self.words);
        let matching = by_name
            .iter()
            .filter_map(|id| lines.get(id).map(|line| (*id, line)))
            .filter(|(id, line)| self.matches(line, near.get(id), &words, today));
        match self.sort.by {
            Column::Name => {
                let mut found: Vec<ClientId> = matching.map(|(id, _)| id).collect();
                if self.sort.descending {
                    found.reverse();
                }
                found
            }
            Column::Last => self.sorted(matching.map(|(id, _)| {
                let at = near.get(&id).and_then(|near| near.last);
                (id, at.map(|at| at.start))
            })),
            Column::Next => self.sorted(matching.map(|(id, _)| {
                let at = near.get(&id).and_then(|near| near.next);
                (id, at.map(|at| at.start))
            })),
            Column::Clocks => self.sorted(matching.map(|(id, line)| {
                let worn = near.get(&id).and_then(|near| worn(near, line, today));
                (id, worn)
            })),
            Column::Updated => self.sorted(matching.map(|(id, line)| (id, Some(line.updated)))),
            Column::Tier => self.sorted(
                matching.map(|(id, line)| (id, (line.tier != Tier::None).then_some(line.tier))),
            ),
            Column::Contacts => self.sorted(matching.map(|(id, line)| (id, said(&line.contact)))),
            Column::City => self.sorted(matching.map(|(id, line)| (id, folded(&line.city)))),
            Column::Market => self.sorted(matching.map(|(id, line)| (id, folded(&line.market)))),
            Column::Tags => self.sorted(matching.map(|(id, line)| {
                let tags: Vec<String> = line.tags.iter().map(|tag| fold(tag)).collect();
                (id, (!tags.is_empty()).then_some(tags))
            })),
            Column::Phone => self.sorted(matching.map(|(id, line)| (id, said(&line.phone)))),
            Column::Email => self.sorted(matching.map(|(id, line)| (id, said(&line.email)))),
        }
    }

    /// By value, then by name; those that have none stand last either way.
    fn sorted<T: Ord>(&self, found: impl Iterator<Item = (ClientId, Option<T>)>) -> Vec<ClientId> {
        let (mut with, without): (Vec<_>, Vec<_>) = found.partition(|(_, value)| value.is_some());
        if self.sort.descending {
            with.sort_by(|(_, a), (_, b)| Reverse(a).cmp(&Reverse(b)));
        } else {
            with.sort_by(|(_, a), (_, b)| a.cmp(b));
        }
        with.into_iter().chain(without).map(|(id, _)| id).collect()
    }

    fn matches(
        &self,
        line: &Line,
        near: Option<&Near>,
        words: &[String],
        today: NaiveDate,
    ) -> bool {
        let Filter {
            tags,
            markets,
            tiers,
            archived,
            next,
            asks,
        } = &self.filter;
        line.archived == *archived
            && (tiers.is_empty() || tiers.contains(&line.tier))
            && (markets.is_empty() || markets.contains(&*line.market))
            && (tags.is_empty() || line.tags.iter().any(|tag| tags.contains(&**tag)))
            && next.is_none_or(|wanted| (has_next(line, near, today) || line.objects) == wanted)
            && (asks.is_empty() || !line.objects)
            && asks.iter().all(|ask| asks_for(*ask, line, near, today))
            && words.iter().all(|word| line.hay.contains(word.as_str()))
    }
}

/// Whether something comes next: a touchpoint, or a day to look again.
fn has_next(line: &Line, near: Option<&Near>, today: NaiveDate) -> bool {
    near.is_some_and(|near| near.next.is_some()) || line.look_again.is_some_and(|day| day >= today)
}

fn asks_for(ask: Ask, line: &Line, near: Option<&Near>, today: NaiveDate) -> bool {
    match ask {
        Ask::Promise => line.promised.is_some_and(|due| due <= today),
        Ask::Reason => near.is_some_and(|near| near.wants_reason),
        Ask::SeeInPerson => near.is_some_and(|near| {
            let visits = |clock: &domain::Clock| clock.kind == Kind::InPerson;
            let state = near
                .clocks(line.rhythm, today)
                .find(visits)
                .map(|clock| clock.state);
            match state {
                Some(ClockState::Soon | ClockState::Overdue) => true,
                Some(ClockState::Never) => near.last.is_some(),
                Some(ClockState::OnTrack) | None => false,
            }
        }),
    }
}

/// How much of the most of its interval has gone by on the clock that is worst, in thousandths; none while none runs.
fn worn(near: &Near, line: &Line, today: NaiveDate) -> Option<i64> {
    near.clocks(line.rhythm, today)
        .filter_map(|clock| {
            let gone = (today - clock.last?).num_days();
            Some(gone * 1_000 / i64::from(clock.interval.most))
        })
        .max()
}

/// The words that are looked for, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split_whitespace()
        .map(ToOwned::to_owned)
        .collect()
}

fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn folded(text: &str) -> Option<String> {
    said(text).map(fold)
}

/// What the list can be filtered by, and how many living clients there are of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By folded name.
    pub tags: Vec<(String, usize)>,
    /// By folded name.
    pub markets: Vec<(String, usize)>,
    /// A, B, C, then those without.
    pub tiers: Vec<(Tier, usize)>,
    /// How many living clients there are.
    pub living: usize,
    /// How many are put aside.
    pub archived: usize,
}

impl Facets {
    /// Counts them.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut facets = Self::default();
        let mut tags: BTreeMap<(String, &str), usize> = BTreeMap::new();
        let mut markets: BTreeMap<&str, usize> = BTreeMap::new();
        let mut tiers: BTreeMap<Tier, usize> = BTreeMap::new();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for line in lines {
            if line.archived {
                facets.archived += 1;
                continue;
            }
            facets.living += 1;
            *tiers.entry(line.tier).or_default() += 1;
            if !line.market.is_empty() {
                *markets.entry(&line.market).or_default() += 1;
            }
            for tag in &line.tags {
                *seen.entry(tag).or_default() += 1;
            }
        }
        // Folded once for each tag there is, not for each client that has it.
        tags.extend(
            seen.into_iter()
                .map(|(tag, count)| ((fold(tag), tag), count)),
        );
        facets.tags = tags
            .into_iter()
            .map(|((_, tag), count)| (tag.to_owned(), count))
            .collect();
        let mut markets: Vec<(String, usize)> = markets
            .into_iter()
            .map(|(market, count)| (market.to_owned(), count))
            .collect();
        markets.sort_by_cached_key(|(market, _)| fold(market));
        facets.markets = markets;
        facets.tiers = tiers.into_iter().collect();
        facets
    }
}

/// The answer to the last question, for the next window of it.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) query: Query,
    pub(super) ids: Vec<ClientId>,
    /// How many there are with this filter's `archived`.
    pub(super) all: usize,
    /// From when on the last and next touchpoints in it may be others.
    pub(super) until: Option<NaiveDateTime>,
}
