//! The shapes of the window's messages, read from the TypeScript they are written in (`bindings.gen.ts`, which a
//! contract holds to the commands).

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// A type, as far as a message needs it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Text,
    Number,
    Truth,
    Nothing,
    Said(String),
    List(Box<Shape>),
    Row(Vec<Shape>),
    Fields(Vec<(String, Shape)>),
    One(Vec<Shape>),
    All(Vec<Shape>),
    Named(String),
}

/// A command: its name across the wire, and its arguments.
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) arguments: Vec<(String, Shape)>,
}

/// Every command, and every named shape.
pub(crate) struct Surface {
    pub(crate) commands: Vec<Command>,
    named: BTreeMap<String, Shape>,
}

impl Surface {
    pub(crate) fn read() -> Self {
        let text = include_str!("../../../ui/src/ipc/bindings.gen.ts");
        let text = without_comments(text);
        let mut named = BTreeMap::new();
        for part in text.split("\nexport type ").skip(1) {
            let (name, rest) = part.split_once('=').expect("a type is something");
            named.insert(name.trim().to_owned(), Reader::of(rest).shape());
        }
        let mut commands = Vec::new();
        for line in text
            .lines()
            .filter(|line| line.contains("__TAURI_INVOKE(\""))
        {
            let (_, name) = line.split_once("__TAURI_INVOKE(\"").expect("a name");
            let (name, _) = name.split_once('"').expect("its end");
            let (_, given) = line.split_once(": (").expect("arguments");
            let (given, _) = given.split_once(") =>").expect("their end");
            let arguments = match Reader::of(&format!("{{ {given} }}")).shape() {
                Shape::Fields(fields) => fields,
                other => panic!("{name}: {other:?}"),
            };
            let name = name.to_owned();
            commands.push(Command { name, arguments });
        }
        assert!(
            commands.len() > 100,
            "the whole surface is read: {}",
            commands.len()
        );
        Self { commands, named }
    }

    pub(crate) fn named(&self, name: &str) -> &Shape {
        self.named
            .get(name)
            .unwrap_or_else(|| panic!("{name} is a shape"))
    }

    /// A value of a shape; `leaf` says what stands at a place (`draft/client/id`) that holds a text or a number. A list
    /// of nothing is empty.
    pub(crate) fn sample(
        &self,
        at: &str,
        shape: &Shape,
        leaf: &dyn Fn(&str, bool) -> Value,
    ) -> Value {
        match shape {
            Shape::Text => leaf(at, false),
            Shape::Number => leaf(at, true),
            Shape::Truth => json!(false),
            Shape::Nothing => Value::Null,
            Shape::Said(word) => json!(word),
            Shape::List(item) => match self.sample(at, item, leaf) {
                Value::Null => json!([]),
                item => json!([item]),
            },
            Shape::Row(items) => items
                .iter()
                .map(|item| self.sample(at, item, leaf))
                .collect(),
            Shape::Fields(fields) => fields
                .iter()
                .map(|(name, shape)| {
                    (
                        name.clone(),
                        self.sample(&format!("{at}/{name}"), shape, leaf),
                    )
                })
                .collect(),
            // The fullest of them: what has fields before what has none, what is something before nothing.
            Shape::One(shapes) => {
                let samples = shapes.iter().map(|shape| self.sample(at, shape, leaf));
                samples
                    .max_by_key(|sample| sample.to_string().len())
                    .unwrap_or_default()
            }
            Shape::All(shapes) => {
                let mut all = Map::new();
                for shape in shapes {
                    if let Value::Object(fields) = self.sample(at, shape, leaf) {
                        all.extend(fields);
                    }
                }
                Value::Object(all)
            }
            Shape::Named(name) => self.sample(at, self.named(name), leaf),
        }
    }

    /// Gives every text and number within a shape to `each`, with the field it stands in.
    pub(crate) fn leaves(
        &self,
        field: &str,
        shape: &Shape,
        depth: usize,
        each: &mut dyn FnMut(&str, &Shape, usize),
    ) {
        match shape {
            Shape::Text | Shape::Number => each(field, shape, depth),
            Shape::Truth | Shape::Nothing | Shape::Said(_) => {}
            Shape::List(item) => self.leaves(field, item, depth, each),
            Shape::Row(shapes) | Shape::One(shapes) | Shape::All(shapes) => {
                shapes
                    .iter()
                    .for_each(|shape| self.leaves(field, shape, depth, each));
            }
            Shape::Fields(fields) => {
                fields
                    .iter()
                    .for_each(|(name, shape)| self.leaves(name, shape, depth + 1, each));
            }
            Shape::Named(name) => self.leaves(field, self.named(name), depth, each),
        }
    }
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/**") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Reads one type from its words.
struct Reader {
    words: Vec<String>,
    at: usize,
}

impl Reader {
    fn of(text: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let mut word = String::from(c);
            if c == '"' {
                word.extend(rest.by_ref().take_while(|c| *c != '"'));
            } else if c.is_alphanumeric() || c == '_' {
                while let Some(c) = rest.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(c);
                }
            } else if c.is_whitespace() {
                continue;
            }
            words.push(word);
        }
        Self { words, at: 0 }
    }

    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", String::as_str)
    }

    fn next(&mut self) -> String {
        self.at += 1;
        self.words[self.at - 1].clone()
    }

    fn take(&mut self, word: &str) -> bool {
        let is = self.peek() == word;
        self.at += usize::from(is);
        is
    }

    fn shape(&mut self) -> Shape {
        self.take("|");
        let mut all = vec![self.both()];
        while self.take("|") {
            all.push(self.both());
        }
        if all.len() == 1 {
            all.remove(0)
        } else {
            Shape::One(all)
        }
    }

    fn both(&mut self) -> Shape {
        let mut all = vec![self.listed()];
        while self.take("&") {
            all.push(self.listed());
        }
        if all.len() == 1 {
            all.remove(0)
        } else {
            Shape::All(all)
        }
    }

    fn listed(&mut self) -> Shape {
        let mut shape = self.one();
        while self.peek() == "[" {
            self.next();
            assert!(self.take("]"), "a list ends");
            shape = Shape::List(Box::new(shape));
        }
        shape
    }

    fn one(&mut self) -> Shape {
        let word = self.next();
        match word.as_str() {
            "string" => Shape::Text,
            "number" => Shape::Number,
            "boolean" => Shape::Truth,
            "null" => Shape::Nothing,
            "(" => {
                let shape = self.shape();
                assert!(self.take(")"), "a bracket closes");
                shape
            }
            "[" => {
                let mut items = Vec::new();
                while !self.take("]") {
                    items.push(self.shape());
                    self.take(",");
                }
                Shape::Row(items)
            }
            "{" => {
                let mut fields = Vec::new();
                while !self.take("}") {
                    let name = self.next();
                    self.take("?");
                    assert!(self.take(":"), "{name} is something");
                    fields.push((name, self.shape()));
                    let _ = self.take(",") || self.take(";");
                }
                Shape::Fields(fields)
            }
            said if said.starts_with('"') => Shape::Said(said[1..].to_owned()),
            name => Shape::Named(name.to_owned()),
        }
    }
}
