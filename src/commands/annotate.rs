//! `annotate`: every layer of an article, nothing written.

mod lines;

use crate::app::{App, Exit};
use crate::args::{JobsArgs, MetaArgs};
use crate::articles::{named_claims, warn};
use crate::error::Failure;
use crate::input::{self, Input};
use crate::project::{Project, with_slashes};
use crate::work::Workers;
use claimbook_article::{Format, Read, Warning};
use claimbook_extract::Extractor;
use claimbook_model::ArticleMeta;
use claimbook_report::{
    AnnotationRecord, Explain, Role, Style, annotated, one_line, write_annotations,
};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Show everything that is found in articles, without a project and without writing
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    echo 'Sales rose almost 50%, the ministry said.' | claimbook annotate -\n  \
    claimbook annotate --explain report.html\n  \
    zcat archive.jsonl.gz | claimbook annotate --input-format jsonl - > found.jsonl")]
pub(crate) struct AnnotateArgs {
    /// Article files, folders of them, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Highlighted text, or a JSON object for each article; text on a terminal, else jsonl
    #[arg(long, value_name = "FORMAT")]
    format: Option<OutputFormat>,
    /// What the input is: by its ending, or one of these
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    input_format: InputFormat,
    /// Add the rule behind every finding and the words it rests on
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    jobs: JobsArgs,
    #[command(flatten)]
    meta: MetaArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OutputFormat {
    /// The text with signs below what was found.
    Text,
    /// One JSON object a line.
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputFormat {
    /// By the ending; text for standard input.
    Auto,
    /// Text, with front matter or without.
    Text,
    /// A web page.
    Html,
    /// One JSON object a line: id, text, title, publisher, published ...
    Jsonl,
}

/// What all articles of a run share.
struct Run {
    extractor: Extractor,
    workers: Workers,
    defaults: ArticleMeta,
    explain: bool,
    text: bool,
    style: Style,
}

/// How one article is answered.
#[derive(Clone, Copy)]
struct Shape<'a> {
    /// The file it comes from.
    path: Option<&'a str>,
    /// Whether the answer carries the text.
    with_text: bool,
    /// Whether the answer is one of several texts and needs a title.
    titled: bool,
}

pub(crate) fn run(args: &AnnotateArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::find()?;
    let settings = project.as_ref().map(Project::defaults).unwrap_or_default();
    let text = args
        .format
        .map_or(app.terminal.stdout, |format| format == OutputFormat::Text);
    let run = Run {
        extractor: Extractor::new(),
        workers: Workers::new(args.jobs)?,
        defaults: args.meta.over(&settings),
        explain: args.explain,
        text,
        style: app.terminal.style,
    };
    if args.input_format == InputFormat::Jsonl {
        for path in &args.paths {
            lines::annotate(&run, path, app)?;
        }
        return Ok(Exit::Fine);
    }
    let format = match args.input_format {
        InputFormat::Text => Some(Format::Text),
        InputFormat::Html => Some(Format::Html),
        InputFormat::Auto | InputFormat::Jsonl => None,
    };
    let inputs = input::collect(&args.paths, project.as_ref(), app)?;
    run.files(&inputs, format, app)?;
    Ok(Exit::Fine)
}

impl Run {
    fn files(
        &self,
        inputs: &[Input],
        format: Option<Format>,
        app: &mut App,
    ) -> Result<(), Failure> {
        let work = |input: &Input| {
            let read = input.read(format, &self.defaults)?;
            let path = input.path.as_deref().map(with_slashes);
            let shape = Shape {
                path: path.as_deref(),
                with_text: true,
                titled: inputs.len() > 1,
            };
            Ok(self.answer(read, shape))
        };
        self.workers
            .in_order(inputs, work, |input, done: Result<_, Failure>| match done {
                Ok((bytes, warnings)) => {
                    warn(&input.name(), &warnings, app)?;
                    app.out.bytes(&bytes)
                }
                Err(failure) => app.report(failure),
            })
    }

    /// Annotates one article and gives the answer in the form that was asked for.
    fn answer(&self, read: Read, shape: Shape<'_>) -> (Vec<u8>, Vec<Warning>) {
        let Read { article, warnings } = read;
        let mut found = self.extractor.annotate(&article);
        if self.explain {
            found.left_alone = self.extractor.left_alone(&article);
        }
        if self.text {
            let explain = if self.explain {
                Explain::Yes
            } else {
                Explain::No
            };
            let mut text = annotated(&article, &found, explain, &self.style);
            if shape.titled {
                let title = self.style.paint(
                    Role::Heading,
                    &one_line(shape.path.unwrap_or(&article.meta.id)),
                );
                text = format!("{title}\n\n{text}\n");
            }
            return (text.into_bytes(), warnings);
        }
        let claims = named_claims(&article.meta.id, std::mem::take(&mut found.claims));
        let record = AnnotationRecord {
            id: &article.meta.id,
            path: shape.path,
            text: &article.text,
            with_text: shape.with_text,
            annotations: &found,
            claims: &claims,
            explain: self.explain,
        };
        let mut line = Vec::with_capacity(article.text.len() * ANSWER_PER_TEXT);
        write_annotations(&mut line, &record).expect("memory takes every line");
        (line, warnings)
    }
}

/// Bytes of JSON that a byte of text is expected to give, so that the answer is
/// seldom moved while it grows.
const ANSWER_PER_TEXT: usize = 6;
