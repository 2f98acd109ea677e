//! The laws of each country, a file each: what is a holiday everywhere in it, and what only in some of it.
//!
//! Days that are Sundays every year (Easter, Whit Sunday) are left out, and so is what a custom or a house keeps without
//! a law: that is leave.

pub(super) mod benelux;
pub(super) mod france;
pub(super) mod germany;
pub(super) mod south;
pub(super) mod switzerland;
pub(super) mod united_kingdom;
