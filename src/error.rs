//! The one place where errors of libraries become what a person reads: a place,
//! a message, and what to do about it.

use claimbook_article::ReadError;
use claimbook_ledger::{BaselineError, Finding, Refused, SetError, WriteError};
use std::io;
use std::path::Path;

/// Why a command, or its work on one input, ended.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Whoever read standard output has gone; nothing is said.
    ClosedPipe,
    /// Something to tell.
    Problem(Problem),
}

/// A message and what to do about it.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// What is wrong; begins with `file:line:column:` where there is one.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: Option<String>,
}

impl Failure {
    /// A problem with a way out.
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Problem(Problem {
            message: message.into(),
            help: Some(help.into()),
        })
    }

    /// A problem that needs no advice.
    pub(crate) fn plain(message: impl Into<String>) -> Self {
        Self::Problem(Problem {
            message: message.into(),
            help: None,
        })
    }

    /// Standard output could not be written.
    pub(crate) fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::plain(format!(
                "cannot write to standard output: {}",
                reason(error)
            ))
        }
    }

    /// A file or folder could not be read, written or made ("read", "write", "make").
    pub(crate) fn file(action: &str, path: &Path, error: &io::Error) -> Self {
        let message = format!("{}: cannot {action} it: {}", path.display(), reason(error));
        match help_for(error) {
            Some(help) => Self::new(message, help),
            None => Self::plain(message),
        }
    }

    /// An article was refused; `name` is the file, or `<stdin>`.
    pub(crate) fn article(name: &str, error: &ReadError) -> Self {
        let message = format!("{name}:{}:{}: {}", error.line, error.column, error.message);
        Self::new(message, error.hint.clone())
    }

    /// A ledger file could not be written.
    pub(crate) fn write(error: &WriteError) -> Self {
        let (path, doing, source) = (error.path.display(), error.doing, reason(&error.source));
        let message = format!("{path}: cannot write it: {doing}: {source}");
        let help = if error.replaced {
            "the file is written, but may not survive a power cut"
        } else {
            "the file is as it was; run the command again when the cause is gone"
        };
        Self::new(message, help)
    }

    /// A ledger file stands in the way of an edit.
    pub(crate) fn refused(path: &Path, refused: &Refused) -> Self {
        let message = format!("{}:{}:1: {}", path.display(), refused.line, refused.message);
        Self::new(message, "nothing was written to this file")
    }

    /// Several inputs have one id.
    pub(crate) fn shared_id(id: &str, names: &[&str]) -> Self {
        Self::new(
            format!(
                "{}: they share the id `{id}`; none of them is used",
                names.join(", ")
            ),
            "give one of them another `id:` in its front matter, or another name",
        )
    }

    /// A decision cannot be recorded.
    pub(crate) fn set(error: SetError) -> Self {
        let SetError { message, hint } = error;
        let help = Some(hint).filter(|hint| !hint.is_empty());
        Self::Problem(Problem { message, help })
    }

    /// The first of several findings in a ledger file.
    pub(crate) fn first(findings: &[Finding]) -> Self {
        findings.first().map_or_else(
            || Self::plain("the ledger file cannot be read"),
            Self::ledger,
        )
    }

    /// A baseline has a line that is no entry.
    pub(crate) fn baseline(error: &BaselineError) -> Self {
        Self::new(
            error.to_string(),
            "mend the line, or delete the file and write it anew with --write-baseline",
        )
    }

    /// A YAML file of settings was refused.
    pub(crate) fn yaml(path: &Path, error: &serde_yaml::Error, help: &str) -> Self {
        let (line, column) = error
            .location()
            .map_or((1, 1), |at| (at.line(), at.column()));
        let text = error.to_string();
        let reason = text.split(" at line ").next().unwrap_or(&text);
        Self::new(
            format!("{}:{line}:{column}: {reason}", path.display()),
            help,
        )
    }

    /// A ledger file cannot be used because of this finding.
    pub(crate) fn ledger(finding: &Finding) -> Self {
        let Finding {
            file,
            line,
            column,
            message,
            hint,
            ..
        } = finding;
        Self::Problem(Problem {
            message: format!("{file}:{line}:{column}: {message}"),
            help: hint.clone(),
        })
    }
}

/// The system's reason without its number ("No space left on device").
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((reason, _)) => reason.to_owned(),
        None => text,
    }
}

fn help_for(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        io::ErrorKind::NotFound => Some("check the spelling of the path"),
        io::ErrorKind::PermissionDenied => Some("check who may read and write it"),
        io::ErrorKind::StorageFull => {
            Some("free some space; nothing that was there before is lost")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, Problem};
    use std::io;
    use std::path::Path;

    fn shown(failure: &Failure) -> String {
        match failure {
            Failure::ClosedPipe => "(quiet)".to_owned(),
            Failure::Problem(Problem { message, help }) => format!("{message} | {help:?}"),
        }
    }

    #[test]
    fn a_closed_pipe_is_quiet_and_a_full_device_is_not() {
        let closed = io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(shown(&Failure::output(&closed)), "(quiet)");
        let full = io::Error::from_raw_os_error(28);
        let text = shown(&Failure::output(&full));
        assert!(
            text.starts_with("cannot write to standard output: "),
            "{text}"
        );
        assert!(!text.contains("os error"), "{text}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = io::Error::from(io::ErrorKind::NotFound);
        let text = shown(&Failure::file("read", Path::new("a/b.txt"), &error));
        assert!(text.starts_with("a/b.txt: cannot read it: "), "{text}");
        assert!(text.contains("spelling"), "{text}");
    }
}
