//! Calendars in and out, each law as a sentence.

mod corpus;
