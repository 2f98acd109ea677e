//! Which encoding a table's bytes are in.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at to tell old encodings apart.
const LOOKED_AT: usize = 1 << 20;

/// A table's text in bytes whose line ends, quotes and delimiters are those of ASCII: the file's own, or, of a file in
/// UTF-16, those of the same text in UTF-8.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    bytes: Cow<'a, [u8]>,
    /// Where the text begins, behind a byte order mark.
    pub(super) start: usize,
    /// What the file says it is.
    pub(super) encoding: &'static Encoding,
    /// What a cell that is no UTF-8 is read as: files mix.
    old: &'static Encoding,
    /// How many bytes the file has, and how many of them its mark takes.
    length: u64,
    mark: u64,
}

impl<'a> Text<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (unmarked(bytes), 0));
        if encoding == UTF_16LE || encoding == UTF_16BE {
            let text = encoding.decode_without_bom_handling(&bytes[mark..]).0;
            return Self {
                bytes: Cow::Owned(text.into_owned().into_bytes()),
                start: 0,
                encoding,
                old: WINDOWS_1252,
                length: bytes.len() as u64,
                mark: mark as u64,
            };
        }
        Self {
            bytes: Cow::Borrowed(bytes),
            start: mark,
            encoding,
            old: if encoding == UTF_8 {
                WINDOWS_1252
            } else {
                encoding
            },
            length: bytes.len() as u64,
            mark: mark as u64,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A cell as text, cell by cell: UTF-8 if it is, else the old encoding.
    pub(super) fn decode<'c>(&self, cell: &'c [u8]) -> Cow<'c, str> {
        match std::str::from_utf8(cell) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => self.old.decode_without_bom_handling(cell).0,
        }
    }

    /// Places in the file, asked for in order.
    pub(super) fn places(&self) -> Places<'_> {
        let wide = self.encoding == UTF_16LE || self.encoding == UTF_16BE;
        Places {
            text: wide.then_some(&self.bytes),
            at: 0,
            place: if wide { self.mark } else { 0 },
            most: self.length,
        }
    }
}

/// Where a place in the text is in the file.
#[derive(Debug)]
pub(super) struct Places<'t> {
    /// The text, when the file is in UTF-16.
    text: Option<&'t [u8]>,
    at: usize,
    place: u64,
    most: u64,
}

impl Places<'_> {
    /// The byte of the file that a byte of the text is at; places must not go backwards.
    pub(super) fn of(&mut self, at: usize) -> u64 {
        let Some(text) = self.text else {
            return at as u64;
        };
        let passed = text.get(self.at..at).unwrap_or_default();
        // Every character is one unit of two bytes but those written in four bytes of UTF-8, which are two.
        let units = passed.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
            + passed.iter().filter(|byte| **byte >= 0xf0).count();
        self.place += 2 * units as u64;
        self.at = at;
        self.place.min(self.most)
    }
}

/// The encoding of bytes without a mark.
fn unmarked(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    // The people whose tables these are write French more than anything else.
    detector.guess(Some(b"fr"), Utf8Detection::Deny)
}

/// UTF-16 without a mark: in a table most characters are of ASCII, so every second byte is nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked_at = &bytes[..bytes.len().min(1_024) & !1];
    let pairs = looked_at.len() / 2;
    let noughts = |offset: usize| {
        let all = looked_at.iter().skip(offset).step_by(2);
        all.filter(|byte| **byte == 0).count()
    };
    let (first, second) = (noughts(0), noughts(1));
    if pairs >= 4 && second * 4 > pairs * 3 && first * 10 < pairs {
        Some(UTF_16LE)
    } else if pairs >= 4 && first * 4 > pairs * 3 && second * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}
