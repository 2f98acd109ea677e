//! Zips written by hand, so that they can be as wrong as one likes: stored, with sums that hold.

/// A zip of these files, in this order, whatever their names.
pub(crate) fn stored<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let (mut out, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for (name, bytes) in files {
        let at = size(out.len());
        let said = said_of(name, bytes);
        out.extend(b"PK\x03\x04");
        out.extend(&said);
        out.extend(name.as_bytes());
        out.extend(bytes);

        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&said);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
        count = count.saturating_add(1);
    }
    let (at, length) = (size(out.len()), size(directory.len()));
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What both headers say of a file: version, flags (names in UTF-8), no compression, 1980-01-01, sum, sizes, lengths.
fn said_of(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut said = vec![20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
    said.extend(crc32fast::hash(bytes).to_le_bytes());
    said.extend(size(bytes.len()).to_le_bytes());
    said.extend(size(bytes.len()).to_le_bytes());
    said.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
    said.extend([0; 2]);
    said
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
