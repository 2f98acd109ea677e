//! Between the domain's words and the wire's, for clients and people.

use domain as d;
use workflows::{clients as c, contacts as k, places as p};

use crate as x;
use crate::convert::same;
use crate::{number, text};

same!(d::Tier, x::Tier: A, B, C, None);
same!(d::Ask, x::Ask: SeeInPerson, Promise, Reason);
same!(d::Column, x::Column: Name, Last, Next, Clocks, Contacts, City, Phone, Email, Market, Tier, Tags, Updated);
same!(d::LinkKind, x::LinkKind: SubsidiaryOf, SuppliedBy, IntroducedBy, Related);
same!(d::MetHow, x::MetHow: InPerson, Video, Phone, Other);

/// A pair of structs with the same fields, that are converted one by one.
macro_rules! fields {
    ($domain:ty, $wire:ty: $($field:ident),*) => {
        impl From<$domain> for $wire {
            fn from(value: $domain) -> Self {
                Self { $($field: value.$field.into()),* }
            }
        }
        impl From<$wire> for $domain {
            fn from(value: $wire) -> Self {
                Self { $($field: value.$field.into()),* }
            }
        }
    };
}

fields!(d::Sort, x::Sort: by, descending);
fields!(d::Email, x::Email: kind, address);
fields!(d::Address, x::Address: kind, street, postcode, city, region, country);
fields!(d::CustomField, x::CustomField: name, value);

fn all<A, B: From<A>>(many: impl IntoIterator<Item = A>) -> Vec<B> {
    many.into_iter().map(B::from).collect()
}

impl From<d::Filter> for x::Filter {
    fn from(filter: d::Filter) -> Self {
        let d::Filter {
            tags,
            markets,
            tiers,
            archived,
            next,
            asks,
        } = filter;
        Self {
            tags: all(tags),
            markets: all(markets),
            tiers: all(tiers),
            archived,
            next,
            asks: all(asks),
        }
    }
}
impl From<x::Filter> for d::Filter {
    fn from(filter: x::Filter) -> Self {
        let x::Filter {
            tags,
            markets,
            tiers,
            archived,
            next,
            asks,
        } = filter;
        Self {
            asks: asks.into_iter().map(Into::into).collect(),
            tags: tags.into_iter().collect(),
            markets: markets.into_iter().collect(),
            tiers: tiers.into_iter().map(Into::into).collect(),
            archived,
            next,
        }
    }
}

impl From<x::ListQuery> for c::Query {
    fn from(query: x::ListQuery) -> Self {
        let x::ListQuery {
            words,
            filter,
            sort,
            from,
            limit,
        } = query;
        Self {
            words,
            filter: filter.into(),
            sort: sort.into(),
            from: from as usize,
            limit: limit as usize,
        }
    }
}

impl From<c::Facets> for x::Facets {
    fn from(facets: c::Facets) -> Self {
        let c::Facets {
            tags,
            markets,
            tiers,
            living,
            archived,
        } = facets;
        let facet = |(name, count): (String, usize)| x::Facet {
            name,
            count: number(count as u64),
        };
        Self {
            tags: tags.into_iter().map(facet).collect(),
            markets: markets.into_iter().map(facet).collect(),
            tiers: tiers
                .into_iter()
                .map(|(tier, count)| x::TierFacet {
                    tier: tier.into(),
                    count: number(count as u64),
                })
                .collect(),
            living: number(living as u64),
            archived: number(archived as u64),
        }
    }
}

impl From<d::View> for x::ListView {
    fn from(view: d::View) -> Self {
        let d::View {
            id,
            name,
            filter,
            sort,
            columns,
        } = view;
        Self {
            id: Some(id.to_string()),
            name,
            filter: filter.into(),
            sort: sort.into(),
            columns: all(columns),
        }
    }
}

/// A view as it is given: its id when it has one.
impl TryFrom<x::ListView> for (Option<d::ViewId>, d::View) {
    type Error = x::Malformed;

