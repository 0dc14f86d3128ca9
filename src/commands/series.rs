//! `series`: the rows that people keep by hand.

use crate::app::{App, Exit, count};
use crate::error::Failure;
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use crate::series::{self, SeriesFile, refusal};
use crate::shell::quoted;
use claimbook_ledger::series::{Series, add, find};
use claimbook_report::{ListedClaim, claims_table, json, one_line};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

/// List the rows that people keep by hand, show one, or add to one
///
/// They stand in series.yaml, which may be edited by hand; `claimbook link` and
/// `claimbook unlink` write it too.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "Examples:\n  \
    claimbook series\n  \
    claimbook series show 'bilateral trade'\n  \
    claimbook series add 'bilateral trade' --synonym 'trade turnover'")]
pub(crate) struct SeriesArgs {
    #[command(subcommand)]
    what: Option<What>,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: SeriesFormat,
}

#[derive(Debug, Subcommand)]
enum What {
    Show(ShowArgs),
    Add(AddArgs),
}

/// Show one series with its claims
#[derive(Debug, Args)]
struct ShowArgs {
    /// The series, by its name or a synonym
    #[arg(value_name = "NAME")]
    name: String,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: SeriesFormat,
}

/// Make a series, or add to the one that is there
#[derive(Debug, Args)]
struct AddArgs {
    /// What the row is called
    #[arg(value_name = "NAME")]
    name: String,
    /// Claims that stand on it: ARTICLE#c-..., or c-... where that is enough
    #[arg(value_name = "ID")]
    claims: Vec<String>,
    /// Another wording of its measure; may be given several times
    #[arg(long, value_name = "TEXT")]
    synonym: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SeriesFormat {
    /// For reading.
    Text,
    /// For programs.
    Json,
}

pub(crate) fn run(args: &SeriesArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    match &args.what {
        None => list(args.format, &project, app)?,
        Some(What::Show(args)) => show(args, &project, app)?,
        Some(What::Add(args)) => extend(args, &project, app)?,
    }
    Ok(Exit::Fine)
}

fn list(format: SeriesFormat, project: &Project, app: &mut App) -> Result<(), Failure> {
    let all = SeriesFile::open(project)?.series;
    if format == SeriesFormat::Json {
        let out: Vec<Out<'_>> = all.iter().map(Out::from).collect();
        return app
            .out
            .text(&json::pretty(&out).map_err(|e| Failure::output(&e))?);
    }
    for one in &all {
        app.out
            .text(&format!("{}  ({})\n", one_line(&one.name), size(one)))?;
    }
    if all.is_empty() {
        app.note("no series yet: the rows are as compare makes them")?;
        app.next("claimbook link ID ID, to put two claims on one row")?;
    }
    Ok(())
}

/// "2 members, 1 kept off, 3 synonyms".
fn size(series: &Series) -> String {
    let mut parts = vec![count(series.members.len(), "member")];
    if !series.non_members.is_empty() {
        parts.push(format!("{} kept off", series.non_members.len()));
    }
    if !series.synonyms.is_empty() {
        parts.push(count(series.synonyms.len(), "synonym"));
    }
    parts.join(", ")
}

fn show(args: &ShowArgs, project: &Project, app: &mut App) -> Result<(), Failure> {
    let all = SeriesFile::open(project)?.series;
    let one = find(&all, &args.name).map_err(refusal)?;
    if args.format == SeriesFormat::Json {
        let text = json::pretty(&Out::from(one)).map_err(|e| Failure::output(&e))?;
        return app.out.text(&text);
    }
    let files = ledgers::load(project, app)?;
    app.out.text(&format!("{}\n", one_line(&one.name)))?;
    for synonym in &one.synonyms {
        app.out.text(&format!("  also: {}\n", one_line(synonym)))?;
    }
    for (title, names) in [("members", &one.members), ("kept off", &one.non_members)] {
        if !names.is_empty() {
            app.out.text(&format!("\n{title}\n\n"))?;
            let found: Vec<ListedClaim<'_>> = names
                .iter()
                .filter_map(|name| listed(name, &files))
                .collect();
            app.out.text(&claims_table(&found, &app.terminal.style))?;
            if found.len() < names.len() {
                let missing = count(names.len() - found.len(), "claim");
                let help = "`claimbook check` names them with their lines";
                app.warn(&format!("{missing} of the {title} cannot be found"), help)?;
            }
        }
    }
    app.next(&format!("claimbook compare --series {}", quoted(&one.name)))
}

/// The claim with this name.
fn listed<'f>(name: &str, files: &'f [LedgerFile]) -> Option<ListedClaim<'f>> {
    let (article, id) = name.rsplit_once('#')?;
    let mut of_article = files.iter().filter(|f| f.ledger.article.id == article);
    let ledger = &of_article.next()?.ledger;
    Some(ListedClaim {
        article: &ledger.article,
        claim: ledger.claim(id)?,
    })
}

fn extend(args: &AddArgs, project: &Project, app: &mut App) -> Result<(), Failure> {
    let claims = series::claims(&args.claims, project, app)?;
    let members: Vec<String> = claims.into_iter().map(|claim| claim.name).collect();
    let decided = series::decide(project, app, |series| {
        add(series, &args.name, &args.synonym, &members)
    })?;
    let all = SeriesFile::open(project)?.series;
    let one = find(&all, &args.name).map_err(refusal)?;
    let unchanged = if decided.changed {
        ""
    } else {
        ", nothing changed"
    };
    app.note(&format!(
        "series \"{}\": {}{unchanged}",
        one.name,
        size(one)
    ))?;
    app.next(&format!("claimbook series show {}", quoted(&one.name)))
}

/// A series as JSON: all of its keys, empty lists too.
#[derive(Serialize)]
struct Out<'a> {
    name: &'a str,
    synonyms: &'a [String],
    members: &'a [String],
    non_members: &'a [String],
}

impl<'a> From<&'a Series> for Out<'a> {
    fn from(series: &'a Series) -> Self {
        Self {
            name: &series.name,
            synonyms: &series.synonyms,
            members: &series.members,
            non_members: &series.non_members,
        }
    }
}
