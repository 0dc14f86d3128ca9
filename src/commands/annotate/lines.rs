//! `annotate --input-format jsonl`: one answer for one line, good or bad.

use super::{Run, Shape};
use crate::app::{App, count};
use crate::articles::warn;
use crate::error::Failure;
use crate::input::STDIN;
use crate::stream::{self, Line};
use claimbook_article::{Warning, read_json_line};
use claimbook_report::json;
use serde::Serialize;
use std::path::Path;

/// What one line gave.
struct Answer {
    bytes: Vec<u8>,
    warnings: Vec<Warning>,
    failure: Option<Failure>,
}

/// Answers to lines carry no text: who asks has it.
const SHAPE: Shape<'static> = Shape {
    path: None,
    with_text: false,
    titled: false,
};

/// Why a line is refused.
struct Refusal {
    id: Option<String>,
    column: usize,
    message: String,
    help: String,
}

impl Refusal {
    fn new(column: usize, message: &str, help: &str) -> Self {
        Self {
            id: None,
            column,
            message: message.to_owned(),
            help: help.to_owned(),
        }
    }
}

/// The record that stands where a bad line's answer would stand.
#[derive(Serialize)]
struct BadLine<'a> {
    id: Option<&'a str>,
    error: &'a str,
    line: usize,
}

/// Answers every line of `path`; bad lines are reported too.
pub(super) fn annotate(run: &Run, path: &Path, app: &mut App) -> Result<(), Failure> {
    let stdin = path.as_os_str() == STDIN;
    let name = if stdin {
        "<stdin>".to_owned()
    } else {
        path.display().to_string()
    };
    let (mut good, mut bad) = (0usize, 0usize);
    let work = |line: &Line| answer(run, &name, line);
    let take = |line: &Line, answer: Answer| {
        match answer.failure {
            None => good += 1,
            Some(failure) => {
                bad += 1;
                app.report(failure)?;
            }
        }
        warn(&format!("{name}:{}", line.number), &answer.warnings, app)?;
        app.out.bytes(&answer.bytes)
    };
    if stdin {
        stream::lines(std::io::stdin(), &run.workers, work, take)?;
    } else {
        match std::fs::File::open(path) {
            Ok(file) => stream::lines(file, &run.workers, work, take)?,
            Err(error) => return app.report(Failure::file("read", path, &error)),
        }
    }
    app.note(&format!(
        "{} annotated, {}",
        count(good, "article"),
        count(bad, "bad line")
    ))
}

fn answer(run: &Run, name: &str, line: &Line) -> Answer {
    let read = text(line).and_then(|text| {
        let read = read_json_line(text, &run.defaults);
        read.map_err(|error| Refusal {
            id: error.id,
            column: error.column,
            message: error.message,
            help: error.hint,
        })
    });
    match read {
        Ok(mut read) => {
            if read.article.meta.id.is_empty() {
                read.article.meta.id = line.number.to_string();
            }
            let (bytes, warnings) = run.answer(read, SHAPE);
            Answer {
                bytes,
                warnings,
                failure: None,
            }
        }
        Err(refusal) => refused(name, line, &refusal),
    }
}

/// The text of a line.
fn text(line: &Line) -> Result<&str, Refusal> {
    let Some(bytes) = &line.bytes else {
        return Err(Refusal::new(
            1,
            "the line is too long",
            "the limit is 64 MiB",
        ));
    };
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let column = before.chars().count() + 1;
        Refusal::new(
            column,
            "the line is not UTF-8",
            "JSON is always UTF-8; convert the file",
        )
    })
}

/// The answer to a bad line: a record in its place, and a failure that names it.
fn refused(name: &str, line: &Line, refusal: &Refusal) -> Answer {
    let Refusal {
        id,
        column,
        message,
        help,
    } = refusal;
    let record = BadLine {
        id: id.as_deref(),
        error: message,
        line: line.number,
    };
    let mut bytes = Vec::new();
    json::write_line(&mut bytes, &record).expect("memory takes every line");
    let place = format!("{name}:{}:{column}", line.number);
    Answer {
        bytes,
        warnings: Vec::new(),
        failure: Some(Failure::new(format!("{place}: {message}"), help.as_str())),
    }
}
