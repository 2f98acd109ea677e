//! What a person, or a file, may put into a line of text.

/// A single line: control characters and line ends become spaces, runs of spaces one, ends trimmed,
/// Unicode direction overrides dropped, at most `most` characters.
///
/// Direction overrides (U+202A–202E, U+2066–2069) can make a link read as another one.
pub fn clean_line(text: &str, most: usize) -> String {
    // Nearly every text is clean as it came, and a file has many.
    if text.len() <= most && is_clean_line(text.as_bytes()) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len().min(most));
    let mut gap = false;
    let mut count = 0;
    for c in text.chars().filter(|c| !is_direction_override(*c)) {
        if c.is_control() || c == ' ' {
            gap = !line.is_empty();
            continue;
        }
        if count + usize::from(gap) >= most {
            break;
        }
        if std::mem::take(&mut gap) {
            line.push(' ');
            count += 1;
        }
        line.push(c);
        count += 1;
    }
    line
}

/// Several lines: `\r\n` becomes `\n`, other control characters but tab are dropped, ends trimmed,
/// at most `most` characters.
pub fn clean_text(text: &str, most: usize) -> String {
    let clean = |bytes: &[u8]| {
        bytes
            .split(|byte| matches!(byte, b'\n' | b'\t'))
            .all(is_shown)
    };
    if text.len() <= most && clean(text.as_bytes()) {
        return text.trim().to_owned();
    }
    let kept: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| (*c == '\n' || *c == '\t' || !c.is_control()) && !is_direction_override(*c))
        .take(most)
        .collect();
    kept.trim().to_owned()
}

/// How two texts are compared when accents and case do not matter: lower case, accents and
/// ligatures unfolded (`Lefèvre` → `lefevre`, `œuvre` → `oeuvre`), apostrophes made alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' => folded.push('i'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ž' | 'ź' | 'ż' => folded.push('z'),
            'š' | 'ś' | 'ş' => folded.push('s'),
            'ł' => folded.push('l'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' | 'ʼ' => folded.push('\''),
            // Combining marks, left by text that came decomposed (macOS, some phones).
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Whether UTF-8 is surely what [`clean_line`] makes of it; `false` says nothing.
fn is_clean_line(text: &[u8]) -> bool {
    let spaces = text.windows(2).any(|pair| pair == b"  ");
    let ends = [text.first(), text.last()].contains(&Some(&b' '));
    !spaces && !ends && is_shown(text)
}

/// Whether UTF-8 surely holds neither control characters nor direction overrides; `false` says nothing.
fn is_shown(text: &[u8]) -> bool {
    text.iter().enumerate().all(|(at, byte)| match byte {
        0..=0x1f | 0x7f => false,
        // U+0080 to U+009F, and the block the overrides stand in.
        0xc2 => text.get(at + 1).is_some_and(|next| *next >= 0xa0),
        0xe2 => match text.get(at + 1) {
            Some(0x80) => is_common_mark(text.get(at + 2)),
            next => next.is_some_and(|next| *next > 0x81),
        },
        _ => true,
    })
}

/// The last byte of a dash, a quote, an ellipsis or a narrow space: what stands beside the overrides and is met.
fn is_common_mark(last: Option<&u8>) -> bool {
    matches!(last, Some(0x90..=0xa6 | 0xaf))
}

fn is_direction_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
