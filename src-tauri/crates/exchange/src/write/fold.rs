//! Content lines as they leave: folded (RFC 5545 §3.1).

/// The longest line in octets, its end not counted.
const OCTETS: usize = 75;

/// Adds a content line, folded at 75 octets and never within a character.
pub(crate) fn push_line(out: &mut Vec<u8>, line: &str, ending: &str) {
    let mut room = OCTETS;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.extend_from_slice(ending.as_bytes());
            out.push(b' ');
            room = OCTETS - 1;
        }
        let mut buffer = [0; 4];
        out.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        room -= c.len_utf8();
    }
    out.extend_from_slice(ending.as_bytes());
}
