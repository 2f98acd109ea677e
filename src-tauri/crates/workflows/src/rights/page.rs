//! The page a person reads: what is held about them, in the words of whoever keeps it. It asks nothing of the network and
//! runs nothing; every text is escaped.

use domain::{Agreed, Basis, Channel, Kind, State};
use words::{Arg, Words};

use super::export::Dossier;
use crate::house::House;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;\
color:#1d2430}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}dt{font-weight:600}dd{margin:0 0 .5rem}\
li{margin-bottom:.75rem}p{white-space:pre-wrap}small{color:#5a6474}";

/// The page about somebody.
pub(super) fn of(house: &House, dossier: &Dossier) -> String {
    let words = house.words();
    let mut page = Page {
        words: &words,
        html: String::new(),
    };
    let contact = &dossier.contact;
    let today = house.now_wall().date();
    page.raw("<!doctype html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>");
    page.text(&contact.name);
    page.raw(&format!("</title><style>{STYLE}</style></head><body><h1>"));
    page.text(&contact.name);
    page.raw("</h1>");
    page.paragraph(&words.say(
        "person-page-intro",
        &[("day", Arg::from(words.date(today, today)))],
    ));
    page.head("person-page-record");
    page.raw("<dl>");
    let client = dossier.client.as_ref().map(|client| client.name.clone());
    let joined = |many: Vec<String>| many.join("\n");
    let phones = contact
        .phones
        .iter()
        .map(|one| one.written.clone())
        .collect();
    let emails = contact
        .emails
        .iter()
        .map(|one| one.address.clone())
        .collect();
    let addresses = contact
        .addresses
        .iter()
        .map(domain::Address::line)
        .collect();
    let custom = contact
        .custom
        .iter()
        .map(|one| format!("{}: {}", one.name, one.value))
        .collect();
    for (label, value) in [
        ("field-client", client.unwrap_or_default()),
        (
            "field-role",
            joined(vec![contact.role.clone(), contact.department.clone()]),
        ),
        ("field-phones", joined(phones)),
        ("field-emails", joined(emails)),
        ("field-addresses", joined(addresses)),
        ("field-links", joined(contact.links.clone())),
        (
            "field-birthday",
            contact
                .birthday
                .map(|day| words.date(day, today))
                .unwrap_or_default(),
        ),
        (
            "field-tags",
            contact.tags.iter().cloned().collect::<Vec<_>>().join(", "),
        ),
        ("field-custom", joined(custom)),
        ("field-notes", contact.notes.clone()),
    ] {
        page.entry(label, &value);
    }
    page.raw("</dl>");
    page.head("person-page-rights");
    page.raw("<ul>");
    for one in &contact.consents {
        let day = one.on.map(|day| words.date(day, today)).unwrap_or_default();
        let parts = [
            words.say(channel(one.channel), &[]),
            words.say(agreed(one.agreed), &[]),
            day,
            words.say(basis(one.basis), &[]),
            one.source.clone(),
        ];
        page.item(&parts);
    }
    if let Some(one) = &contact.objection {
        page.item(&[
            words.say("person-page-objection", &[]),
            words.date(one.on, today),
            one.source.clone(),
        ]);
    }
    page.raw("</ul>");
    page.head("person-page-touchpoints");
    page.raw("<ul>");
    for one in &dossier.touchpoints {
        let when = one.slot.map(|slot| words.wall(slot.start_wall(), today));
        page.item(&[
            when.unwrap_or_default(),
            words.say(kind(one.kind), &[]),
            words.say(state(one.state), &[]),
            one.title.clone(),
            one.reason.bring.clone(),
            one.reason.astonish.clone(),
            one.reason.clarify.clone(),
            one.notes.clone(),
            one.outcome.clone(),
        ]);
    }
    page.raw("</ul>");
    page.head("person-page-origins");
    page.raw("<ul>");
    for file in &dossier.sources {
        let brought = domain::Zone::Floating.wall(file.brought_at, house.home());
        page.item(&[file.name.clone(), words.wall(brought, today)]);
    }
    for (name, _) in &dossier.files {
        page.item(std::slice::from_ref(name));
    }
    page.raw("</ul>");
    page.paragraph(&words.say("person-page-masked", &[]));
    page.raw("</body></html>\n");
    page.html
}

struct Page<'a> {
    words: &'a Words,
    html: String,
}

impl Page<'_> {
    fn raw(&mut self, html: &str) {
        self.html.push_str(html);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '&' => self.raw("&amp;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                c => self.html.push(c),
            }
        }
    }

    fn head(&mut self, id: &str) {
        self.raw("<h2>");
        self.text(&self.words.say(id, &[]));
        self.raw("</h2>");
    }

    fn paragraph(&mut self, text: &str) {
        self.raw("<p>");
        self.text(text);
        self.raw("</p>");
    }

    /// A field, when it says anything.
    fn entry(&mut self, label: &str, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        self.raw("<dt>");
        self.text(&self.words.say(label, &[]));
        self.raw("</dt><dd><p>");
        self.text(value.trim());
        self.raw("</p></dd>");
    }

    /// A line of what is said of it, what says nothing left out.
    fn item(&mut self, parts: &[String]) {
        self.raw("<li><p>");
        let said: Vec<&str> = parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        self.text(&said.join(" · "));
        self.raw("</p></li>");
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "channel-email",
        Channel::Phone => "channel-phone",
        Channel::Text => "channel-text",
        Channel::Post => "channel-post",
        Channel::Other => "channel-other",
    }
}

fn agreed(agreed: Agreed) -> &'static str {
    match agreed {
        Agreed::Given => "agreed-given",
        Agreed::Withdrawn => "agreed-withdrawn",
        Agreed::Unknown => "agreed-unknown",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "basis-consent",
        Basis::Contract => "basis-contract",
        Basis::LegitimateInterest => "basis-legitimateInterest",
        Basis::Unsaid => "basis-unsaid",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "person-kind-phone",
        Kind::Video => "person-kind-video",
        Kind::InPerson => "person-kind-inPerson",
        Kind::Other => "person-kind-other",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Planned => "person-state-planned",
        State::Held => "person-state-held",
        State::Missed => "person-state-missed",
        State::Cancelled => "person-state-cancelled",
    }
}
