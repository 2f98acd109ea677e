//! Between the domain's words of a market and the wire's.

use domain as d;
use workflows::markets as w;

use crate as x;
use crate::convert::same;
use crate::convert_path::day;
use crate::{Eye, Malformed, number};

same!(d::MarketState, x::MarketState: Open, Restricted, Closed);

impl Eye<'_> {
    /// A market.
    pub fn market(&self, market: &d::Market) -> x::Market {
        let d::Market {
            id: _,
            name,
            state,
            since,
            cause,
            changes,
            created_at: _,
            updated_at: _,
        } = market;
        x::Market {
            name: name.clone(),
            state: (*state).into(),
            since: since.map(|day| day.to_string()),
            when: since
                .map(|day| self.words().date(day, self.today()))
                .unwrap_or_default(),
            cause: cause.clone(),
            changes: changes.clone(),
        }
    }

    /// Markets among each other.
    pub fn segments(&self, segments: &[w::Segment]) -> Vec<x::Segment> {
        let segment = |w::Segment { market, clients }: &w::Segment| x::Segment {
            market: self.market(market),
            clients: number(*clients as u64),
        };
        segments.iter().map(segment).collect()
    }
}

impl TryFrom<x::MarketEdit> for w::Edit {
    type Error = Malformed;

    fn try_from(
        x::MarketEdit {
            state,
            since,
            cause,
            changes,
        }: x::MarketEdit,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            state: state.map(Into::into),
            since: since.as_deref().map(day).transpose()?,
            cause,
            changes,
        })
    }
}
