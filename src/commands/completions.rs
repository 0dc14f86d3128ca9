//! `completions`: scripts that make a shell complete commands and options.

use crate::app::{App, Exit};
use crate::args::Cli;
use crate::error::Failure;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

/// Print a completion script for a shell
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimbook completions bash > ~/.local/share/bash-completion/completions/claimbook"
)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(crate) fn run(args: &CompletionsArgs, app: &mut App) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut Cli::command(), "claimbook", &mut script);
    app.out.bytes(&script)?;
    Ok(Exit::Fine)
}
