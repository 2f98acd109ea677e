//! Clients and people as the window is shown them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Client, Contact, Merge, Merged, Phone, Place, Zone};
use workflows::attachments::Owner;
use workflows::clients::{Linked, Page, Row, Window};
use workflows::contacts::Card;
use workflows::met::MetAt;
use workflows::{Done, reaching, trash};

use crate as x;
use crate::{Eye, client_ref, number, text};

impl Eye<'_> {
    /// A window of the clients' list.
    pub fn client_rows(&self, window: &Window) -> x::ClientRows {
        x::ClientRows {
            total: number(window.total as u64),
            all: number(window.all as u64),
            rows: window.rows.iter().map(|row| self.client_row(row)).collect(),
            revision: number(window.revision),
        }
    }

    /// A line of the clients' list.
    pub fn client_row(&self, row: &Row) -> x::ClientRow {
        let Row {
            client,
            contacts,
            contact_count,
            city,
            last,
            next,
            touchpoints,
            clocks,
        } = row;
        let phones = client.phones.iter();
        let phone = phones.chain(contacts.iter().flat_map(|one| &one.phones));
        let emails = client.emails.iter();
        let email = emails.chain(contacts.iter().flat_map(|one| &one.emails));
        x::ClientRow {
            id: client.id.to_string(),
            name: client.name.clone(),
            market: client.market.clone(),
            tier: client.tier.into(),
            tags: client.tags.iter().cloned().collect(),
            city: city.clone(),
            phone: phone.take(1).map(reaching::shown).collect(),
            email: email.take(1).map(|email| email.address.as_str()).collect(),
            contacts: contacts.iter().map(contact_ref).collect(),
            contact_count: *contact_count,
            last: last.as_ref().map(|seen| self.block(seen)),
            next: next.as_ref().map(|seen| self.block(seen)),
            touchpoints: number(*touchpoints as u64),
            clocks: self.clocks(clocks),
            updated: self.wall(client.updated_at),
            archived: client.archived_at.is_some(),
            example: client.example,
        }
    }

    /// A client's page.
    pub fn client_page(&self, page: &Page) -> x::ClientPage {
        let Client {
            id,
            name,
            notes,
            market: _,
            tier,
            tags,
            siren,
            siret,
            website,
            phones,
            emails,
            custom,
            links: _,
            attachments,
            created_at,
            updated_at,
            archived_at,
            trashed_at,
            example,
            aim: _,
            course: _,
            rhythm: _,
            look_again: _,
            needs: _,
            promises: _,
            objection,
        } = &page.client;
        x::ClientPage {
            id: id.to_string(),
            name: name.clone(),
            notes: notes.clone(),
            market: page.market.as_ref().map(|market| self.market(market)),
            tier: (*tier).into(),
            tags: tags.iter().cloned().collect(),
            siren: grouped(siren),
            siret: grouped(siret),
            website: website.clone(),
            phones: phones.iter().map(phone).collect(),
            emails: emails.iter().cloned().map(Into::into).collect(),
            custom: custom.iter().cloned().map(Into::into).collect(),
            links: page.links.iter().map(linked).collect(),
            contacts: page
                .contacts
                .iter()
                .map(|card| self.contact(card))
                .collect(),
            contact_count: number(page.contact_count as u64),
            places: page.places.iter().map(place).collect(),
            attachments: self.attachments(attachments),
            coming: self.blocks(&page.coming),
            past: self.blocks(&page.past),
            path: self.path(&page.client, &page.trail),
            merges: self.merges(&page.merges),
            created: self.wall(*created_at),
            updated: self.wall(*updated_at),
            archived: archived_at.is_some(),
            trashed: trashed_at.is_some(),
            example: *example,
            objection: objection.clone().map(Into::into),
        }
    }

    /// A contact whole.
    pub fn contact(&self, card: &Card) -> x::ContactCard {
        let Contact {
            id,
            client: _,
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
            objection,
            stays,
            photo,
            attachments,
            uid: _,
            sources: _,
            edits: _,
            created_at: _,
            updated_at,
            archived_at,
            trashed_at,
            example,
            ..
        } = &card.contact;
        x::ContactCard {
            id: id.to_string(),
            client: card.client.as_ref().map(client_ref),
            name: name.clone(),
            given: given.clone(),
            family: family.clone(),
            additional: additional.clone(),
            prefix: prefix.clone(),
            suffix: suffix.clone(),
            nickname: nickname.clone(),
            role: role.clone(),
            department: department.clone(),
            phones: phones.iter().map(phone).collect(),
            emails: emails.iter().cloned().map(Into::into).collect(),
            addresses: addresses.iter().cloned().map(Into::into).collect(),
            links: links.clone(),
            birthday: birthday.map(|date| date.to_string()),
            notes: notes.clone(),
            tags: tags.iter().cloned().collect(),
            custom: custom.iter().cloned().map(Into::into).collect(),
            met: met.iter().cloned().map(Into::into).collect(),
            met_at: card.met_at.iter().map(|met| self.met_at(met)).collect(),
            consents: consents.iter().cloned().map(Into::into).collect(),
            objection: objection.clone().map(Into::into),
            stays: stays.clone().map(Into::into),
            photo: photo.clone(),
            attachments: self.attachments(attachments),
            sources: card.sources.clone(),
            merges: self.merges(&card.merges),
            updated: self.wall(*updated_at),
            archived: archived_at.is_some(),
            trashed: trashed_at.is_some(),
            example: *example,
        }
    }

    /// When copies let go of what goes out of the trash for good.
    pub fn trash_copies(&self, day: NaiveDate, waiting: bool) -> x::TrashCopies {
        x::TrashCopies {
            day: self.words().date(day, self.today()),
            waiting,
        }
    }

    /// The trash.
    pub fn trash(&self, lines: &[trash::Line]) -> Vec<x::TrashLine> {
        lines
            .iter()
            .map(|line| {
                let (noun, id, block) = match &line.what {
                    trash::Trashed::Touchpoint(seen) => {
                        let block = self.block(seen);
                        (x::TrashedNoun::Touchpoint, block.id.clone(), Some(block))
                    }
                    trash::Trashed::Client(id) => (x::TrashedNoun::Client, id.to_string(), None),
                    trash::Trashed::Contact(id) => (x::TrashedNoun::Contact, id.to_string(), None),
                    trash::Trashed::Place(id) => (x::TrashedNoun::Place, id.to_string(), None),
                };
                x::TrashLine {
                    noun,
                    id,
                    title: block
                        .as_ref()
                        .map_or_else(|| line.title.clone(), |block| block.title.clone()),
                    about: line.about.clone(),
                    when: self.said_at(line.at),
                    days_left: line.days_left,
                    with: trash::say(self.words(), line.with),
                    along: trash::say(self.words(), line.all_along()),
                    block,
                }
            })
            .collect()
    }

    /// A record that was made.
    pub fn made<N: domain::Noun>(&self, id: domain::Id<N>, done: Done) -> x::Made {
        x::Made {
            id: id.to_string(),
            done: self.done(done),
        }
    }

    fn met_at(&self, met: &MetAt) -> x::MetAt {
        x::MetAt {
            how: met.how.into(),
            times: number(met.times as u64),
            last: self.block(&met.last),
        }
    }

    fn merges(&self, merges: &[Merge]) -> Vec<x::MergedFrom> {
        merges
            .iter()
            .map(|merge| x::MergedFrom {
                id: merge.id.to_string(),
                when: self.said_at(merge.at),
                name: match &merge.of {
                    Merged::Contacts { gone, .. } => gone.name.clone(),
                    Merged::Clients { gone, .. } => gone.name.clone(),
                },
                quiet: merge.quiet,
            })
            .collect()
    }

    fn attachments(&self, files: &[domain::Attachment]) -> Vec<x::Attachment> {
        files
            .iter()
            .map(|file| x::Attachment {
                name: file.name.clone(),
                blob: file.blob.clone(),
                size: self.size(file.size),
                added: self.wall(file.added_at),
            })
            .collect()
    }

    /// `1,2 Mo`, in the person's words.
    fn size(&self, bytes: u64) -> String {
        const KILO: u64 = 1_000;
        const MEGA: u64 = 1_000_000;
        let (id, tenths) = match bytes {
            0..KILO => ("size-bytes", bytes * 10),
            KILO..MEGA => ("size-kilobytes", bytes * 10 / KILO),
            _ => ("size-megabytes", bytes * 10 / MEGA),
        };
        let (whole, tenth) = (number(tenths / 10), number(tenths % 10));
        let id = match (id, tenth, whole) {
            ("size-kilobytes", 1.., ..100) => "size-kilobytes-tenths",
            ("size-megabytes", 1.., ..100) => "size-megabytes-tenths",
            _ => id,
        };
        self.words()
            .say(id, &[("whole", whole.into()), ("tenth", tenth.into())])
    }

    /// The wall time of the home zone.
    fn wall(&self, at: DateTime<Utc>) -> String {
        text::of_wall(self.wall_at(at))
    }

    fn wall_at(&self, at: DateTime<Utc>) -> chrono::NaiveDateTime {
        let wall = Zone::Floating.wall(at, self.home());
        chrono::Timelike::with_nanosecond(&wall, 0).unwrap_or(wall)
    }

    /// `mar. 24 nov. 14:02`.
    pub(crate) fn said_at(&self, at: DateTime<Utc>) -> String {
        self.words().wall(self.wall_at(at), self.today())
    }
}

