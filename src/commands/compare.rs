//! `compare`: rows across articles, from article files or from the ledger.

mod audit;
mod why;

use crate::app::{App, Exit};
use crate::args::{JobsArgs, MetaArgs, TableFormat};
use crate::articles::{self, ArticleClaims};
use crate::error::Failure;
use crate::filter::Filter;
use crate::input;
use crate::ledgers;
use crate::project::Project;
use crate::series::{SeriesFile, refusal, row_by_hand};
use crate::shell::quoted;
use crate::work::Workers;
use claimbook_compare::{Comparison, Fidelity, Item, Options, Row, RowVerdict, compare};
use claimbook_ledger::series::{Series, find};
use claimbook_report::{
    comparison_csv, comparison_json, comparison_jsonl, comparison_markdown, comparison_table,
};
use clap::Args;
use std::path::PathBuf;

/// Show where articles agree, conflict or have moved on
///
/// With paths, the articles are read as they are and no project is needed;
/// without, the claims of the ledger are compared, as people corrected them, and
/// series.yaml says which belong together.
/// A filter keeps every row in which at least one claim fits: --article shows what else
/// speaks of what an article says. Only what may come onto these rows is compared.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook compare articles\n  \
    claimbook compare --measure 'vaccine doses' --format markdown\n  \
    claimbook compare --article trade-2022-02-17\n  \
    claimbook compare articles --why '12%' 'almost 50%'\n  \
    claimbook compare articles --audit")]
pub(crate) struct CompareArgs {
    /// Article files, folders of them, or - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the rows
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: TableFormat,
    /// Rows of a single article too
    #[arg(long)]
    all: bool,
    /// Only the row of this series; the name or a synonym
    #[arg(long, value_name = "NAME", conflicts_with = "paths")]
    series: Option<String>,
    /// For every link of a row, what brings its two claims together, in words and weights
    #[arg(long)]
    explain: bool,
    /// Why two claims are on one row or are not; each by its id, ARTICLE#c-..., or by
    /// the words of its figure
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with_all = ["all", "explain", "series"])]
    why: Option<Vec<String>>,
    /// What does not add up instead of the rows: changes against the levels they join,
    /// parts against their sum, shares against their numbers
    #[arg(long, conflicts_with_all = ["all", "explain", "series", "why"])]
    audit: bool,
    #[command(flatten)]
    jobs: JobsArgs,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    meta: MetaArgs,
}

pub(crate) fn run(args: &CompareArgs, app: &mut App) -> Result<Exit, Failure> {
    if args.explain && matches!(args.format, TableFormat::Csv) {
        return Err(Failure::new(
            "--explain does not fit into CSV",
            "use --format table, markdown, json or jsonl",
        ));
    }
    let workers = Workers::new(args.jobs)?;
    let (articles, kept) = if args.paths.is_empty() {
        from_ledger(&workers, app)?
    } else {
        (from_paths(args, &workers, app)?, Vec::new())
    };
    let asked = args.series.as_ref().map(|name| find(&kept, name));
    let asked = asked.transpose().map_err(refusal)?.map(|s| s.name.clone());
    let items: Vec<Item<'_>> = articles.iter().flat_map(items).collect();
    let all_meant = args.filter.is_empty();
    let meant = |item: &Item<'_>| all_meant || args.filter.takes(item.article, item.claim);
    let meant: Vec<bool> = items.iter().map(meant).collect();
    let options = Options {
        all: args.all || asked.is_some(),
        explain: args.explain,
        only: (!all_meant).then(|| meant.clone()),
        series: kept.into_iter().map(row_by_hand).collect(),
    };
    if args.audit {
        return audit::run(&items, &meant, articles.len(), args.format, app);
    }
    if let Some([a, b]) = args.why.as_deref() {
        return why::run([a, b], &items, &meant, &options, args.format, app);
    }
    let mut comparison = compare(&items, &options);
    if asked.is_some() {
        comparison.rows.retain(|row| row.series == asked);
        comparison.apart.clear();
    }
    let text = match args.format {
        TableFormat::Table => comparison_table(&comparison, &items, &app.terminal.style),
        TableFormat::Markdown => comparison_markdown(&comparison, &items),
        TableFormat::Csv => comparison_csv(&comparison, &items),
        TableFormat::Json => {
            comparison_json(&comparison, &items).map_err(|e| Failure::output(&e))?
        }
        TableFormat::Jsonl => {
            comparison_jsonl(&comparison, &items).map_err(|e| Failure::output(&e))?
        }
    };
    app.out.text(&text)?;
    app.note(&summary(articles.len(), items.len(), &comparison))?;
    next(args, &articles, app)?;
    Ok(Exit::Fine)
}

