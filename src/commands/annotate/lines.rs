//! `annotate --input-format jsonl`: one answer for one line, good or bad.

use super::{Run, Shape};
use crate::app::App;
use crate::articles::warn;
use crate::error::Failure;
use crate::input::STDIN;
use crate::stream::{self, Line};
use claimbook_article::{ReadError, Warning, read_json_line};
use claimbook_report::json;
use serde::Serialize;
use std::path::Path;

/// What one line gave.
struct Answer {
    bytes: Vec<u8>,
    warnings: Vec<Warning>,
    failure: Option<Failure>,
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
    app.note(&format!("{good} articles annotated, {bad} bad lines"))
}

fn answer(run: &Run, name: &str, line: &Line) -> Answer {
    let Some(bytes) = &line.bytes else {
        return refused(
            name,
            line,
            None,
            1,
            "the line is too long",
            "the limit is 64 MiB",
        );
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let column = String::from_utf8_lossy(&bytes[..error.valid_up_to()])
                .chars()
                .count()
                + 1;
            return refused(
                name,
                line,
                None,
                column,
                "the line is not UTF-8",
                "JSON is always UTF-8; convert the file",
            );
        }
    };
    match read_json_line(text, &run.defaults) {
        Ok(mut read) => {
            if read.article.meta.id.is_empty() {
                read.article.meta.id = line.number.to_string();
            }
            let shape = Shape {
                path: None,
                with_text: false,
                titled: false,
            };
            let (bytes, warnings) = run.answer(read, shape);
            Answer {
                bytes,
                warnings,
                failure: None,
            }
        }
        Err(ReadError {
            id,
            column,
            message,
            hint,
            ..
        }) => refused(name, line, id.as_deref(), column, &message, &hint),
    }
}

/// The answer to a bad line: a record in its place, and a failure that names it.
fn refused(
    name: &str,
    line: &Line,
    id: Option<&str>,
    column: usize,
    message: &str,
    help: &str,
) -> Answer {
    let record = BadLine {
        id,
        error: message,
        line: line.number,
    };
    let mut bytes = Vec::new();
    json::write_line(&mut bytes, &record).expect("memory takes every line");
    let failure = Failure::new(format!("{name}:{}:{column}: {message}", line.number), help);
    Answer {
        bytes,
        warnings: Vec::new(),
        failure: Some(failure),
    }
}
