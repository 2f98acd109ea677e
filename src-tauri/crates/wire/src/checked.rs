//! What a message of the page may hold, asked once before any command reads it.
//!
//! Shapes say that a name is text and a length a number; this says how long the one and how large the other may be, and
//! what never crosses at all. It looks at the message as it came, field by field, so that no command and no shape can
//! forget to. A field it was never told of may hold a short mark and nothing else: whoever adds one says in
//! `checked/rules.rs` what it holds (`tests/journeys` fails until then).
//!
//! | kind of text | too long | control characters, bidi overrides and isolates, invisible marks, noncharacters |
//! |---|---|---|
//! | [`Holds::Mark`]: ids, dates, codes, zones | refused | refused: nobody types them |
//! | [`Holds::Line`]: names, titles, addresses | refused | taken out by [`domain::clean_line`]: they come along when one pastes |
//! | [`Holds::Text`]: notes | refused | taken out by [`domain::clean_text`]; line ends and tabs stay |
//! | [`Holds::Path`]: files the person gave | refused | NUL is refused; else left as they are: they name a file |
//!
//! Lone surrogates never get this far: JSON with one is no JSON (`serde_json`), nor is a number that is infinite or none.

mod rules;

use serde_json::{Map, Value};
use workflows::Fault;

pub use rules::rule;

/// The most values inside values.
const DEPTH_MOST: usize = 12;
/// The most fields of one value.
const FIELDS_MOST: usize = 64;
/// The most items of a list that is not said to hold more.
const ITEMS_MOST: usize = 1_000;
/// The most characters of a whole message: some hundred thousand ids, or some dozens of the longest notes.
const MESSAGE_MOST: usize = 8 << 20;
/// The longest mark, in characters.
const MARK_MOST: usize = 120;
/// The longest path of a file, in characters.
const PATH_MOST: usize = 4_096;

/// What a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// An id, a date, a code: short, printable, nothing one types.
    Mark,
    /// One line, at most so many characters.
    Line(usize),
    /// Lines, at most so many characters.
    Text(usize),
    /// A file's path.
    Path,
    /// A number from nought to this.
    Number(u64),
    /// A list of at most so many marks or numbers.
    Many(usize),
}

use Holds::{Line, Many, Mark, Number, Path, Text};

/// Why a message is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A text is longer than its field may hold.
    #[error("'{field}' has {found} characters, {most} at most")]
    TooLong {
        /// The field.
        field: String,
        /// Its characters.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// A list has more items than it may have.
    #[error("'{field}' has {found} items, {most} at most")]
    TooMany {
        /// The field.
        field: String,
        /// Its items.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// A number is none of those it may be.
    #[error("'{field}' is not a whole number from 0 to {most}")]
    OutOfRange {
        /// The field.
        field: String,
        /// The largest it may be.
        most: u64,
    },
    /// A mark or a path has a character nobody can see.
    #[error("'{field}' has a character that does not show")]
    Hidden {
        /// The field.
        field: String,
    },
    /// It is no message of ours: bytes, values within values within values, fields without end.
    #[error("the message is not one of the window's")]
    Shapeless,
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::TooLong { found, most, .. } => Self::invalid("error-too-long")
                .with("found", found)
                .with("most", most),
            Refused::TooMany { found, most, .. } => Self::invalid("error-too-many")
                .with("found", found)
                .with("most", most),
            Refused::OutOfRange { most, .. } => Self::invalid("error-out-of-range")
                .with("most", usize::try_from(most).unwrap_or(usize::MAX)),
            Refused::Hidden { .. } => Self::invalid("error-hidden"),
            Refused::Shapeless => Self::invalid("error-shapeless"),
        }
    }
}

/// Holds a command's message to what its fields may hold.
///
/// # Errors
/// The first thing in it that may not be.
pub fn message(command: &str, arguments: &Value) -> Result<(), Refused> {
    let Value::Object(arguments) = arguments else {
        return Err(Refused::Shapeless);
    };
    let mut reading = Reading {
        command,
        left: MESSAGE_MOST,
    };
    reading.fields(arguments, DEPTH_MOST)
}

/// A message as it is walked through.
struct Reading<'a> {
    command: &'a str,
    /// How many characters it may still have.
    left: usize,
}