/// The claims of the ledger, and the rows that people keep by hand.
fn from_ledger(
    workers: &Workers,
    app: &mut App,
) -> Result<(Vec<ArticleClaims>, Vec<Series>), Failure> {
    let project = Project::required()?;
    let kept = SeriesFile::open(&project)?.series;
    let files = ledgers::load(&project, app)?;
    let articles = articles::with_places(files, &project, workers)?;
    Ok((articles, kept))
}

fn from_paths(
    args: &CompareArgs,
    workers: &Workers,
    app: &mut App,
) -> Result<Vec<ArticleClaims>, Failure> {
    let project = Project::find()?;
    let settings = project.as_ref().map(Project::defaults).unwrap_or_default();
    let inputs = input::collect(&args.paths, project.as_ref(), app)?;
    articles::read_all(&inputs, &args.meta.over(&settings), workers, app)
}

/// The claims of an article as they are compared.
fn items(article: &ArticleClaims) -> impl Iterator<Item = Item<'_>> {
    let placed = article.claims.iter().zip(&article.places);
    placed.map(|(claim, place)| Item {
        article: &article.meta,
        claim,
        at: place.map(|p| p.at),
        words_at: place.and_then(|p| p.words),
    })
}

/// "10 articles, 46 claims: 7 rows (2 conflicts, 1 update, 3 agree); 22 claims stand alone".
fn summary(articles: usize, claims: usize, comparison: &Comparison) -> String {
    let mut kinds = Vec::new();
    for (test, one, many) in KINDS {
        let n = comparison.rows.iter().filter(|row| test(row)).count();
        if n > 0 {
            kinds.push(count(n, one, many));
        }
    }
    let kinds = if kinds.is_empty() {
        String::new()
    } else {
        format!(" ({})", kinds.join(", "))
    };
    format!(
        "{}, {}: {}{kinds}; {} alone",
        count(articles, "article", "articles"),
        count(claims, "claim", "claims"),
        count(comparison.rows.len(), "row", "rows"),
        count(comparison.alone, "claim stands", "claims stand"),
    )
}

/// A kind of row: how it is told, and what one and many are called.
type RowCount = (fn(&Row) -> bool, &'static str, &'static str);

/// The kinds of row that the summary counts.
const KINDS: [RowCount; 5] = [
    (
        |row| row.fidelity.is_none() && is_conflict(row.verdict),
        "conflict",
        "conflicts",
    ),
    (
        |row| row.fidelity.is_none() && matches!(row.verdict, RowVerdict::Update),
        "update",
        "updates",
    ),
    (
        |row| row.fidelity.is_none() && matches!(row.verdict, RowVerdict::Agree),
        "agrees",
        "agree",
    ),
    (
        |row| matches!(row.fidelity, Some(Fidelity::Altered)),
        "drift",
        "drifts",
    ),
    (
        |row| row.fidelity.is_some_and(|f| f != Fidelity::Altered),
        "other quotation",
        "other quotations",
    ),
];

const fn is_conflict(verdict: RowVerdict) -> bool {
    matches!(verdict, RowVerdict::Conflict | RowVerdict::Mixed)
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// What a person would do next.
fn next(args: &CompareArgs, articles: &[ArticleClaims], app: &mut App) -> Result<(), Failure> {
    match (articles.is_empty(), args.paths.is_empty()) {
        (true, true) => return app.next("claimbook extract articles"),
        (false, true) => return app.next("claimbook show ID"),
        (true, false) => return Ok(()),
        (false, false) => {}
    }
    let paths: Vec<String> = args
        .paths
        .iter()
        .map(|p| quoted(&p.display().to_string()))
        .collect();
    match Project::find()? {
        Some(_) => app.next(&format!("claimbook extract {}", paths.join(" "))),
        None => app.next("claimbook init, to keep these claims and review them"),
    }
}
