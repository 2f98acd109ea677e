//! A file without somebody: what nobody named stays byte for byte, and pieces are told where they stand now.

use exchange::{Scrubbed, scrubbed};
use proptest::prelude::*;

const CARDS: &str = "BEGIN:VCARD\r\nFN:Ana\r\nNOTE:avec Zo\r\n e Roy\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Zoe Roy\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nFN:Paul\r\nEND:VCARD\r\n";

fn mask(line: &str) -> Scrubbed {
    match line {
        _ if line.starts_with("ATTENDEE") && line.contains("zoe@") => Scrubbed::Goes,
        _ if line.contains("Zoe Roy") => Scrubbed::Becomes(line.replace("Zoe Roy", "quelqu’un")),
        _ => Scrubbed::Stays,
    }
}

fn pieces(text: &str) -> Vec<(u64, u64)> {
    let starts: Vec<usize> = text
        .match_indices("BEGIN:VCARD")
        .map(|(at, _)| at)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(from, until)| (*from as u64, (until - from) as u64))
        .collect()
}

#[test]
fn a_card_goes_whole_a_folded_name_in_another_is_replaced_and_each_is_told_its_place() {
    let all = pieces(CARDS);
    let (out, moved) = scrubbed(CARDS.as_bytes(), &all[1..2], &all, &mut mask).expect("changed");
    let text = String::from_utf8(out).expect("text");
    assert_eq!(
        text,
        "BEGIN:VCARD\r\nFN:Ana\r\nNOTE:avec quelqu’un\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Paul\r\nEND:VCARD\r\n"
    );
    let at = |piece: (u64, u64)| &text[piece.0 as usize..(piece.0 + piece.1) as usize];
    assert!(
        at(moved[0]).starts_with("BEGIN:VCARD\r\nFN:Ana")
            && at(moved[0]).ends_with("END:VCARD\r\n")
    );
    assert_eq!(at(moved[1]), "", "the one that went");
    assert_eq!(at(moved[2]), "BEGIN:VCARD\r\nFN:Paul\r\nEND:VCARD\r\n");
}

#[test]
fn windows_1252_and_utf_16_stay_what_they_are() {
    let latin: Vec<u8> = [&b"Nom;Note\r\nC\xe9line;vu Zoe Roy \xe0 Tours\r\n"[..]].concat();
    let (out, _) = scrubbed(&latin, &[], &[], &mut mask).expect("changed");
    assert_eq!(out, b"Nom;Note\r\nC\xe9line;vu quelqu\x92un \xe0 Tours\r\n");
    let wide = |text: &str| -> Vec<u8> {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect()
    };
    let (out, _) =
        scrubbed(&wide("Nom\r\nZoe Roy\r\nÉva\r\n"), &[], &[], &mut mask).expect("changed");
    assert_eq!(out, wide("Nom\r\nquelqu’un\r\nÉva\r\n"));
}

proptest! {
    #[test]
    fn what_names_nobody_comes_out_byte_for_byte(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0..400_u64) {
        prop_assert_eq!(scrubbed(&bytes, &[], &[(cut, 7)], &mut |_| Scrubbed::Stays), None);
    }

    #[test]
    fn whatever_goes_what_is_left_is_what_stood_around_it(
        lines in prop::collection::vec("[a-z]{0,12}", 1..20), gone in prop::collection::btree_set(0..20_usize, 0..6)
    ) {
        let mut all = Vec::new();
        let mut text = String::new();
        for line in &lines {
            all.push((text.len() as u64, line.len() as u64 + 1));
            text.push_str(line);
            text.push('\n');
        }
        let out: Vec<(u64, u64)> = gone.iter().filter_map(|n| all.get(*n).copied()).collect();
        let left: Vec<&String> = (0..lines.len()).filter(|n| !gone.contains(n)).map(|n| &lines[n]).collect();
        let expected: String = left.iter().map(|line| format!("{line}\n")).collect();
        match scrubbed(text.as_bytes(), &out, &all, &mut |_| Scrubbed::Stays) {
            None => prop_assert!(out.is_empty()),
            Some((bytes, moved)) => {
                prop_assert_eq!(String::from_utf8_lossy(&bytes), expected);
                for (n, (from, length)) in moved.into_iter().enumerate() {
                    let here = &bytes[from as usize..(from + length) as usize];
                    let wanted = if gone.contains(&n) { String::new() } else { format!("{}\n", lines[n]) };
                    prop_assert_eq!(here, wanted.as_bytes());
                }
            }
        }
    }
}
