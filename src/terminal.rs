//! Where the output goes and how it may look there.

use crate::args::{ColourChoice, Global};
use claimbook_report::Style;
use std::io::{IsTerminal, stderr, stdout};

/// Columns of tables that no terminal shows.
const WIDTH_IN_A_PIPE: usize = 80;
/// Narrower tables cannot be read.
const LEAST_WIDTH: usize = 40;

/// What is known about standard output and standard error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    /// Whether a person reads standard output.
    pub(crate) stdout: bool,
    /// Whether a person reads standard error.
    pub(crate) stderr: bool,
    /// The width that the command line asks for.
    pub(crate) asked_width: Option<usize>,
    /// Width and colour of standard output.
    pub(crate) style: Style,
    /// Width and colour of standard error.
    pub(crate) notes: Style,
}

impl Terminal {
    /// Looks at both streams, `NO_COLOR` and its relatives, and the arguments.
    pub(crate) fn new(args: &Global) -> Self {
        let seen = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let at_least = |width: usize| width.max(LEAST_WIDTH);
        let of = |terminal: bool| {
            let seen = seen.filter(|_| terminal).unwrap_or(WIDTH_IN_A_PIPE);
            args.width.unwrap_or(at_least(seen))
        };
        let (stdout_is, stderr_is) = (stdout().is_terminal(), stderr().is_terminal());
        let wanted = |auto: anstream::ColorChoice| match args.color {
            ColourChoice::Auto => auto != anstream::ColorChoice::Never,
            ColourChoice::Always => true,
            ColourChoice::Never => false,
        };
        Self {
            stdout: stdout_is,
            stderr: stderr_is,
            asked_width: args.width,
            style: Style {
                width: of(stdout_is),
                colour: wanted(anstream::AutoStream::choice(&stdout())),
            },
            notes: Style {
                width: of(stderr_is),
                colour: wanted(anstream::AutoStream::choice(&stderr())),
            },
        }
    }
}
