//! `extract`: articles to ledger files, without touching what people wrote there.

mod told;
mod worked;

use crate::app::{App, Exit};
use crate::args::{JobsArgs, MetaArgs};
use crate::articles::{shared_ids, warn};
use crate::error::Failure;
use crate::input::{self, Input};
use crate::progress;
use crate::project::Project;
use crate::work::Workers;
use clap::Args;
use std::collections::BTreeSet;
use std::path::PathBuf;
use told::Told;
use worked::{Worked, Worker};

/// Find the claims of articles and fold them into the ledger
///
/// One ledger file for each article. It may be run again at any time: ids, reviews,
/// corrections and comments stay, and what an outlet changed is told.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook extract articles\n  \
    claimbook extract --dry-run --publisher 'Paris Beacon' report.html\n  \
    pbpaste | claimbook extract --publisher 'Paris Beacon' --published 2022-01-21 -")]
pub(crate) struct ExtractArgs {
    /// Article files, folders of them, or - for standard input (its text is kept)
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Say what would change and write nothing
    #[arg(long, short = 'n')]
    dry_run: bool,
    #[command(flatten)]
    jobs: JobsArgs,
    #[command(flatten)]
    meta: MetaArgs,
}

pub(crate) fn run(args: &ExtractArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let inputs = input::collect(&args.paths, Some(&project), app)?;
    // Held until everything is written.
    let _lock = if args.dry_run {
        None
    } else {
        Some(project.lock(app)?)
    };
    let workers = Workers::new(args.jobs)?;
    let worker = Worker::new(&project, args.meta.clone());
    let articles = work_on(&inputs, &worker, &workers, app)?;
    let articles = without_shared_ids(articles, app)?;
    if !args.dry_run && !articles.is_empty() {
        project.refresh_schema()?;
    }
    let mut told = Told::default();
    for article in &articles {
        let written = if args.dry_run {
            article.may_be_written()
        } else {
            article.write()
        };
        match written {
            Ok(()) => app.out.text(&told.article(article, &app.terminal.style))?,
            Err(failure) => app.report(failure)?,
        }
    }
    told.end(args.dry_run, app)?;
    Ok(Exit::Fine)
}

/// Reads, annotates and folds in all inputs; those that fail are reported.
fn work_on(
    inputs: &[Input],
    worker: &Worker<'_>,
    workers: &Workers,
    app: &mut App,
) -> Result<Vec<Worked>, Failure> {
    let bar = progress::bar(inputs.len(), app);
    let mut articles = Vec::with_capacity(inputs.len());
    let done = workers.in_order(
        inputs,
        |input| worker.work(input),
        |input, worked| {
            bar.inc(1);
            match worked {
                Ok(worked) => {
                    warn(&input.name(), &worked.warnings, app)?;
                    articles.push(worked);
                    Ok(())
                }
                Err(failures) => failures
                    .into_iter()
                    .try_for_each(|failure| app.report(failure)),
            }
        },
    );
    bar.finish_and_clear();
    done.map(|()| articles)
}

/// Leaves out, and reports, articles that would be written to one file.
fn without_shared_ids(mut articles: Vec<Worked>, app: &mut App) -> Result<Vec<Worked>, Failure> {
    let shared = shared_ids(articles.iter().map(|a| (a.id(), a.name.as_str())));
    for (id, names) in &shared {
        app.report(Failure::shared_id(id, names))?;
    }
    let shared: BTreeSet<String> = shared.into_keys().collect();
    articles.retain(|article| !shared.contains(&article.id().to_lowercase()));
    Ok(articles)
}
