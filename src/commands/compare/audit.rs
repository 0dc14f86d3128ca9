//! `compare --audit`: figures that do not add up.

use crate::app::{App, Exit, count};
use crate::args::TableFormat;
use crate::error::Failure;
use claimbook_compare::Item;
use claimbook_compare::audit::audit;
use claimbook_report::{audit_csv, audit_json, audit_jsonl, audit_markdown, audit_table};

/// Tells the findings in which a claim is `meant`.
pub(super) fn run(
    items: &[Item<'_>],
    meant: &[bool],
    articles: usize,
    format: TableFormat,
    app: &mut App,
) -> Result<Exit, Failure> {
    let mut findings = audit(items);
    findings.retain(|finding| finding.items.iter().any(|item| meant[*item]));
    let text = match format {
        TableFormat::Table => audit_table(&findings, items, &app.terminal.style),
        TableFormat::Markdown => audit_markdown(&findings, items),
        TableFormat::Csv => audit_csv(&findings, items),
        TableFormat::Json => audit_json(&findings, items).map_err(|e| Failure::output(&e))?,
        TableFormat::Jsonl => audit_jsonl(&findings, items).map_err(|e| Failure::output(&e))?,
    };
    app.out.text(&text)?;
    let looked_at = format!(
        "{}, {}",
        count(articles, "article"),
        count(items.len(), "claim")
    );
    app.note(&match findings.len() {
        0 => format!("{looked_at}: nothing that does not add up"),
        n => format!("{looked_at}: {}", count(n, "finding")),
    })?;
    if let Some(first) = findings.first() {
        app.next(&format!("claimbook rules {}", first.rule.id))?;
    }
    Ok(Exit::Fine)
}
