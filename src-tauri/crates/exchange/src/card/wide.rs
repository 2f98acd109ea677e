//! Files in UTF-16, which no card is by its standard and some are by their program.

use std::borrow::Cow;

/// The bytes of a file as lines can be looked for in them, and where they stood in it.
#[derive(Debug)]
pub(super) struct Text<'a> {
    bytes: Cow<'a, [u8]>,
    wide: Option<Wide>,
}

/// Where one is in a file of UTF-16: positions only ever grow, so each is counted on from the one before.
#[derive(Debug)]
struct Wide {
    /// In the UTF-8 it was made.
    at: usize,
    /// In the file.
    there: u64,
    size: u64,
}

impl<'a> Text<'a> {
    /// The file as UTF-8 when it is UTF-16, else as it is.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let Some((order, mark)) = Order::of(bytes) else {
            return Self {
                bytes: Cow::Borrowed(bytes),
                wide: None,
            };
        };
        Self {
            bytes: Cow::Owned(order.read(&bytes[mark..])),
            wide: Some(Wide {
                at: 0,
                there: mark as u64,
                size: bytes.len() as u64,
            }),
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where a range stood in the file, as first byte and length. Ranges must be asked for in their order.
    pub(super) fn range(&mut self, start: usize, end: usize) -> (u64, u64) {
        let Some(wide) = &mut self.wide else {
            return (start as u64, (end - start) as u64);
        };
        let start = wide.forward(&self.bytes, start);
        let end = wide.forward(&self.bytes, end);
        (start, end - start)
    }
}

impl Wide {
    fn forward(&mut self, bytes: &[u8], to: usize) -> u64 {
        let units: u64 = bytes[self.at..to]
            .iter()
            .map(|byte| match byte {
                // A byte within a character, and the first of one that takes two units.
                0x80..=0xbf => 0,
                0xf0.. => 2,
                _ => 1,
            })
            .sum();
        self.at = to;
        // A last byte without its other half counts as a character.
        self.there = self.size.min(self.there + 2 * units);
        self.there
    }
}

/// Which byte of a unit comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
}

impl Order {
    /// The order of a file and the length of its byte order mark; `None` when it is not UTF-16. A card without a mark
    /// tells by the zero beside its `B`.
    pub(crate) fn of(bytes: &[u8]) -> Option<(Self, usize)> {
        match bytes {
            [0xff, 0xfe, ..] => Some((Self::Little, 2)),
            [0xfe, 0xff, ..] => Some((Self::Big, 2)),
            [b'B' | b'b', 0, b'E' | b'e', 0, ..] => Some((Self::Little, 0)),
            [0, b'B' | b'b', 0, b'E' | b'e', ..] => Some((Self::Big, 0)),
            _ => None,
        }
    }

    /// Units as UTF-8; each that is no character becomes U+FFFD, so that one can count back.
    pub(crate) fn read(self, bytes: &[u8]) -> Vec<u8> {
        let units = bytes.chunks(2).map(|pair| match (self, pair) {
            (Self::Little, [low, high]) => u16::from_le_bytes([*low, *high]),
            (Self::Big, [high, low]) => u16::from_be_bytes([*high, *low]),
            // Half a unit.
            _ => 0xfffd,
        });
        let text: String = char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        text.into_bytes()
    }

    /// UTF-8 as units.
    pub(crate) fn write(self, text: &str) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| match self {
                Self::Little => unit.to_le_bytes(),
                Self::Big => unit.to_be_bytes(),
            })
            .collect()
    }
}
