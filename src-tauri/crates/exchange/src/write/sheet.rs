//! A component as a sheet of lines, to change some and leave the others as they came.

use std::borrow::Cow;

use crate::doc::line_ending;
use crate::line::Lines;
use crate::property::Property;
use crate::write::fold::push_line;

/// A component's lines, those of the components in it included.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    lines: Vec<SheetLine<'a>>,
    /// Whether any line was changed, added or removed.
    pub(super) touched: bool,
}

#[derive(Debug)]
struct SheetLine<'a> {
    /// The name in capitals; empty for lines that are not the component's own.
    name: String,
    raw: &'a [u8],
    /// Blank lines between it and the next: they stay whatever becomes of it.
    trail: &'a [u8],
    /// `None` leaves it as it came; an empty text removes it.
    now: Option<String>,
    /// Lines that follow it now.
    after: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a component's bytes.
    pub(super) fn new(raw: &'a [u8]) -> Self {
        let mut depth = 0_usize;
        let mut lines: Vec<SheetLine<'a>> = Vec::new();
        let mut at = 0;
        for line in Lines::new(raw, 0, 1) {
            let mark = line.mark();
            let own = depth == 1 && mark.is_none();
            match mark {
                Some(mark) if mark.begins => depth += 1,
                Some(_) => depth = depth.saturating_sub(1),
                None => {}
            }
            if let Some(last) = lines.last_mut() {
                last.trail = &raw[at..line.offset];
            }
            at = line.offset + line.raw.len();
            let name = if own {
                String::from_utf8_lossy(&line.name()).to_ascii_uppercase()
            } else {
                String::new()
            };
            lines.push(SheetLine {
                name,
                raw: line.raw,
                trail: &[],
                now: None,
                after: Vec::new(),
            });
        }
        Self {
            lines,
            touched: false,
        }
    }

    /// The places of a property of the component itself, in capitals.
    pub(super) fn all(&self, name: &str) -> Vec<usize> {
        self.matching(|known| known == name)
    }

    /// The places of the properties whose name in capitals is asked for.
    pub(super) fn matching(&self, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
        (0..self.lines.len())
            .filter(|at| {
                let line = &self.lines[*at];
                !line.name.is_empty() && !self.is_gone(*at) && wanted(&line.name)
            })
            .collect()
    }

    /// The first place of a property.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.all(name).first().copied()
    }

    /// Its unfolded text as it stands now.
    pub(super) fn text(&self, at: usize) -> Cow<'_, str> {
        let Some(line) = self.lines.get(at) else {
            return Cow::Borrowed("");
        };
        match &line.now {
            Some(now) => Cow::Borrowed(now),
            None => Lines::new(line.raw, 0, 1)
                .next()
                .and_then(|line| line.text())
                .unwrap_or_default(),
        }
    }

    /// Calls `with` with a property taken apart.
    pub(super) fn look<T>(&self, at: usize, with: impl FnOnce(&Property<'_>) -> T) -> Option<T> {
        let text = self.text(at);
        Property::of(&text).map(|property| with(&property))
    }

    /// Gives a line another text.
    pub(super) fn replace(&mut self, at: usize, text: String) {
        if let Some(line) = self.lines.get_mut(at) {
            line.now = Some(text);
            self.touched = true;
        }
    }

    /// Gives a property another value; its parameters stay, but for those named.
    pub(super) fn set_value(&mut self, at: usize, value: &str, without: &[&str]) {
        let name_as_written = {
            let text = self.text(at);
            let end = text.find([':', ';']).unwrap_or(text.len());
            text[..end].to_owned()
        };
        let params = self
            .look(at, |property| {
                property
                    .params()
                    .filter(|(name, _)| !without.iter().any(|gone| name.eq_ignore_ascii_case(gone)))
                    .map(|(name, value)| format!(";{name}={value}"))
                    .collect::<String>()
            })
            .unwrap_or_default();
        self.replace(at, format!("{name_as_written}{params}:{value}"));
    }

    /// Gives a parameter another value, as it is to be written.
    pub(super) fn set_param(&mut self, at: usize, name: &str, value: &str) {
        let changed = self.look(at, |property| {
            let text = self.text(at);
            let end = text.find([':', ';']).unwrap_or(text.len());
            let params: String = property
                .params()
                .map(|(known, old)| {
                    let is_it = known.eq_ignore_ascii_case(name);
                    format!(";{known}={}", if is_it { value } else { old })
                })
                .collect();
            format!("{}{params}:{}", &text[..end], property.value)
        });
        if let Some(changed) = changed {
            self.replace(at, changed);
        }
    }

    /// Takes a line away.
    pub(super) fn remove(&mut self, at: usize) {
        self.replace(at, String::new());
    }

    /// Takes away every line of a property.
    pub(super) fn remove_all(&mut self, name: &str) {
        for at in self.all(name) {
            self.remove(at);
        }
    }

    /// Takes every property of a name away but the first.
    pub(super) fn keep_first(&mut self, name: &str) {
        for at in self.all(name).into_iter().skip(1) {
            self.remove(at);
        }
    }

    /// Adds a line after the last property named in `anchors` that is there, else before the first component within.
    pub(super) fn add(&mut self, text: String, anchors: &[&str]) {
        let anchor = anchors
            .iter()
            .find_map(|name| self.matching(|known| known == *name).last().copied())
            .unwrap_or_else(|| self.last_own());
        if let Some(line) = self.lines.get_mut(anchor) {
            line.after.push(text);
            self.touched = true;
        }
    }

    /// Adds a line right after another.
    pub(super) fn add_at(&mut self, at: usize, text: String) {
        if let Some(line) = self.lines.get_mut(at) {
            line.after.push(text);
            self.touched = true;
        }
    }

    /// Gives the one property of a name this value, or takes it away; added after `anchors` when it was not there.
    pub(super) fn say(&mut self, name: &str, value: Option<&str>, anchors: &[&str]) {
        match (self.find(name), value) {
            (Some(at), Some(value)) => {
                self.set_value(at, value, &["ALTREP", "ENCODING", "CHARSET"])
            }
            (Some(_), None) => self.remove_all(name),
            (None, Some(value)) => self.add(format!("{name}:{value}"), anchors),
            (None, None) => {}
        }
    }

    /// Makes it a component of another name.
    pub(super) fn rename(&mut self, component: &str) {
        let last = self.lines.len().saturating_sub(1);
        self.replace(0, format!("BEGIN:{component}"));
        self.replace(last, format!("END:{component}"));
    }

    /// The component's bytes as they stand now.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut out =
            Vec::with_capacity(self.lines.iter().map(|line| line.raw.len()).sum::<usize>() + 128);
        let last = self.lines.len().saturating_sub(1);
        for (at, line) in self.lines.iter().enumerate() {
            let ending = line_ending(line.raw);
            match &line.now {
                None => out.extend_from_slice(line.raw),
                Some(text) if text.is_empty() => {}
                Some(text) => {
                    push_line(&mut out, text, ending);
                    // A last line without an end keeps none.
                    if at == last && !line.raw.ends_with(b"\n") {
                        out.truncate(out.len() - ending.len());
                    }
                }
            }
            for text in &line.after {
                push_line(&mut out, text, ending);
            }
            out.extend_from_slice(line.trail);
        }
        out
    }

    fn is_gone(&self, at: usize) -> bool {
        matches!(&self.lines[at].now, Some(text) if text.is_empty())
    }

    fn last_own(&self) -> usize {
        let first_inner = self
            .lines
            .iter()
            .skip(1)
            .position(|line| line.name.is_empty())
            .map_or(self.lines.len(), |at| at + 1);
        first_inner.saturating_sub(1)
    }
}
