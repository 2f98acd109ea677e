//! Cards, each law as a sentence.

mod converted;
mod corpus;
mod hostile;
mod judged;
mod made;
mod reading;
mod roundtrip;
mod support;
mod values;
mod written;
