//! Figures that do not add up, as pages, tables and data.

use crate::style::{Role, Style};
use crate::wording::{article_line, qualified_id, value};
use crate::wrap::hanging;
use crate::{csv, json, markdown, one_line};
use claimbook_compare::Item;
use claimbook_compare::audit::AuditFinding;
use serde::Serialize;
use std::io;

/// Blanks before everything below a heading.
const INDENT: &str = "  ";

/// Each finding with what is wrong, the arithmetic, and the claims with their sentences.
#[must_use]
pub fn audit_table(findings: &[AuditFinding], items: &[Item<'_>], style: &Style) -> String {
    let blocks = findings.iter().map(|finding| {
        let label = style.paint(Role::Doubtful, finding.rule.id);
        let mut block = hanging(
            &format!("{}  ", finding.rule.id),
            &finding.says,
            style.width,
        );
        if style.colour {
            block = block.replacen(finding.rule.id, &label, 1);
        }
        block.push_str(&hanging("  = ", &finding.arithmetic, style.width));
        let mut shown = None;
        for sentence in sentences(finding, items) {
            let article = sentence.item.article;
            if shown.replace(&article.id) != Some(&article.id) {
                let line = style.paint(Role::Heading, &article_line(article));
                block.push_str(&format!("{INDENT}{line}\n"));
            }
            let quoted = format!("\"{}\"", one_line(&sentence.item.claim.quote.exact));
            block.push_str(&hanging("    ", &quoted, style.width));
            let claims: Vec<String> = sentence.claims.iter().map(|item| named(item)).collect();
            block.push_str(&hanging("    ", &claims.join(", "), style.width));
        }
        block
    });
    blocks.collect::<Vec<_>>().join("\n")
}

/// A Markdown section for each finding.
#[must_use]
pub fn audit_markdown(findings: &[AuditFinding], items: &[Item<'_>]) -> String {
    let mut out = String::new();
    for finding in findings {
        let (says, sums) = (&finding.says, &finding.arithmetic);
        out.push_str(&format!(
            "### {}: {}\n\n{}\n\n",
            finding.rule.id,
            markdown::escaped(says),
            markdown::escaped(sums)
        ));
        for sentence in sentences(finding, items) {
            let claims: Vec<String> = sentence.claims.iter().map(|item| named(item)).collect();
            out.push_str(&format!(
                "- \"{}\" ({})\n",
                markdown::escaped(&sentence.item.claim.quote.exact),
                markdown::escaped(&claims.join(", "))
            ));
        }
        out.push('\n');
    }
    out
}

/// A line for each claim of each finding.
#[must_use]
pub fn audit_csv(findings: &[AuditFinding], items: &[Item<'_>]) -> String {
    let titles = [
        "finding",
        "rule",
        "says",
        "arithmetic",
        "article",
        "claim",
        "text",
        "sentence",
    ];
    let numbered = (1..).zip(findings);
    let rows = numbered.flat_map(|(number, finding): (usize, _)| {
        let members = finding.items.iter().filter_map(|at| items.get(*at));
        members.map(move |item| {
            [
                number.to_string(),
                finding.rule.id.to_owned(),
                finding.says.clone(),
                finding.arithmetic.clone(),
                item.article.id.clone(),
                item.claim.id.clone(),
                value(item.claim),
                item.claim.quote.exact.clone(),
            ]
        })
    });
    csv::file(titles, rows)
}

#[derive(Serialize)]
struct Whole<'a> {
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    says: &'a str,
    arithmetic: &'a str,
    claims: Vec<Side<'a>>,
}

#[derive(Serialize)]
struct Side<'a> {
    article: &'a str,
    claim: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    text: String,
    sentence: &'a str,
}

/// All findings as one indented JSON object, `{"findings": [...]}`.
///
/// # Errors
/// None in practice: everything in a finding can be written as JSON.
pub fn audit_json(findings: &[AuditFinding], items: &[Item<'_>]) -> io::Result<String> {
    let findings = findings.iter().map(|f| data(f, items)).collect();
    json::pretty(&Whole { findings })
}

/// One finding a line.
///
/// # Errors
/// None in practice, as with [`audit_json`].
pub fn audit_jsonl(findings: &[AuditFinding], items: &[Item<'_>]) -> io::Result<String> {
    let mut out = Vec::new();
    for finding in findings {
        json::write_line(&mut out, &data(finding, items))?;
    }
    String::from_utf8(out).map_err(io::Error::other)
}

fn data<'a>(finding: &'a AuditFinding, items: &[Item<'a>]) -> Finding<'a> {
    let members = finding.items.iter().filter_map(|at| items.get(*at));
    let side = |item: &Item<'a>| Side {
        article: &item.article.id,
        claim: &item.claim.id,
        start: item.at.map(|(start, _)| start),
        end: item.at.map(|(_, end)| end),
        text: value(item.claim),
        sentence: &item.claim.quote.exact,
    };
    Finding {
        rule: finding.rule.id,
        says: &finding.says,
        arithmetic: &finding.arithmetic,
        claims: members.map(side).collect(),
    }
}

/// A sentence of a finding and its claims.
struct Sentence<'i, 'a> {
    item: &'i Item<'a>,
    claims: Vec<&'i Item<'a>>,
}

/// The sentences of a finding, in the order in which its claims name them.
fn sentences<'i, 'a>(finding: &AuditFinding, items: &'i [Item<'a>]) -> Vec<Sentence<'i, 'a>> {
    let mut sentences: Vec<Sentence<'i, 'a>> = Vec::new();
    for item in finding.items.iter().filter_map(|at| items.get(*at)) {
        let same = |other: &&mut Sentence<'_, '_>| {
            let (one, other) = (item, other.item);
            one.article.id == other.article.id && one.claim.quote == other.claim.quote
        };
        match sentences.iter_mut().find(same) {
            Some(sentence) => sentence.claims.push(item),
            None => sentences.push(Sentence {
                item,
                claims: vec![item],
            }),
        }
    }
    sentences
}

/// "20% (post#c-...)".
fn named(item: &Item<'_>) -> String {
    format!(
        "{} ({})",
        value(item.claim),
        qualified_id(item.article, item.claim)
    )
}
