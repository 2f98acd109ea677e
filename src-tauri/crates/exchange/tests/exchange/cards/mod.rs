//! Cards, each law as a sentence.

mod corpus;
mod reading;
mod support;
mod written;
