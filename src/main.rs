//! The `claimbook` command: what the news says, in numbers and quotes.
//!
//! The rooms of the workspace are pure; this one owns the world: arguments,
//! files and folders, the terminal, and exit codes. Data goes to standard output
//! through one writer, narration to standard error.

mod app;
mod args;
mod articles;
mod attributes;
mod beside;
mod clock;
mod commands;
mod decisions;
mod error;
mod filter;
mod git;
mod input;
mod ledgers;
mod named;
mod out;
mod progress;
mod project;
mod series;
mod shell;
mod source;
mod stream;
mod terminal;
mod told;
mod walk;
mod work;

use std::process::ExitCode;

fn main() -> ExitCode {
    app::main()
}
