//! `show`: claims in full, each with what stands around it.

mod history;

use crate::app::{App, Exit};
use crate::beside::Rows;
use crate::error::Failure;
use crate::filter::Filter;
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use crate::shell::quoted;
use crate::source::{Source, around};
use claimbook_model::{Claim, squeeze};
use claimbook_report::{ClaimContext, ListedClaim, Style, claim_page, json, qualified_id};
use claimbook_report::{elsewhere as elsewhere_text, history as history_text, neighbours};
use clap::{Args, ValueEnum};
use history::History;

/// Show claims in full, each with its sentence in context
///
/// Below the claim stand its neighbours in the article, what other articles say on the
/// same row, and, in a git repository, what became of it commit by commit.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook show trade-2022-02-17#c-7k2m9q4d\n  \
    claimbook show --stale")]
pub(crate) struct ShowArgs {
    /// The claims: ARTICLE#c-..., or c-... where that is enough; without, those that
    /// the filters take
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ShowFormat,
    #[command(flatten)]
    filter: Filter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    /// Pages for reading.
    Text,
    /// The claim as the ledger holds it, with its article; several as an array.
    Json,
}

/// A claim and the file that it stands in.
type Found<'f> = (&'f LedgerFile, &'f Claim);

pub(crate) fn run(args: &ShowArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let files = match args.ids.as_slice() {
        [id] => ledgers::load_for(id, &project, app)?,
        _ => ledgers::load(&project, app)?,
    };
    let claims = meant(&files, args)?;
    match args.format {
        ShowFormat::Json => as_json(&claims, args, app)?,
        ShowFormat::Text => pages(&claims, &project, app)?,
    }
    Ok(Exit::Fine)
}

/// The claims that are named, else those that the filters take.
fn meant<'f>(files: &'f [LedgerFile], args: &ShowArgs) -> Result<Vec<Found<'f>>, Failure> {
    if args.ids.is_empty() && args.filter.is_empty() {
        return Err(Failure::new(
            "no claim is named",
            "name one as ARTICLE#c-..., or give a filter such as --stale",
        ));
    }
    let takes = |(file, claim): &Found<'_>| args.filter.takes(&file.ledger.article, claim);
    if args.ids.is_empty() {
        let claims = files
            .iter()
            .flat_map(|file| file.ledger.claims.iter().map(move |claim| (file, claim)));
        return Ok(claims.filter(takes).collect());
    }
    let named = args.ids.iter().map(|id| ledgers::find(files, id));
    let named: Vec<Found<'f>> = named.collect::<Result<_, _>>()?;
    Ok(named.into_iter().filter(takes).collect())
}

/// What is said where the filters leave nothing to show.
const NONE_FITS: &str = "no claim fits these filters";

/// One claim that was named as an object, otherwise an array; nothing where the filters
/// leave out the one that was named.
fn as_json(claims: &[Found<'_>], args: &ShowArgs, app: &mut App) -> Result<(), Failure> {
    if claims.is_empty() && args.ids.len() == 1 {
        return app.note(NONE_FITS);
    }
    let listed = claims.iter().map(|(file, claim)| ListedClaim {
        article: &file.ledger.article,
        claim,
    });
    let listed: Vec<ListedClaim<'_>> = listed.collect();
    let text = match (listed.as_slice(), args.ids.len()) {
        ([one], 1) => json::pretty(one),
        (all, _) => json::pretty(&all),
    };
    app.out.text(&text.map_err(|e| Failure::output(&e))?)
}

fn pages(claims: &[Found<'_>], project: &Project, app: &mut App) -> Result<(), Failure> {
    let Some((first, claim)) = claims.first() else {
        return app.note(NONE_FITS);
    };
    let ledgers = ledgers::all_readable(project, app)?;
    let rows = Rows::of(ledgers.iter(), project)?;
    let mut history = History::of(project);
    if rows.too_many() {
        app.note("too many claims to tell what other articles say; `claimbook compare --article ID` does")?;
    }
    for (index, (file, claim)) in claims.iter().enumerate() {
        if index > 0 {
            app.out.text("\n")?;
        }
        let page = page(
            (file, claim),
            &rows,
            &mut history,
            project,
            &app.terminal.style,
        );
        app.out.text(&page)?;
    }
    let id = quoted(&qualified_id(&first.ledger.article, claim));
    app.next(&format!(
        "claimbook set {id} verdict=supported evidence=https://..."
    ))
}

/// The page of one claim.
fn page(
    (file, claim): Found<'_>,
    rows: &Rows<'_>,
    history: &mut History,
    project: &Project,
    style: &Style,
) -> String {
    let article = &file.ledger.article;
    let text = Source::of(project, article).map(|source| squeeze(&source.article.text));
    let around = text.as_deref().and_then(|text| around(text, claim));
    let (before, after) = around.unwrap_or((&claim.quote.prefix, &claim.quote.suffix));
    let mut page = claim_page(article, claim, ClaimContext { before, after }, style);
    let claims = &file.ledger.claims;
    let at = claims.iter().position(|c| std::ptr::eq(c, claim));
    let at = at.unwrap_or(0);
    let before = at.checked_sub(1).and_then(|before| claims.get(before));
    page.push_str(&neighbours(before, claims.get(at + 1), style));
    page.push_str(&elsewhere_text(&rows.beside(article, claim), style));
    page.push_str(&history_text(
        &history.entries(&project.relative(&file.path), claim),
        style,
    ));
    page
}
