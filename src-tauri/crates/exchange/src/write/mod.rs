//! Touchpoints, written: made anew, or as a change of the lines they came in.

mod compose;
mod define;
mod defined;
mod export;
mod fold;
mod form;
mod link;
mod message;
mod ours;
mod patch;
mod people;
mod plan;
mod repeats;
mod sheet;
mod slot;
mod state;

pub use compose::compose;
pub use export::Export;
pub(crate) use fold::push_line;
pub use message::{Message, message};
pub use patch::{Original, patch};
pub use plan::Piece;
