//! What a person, or a file, may put into a line of text.

/// A single line: control characters and line ends become spaces, runs of spaces one, ends trimmed,
/// Unicode direction overrides dropped, at most `most` characters.
///
/// Direction overrides (U+202A–202E, U+2066–2069) can make a link read as another one.
pub fn clean_line(text: &str, most: usize) -> String {
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

fn is_direction_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