    fn try_from(view: x::ListView) -> Result<Self, x::Malformed> {
        let x::ListView {
            id,
            name,
            filter,
            sort,
            columns,
        } = view;
        let id = id.as_deref().map(text::id).transpose()?;
        let mut columns: Vec<d::Column> = all(columns);
        let mut known = std::collections::BTreeSet::new();
        columns.retain(|column| *column != d::Column::Name && known.insert(*column));
        let view = d::View {
            id: id.unwrap_or(d::View::left().id),
            name,
            filter: filter.into(),
            sort: sort.into(),
            columns,
        };
        Ok((id, view))
    }
}

impl From<x::BulkEdit> for c::BulkEdit {
    fn from(edit: x::BulkEdit) -> Self {
        let x::BulkEdit {
            add_tags,
            remove_tags,
            market,
            tier,
            archived,
            trash,
        } = edit;
        Self {
            add_tags,
            remove_tags,
            market,
            tier: tier.map(Into::into),
            archived,
            trash,
        }
    }
}

/// A number as it is given; the house finds its E.164.
impl From<x::PhoneGiven> for d::Phone {
    fn from(x::PhoneGiven { kind, written }: x::PhoneGiven) -> Self {
        Self {
            kind: kind.into(),
            e164: String::new(),
            written,
        }
    }
}

impl From<d::Met> for x::Met {
    fn from(d::Met { by, how, on }: d::Met) -> Self {
        Self {
            by,
            how: how.into(),
            on: on.map(|date| date.to_string()),
        }
    }
}
impl TryFrom<x::Met> for d::Met {
    type Error = x::Malformed;

    fn try_from(x::Met { by, how, on }: x::Met) -> Result<Self, x::Malformed> {
        Ok(Self {
            by,
            how: how.into(),
            on: on.as_deref().map(text::date).transpose()?,
        })
    }
}

impl TryFrom<x::ClientEdit> for c::Edit {
    type Error = x::Malformed;

    fn try_from(edit: x::ClientEdit) -> Result<Self, x::Malformed> {
        let x::ClientEdit {
            name,
            notes,
            market,
            tier,
            tags,
            siren,
            siret,
            website,
            phones,
            emails,
            custom,
            links,
        } = edit;
        let link = |given: x::ClientLinkGiven| {
            Ok(d::ClientLink {
                kind: given.kind.into(),
                to: text::id(&given.to)?,
            })
        };
        Ok(Self {
            name,
            notes,
            market,
            tier: tier.map(Into::into),
            tags,
            siren,
            siret,
            website,
            phones: phones.map(all),
            emails: emails.map(all),
            custom: custom.map(all),
            links: links
                .map(|links| {
                    links
                        .into_iter()
                        .map(link)
                        .collect::<Result<_, x::Malformed>>()
                })
                .transpose()?,
        })
    }
}

impl TryFrom<x::ContactEdit> for k::Edit {
    type Error = x::Malformed;

    fn try_from(edit: x::ContactEdit) -> Result<Self, x::Malformed> {
        let x::ContactEdit {
            client,
            name,
            given,
            family,
            additional,
            prefix,
            suffix,
            nickname,
            role,
            department,
            phones,
            emails,
            addresses,
            links,
            birthday,
            notes,
            tags,
            custom,
            met,
            consents,
        } = edit;
        Ok(Self {
            client: client.map(TryInto::try_into).transpose()?,
            name,
            given,
            family,
            additional,
            prefix,
            suffix,
            nickname,
            role,
            department,
            phones: phones.map(all),
            emails: emails.map(all),
            addresses: addresses.map(all),
            links,
            birthday: match birthday.as_deref().map(str::trim) {
                None => None,
                Some("") => Some(None),
                Some(date) => Some(Some(text::date(date)?)),
            },
            notes,
            tags,
            custom: custom.map(all),
            met: met
                .map(|met| met.into_iter().map(TryInto::try_into).collect())
                .transpose()?,
            consents: consents
                .map(|all| all.into_iter().map(TryInto::try_into).collect())
                .transpose()?,
        })
    }
}

impl From<x::PlaceEdit> for p::Edit {
    fn from(
        x::PlaceEdit {
            name,
            address,
            notes,
        }: x::PlaceEdit,
    ) -> Self {
        Self {
            name,
            address: address.map(Into::into),
            notes,
        }
    }
}
