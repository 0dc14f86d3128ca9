//! `man`: manual pages, made from the same arguments as the help.

use crate::app::{App, Exit};
use crate::args::Cli;
use crate::error::Failure;
use clap::{Args, CommandFactory};
use clap_mangen::Man;

/// Print a manual page
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimbook man > claimbook.1 && claimbook man annotate > claimbook-annotate.1"
)]
pub(crate) struct ManArgs {
    /// The page of one command; without it, the page of the program
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(crate) fn run(args: &ManArgs, app: &mut App) -> Result<Exit, Failure> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            found.ok_or_else(|| {
                Failure::new(
                    format!("no command is called `{name}`"),
                    "`claimbook help` lists them all",
                )
            })?
        }
    };
    let mut text = Vec::new();
    Man::new(page)
        .render(&mut text)
        .map_err(|e| Failure::output(&e))?;
    app.out.bytes(&text)?;
    Ok(Exit::Fine)
}
