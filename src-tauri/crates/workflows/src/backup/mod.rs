//! Backups a person trusts: what is kept without asking, what goes to a file or folder of their choice, the way back,
//! and the drill that shows it works.
//!
//! | word | meaning |
//! |---|---|
//! | snapshot | a copy beside the book, made by itself (`store`) |
//! | backup | an archive outside the book: one press, or the schedule that a press asked for |
//! | [`Source`] | what can be brought back from: an archive, or a snapshot |
//! | [`Look`] | what a restore would change, before it does |
//! | drill | a restore into a place of its own, compared, and taken away again |
//! | ledger | `backup.json` beside the book: where backups go from this machine, and how the last ones went |
//!
//! Where backups go is a path of this machine, so it is no setting of the book: it stands in the ledger, which no
//! archive has and no restore touches. A restore is weighed record by record ([`weigh`]); the look counts what the
//! press writes, and the press is refused when the book has moved in between.

mod copy;
mod drill;
mod found;
mod keeper;
mod ledger;
mod restore;
mod save;
mod schedule;
mod status;
mod steps;
mod weigh;

pub use copy::Source;
pub use drill::{drill, newest};
pub use found::{Drilled, Wrong};
pub(crate) use keeper::Keeper;
pub use keeper::stop;
pub use ledger::{Every, Plan, Saved, Trouble};
pub use restore::{Extent, Look, Moves, give_up, look, look_kept, run, run_kept};
pub use save::{save_into, save_to};
pub use schedule::{KEEP_MOST, at_close, choose_folder, save_now, set_plan, turn};
pub use status::{Kept, Status, status};
