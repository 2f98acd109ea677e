//! The help, in the person's language: every command and argument has its message in `cli.ftl`.

use clap::Command;
use domain::Language;
use words::Words;

/// The language asked for on the command line, read before the arguments are, since the help speaks it.
pub(super) fn asked_language(mut arguments: impl Iterator<Item = String>) -> Option<Language> {
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next()?,
            Some(rest) => rest.strip_prefix('=')?.to_owned(),
            None => continue,
        };
        return match value.as_str() {
            "fr" => Some(Language::Fr),
            "en" => Some(Language::En),
            _ => None,
        };
    }
    None
}

/// The command with its help in `words`.
pub(super) fn in_words(command: Command, words: &Words) -> Command {
    let name = command.get_name().to_owned();
    let about = words.say(&format!("cli-{name}"), &[]);
    let command = command.about(about).mut_args(|argument| {
        let id = format!("cli-arg-{}", argument.get_id().as_str().replace('_', "-"));
        let help = words.say(&id, &[]);
        if help == id {
            argument
        } else {
            argument.help(help)
        }
    });
    let examples = format!("cli-{name}-examples");
    let after = words.say(&examples, &[]);
    let command = if after == examples {
        command
    } else {
        command.after_help(after)
    };
    command.mut_subcommands(|verb| in_words(verb, words))
}
