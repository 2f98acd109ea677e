//! Tables in and out, each law as a sentence.

mod hostile;
mod judged;
mod mapped;
mod reading;
mod roundtrip;
mod support;
