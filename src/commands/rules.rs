//! `rules`: the reference of extraction, of audits and of `check`, made from the code.

use crate::app::{App, Exit};
use crate::error::Failure;
use claimbook_ledger::{Check, catalogue};
use claimbook_model::Rule;
use claimbook_report::{
    FindingRule, finding_page, findings_markdown, json, rule_page, rules_markdown, rules_text,
};
use clap::{Args, ValueEnum};
use serde::Serialize;

/// List the rules of extraction, of audits and of `check`, or explain one
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

/// A rule of either kind, as JSON has it.
#[derive(Serialize)]
#[serde(untagged)]
enum RuleOut {
    Extraction {
        id: &'static str,
        layer: &'static str,
        doc: &'static str,
        examples: &'static [&'static str],
        counter_examples: &'static [&'static str],
    },
    Check {
        layer: &'static str,
        #[serde(flatten)]
        rule: FindingRule,
    },
}

/// The layer that checks are listed as.
const CHECK: &str = "check";

/// A check as the reference explains it.
fn explained(check: &Check) -> FindingRule {
    FindingRule {
        id: check.name,
        level: check.level.as_str(),
        doc: check.doc,
        sample: check.sample,
        says: check.says,
        advice: check.advice,
    }
}

/// A check as one line of the list of rules.
fn listed(check: &FindingRule) -> Rule {
    Rule {
        id: check.id,
        layer: CHECK,
        doc: check.doc,
        examples: &[],
        counter_examples: &[],
    }
}

pub(crate) fn run(args: &RulesArgs, app: &mut App) -> Result<Exit, Failure> {
    let mut rules = claimbook_extract::rules();
    rules.extend(claimbook_compare::audit::rules());
    let mut checks: Vec<FindingRule> = catalogue().map(explained).collect();
    if let Some(id) = &args.id {
        rules.retain(|rule| rule.id == id);
        checks.retain(|check| check.id == id);
        if rules.is_empty() && checks.is_empty() {
            let message = format!("no rule is called `{id}`");
            return Err(Failure::new(message, "`claimbook rules` lists them all"));
        }
    }
    let style = app.terminal.style;
    let text = match (args.format, &args.id) {
        (RulesFormat::Text, Some(_)) => {
            let pages = rules.iter().map(|rule| rule_page(rule, &style));
            let checks = checks.iter().map(|check| finding_page(check, &style));
            pages.chain(checks).collect()
        }
        (RulesFormat::Text, None) => {
            let listed: Vec<Rule> = checks.iter().map(listed).collect();
            rules.extend(&listed);
            rules_text(&rules, &style)
        }
        (RulesFormat::Markdown, _) if checks.is_empty() => rules_markdown(&rules),
        (RulesFormat::Markdown, _) => rules_markdown(&rules) + &findings_markdown(&checks),
        (RulesFormat::Json, _) => {
            json::pretty(&out(&rules, &checks)).map_err(|e| Failure::output(&e))?
        }
    };
    app.out.text(&text)?;
    Ok(Exit::Fine)
}

fn out(rules: &[&Rule], checks: &[FindingRule]) -> Vec<RuleOut> {
    let extraction = rules.iter().map(|rule| RuleOut::Extraction {
        id: rule.id,
        layer: rule.layer,
        doc: rule.doc,
        examples: rule.examples,
        counter_examples: rule.counter_examples,
    });
    let checks = checks.iter().map(|rule| RuleOut::Check {
        layer: CHECK,
        rule: *rule,
    });
    extraction.chain(checks).collect()
}
