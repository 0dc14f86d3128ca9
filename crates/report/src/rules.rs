//! The rules of extraction as a reference.

use crate::markdown;
use crate::style::{Role, Style};
use crate::wrap::hanging;
use claimbook_model::Rule;

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
