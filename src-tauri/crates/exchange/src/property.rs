//! One content line taken apart: name, parameters, value (RFC 5545 §3.1, RFC 6868).

use std::borrow::Cow;

/// A property of a component, borrowed from its unfolded text.
#[derive(Debug, Clone)]
pub(crate) struct Property<'t> {
    /// Everything between the name and the value's colon, without its first semicolon, as written.
    pub(crate) written_params: &'t str,
    /// The value, as written.
    pub(crate) value: &'t str,
}

impl<'t> Property<'t> {
    /// Takes an unfolded line apart; `None` when it has no colon outside quotes.
    pub(crate) fn of(text: &'t str) -> Option<Self> {
        let after_name = text.find([':', ';'])?;
        if text.as_bytes()[after_name] == b':' {
            return Some(Self {
                written_params: "",
                value: &text[after_name + 1..],
            });
        }
        let rest = &text[after_name + 1..];
        let mut quoted = false;
        let colon = rest.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b':' && !quoted
        });
        // An unclosed quote: the first colon is the likeliest.
        let colon = colon.or_else(|| rest.find(':'))?;
        Some(Self {
            written_params: &rest[..colon],
            value: &rest[colon + 1..],
        })
    }

    /// The parameters, names as written.
    pub(crate) fn params(&self) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t> {
        split_outside_quotes(self.written_params, b';')
            .filter_map(|param| param.split_once('='))
            .map(|(name, value)| (name.trim_ascii(), value.trim_ascii()))
    }

    /// The first value of a parameter, quotes and RFC 6868 carets undone.
    pub(crate) fn param(&self, name: &str) -> Option<Cow<'t, str>> {
        if self.written_params.is_empty() {
            return None;
        }
        self.params()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| plain(value))
    }

    /// Whether a parameter has this value, in any case.
    pub(crate) fn param_is(&self, name: &str, value: &str) -> bool {
        self.param(name)
            .is_some_and(|given| given.eq_ignore_ascii_case(value))
    }
}

/// A parameter's value without its quotes and carets.
pub(crate) fn plain(value: &str) -> Cow<'_, str> {
    let bare = match value.strip_prefix('"') {
        Some(rest) => &rest[..rest.find('"').unwrap_or(rest.len())],
        None => split_outside_quotes(value, b',').next().unwrap_or(value),
    };
    if !bare.contains('^') {
        return Cow::Borrowed(bare);
    }
    let mut out = String::with_capacity(bare.len());
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        let undone = match (c, chars.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push(undone);
        chars.next();
    }
    Cow::Owned(out)
}

/// A text as a parameter's value: quoted when it must be, carets for what quotes cannot hold (RFC 6868).
pub(crate) fn quoted(value: &str) -> String {
    let clean: String = value
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .collect::<String>()
        .replace('^', "^^")
        .replace('"', "^'")
        .replace('\n', "^n");
    if clean.contains([':', ';', ',', ' ']) {
        format!("\"{clean}\"")
    } else {
        clean
    }
}

/// The parts of a text between the `at` that stand outside quotes.
pub(crate) fn split_outside_quotes(text: &str, at: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut quoted = false;
        let cut = text.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == at && !quoted
        });
        match cut {
            Some(cut) => {
                rest = Some(&text[cut + 1..]);
                Some(&text[..cut])
            }
            None => {
                rest = None;
                Some(text)
            }
        }
    })
}
