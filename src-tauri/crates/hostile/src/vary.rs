//! Variations of a seed, for the short form of the fuzzing that every test run has: the same every time.

/// A stream of numbers that is the same for the same seed (xorshift64*).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as this number says.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `most`; 0 when that is 0.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(drawn)
            .unwrap_or_default()
            .checked_rem(most)
            .unwrap_or_default()
    }
}

/// Bytes that readers stumble over.
const ODD: [&[u8]; 16] = [
    b"\0",
    b"\xff",
    b"\n",
    b"\r\n",
    b"\r\n ",
    b"\"",
    b"\\",
    b";",
    b",",
    b":",
    b"99999999999999999999",
    b"-1",
    "\u{202e}".as_bytes(),
    "\u{feff}".as_bytes(),
    b"\xed\xa0\x80",
    b"../../",
];

/// A seed with one to eight things done to it: bytes changed, cut, doubled, put in, or taken from `other`.
pub fn varied(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(7) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            1 => drop(bytes.drain(at..end)),
            2 => bytes.truncate(at),
            3 => {
                let again = bytes[at..end].to_vec();
                let _ = bytes.splice(at..at, again);
            }
            4 | 5 => {
                let odd = ODD[dice.below(ODD.len())];
                let _ = bytes.splice(at..at, odd.iter().copied());
            }
            _ => {
                let from = dice.below(other.len());
                let until = (from + dice.below(200)).min(other.len());
                let _ = bytes.splice(at..end, other[from..until].iter().copied());
            }
        }
    }
    bytes
}
