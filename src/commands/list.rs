//! `list`: the claims of the ledger.

use crate::app::{App, Exit, count};
use crate::args::TableFormat;
use crate::error::Failure;
use crate::filter::Filter;
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use claimbook_report::{
    ListedClaim, claims_csv, claims_json, claims_jsonl, claims_markdown, claims_table,
};
use clap::Args;

/// List the claims of the ledger
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook list --speaker borisov --since 2022-01-01\n  \
    claimbook list --verdict open --format csv > to-do.csv\n  \
    claimbook list --stale")]
pub(crate) struct ListArgs {
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: TableFormat,
    #[command(flatten)]
    filter: Filter,
}

pub(crate) fn run(args: &ListArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let files = ledgers::load(&project, app)?;
    let claims = listed(&files, &args.filter);
    let text = match args.format {
        TableFormat::Table => claims_table(&claims, &app.terminal.style),
        TableFormat::Markdown => claims_markdown(&claims),
        TableFormat::Csv => claims_csv(&claims),
        TableFormat::Json => claims_json(&claims).map_err(|e| Failure::output(&e))?,
        TableFormat::Jsonl => claims_jsonl(&claims).map_err(|e| Failure::output(&e))?,
    };
    app.out.text(&text)?;
    let all: usize = files.iter().map(|f| f.ledger.claims.len()).sum();
    if all == 0 {
        app.note("the ledger holds no claims yet")?;
        app.next("claimbook extract articles")?;
    } else if claims.is_empty() {
        app.note(&format!("none of the {all} claims fits these filters"))?;
    } else {
        app.note(&format!(
            "{} of {}, {}",
            claims.len(),
            count(all, "claim"),
            count(files.len(), "article")
        ))?;
    }
    Ok(Exit::Fine)
}

/// The claims that the filter takes, by file and place in it.
fn listed<'f>(files: &'f [LedgerFile], filter: &Filter) -> Vec<ListedClaim<'f>> {
    let all = files.iter().flat_map(|file| {
        let article = &file.ledger.article;
        file.ledger
            .claims
            .iter()
            .map(move |claim| ListedClaim { article, claim })
    });
    all.filter(|listed| filter.takes(listed.article, listed.claim))
        .collect()
}
