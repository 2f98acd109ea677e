use domain::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// Every file Rust speaks from, in both languages.
macro_rules! files {
    ($($name:literal),*) => {
        (
            &[$(include_str!(concat!("../ftl/fr/", $name, ".ftl"))),*],
            &[$(include_str!(concat!("../ftl/en/", $name, ".ftl"))),*],
        )
    };
}

const FILES: (&[&str], &[&str]) = files![
    "air",
    "backup",
    "check",
    "cli",
    "dates",
    "departures",
    "did",
    "errors",
    "examples",
    "folder",
    "history",
    "holidays",
    "lock",
    "locked",
    "path",
    "reminders",
    "rights",
    "said",
    "verdict"
];

/// One language, ready to speak.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// What a message's variable holds.
#[derive(Debug, Clone)]
pub enum Arg {
    /// Words as they are.
    Text(String),
    /// A number, said as the language says numbers.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl Words {
    /// The words of `language`.
    pub fn new(language: Language) -> Self {
        let (id, texts) = match language {
            Language::Fr => ("fr", FILES.0),
            Language::En => ("en", FILES.1),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![
            id.parse::<LanguageIdentifier>().unwrap_or_default(),
        ]);
        // Isolation marks are invisible in a window and noise in a terminal.
        bundle.set_use_isolating(false);
        for text in texts {
            let resource = FluentResource::try_new(spaced(language, text))
                .unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `id` with its variables; the id itself when there is no such message.
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(
                (*name).to_owned(),
                match value {
                    Arg::Text(text) => FluentValue::from(text.clone()),
                    Arg::Number(number) => FluentValue::from(*number),
                },
            );
        }
        let mut faults = Vec::new();
        self.bundle
            .get_message(id)
            .and_then(|message| message.value())
            .map(|pattern| {
                self.bundle
                    .format_pattern(pattern, Some(&values), &mut faults)
                    .into_owned()
            })
            .unwrap_or_else(|| id.to_owned())
    }
}

/// French for whoever's system speaks it, English for everybody else.
pub fn system_language() -> Language {
    let spoken = sys_locale::get_locale().unwrap_or_default();
    if spoken.to_ascii_lowercase().starts_with("fr") {
        Language::Fr
    } else {
        Language::En
    }
}

/// The text with the spaces French marks ask for, as the page writes them (`words/typography.ts`): narrow before
/// `; ! ?`, plain but unbreakable before `:` and inside `« »`.
fn spaced(language: Language, text: &str) -> String {
    const SPACES: [(&str, &str); 6] = [
        (" ;", "\u{202f};"),
        (" !", "\u{202f}!"),
        (" ?", "\u{202f}?"),
        (" : ", "\u{a0}: "),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ];
    match language {
        Language::En => text.to_owned(),
        Language::Fr => SPACES.iter().fold(text.to_owned(), |text, (plain, kept)| {
            text.replace(plain, kept)
        }),
    }
}
