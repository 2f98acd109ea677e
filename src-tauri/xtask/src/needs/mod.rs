//! What the system must have: named with its reason, and installed where that can be done.

mod debian;
mod elsewhere;
mod packages;

use crate::command::is_there;
use crate::place::Place;
use crate::trouble::Result;

pub(crate) use packages::Purpose;

/// Makes sure everything `purpose` needs from the system is there.
///
/// On Debian and its relatives what is missing is installed with apt-get. Elsewhere on Linux it is
/// named. macOS and Windows bring their own web view, so there is nothing to ask for.
pub(crate) fn ensure(place: &Place, purpose: Purpose) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted = packages::for_purpose(purpose);
    if is_there("dpkg-query") && is_there("apt-get") {
        debian::ensure(place, &wanted)
    } else {
        elsewhere::ensure(place, &wanted)
    }
}