fn contact_ref(contact: &Contact) -> x::ContactRef {
    x::ContactRef {
        id: contact.id.to_string(),
        name: contact.name.clone(),
        photo: contact.photo.clone(),
    }
}

pub(crate) fn phone(phone: &Phone) -> x::Phone {
    x::Phone {
        kind: phone.kind.into(),
        written: phone.written.clone(),
        shown: reaching::shown(phone),
        dial: phone.dialled(),
    }
}

fn linked(one: &Linked) -> x::LinkedClient {
    x::LinkedClient {
        kind: one.kind.into(),
        client: client_ref(&one.other),
        inward: one.inward,
        away: !one.other.is_living(),
    }
}

fn place(one: &Place) -> x::PlaceCard {
    x::PlaceCard {
        id: one.id.to_string(),
        name: one.name.clone(),
        address: one.address.clone().into(),
        line: one.address.line(),
        notes: one.notes.clone(),
        archived: one.archived_at.is_some(),
        trashed: one.trashed_at.is_some(),
    }
}

/// Digits of a SIREN or SIRET in threes, the establishment's five together: `732 829 320 00074`.
fn grouped(digits: &str) -> String {
    let (siren, rest) = digits.split_at_checked(9).unwrap_or((digits, ""));
    let threes: Vec<String> = siren
        .chars()
        .collect::<Vec<_>>()
        .chunks(3)
        .map(|three| three.iter().collect())
        .collect();
    let groups = threes.into_iter().chain([rest.to_owned()]);
    groups
        .filter(|group| !group.is_empty())
        .collect::<Vec<_>>()
        .join("\u{a0}")
}

impl TryFrom<x::FileOwner> for Owner {
    type Error = x::Malformed;

    fn try_from(owner: x::FileOwner) -> Result<Self, x::Malformed> {
        Ok(match owner {
            x::FileOwner::Client { id } => Self::Client(text::id(&id)?),
            x::FileOwner::Contact { id } => Self::Contact(text::id(&id)?),
        })
    }
}
