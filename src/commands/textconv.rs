//! `textconv`: the short form in which git shows ledger files; `git-setup` tells it to.

use crate::app::{App, Exit};
use crate::error::Failure;
use crate::ledgers;
use claimbook_ledger::Ledger;
use claimbook_model::Claim;
use claimbook_report::{one_line, visible};
use clap::Args;
use serde::Serialize;
use serde_yaml::Value;
use std::path::PathBuf;

/// Print a ledger file in a short form: `claimbook git-setup` arranges for it
///
/// What git should show must not fail: a file that is no ledger is printed as it is.
#[derive(Debug, Args)]
#[command(hide = true)]
pub(crate) struct TextconvArgs {
    /// The file
    file: PathBuf,
}

pub(crate) fn run(args: &TextconvArgs, app: &mut App) -> Result<Exit, Failure> {
    let bytes = std::fs::read(&args.file).map_err(|e| Failure::file("read", &args.file, &e))?;
    let text = match ledgers::from_bytes(&bytes, &args.file) {
        Ok(file) => short(&file.ledger),
        Err(_) => visible(&String::from_utf8_lossy(&bytes)).into_owned(),
    };
    app.out.text(&text)?;
    Ok(Exit::Fine)
}

/// The article on a line; each claim with a line for each of its entries. Only the
/// words around the sentence are left out.
fn short(ledger: &Ledger) -> String {
    let mut out = format!("article: {}\n", inline(&value(&ledger.article)));
    for claim in &ledger.claims {
        let head = format!("{}: {}", claim.id, claim.as_judged());
        out.push_str(&format!("\n{}\n", one_line(&head)));
        out.push_str(&entries(claim));
    }
    out
}

fn entries(claim: &Claim) -> String {
    let claim = value(claim);
    let entries = claim.as_mapping().into_iter().flatten();
    let entries = entries.filter(|(key, _)| key.as_str() != Some("id"));
    entries
        .map(|(key, value)| match (key.as_str(), value.get("exact")) {
            (Some("quote"), Some(exact)) => format!("  quote: {}\n", inline(exact)),
            _ => format!("  {}: {}\n", inline(key), inline(value)),
        })
        .collect()
}

fn value<T: Serialize>(thing: &T) -> Value {
    serde_yaml::to_value(thing).unwrap_or_default()
}

/// A value on one line: "reading ok, verdict disputed"; items of lists are parted by
/// semicolons.
fn inline(value: &Value) -> String {
    match value {
        Value::Mapping(entries) => {
            let entries = entries.iter();
            let entries: Vec<String> = entries
                .map(|(key, value)| format!("{} {}", inline(key), inline(value)))
                .collect();
            entries.join(", ")
        }
        Value::Sequence(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            items.join("; ")
        }
        Value::String(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Null | Value::Tagged(_) => String::new(),
    }
}
