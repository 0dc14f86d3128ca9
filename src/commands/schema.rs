//! `schema`: the JSON Schemas of the files of a claimbook, for editors and other
//! programs.

use crate::app::{App, Exit};
use crate::error::Failure;
use claimbook_report::json;
use clap::{Args, ValueEnum};

/// Print the JSON Schema of ledger files, or of series.yaml
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimbook schema > ledger.schema.json")]
pub(crate) struct SchemaArgs {
    /// Which files
    #[arg(value_name = "FILES", default_value = "ledger")]
    of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SchemaOf {
    /// The claims of an article.
    Ledger,
    /// The rows that people keep by hand.
    Series,
}

pub(crate) fn run(args: &SchemaArgs, app: &mut App) -> Result<Exit, Failure> {
    let schema = match args.of {
        SchemaOf::Ledger => claimbook_ledger::schema(),
        SchemaOf::Series => claimbook_ledger::series_schema(),
    };
    let text = json::pretty(&schema).map_err(|e| Failure::output(&e))?;
    app.out.text(&text)?;
    Ok(Exit::Fine)
}