impl Reading<'_> {
    fn fields(&mut self, fields: &Map<String, Value>, depth: usize) -> Result<(), Refused> {
        if fields.len() > FIELDS_MOST || depth == 0 {
            return Err(Refused::Shapeless);
        }
        for (field, value) in fields {
            // The arguments of the command itself may have a rule of their own.
            let command = if depth == DEPTH_MOST {
                self.command
            } else {
                ""
            };
            let holds = rule(command, field);
            self.value(field, holds, value, depth - 1)?;
        }
        Ok(())
    }

    fn value(
        &mut self,
        field: &str,
        holds: Option<Holds>,
        value: &Value,
        depth: usize,
    ) -> Result<(), Refused> {
        match value {
            Value::Null | Value::Bool(_) => Ok(()),
            Value::Number(number) => {
                let most = match holds {
                    Some(Number(most)) => most,
                    _ => u64::from(u32::MAX),
                };
                match number.as_u64() {
                    Some(number) if number <= most => Ok(()),
                    _ => Err(Refused::OutOfRange {
                        field: field.to_owned(),
                        most,
                    }),
                }
            }
            Value::String(text) => self.text(field, holds.unwrap_or(Mark), text),
            Value::Array(items) => {
                let most = match holds {
                    Some(Many(most)) => most,
                    _ => ITEMS_MOST,
                };
                if items.len() > most {
                    return Err(Refused::TooMany {
                        field: field.to_owned(),
                        found: items.len(),
                        most,
                    });
                }
                if depth == 0 {
                    return Err(Refused::Shapeless);
                }
                items
                    .iter()
                    .try_for_each(|item| self.value(field, holds, item, depth - 1))
            }
            Value::Object(fields) => self.fields(fields, depth),
        }
    }

    fn text(&mut self, field: &str, holds: Holds, text: &str) -> Result<(), Refused> {
        let most = match holds {
            Line(most) | Text(most) => most,
            Path => PATH_MOST,
            Mark | Many(_) | Number(_) => MARK_MOST,
        };
        let found = text.chars().count();
        if found > most || found > self.left {
            return Err(Refused::TooLong {
                field: field.to_owned(),
                found,
                most: most.min(self.left),
            });
        }
        self.left -= found;
        let hidden = match holds {
            // What they hold is cleaned where it is kept: see the table above.
            Line(_) | Text(_) => false,
            Path => text.contains('\0'),
            Mark | Many(_) | Number(_) => {
                text.chars().any(|c| c.is_control() || domain::is_hidden(c))
            }
        };
        if hidden {
            return Err(Refused::Hidden {
                field: field.to_owned(),
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn asked(arguments: Value) -> Result<(), Refused> {
        message("plan_touchpoint", &arguments)
    }

    #[test]
    fn a_name_may_be_as_long_as_the_house_keeps_it_and_no_longer() {
        let named = |count: usize| json!({ "name": "é".repeat(count) });
        let most = domain::Client::NAME_MOST;
        assert_eq!(asked(named(most)), Ok(()));
        assert!(matches!(
            asked(named(most + 1)),
            Err(Refused::TooLong { .. })
        ));
        let notes = json!({ "draft": { "notes": "é".repeat(domain::Touchpoint::TEXT_MOST) } });
        assert_eq!(asked(notes), Ok(()));
    }

    #[test]
    fn a_field_nobody_told_of_holds_a_short_mark() {
        assert_eq!(asked(json!({ "new": "camelCase" })), Ok(()));
        for bad in [
            "x".repeat(200),
            "a\u{202e}b".into(),
            "a\0".into(),
            "a\u{200b}".into(),
        ] {
            assert!(asked(json!({ "new": bad })).is_err());
        }
    }

    #[test]
    fn no_number_is_below_nought_broken_or_beyond_its_range() {
        for bad in [
            json!(-1),
            json!(0.5),
            json!(1e300),
            json!(u64::MAX),
            json!(10_000_000),
        ] {
            let refused = asked(json!({ "draft": { "minutes": bad } }));
            assert!(matches!(refused, Err(Refused::OutOfRange { .. })), "{bad}");
        }
        assert_eq!(asked(json!({ "draft": { "minutes": 45 } })), Ok(()));
    }

    #[test]
    fn nothing_is_nested_or_goes_on_without_end() {
        let mut deep = json!(1);
        for _ in 0..40 {
            deep = json!({ "a": [deep] });
        }
        assert_eq!(asked(deep), Err(Refused::Shapeless));
        let wide: Map<String, Value> = (0..500).map(|n| (n.to_string(), json!(1))).collect();
        assert_eq!(asked(wide.into()), Err(Refused::Shapeless));
        assert!(matches!(
            asked(json!({ "tags": vec!["x"; 2_000] })),
            Err(Refused::TooMany { .. })
        ));
        let long =
            json!({ "links": vec!["x".repeat(2_000); 1_000], "a": vec!["x".repeat(100); 1_000] });
        assert_eq!(
            asked(long),
            Ok(()),
            "two megabytes are long, and still a message"
        );
        let notes = vec![json!({ "value": "x".repeat(100_000) }); 200];
        assert!(matches!(
            asked(json!({ "custom": notes })),
            Err(Refused::TooLong { .. })
        ));
        assert_eq!(asked(json!([1])), Err(Refused::Shapeless));
    }
}
