//! Between the workflows' words for touchpoints that are made and changed and the wire's.

use workflows::touchpoints as t;

use crate as x;
use crate::convert::alike;

impl TryFrom<x::Which> for t::Which {
    type Error = x::Malformed;

    fn try_from(
        x::Which {
            id,
            occurrence,
            scope,
        }: x::Which,
    ) -> Result<Self, x::Malformed> {
        Ok(Self {
            id: x::text::id(&id)?,
            occurrence: x::text::occurrence(occurrence.as_deref())?,
            scope: scope.into(),
        })
    }
}

impl TryFrom<x::ClientChoice> for t::ClientChoice {
    type Error = x::Malformed;

    fn try_from(choice: x::ClientChoice) -> Result<Self, x::Malformed> {
        Ok(match choice {
            x::ClientChoice::Nobody => Self::Nobody,
            x::ClientChoice::Existing { id } => Self::Existing(x::text::id(&id)?),
            x::ClientChoice::New { name } => Self::New(name),
        })
    }
}

impl From<t::ClientChoice> for x::ClientChoice {
    fn from(choice: t::ClientChoice) -> Self {
        match choice {
            t::ClientChoice::Nobody => Self::Nobody,
            t::ClientChoice::Existing(id) => Self::Existing { id: id.to_string() },
            t::ClientChoice::New(name) => Self::New { name },
        }
    }
}

alike!(t::Draft, x::Draft: title, minutes, place, link, notes, confidential, force; into kind, reason;
    all participants; tried client, to);

impl TryFrom<x::Edit> for t::Edit {
    type Error = x::Malformed;

    fn try_from(edit: x::Edit) -> Result<Self, x::Malformed> {
        let x::Edit {
            kind,
            state,
            title,
            reason,
            client,
            place,
            link,
            notes,
            outcome,
            participants,
            lead,
            confidential,
        } = edit;
        Ok(Self {
            kind: kind.map(Into::into),
            state: state.map(Into::into),
            title,
            reason: reason.map(Into::into),
            client: client.map(TryInto::try_into).transpose()?,
            place,
            link,
            notes,
            outcome,
            participants: participants.map(|all| all.into_iter().map(Into::into).collect()),
            lead: lead.map(Into::into),
            confidential,
        })
    }
}
