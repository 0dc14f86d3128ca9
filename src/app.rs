//! What every command is given, and the frame around a run.

use crate::args::{Cli, Command};
use crate::commands;
use crate::error::{Failure, Problem};
use crate::out::Out;
use crate::terminal::Terminal;
use claimbook_report::{Role, visible};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

/// How a command ended, when nothing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Fine,
    /// It worked, and found something that should fail a build.
    Findings,
}

/// The streams of the program and what they may look like.
pub(crate) struct App {
    /// Standard output.
    pub(crate) out: Out,
    /// What is known about the terminal.
    pub(crate) terminal: Terminal,
    quiet: bool,
    failed: bool,
}

/// "1 article", "2 articles".
pub(crate) fn count(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

impl App {
    /// Says something beside the data, after the data so far; `--quiet` silences it.
    pub(crate) fn note(&mut self, text: &str) -> Result<(), Failure> {
        if !self.quiet {
            self.out.flush()?;
            say(&visible(text));
        }
        Ok(())
    }

    /// Says what to type next.
    pub(crate) fn next(&mut self, command: &str) -> Result<(), Failure> {
        let label = self.terminal.notes.paint(Role::Faint, "next:");
        if !self.quiet {
            self.out.flush()?;
            say(&format!("{label} {}", visible(command)));
        }
        Ok(())
    }

    /// Says that something is odd, without failing.
    pub(crate) fn warn(&mut self, message: &str, help: &str) -> Result<(), Failure> {
        if !self.quiet {
            self.out.flush()?;
            self.tell("warning", Role::Doubtful, message, Some(help));
        }
        Ok(())
    }

    /// Reports a failure of one input and goes on; the exit code will be 2.
    /// A closed pipe cannot be gone on with and comes back.
    pub(crate) fn report(&mut self, failure: Failure) -> Result<(), Failure> {
        match failure {
            Failure::ClosedPipe => Err(Failure::ClosedPipe),
            Failure::Problem(problem) => {
                self.out.flush()?;
                self.tell_problem(&problem);
                Ok(())
            }
        }
    }

    /// Whether narration is wanted.
    pub(crate) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    fn tell_problem(&mut self, problem: &Problem) {
        self.failed = true;
        self.tell(
            "error",
            Role::Bad,
            &problem.message,
            problem.help.as_deref(),
        );
    }

    fn tell(&self, label: &str, role: Role, message: &str, help: Option<&str>) {
        let style = self.terminal.notes;
        say(&format!(
            "{}: {}",
            style.paint(role, label),
            visible(message)
        ));
        if let Some(help) = help {
            say(&format!(
                "  {}: {}",
                style.paint(Role::Faint, "help"),
                visible(help)
            ));
        }
    }
}

/// A line on standard error. There is nobody to tell when that fails.
fn say(line: &str) {
    drop(writeln!(std::io::stderr().lock(), "{line}"));
}

/// Reads the arguments, runs the command and turns its end into an exit code:
/// 0 fine, 1 findings, 2 anything that failed.
pub(crate) fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let mut app = App {
        out: Out::new(),
        terminal: Terminal::new(&cli.global),
        quiet: cli.global.quiet,
        failed: false,
    };
    let ended = dispatch(cli.command, &mut app).and_then(|exit| app.out.flush().map(|()| exit));
    match ended {
        Ok(_) if app.failed => ExitCode::from(2),
        Ok(Exit::Fine) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Problem(problem)) => {
            // What was found before the failure is still worth having.
            let _closing = app.out.flush();
            app.tell_problem(&problem);
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command, app: &mut App) -> Result<Exit, Failure> {
    match command {
        Command::Init(args) => commands::init::run(&args, app),
        Command::Extract(args) => commands::extract::run(&args, app),
        Command::Annotate(args) => commands::annotate::run(&args, app),
        Command::List(args) => commands::list::run(&args, app),
        Command::Show(args) => commands::show::run(&args, app),
        Command::Review(args) => commands::review::run(&args, app),
        Command::Set(args) => commands::set::run(&args, app),
        Command::Check(args) => commands::check::run(&args, app),
        Command::Fmt(args) => commands::fmt::run(&args, app),
        Command::Diff(args) => commands::diff::run(&args, app),
        Command::Compare(args) => commands::compare::run(&args, app),
        Command::Link(args) => commands::link::run(&args, app),
        Command::Unlink(args) => commands::unlink::run(&args, app),
        Command::Series(args) => commands::series::run(&args, app),
        Command::GitSetup(_) => commands::git_setup::run(app),
        Command::Textconv(args) => commands::textconv::run(&args, app),
        Command::MergeDriver(args) => commands::merge_driver::run(&args, app),
        Command::Rules(args) => commands::rules::run(&args, app),
        Command::Schema(args) => commands::schema::run(&args, app),
        Command::Completions(args) => commands::completions::run(&args, app),
        Command::Man(args) => commands::man::run(&args, app),
    }
}

/// Help and version are data; a wrong argument is a failure.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        let _nobody_to_tell = error.print();
        return ExitCode::from(2);
    }
    let text = error.render();
    let coloured = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    let text = if coloured {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    let mut out = Out::new();
    match out.text(&text).and_then(|()| out.flush()) {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Problem(problem)) => {
            say(&format!("error: {}", problem.message));
            ExitCode::from(2)
        }
    }
}
