//! The command line as a whole; what one command takes stands in its own file.

use crate::commands;
use chrono::NaiveDate;
use claimbook_model::ArticleMeta;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// What the news says, in numbers and quotes.
#[derive(Debug, Parser)]
#[command(
    name = "claimbook",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Examples:\n  \
        claimbook compare articles\n  \
        echo 'Sales rose almost 50%, the ministry said.' | claimbook annotate -"
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct Global {
    /// Colours: on a terminal, always, or never (`NO_COLOR` is heeded)
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = false
    )]
    pub(crate) color: ColourChoice,
    /// Columns of tables and texts: 40 or more; the terminal's by default, 80 in a pipe
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = width)]
    pub(crate) width: Option<usize>,
    /// No narration, only data and errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

fn width(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(width @ 40..=10_000) => Ok(width),
        _ => Err("expected a number from 40 to 10000".to_owned()),
    }
}

/// When to write colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColourChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always, in a pipe too.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(commands::init::InitArgs),
    Extract(commands::extract::ExtractArgs),
    Annotate(commands::annotate::AnnotateArgs),
    List(commands::list::ListArgs),
    Show(commands::show::ShowArgs),
    Review(commands::review::ReviewArgs),
    Set(commands::set::SetArgs),
    Check(commands::check::CheckArgs),
    Fmt(commands::fmt::FmtArgs),
    Diff(commands::diff::DiffArgs),
    Compare(Box<commands::compare::CompareArgs>),
    Link(commands::link::LinkArgs),
    Unlink(commands::unlink::UnlinkArgs),
    Series(commands::series::SeriesArgs),
    GitSetup(commands::git_setup::GitSetupArgs),
    Textconv(commands::textconv::TextconvArgs),
    MergeDriver(commands::merge_driver::MergeDriverArgs),
    Rules(commands::rules::RulesArgs),
    Schema(commands::schema::SchemaArgs),
    Completions(commands::completions::CompletionsArgs),
    Man(commands::man::ManArgs),
}

/// The forms of a table of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// For reading.
    Table,
    /// For notes and pull requests.
    Markdown,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// For programs, one object a line.
    Jsonl,
}

/// What the documents do not say about themselves.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "For articles that do not say it themselves")]
pub(crate) struct MetaArgs {
    /// The outlet
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// The agency that the outlet took it from
    #[arg(long, value_name = "NAME")]
    agency: Option<String>,
    /// The author
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// The day of publication, as 2022-02-17; "last year" is read against it
    #[arg(long, value_name = "DATE", value_parser = day)]
    published: Option<NaiveDate>,
    /// Where it was written
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// The headline
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Where it stands on the web
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl MetaArgs {
    /// These values over those of `settings`.
    pub(crate) fn over(&self, settings: &ArticleMeta) -> ArticleMeta {
        let pick =
            |own: &Option<String>, other: &Option<String>| own.clone().or_else(|| other.clone());
        ArticleMeta {
            publisher: pick(&self.publisher, &settings.publisher),
            agency: pick(&self.agency, &settings.agency),
            author: pick(&self.author, &settings.author),
            published: self.published.or(settings.published),
            place: pick(&self.place, &settings.place),
            title: pick(&self.title, &settings.title),
            url: pick(&self.url, &settings.url),
            ..ArticleMeta::default()
        }
    }
}

/// A day as the command line takes it.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse();
    day.map_err(|_| "expected a day such as 2022-02-17".to_owned())
}

/// How many articles are worked on at once.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct JobsArgs {
    /// Articles worked on at once; all processors by default
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
}
