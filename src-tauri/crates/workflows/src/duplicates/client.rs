//! A client, field by field.

use domain::{Client, ClientId, ClientLink, Phone, Tier, folded_company};

use super::contact::{custom, named, page, shown};
use super::fields::{Fielded, add, add_tags, add_text, fill, has_all, has_tag, lines, text_covers};
use crate::aspect::Aspect;

impl Fielded for Client {
    const ASPECTS: &'static [Aspect] = &[
        Aspect::Name,
        Aspect::Market,
        Aspect::Tier,
        Aspect::Siren,
        Aspect::Siret,
        Aspect::Website,
        Aspect::Emails,
        Aspect::Phones,
        Aspect::Tags,
        Aspect::Notes,
        Aspect::Custom,
        Aspect::Links,
        Aspect::Rights,
        Aspect::Attachments,
    ];

    fn is_silent(&self, field: Aspect) -> bool {
        match field {
            Aspect::Market => self.market.is_empty(),
            Aspect::Tier => self.tier == Tier::None,
            Aspect::Siren => self.siren.is_empty(),
            Aspect::Siret => self.siret.is_empty(),
            Aspect::Website => self.website.is_empty(),
            Aspect::Emails => self.emails.is_empty(),
            Aspect::Phones => self.phones.is_empty(),
            Aspect::Tags => self.tags.is_empty(),
            Aspect::Notes => self.notes.is_empty(),
            Aspect::Custom => self.custom.is_empty(),
            Aspect::Links => self.links.is_empty(),
            Aspect::Rights => self.objection.is_none(),
            Aspect::Attachments => self.attachments.is_empty(),
            _ => false,
        }
    }

    fn covers(&self, other: &Self, field: Aspect) -> bool {
        match field {
            Aspect::Name => folded_company(&self.name) == folded_company(&other.name),
            Aspect::Market => text_covers(&self.market, &other.market),
            Aspect::Tier => other.tier == Tier::None || self.tier == other.tier,
            Aspect::Siren => text_covers(&self.siren, &other.siren),
            Aspect::Siret => text_covers(&self.siret, &other.siret),
            Aspect::Website => {
                other.website.is_empty() || page(&self.website) == page(&other.website)
            }
            Aspect::Emails => has_all(&self.emails, &other.emails, domain::Email::folded),
            Aspect::Phones => has_all(&self.phones, &other.phones, Phone::dialled),
            Aspect::Tags => other.tags.iter().all(|tag| has_tag(&self.tags, tag)),
            Aspect::Notes => self.notes.contains(other.notes.trim()),
            Aspect::Custom => has_all(&self.custom, &other.custom, custom),
            Aspect::Links => others(other, self.id).all(|link| self.links.contains(&link)),
            Aspect::Rights => other.objection.is_none() || self.objection == other.objection,
            Aspect::Attachments => has_all(&self.attachments, &other.attachments, |one| {
                one.blob.clone()
            }),
            _ => true,
        }
    }

    fn take(&mut self, other: &Self, field: Aspect) {
        match field {
            Aspect::Name => self.name.clone_from(&other.name),
            Aspect::Market => self.market.clone_from(&other.market),
            Aspect::Tier => self.tier = other.tier,
            Aspect::Siren => self.siren.clone_from(&other.siren),
            Aspect::Siret => self.siret.clone_from(&other.siret),
            Aspect::Website => self.website.clone_from(&other.website),
            Aspect::Emails => self.emails.clone_from(&other.emails),
            Aspect::Phones => self.phones.clone_from(&other.phones),
            Aspect::Tags => self.tags.clone_from(&other.tags),
            Aspect::Notes => self.notes.clone_from(&other.notes),
            Aspect::Custom => self.custom.clone_from(&other.custom),
            Aspect::Links => self.links = others(other, self.id).collect(),
            Aspect::Rights => self.objection.clone_from(&other.objection),
            Aspect::Attachments => self.attachments.clone_from(&other.attachments),
            _ => {}
        }
    }

    fn unite(&mut self, other: &Self, field: Aspect) {
        match field {
            Aspect::Market => fill(&mut self.market, &other.market),
            Aspect::Tier if self.tier == Tier::None => self.tier = other.tier,
            Aspect::Siren => fill(&mut self.siren, &other.siren),
            Aspect::Siret => fill(&mut self.siret, &other.siret),
            Aspect::Website => fill(&mut self.website, &other.website),
            Aspect::Emails => add(&mut self.emails, &other.emails, domain::Email::folded),
            Aspect::Phones => add(&mut self.phones, &other.phones, Phone::dialled),
            Aspect::Tags => add_tags(&mut self.tags, &other.tags),
            Aspect::Notes => add_text(&mut self.notes, &other.notes),
            Aspect::Custom => add(&mut self.custom, &other.custom, custom),
            Aspect::Links => self.links.extend(others(other, self.id)),
            Aspect::Rights if self.objection.is_none() => {
                self.objection.clone_from(&other.objection);
            }
            Aspect::Attachments => {
                add(&mut self.attachments, &other.attachments, |one| {
                    one.blob.clone()
                });
            }
            _ => {}
        }
    }

    fn said(&self, field: Aspect, name: &dyn Fn(ClientId) -> String) -> String {
        match field {
            Aspect::Name => self.name.clone(),
            Aspect::Market => self.market.clone(),
            Aspect::Tier => match self.tier {
                Tier::A => "A".to_owned(),
                Tier::B => "B".to_owned(),
                Tier::C => "C".to_owned(),
                Tier::None => String::new(),
            },
            Aspect::Siren => self.siren.clone(),
            Aspect::Siret => self.siret.clone(),
            Aspect::Website => self.website.clone(),
            Aspect::Emails => lines(self.emails.iter().map(|one| one.address.trim().to_owned())),
            Aspect::Phones => lines(self.phones.iter().map(shown)),
            Aspect::Tags => self.tags.iter().cloned().collect::<Vec<_>>().join(", "),
            Aspect::Notes => self.notes.clone(),
            Aspect::Custom => lines(self.custom.iter().map(named)),
            Aspect::Links => lines(self.links.iter().map(|link| name(link.to))),
            Aspect::Rights => lines(self.objection.iter().map(|one| one.on.to_string())),
            Aspect::Attachments => lines(self.attachments.iter().map(|one| one.name.clone())),
            _ => String::new(),
        }
    }
}

/// The links of a client but those to `but`: nobody is linked to themselves.
fn others(client: &Client, but: ClientId) -> impl Iterator<Item = ClientLink> + '_ {
    client
        .links
        .iter()
        .copied()
        .filter(move |link| link.to != but)
}
