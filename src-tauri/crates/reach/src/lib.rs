//! What a number or an address somebody wrote *is*: phones as E.164 and shown the way of their country, e-mail
//! addresses checked.
//!
//! | word | meaning |
//! |---|---|
//! | [`Region`] | the country whose way of writing numbers is meant when a number names none |
//! | [`phone`] | what was written, and its E.164 when a country's plan has such numbers |
//! | [`shown`] | a phone as a person reads it, at home the home way, else internationally |
//! | [`email`] | an address that can be one, or why it cannot |
//!
//! Everything is pure and works without the network. The phone and e-mail libraries stop here: `rlibphonenumber` (the
//! tables and rules of Google's libphonenumber, held against the original by differential fuzzing) and
//! `email_address` (RFC 5321, 5322, 6531).
//!
//! To know one more way of writing a number: `phone/written.rs`, and a line in `tests/reach/phones.rs`.

mod email;
mod phone;
mod region;

pub use email::{EmailError, email};
pub use phone::{extension, phone, shown};
pub use region::Region;
