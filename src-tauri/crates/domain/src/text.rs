//! What a person, or a file, may put into a line of text.

/// A single line: control characters and line ends become spaces, runs of spaces one, ends trimmed, hidden characters
/// ([`is_hidden`]) dropped, at most `most` characters.
pub fn clean_line(text: &str, most: usize) -> String {
    // Nearly every text is clean as it came, and a file has many.
    if text.len() <= most && is_clean_line(text.as_bytes()) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len().min(most));
    let mut gap = false;
    let mut count = 0;
    for c in shown(text) {
        if c.is_control() || matches!(c, ' ' | LINE_END | PARAGRAPH_END) {
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
    // One that was cut from its neighbour joins nothing.
    while line.ends_with(JOINERS) {
        line.pop();
    }
    line
}

/// Several lines: `\r\n` becomes `\n`, other control characters but tab are dropped, and hidden ones ([`is_hidden`]),
/// ends trimmed, at most `most` characters.
pub fn clean_text(text: &str, most: usize) -> String {
    let clean = |bytes: &[u8]| {
        bytes
            .split(|byte| matches!(byte, b'\n' | b'\t'))
            .all(is_shown)
    };
    if text.len() <= most && clean(text.as_bytes()) {
        return text.trim().to_owned();
    }
    let kept: String = shown(&text.replace("\r\n", "\n"))
        .map(|c| match c {
            LINE_END | PARAGRAPH_END => '\n',
            c => c,
        })
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .take(most)
        .collect();
    // One that was cut from its neighbour joins nothing.
    kept.trim_end_matches(|c: char| c.is_whitespace() || JOINERS.contains(&c))
        .trim_start()
        .to_owned()
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

/// Whether UTF-8 surely holds neither control characters nor hidden ones; `false` says nothing.
fn is_shown(text: &[u8]) -> bool {
    text.iter().enumerate().all(|(at, byte)| match byte {
        0..=0x1f | 0x7f => false,
        // U+0080 to U+009F, and the soft hyphen.
        0xc2 => text
            .get(at + 1)
            .is_some_and(|next| *next >= 0xa0 && *next != 0xad),
        // The blocks the Arabic letter mark and the Mongolian separator stand in.
        0xd8 => text.get(at + 1).is_some_and(|next| *next != 0x9c),
        0xe1 => text.get(at + 1).is_some_and(|next| *next != 0xa0),
        0xe2 => match text.get(at + 1) {
            Some(0x80) => is_common_mark(text.get(at + 2)),
            next => next.is_some_and(|next| *next > 0x81),
        },
        // U+FDD0 to U+FDEF, the byte order mark, U+FFF9 to U+FFFF.
        0xef => text
            .get(at + 1)
            .is_some_and(|next| !matches!(next, 0xb7 | 0xbb | 0xbf)),
        // Beyond the first plane: pictures are met, and have joiners; the end of any plane is asked one by one.
        0xf0..=0xff => false,
        _ => true,
    })
}

/// The last byte of a dash, a quote, an ellipsis or a narrow space: what stands beside the overrides and is met.
fn is_common_mark(last: Option<&u8>) -> bool {
    matches!(last, Some(0x90..=0xa6 | 0xaf))
}

const LINE_END: char = '\u{2028}';
const PARAGRAPH_END: char = '\u{2029}';
/// Joins letters and pictures, or keeps letters apart: seen by what it does to its neighbours.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// Whether a character is one nobody sees: direction overrides, embeddings and isolates (U+202A–202E, U+2066–2069),
/// which can make a name or a link read as another one; marks without width; tags; noncharacters. Two names that differ
/// by one of them look the same and are not.
///
/// Persian, the scripts of India, and pictures made of several need U+200C and U+200D: [`clean_line`] and
/// [`clean_text`] leave one that stands between two characters beyond ASCII.
pub fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{e0000}'..='\u{e007f}'
    ) || u32::from(c) & 0xfffe == 0xfffe
}

/// The characters of a text that show, joiners among them where they do something.
fn shown(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut before: Option<char> = None;
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let c = rest.next()?;
            let joins = |neighbour: Option<&char>| {
                neighbour.is_some_and(|c| {
                    !c.is_ascii() && !c.is_control() && !c.is_whitespace() && !is_hidden(*c)
                })
            };
            if !is_hidden(c) || JOINERS.contains(&c) && joins(before.as_ref()) && joins(rest.peek())
            {
                before = Some(c);
                return Some(c);
            }
        }
    })
}
