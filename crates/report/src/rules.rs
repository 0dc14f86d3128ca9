//! The rules of extraction, and the findings of `check`, as a reference.

use crate::style::{Role, Style};
use crate::wrap::hanging;
use crate::{markdown, visible};
use claimbook_model::Rule;
use serde::Serialize;

/// A finding of `check` as the reference explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FindingRule {
    /// Its name.
    pub id: &'static str,
    /// Error, warning or note.
    pub level: &'static str,
    /// What it is about, in one line.
    pub doc: &'static str,
    /// Lines of a ledger file that have it.
    pub sample: &'static str,
    /// What is said about them.
    pub says: &'static str,
    /// What is advised then.
    pub advice: &'static str,
}

/// A finding with the lines of a ledger file that have it, and what is said about them.
#[must_use]
pub fn finding_page(rule: &FindingRule, style: &Style) -> String {
    let mut out = format!(
        "{} (check, {})\n",
        style.paint(Role::Heading, rule.id),
        rule.level
    );
    out.push_str(&hanging("", rule.doc, style.width));
    out.push_str("\nfound in\n");
    for line in rule.sample.lines() {
        out.push_str(&format!("  {}\n", visible(line)));
    }
    out.push_str("\nsays\n");
    out.push_str(&hanging("  ", rule.says, style.width));
    out.push_str(&hanging("  help: ", rule.advice, style.width));
    out
}

/// The findings of `check` as a section of the reference.
#[must_use]
pub fn findings_markdown(rules: &[FindingRule]) -> String {
    let mut out = String::from("\n## check\n\n");
    out.push_str("What `claimbook check` may find, each with lines of a ledger file that have it and what is said\n");
    out.push_str("about them. A claim can waive findings about itself or its text; `docs/ci.md` tells of baselines.\n");
    for rule in rules {
        let FindingRule {
            id,
            level,
            doc,
            says,
            advice,
            ..
        } = rule;
        let sample = visible(rule.sample);
        out.push_str(&format!(
            "\n### {id}\n\n{doc} ({level}).\n\n```yaml\n{sample}\n```\n\n```text\n{level}[{id}]: {says}\n  help: {advice}\n```\n"
        ));
    }
    out
}

/// One line a rule, below the name of its layer.
#[must_use]
pub fn rules_text(rules: &[&Rule], style: &Style) -> String {
    let wide = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for layer in rules.chunk_by(|a, b| a.layer == b.layer) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{}\n", style.paint(Role::Heading, layer[0].layer)));
        for rule in layer {
            out.push_str(&hanging(
                &format!("  {:wide$}  ", rule.id),
                rule.doc,
                style.width,
            ));
        }
    }
    out
}

/// A rule with its examples and counter-examples.
#[must_use]
pub fn rule_page(rule: &Rule, style: &Style) -> String {
    let mut out = format!("{} ({})\n", style.paint(Role::Heading, rule.id), rule.layer);
    out.push_str(&hanging("", rule.doc, style.width));
    for (title, sentences) in [
        ("finds", rule.examples),
        ("finds nothing in", rule.counter_examples),
    ] {
        if !sentences.is_empty() {
            out.push_str(&format!("\n{title}\n"));
        }
        for sentence in sentences {
            out.push_str(&hanging("  - ", sentence, style.width));
        }
    }
    out
}

/// The whole reference: a section for each layer, and in it one for each rule.
#[must_use]
pub fn rules_markdown(rules: &[&Rule]) -> String {
    let mut out = String::from("# Rules\n\n");
    out.push_str("Every finding carries the id of the rule that made it. In the examples the words found stand in\n");
    out.push_str("[brackets]; in the counter-examples the rule finds nothing. Made by `claimbook rules --format markdown`.\n");
    for layer in rules.chunk_by(|a, b| a.layer == b.layer) {
        out.push_str(&format!("\n## {}\n", layer[0].layer));
        for rule in layer {
            out.push_str(&format!(
                "\n### {}\n\n{}.\n",
                rule.id,
                rule.doc.trim_end_matches('.')
            ));
            for (title, sentences) in [
                ("Examples", rule.examples),
                ("Counter-examples", rule.counter_examples),
            ] {
                if sentences.is_empty() {
                    continue;
                }
                out.push_str(&format!("\n{title}:\n\n"));
                for sentence in sentences {
                    out.push_str(&format!("- {}\n", markdown::escaped(sentence)));
                }
            }
        }
    }
    out
}
