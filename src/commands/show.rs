//! `show`: one claim in full, with its sentence in context.

use crate::app::{App, Exit};
use crate::error::Failure;
use crate::ledgers;
use crate::project::Project;
use crate::source::Source;
use claimbook_model::{Claim, squeeze};
use claimbook_report::{ClaimContext, ListedClaim, claim_page, json, qualified_id};
use clap::{Args, ValueEnum};

/// Show one claim in full, with its sentence in context
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimbook show trade-2022-02-17#c-7k2m9q4d")]
pub(crate) struct ShowArgs {
    /// The claim: ARTICLE#c-..., or c-... where that is enough
    #[arg(value_name = "ID")]
    id: String,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ShowFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    /// A page for reading.
    Text,
    /// The claim as the ledger holds it, with its article.
    Json,
}

/// Characters of the article shown before and after the sentence.
const AROUND: usize = 240;

pub(crate) fn run(args: &ShowArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let files = ledgers::load_for(&args.id, &project, app)?;
    let (file, claim) = ledgers::find(&files, &args.id)?;
    let article = &file.ledger.article;
    if args.format == ShowFormat::Json {
        let text =
            json::pretty(&ListedClaim { article, claim }).map_err(|e| Failure::output(&e))?;
        app.out.text(&text)?;
        return Ok(Exit::Fine);
    }
    let text = Source::of(&project, article).map(|source| squeeze(&source.article.text));
    let around = text.as_deref().and_then(|text| around(text, claim));
    let (before, after) = around.unwrap_or((&claim.quote.prefix, &claim.quote.suffix));
    let page = claim_page(
        article,
        claim,
        ClaimContext { before, after },
        &app.terminal.style,
    );
    app.out.text(&page)?;
    let id = qualified_id(article, claim);
    app.next(&format!(
        "claimbook set {id} verdict=supported evidence=https://..."
    ))?;
    Ok(Exit::Fine)
}

/// What stands before and after the claim's sentence, cut at words.
fn around<'t>(text: &'t str, claim: &Claim) -> Option<(&'t str, &'t str)> {
    let (before, rest) = text.split_once(claim.quote.exact.as_str())?;
    let first = before
        .char_indices()
        .rev()
        .nth(AROUND)
        .and_then(|(at, _)| before[at..].find(' ').map(|blank| at + blank));
    let last = rest
        .char_indices()
        .nth(AROUND)
        .and_then(|(at, _)| rest[..at].rfind(' '));
    Some((
        &before[first.unwrap_or(0)..],
        &rest[..last.unwrap_or(rest.len())],
    ))
}
