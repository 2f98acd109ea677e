//! What a person may put into the fields of clients and contacts, and the sentence for what can't be.

use std::collections::BTreeSet;

use domain::{
    Address, Client, CompanyNumberError, CustomField, Email, Link, Market, Phone, ReachKind,
    Touchpoint, clean_line, clean_text, fold,
};

use crate::fault::Fault;

/// The most numbers, addresses, own fields, tags of one record: what a person can look over. What came in a file may be
/// more, and stays.
const LINES_MOST: usize = 100;
/// The longest tag, in characters.
const TAG_MOST: usize = 60;
/// The longest line of an address, a role, a field's name, in characters.
const LINE_MOST: usize = Client::NAME_MOST;
/// The longest e-mail address, in characters (RFC 5321 §4.5.3.1, with room for the brackets).
const EMAIL_MOST: usize = 256;

/// One line; may be empty.
pub(crate) fn line(text: &str) -> String {
    clean_line(text, LINE_MOST)
}

/// Several lines; may be empty.
pub(crate) fn text(text: &str) -> String {
    clean_text(text, Touchpoint::TEXT_MOST)
}

/// A market on one line; may be empty.
pub(crate) fn market(text: &str) -> Result<String, Fault> {
    let market = clean_line(text, LINE_MOST);
    if market.chars().count() > Market::NAME_MOST {
        return Err(Fault::invalid("error-market-long").with("most", Market::NAME_MOST));
    }
    Ok(market)
}

/// Tags as written, those that are the same but for accents and case once.
pub(crate) fn tags(given: &[String]) -> Result<BTreeSet<String>, Fault> {
    let mut tags = BTreeSet::new();
    add_tags(&mut tags, given)?;
    Ok(tags)
}

/// Adds tags to those that are there; one that is there already stays as it was written.
pub(crate) fn add_tags(tags: &mut BTreeSet<String>, given: &[String]) -> Result<(), Fault> {
    for tag in given {
        let tag = clean_line(tag, LINE_MOST);
        if tag.chars().count() > TAG_MOST {
            return Err(Fault::invalid("error-tag-long")
                .with("most", TAG_MOST)
                .with("given", tag));
        }
        let folded = fold(&tag);
        if !tag.is_empty() && !tags.iter().any(|known| fold(known) == folded) {
            tags.insert(tag);
        }
    }
    few(tags.len(), "error-tags-many")
}

/// A SIREN as its nine digits; empty stays empty.
pub(crate) fn siren(text: &str) -> Result<String, Fault> {
    company_number(text, domain::siren, "error-siren-check")
}

/// A SIRET as its fourteen digits; empty stays empty.
pub(crate) fn siret(text: &str) -> Result<String, Fault> {
    company_number(text, domain::siret, "error-siret-check")
}

fn company_number(
    text: &str,
    read: impl Fn(&str) -> Result<String, CompanyNumberError>,
    check: &'static str,
) -> Result<String, Fault> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    read(text).map_err(|error| match error {
        CompanyNumberError::Length { found, wanted } => Fault::invalid("error-company-digits")
            .with("found", found)
            .with("wanted", wanted),
        CompanyNumberError::Letters => Fault::invalid("error-company-letters"),
        CompanyNumberError::Checksum => Fault::invalid(check),
    })
}

/// An address a browser may be asked to open, `https://` put before it when no scheme is there; empty stays empty.
pub(crate) fn website(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let whole = if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    Link::parse(&whole)
        .filter(|link| link.url.contains('.'))
        .map(|link| link.url)
        .ok_or_else(|| Fault::invalid("error-website").with("given", clean_line(text, TAG_MOST)))
}

/// Pages on the web; empty lines are dropped.
pub(crate) fn links(given: &[String]) -> Result<Vec<String>, Fault> {
    let links: Vec<String> = given
        .iter()
        .filter(|link| !link.trim().is_empty())
        .map(|link| website(link))
        .collect::<Result<_, _>>()?;
    few(links.len(), "error-lines-many")?;
    Ok(links)
}

/// Numbers with their E.164, once each; lines without a digit are dropped. One that stands already may stay as it is.
pub(crate) fn phones(given: Vec<Phone>, known: &[Phone]) -> Result<Vec<Phone>, Fault> {
    let mut phones: Vec<Phone> = Vec::with_capacity(given.len());
    for phone in given {
        let written = clean_line(&phone.written, LINE_MOST);
        if written.is_empty() {
            continue;
        }
        // One that was not touched stays as it came, whatever it is.
        let read = match known.iter().find(|one| one.written == written) {
            Some(one) => one.clone(),
            None => crate::reaching::phone(&written)?,
        };
        let phone = Phone {
            // What a mobile is its range says, unless the person says otherwise.
            kind: match phone.kind {
                ReachKind::Other => read.kind,
                said => said,
            },
            ..read
        };
        if !phones.iter().any(|one| one.dialled() == phone.dialled()) {
            phones.push(phone);
        }
    }
    few(phones.len(), "error-lines-many")?;
    Ok(phones)
}

/// E-mail addresses, once each; empty lines are dropped. One that stands already may stay as it is.
pub(crate) fn emails(given: Vec<Email>, known: &[Email]) -> Result<Vec<Email>, Fault> {
    let mut emails: Vec<Email> = Vec::with_capacity(given.len());
    for email in given {
        let written = clean_line(&email.address, EMAIL_MOST);
        if written.is_empty() {
            continue;
        }
        let address = if known.iter().any(|one| one.address == written) {
            written
        } else {
            crate::reaching::email(&written)?
        };
        let email = Email {
            kind: email.kind,
            address,
        };
        if !emails.iter().any(|one| one.folded() == email.folded()) {
            emails.push(email);
        }
    }
    few(emails.len(), "error-lines-many")?;
    Ok(emails)
}

/// Fields the person named; those that say nothing are dropped, a value without a name is told.
pub(crate) fn custom(given: Vec<CustomField>) -> Result<Vec<CustomField>, Fault> {
    let mut fields = Vec::with_capacity(given.len());
    for field in given {
        let (name, value) = (line(&field.name), text(&field.value));
        match (name.is_empty(), value.is_empty()) {
            (true, true) => {}
            (true, false) => return Err(Fault::invalid("error-field-name").with("given", value)),
            (false, _) => fields.push(CustomField { name, value }),
        }
    }
    few(fields.len(), "error-lines-many")?;
    Ok(fields)
}

/// A postal address, every part trimmed.
pub(crate) fn address(given: Address) -> Address {
    let street: Vec<String> = given
        .street
        .lines()
        .map(line)
        .filter(|line| !line.is_empty())
        .collect();
    Address {
        kind: given.kind,
        street: street.join("\n"),
        postcode: line(&given.postcode),
        city: line(&given.city),
        region: line(&given.region),
        country: line(&given.country),
    }
}

/// Postal addresses; empty ones are dropped.
pub(crate) fn addresses(given: Vec<Address>) -> Result<Vec<Address>, Fault> {
    let addresses: Vec<Address> = given
        .into_iter()
        .map(address)
        .filter(|address| !address.is_empty())
        .collect();
    few(addresses.len(), "error-lines-many")?;
    Ok(addresses)
}

fn few(count: usize, fault: &'static str) -> Result<(), Fault> {
    if count > LINES_MOST {
        Err(Fault::invalid(fault).with("most", LINES_MOST))
    } else {
        Ok(())
    }
}
