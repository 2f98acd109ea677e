//! How numbers and addresses are read and shown: the `reach` crate's tables, in the person's own country.

use domain::Phone;
use reach::{EmailError, Region};

use crate::fault::Fault;

/// Where numbers without a country are dialled from.
const HOME: Region = Region::FRANCE;

/// A number with its E.164; without one when no country's plan has it, as short numbers and extensions.
pub(crate) fn phone(written: &str) -> Result<Phone, Fault> {
    if written.chars().any(|c| c.is_ascii_digit()) {
        Ok(reach::phone(written, HOME))
    } else {
        Err(Fault::invalid("error-phone").with("given", written))
    }
}

/// An e-mail address, without the name and the brackets it may be written with.
pub(crate) fn email(written: &str) -> Result<String, Fault> {
    let fault = |id| Fault::invalid(id).with("given", written);
    reach::email(written)
        .map(|email| email.address)
        .map_err(|error| match error {
            EmailError::Several => fault("error-email-several"),
            EmailError::Domain => fault("error-email-domain"),
            EmailError::Empty | EmailError::NoAt | EmailError::Local => fault("error-email"),
        })
}

/// A number as it is shown: the French way at home, the international way elsewhere.
pub fn shown(phone: &Phone) -> String {
    reach::shown(phone, HOME)
}
