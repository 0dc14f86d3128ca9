//! Claims for tests, written in the form of a ledger.

use claimbook_compare::{Comparison, DiffWord, Grounds, Item, Row, RowKind, Why};
use claimbook_model::{ArticleMeta, Claim};
use serde::Deserialize;
use std::fmt::Write;

/// One article's claims.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Ledger {
    pub(crate) article: ArticleMeta,
    pub(crate) claims: Vec<Claim>,
}

/// Reads a list of ledgers.
pub(crate) fn ledgers(yaml: &str) -> Vec<Ledger> {
    serde_yaml::from_str(yaml).expect("the test's ledger is readable")
}

/// The claims of all ledgers.
pub(crate) fn items(ledgers: &[Ledger]) -> Vec<Item<'_>> {
    let claims = ledgers
        .iter()
        .flat_map(|l| l.claims.iter().map(move |claim| (&l.article, claim)));
    claims
        .map(|(article, claim)| Item {
            article,
            claim,
            at: None,
            words_at: None,
        })
        .collect()
}

/// A comparison as a reader would tell it.
pub(crate) fn in_words(comparison: &Comparison, items: &[Item<'_>]) -> String {
    let mut out = String::new();
    for row in &comparison.rows {
        write_row(&mut out, row, items).expect("writing to a string");
    }
    for apart in &comparison.apart {
        let text = |item: usize| items[item].claim.figure.as_ref().map_or("", |f| &f.text);
        let (a, b) = (text(apart.a), text(apart.b));
        writeln!(out, "apart: {a} and {b}: {}", apart.why).expect("writing to a string");
    }
    writeln!(out, "{} claims alone", comparison.alone).expect("writing to a string");
    out
}

fn write_row(out: &mut String, row: &Row, items: &[Item<'_>]) -> std::fmt::Result {
    let heading: Vec<&str> = std::iter::once(&row.measure)
        .chain(&row.qualifiers)
        .map(String::as_str)
        .collect();
    writeln!(out, "{:?} {}", row.verdict, heading.join(" · "))?;
    for member in &row.members {
        let Item { article, claim, .. } = items[member.item];
        let text = match (&claim.figure, row.kind) {
            (Some(figure), RowKind::Quantity) => &figure.text,
            _ => claim.words_said(),
        };
        writeln!(out, "  {text} | {} | origin {}", article.id, member.origin)?;
    }
    if let Some(fidelity) = row.fidelity {
        writeln!(out, "  {fidelity:?}")?;
    }
    for diff in &row.diffs {
        let words: Vec<String> = diff.words.iter().map(diff_word).collect();
        writeln!(out, "  diff {}-{}: {}", diff.a, diff.b, words.join(" "))?;
    }
    for link in &row.relations {
        writeln!(
            out,
            "  {}-{} {:?}: {}",
            link.a, link.b, link.relation, link.why
        )?;
    }
    for sentence in &row.summary {
        writeln!(out, "  > {sentence}")?;
    }
    writeln!(out)
}

fn diff_word(word: &DiffWord) -> String {
    match word {
        DiffWord::Same(text) => text.clone(),
        DiffWord::Removed(text) => format!("[-{text}-]"),
        DiffWord::Added(text) => format!("{{+{text}+}}"),
    }
}

/// An explanation as lines of weights and words.
pub(crate) fn why_in_words(why: &Why) -> String {
    let mut out = format!("  {:?} {:?}\n", why.kind, why.standing);
    if let Some((relation, told)) = &why.relation {
        out += &format!("  {relation:?}: {told}\n");
    }
    match &why.grounds {
        Grounds::Words(told) => out += &format!("  {}\n", told.join("; ")),
        Grounds::Weights {
            weights,
            total,
            needed,
        } => {
            out += &format!("  {total:.2} of {needed:.2}\n");
            for part in weights {
                let words = part.words.join(", ");
                out += format!("  {:+.2} {} {words}", part.weight, part.name).trim_end();
                out.push('\n');
            }
        }
    }
    out
}
