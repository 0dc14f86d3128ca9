//! `rules`: the reference of extraction and of `check`, made from the code.

use crate::app::{App, Exit};
use crate::error::Failure;
use claimbook_ledger::{Check, catalogue};
use claimbook_model::Rule;
use claimbook_report::{json, rule_page, rules_markdown, rules_text};
use clap::{Args, ValueEnum};
use serde::Serialize;

/// List the rules of extraction and of `check`, or explain one
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimbook rules --format markdown > rules.md")]
pub(crate) struct RulesArgs {
    /// A rule, as `annotate` or `check` names it
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: RulesFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RulesFormat {
    /// For reading.
    Text,
    /// The whole reference with examples.
    Markdown,
    /// For programs.
    Json,
}

#[derive(Serialize)]
struct RuleOut {
    id: &'static str,
    layer: &'static str,
    doc: &'static str,
    examples: &'static [&'static str],
    counter_examples: &'static [&'static str],
}

/// A check as a rule, in a layer of its own.
fn check(check: &Check) -> Rule {
    Rule {
        id: check.name,
        layer: "check",
        doc: check.doc,
        examples: &[],
        counter_examples: &[],
    }
}

pub(crate) fn run(args: &RulesArgs, app: &mut App) -> Result<Exit, Failure> {
    let checks: Vec<Rule> = catalogue().map(check).collect();
    let mut rules = claimbook_extract::rules();
    rules.extend(&checks);
    if let Some(id) = &args.id {
        rules.retain(|rule| rule.id == id);
    }
    let style = app.terminal.style;
    let text = match (args.format, rules.as_slice(), &args.id) {
        (_, [], Some(id)) => {
            let message = format!("no rule is called `{id}`");
            return Err(Failure::new(message, "`claimbook rules` lists them all"));
        }
        (RulesFormat::Text, [rule], Some(_)) => rule_page(rule, &style),
        (RulesFormat::Text, ..) => rules_text(&rules, &style),
        (RulesFormat::Markdown, ..) => rules_markdown(&rules),
        (RulesFormat::Json, ..) => {
            let out: Vec<RuleOut> = rules
                .iter()
                .map(|r| RuleOut {
                    id: r.id,
                    layer: r.layer,
                    doc: r.doc,
                    examples: r.examples,
                    counter_examples: r.counter_examples,
                })
                .collect();
            json::pretty(&out).map_err(|e| Failure::output(&e))?
        }
    };
    app.out.text(&text)?;
    Ok(Exit::Fine)
}
