//! E-mail addresses.

use domain::{Email, ReachKind};
use email_address::{EmailAddress, Options};

/// Why a text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EmailError {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// There is no `@`.
    #[error("an e-mail address has an @")]
    NoAt,
    /// More than one address; each belongs in a field of its own.
    #[error("this is more than one address")]
    Several,
    /// What stands before the `@` cannot be there (RFC 5321 §4.1.2).
    #[error("what stands before the @ cannot be there")]
    Local,
    /// What stands behind the `@` is no domain of the Internet.
    #[error("what stands behind the @ is no domain")]
    Domain,
}

/// The address in a text: `zoe@example.com`, `mailto:zoe@example.com?subject=…`, or `Noël, Zoé <zoe@example.com>`.
/// Its case stays as written; nothing says what it is for.
///
/// # Errors
/// [`EmailError`] says which part cannot be right. Whether anybody reads it, only writing to it tells.
pub fn email(text: &str) -> Result<Email, EmailError> {
    let address = bare(text);
    if address.is_empty() {
        return Err(EmailError::Empty);
    }
    // The library is asked for the address alone, in a domain of two labels at least: nobody is a client at `localhost`.
    let options = Options::default()
        .with_minimum_sub_domains(2)
        .without_display_text()
        .without_domain_literal();
    match EmailAddress::parse_with_options(address, options) {
        Ok(_) => Ok(Email {
            kind: ReachKind::Other,
            address: address.to_owned(),
        }),
        Err(_) => Err(problem(address)),
    }
}

/// Without the name before it, the brackets around it and what a link adds.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let inside = text
        .strip_suffix('>')
        .and_then(|text| text.rsplit_once('<'))
        .map_or(text, |(_, inside)| inside);
    let inside = inside.trim();
    match inside.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            let address = inside.get(7..).unwrap_or_default();
            address.split('?').next().unwrap_or_default().trim()
        }
        _ => inside,
    }
}

/// What is wrong with an address the library refused.
fn problem(address: &str) -> EmailError {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return EmailError::NoAt;
    };
    if local.contains('@') && address.contains([',', ';', ' ', '\n']) {
        return EmailError::Several;
    }
    if EmailAddress::is_valid_local_part(local) || domain.is_empty() {
        EmailError::Domain
    } else {
        EmailError::Local
    }
}
