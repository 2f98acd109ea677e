//! Throws that come again: everything random hangs on one seed (splitmix64).

/// A generator of throws.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice of their own for a part: what one part throws does not move another's.
    pub(crate) fn of(seed: u64, part: &str, number: u64) -> Self {
        let mut dice = Self(seed ^ number.wrapping_mul(0xa076_1d64_78bd_642f));
        for byte in part.bytes() {
            dice.0 = dice.0.wrapping_add(u64::from(byte));
            dice.next();
        }
        dice
    }

    /// Any number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; zero when there is none.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// A place in something `length` long.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// Whether it happens, once in `of` times.
    pub(crate) fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    /// A number from 0 to 1 (excluded).
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of them.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let at = self.index(from.len());
        from.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same_and_parts_do_not_share() {
        let throws = |mut dice: Dice| (0..8).map(|_| dice.next()).collect::<Vec<_>>();
        assert_eq!(
            throws(Dice::of(7, "kills", 3)),
            throws(Dice::of(7, "kills", 3))
        );
        assert_ne!(
            throws(Dice::of(7, "kills", 3)),
            throws(Dice::of(7, "kills", 4))
        );
        assert_ne!(
            throws(Dice::of(7, "kills", 3)),
            throws(Dice::of(7, "power", 3))
        );
        assert_ne!(
            throws(Dice::of(7, "kills", 3)),
            throws(Dice::of(8, "kills", 3))
        );
    }
}
