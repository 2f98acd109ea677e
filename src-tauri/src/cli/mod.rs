//! `sentier` opens the window. `sentier <verb>` works without one, on the same workflows.

mod archive;
mod backup;
mod judging;
mod listing;
mod locking;
mod passphrase;
mod person;
mod speech;
mod undoing;
mod verbs;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use domain::Language;
use words::Words;
use workflows::Clock;

use crate::{paths, window};

/// How a verb ended, as the shell sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Busy = 3,
}

/// What every verb, and the window, takes. Its words are in `cli.ftl`, by argument.
#[derive(Debug, Clone, Args)]
pub struct Common {
    #[arg(long, global = true, env = "SENTIER_DATA_DIR", value_name = "DIR")]
    data_dir: Option<PathBuf>,
    #[arg(long, global = true, env = "SENTIER_NOW", value_name = "RFC3339")]
    now: Option<DateTime<FixedOffset>>,
    #[arg(long, global = true, value_name = "fr|en")]
    lang: Option<Spoken>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Spoken {
    Fr,
    En,
}

impl Common {
    pub(crate) fn clock(&self) -> Clock {
        self.now
            .map_or(Clock::System, |at| Clock::Fixed(at.to_utc()))
    }

    /// Whether the data folder was named, rather than the usual one taken.
    pub(crate) fn names_folder(&self) -> bool {
        self.data_dir.is_some()
    }

    pub(crate) fn language(&self) -> Option<Language> {
        self.lang.map(|spoken| match spoken {
            Spoken::Fr => Language::Fr,
            Spoken::En => Language::En,
        })
    }
}

#[derive(Debug, Parser)]
#[command(name = "sentier", version)]
struct Cli {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    common: Common,
    #[arg(long)]
    hidden: bool,
    /// Files to bring in when the window opens.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Import {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long)]
        dry_run: bool,
        #[arg(long, value_name = "CSV")]
        report: Option<PathBuf>,
        #[arg(long)]
        replace: bool,
    },
    Export {
        #[arg(long, default_value = "ics")]
        format: Format,
        #[arg(long, value_name = "ID|EMAIL", required_if_eq("format", "person"))]
        contact: Option<String>,
        #[arg(value_name = "OUT")]
        out: PathBuf,
    },
    List {
        what: Listed,
        #[arg(long, value_name = "DATE", value_parser = wire::text::date)]
        from: Option<NaiveDate>,
        #[arg(long, value_name = "DATE", value_parser = wire::text::date)]
        to: Option<NaiveDate>,
    },
    Judge {
        #[arg(value_name = "START", value_parser = wire::text::wall)]
        at: NaiveDateTime,
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=20_160))]
        minutes: u32,
        #[arg(long, default_value = "video")]
        kind: Met,
        #[arg(long)]
        confidential: bool,
    },
    Search {
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
    },
    Backup {
        #[arg(value_name = "OUT")]
        out: PathBuf,
    },
    Restore {
        #[arg(value_name = "FILE")]
        copy: PathBuf,
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        missing: bool,
    },
    Check,
    Repair,
    Lock {
        #[command(subcommand)]
        what: locking::Lock,
    },
    Undo {
        #[arg(value_name = "STEP")]
        step: Option<u64>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Ics,
    Vcf,
    Vcf3,
    Vcf4,
    Csv,
    Archive,
    Person,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Listed {
    Days,
    Touchpoints,
    Clients,
    Departures,
    History,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Met {
    Phone,
    Video,
    InPerson,
}

/// The whole program: reads the arguments, opens the window or does the verb.
pub fn main() -> ExitCode {
    crate::crash::say_where_only();
    crate::crash::leave_no_core();
    let words =
        Words::new(speech::asked_language(std::env::args()).unwrap_or_else(words::system_language));
    let command = speech::in_words(<Cli as clap::CommandFactory>::command(), &words);
    let parsed = command
        .try_get_matches()
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let usage = error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if usage {
                Exit::Usage as u8
            } else {
                Exit::Done as u8
            });
        }
    };
    let Some(folder) = paths::data_folder(cli.common.data_dir.as_deref()) else {
        eprintln!("{}", words.say("cli-no-folder", &[]));
        return ExitCode::from(Exit::Usage as u8);
    };
    if cli.verb.is_some() && cli.hidden {
        eprintln!("{}", words.say("cli-hidden-verb", &[]));
        return ExitCode::from(Exit::Usage as u8);
    }
    match cli.verb {
        Some(Verb::Lock { what }) => {
            ExitCode::from(locking::run(&what, &folder, &cli.common, &words) as u8)
        }
        Some(verb) => ExitCode::from(verbs::run(verb, &folder, &cli.common, &words) as u8),
        None => open_window(folder, &cli, &words),
    }
}

fn open_window(folder: PathBuf, cli: &Cli, words: &Words) -> ExitCode {
    if !window::has_display() {
        eprintln!("{}", words.say("cli-no-display", &[]));
        eprintln!("{}", words.say("cli-no-display-hint", &[]));
        return ExitCode::from(Exit::Failed as u8);
    }
    let here = std::env::current_dir().unwrap_or_default();
    let files = cli
        .files
        .iter()
        .map(|file| paths::given_file(&here, file))
        .collect();
    match window::open(folder, &cli.common, files, cli.hidden) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "{}",
                words.say("cli-no-window", &[("detail", error.to_string().into())])
            );
            ExitCode::from(Exit::Failed as u8)
        }
    }
}

/// What a start of the window asked for.
#[derive(Debug, Default)]
pub(crate) struct Launch {
    /// The files it named, as it named them.
    pub(crate) files: Vec<String>,
    /// Whether it was to show no window.
    pub(crate) hidden: bool,
}

/// What another start asks for with these arguments (the first is the program's name).
pub(crate) fn launch_of(arguments: &[String]) -> Launch {
    Cli::try_parse_from(arguments)
        .map(|Cli { files, hidden, .. }| Launch { files, hidden })
        .unwrap_or_default()
}

fn today_or(given: Option<NaiveDate>, otherwise: NaiveDate) -> NaiveDate {
    given.unwrap_or(otherwise)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
